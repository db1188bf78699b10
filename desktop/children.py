"""Our own commands as child processes on a home of their own: for the demo and for the drill.

Nothing from outside steers them, nothing outside their home is written, and each is ended by its
own process.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Final

from holdfast.layout import Home

READY_LINE: Final = "Holdfast receiver on "
"""What a receiver says on its output once it can be reached; its address follows."""
STOP_S: Final = 10.0


def environment(home: Home) -> dict[str, str]:
    """What a command on this home may know of ours."""
    inherited = {key: value for key, value in os.environ.items() if "HOLDFAST_" not in key}
    return {**inherited, "HOLDFAST_HOME": str(home.root), "PYTHONDONTWRITEBYTECODE": "1"}


def command(words: Sequence[str]) -> list[str]:
    """The command line of `holdfast` with these words, whichever way ours was started."""
    return [sys.executable, "-m", "holdfast", *words]


def finished(
    words: Sequence[str], known: Mapping[str, str], limit_s: float
) -> "subprocess.CompletedProcess[str]":
    """A command that has ended, with what it said. Raises subprocess.TimeoutExpired."""
    return subprocess.run(
        command(words),
        env=dict(known),
        capture_output=True,
        text=True,
        check=False,
        timeout=limit_s,
    )


def end(process: "subprocess.Popen[str]") -> None:
    """Ask it to end, and make it where it does not."""
    process.terminate()
    try:
        process.wait(timeout=STOP_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let SIGTERM end this command as Ctrl+C does, so that its processes end with it."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    earlier = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, earlier)

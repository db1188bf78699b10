"""The real `holdfast` command as a person or a script calls it."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

COMMAND = (sys.executable, "-m", "holdfast")
TIMEOUT_S = 60
_FOR_ALL_TESTS = {"HOLDFAST_DISK__BALLAST_MIB": "0", "HOLDFAST_QUALITY__ENABLED": "false"}

RECORDING_SHAPE = {
    "id",
    "session",
    "participant",
    "prompt",
    "take",
    "state",
    "started_at",
    "duration_s",
    "frames",
    "lost_frames",
    "segments",
    "bytes",
    "custody",
    "why",
    "folder",
}
"""The keys of a recording in the JSON that commands print."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a command printed, and how it ended."""

    exit_code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The only value that was printed."""
        (value,) = self.json_lines
        return value

    @property
    def json_lines(self) -> list[Any]:
        """Every line that was printed, as JSON."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def sentence(self) -> str:
        """What stderr says: one line for a person, never a traceback."""
        assert "Traceback" not in self.err, self.err
        lines = self.err.strip().splitlines()
        assert len(lines) == 1, self.err
        return lines[0]


def environment(home: Path | None) -> dict[str, str]:
    """An environment that steers Holdfast only by its home."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("HOLDFAST_")}
    # What was set for all tests and not by one of them.
    kept.update(_FOR_ALL_TESTS)
    return kept if home is None else {**kept, "HOLDFAST_HOME": str(home)}


def holdfast(home: Path | None, *words: str, given: str | None = None, **more: str) -> Said:
    """Run one command to its end; `given` is its standard input, `more` its environment."""
    done = subprocess.run(
        [*COMMAND, *words],
        env={**environment(home), **more},
        input=given,
        stdin=subprocess.DEVNULL if given is None else None,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


class Running:
    """A command that has not ended yet. Use as a context manager; leaving it ends the command."""

    def __init__(self, home: Path, *words: str) -> None:
        self.process = subprocess.Popen(
            [*COMMAND, *words],
            env=environment(home),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def wait_until_it_says(self, words: str) -> str:
        """Read stderr up to the line with these words."""
        assert self.process.stderr is not None
        for line in self.process.stderr:
            if words in line:
                return line
        raise AssertionError(f"it ended without saying {words!r}")

    def type_line(self, line: str) -> None:
        """Give it a line on its standard input."""
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def next_line(self) -> str:
        """The next line on stdout."""
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def end(self, number: signal.Signals) -> Said:
        """Send it a signal and wait for its end."""
        self.process.send_signal(number)
        return self.ended()

    def ended(self) -> Said:
        """Wait for its end; stderr is what was not read before."""
        out, err = self.process.communicate(timeout=TIMEOUT_S)
        return Said(self.process.returncode, out, err)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()

"""A disk that fails or fills up under a running recorder, by what Linux has: strace and tmpfs."""

import errno
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

import psutil
import pytest

from tests.support.chain import wait_for

STRACE_ENDS_S = 10


@contextmanager
def failing_calls(process: psutil.Process, calls: str, error: str, when: str) -> Iterator[Path]:
    """Let system calls of a running process fail; yields strace's log of them.

    `when` is strace's: `2` for the second call of a thread, `2+` for that and all after it.
    """
    with _injecting(process, calls, f"error={error}:when={when}") as log:
        yield log


@contextmanager
def hanging_calls(process: psutil.Process, calls: str, seconds: float) -> Iterator[Path]:
    """Hold up the next of these system calls of a running process for so long; then all is well."""
    with _injecting(process, calls, f"delay_enter={round(seconds * 1e6)}:when=1") as log:
        yield log


@contextmanager
def _injecting(process: psutil.Process, calls: str, fault: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "calls"
        words = ["strace", "-f", "-p", str(process.pid), "-o", str(log), "-e", f"trace={calls}"]
        inject = ["-e", f"inject={calls}:{fault}"]
        with subprocess.Popen([*words, *inject], stderr=subprocess.PIPE, text=True) as strace:
            assert strace.stderr is not None
            try:
                said = strace.stderr.readline()
                if "attached" not in said:
                    pytest.skip(f"strace may not attach to processes here: {said.strip()}")
                yield log
            finally:
                _end(strace)


def _end(strace: "subprocess.Popen[str]") -> None:
    """Have it let go of its process. One whose process was killed while it held a call may not."""
    strace.terminate()
    try:
        strace.wait(STRACE_ENDS_S)
    except subprocess.TimeoutExpired:
        strace.kill()
        strace.wait()


def injected(log: Path) -> int:
    """How many calls were made to fail so far."""
    return log.read_text().count("(INJECTED)")


def may_mount() -> bool:
    """Whether a file system may be mounted here."""
    with tempfile.TemporaryDirectory() as folder, small_disk(Path(folder), 1 << 20) as is_small:
        return is_small


@contextmanager
def small_disk(folder: Path, size_bytes: int) -> Iterator[bool]:
    """Mount a small file system on a folder; false where that is not allowed."""
    folder.mkdir(parents=True, exist_ok=True)
    options = f"size={size_bytes},mode=700"
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if done.returncode != 0:
        yield False
        return
    try:
        yield True
    finally:
        wait_for(lambda: _unmounted(folder), f"nobody uses {folder}")


def fill(folder: Path) -> Path:
    """Take every byte that is left on a folder's small disk; returns the file that does so."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for block in (1 << 20, 4096, 1):
            while _has_room_for(file, bytes(block)):
                pass
    return filler


def _has_room_for(file: FileIO, block: bytes) -> bool:
    try:
        return file.write(block) > 0
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        return False


def _unmounted(folder: Path) -> bool:
    return subprocess.run(["umount", str(folder)], capture_output=True, check=False).returncode == 0

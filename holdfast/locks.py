"""OS locks on files: proof that a process is alive, released by the kernel however it dies.

A lock says nothing about the content of the file it lies on, and its age means nothing: clock
jumps, sleep and crashes cannot leave one behind. POSIX only (`flock`).
"""

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Self


class Lock:
    """One held lock. Shared locks exclude only an exclusive one."""

    def __init__(self, descriptor: int, path: Path) -> None:
        self._descriptor: int | None = descriptor
        self.path = path

    def release(self) -> None:
        """Give the lock up. Calling it again does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def try_lock(path: Path, *, shared: bool = False) -> Lock | None:
    """Take the lock on `path`, creating the file, or None when somebody else is in the way.

    The descriptor is not inherited by child processes. Raises OSError when the file cannot be
    opened at all.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    except OSError:
        os.close(descriptor)
        raise
    return Lock(descriptor, path)


def wait_for_lock(path: Path) -> Lock:
    """Take the lock on `path`, creating the file, however long another process holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError:
        os.close(descriptor)
        raise
    return Lock(descriptor, path)


def is_held(path: Path) -> bool:
    """Whether anybody holds a lock on `path`. A file that does not exist is held by nobody."""
    if not path.exists():
        return False
    lock = try_lock(path)
    if lock is None:
        return True
    lock.release()
    return False

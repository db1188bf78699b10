"""A disk that is full at one chosen write, for as long as the reserve on it is not given back.

The system call on the chosen file answers as Linux does on a full disk; every other one is real.
"""

import errno
import multiprocessing
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from desktop.recorder_process import RecorderProcess
from desktop.recording import host
from desktop.recording.model import CaptureRequest
from holdfast import durable


@dataclass(frozen=True, slots=True)
class FullAt:
    """Where the disk is full: this call, on files whose name begins so, from the nth one on."""

    call: str
    name: str
    nth: int = 1


class _Fault:
    """Counts the calls at the chosen point and refuses them."""

    def __init__(self, at: FullAt, ballast: Path, told: Path) -> None:
        self._at = at
        self._ballast = ballast
        self._told = told
        self._seen = 0
        self._is_over = False

    def check(self, call: str, path: str) -> None:
        if call != self._at.call or not Path(path).name.startswith(self._at.name):
            return
        self._seen += 1
        self._is_over = self._is_over or (self._told.exists() and not self._ballast.exists())
        if self._seen >= self._at.nth and not self._is_over:
            self._told.touch()
            raise OSError(errno.ENOSPC, "No space left on device", path)

    def of_path(self, call: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def called(path: Any, *arguments: Any, **options: Any) -> Any:
            writes = call != "open" or bool(arguments and arguments[0] & (os.O_RDWR | os.O_CREAT))
            if isinstance(path, str | os.PathLike) and writes:
                self.check(call, os.fspath(path))
            return real(path, *arguments, **options)

        return called

    def of_file(self, call: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def called(file: Any, *arguments: Any) -> Any:
            descriptor = file if isinstance(file, int) else file.fileno()
            self.check(call, str(Path(f"/proc/self/fd/{descriptor}").readlink()))
            return real(file, *arguments)

        return called


@contextmanager
def full_at(at: FullAt, ballast: Path, told: Path) -> Iterator[None]:
    """Let this process meet a full disk at that point; `told` is a file that is made once it did.

    Once the ballast is gone, there is room again for ever.
    """
    fault = _Fault(at, ballast, told)
    with ExitStack() as patches:
        for call in ("open", "link", "mkdir"):
            patches.enter_context(patch.object(os, call, fault.of_path(call, getattr(os, call))))
        for call in ("fsync", "fdatasync"):
            patches.enter_context(patch.object(os, call, fault.of_file(call, getattr(os, call))))
        write = fault.of_file("write", durable.write_all)
        patches.enter_context(patch.object(durable, "write_all", write))
        yield


def spawn_on_full_disk(
    at: FullAt, ballast: Path, told: Path
) -> Callable[[CaptureRequest], RecorderProcess]:
    """What starts recorders that meet a full disk at that point."""

    def spawn(request: CaptureRequest) -> RecorderProcess:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=_recorder, args=(theirs, request, at, ballast, told), daemon=True
        )
        process.start()
        theirs.close()
        return RecorderProcess(process, ours)

    return spawn


def _recorder(
    connection: Any, request: CaptureRequest, at: FullAt, ballast: Path, told: Path
) -> None:
    with full_at(at, ballast, told):
        host.main(connection, request)

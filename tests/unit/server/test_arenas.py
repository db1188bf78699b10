"""Threads of a receiver share pools of memory, as the C library itself tells."""

import platform
import subprocess
import sys

import pytest

from server.arenas import ARENAS

_TOLD = """
import ctypes, sys, threading
from server.arenas import share_arenas
if {shared}:
    assert share_arenas()
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
together = threading.Barrier(6)
def take():
    together.wait()
    libc.malloc(100_000)
    together.wait()
threads = [threading.Thread(target=take) for _ in range(6)]
for each in threads: each.start()
for each in threads: each.join()
libc.malloc_info(0, ctypes.c_void_p.in_dll(libc, "stdout"))
libc.fflush(None)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc has arenas")
def test_threads_share_arenas() -> None:
    assert _arenas(shared=True) <= ARENAS < _arenas(shared=False)


def _arenas(*, shared: bool) -> int:
    done = subprocess.run(
        [sys.executable, "-c", _TOLD.format(shared=shared)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.count("<heap ")

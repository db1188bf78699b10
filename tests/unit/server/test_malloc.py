"""A receiver's threads share pools of memory, which keep what a body took: glibc says so."""

import platform
import re
import subprocess
import sys

import pytest

from server.malloc import ARENAS

pytestmark = pytest.mark.skipif(
    platform.libc_ver()[0] != "glibc", reason="only glibc can be told so"
)

_TOLD = """
import ctypes, threading
from server.malloc import keep_small
if {kept_small}:
    assert keep_small()
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
bodies = [ctypes.c_void_p(libc.malloc(200_000)) for _ in range(10)]
for each in reversed(bodies): libc.free(each)
libc.malloc_info(0, ctypes.c_void_p.in_dll(libc, "stdout"))
libc.fflush(None)
"""


def test_threads_share_arenas() -> None:
    assert _told(kept_small=True).count("<heap ") <= ARENAS
    assert _told(kept_small=False).count("<heap ") > ARENAS


def test_what_a_body_took_is_not_given_back_at_once() -> None:
    assert _ready_bytes(_told(kept_small=True)) > 1_500_000
    assert _ready_bytes(_told(kept_small=False)) < 1_500_000


_STARTED = """
import ctypes
from server.malloc import give_back, keep_small
keep_small()
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
def resident_bytes():
    return int(open("/proc/self/statm").read().split()[1]) * 4096
taken = [ctypes.c_void_p(libc.malloc(100_000)) for _ in range(60)]
for each in taken: ctypes.memset(each, 1, 100_000)
for each in taken[:-1]: libc.free(each)
before = resident_bytes()
if {gives_back}:
    assert give_back()
print(before - resident_bytes())
"""


def test_what_starting_took_is_given_back_before_it_serves() -> None:
    assert int(_said_by(_STARTED.format(gives_back=True))) > 5 << 20
    assert int(_said_by(_STARTED.format(gives_back=False))) < 1 << 20


def _ready_bytes(told: str) -> int:
    """How much of the first heap is the system's no more, and nobody's yet."""
    heap = told.partition("</heap>")[0]
    return sum(int(size) for size in re.findall(r'type="(?:fast|rest)"[^/]*size="(\d+)"', heap))


def _told(*, kept_small: bool) -> str:
    return _said_by(_TOLD.format(kept_small=kept_small))


def _said_by(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout

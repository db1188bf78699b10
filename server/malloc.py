"""Has the C library keep a receiver small, and what it takes again and again at hand.

glibc gives threads arenas of their own, up to eight for each processor, and each keeps what bodies
once took; Python's own lock lets one thread at a time allocate anyway, so they share one. And it
gives memory back to the system after every body, which then has to be cleared and mapped anew for
the next one. It decides nothing else.
"""

import ctypes
import sys
from typing import Any, Final

ARENAS: Final = 1
KEPT_BYTES: Final = 8 << 20
"""At most so much lies ready unused."""
MAPPED_FROM_BYTES: Final = 4 << 20
"""What is larger than bodies in memory are comes from the system and goes back to it."""
_M_TRIM_THRESHOLD: Final = -1
_M_MMAP_THRESHOLD: Final = -3
_M_ARENA_MAX: Final = -8


def keep_small() -> bool:
    """Before any thread starts; whether this system's C library has taken it.

    Source: mallopt(3).
    """
    mallopt = _of_the_c_library("mallopt")
    if mallopt is None:
        return False
    wanted = (
        (_M_ARENA_MAX, ARENAS),
        (_M_TRIM_THRESHOLD, KEPT_BYTES),
        (_M_MMAP_THRESHOLD, MAPPED_FROM_BYTES),
    )
    return all(mallopt(what, value) == 1 for what, value in wanted)


def give_back() -> bool:
    """What starting took and nobody needs any more; whether there was any.

    Source: malloc_trim(3).
    """
    trim = _of_the_c_library("malloc_trim")
    return trim is not None and trim(0) == 1


def _of_the_c_library(name: str) -> Any:
    """Its function of this name; None where it is another's, and has none."""
    if not sys.platform.startswith("linux"):
        return None
    return getattr(ctypes.CDLL(None), name, None)

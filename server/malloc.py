"""Has the C library keep a receiver small, and what it takes again and again at hand.

glibc gives threads arenas of their own, up to eight for each processor, and each keeps what bodies
once took; Python's own lock lets one thread at a time allocate anyway. And it gives memory back to
the system after every body, which then has to be cleared and mapped anew for the next one. It
decides nothing else.
"""

import ctypes
import sys
from typing import Final

ARENAS: Final = 2
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
    if not sys.platform.startswith("linux"):
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return False
    wanted = (
        (_M_ARENA_MAX, ARENAS),
        (_M_TRIM_THRESHOLD, KEPT_BYTES),
        (_M_MMAP_THRESHOLD, MAPPED_FROM_BYTES),
    )
    return all(mallopt(what, value) == 1 for what, value in wanted)

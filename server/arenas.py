"""Keeps a receiver small: its threads share two pools of memory instead of having one each.

glibc gives threads arenas of their own, up to eight for each processor, and each keeps what bodies
once took. Python's own lock lets one thread at a time allocate anyway. It decides nothing else.
"""

import ctypes
import sys
from typing import Final

ARENAS: Final = 2
_M_ARENA_MAX: Final = -8


def share_arenas() -> bool:
    """Before any thread starts; whether this system's C library knows of arenas.

    Source: mallopt(3).
    """
    if not sys.platform.startswith("linux"):
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return mallopt is not None and mallopt(_M_ARENA_MAX, ARENAS) == 1

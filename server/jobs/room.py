"""Whether there is room for what a job makes, asked before any of it is written.

A film can be made again at any time, and bytes that are on their way cannot: so a job never takes
the last of a disk, and waits instead of failing.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

LEFT_BYTES: Final = 64 << 20
"""What is left to everybody else: twice what documents and the database are kept free for."""


class NoRoom(Exception):
    """The disk has no room for it now; the message is a sentence for a person."""


def free_bytes(folder: Path) -> int:
    """What may still be written on this folder's disk."""
    return shutil.disk_usage(folder).free


def require_room(
    folder: Path, size_bytes: int, free_in: Callable[[Path], int] = free_bytes
) -> None:
    """Before a file of about this size is written in `folder`. Raises NoRoom, OSError."""
    free = free_in(folder)
    if free < size_bytes + LEFT_BYTES:
        raise NoRoom(
            f"The disk has {free / 1e6:.0f} MB left, and this needs "
            f"{(size_bytes + LEFT_BYTES) / 1e6:.0f} MB. What was received is safe; this goes on by "
            "itself once there is room."
        )

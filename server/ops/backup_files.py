"""Which of a receiver's files belong into a backup, in a folder and in a bucket. It reads names."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from holdfast import durable
from server.blobs.store import Store

_LEFT_OUT: Final = (
    "bodies",
    "copies",
    "incoming",
    "locks",
    "logs",
    "reserve.bin",
    "workplaces",
)
"""Partial segments and bodies, which devices send again, and what belongs to a running process."""
LINES: Final = ".jsonl"
_PIECE: Final = re.compile(r"\.jsonl\.\d{6}\Z")
"""A file of lines is a row of objects in a bucket."""


def files_in(root: Path) -> Iterator[str]:
    """Every file to copy, as its path from the root: the sessions first, then all about them.

    Tombstones and devices are then never older than what they speak of.
    """
    top = sorted(root.iterdir(), key=lambda each: (each.name != "sessions", each.name))
    for each in top:
        if each.is_dir() and not each.is_symlink() and each.name not in _LEFT_OUT:
            for folder, folders, names in os.walk(each):
                folders.sort()
                yield from (
                    (Path(folder) / name).relative_to(root).as_posix()
                    for name in sorted(names)
                    if _is_kept(name)
                )
        elif each.is_file() and not each.is_symlink() and _is_kept(each.name):
            yield each.name


def _is_kept(name: str) -> bool:
    is_running = name.endswith((".lock", durable.TEMPORARY_SUFFIX)) or name in _LEFT_OUT
    return not is_running and not name.startswith("holdfast.db")


def objects_in(data: Store) -> Iterator[str]:
    """The same of a bucket, in the same order; and the settings, which are a file here."""
    for top in sorted(data.files.folders(data.root), key=lambda each: (each != "sessions", each)):
        if top not in _LEFT_OUT:
            yield from _objects_below(data, data.root / top)
    yield from _names(data, data.root)
    if data.settings.is_file():
        yield data.settings.name


def _objects_below(data: Store, folder: Path) -> Iterator[str]:
    yield from _names(data, folder)
    for name in data.files.folders(folder):
        yield from _objects_below(data, folder / name)


def _names(data: Store, folder: Path) -> Iterator[str]:
    whole = {_PIECE.sub(LINES, name) for name in data.files.names(folder) if _is_kept(name)}
    yield from ((folder / name).relative_to(data.root).as_posix() for name in sorted(whole))

"""Finished files under temporary names: what every kind of work hands over to be named."""

import os
from pathlib import Path

from holdfast import durable
from server.jobs.kinds import Piece, Task
from server.jobs.room import require_room


def made_of(task: Task, final: Path, data: bytes) -> Piece:
    """A small file with this content, durable. Raises NoRoom, OSError."""
    require_room(task.folder.path, len(data))
    temporary = task.temporary(final)
    with durable.create(temporary) as file:
        durable.write_all(file, data)
        durable.fsync(file.fileno())
    return Piece(temporary, final)


def finished(temporary: Path, final: Path) -> Piece:
    """A file that another program wrote, made durable, and private to this user. Raises OSError."""
    temporary.chmod(0o600)
    descriptor = os.open(temporary, os.O_RDONLY)
    try:
        durable.fsync(descriptor)
    finally:
        os.close(descriptor)
    return Piece(temporary, final)

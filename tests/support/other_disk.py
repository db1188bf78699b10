"""Another disk than the one that temporary files are on: a folder in shared memory."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SHARED_MEMORY = Path("/dev/shm")


@contextmanager
def other_disk(beside: Path) -> Iterator[Path]:
    """An empty folder on another disk than `beside`, gone at the end."""
    assert SHARED_MEMORY.stat().st_dev != beside.stat().st_dev
    folder = Path(tempfile.mkdtemp(prefix="holdfast-test-", dir=SHARED_MEMORY))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def pulled_out(folder: Path) -> Iterator[None]:
    """For a while the disk with this folder is away, and what is left is an empty mount point."""
    aside = folder.with_name(folder.name + "-away")
    folder.rename(aside)
    folder.mkdir()
    try:
        yield
    finally:
        # Whatever was written into the mount point by mistake makes this fail.
        folder.rmdir()
        aside.rename(folder)

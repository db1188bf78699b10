"""The preview's shared memory: newest picture, torn picture, stale block."""

import mmap
import os
import struct
import subprocess
import sys
from collections.abc import Iterator

import pytest

from desktop.recording.preview_memory import (
    PreviewReader,
    PreviewWriter,
    SightingWriter,
    folder,
    remove_stale,
)
from desktop.recording.sighting import Face, Sighting


@pytest.fixture
def reader() -> Iterator[PreviewReader]:
    made = PreviewReader.create(64, 36)
    yield made
    made.close()


def picture(value: int, pixels: int) -> bytes:
    return bytes([value]) * (pixels * 4)


def test_the_newest_picture_is_read_once(reader: PreviewReader) -> None:
    writer = PreviewWriter(reader.name)
    assert reader.read() is None

    writer.write(picture(1, 64 * 36), 64, 36, 10)
    writer.write(picture(2, 32 * 18), 32, 18, 20)

    newest = reader.read()
    assert newest is not None
    assert (newest.width, newest.height, newest.stride, newest.time_ns) == (32, 18, 128, 20)
    assert newest.bgra == picture(2, 32 * 18)
    assert reader.read() is None


def test_a_picture_that_is_being_written_is_left_alone(reader: PreviewReader) -> None:
    writer = PreviewWriter(reader.name)
    writer.write(picture(1, 64 * 36), 64, 36, 10)
    path = folder() / reader.name
    with path.open("r+b") as block:
        block.write(struct.pack("<Q", 3))

    assert reader.read() is None

    # The recorder was killed there; its successor writes into the same block.
    PreviewWriter(reader.name).write(picture(5, 64 * 36), 64, 36, 30)
    newest = reader.read()
    assert newest is not None
    assert newest.time_ns == 30


def test_a_block_that_was_filled_with_zeros_holds_no_picture(reader: PreviewReader) -> None:
    PreviewWriter(reader.name).write(picture(1, 64 * 36), 64, 36, 10)
    assert reader.read() is not None
    with (folder() / reader.name).open("r+b") as block:
        block.write(bytes(32))

    assert reader.read() is None


class Interrupted(mmap.mmap):
    """Memory into which somebody writes while its pixels are being copied."""

    interruptions: int
    writer: PreviewWriter

    def __getitem__(self, key: int | slice) -> bytes:  # type: ignore[override]  # only read so
        pixels = bytes(super().__getitem__(key))
        if self.interruptions:
            self.interruptions -= 1
            self.writer.write(picture(2, 64 * 36), 64, 36, 20)
        return pixels


@pytest.mark.parametrize(("interruptions", "read"), [(1, 20), (2, 20), (99, None)])
def test_a_picture_that_changed_while_it_was_read_is_read_again(
    reader: PreviewReader, interruptions: int, read: int | None
) -> None:
    writer = PreviewWriter(reader.name)
    writer.write(picture(1, 64 * 36), 64, 36, 10)
    with (folder() / reader.name).open("r+b") as block:
        memory = Interrupted(block.fileno(), 0)
    memory.writer, memory.interruptions = writer, interruptions

    newest = PreviewReader(reader.name, memory, owns=False).read()

    if read is None:
        assert newest is None
    else:
        assert newest is not None
        assert newest.time_ns == read
        assert newest.bgra == picture(2, 64 * 36)


@pytest.mark.parametrize(("width", "height"), [(65, 36), (64, 35)])
def test_a_picture_that_does_not_fit_is_refused(
    reader: PreviewReader, width: int, height: int
) -> None:
    with pytest.raises(ValueError, match="no preview"):
        PreviewWriter(reader.name).write(picture(1, 64 * 36), width, height, 0)


@pytest.mark.parametrize("name", ["../etc/passwd", "holdfast-preview-1-xyz", ""])
def test_only_names_of_blocks_are_opened(name: str) -> None:
    with pytest.raises(ValueError, match="preview block"):
        PreviewWriter(name)
    with pytest.raises(ValueError, match="preview block"):
        PreviewReader.attach(name)


def test_two_may_look_into_one_block(reader: PreviewReader) -> None:
    other = PreviewReader.attach(reader.name)
    PreviewWriter(reader.name).write(picture(1, 64 * 36), 64, 36, 10)

    assert other.read() == reader.read()

    other.close()
    assert (folder() / reader.name).exists()
    PreviewWriter(reader.name).write(picture(2, 64 * 36), 64, 36, 20)
    assert reader.read() is not None


def test_a_block_that_is_gone_cannot_be_looked_into(reader: PreviewReader) -> None:
    reader.close()

    with pytest.raises(FileNotFoundError):
        PreviewReader.attach(reader.name)


def test_blocks_of_dead_processes_are_removed_and_no_others(reader: PreviewReader) -> None:
    code = (
        "from desktop.recording.preview_memory import PreviewReader;"
        "import os; print(PreviewReader.create(64, 36).name, flush=True); os._exit(0)"
    )
    dead = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    name = dead.stdout.strip()
    assert (folder() / name).exists()

    assert name in remove_stale()

    assert not (folder() / name).exists()
    assert (folder() / reader.name).exists()
    assert str(os.getpid()) in reader.name


def test_closing_removes_the_block() -> None:
    reader = PreviewReader.create(64, 36)
    path = folder() / reader.name
    writer = PreviewWriter(reader.name)

    reader.close()
    reader.close()

    assert not path.exists()
    assert reader.read() is None
    writer.write(picture(1, 64 * 36), 64, 36, 1)


def test_what_was_seen_stands_beside_the_picture_and_changes_nothing_of_it(
    reader: PreviewReader,
) -> None:
    assert reader.sighting() is None
    PreviewWriter(reader.name).write(picture(3, 64 * 36), 64, 36, 10)

    seen = Sighting(10, True, Face(0.25, 0.5, 0.125, 0.25), 120.0, None)
    writer = SightingWriter(reader.name)
    writer.write(Sighting(5, True, None, 10.0, 1.0))
    writer.write(seen)

    assert reader.sighting() == seen
    assert reader.sighting() == seen
    newest = reader.read()
    assert newest is not None
    assert newest.bgra == picture(3, 64 * 36)
    writer.close()


def test_a_sighting_that_is_being_written_is_left_alone(reader: PreviewReader) -> None:
    writer = SightingWriter(reader.name)
    writer.write(Sighting(5, True, None, 10.0, 1.0))
    with (folder() / reader.name).open("r+b") as block:
        block.seek(32)
        block.write(struct.pack("<Q", 7))

    assert reader.sighting() is None

    writer.write(Sighting(6, True, None, 10.0, 1.0))
    assert reader.sighting() == Sighting(6, True, None, 10.0, 1.0)
    writer.close()

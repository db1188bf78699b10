"""What every store of bytes can do: named files, and segments that are still arriving.

Files are named by the paths of `holdfast/receiver_layout.py`, whether they lie there or in a bucket
under keys of the same shape. Everything is durable when a call returns, unless it says otherwise.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO, Protocol

from holdfast.clock import Clock
from holdfast.disks import Place
from holdfast.receiver_layout import ReceivedRecording

Block = bytes | memoryview
"""Some bytes in a row, read or received; a view is good until whoever gave it goes on."""
Key = tuple[str, int]
"""A recording's id and a segment's number."""


class Unreachable(OSError):
    """The store did not answer as it should. What it acknowledged before is safe there."""


class Differs(Exception):
    """All bytes of a segment are here, but they have another digest than was said."""


class Files(Protocol):
    """Files that are written whole and read often. Sizes and offsets in bytes."""

    @property
    def are_here(self) -> bool:
        """Whether they lie in the data folder, where any program can look at them."""
        ...

    def read(self, path: Path) -> bytes:
        """The content. Raises FileNotFoundError."""
        ...

    def exists(self, path: Path) -> bool:
        """Whether there is a file of this name."""
        ...

    def size_bytes(self, path: Path) -> int:
        """The file's size. Raises FileNotFoundError."""
        ...

    def sha256(self, path: Path) -> str:
        """The digest of the content, in hex, read anew. Raises FileNotFoundError."""
        ...

    def blocks(self, path: Path, first: int, last: int, *, anew: bool = False) -> Iterator[bytes]:
        """Bytes first..last, in blocks; `anew`: not out of this machine's memory, if it can be.

        Raises FileNotFoundError.
        """
        ...

    def open(self, path: Path) -> BinaryIO:
        """The file, to be read anywhere in it. Raises FileNotFoundError."""
        ...

    def local_path(self, path: Path) -> Path | None:
        """Where the file lies on this machine; None where it lies elsewhere."""
        ...

    def version(self, path: Path) -> str:
        """Something that changes whenever the content does. Raises FileNotFoundError."""
        ...

    def names(self, folder: Path) -> list[str]:
        """The names of the files directly in a folder, sorted; none where there is no folder."""
        ...

    def folders(self, folder: Path) -> list[str]:
        """The names of the folders directly in a folder, sorted."""
        ...

    def make_folder(self, folder: Path) -> None:
        """Have a folder, with its parents, where the store knows folders."""
        ...

    def write_replacing(self, path: Path, data: bytes) -> None:
        """Put a file under this name; after a crash it is the old one or the new one."""
        ...

    def write_new(self, path: Path, data: bytes) -> None:
        """Put a file under a free name. Raises FileExistsError."""
        ...

    def append_line(self, path: Path, line: bytes) -> None:
        """Add a line to a file of lines, which is made if need be."""
        ...

    def lines(self, path: Path) -> Iterator[bytes]:
        """Every line of such a file, a torn one too, without its end; none where there is none."""
        ...

    def last_lines(self, path: Path) -> list[bytes]:
        """The last lines of such a file, many of a usual length; the first may be cut."""
        ...

    def move_aside(self, path: Path, folder: Path) -> Path:
        """Move a file that cannot be trusted under a free name in this folder, which is given."""
        ...

    def remove(self, path: Path) -> None:
        """Delete a file, if it is there."""
        ...

    def remove_folder_if_empty(self, folder: Path) -> None:
        """Delete a folder in which nothing is, where the store knows folders."""
        ...

    def remove_folder(self, folder: Path) -> None:
        """Delete a folder with all that is in it, if it is there."""
        ...

    def place(self, folder: Path, clock: Clock) -> Place:
        """On which disks a folder's files are, as far as that is known."""
        ...

    def workplace(
        self, folder: ReceivedRecording, at_work: Callable[[], Collection[str]]
    ) -> AbstractContextManager[ReceivedRecording]:
        """The recording's files on this machine, for programs that need paths, and for a while.

        `at_work` names the attempts at jobs whose temporary files may be in use there.
        """
        ...

    def copied(self) -> Collection[str]:
        """The recordings of which a workplace left copies on this machine, for the next one."""
        ...

    def drop_copies(self, recording: str) -> None:
        """Delete those of a recording."""
        ...

    def names_at_once(self, size_bytes: int) -> bool:
        """Whether giving a file of this size its name takes a moment only."""
        ...

    def bring(self, made: Path, final: Path) -> Path:
        """Have a durable file of the workplace in the store, still under its temporary name, beside
        what is to be its name; that temporary name.
        """
        ...

    def take_over(self, brought: Path, final: Path) -> None:
        """Put what was brought under its name, in the place of what was there."""
        ...


class Blobs(Protocol):
    """Segments that are still arriving, until each is whole and gets its name."""

    def write(
        self,
        key: Key,
        pieces: Iterable[tuple[int, Block]],
        *,
        durably: bool,
        is_first: bool,
        is_all: bool,
    ) -> None:
        """Put pieces at their offsets; with `durably` they survive a power cut from then on.

        `is_all`: there are no other pieces. `is_first`: nothing of this segment was acknowledged
        yet, so its name is not durable either.

        Raises OSError (also WriteLost); what was written before may then be there. Raises
        FileNotFoundError where it is not the first and the store can tell that nothing is here.
        """
        ...

    def has(self, key: Key) -> bool:
        """Whether there is anything of a partial segment."""
        ...

    def read(self, key: Key, first: int, last: int) -> Iterator[bytes]:
        """Bytes first..last of a partial segment, in blocks.

        Raises FileNotFoundError where some of it is not here.
        """
        ...

    def catch_up(self, key: Key, end: int) -> None:
        """Do now what `publish` would do later with the bytes before `end`, in bounded time."""
        ...

    def sha256(self, key: Key, size_bytes: int) -> str:
        """The digest, in hex, of bytes that are here from the first one to the last.

        Raises FileNotFoundError where some of it is not here.
        """
        ...

    def publish(self, key: Key, final: Path, size_bytes: int, sha256: str | None) -> None:
        """Give a whole segment its final name.

        Its bytes are compared with `sha256`; None says that they were already. Raises Differs,
        which changes nothing, and FileExistsError where the store can tell.
        """
        ...

    def tidy(self, key: Key) -> None:
        """Remove what `publish` left, now that the segment counts as stored."""
        ...

    def finish_publishing(self, key: Key, final: Path) -> None:
        """Complete a publishing that a crash cut in two."""
        ...

    def forget(self, key: Key) -> None:
        """Rely on nothing that was remembered of this segment's bytes."""
        ...

    def drop(self, key: Key) -> None:
        """Delete what is here of a partial segment."""
        ...

    def drop_all(self, recording: str) -> None:
        """Delete what is here of all partial segments of a recording."""
        ...

    def partial(self) -> list[Key]:
        """All segments of which something is here. Files that are no segment's are deleted."""
        ...


def segment_numbers(files: Files, folder: ReceivedRecording) -> list[int]:
    """The numbers of the whole segments of a recording, in order."""
    names = [Path(each) for each in files.names(folder.segments)]
    return [int(each.stem) for each in names if each.suffix == ".mp4" and each.stem.isdigit()]

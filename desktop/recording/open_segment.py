"""The one segment that is open: its `.part` file, and what to do when the disk fails under it.

Everything that was written is also held in memory until the segment is closed (a few seconds), so
that a failed fsync costs nothing: the kernel may have dropped those pages, we have not.
It names and deletes nothing itself (`holdfast.durable` does) and writes no sidecar. Whoever uses it
from two threads sees to it that they take turns; only `sync_file` may run while others write.
"""

import hashlib
import os
from dataclasses import dataclass
from typing import BinaryIO, Final

from desktop.recording.errors import FolderUnwritable
from desktop.recording.segmenter import Append, Begin
from holdfast import crash, durable
from holdfast.layout import RecordingFolder

_QUARANTINED: Final = (
    "The disk failed to store the last {seconds:.0f} seconds and failed again with a copy. All"
    " earlier segments are safe; what could be written lies in the recording's quarantine folder."
    " Check the disk before recording again."
)


@dataclass(frozen=True, slots=True)
class Written:
    """How far a file was written, with a descriptor of its own: it may be synced by whoever has it.

    The file may meanwhile be written, closed or given up; `sync_file` closes the descriptor.
    """

    descriptor: int
    file: BinaryIO
    steps: int

    def sync_file(self) -> None:
        """Force what was written to the device, however long that takes. Raises WriteLost."""
        try:
            durable.fdatasync(self.descriptor)
        finally:
            os.close(self.descriptor)


class OpenSegment:
    """Writes one segment. Methods raise OSError as the system gives it unless they say otherwise.

    After an OSError the descriptor is not to be trusted: go on with `rewrite` or `shorten`.
    """

    def __init__(self, folder: RecordingFolder, begin: Begin) -> None:
        self.begin = begin
        self.appended: list[Append] = []
        self.path = folder.part(begin.number)
        self._folder = folder
        self._synced_steps = 0
        self._synced_bytes = 0
        self._file: BinaryIO | None = None
        self._digest = hashlib.sha256(begin.init.data)
        self.is_dirty = False
        """Whether anything was written since the last sync."""

    @property
    def size_bytes(self) -> int:
        """Bytes of the init and of all whole fragments that were taken."""
        fragments = sum(len(step.fragment.data) for step in self.appended)
        return len(self.begin.init.data) + fragments

    @property
    def sha256(self) -> str:
        """The digest of exactly those bytes, taken as they were written."""
        return self._digest.hexdigest()

    @property
    def has_pictures(self) -> bool:
        """Whether there is anything worth keeping."""
        return any(step.pictures for step in self.appended)

    def open(self) -> None:
        """Create the file, which must not exist, and write the init."""
        self._file = durable.create(self.path)
        self.is_dirty = True
        durable.write_all(self._file, self.begin.init.data)

    def append(self, step: Append) -> None:
        """Write one fragment. Where that fails, the segment is as if it had never been given."""
        self.is_dirty = True
        durable.write_all(self._open_file(), step.fragment.data)
        self._digest.update(step.fragment.data)
        self.appended.append(step)

    def written(self) -> Written:
        """What there is to be synced now; what is written from now on is dirty again."""
        file = self._open_file()
        self.is_dirty = False
        return Written(os.dup(file.fileno()), file, len(self.appended))

    def is_same_file(self, written: Written) -> bool:
        """Whether it is still written into that file: it was not given up for another one."""
        return self._file is written.file

    def synced(self, steps: int) -> int:
        """Note that so many fragments are on the device; returns how many bytes are new there."""
        self._synced_steps = max(self._synced_steps, steps)
        pieces = [self.begin.init.data]
        pieces += [each.fragment.data for each in self.appended[: self._synced_steps]]
        before, self._synced_bytes = self._synced_bytes, sum(map(len, pieces))
        return max(0, self._synced_bytes - before)

    def close(self) -> None:
        """fsync and close the file, which is then complete. Raises WriteLost."""
        if self._file is None:
            return
        crash.point("recorder.before-fsync")
        durable.fsync(self._file.fileno())
        self._file.close()
        self._file = None

    def rewrite(self) -> None:
        """Write everything again into a new file, after a write or fsync failed in the old one.

        It is then synced, and still open.
        Raises FolderUnwritable when that fails too; both files are then in the quarantine.
        """
        self.abandon()
        try:
            doubtful = durable.move_aside(self.path, self._folder.quarantine)
            self._file = durable.create(self.path)
            for data in self._pieces():
                durable.write_all(self._file, data)
            durable.fsync(self._file.fileno())
            is_same = durable.sha256_file(self.path) == self.sha256
        except OSError as error:
            self._set_aside()
            raise FolderUnwritable(self._quarantined()) from error
        if not is_same:
            self._set_aside()
            raise FolderUnwritable(self._quarantined())
        durable.remove(doubtful)
        self._synced_steps = len(self.appended)
        self.is_dirty = False

    def shorten(self, *, to_synced: bool) -> None:
        """Cut the file after its last whole fragment, or its last synced one, and close it.

        For a full disk: the file is then complete, durable and what `sha256` says.
        """
        self.abandon()
        if to_synced:
            del self.appended[self._synced_steps :]
        self._digest = hashlib.sha256()
        for data in self._pieces():
            self._digest.update(data)
        durable.truncate(self.path, self.size_bytes)
        self.is_dirty = False

    def abandon(self) -> None:
        """Let go of the file as it is: it is synced, or cannot be trusted any more."""
        file, self._file = self._file, None
        if file is not None:
            try:
                file.close()
            except OSError:
                # Nothing was promised since its last sync.
                return

    def _pieces(self) -> list[bytes]:
        return [self.begin.init.data, *(step.fragment.data for step in self.appended)]

    def _open_file(self) -> BinaryIO:
        if self._file is None:
            raise ValueError(f"{self.path.name} is closed")
        return self._file

    def _set_aside(self) -> None:
        self.abandon()
        try:
            if self.path.exists():
                durable.move_aside(self.path, self._folder.quarantine)
        except OSError:
            # The next scan finds the open segment here and tells what is whole in it.
            return

    def _quarantined(self) -> str:
        pictures = [picture for step in self.appended for picture in step.pictures]
        seconds = (pictures[-1].pts - pictures[0].pts) / 90_000 if pictures else 0.0
        return _QUARANTINED.format(seconds=seconds)

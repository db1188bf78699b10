"""The reserve: a file that takes space, and gives it back when the disk is full.

A full disk must not keep a recording from being closed, its manifest from being written or the
queue from taking its row. It owns that file, one on each disk that is written to; who is short of
space calls `release`.
"""

import logging
from pathlib import Path

from desktop.recording.disk import ballast_bytes
from desktop.space import DiskUsage
from holdfast import durable
from holdfast.layout import Home
from holdfast.overflow import DeviceOf, disk_of

_log = logging.getLogger(__name__)

TIGHT_BYTES = 4 << 20
"""With less free than this, not even a start can be written down."""


class Ballast:
    """The reserve on one disk. Methods may be called from any thread and never raise."""

    def __init__(self, path: Path, setting_bytes: int, usage: DiskUsage) -> None:
        self._path = path
        self._setting_bytes = setting_bytes
        self._usage = usage

    def keep(self) -> None:
        """Have the reserve that fits: make it, let it grow with the disk's room, or take it away.

        It does not shrink while the disk fills: that is what it is for.
        """
        have = self._size_bytes()
        wanted = ballast_bytes(self._setting_bytes, self._free_bytes() + have)
        try:
            if have > self._setting_bytes:
                durable.remove(self._path)
                have = 0
            # Not for every byte that comes free.
            if wanted >= max(2 * have, 1):
                durable.reserve(self._path, wanted)
                _log.info("%s bytes are kept in reserve", wanted)
        except OSError as error:
            _log.warning("there is no reserve for a full disk: %s", error)

    def release(self) -> bool:
        """Give the space back; whether there was any."""
        if self._size_bytes() == 0:
            return False
        _log.warning("the disk is full; the reserve is given back to close what is open")
        try:
            durable.remove(self._path)
        except OSError:
            _log.exception("the reserve cannot be given back")
            return False
        return True

    def release_if_tight(self) -> None:
        """Give the space back where nothing could be written without it."""
        if self._usage(self._path.parent).is_known and self._free_bytes() < TIGHT_BYTES:
            self.release()

    def _free_bytes(self) -> int:
        return self._usage(self._path.parent).free_bytes

    def _size_bytes(self) -> int:
        try:
            status = self._path.stat()
        except OSError:
            return 0
        # A copy of the file, from a backup, may have its size and take no space at all.
        return min(status.st_size, status.st_blocks * 512)


class Reserves:
    """The reserves of one home: where its queue is, and on each further disk that is recorded on.

    Methods may be called from any thread and never raise.
    """

    def __init__(
        self, home: Home, setting_bytes: int, usage: DiskUsage, disk_of: DeviceOf = disk_of
    ) -> None:
        self._home = home
        self._setting_bytes = setting_bytes
        self._usage = usage
        self._disk_of = disk_of

    def keep(self) -> None:
        """Have on each disk the reserve that fits it."""
        for path in self._paths():
            self._ballast(path).keep()

    def release(self, place: Path) -> bool:
        """Give the space back on the disk that `place` is on; whether there was any."""
        on_disk = self._disk(place)
        paths = [each for each in self._paths() if self._disk(each.parent) == on_disk]
        released = [self._ballast(each).release() for each in paths]
        return any(released)

    def release_if_tight(self) -> None:
        """Give the space back where nothing could be written without it."""
        for path in self._paths():
            self._ballast(path).release_if_tight()

    def _ballast(self, path: Path) -> Ballast:
        return Ballast(path, self._setting_bytes, self._usage)

    def _paths(self) -> list[Path]:
        paths = [self._home.ballast]
        if self._disk(self._home.recordings) != self._disk(self._home.root):
            paths.append(self._home.recordings_ballast)
        overflow = self._home.overflow
        if overflow is not None and overflow.is_here:
            paths.append(overflow.ballast)
        return paths

    def _disk(self, folder: Path) -> int | None:
        """The disk that a folder is on, or will be on; None where nobody can tell."""
        for place in (folder, *folder.parents):
            try:
                return self._disk_of(place)
            except (FileNotFoundError, NotADirectoryError):
                continue
            except OSError as error:
                _log.warning("which disk %s is on cannot be told: %s", folder, error)
                return None
        return None

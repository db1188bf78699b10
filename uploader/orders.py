"""Does what the receiver orders, on this computer: every copy of what was withdrawn is deleted.

Nothing of it is sent any more from the first moment; then the files go, then the row says so. Cut
short, it is done again: the order comes until it is confirmed. Whoever calls this has checked that
the order is the receiver's.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from holdfast import crash, durable, salvage
from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import FormatError
from holdfast.layout import Home, RecordingFolder, id_folders
from holdfast.manifest import FOOTAGE
from holdfast.orders import Done, Order, OrderKind
from uploader.identity import Identity
from uploader.queue import Queue
from uploader.transitions import Record
from uploader.withdrawal_rows import DELETED

_PACKED: Final = "Recording {} was copied onto a suitcase, which is not connected here."
_FOOTAGE: Final = "The file that {} was taken from may still be where it was."
_EXPIRES: Final = (
    "The receiver has a part of it and deletes that on {}, unless the rest comes before. It is "
    "safe on this computer."
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Orders:
    """Carries out orders, one at a time."""

    home: Home
    queue: Queue
    identity: Identity
    clock: Clock

    def carry_out(self, order: Order, device: str) -> Done | None:
        """Do what is ordered; the signed word for it, or None where a part has to wait.

        `device` is the id under which this computer is enrolled, where that is known. It waits
        for whoever records or looks at it now, and for disks that are not connected. Raises
        QueueError, OSError.
        """
        if order.deletes:
            found = self._delete(order)
            if found is None:
                return None
            deleted, elsewhere = found
        else:
            self._warn(order)
            deleted, elsewhere = [], []
        done = Done(
            order.order,
            device or self.identity.device,
            tuple(deleted),
            tuple(elsewhere),
            rfc3339(self.clock.now()),
        )
        return replace(done, signature=self.identity.sign(done.signed_bytes()))

    def _warn(self, order: Order) -> None:
        for recording in order.recordings:
            self.queue.withdrawals.note_expiry(recording, expiry(order))

    def _delete(self, order: Order) -> tuple[list[str], list[str]] | None:
        whole = order.kind is OrderKind.WITHDRAW_SESSION
        rows = self.queue.withdrawals.stop_sending(
            order.session, None if whole else order.recordings
        )
        crash.point("uploader.before-withdrawn-files")
        waits = any(each.is_in_use or each.is_away for each in rows)
        elsewhere = [_PACKED.format(each.recording) for each in rows if each.was_packed]
        deleted: set[str] = {each.recording for each in rows}
        for folder in self._copies(order, whole):
            footage = _is_footage(folder)
            if not _delete_folder(folder):
                waits = True
                continue
            deleted.add(folder.recording)
            if footage:
                elsewhere.append(_FOOTAGE.format(folder.recording))
        if waits:
            return None
        if whole and not self._delete_session(order.session):
            return None
        for each in rows:
            self.queue.withdrawals.copies_are_gone(each.recording, self._record())
        return sorted(deleted), elsewhere

    def _copies(self, order: Order, whole: bool) -> Iterator[RecordingFolder]:
        """Every copy on the disks that are here, also a second one of the same recording."""
        for root in self.home.session_folders(order.session):
            for path in id_folders(root):
                if whole or path.name in order.recordings:
                    yield RecordingFolder(path)

    def _delete_session(self, session: str) -> bool:
        """Delete the session's own files; false where a new recording has begun in it."""
        roots = [each for each in self.home.session_folders(session) if each.is_dir()]
        if any(id_folders(each) for each in roots):
            return False
        for each in roots:
            durable.remove_folder(each)
        return True

    def _record(self) -> Record:
        return Record("withdraw", self.clock.now(), 0.0, "withdrawn", reason=DELETED)


def expiry(order: Order) -> str:
    """What a notice says of a recording."""
    return _EXPIRES.format(order.expires_at)


def _is_footage(folder: RecordingFolder) -> bool:
    try:
        announcement = salvage.read_announcement(folder)
    except (OSError, FormatError) as error:
        _log.info("%s is deleted unread: %s", folder.path, error)
        return False
    return announcement is not None and FOOTAGE in announcement.extra


def _delete_folder(folder: RecordingFolder) -> bool:
    """Delete a recording's folder; false while somebody records it, or looks at it."""
    with salvage.abandoned(folder) as nobody_is_left:
        if not nobody_is_left:
            return False
        durable.empty_folder(folder.path, {folder.lock.name})
    durable.remove_folder(folder.path)
    return True

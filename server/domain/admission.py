"""Who may still begin something: room on the disk, each device's share of it, the right mount.

What was begun is finished while there is any room at all. So the disk is said to be full for new
recordings long before it is, and for their bytes a little before it is: documents and the database
have the last of it.
"""

import logging
import os
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from holdfast import durable
from holdfast.clock import Clock
from server.blobs.store import Store
from server.bounds import Bounds
from server.db.models import ImportRow, RecordingRow, SegmentRow, SessionRow
from server.domain.import_values import end_of
from server.domain.refusals import Refusal

RESERVE_BYTES: Final = 16 << 20
_DAY: Final = timedelta(days=1)
_EVER: Final = datetime(1970, 1, 1, tzinfo=UTC)
_log = logging.getLogger(__name__)


class Admission:
    """Asked before anything is begun, and before bytes are written."""

    def __init__(self, data: Store, bounds: Bounds, clock: Clock) -> None:
        self._data = data
        self._bounds = bounds
        self._clock = clock

    def free_bytes(self) -> int:
        """What this process may still write on the disk of the data folder."""
        system = os.statvfs(self._data.root)
        return system.f_bavail * system.f_frsize

    def is_open(self) -> bool:
        """Whether there is room for new recordings."""
        return self.free_bytes() >= self._bounds.keep_free_bytes

    def require_for_recording(self, session: Session, device: str) -> None:
        """Before a recording or an import is begun.

        Raises Refusal: `no_room_for_new`, `quota_exceeded`, `unavailable` without the right disk.
        """
        self.require_room_for_new()
        self.require_few_open(session, device)

    def require_few_open(self, session: Session, device: str) -> None:
        """Before anything is begun that has to be finished. Raises Refusal `quota_exceeded`."""
        most = self._bounds.device_open_recordings
        if most is not None and _open(session, device) >= most:
            raise _quota(f"{most} recordings that are not finished")

    def require_for_session(self, session: Session, device: str) -> None:
        """Before a session is begun. Raises Refusal: as `require_for_recording`.

        So many as it may have recordings open a device may begin within a day and leave empty.
        """
        self.require_room_for_new()
        most = self._bounds.device_open_recordings
        if most is None:
            return
        if _empty_sessions(session, device, self._clock.now() - _DAY) >= most:
            raise _quota(f"{most} sessions without a recording within a day")

    def require_room_for_new(self) -> None:
        """Raises Refusal: `no_room_for_new`, `unavailable` without the right disk."""
        self.require_mounted()
        if not self.is_open():
            raise Refusal(
                "no_room_for_new",
                "The receiver's disk is nearly full, so it begins nothing new. What was begun can "
                "be finished; this recording is safe where it is and is asked for again.",
            )

    @property
    def counts_bytes(self) -> bool:
        """Whether `require_for_segment` has anything to ask the database."""
        return (self._bounds.device_bytes, self._bounds.device_bytes_a_day) != (None, None)

    def require_for_segment(self, session: Session, device: str, size_bytes: int) -> None:
        """Before a segment, or an import's bytes, of this size is begun.

        Raises Refusal `quota_exceeded`.
        """
        most = self._bounds.device_bytes
        if most is not None and _held_bytes(session, device) + size_bytes > most:
            raise _quota(f"{most} bytes")
        most = self._bounds.device_bytes_a_day
        if most is not None:
            since = self._clock.now() - _DAY
            if _held_bytes(session, device, since) + size_bytes > most:
                raise _quota(f"{most} bytes within a day")

    def require_for_bytes(self, size_bytes: int) -> None:
        """Before bytes of a segment are written. Raises Refusal `storage_full`."""
        if self.free_bytes() - size_bytes < self._bounds.keep_for_documents_bytes:
            raise Refusal(
                "storage_full",
                "The receiver's disk is full. This chunk was not stored; send it again later.",
            )

    def require_mounted(self) -> None:
        """Raises Refusal `unavailable` where the marker of the data folder is gone."""
        if self._data.files.are_here and not self._data.marker.exists():
            raise Refusal(
                "unavailable",
                "The receiver's data folder is not there: its disk may not be mounted. Nothing "
                "was stored; try again later.",
            )

    def keep_reserve(self) -> None:
        """Set some of the disk aside, if there is room, so that bookkeeping has a last resort."""
        if self._data.reserve.exists() or not self.is_open():
            return
        try:
            durable.reserve(self._data.reserve, RESERVE_BYTES)
        except OSError as error:
            _log.warning("no reserve on the disk of %s: %s", self._data.root, error)

    def spend_reserve(self) -> bool:
        """Give the reserve back, once the disk is full; whether there was one."""
        if not self._data.reserve.exists():
            return False
        durable.remove(self._data.reserve)
        _log.error("the disk of %s is full; its reserve is used now", self._data.root)
        return True


def _held_bytes(session: Session, device: str, since: datetime = _EVER) -> int:
    """What this device's segments take, and the files that it has on their way, since then."""
    segments = (
        select(func.sum(SegmentRow.size_bytes))
        .join(RecordingRow, RecordingRow.id == SegmentRow.recording)
        .where(RecordingRow.device == device, SegmentRow.changed_at > since)
    )
    under_way = select(ImportRow.size_bytes, ImportRow.present).where(
        ImportRow.device == device, ImportRow.state == "open", ImportRow.changed_at > since
    )
    arriving = session.execute(under_way)
    return _count(session, segments) + sum(size or end_of(present) for size, present in arriving)


def _open(session: Session, device: str) -> int:
    """What this device began and did not finish, with the files that become recordings."""
    return sum(
        _count(session, select(func.count()).where(kind.device == device, kind.state == "open"))
        for kind in (RecordingRow, ImportRow)
    )


def _empty_sessions(session: Session, device: str, since: datetime) -> int:
    has_recordings = select(RecordingRow.id).where(RecordingRow.session == SessionRow.id).exists()
    return _count(
        session,
        select(func.count()).where(
            SessionRow.device == device, SessionRow.created_at > since, ~has_recordings
        ),
    )


def _count(session: Session, query: Select[Any]) -> int:
    count: int | None = session.scalar(query)
    return count or 0


def _quota(share: str) -> Refusal:
    return Refusal(
        "quota_exceeded",
        f"This computer's share of the receiver is used up ({share}). Nothing was stored; the "
        "recording is safe where it is. An administrator can raise the share.",
    )

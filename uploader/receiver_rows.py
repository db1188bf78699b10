"""What the queue remembers of the receiver itself: its time, what it takes, its last answer.

It asks the receiver nothing: whoever got an answer tells it here.
"""

import json
from typing import Final

from holdfast.announcement import Announcement
from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import Json
from uploader import snapshots
from uploader.clock_offset import ReceiverClock, late_offset
from uploader.database import Database
from uploader.meta_rows import keep_meta, meta

_CLOCK: Final = "receiver_clock"


class ReceiverRows:
    """Its methods may be called from any thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def note_contact(self, receiver: str) -> None:
        """Leave word that the receiver at this host has just answered."""
        at = rfc3339(self._clock.now())
        self._keep(snapshots.CONTACT, json.dumps({"receiver": receiver, "at": at}))

    def chunk_limit(self, receiver: str) -> int | None:
        """The largest body, in bytes, that this receiver says it takes; None if it said nothing."""
        with self._database.read() as database:
            text = meta(database, f"chunk_limit {receiver}")
        return None if text is None else int(text)

    def note_chunk_limit(self, receiver: str, limit_bytes: int) -> None:
        """Remember what a receiver said it takes."""
        self._keep(f"chunk_limit {receiver}", str(limit_bytes))

    def receiver_clock(self) -> ReceiverClock | None:
        """The surest that is known of the receiver's time; None before its first answer."""
        with self._database.read() as database:
            text = meta(database, _CLOCK)
        return None if text is None else ReceiverClock.from_json(json.loads(text))

    def note_receiver_clock(self, found: ReceiverClock) -> None:
        """Remember the receiver's time, for the manifests of this boot."""
        self._keep(_CLOCK, json.dumps(found.to_json()))

    def clock_circumstances(self) -> str:
        """What decides whether more can be learned of a recording's clock: boot and receiver."""
        known, boot_id = self.receiver_clock(), self._clock.boot_id()
        met = known.receiver if known is not None and known.boot_id == boot_id else ""
        return f"{boot_id} {met}"

    def clock_offset(self, announcement: Announcement) -> Json | None:
        """A recording's `clock_offset_s`: null where the receiver's time is not known."""
        known = self.receiver_clock()
        return None if known is None else known.offset_of(announcement)

    def late_clock_offset(self, announcement: Announcement) -> Json | None:
        """The same, learned after the manifest; null while it may still become known."""
        return late_offset(self.receiver_clock(), announcement, self._clock.boot_id())

    def _keep(self, key: str, value: str) -> None:
        with self._database.write() as database:
            keep_meta(database, key, value)

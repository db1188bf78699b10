"""Segments: chunks in any order, durable before they are acknowledged; whole ones are renamed.

The order is the promise: bytes written, bytes durable, row committed, answer. A crash between two
steps leaves bytes that no row speaks of, or a renamed file whose row still says `open`; both are
put right by the next call or the next start.
"""

import hashlib
import logging
import threading
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.exc import DatabaseError, OperationalError

from holdfast import crash, durable, ranges
from holdfast.clock import Clock
from holdfast.protocol import SegmentStatus
from server.blobs.base import Blobs, Differs, Key
from server.blobs.store import Store
from server.db.care_rows import DamagedSegmentRow
from server.db.engine import Database
from server.db.models import RecordingRow
from server.domain.admission import Admission
from server.domain.chunks import (
    Body,
    Chunk,
    Stored,
    other_bytes,
    pieces,
    present_in,
    require_same,
)
from server.domain.damage import is_wanted_again, repaired
from server.domain.disk_errors import is_storage_full
from server.domain.keyed_locks import KeyedLocks
from server.domain.refusals import Refusal
from server.domain.segment_healing import Healing
from server.domain.segment_rows import Owner, Segment, SegmentRows
from server.domain.sessions import own_recording

SEGMENTS = "segments"
"""The kind of work under whose locks segments are written."""
_log = logging.getLogger(__name__)
NOTHING = SegmentStatus(size_bytes=None, sha256=None, missing=(), complete=False)


class Uploads:
    """All writing of segments. One instance for one data folder; threads may share it."""

    def __init__(
        self,
        data: Store,
        database: Database,
        blobs: Blobs,
        admission: Admission,
        clock: Clock,
    ) -> None:
        self._data = data
        self._database = database
        self._blobs = blobs
        self._admission = admission
        self._rows = SegmentRows(database, clock)
        self._locks = KeyedLocks(data, SEGMENTS)
        self._counter = threading.Lock()
        self.received_bytes = 0
        """Bytes of all chunks that were acknowledged since the start, repeated ones included."""

    def put(self, recording: str, number: int, device: str, chunk: Chunk, body: Body) -> Stored:
        """Store a chunk. When this returns, its bytes survive a power cut.

        Raises Refusal: `unknown_recording`, `withdrawn`, `conflict`, `digest_mismatch`,
        `segment_mismatch` (everything of the segment was dropped), `storage_full`.
        """
        if body.sha256() != chunk.content_sha256:
            raise Refusal(
                "digest_mismatch",
                "The bytes that arrived do not match their Content-Digest. Nothing was stored; "
                "send the chunk again.",
            )
        with self._locks.hold((recording, number)):
            try:
                stored = self._put(recording, number, device, chunk, body)
            except (OSError, DatabaseError, Refusal):
                self._refuse_if_gone(recording, number, device)
                raise
        with self._counter:
            self.received_bytes += chunk.last + 1 - chunk.first
        return stored

    def _refuse_if_gone(self, recording: str, number: int, device: str) -> None:
        """Raises Refusal `withdrawn` where the recording went while its bytes were written."""
        with self._database.reading() as session:
            if session.get(RecordingRow, recording) is not None:
                return
            self._blobs.drop((recording, number))
            own_recording(session, recording, device)

    def _put(self, recording: str, number: int, device: str, chunk: Chunk, body: Body) -> Stored:
        owner, row = self._find((recording, number), device)
        if row is None:
            self._require_admitted(owner, number, device, chunk)
            row = Segment(recording, number, "open", chunk.size_bytes, chunk.repr_sha256)
        elif (row.size_bytes, row.sha256) != (chunk.size_bytes, chunk.repr_sha256):
            raise Refusal(
                "conflict",
                "This segment was begun with another size or another digest. Nothing was changed.",
                segment=row.status().to_json(),
            )
        if row.state == "stored":
            self._compare_stored(owner, row, chunk, body)
            return Stored(row.status(), created=False, repeated=True)
        return self._add(owner, row, chunk, body)

    def _require_admitted(self, owner: Owner, number: int, device: str, chunk: Chunk) -> None:
        if owner.state != "stored" and not self._admission.counts_bytes:
            return
        with self._database.reading() as session:
            if owner.state != "stored":
                self._admission.require_for_segment(session, device, chunk.size_bytes)
                return
            wanted = chunk.size_bytes, chunk.repr_sha256
            if not is_wanted_again(session, owner.id, number, wanted):
                raise Refusal("conflict", "The recording is complete and has no such segment.")

    def take_in(
        self,
        recording: str,
        number: int,
        device: str,
        staged: Key,
        size_bytes: int,
        sha256: str,
    ) -> None:
        """Make bytes that are staged under another key, whole and of this digest, a segment.

        They are renamed, and staged no more. Raises Refusal: `unknown_recording`, `withdrawn`,
        `conflict` where the segment is another.
        """
        key = (recording, number)
        with self._locks.hold(key):
            owner, row = self._find(key, device)
            if row is not None and (row.size_bytes, row.sha256) != (size_bytes, sha256):
                raise Refusal(
                    "conflict", "This segment is here with another digest. Nothing was changed."
                )
            if row is not None and row.state == "stored":
                return
            if owner.state == "stored":
                raise Refusal("conflict", "The recording is complete and has no such segment.")
            if row is not None:
                self._drop(key)
            final = self._data.recording(owner.session, owner.id).segment(number)
            self._blobs.publish(staged, final, size_bytes, None)
            crash.point("receiver.before-created")
            self._mark_stored(owner, Segment(recording, number, "open", size_bytes, sha256))
            self._blobs.tidy(staged)

    def _compare_stored(self, owner: Owner, row: Segment, chunk: Chunk, body: Body) -> None:
        path = self._data.recording(owner.session, owner.id).segment(row.number)
        here = hashlib.sha256()
        for block in self._data.files.blocks(path, chunk.first, chunk.last):
            here.update(block)
        if here.hexdigest() != chunk.content_sha256:
            raise other_bytes()

    def _add(self, owner: Owner, row: Segment, chunk: Chunk, body: Body) -> Stored:
        key = row.key
        if chunk.is_whole and chunk.content_sha256 != chunk.repr_sha256:
            raise self._drop(key)
        self._admission.require_for_bytes(chunk.last + 1 - chunk.first)
        try:
            before = ranges.merge(row.present)
            present = ranges.merge([*before, (chunk.first, chunk.last)])
            is_last = not ranges.missing(present, row.size_bytes)
            # The last chunk is made durable together with the whole, before the rename.
            self._write(key, row, chunk, body, durably=not is_last)
            row = replace(row, present=tuple(present))
            if not is_last:
                crash.point("receiver.before-chunk-row")
                row = self._rows.save(row)
                self._hash_what_follows(key, row)
                return Stored(row.status(), created=False, repeated=present == before)
            return self._complete(owner, row, None if chunk.is_whole else row.sha256)
        except Differs as error:
            raise self._drop(key) from error
        except FileNotFoundError as error:
            raise self._gone(key, row, error) from error
        except durable.WriteLost:
            self._drop(key)
            raise
        except (OSError, OperationalError) as error:
            self._blobs.forget(key)
            raise self._refused(key, row, error) from error

    def _write(self, key: Key, row: Segment, chunk: Chunk, body: Body, *, durably: bool) -> None:
        wanted = ranges.missing(list(present_in(row, chunk)), chunk.last + 1 - chunk.first)
        if ranges.total_bytes(wanted) < chunk.last + 1 - chunk.first:
            require_same(self._blobs, row, chunk, body)
        if wanted:
            self._blobs.write(
                key,
                pieces(wanted, chunk, body),
                durably=durably,
                is_first=not row.present,
                is_all=chunk.is_whole,
            )

    def _hash_what_follows(self, key: Key, row: Segment) -> None:
        # Chunks of two connections come in any order; hashing most of a large file at its end would
        # outlast the patience of whoever waits for the answer.
        first, last = row.present[0]
        if first == 0:
            self._blobs.catch_up(key, last + 1)

    def _complete(self, owner: Owner, row: Segment, sha256: str | None) -> Stored:
        final = self._data.recording(owner.session, owner.id).segment(row.number)
        self._blobs.publish(row.key, final, row.size_bytes, sha256)
        crash.point("receiver.before-created")
        stored = self._mark_stored(owner, row)
        self._blobs.tidy(row.key)
        return Stored(stored.status(), created=True)

    def _mark_stored(self, owner: Owner, row: Segment) -> Segment:
        stored = self._rows.save(replace(row, state="stored", present=()))
        if owner.state == "stored":
            with self._database.writing() as session:
                repaired(session)
        return stored

    def _drop(self, key: Key) -> Refusal:
        """Forget everything of a segment; returns what to tell the device."""
        self._blobs.drop(key)
        self._rows.forget(key)
        return Refusal(
            "segment_mismatch",
            "What is here does not match the segment's digest. Everything of this segment was "
            "dropped; send it again.",
        )

    def _gone(self, key: Key, row: Segment, error: OSError) -> Exception:
        """What to tell the device where bytes that were acknowledged are not here any more."""
        self._admission.require_mounted()
        if not row.present or self._blobs.has(key):
            return self._refused(key, row, error)
        _log.error("what had come of segment %d of %s is not here any more", key[1], key[0])
        return self._drop(key)

    def _refused(self, key: Key, row: Segment, error: OSError | OperationalError) -> Exception:
        if not self._rows.is_known(key):
            self._blobs.drop(key)
        if is_storage_full(error):
            return Refusal(
                "storage_full",
                "The receiver's disk is full. This chunk was not stored; send it again later.",
            )
        return error

    def _find(self, key: Key, device: str | None) -> tuple[Owner, Segment | None]:
        owner, row = self._rows.find(key, device)
        return owner, self._healed(owner, key[1], row)

    def _healed(self, owner: Owner, number: int, row: Segment | None) -> Segment | None:
        """The segment; one whose file was renamed before a crash is `stored` after this."""
        if row is not None and row.state == "stored":
            return row
        if owner.state == "stored" and not self._is_damaged(owner.id, number):
            return row
        final = self._data.recording(owner.session, owner.id).segment(number)
        if not self._data.files.exists(final):
            return row
        self._blobs.finish_publishing((owner.id, number), final)
        files = self._data.files
        size_bytes, sha256 = files.size_bytes(final), files.sha256(final)
        is_known = row is not None
        whole = Segment(owner.id, number, "open", size_bytes, sha256, is_known=is_known)
        return self._mark_stored(owner, whole)

    def _is_damaged(self, recording: str, number: int) -> bool:
        with self._database.reading() as session:
            return session.get(DamagedSegmentRow, (recording, number)) is not None

    def status(self, recording: str, number: int, device: str | None) -> SegmentStatus:
        """What is here of one segment. Raises Refusal `unknown_recording`, `withdrawn`."""
        with self._locks.hold((recording, number)):
            _, row = self._find((recording, number), device)
        return NOTHING if row is None else row.status()

    def statuses(self, asked: Sequence[Key], device: str | None) -> list[SegmentStatus]:
        """What is here of many; unknown, foreign and dropped ones alike have nothing here."""
        owners, rows = self._rows.find_many(asked, device)
        return [self._status_of(key, owners.get(key[0]), rows.get(key)) for key in asked]

    def _status_of(self, key: Key, owner: Owner | None, row: Segment | None) -> SegmentStatus:
        if owner is None:
            return NOTHING
        is_stored = row is not None and row.state == "stored"
        final = self._data.recording(owner.session, owner.id).segment(key[1])
        if not is_stored and self._data.files.exists(final):
            return self.status(*key, device=None)
        return NOTHING if row is None else row.status()

    def heal(self) -> None:
        """At start: have rows and bytes agree again, whatever came between them."""
        self._healing().run()

    def owe_lost(self, owner: RecordingRow) -> list[int]:
        """Have an open recording's segments sent again whose files are gone; their numbers."""
        return self._healing().owe_lost(owner)

    def _healing(self) -> Healing:
        rows, blobs = self._rows, self._blobs
        return Healing(self._data, self._database, blobs, rows, self._locks, self.status)

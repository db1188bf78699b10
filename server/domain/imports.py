"""Files whose SHA-256 nobody said beforehand: taken in whole or in pieces, made recordings.

Bytes are staged in the store of chunks, durable before they are acknowledged. When all are here
they become the one segment of a recording of their own, or a segment that was named, by a rename;
the receiver announces and signs off such a recording itself. A crash at any step leaves something
that the next call, or the next start, completes.
"""

import logging
from collections.abc import Mapping, Sequence
from typing import Final

from holdfast import crash
from holdfast.clock import Clock
from holdfast.ids import new_id
from holdfast.protocol import SEGMENT_MOST_BYTES
from server.blobs.base import Blobs
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import ImportRow
from server.domain.admission import Admission
from server.domain.chunks import Body
from server.domain.import_beginning import Beginning
from server.domain.import_completion import BytesGone, Completion
from server.domain.import_ending import ImportEnding
from server.domain.import_papers import plain
from server.domain.import_table import Beside
from server.domain.import_values import (
    Import,
    ImportState,
    Target,
    end_of,
    require_size,
    value_of,
)
from server.domain.recordings import Recordings
from server.domain.refusals import Refusal
from server.domain.sessions import Sessions, own_recording
from server.domain.staging import Joined, size_of
from server.domain.uploads import Uploads

_ID_MOST: Final = 200
_log = logging.getLogger(__name__)


class Imports(ImportEnding):
    """All files on their way. One instance for one data folder; threads may share it."""

    def __init__(
        self,
        data: Store,
        database: Database,
        blobs: Blobs,
        sessions: Sessions,
        uploads: Uploads,
        recordings: Recordings,
        admission: Admission,
        clock: Clock,
    ) -> None:
        super().__init__(data, database, blobs, admission, clock)
        self._beginning = Beginning(database, sessions, admission, clock)
        self._completion = Completion(database, self._staging, sessions, uploads, recordings)

    # Beginning -----------------------------------------------------------------------------------

    def create(
        self,
        device: str,
        *,
        size_bytes: int | None,
        name: str,
        media_type: str,
        metadata: Mapping[str, str],
        session: str | None = None,
        id: str | None = None,  # noqa: A002 - its name in every list of this receiver
        target: Target | None = None,
        is_part: bool = False,
        completes_itself: bool = False,
        belongs: bool = False,
    ) -> Import:
        """Begin a file; asked again with the same id, it is the one that was begun.

        With `completes_itself` its last byte makes it a recording, else `complete` does. `is_part`:
        only `join` will use it. `size_bytes` None: not known yet. `belongs`: to a file that was
        begun before, and is finished while there is any room.

        Raises Refusal: `bad_request`, `too_large`, `unknown_session`, `unknown_recording`,
        `withdrawn`, `conflict` where the id stands for something else, and those of
        `Admission.require_for_recording` and `require_for_segment`.
        """
        require_size(size_bytes)
        if id is not None and not 0 < len(id) <= _ID_MOST:
            raise Refusal("bad_request", f"An id has 1 to {_ID_MOST} letters. Nothing was stored.")
        staged = new_id(self._clock.now())
        row = ImportRow(
            id=id or staged,
            device=device,
            purpose="part" if is_part else "segment" if target else "recording",
            state="open",
            completes_itself=completes_itself and not is_part,
            staged=staged,
            recording=target.recording if target else None if is_part else staged,
            segment=target.segment if target else None if is_part else 0,
            session=session,
            size_bytes=size_bytes,
            name=plain(name),
            media_type=plain(media_type),
            details=dict(metadata),
            present=[],
        )
        return value_of(self._beginning.begin(row, belongs=belongs))

    def set_size(self, id: str, device: str, size_bytes: int) -> Import:  # noqa: A002 - as above
        """Say how large a file is whose size was not known when it was begun.

        Raises Refusal: `unknown_upload`, `too_large`, `conflict` where another size holds.
        """
        require_size(size_bytes)
        with self._locks.hold(id):
            row = self._rows.own(id, device)
            if row.size_bytes not in (None, size_bytes) or size_bytes < end_of(row.present):
                raise Refusal(
                    "conflict",
                    f"The file has another size than {size_bytes} bytes, or more of it is here "
                    "already. Nothing was changed.",
                )
            self._require_share(row, size_bytes)
            row.size_bytes = size_bytes
            self._rows.save(row)
            return self._completed_if_full(row)

    def _require_share(self, row: ImportState, end: int) -> None:
        """What nobody said beforehand is asked about when it comes."""
        more_bytes = end - end_of(row.present)
        if row.size_bytes is None and more_bytes > 0 and self._admission.counts_bytes:
            with self._database.reading() as session:
                self._admission.require_for_segment(session, row.device, more_bytes)

    # Bytes ---------------------------------------------------------------------------------------

    def write(
        self,
        id: str,  # noqa: A002
        device: str,
        offset: int,
        body: Body,
        beside: Beside | None = None,
    ) -> Import:
        """Store bytes at their place. When this returns, they survive a power cut.

        What `beside` notes is committed together with them, or not at all.

        Raises Refusal: `unknown_upload`, `bad_range` outside the file, `conflict` where other bytes
        are here; where the last byte completes it, also what `complete` raises. Raises OSError.
        """
        with self._locks.hold(id):
            row = self._rows.own(id, device)
            length = size_of(body)
            end = offset + length
            most_bytes = SEGMENT_MOST_BYTES if row.size_bytes is None else row.size_bytes
            if offset < 0 or end > most_bytes:
                raise Refusal(
                    "bad_range",
                    f"Bytes {offset} to {end - 1} lie outside the file, which has at most "
                    f"{most_bytes}. Nothing was stored.",
                )
            if row.state == "stored":
                self._compare_stored(row, offset, body)
                self._rows.note(beside)
                return value_of(row)
            self._admission.require_for_bytes(length)
            self._require_share(row, end)
            try:
                present = self._staging.add(row.staged, row.present, offset, body, length)
            except FileNotFoundError as error:
                raise self._lost(row) from error
            crash.point("receiver.before-import-row")
            self._rows.note_present(row, [list(each) for each in present], beside)
            return self._completed_if_full(row)

    def join(self, id: str, device: str, parts: Sequence[str]) -> Import:  # noqa: A002
        """Make an empty file of these parts, one after the other, and complete it.

        The parts are gone afterwards. Raises Refusal: `unknown_upload`, `conflict` where a part is
        not whole or no part, and what `complete` raises.
        """
        with self._locks.hold(id):
            row = self._rows.own(id, device)
            if row.state == "stored":
                return value_of(row)
            found = [self._rows.own(each, device) for each in parts]
            sizes = [each.size_bytes for each in found if value_of(each).is_full]
            if len(sizes) != len(found) or any(each.purpose != "part" for each in found):
                raise Refusal(
                    "conflict",
                    "Every part must be begun as a part and be here whole. Nothing was joined.",
                )
            named = [(each.staged, size or 0) for each, size in zip(found, sizes, strict=True)]
            size_bytes = sum(size for _, size in named)
            require_size(size_bytes)
            body = Joined(self._staging, named)
            present = self._staging.add(row.staged, row.present, 0, body, size_bytes)
            row.size_bytes, row.present = size_bytes, [list(each) for each in present]
            row.parts = list(parts)
            self._rows.save(row)
            joined = self._completed_if_full(row)
        for each in parts:
            self.drop(each, device)
        return joined

    def _compare_stored(self, row: ImportState, offset: int, body: Body) -> None:
        """Bytes that are sent again after the file was completed must be those that are here."""
        if row.recording is None or row.segment is None:
            return
        with self._database.reading() as session:
            owner = own_recording(session, row.recording, row.device)
        path = self._data.recording(owner.session, owner.id).segment(row.segment)
        for block in body.blocks():
            if b"".join(self._data.files.blocks(path, offset, offset + len(block) - 1)) != block:
                raise Refusal(
                    "conflict",
                    "The file is complete, with other bytes at this place. Nothing was changed.",
                )
            offset += len(block)

    # Asking --------------------------------------------------------------------------------------

    def status(self, id: str, device: str | None) -> Import:  # noqa: A002
        """What is here of a file; None as device means a user.

        Raises Refusal `unknown_upload`, also for another device's.
        """
        return value_of(self._rows.own(id, device))

    def content(self, id: str, device: str) -> Body:  # noqa: A002
        """What is here of a file that is not complete, from its first byte on without a gap.

        Raises Refusal `unknown_upload`.
        """
        row = self._rows.own(id, device)
        return Joined(self._staging, [(row.staged, value_of(row).offset)])

    def settle(self, id: str, device: str) -> Import:  # noqa: A002
        """Complete what completes itself and is here whole, if a crash or a refusal came between.

        Raises Refusal: `unknown_upload`, and what `complete` raises.
        """
        with self._locks.hold(id):
            return self._completed_if_full(self._rows.own(id, device))

    # Completing ----------------------------------------------------------------------------------

    def complete(self, id: str, device: str) -> str:  # noqa: A002
        """Make a file that is here whole a recording, or the segment that it is; its recording.

        Everything is durable when this returns; asked again, it is done. A size that nobody said is
        what is here, if that has no gap.

        Raises Refusal: `unknown_upload`, `missing` with the ranges still owed, `segment_mismatch`
        where it is not what its metadata promise (then it was dropped), `withdrawn`, `conflict`.
        """
        with self._locks.hold(id):
            row = self._rows.own(id, device)
            if row.size_bytes is None and len(row.present) == 1 and row.present[0][0] == 0:
                row.size_bytes = row.present[0][1] + 1
                self._rows.save(row)
            return self._complete(row)

    def _completed_if_full(self, row: ImportState) -> Import:
        if row.completes_itself and value_of(row).is_full:
            self._complete(row)
        return value_of(row)

    def _complete(self, row: ImportState) -> str:
        here = value_of(row)
        if row.purpose == "part" or row.recording is None:
            raise Refusal("conflict", "A part is completed by joining it. Nothing was changed.")
        if not here.is_full:
            raise Refusal(
                "missing",
                "Bytes of this file are still missing. Send them, then ask again.",
                missing=[list(each) for each in here.missing],
            )
        if row.state == "open":
            try:
                self._completion.run(row)
            except BytesGone as error:
                raise self._lost(row) from error
            except Refusal as refusal:
                if refusal.code in ("segment_mismatch", "withdrawn"):
                    self._forget(row)
                raise
            crash.point("receiver.before-imported-row")
            row.state, row.present = "stored", []
            self._rows.save(row)
        return row.recording

    def heal(self) -> None:
        """At start: complete what a crash left whole; drop what expired, and what is gone."""
        self.drop_expired()
        for row in self._rows.under_way():
            if not value_of(row).is_full:
                self._forget_if_gone(row.id)
            elif row.completes_itself:
                self._complete_left(row)

    def _complete_left(self, row: ImportState) -> None:
        try:
            self.complete(row.id, row.device)
        except Refusal as refusal:
            _log.warning("an upload that is here whole was left alone: %s", refusal.detail)

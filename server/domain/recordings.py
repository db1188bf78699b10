"""Finalising a recording: manifest checked, receipt signed, both durable before they count.

A receipt is never made twice: what a crash left as a file is taken up, not replaced.
"""

import logging
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from holdfast import crash
from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import FormatError, Json, canonical, digest
from holdfast.manifest import Manifest, ManifestSegment
from holdfast.receipt import Receipt, ReceiptSegment
from holdfast.receiver_layout import ReceivedRecording
from server.blobs.base import Blobs
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import RecordingRow, SegmentRow, TombstoneRow
from server.domain.audit import Audit
from server.domain.being_stored import (
    mark_stored,
    note_stored,
    receipt_on_disk,
    take_up_receipt,
    tell_stored,
)
from server.domain.devices import Devices
from server.domain.identity import ReceiverIdentity
from server.domain.keyed_locks import KeyedLocks
from server.domain.refusals import Refusal
from server.domain.scans import submit_work
from server.domain.sessions import announcement_of, own_recording, same_recording
from server.domain.signatures import is_signed_by_any
from server.domain.tombstones import TombstoneLog, tombstone_line
from server.operating import OperatingSettings

_log = logging.getLogger(__name__)


class Recordings:
    """Finalise, receipt, discard."""

    def __init__(
        self,
        data: Store,
        database: Database,
        blobs: Blobs,
        identity: ReceiverIdentity,
        devices: Devices,
        operating: OperatingSettings,
        audit: Audit,
        log: TombstoneLog,
        clock: Clock,
        owe_lost: Callable[[RecordingRow], list[int]],
    ) -> None:
        """`owe_lost` has segments sent again of which there are rows and no files."""
        self._owe_lost = owe_lost
        self._data = data
        self._database = database
        self._blobs = blobs
        self._identity = identity
        self._devices = devices
        self._operating = operating
        self._audit = audit
        self._log = log
        self._clock = clock
        self._locks = KeyedLocks(data, "recordings")

    def finalise(
        self, recording: str, content: Json, device: str, *, made_here: bool = False
    ) -> bytes:
        """The receipt, as the bytes of its JSON. Everything it names is durable.

        `made_here`: the receiver wrote this manifest itself, so no device signed it.

        Raises Refusal: `bad_request`, `manifest_mismatch`, `missing`, `conflict` where another
        manifest was finalised, `unknown_recording`, `withdrawn`.
        """
        with self._locks.hold(recording), self._database.reading() as session:
            row = own_recording(session, recording, device)
            manifest = _checked(row, content)
            folder = self._data.recording(row.session, recording)
            if row.state == "stored":
                return self._same_receipt(row, folder, content)
            if not made_here:
                self._require_signed(row, content, manifest)
            self._require_segments(session, row, manifest)
            session.rollback()
            return self._store(device, folder, content, manifest)

    def _require_signed(self, row: RecordingRow, content: Json, manifest: Manifest) -> None:
        own = self._devices.signing_keys(row.device)
        if own:
            # It was signed by the device that made it, or by the one that took its place.
            maker = self._devices.signing_keys(manifest.announcement.device)
            unsigned = canonical({**content, "signature": None})
            if not is_signed_by_any(unsigned, str(content.get("signature")), (*own, *maker)):
                raise _mismatch("The manifest is not signed with this device's key.")

    def _same_receipt(self, row: RecordingRow, folder: ReceivedRecording, content: Json) -> bytes:
        if row.manifest_sha256 != digest(content):
            raise Refusal(
                "conflict", "This recording was finalised with another manifest. It is unchanged."
            )
        return self._data.files.read(folder.receipt)

    def _require_segments(self, session: Session, row: RecordingRow, manifest: Manifest) -> None:
        here = {
            each.number: each
            for each in session.scalars(select(SegmentRow).where(SegmentRow.recording == row.id))
        }
        owed = [each for each in manifest.segments if each.lost is None]
        wrong = [each.segment for each in owed if _differs(each, here.get(each.segment))]
        if wrong:
            raise _mismatch(
                "The manifest lists another size or digest than was sent for segment "
                f"{', '.join(map(str, wrong))}.",
                segments=wrong,
            )
        missing = [
            each.segment
            for each in owed
            if each.segment not in here or here[each.segment].state != "stored"
        ]
        if not missing:
            # A receipt lets the device delete its copy: a row alone does not answer for a file.
            lost = set(self._owe_lost(row))
            missing = [each.segment for each in owed if each.segment in lost]
        if missing:
            session.rollback()
            self._expect(row.id, [each.segment for each in owed])
            raise Refusal(
                "missing",
                f"{len(missing)} of {len(owed)} segments are still missing. Send them, then ask "
                "again.",
                missing=missing,
            )

    def _expect(self, recording: str, numbers: list[int]) -> None:
        with self._database.writing() as session:
            session.get_one(RecordingRow, recording).expected = list(numbers)

    def _store(
        self, device: str, folder: ReceivedRecording, content: Json, manifest: Manifest
    ) -> bytes:
        receipt = receipt_on_disk(self._data.files, folder.receipt)
        if receipt is None or receipt.manifest_sha256 != digest(content):
            # Nobody was ever told of a manifest without a row, so it may still be replaced.
            self._data.files.write_replacing(folder.manifest, canonical(content))
            receipt = self._sign(manifest, content)
            crash.point("receiver.before-receipt")
            self._data.files.write_replacing(folder.receipt, canonical(receipt.to_json()))
            crash.point("receiver.before-stored-row")
        with self._database.writing() as session:
            # It may have been withdrawn since it was looked at.
            present = own_recording(session, folder.recording, device)
            mark_stored(session, present, manifest, receipt)
            if manifest.segments:
                submit_work(session, present, self._operating, self._clock)
            tell_stored(session, present, self._clock)
            note_stored(self._audit, session, present, f"device:{device}", receipt)
        return self._data.files.read(folder.receipt)

    def _sign(self, manifest: Manifest, content: Json) -> Receipt:
        return self._identity.sign(
            Receipt(
                recording=manifest.recording,
                manifest_sha256=digest(content),
                segments=tuple(
                    ReceiptSegment(each.segment, each.size_bytes, each.sha256)
                    for each in manifest.segments
                    if each.lost is None
                ),
                stored_at=rfc3339(self._clock.now()),
                receiver="",
                key_id="",
            )
        )

    def receipt(self, recording: str, device: str | None) -> bytes:
        """The receipt's JSON. Raises Refusal `not_ready` before the recording was finalised."""
        with self._database.reading() as session:
            row = own_recording(session, recording, device)
        if row.state != "stored":
            raise Refusal("not_ready", "The recording was not finalised yet.")
        return self._data.files.read(self._data.recording(row.session, row.id).receipt)

    def discard(self, recording: str, device: str) -> None:
        """Drop what was sent of a recording that was never finalised; asked again, it is done.

        One that never came is not taken any more either: it may be on its way on a disk. Raises
        Refusal: `conflict` for one that was finalised, `unknown_recording` for another device's.
        """
        with self._locks.hold(recording):
            if self._refuse_for_good(recording, device):
                return
            with self._database.reading() as session:
                dropped = session.get(TombstoneRow, recording)
                if dropped is not None and dropped.device == device:
                    return
                row = own_recording(session, recording, device)
            if row.state == "stored":
                raise Refusal("conflict", "The recording is finalised and stays. Nothing changed.")
            self._drop(row)

    def _refuse_for_good(self, recording: str, device: str) -> bool:
        """Leave a tombstone for what is not here; false where something is, or was."""
        with self._database.writing() as session:
            here = session.get(RecordingRow, recording), session.get(TombstoneRow, recording)
            if here != (None, None):
                return False
            stone = self._tombstone(recording, device)
            self._log.append(tombstone_line(stone))
            session.add(stone)
        return True

    def _tombstone(self, recording: str, device: str) -> TombstoneRow:
        now = self._clock.now()
        return TombstoneRow(recording=recording, device=device, reason="discarded", at=now)

    def _drop(self, row: RecordingRow) -> None:
        stone = self._tombstone(row.id, row.device)
        self._log.append(tombstone_line(stone))
        with self._database.writing() as session:
            session.add(stone)
            session.execute(delete(RecordingRow).where(RecordingRow.id == row.id))
        self.remove_files(row.session, row.id)

    def forget_open(self, recording: str, since: datetime) -> bool:
        """Drop what is here of a recording of which nothing came after `since`; whether it did.

        No tombstone is left: it is taken again if it comes. Everything happens under the
        database's lock, so that whoever announces it anew begins after it.
        """
        with self._locks.hold(recording), self._database.writing() as session:
            row = session.get(RecordingRow, recording)
            newest = select(func.max(SegmentRow.changed_at)).where(
                SegmentRow.recording == recording
            )
            changed_at = session.scalar(newest)
            if row is None or row.state != "open" or (changed_at or since) > since:
                return False
            session.execute(delete(RecordingRow).where(RecordingRow.id == recording))
            self.remove_files(row.session, recording)
        return True

    def remove_files(self, session_id: str, recording: str) -> None:
        """Delete everything of a dropped recording from the disk."""
        self._data.files.remove_folder(self._data.recording(session_id, recording).path)
        self._blobs.drop_all(recording)

    def heal(self) -> None:
        """At start: take up receipts that a crash left without a row, and finish discards."""
        with self._database.reading() as session:
            opened = list(session.scalars(select(RecordingRow).where(RecordingRow.state == "open")))
            dropped = set(session.scalars(select(TombstoneRow.recording)))
        for row in opened:
            with self._locks.hold(row.id):
                take_up_receipt(self._database, self._data, row, self._clock, heals_for=self._audit)
        for folder in self._data.recording_folders():
            if folder.recording in dropped:
                self.remove_files(folder.session, folder.recording)


def _differs(listed: ManifestSegment, row: SegmentRow | None) -> bool:
    if row is None:
        return False
    return (listed.size_bytes, listed.sha256) != (row.size_bytes, row.sha256)


def _checked(row: RecordingRow, content: Json) -> Manifest:
    """The manifest, which speaks of this very recording. Raises Refusal."""
    try:
        manifest = Manifest.from_json(content)
    except FormatError as error:
        raise Refusal("bad_request", f"{error}. Nothing was stored.") from error
    if not same_recording(manifest.announcement, announcement_of(row.announcement)):
        raise _mismatch("The manifest speaks of another recording than was announced.")
    return manifest


def _mismatch(sentence: str, **more: object) -> Refusal:
    return Refusal("manifest_mismatch", f"{sentence} Nothing was stored.", **more)

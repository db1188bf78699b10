"""The upload queue: what is in it, what people may change about it, and pictures of it.

It opens no files and sends nothing. Taking items out is `claims.py`, putting them back
`settling.py` and `steps.py`; with this module they hold every statement that changes the database.
"""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from holdfast.announcement import Announcement
from holdfast.clock import Clock, rfc3339
from holdfast.decision import DecisionNote
from holdfast.jsonform import Json
from holdfast.layout import Home, RecordingFolder
from holdfast.manifest import Manifest, ManifestSegment
from holdfast.sidecar import Sidecar
from uploader import day_rows, recording_snapshots, snapshots
from uploader.annotation_rows import AnnotationRows
from uploader.claims import Claims
from uploader.clock_offset import ReceiverClock, late_offset
from uploader.database import Database
from uploader.day_rows import Day, Reason
from uploader.decision_rows import DecisionRows, columns_of
from uploader.errors import SegmentChanged, UnknownRecording
from uploader.freeing_rows import FreeingRows
from uploader.holding_rows import HoldingRows
from uploader.instances import Instance
from uploader.items import (
    AttemptSnapshot,
    History,
    NetworkStatus,
    QueueSnapshot,
    RecordingSnapshot,
    SegmentSnapshot,
    Step,
)
from uploader.link_rows import LinkRows
from uploader.looks import LookRows
from uploader.places import Places
from uploader.preview_rows import PreviewRows
from uploader.rule_rows import RuleRows
from uploader.settling import Settling
from uploader.steps import Steps
from uploader.suitcase_rows import SuitcaseRows
from uploader.watching import QueueWatch
from uploader.wishes import Wishes
from uploader.withdrawal_rows import WithdrawalRows

_RECEIVER_CLOCK = "receiver_clock"
_TRY_NOW = "try_now"


@dataclass(frozen=True, slots=True)
class SegmentEntry:
    """What the queue keeps of a closed segment."""

    segment: int
    size_bytes: int
    sha256: str
    duration_s: float
    frames: int
    lost_frames: int

    @classmethod
    def of_sidecar(cls, sidecar: Sidecar) -> "SegmentEntry":
        """The entry of a segment that was just closed."""
        return cls(
            sidecar.segment,
            sidecar.size_bytes,
            sidecar.sha256,
            sidecar.duration_s,
            sidecar.frames,
            sidecar.lost_frames,
        )

    @classmethod
    def of_manifest(cls, segment: ManifestSegment) -> "SegmentEntry":
        """The entry of a segment that a manifest lists, whatever is left of it on disk."""
        return cls(
            segment.segment,
            segment.size_bytes,
            segment.sha256,
            segment.duration_s,
            segment.frames,
            sum(count for _, count in segment.losses),
        )


class Queue:
    """The queue as one instance sees it. Its methods may be called from any thread."""

    def __init__(
        self, database: Database, instance: Instance, clock: Clock, home: Home | None = None
    ) -> None:
        """`home` left out is the instance's, with the overflow folders that it knows of."""
        self._database = database
        self._clock = clock
        self._places = Places(home or instance.home)
        self.claims = Claims(database, instance, clock, self._places)
        """Taking items out, for a worker."""
        self.settling = Settling(database, clock)
        """Putting claimed segments back."""
        self.steps = Steps(database, clock)
        """Moving claimed recordings on."""
        self.annotations = AnnotationRows(database, clock, self._places)
        """What was learned later, and whether the receiver has it."""
        self.decisions = DecisionRows(database, instance, clock, self._places)
        """What may leave, and what was discarded."""
        self.previews = PreviewRows(database, clock, self._places)
        """Small pictures of segments, and whether the receiver has them."""
        self.holdings = HoldingRows(database)
        """What receivers gave receipts for."""
        self.looks = LookRows(database, clock)
        """Which recordings' folders need not be read anew."""
        self.freeing = FreeingRows(database, instance, self._places)
        """Which copies here may be deleted, and which were."""
        self.rules = RuleRows(database, clock, self._places)
        """What the sending rules are judged by: the pause, what was sent today."""
        self.links = LinkRows(database, clock)
        """What is known of each network's way to the receiver."""
        self.suitcases = SuitcaseRows(database, clock)
        """Recordings that travel on a disk."""
        self.wishes = Wishes(database, clock)
        """What people want for single recordings: first, not now."""
        self.withdrawals = WithdrawalRows(database, clock, self._places)
        """What the receiver ordered to delete."""

    @property
    def clock(self) -> Clock:
        """The clock that everything in this queue is timed by."""
        return self._clock

    def is_here(self, folder: RecordingFolder) -> bool:
        """Whether the disk that a recording is on is connected now."""
        return self._places.is_here(folder)

    def changes_by_others(self) -> int:
        """A number that is another one once another process has changed the queue."""
        return self._database.changes_by_others()

    def close(self) -> None:
        """Close the database; the instance and its claims live on."""
        self._database.close()

    def enqueue_recording(
        self,
        folder: RecordingFolder,
        announcement: Announcement,
        note: DecisionNote | None = None,
    ) -> None:
        """Give a recording its row. Doing it again only follows a folder that was moved.

        `note` is what its `decision.json` says now: one that must not leave is never claimed.
        """
        with self._database.write() as database:
            database.execute(
                """INSERT INTO recordings
                       (recording, session, overflow, participant, prompt, take, started_at, camera,
                        decision, after_accept, undo_until_ms)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                   ON CONFLICT (recording) DO UPDATE
                       SET overflow = excluded.overflow, camera = excluded.camera
                       WHERE overflow <> excluded.overflow OR camera <> excluded.camera""",
                (
                    announcement.recording,
                    announcement.session,
                    self._places.overflow_of(folder),
                    announcement.participant,
                    announcement.prompt,
                    announcement.take,
                    announcement.started_at,
                    announcement.video.camera_name if announcement.video is not None else "",
                    *columns_of(note).values(),
                ),
            )

    def enqueue_segment(self, folder: RecordingFolder, sidecar: Sidecar) -> None:
        """Give a closed segment its row. Raises UnknownRecording, SegmentChanged."""
        self.enqueue_segments(folder, [SegmentEntry.of_sidecar(sidecar)])

    def enqueue_segments(self, folder: RecordingFolder, entries: Iterable[SegmentEntry]) -> None:
        """Give closed segments of one recording their rows, all or none."""
        with self._database.write() as database:
            _require_known(database, folder.recording)
            for each in entries:
                added = database.execute(
                    """INSERT INTO segments
                           (recording, segment, size_bytes, sha256, duration_s, frames, lost_frames)
                       VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                    (
                        folder.recording,
                        each.segment,
                        each.size_bytes,
                        each.sha256,
                        each.duration_s,
                        each.frames,
                        each.lost_frames,
                    ),
                )
                if not added:
                    _require_same(database, folder.recording, each)

    def manifest_ready(
        self, folder: RecordingFolder, manifest: Manifest, saved: bool = True
    ) -> None:
        """Note that a recording ended; from now on it may be finalised. Raises UnknownRecording.

        `saved` says whether manifest and all segments are on disk with the sizes that it lists.
        """
        with self._database.write() as database:
            _require_known(database, folder.recording)
            database.execute(
                """UPDATE recordings SET state = ?, manifest_sha256 = ?, manifest_segments = ?,
                       duration_s = ?, frames = ?, lost_frames = ?, saved = ?
                   WHERE recording = ?""",
                (
                    manifest.state,
                    manifest.digest(),
                    sum(each.lost is None for each in manifest.segments),
                    manifest.duration_s,
                    manifest.frames,
                    manifest.lost_frames,
                    saved,
                    folder.recording,
                ),
            )

    def forget_given_up(self, recording: str, segments: Iterable[int]) -> None:
        """Take segments that the manifest now names lost out of the queue, but for one on its way.

        Whatever waited for them goes on.
        """
        with self._database.write() as database:
            database.many(
                """DELETE FROM segments
                   WHERE recording = ? AND segment = ? AND state <> 'uploading'""",
                ((recording, segment) for segment in segments),
            )

    def note_saved(self, recording: str, saved: bool) -> bool:
        """Note whether manifest and segments were found whole on disk; whether that was news."""
        with self._database.write() as database:
            changed = database.execute(
                "UPDATE recordings SET saved = ? WHERE recording = ? AND saved <> ?",
                (saved, recording, saved),
            )
        return changed == 1

    def receipt_found(self, recording: str, receiver: str = "") -> bool:
        """Take a recording whose checked receipt, of this receiver, is on disk as verified.

        Returns whether that was news.
        """
        with self._database.write() as database:
            found = database.execute(
                """UPDATE recordings SET step = 'verified', attempts = 0, not_before_ms = 0,
                       reason = '', receiver = ?
                   WHERE recording = ? AND claim_token IS NULL AND manifest_sha256 IS NOT NULL
                       AND step IN ('announce', 'segments', 'finalise', 'failed')""",
                (receiver, recording),
            )
            if found:
                database.execute(
                    """UPDATE segments SET state = 'completed', acknowledged_bytes = size_bytes,
                           reason = '' WHERE recording = ? AND state IN ('pending', 'failed')""",
                    (recording,),
                )
        return found == 1

    def receipt_gone(self, recording: str) -> None:
        """Take a recording as not verified, because its receipt is not on disk any more."""
        with self._database.write() as database:
            database.execute(
                """UPDATE recordings SET step = 'announce', attempts = 0, not_before_ms = 0
                   WHERE recording = ? AND claim_token IS NULL
                       AND step IN ('verified', 'playable')""",
                (recording,),
            )

    def retry(self, recording: str) -> None:
        """Start afresh whatever of a recording failed or waits. Raises UnknownRecording."""
        with self._database.write() as database:
            _require_known(database, recording)
            database.execute(
                """UPDATE segments SET state = 'pending', attempts = 0, mismatches = 0,
                       not_before_ms = 0, reason = '', ask_first = 1, troubled_ms = 0, calls = 0
                   WHERE recording = ? AND state IN ('failed', 'pending')""",
                (recording,),
            )
            database.execute(
                """UPDATE recordings SET attempts = 0, not_before_ms = 0, reason = '', hold = '',
                       troubled_ms = 0, calls = 0,
                       step = CASE step WHEN 'failed' THEN 'announce' ELSE step END,
                       discard = CASE discard WHEN 'refused' THEN 'tell' ELSE discard END
                   WHERE recording = ? AND claim_token IS NULL""",
                (recording,),
            )

    def retry_failed(self) -> list[str]:
        """Start everything that failed afresh; returns the recordings that it concerns."""
        failed = [each.id for each in self.snapshot().recordings if each.is_failed or each.calls]
        for recording in failed:
            self.retry(recording)
        return failed

    def make_due(self) -> None:
        """End every wait; attempts stay counted."""
        with self._database.write() as database:
            database.execute("UPDATE segments SET not_before_ms = 0 WHERE not_before_ms > 0")
            database.execute("UPDATE recordings SET not_before_ms = 0 WHERE not_before_ms > 0")
            database.execute("UPDATE annotations SET not_before_ms = 0 WHERE not_before_ms > 0")

    def cut_waits(self) -> None:
        """End the waits of what could not be sent; questions whether something plays have time."""
        with self._database.write() as database:
            database.execute(
                "UPDATE segments SET not_before_ms = 0 WHERE not_before_ms > 0 AND attempts > 0"
            )
            database.execute(
                """UPDATE recordings SET not_before_ms = 0
                   WHERE not_before_ms > 0 AND step IN ('announce', 'segments', 'finalise')"""
            )

    def ask_to_try_now(self) -> None:
        """End every wait, also in whatever other process sends, and also for the network."""
        self.make_due()
        self._put(_TRY_NOW, secrets.token_hex(8))

    def asked_to_try(self) -> str | None:
        """Another value each time that somebody asked."""
        with self._database.read() as database:
            return snapshots.meta(database, _TRY_NOW)

    def snapshot(self) -> QueueSnapshot:
        """The whole queue as of now."""
        with self._database.read() as database:
            return snapshots.queue(database, self._places, self._clock.now())

    def watch(self) -> QueueWatch:
        """Snapshots for whoever looks again and again; each costs what changed since the last."""
        return QueueWatch(self._database, self._places, self._clock)

    def recording(self, recording: str) -> RecordingSnapshot:
        """One recording as of now. Raises UnknownRecording."""
        with self._database.read() as database:
            found = snapshots.recordings(database, self._places, self._clock.now(), recording)
        if not found:
            raise UnknownRecording(f"The queue has no recording {recording}.")
        return found[0]

    def segments(self, recording: str) -> list[SegmentSnapshot]:
        """The segments of one recording, in order."""
        with self._database.read() as database:
            return recording_snapshots.segments(database, recording)

    def attempts(self, recording: str) -> list[AttemptSnapshot]:
        """Every try at sending something of one recording, oldest first."""
        with self._database.read() as database:
            return recording_snapshots.attempts(database, recording)

    def history(self, recording: str, newest: int) -> History:
        """One recording from near, with so many of its tries. Raises UnknownRecording."""
        near = self.recording(recording)
        with self._database.read() as database:
            return History(
                near,
                tuple(recording_snapshots.segments(database, recording)),
                tuple(recording_snapshots.newest_attempts(database, recording, newest)),
                recording_snapshots.count_attempts(database, recording),
            )

    def holder_of(self, sha256: str) -> tuple[str, Step] | None:
        """The recording that has a segment with this hash, and its step; discarded ones apart."""
        with self._database.read() as database:
            row = database.row(
                """SELECT recording, step FROM segments JOIN recordings USING (recording)
                   WHERE sha256 = ? AND step <> 'discarded' LIMIT 1""",
                (sha256,),
            )
        return None if row is None else (row[0], Step(row[1]))

    def days(self, newest: int) -> tuple[list[Day], list[Reason]]:
        """What sending came to on the newest days, and what stood in the way on them."""
        with self._database.read() as database:
            found = day_rows.days(database, newest)
            if not found:
                return [], []
            since = datetime.fromisoformat(found[0].day).astimezone()
            return found, day_rows.reasons(database, since)

    def known(self) -> dict[str, snapshots.Known]:
        """Recording -> what the queue has of it, for every recording that has a row."""
        with self._database.read() as database:
            return snapshots.known(database)

    def segment_numbers(self, recording: str) -> set[int]:
        """The segments of a recording that have a row."""
        with self._database.read() as database:
            return snapshots.segment_numbers(database, recording)

    def sizes(self) -> dict[str, int]:
        """Recording -> bytes of its closed segments."""
        with self._database.read() as database:
            return snapshots.sizes(database)

    def progress(self) -> dict[str, snapshots.Progress]:
        """Recording -> how far it is, without the cost of a whole snapshot."""
        with self._database.read() as database:
            return snapshots.progress(database, self._places)

    def network(self) -> NetworkStatus:
        """The network's state as the last worker saw it."""
        with self._database.read() as database:
            return snapshots.network(database, self._clock.now())

    def note_network(self, status: NetworkStatus) -> None:
        """Leave the network's state for other processes to show."""
        self._put(
            snapshots.NETWORK,
            json.dumps(
                {
                    "state": status.state.value,
                    "since": None if status.since is None else rfc3339(status.since),
                    "sentence": status.sentence,
                    "next_try_at": (
                        None if status.next_try_at is None else rfc3339(status.next_try_at)
                    ),
                    "by_rule": status.by_rule,
                    "calls": status.calls,
                    "answers": status.answers,
                }
            ),
        )

    def note_enrolled(self, is_enrolled: bool) -> None:
        """Leave word whether there is a receiver to send to."""
        self._put(snapshots.ENROLLED, "yes" if is_enrolled else "no")

    def note_contact(self, receiver: str) -> None:
        """Leave word that the receiver at this host has just answered."""
        at = rfc3339(self._clock.now())
        self._put(snapshots.CONTACT, json.dumps({"receiver": receiver, "at": at}))

    def chunk_limit(self, receiver: str) -> int | None:
        """The largest body, in bytes, that this receiver says it takes; None if it said nothing."""
        with self._database.read() as database:
            text = snapshots.meta(database, f"chunk_limit {receiver}")
        return None if text is None else int(text)

    def note_chunk_limit(self, receiver: str, limit_bytes: int) -> None:
        """Remember what a receiver said it takes."""
        self._put(f"chunk_limit {receiver}", str(limit_bytes))

    def receiver_clock(self) -> ReceiverClock | None:
        """The surest that is known of the receiver's time; None before its first answer."""
        with self._database.read() as database:
            text = snapshots.meta(database, _RECEIVER_CLOCK)
        return None if text is None else ReceiverClock.from_json(json.loads(text))

    def note_receiver_clock(self, found: ReceiverClock) -> None:
        """Remember the receiver's time, for the manifests of this boot."""
        self._put(_RECEIVER_CLOCK, json.dumps(found.to_json()))

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

    def roots(self) -> list[Path]:
        """Every recordings folder whose disk is connected now."""
        return self._places.roots()

    def _put(self, key: str, value: str) -> None:
        with self._database.write() as database:
            database.execute(
                """INSERT INTO meta VALUES (?, ?)
                   ON CONFLICT (key) DO UPDATE SET value = excluded.value
                       WHERE value <> excluded.value""",
                (key, value),
            )


def _require_known(database: Database, recording: str) -> None:
    if database.row("SELECT 1 FROM recordings WHERE recording = ?", (recording,)) is None:
        raise UnknownRecording(f"The queue has no recording {recording}.")


def _require_same(database: Database, recording: str, entry: SegmentEntry) -> None:
    row = database.row(
        "SELECT size_bytes, sha256 FROM segments WHERE recording = ? AND segment = ?",
        (recording, entry.segment),
    )
    if row != (entry.size_bytes, entry.sha256):
        raise SegmentChanged(
            f"Segment {entry.segment} of {recording} is queued with another size or hash than "
            "the files say. Both are kept; run holdfast queue rebuild."
        )

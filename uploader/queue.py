"""The upload queue: what is in it, what people may change about it, and pictures of it.

It opens no files and sends nothing. Taking items out is `claims.py`, putting them back
`settling.py` and `steps.py`; with this module they hold every statement that changes the database.
"""

import json
import secrets
from datetime import datetime
from pathlib import Path

from holdfast.clock import Clock, rfc3339
from holdfast.layout import Home, RecordingFolder
from uploader import day_rows, recording_snapshots, snapshots
from uploader.annotation_rows import AnnotationRows
from uploader.claims import Claims
from uploader.database import Database
from uploader.day_rows import Day, Reason
from uploader.decision_rows import DecisionRows
from uploader.entries import Entries, require_known
from uploader.errors import UnknownRecording
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
from uploader.meta_rows import keep_meta, meta
from uploader.places import Places
from uploader.preview_rows import PreviewRows
from uploader.receiver_rows import ReceiverRows
from uploader.rule_rows import RuleRows
from uploader.settling import Settling
from uploader.steps import Steps
from uploader.suitcase_rows import SuitcaseRows
from uploader.watching import QueueWatch
from uploader.wishes import Wishes
from uploader.withdrawal_rows import WithdrawalRows

_TRY_NOW = "try_now"


class Queue:
    """The queue as one instance sees it. Its methods may be called from any thread."""

    def __init__(
        self, database: Database, instance: Instance, clock: Clock, home: Home | None = None
    ) -> None:
        """`home` left out is the instance's, with the overflow folders that it knows of."""
        self._database = database
        self._clock = clock
        self._places = Places(home or instance.home)
        self.entries = Entries(database, self._places)
        """Putting recordings and segments in."""
        self.receiver = ReceiverRows(database, clock)
        """What is known of the receiver itself."""
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

    def retry(self, recording: str) -> None:
        """Start afresh whatever of a recording failed or waits. Raises UnknownRecording."""
        with self._database.write() as database:
            require_known(database, recording)
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
        self._keep(_TRY_NOW, secrets.token_hex(8))

    def asked_to_try(self) -> str | None:
        """Another value each time that somebody asked."""
        with self._database.read() as database:
            return meta(database, _TRY_NOW)

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
        self._keep(
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
        self._keep(snapshots.ENROLLED, "yes" if is_enrolled else "no")

    def roots(self) -> list[Path]:
        """Every recordings folder whose disk is connected now."""
        return self._places.roots()

    def _keep(self, key: str, value: str) -> None:
        with self._database.write() as database:
            keep_meta(database, key, value)

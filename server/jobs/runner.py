"""Does one claimed job: in a process of its own, within its limits, with a lease that is kept.

The process only writes temporary files and says what it found; this one gives the files their
names and changes the rows, and does neither once its claim was lost.
"""

import logging
import os
import threading
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from typing import Final

from sqlalchemy.exc import NoResultFound

from holdfast import durable
from holdfast.clock import Clock, SystemClock
from holdfast.receiver_layout import ReceivedRecording
from server.blobs.base import Unreachable
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import RecordingRow
from server.jobs import child
from server.jobs.attending import Attendant, Outcome
from server.jobs.kinds import KINDS, Kind
from server.jobs.lease import kept
from server.jobs.queue import Claim, JobQueue
from server.jobs.scan import NOT_PASSED
from server.jobs.settling import Settler
from server.operating import load_operating

SLOWEST_DISK_BYTES_S: Final = 10_000_000
"""A process must be heard of as often as its kind says, and as long as a slow disk takes to copy
it all."""
_log = logging.getLogger(__name__)


class Runner:
    """Runs claims one after the other."""

    def __init__(
        self,
        data: Store,
        database: Database,
        queue: JobQueue,
        stop: threading.Event,
        kinds: Mapping[str, Kind] = KINDS,
        pace: Clock | None = None,
    ) -> None:
        self._data = data
        self._database = database
        self._queue = queue
        self._kinds = kinds
        self._operating = load_operating(data, os.environ)
        self._attendant = Attendant(queue, stop, pace or SystemClock())
        self._settler = Settler(data, database, queue)

    def run(self, claim: Claim) -> None:
        """Do the job and settle its row; a claim that was lost is left alone."""
        with self._database.reading() as session:
            row = session.get(RecordingRow, claim.recording)
        if row is None:
            return
        kind = self._kinds.get(claim.kind)
        if kind is None:
            self._queue.fail(claim, f"This receiver knows no jobs {claim.kind!r}.", again=False)
        elif claim.kind != "scan" and row.scan in NOT_PASSED:
            self._queue.fail(claim, "Its files have not passed the scan.", again=False)
        elif claim.kind == "partial" and (row.state == "stored" or self._operating.scan.is_on):
            # The rest came meanwhile, and all of it is made into one film; or nothing may be opened
            # before a scan, which sees a recording once all of it is here.
            with self._database.writing() as session:
                self._queue.succeed(session, claim)
        else:
            self._run(claim, kind, self._data.recording(row.session, row.id))

    def _run(self, claim: Claim, kind: Kind, folder: ReceivedRecording) -> None:
        try:
            with ExitStack() as stack:
                with kept(self._queue, claim):
                    # From a bucket it may take minutes.
                    place = stack.enter_context(
                        self._data.files.workplace(folder, self._attempts_on(claim))
                    )
                if not kind.is_required:
                    durable.make_folder(place.derived)
                errand = child.Errand(
                    work=kind.work,
                    folder=str(place.path),
                    attempt=claim.name,
                    params=claim.params,
                    operating=self._operating,
                    memory_most_bytes=kind.memory_most_bytes,
                )
                outcome = self._attendant.attend(claim, errand, self._patience_s(kind, place))
                if outcome is not None:
                    self._end(claim, kind, folder, outcome)
        except Unreachable as error:
            self._queue.fail(claim, f"{error}.", again=True)
        except OSError as error:
            self._end_without_file(claim, error)
        except NoResultFound:
            if not self._is_gone(claim):
                raise
        if self._is_gone(claim):
            # It was withdrawn meanwhile, and this was the last one to put anything there.
            self._data.files.remove_folder(folder.path)
            self._data.files.remove_folder_if_empty(folder.path.parent)

    def _end_without_file(self, claim: Claim, error: OSError) -> None:
        if durable.is_no_space(error):
            self._queue.put_off(claim, child.FULL)
        elif not self._is_gone(claim):
            self._queue.fail(
                claim,
                f"A file could not be read or written: {child.named(error)}. What came is safe.",
                again=True,
            )

    def _attempts_on(self, claim: Claim) -> Callable[[], frozenset[str]]:
        return lambda: self._queue.attempts_on(claim.recording)

    def _is_gone(self, claim: Claim) -> bool:
        with self._database.reading() as session:
            return session.get(RecordingRow, claim.recording) is None

    def _end(self, claim: Claim, kind: Kind, folder: ReceivedRecording, outcome: Outcome) -> None:
        if outcome.waits:
            _log.warning("%s of %s waits: %s", claim.kind, claim.recording, outcome.reason)
            self._queue.put_off(claim, outcome.reason)
        elif outcome.made is None:
            _log.warning("%s of %s failed: %s", claim.kind, claim.recording, outcome.reason)
            self._queue.fail(claim, outcome.reason, again=outcome.again)
        else:
            self._settler.settle(claim, kind, folder, outcome.made)

    def _patience_s(self, kind: Kind, folder: ReceivedRecording) -> float:
        one_file_s = self._operating.scan.timeout_s if kind.name == "scan" else 0
        size_bytes = sum(path.stat().st_size for path in folder.segments.iterdir())
        return kind.silence_most_s + one_file_s + size_bytes / SLOWEST_DISK_BYTES_S

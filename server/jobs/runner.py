"""Does one claimed job: in a child process, within a time, with a lease that is kept alive.

The child only writes temporary files and says what it found; this process gives the files their
names and changes the rows, and does neither once its claim was lost.
"""

import logging
import multiprocessing
import os
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from sqlalchemy.exc import NoResultFound

from holdfast import crash, durable
from holdfast.clock import rfc3339
from holdfast.jsonform import FORMAT_VERSION, Json, canonical
from holdfast.receiver_layout import ReceivedRecording
from server.blobs.base import Unreachable
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import RecordingRow
from server.db.outbox import tell
from server.jobs import child
from server.jobs.queue import Claim, JobQueue
from server.jobs.scan import CLEAN, FOUND, NOT_PASSED, QUARANTINED
from server.operating import load_operating

POLL_S = 0.2
RENEW_EVERY_POLLS = 10
SILENCE_MOST_S = 120
SLOWEST_DISK_BYTES_S = 10_000_000
"""A child must be heard of every two minutes, and as long as a slow disk takes to copy it all."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a child ended: with a result, or with a reason."""

    result: Json | None = None
    reason: str = ""
    again: bool = True
    waits: bool = False
    """The disk is full, and no attempt is lost by it."""


class Runner:
    """Runs claims one after the other."""

    def __init__(
        self, data: Store, database: Database, queue: JobQueue, stop: threading.Event
    ) -> None:
        self._data = data
        self._database = database
        self._queue = queue
        self._stop = stop
        self._clock = queue.clock
        self._scan = load_operating(data, os.environ).scan

    def run(self, claim: Claim) -> None:
        """Do the job and settle its row; a claim that was lost is left alone."""
        with self._database.reading() as session:
            row = session.get(RecordingRow, claim.recording)
        if row is None:
            return
        if claim.kind != "scan" and row.scan in NOT_PASSED:
            self._queue.fail(claim, "Its files have not passed the scan.", again=False)
            return
        if claim.kind == "partial" and (row.state == "stored" or self._scan.is_on):
            # The rest came meanwhile, and all of it is made into one film; or nothing may be opened
            # before a scan, which sees a recording once all of it is here.
            self._succeed(claim)
            return
        folder = self._data.recording(row.session, row.id)
        try:
            with self._data.files.workplace(folder) as place:
                outcome = self._in_child(claim, place)
                if outcome is not None:
                    self._end(claim, folder, outcome)
        except Unreachable as error:
            self._queue.fail(claim, f"{error}.", again=True)
        except (OSError, NoResultFound) as error:
            if isinstance(error, OSError) and durable.is_no_space(error):
                self._queue.put_off(claim, child.FULL)
            elif not self._is_gone(claim):
                raise
        if self._is_gone(claim):
            # It was withdrawn meanwhile, and this was the last one to put anything there.
            self._data.files.remove_folder(folder.path)
            self._data.files.remove_folder_if_empty(folder.path.parent)

    def _is_gone(self, claim: Claim) -> bool:
        with self._database.reading() as session:
            return session.get(RecordingRow, claim.recording) is None

    def _end(self, claim: Claim, folder: ReceivedRecording, outcome: Outcome) -> None:
        if outcome.waits:
            _log.warning("%s of %s waits: %s", claim.kind, claim.recording, outcome.reason)
            self._queue.put_off(claim, outcome.reason)
        elif outcome.result is None:
            _log.warning("%s of %s failed: %s", claim.kind, claim.recording, outcome.reason)
            self._queue.fail(claim, outcome.reason, again=outcome.again)
        elif self._queue.renew(claim, 1.0):
            self._settle(claim, folder, outcome.result)

    def _in_child(self, claim: Claim, folder: ReceivedRecording) -> Outcome | None:
        """None: told to stop, or the claim was lost; nothing is left to settle."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        attempt = f"{claim.job}.{claim.attempt}"
        process = context.Process(
            target=child.main, args=(claim.kind, str(folder.path), attempt, theirs)
        )
        process.start()
        theirs.close()
        try:
            return self._listen(claim, process, ours, self._patience_s(claim, folder))
        finally:
            process.kill()
            process.join()
            ours.close()

    def _listen(
        self, claim: Claim, process: BaseProcess, ours: Connection, patience_s: float
    ) -> Outcome | None:
        progress = 0.0
        silent_polls = polls = 0
        while True:
            if self._stop.is_set():
                self._queue.give_back(claim)
                return None
            try:
                message = ours.recv() if ours.poll(POLL_S) else None
            except (EOFError, OSError):
                process.join()
                return Outcome(reason=f"The process that did it died ({process.exitcode}).")
            match message:
                case ("result", dict() as result):
                    return Outcome(result=result)
                case ("failed", str() as reason, bool() as again):
                    return Outcome(reason=reason, again=again)
                case ("waits", str() as reason):
                    return Outcome(reason=reason, waits=True)
                case ("progress", float() as done):
                    progress, silent_polls = done, 0
                case _:
                    silent_polls += 1
                    polls += 1
            if silent_polls * POLL_S > patience_s:
                return Outcome(reason="It took too long without any progress.")
            if polls % RENEW_EVERY_POLLS == 0 and not self._queue.renew(claim, progress):
                return None

    def _patience_s(self, claim: Claim, folder: ReceivedRecording) -> float:
        one_file_s = self._scan.timeout_s if claim.kind == "scan" else 0
        return one_file_s + _patience_s(folder)

    def _settle(self, claim: Claim, folder: ReceivedRecording, result: Json) -> None:
        if claim.kind == "scan":
            self._settle_scan(claim, folder, result)
            return
        if claim.kind in ("assemble", "partial"):
            self._publish(folder, result)
            if claim.kind == "assemble":
                self._data.files.remove(folder.partial)
            self._succeed(claim)
            return
        probe = {"format_version": FORMAT_VERSION, "recording": claim.recording, **result}
        self._data.files.make_folder(folder.derived)
        self._data.files.write_replacing(folder.probe, canonical(probe))
        with self._database.writing() as session:
            row = session.get_one(RecordingRow, claim.recording)
            row.probe = probe
            if probe["ok"] and self._queue.succeed(session, claim):
                tell(session, "recording.playable", row, self._clock.now())
        if not probe["ok"]:
            self._queue.fail(claim, str(probe["reason"]), again=False)

    def _settle_scan(self, claim: Claim, folder: ReceivedRecording, result: Json) -> None:
        now = self._clock.now()
        said = {"format_version": FORMAT_VERSION, "recording": claim.recording, **result}
        said["at"] = rfc3339(now)
        self._data.files.write_replacing(folder.scan, canonical(said))
        with self._database.writing() as session:
            row = session.get_one(RecordingRow, claim.recording)
            row.scan, row.scan_said = (CLEAN if result["clean"] else QUARANTINED), said
            if result["clean"]:
                self._queue.succeed(session, claim)
            else:
                files = [each["file"] for each in result["found"]]
                tell(session, "recording.quarantined", row, now, files=files)
        if not result["clean"]:
            self._queue.fail(claim, FOUND, again=False)

    def _succeed(self, claim: Claim) -> None:
        with self._database.writing() as session:
            self._queue.succeed(session, claim)

    def _publish(self, folder: ReceivedRecording, result: Json) -> None:
        for temporary, final in result["files"]:
            crash.point("receiver.before-assembled-rename")
            self._data.files.take_over(Path(temporary), folder.path / Path(final).name)


def _patience_s(folder: ReceivedRecording) -> float:
    size_bytes = sum(path.stat().st_size for path in folder.segments.iterdir())
    return SILENCE_MOST_S + size_bytes / SLOWEST_DISK_BYTES_S

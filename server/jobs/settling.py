"""Gives what a job made its names and writes down that it is done, both under its claim or neither.

A worker that lost its claim changes no row here, however late it comes. What a scan and a probe
say is a file of its own, which every attempt writes alike.
"""

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy.orm import Session

from holdfast import crash
from holdfast.clock import rfc3339
from holdfast.jsonform import FORMAT_VERSION, Json, canonical
from holdfast.receiver_layout import ReceivedRecording
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import RecordingRow
from server.db.outbox import tell
from server.db.work_rows import ResultRow
from server.jobs.kinds import Kind, Made, Piece
from server.jobs.queue import Claim, JobQueue
from server.jobs.results import Result, ResultFile, keep_result, write_result
from server.jobs.scan import CLEAN, FOUND, QUARANTINED


class Settler:
    """Settles jobs that made something."""

    def __init__(self, data: Store, database: Database, queue: JobQueue) -> None:
        self._data = data
        self._database = database
        self._queue = queue
        self._clock = queue.clock

    def settle(self, claim: Claim, kind: Kind, folder: ReceivedRecording, made: Made) -> None:
        """Take over what was made. Raises OSError, NoResultFound for a recording that is gone."""
        match kind.name:
            case "scan":
                self._settle_scan(claim, folder, made.facts)
            case "probe":
                self._settle_probe(claim, folder, made.facts)
            case "assemble" | "partial":
                self._settle_film(claim, kind, folder, made)
            case _:
                self._settle_result(claim, kind, folder, made)

    def _settle_film(self, claim: Claim, kind: Kind, folder: ReceivedRecording, made: Made) -> None:
        self._send_away(folder.path, made.files)
        with self._database.writing(of=f"jobs/{claim.job}") as session:
            if self._queue.succeed(session, claim):
                self._publish(folder.path, made.files)
                if kind.name == "assemble":
                    self._data.files.remove(folder.partial)

    def _settle_probe(self, claim: Claim, folder: ReceivedRecording, facts: Json) -> None:
        probe = {"format_version": FORMAT_VERSION, "recording": claim.recording, **facts}
        self._data.files.make_folder(folder.derived)
        self._data.files.write_replacing(folder.probe, canonical(probe))
        with self._database.writing() as session:
            if not self._queue.is_held(session, claim):
                return
            row = session.get_one(RecordingRow, claim.recording)
            row.probe = probe
            if probe["ok"] and self._queue.succeed(session, claim):
                tell(session, "recording.playable", row, self._clock.now())
        if not probe["ok"]:
            self._queue.fail(claim, str(probe["reason"]), again=False)

    def _settle_scan(self, claim: Claim, folder: ReceivedRecording, facts: Json) -> None:
        now = self._clock.now()
        said = {"format_version": FORMAT_VERSION, "recording": claim.recording, **facts}
        said["at"] = rfc3339(now)
        self._data.files.write_replacing(folder.scan, canonical(said))
        with self._database.writing() as session:
            if not self._queue.is_held(session, claim):
                return
            row = session.get_one(RecordingRow, claim.recording)
            row.scan, row.scan_said = (CLEAN if facts["clean"] else QUARANTINED), said
            if facts["clean"]:
                self._queue.succeed(session, claim)
            else:
                files = [each["file"] for each in facts["found"]]
                tell(session, "recording.quarantined", row, now, files=files)
        if not facts["clean"]:
            self._queue.fail(claim, FOUND, again=False)

    def _settle_result(
        self, claim: Claim, kind: Kind, folder: ReceivedRecording, made: Made
    ) -> None:
        sizes = tuple(
            ResultFile(each.final.name, each.temporary.stat().st_size) for each in made.files
        )
        result = Result(
            kind.name, claim.job, self._clock.now(), kind.version, dict(made.facts), sizes
        )
        self._data.files.make_folder(folder.derived)
        self._send_away(folder.derived, made.files)
        with self._database.writing(of=f"jobs/{claim.job}") as session:
            if not self._queue.succeed(session, claim):
                return
            self._publish(folder.derived, made.files)
            self._keep(session, claim, folder, result)

    def _keep(
        self, session: Session, claim: Claim, folder: ReceivedRecording, result: Result
    ) -> None:
        before = session.get(ResultRow, (claim.recording, result.kind))
        keep_result(session, claim.recording, result)
        write_result(self._data.files, folder, result)
        names = {each.name for each in result.files}
        for each in () if before is None else before.files:
            if each["name"] not in names:
                self._data.files.remove(folder.derived / each["name"])

    def _publish(self, folder: Path, files: Iterable[Piece]) -> None:
        """Names on this machine's disk are given while the claim is held: it takes a moment."""
        if self._data.files.are_here:
            self._take_over(folder, files)

    def _send_away(self, folder: Path, files: Iterable[Piece]) -> None:
        """A store elsewhere gets them before: nobody is kept waiting while they are sent."""
        if not self._data.files.are_here:
            self._take_over(folder, files)

    def _take_over(self, folder: Path, files: Iterable[Piece]) -> None:
        for each in files:
            crash.point("receiver.before-assembled-rename")
            self._data.files.take_over(each.temporary, folder / each.final.name)

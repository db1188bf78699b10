"""Gives what a job made its names and writes down that it is done, both under its claim or neither.

A worker that lost its claim changes no row here, and no file but films, however late it comes. A
film takes a bucket long to name, so it is named just before; every attempt makes it of the same
packets. What a scan and a probe say is a file of its own, which every attempt writes alike.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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
from server.jobs.lease import kept
from server.jobs.queue import Claim, JobQueue
from server.jobs.results import Result, ResultFile, keep_result, write_result
from server.jobs.scan import CLEAN, FOUND, QUARANTINED


@dataclass(frozen=True, slots=True)
class _Brought:
    """A file in the store under its attempt's name, and the name that it is to have."""

    temporary: Path
    final: Path
    size_bytes: int


class ClaimLost(Exception):
    """Somebody else has the job now, or nobody wants it any more."""


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
        with (
            self._brought(claim, folder.path, made.files) as at_once,
            self._database.writing(of=f"jobs/{claim.job}") as session,
        ):
            if not self._queue.succeed(session, claim):
                raise ClaimLost
            self._take_over(at_once)
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
        with (
            self._brought(claim, folder.derived, made.files) as at_once,
            self._database.writing(of=f"jobs/{claim.job}") as session,
        ):
            if not self._queue.succeed(session, claim):
                raise ClaimLost
            self._take_over(at_once)
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

    @contextmanager
    def _brought(
        self, claim: Claim, folder: Path, pieces: Collection[Piece]
    ) -> Iterator[list[_Brought]]:
        """The files that get their names in the same transaction as the row its end.

        A store elsewhere gets their bytes before, and what takes it long to name, so that nobody
        is kept waiting meanwhile. If the claim is lost, nothing of them stays.
        """
        brought: list[_Brought] = []
        try:
            with kept(self._queue, claim):
                for piece in pieces:
                    size_bytes = piece.temporary.stat().st_size
                    final = folder / piece.final.name
                    temporary = self._data.files.bring(piece.temporary, final)
                    brought.append(_Brought(temporary, final, size_bytes))
                at_once = [each for each in brought if self._is_at_once(each)]
                long = [each for each in brought if not self._is_at_once(each)]
                if long and not self._queue.holds(claim):
                    raise ClaimLost
                self._take_over(long)
            yield at_once
        except ClaimLost:
            for each in brought:
                self._data.files.remove(each.temporary)

    def _is_at_once(self, each: _Brought) -> bool:
        return self._data.files.names_at_once(each.size_bytes)

    def _take_over(self, brought: Collection[_Brought]) -> None:
        for each in brought:
            crash.point("receiver.before-assembled-rename")
            self._data.files.take_over(each.temporary, each.final)

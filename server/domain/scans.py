"""What the scan said of recordings, and what follows from it: work, quarantine, release.

A recording in quarantine keeps its files, its receipt and its place; only nobody may open it. So
a false alarm costs nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, canonical, parse
from holdfast.receiver_layout import ReceivedRecording
from server.blobs.base import Files
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import RecordingRow
from server.db.work_rows import ResultRow
from server.domain.refusals import Refusal
from server.jobs.kinds import DERIVED
from server.jobs.queue import submit
from server.jobs.scan import CLEAN, NOT_PASSED, QUARANTINED, WAITING
from server.operating import ALL, NONE, JobSettings, OperatingSettings

FILM: Final = ("assemble", "probe")
"""What is made of every recording; a scan, where there is one, comes first."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """A recording that nobody may open, and why."""

    recording: str
    session: str
    device: str
    scan: str
    said: Json | None

    def to_json(self) -> Json:
        return {
            "recording": self.recording,
            "session": self.session,
            "device": self.device,
            "scan": self.scan,
            "found": (self.said or {}).get("found", []),
        }


def require_known_kinds(jobs: JobSettings) -> None:
    """Raises FormatError where receiver.toml names a kind of jobs that there is not."""
    known = [each.name for each in DERIVED]
    for name in jobs.by_themselves:
        if name not in (ALL, *known):
            raise FormatError(
                f"jobs.by_themselves names {name!r}; there are: {', '.join(known)}, {ALL}, {NONE}."
            )


def submit_work(
    session: Session, row: RecordingRow, operating: OperatingSettings, clock: Clock
) -> None:
    """Queue what has to be done with a stored recording, in the caller's transaction."""
    if row.scan == QUARANTINED:
        return
    scan: tuple[str, ...] = ()
    if operating.scan.is_on and row.scan != CLEAN:
        row.scan, scan = WAITING, ("scan",)
    wanted = [each.name for each in DERIVED if operating.jobs.wants(each.name)]
    submit(session, row.id, (*scan, *FILM, *wanted), clock)


def submit_missing(
    session: Session,
    row: RecordingRow,
    operating: OperatingSettings,
    clock: Clock,
    before: Sequence[str] = (),
) -> None:
    """Queue these jobs, and whatever else is wanted of the recording and was never made of it."""
    results = select(ResultRow.kind, ResultRow.version).where(ResultRow.recording == row.id)
    made = {row.kind: row.version for row in session.execute(results)}
    missing = [
        each.name
        for each in DERIVED
        if operating.jobs.wants(each.name) and made.get(each.name, 0) < each.version
    ]
    if before or missing:
        submit(session, row.id, (*before, *missing), clock)


def take_up_scan(files: Files, row: RecordingRow, folder: ReceivedRecording) -> None:
    """Believe the file about what the scan said, where the row does not say it yet."""
    if row.scan is None and files.exists(folder.scan):
        row.scan_said = parse(files.read(folder.scan), folder.scan.name)
        row.scan = CLEAN if row.scan_said.get("clean") is True else QUARANTINED


class Scans:
    """What an administrator sees and decides."""

    def __init__(
        self, data: Store, database: Database, settings: OperatingSettings, clock: Clock
    ) -> None:
        self._data = data
        self._database = database
        self._settings = settings
        self._clock = clock

    def hidden(self) -> list[Hidden]:
        """Every stored recording that nobody may open now, oldest first."""
        query = select(RecordingRow).where(RecordingRow.scan.in_(NOT_PASSED))
        with self._database.reading() as session:
            return [
                Hidden(row.id, row.session, row.device, row.scan or WAITING, row.scan_said)
                for row in session.scalars(query.order_by(RecordingRow.id))
            ]

    def again(self, recordings: Sequence[str]) -> list[str]:
        """Have these scanned, all stored ones if none is named; until then nobody may open them.

        Returns their ids. Raises Refusal `bad_request` where no scan is set up, `not_found`.
        """
        if not self._settings.scan.is_on:
            raise Refusal(
                "bad_request",
                "No scan.command is set in receiver.toml. Nothing was changed; set one first.",
            )
        with self._database.writing() as session:
            rows = self._stored(session, recordings)
            for row in rows:
                row.scan = WAITING
                submit_missing(session, row, self._settings, self._clock, ("scan", *FILM))
            return [row.id for row in rows]

    def release(self, recording: str, reason: str) -> None:
        """Let people open a recording although the scan found something; the reason is kept.

        Raises Refusal `not_found`, `conflict` where it is not in quarantine.
        """
        with self._database.writing() as session:
            (row,) = self._stored(session, [recording])
            if row.scan != QUARANTINED:
                raise Refusal("conflict", "It is not in quarantine. Nothing was changed.")
            folder = self._data.recording(row.session, row.id)
            said = {
                **(row.scan_said or {"format_version": FORMAT_VERSION, "recording": row.id}),
                "clean": True,
                "released": {"at": rfc3339(self._clock.now()), "reason": reason},
            }
            self._data.files.write_replacing(folder.scan, canonical(said))
            row.scan, row.scan_said = CLEAN, said
            submit_missing(session, row, self._settings, self._clock, FILM)

    def _stored(self, session: Session, recordings: Sequence[str]) -> list[RecordingRow]:
        query = select(RecordingRow).where(RecordingRow.state == "stored")
        if not recordings:
            return list(session.scalars(query.order_by(RecordingRow.id)))
        rows = [session.get(RecordingRow, each) for each in recordings]
        here = [row for row in rows if row is not None and row.state == "stored"]
        if len(here) != len(recordings):
            raise Refusal("not_found", "There is no such stored recording. Nothing was changed.")
        return here

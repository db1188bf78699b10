"""Closing a session: how many recordings to expect of it, which are missing, which have gaps.

What is said is a file in the session's folder. Nothing is refused afterwards: a device that was
away for long may bring what was missing. An incomplete recording can be played up to its gap.
"""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from holdfast.clock import Clock, parse_rfc3339, rfc3339
from holdfast.jsonform import FORMAT_VERSION, Json, Reader, canonical, parse
from server.auth.policy import Principal
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import JobRow, RecordingRow, SegmentRow, SessionRow
from server.domain.refusals import Refusal
from server.domain.withdrawal import Note
from server.jobs.queue import submit

EXPECTED_MOST: Final = 10_000
PARTIAL: Final = ("partial",)


@dataclass(frozen=True, slots=True)
class Incomplete:
    """A recording of which something is missing. `whole_to` segments from the first are here."""

    recording: str
    segments: int
    whole_to: int
    missing: tuple[int, ...] | None
    plays: bool

    def to_json(self) -> Json:
        return {
            "recording": self.recording,
            "segments": self.segments,
            "whole_to": self.whole_to,
            "missing": None if self.missing is None else list(self.missing),
            "plays": self.plays,
        }


@dataclass(frozen=True, slots=True)
class Closed:
    """What a session's closing found; `expected` None: it is not closed."""

    session: str
    closed_at: str | None
    expected: int | None
    recordings: int
    incomplete: tuple[Incomplete, ...]

    @property
    def missing(self) -> int | None:
        """How many recordings never came at all."""
        return None if self.expected is None else max(0, self.expected - self.recordings)

    @property
    def is_complete(self) -> bool:
        """Whether all that is expected is here, whole."""
        return self.missing == 0 and not self.incomplete

    def to_json(self) -> Json:
        return {
            "session": self.session,
            "closed_at": self.closed_at,
            "expected_recordings": self.expected,
            "recordings": self.recordings,
            "missing_recordings": self.missing,
            "incomplete": [each.to_json() for each in self.incomplete],
            "complete": self.is_complete,
        }


class Closing:
    """Closes sessions, and says what is missing of them."""

    def __init__(self, data: Store, database: Database, note: Note, clock: Clock) -> None:
        self._data = data
        self._database = database
        self._note = note
        self._clock = clock

    def close(self, session_id: str, expected: int, by: Principal | str) -> Closed:
        """Say how many recordings the session has; said again, the last number counts.

        Has what is here of incomplete ones made playable. Raises Refusal `bad_request`,
        `unknown_session`.
        """
        if not 0 <= expected <= EXPECTED_MOST:
            raise Refusal("bad_request", f"A session has 0 to {EXPECTED_MOST} recordings.")
        now = self._clock.now()
        with self._database.writing() as session:
            visit = session.get(SessionRow, session_id)
            if visit is None:
                raise Refusal("unknown_session", "No such session is known here.")
            if visit.expected_recordings != expected:
                content = {
                    "format_version": FORMAT_VERSION,
                    "session": session_id,
                    "expected_recordings": expected,
                    "closed_at": rfc3339(now),
                }
                file = self._data.closed_file(session_id)
                self._data.files.write_replacing(file, canonical(content))
                visit.closed_at, visit.expected_recordings = now, expected
            self._make_playable(session, visit)
        self._note(by, "session.closed", f"session:{session_id}", expected=expected)
        return self.state(session_id)

    def _make_playable(self, session: Session, visit: SessionRow) -> None:
        for row in _open(session, visit.id):
            busy = select(JobRow.id).where(
                JobRow.recording == row.id, JobRow.state.in_(("queued", "running"))
            )
            if _whole_to(session, row.id) and session.scalar(busy) is None:
                submit(session, row.id, PARTIAL, self._clock)

    def state(self, session_id: str) -> Closed:
        """How complete a session is. Raises Refusal `unknown_session`."""
        with self._database.reading() as session:
            visit = session.get(SessionRow, session_id)
            if visit is None:
                raise Refusal("unknown_session", "No such session is known here.")
            return self._state(session, visit)

    def incomplete(self) -> list[Closed]:
        """The closed sessions of which something is missing, the oldest first."""
        with self._database.reading() as session:
            query = select(SessionRow).where(SessionRow.closed_at.is_not(None))
            found = [
                self._state(session, visit)
                for visit in session.scalars(query.order_by(SessionRow.id))
            ]
        return [each for each in found if not each.is_complete]

    def _state(self, session: Session, visit: SessionRow) -> Closed:
        ids = list(session.scalars(select(RecordingRow.id).where(RecordingRow.session == visit.id)))
        incomplete = [self._look_at(session, row) for row in _open(session, visit.id)]
        return Closed(
            session=visit.id,
            closed_at=None if visit.closed_at is None else rfc3339(visit.closed_at),
            expected=visit.expected_recordings,
            recordings=len(ids),
            incomplete=tuple(incomplete),
        )

    def _look_at(self, session: Session, row: RecordingRow) -> Incomplete:
        stored = _stored(session, row.id)
        missing = None
        if row.expected is not None:
            missing = tuple(each for each in row.expected if each not in stored)
        folder = self._data.recording(row.session, row.id)
        return Incomplete(
            recording=row.id,
            segments=len(stored),
            whole_to=_whole_to(session, row.id),
            missing=missing,
            plays=self._data.files.exists(folder.partial),
        )

    def restore(self) -> None:
        """Take in what the files say, into a database that was made anew."""
        with self._database.writing() as session:
            for visit in session.scalars(select(SessionRow).where(SessionRow.closed_at.is_(None))):
                path = self._data.closed_file(visit.id)
                if self._data.files.exists(path):
                    reader = Reader(parse(self._data.files.read(path), path.name), path.name)
                    visit.closed_at = parse_rfc3339(reader.text("closed_at"))
                    visit.expected_recordings = reader.whole("expected_recordings")


def _open(session: Session, visit: str) -> list[RecordingRow]:
    query = select(RecordingRow).where(RecordingRow.session == visit, RecordingRow.state == "open")
    return list(session.scalars(query.order_by(RecordingRow.id)))


def _stored(session: Session, recording: str) -> set[int]:
    query = select(SegmentRow.number).where(
        SegmentRow.recording == recording, SegmentRow.state == "stored"
    )
    return set(session.scalars(query))


def _whole_to(session: Session, recording: str) -> int:
    """How many segments from the first are here without a gap."""
    stored, count = _stored(session, recording), 0
    while count in stored:
        count += 1
    return count

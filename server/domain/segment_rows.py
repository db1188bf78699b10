"""What the database knows of one segment, asked and noted with plain statements.

Every chunk asks for it and notes it; rows as objects of the ORM cost five times as much. It decides
nothing about bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import BindParameter, Table, and_, bindparam, select
from sqlalchemy.exc import IntegrityError

from holdfast.clock import Clock
from holdfast.protocol import SegmentStatus
from holdfast.ranges import Range, missing
from server.blobs.base import Key
from server.db.engine import Database
from server.db.models import Base, RecordingRow, SegmentRow
from server.db.prepared import Change, Question
from server.domain.sessions import own_recording

_RECORDINGS: Final[Table] = Base.metadata.tables[RecordingRow.__tablename__]
_SEGMENTS: Final[Table] = Base.metadata.tables[SegmentRow.__tablename__]
_ITS: Final = and_(
    _SEGMENTS.c.recording == bindparam("of_recording"), _SEGMENTS.c.number == bindparam("of_number")
)
_FIND: Final = Question(
    select(
        _RECORDINGS.c.session,
        _RECORDINGS.c.device,
        _RECORDINGS.c.state.label("owner_state"),
        _SEGMENTS.c.state,
        _SEGMENTS.c.size_bytes,
        _SEGMENTS.c.sha256,
        _SEGMENTS.c.present,
    )
    .select_from(
        _RECORDINGS.outerjoin(
            _SEGMENTS,
            and_(
                _SEGMENTS.c.recording == _RECORDINGS.c.id,
                _SEGMENTS.c.number == bindparam("of_number"),
            ),
        )
    )
    .where(_RECORDINGS.c.id == bindparam("of_recording"))
)
_VALUES: Final[dict[str, BindParameter[Any]]] = {
    name: bindparam(name) for name in ("state", "size_bytes", "sha256", "present", "changed_at")
}
_INSERT: Final = Change(
    _SEGMENTS.insert().values(
        recording=bindparam("of_recording"), number=bindparam("of_number"), **_VALUES
    )
)
_UPDATE: Final = Change(_SEGMENTS.update().where(_ITS).values(**_VALUES))
_DELETE: Final = _SEGMENTS.delete().where(_ITS)
_IS_KNOWN: Final = select(_SEGMENTS.c.number).where(_ITS)
_STATE: Final = select(_SEGMENTS.c.state).where(_ITS)


@dataclass(frozen=True, slots=True)
class Owner:
    """The recording that a segment belongs to."""

    id: str
    session: str
    state: str


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment; `present` are the ranges that are durable while it is `open`."""

    recording: str
    number: int
    state: str
    size_bytes: int
    sha256: str
    present: tuple[Range, ...] = ()
    is_known: bool = False
    """Whether the database has a row of it."""

    @property
    def key(self) -> Key:
        return self.recording, self.number

    def status(self) -> SegmentStatus:
        """What the device is told."""
        complete = self.state == "stored"
        owed = () if complete else tuple(missing(list(self.present), self.size_bytes))
        return SegmentStatus(self.size_bytes, self.sha256, owed, complete)


class SegmentRows:
    """The rows of segments. Whoever saves one holds its lock (`keyed_locks.py`)."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def find(self, key: Key, device: str | None) -> tuple[Owner, Segment | None]:
        """A segment and its recording, if this device may know of it; None as device: a user.

        Raises Refusal `unknown_recording`, `withdrawn`.
        """
        with self._database.querying() as connection:
            row = _FIND.one_or_none(connection, _of(key))
        if row is None or device not in (None, row.device):
            self._refuse(key, device)
            # It was announced between the two questions.
            return self.find(key, device)
        owner = Owner(key[0], row.session, row.owner_state)
        return owner, None if row.state is None else _segment(key, row)

    def find_many(
        self, keys: Sequence[Key], device: str | None
    ) -> tuple[dict[str, Owner], dict[Key, Segment]]:
        """Recordings by id and segments by key; who may not know of one does not find it."""
        of_recordings = _RECORDINGS.c.id.in_({recording for recording, _ in keys})
        owners = select(_RECORDINGS.c.id, _RECORDINGS.c.session, _RECORDINGS.c.state).where(
            of_recordings if device is None else and_(of_recordings, _RECORDINGS.c.device == device)
        )
        with self._database.querying() as connection:
            found = {
                row.id: Owner(row.id, row.session, row.state) for row in connection.execute(owners)
            }
            segments = select(_SEGMENTS).where(
                _SEGMENTS.c.recording.in_(list(found)),
                _SEGMENTS.c.number.in_({number for _, number in keys}),
            )
            rows = connection.execute(segments).all()
        return found, {
            (row.recording, row.number): _segment((row.recording, row.number), row) for row in rows
        }

    def _refuse(self, key: Key, device: str | None) -> None:
        with self._database.reading() as session:
            own_recording(session, key[0], device)

    def save(self, segment: Segment) -> Segment:
        """Note how a segment is now, durably.

        Raises Refusal `unknown_recording`, `withdrawn` if its recording was dropped meanwhile.
        """
        values = {
            **_of(segment.key),
            "state": segment.state,
            "size_bytes": segment.size_bytes,
            "sha256": segment.sha256,
            "present": [list(each) for each in segment.present],
            "changed_at": self._clock.now(),
        }
        try:
            with self._database.changing(of=_name(segment.key)) as connection:
                saved = (_UPDATE if segment.is_known else _INSERT).run(connection, values)
        except IntegrityError:
            self._refuse(segment.key, None)
            raise
        if saved != 1:
            self._refuse(segment.key, None)
        return replace(segment, is_known=True)

    def forget(self, key: Key) -> None:
        """Drop its row, where there is one."""
        with self._database.changing(of=_name(key)) as connection:
            connection.execute(_DELETE, _of(key))

    def is_open(self, key: Key) -> bool:
        """Whether there is a row of it that says that it is not whole."""
        with self._database.querying() as connection:
            return connection.scalar(_STATE, _of(key)) == "open"

    def is_known(self, key: Key) -> bool:
        """Whether there is a row of it."""
        with self._database.querying() as connection:
            return connection.execute(_IS_KNOWN, _of(key)).one_or_none() is not None


def _name(key: Key) -> str:
    return f"segments/{key[0]}/{key[1]}"


def _of(key: Key) -> dict[str, Any]:
    return {"of_recording": key[0], "of_number": key[1]}


def _segment(key: Key, row: Any) -> Segment:
    present = tuple((int(first), int(last)) for first, last in row.present)
    return Segment(*key, row.state, row.size_bytes, row.sha256, present, is_known=True)

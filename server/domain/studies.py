"""Studies: versions of a study's file, which never change, and the devices they are given to.

A version's file in `DATA/studies` is written before its row. What a study asks for is read by
whoever does it; here only the id, the version and the title are looked at.
"""

import logging
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from holdfast.clock import Clock, parse_rfc3339, rfc3339
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical, digest, parse
from server.auth.policy import Principal
from server.blobs.store import Store
from server.db.access_rows import StudyRow
from server.db.engine import Database
from server.domain.audit import Audit
from server.domain.names import MOST_LETTERS, checked_study, is_study
from server.domain.refusals import Refusal

_OWN: Final = frozenset({"at", "by", "sha256"})
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StudyVersion:
    """One version of a study's file."""

    id: str
    version: int
    at: str
    by: str
    content: Json
    sha256: str

    @property
    def title(self) -> str:
        """What people call it."""
        return str(self.content["title"])

    def summary(self) -> Json:
        """What a device compares with the version it has."""
        return {"study": self.id, "version": self.version, "sha256": self.sha256}

    def to_json(self) -> Json:
        return {**self.content, "at": self.at, "by": self.by, "sha256": self.sha256}


class Studies:
    """Writes and reads studies."""

    def __init__(self, data: Store, database: Database, audit: Audit, clock: Clock) -> None:
        self._data = data
        self._database = database
        self._audit = audit
        self._clock = clock

    def put(self, study: str, content: Json, by: Principal | str) -> tuple[StudyVersion, bool]:
        """Store the next version of a study, which its content names; whether it is new.

        Whoever writes says which version it makes: the first is 1. The newest one again changes
        nothing. Raises Refusal: `bad_request`; `stale` with `current` where it is another's turn.
        """
        version = _checked(checked_study(study), content)
        actor = by if isinstance(by, str) else by.actor
        with self._database.writing() as session:
            newest = _newest(session, study)
            current = 0 if newest is None else newest.version
            if newest is not None and version == current and newest.content == content:
                return _version(newest), False
            if version != current + 1:
                raise Refusal(
                    "stale",
                    f"The study {study} has version {current}; the next one is {current + 1}. "
                    "Nothing was changed.",
                    current=current,
                )
            row = StudyRow(
                id=study,
                version=version,
                at=self._clock.now(),
                by=actor,
                content=content,
                sha256=digest(content),
            )
            self._write_file(row)
            session.add(row)
            self._audit.add(
                session,
                actor,
                "study.changed",
                f"study:{study}",
                version=version,
                sha256=row.sha256,
            )
        self._audit.copy()
        return _version(row), True

    def current(self, study: str) -> StudyVersion | None:
        """The newest version, or None where there is no such study."""
        with self._database.reading() as session:
            row = _newest(session, study)
            return None if row is None else _version(row)

    def content(self, study: str) -> Json | None:
        """The newest version's file, or None where there is no such study."""
        newest = self.current(study)
        return None if newest is None else newest.content

    def get(self, study: str, version: int | None = None) -> StudyVersion:
        """A version of a study, the newest unless one is named. Raises Refusal `not_found`."""
        with self._database.reading() as session:
            if version is None:
                row = _newest(session, study)
            else:
                row = session.get(StudyRow, (study, version))
        if row is None:
            raise Refusal("not_found", "No such study is known here, or not in that version.")
        return _version(row)

    def versions(self, study: str) -> list[StudyVersion]:
        """Every version of a study, the newest first; none of one that is not known."""
        query = select(StudyRow).where(StudyRow.id == study).order_by(StudyRow.version.desc())
        with self._database.reading() as session:
            return [_version(row) for row in session.scalars(query)]

    def newest(self, studies: frozenset[str] | None) -> list[StudyVersion]:
        """The newest version of these studies, or of all, by id."""
        newest = (
            select(StudyRow.id, func.max(StudyRow.version).label("version"))
            .group_by(StudyRow.id)
            .subquery()
        )
        query = (
            select(StudyRow)
            .join(newest, (StudyRow.id == newest.c.id) & (StudyRow.version == newest.c.version))
            .order_by(StudyRow.id)
        )
        with self._database.reading() as session:
            rows = list(session.scalars(query))
        return [_version(row) for row in rows if studies is None or row.id in studies]

    def _write_file(self, row: StudyRow) -> None:
        path = self._data.study_version(row.id, row.version)
        self._data.files.make_folder(path.parent)
        # Replacing: nobody was told of a version whose row was not committed.
        value = {
            "format_version": FORMAT_VERSION,
            "at": rfc3339(row.at),
            "by": row.by,
            "content": row.content,
        }
        self._data.files.write_replacing(path, canonical(value))

    def restore(self) -> None:
        """Take in the files of all versions that have no row; what cannot be read stays a file."""
        files = self._data.files
        found = [
            self._data.studies / study / name
            for study in files.folders(self._data.studies)
            for name in files.names(self._data.studies / study)
            if name.endswith(".json")
        ]
        with self._database.writing() as session:
            for path in found:
                try:
                    row = _from_file(path.parent.name, parse(files.read(path), path.name))
                except (FormatError, Refusal, ValueError) as error:
                    _log.error("%s was left alone: %s", path, error)
                    continue
                if session.get(StudyRow, (row.id, row.version)) is None:
                    session.add(row)


def _checked(study: str, content: Json) -> int:
    reader = Reader(content, "the study")
    try:
        if reader.text("study") != study:
            raise FormatError("the study: its id is not the one in the address")
        title = reader.text("title")
        if not title.strip() or len(title) > MOST_LETTERS:
            raise FormatError(f"the study: its title has 1 to {MOST_LETTERS} letters")
        version = reader.whole("version", 1)
        taken = sorted(_OWN & content.keys())
        if taken:
            raise FormatError(f"the study: {taken[0]!r} is what the receiver says of a version")
        return version
    except FormatError as error:
        raise Refusal("bad_request", f"{error}. Nothing was changed.") from error


def _newest(session: Session, study: str) -> StudyRow | None:
    query = select(StudyRow).where(StudyRow.id == study).order_by(StudyRow.version.desc())
    return session.scalar(query.limit(1))


def _version(row: StudyRow) -> StudyVersion:
    return StudyVersion(row.id, row.version, rfc3339(row.at), row.by, row.content, row.sha256)


def _from_file(study: str, value: Json) -> StudyRow:
    if not is_study(study):
        raise FormatError(f"{study!r} is no study's id")
    reader = Reader(value, "a study's file")
    content = reader.mapping("content")
    return StudyRow(
        id=study,
        version=_checked(study, content),
        at=parse_rfc3339(reader.text("at")),
        by=reader.text("by"),
        content=content,
        sha256=digest(content),
    )

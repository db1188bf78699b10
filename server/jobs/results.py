"""What jobs made of a recording: the facts, the files, which job, when, and by which version.

The table says what there is now. The same stands beside the files, so that an empty database can
be filled from them; a result whose file is gone is none.
"""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from holdfast.clock import parse_rfc3339, rfc3339
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical, parse
from holdfast.receiver_layout import ReceivedRecording
from server.blobs.base import Files
from server.db.engine import Database
from server.db.work_rows import ResultRow

_END = ".result.json"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ResultFile:
    """A file in the recording's folder `derived`."""

    name: str
    size_bytes: int

    def to_json(self) -> Json:
        return {"name": self.name, "size_bytes": self.size_bytes}


@dataclass(frozen=True, slots=True)
class Result:
    """What a kind of job made."""

    kind: str
    job: str
    at: datetime
    version: int
    facts: Json
    files: tuple[ResultFile, ...]

    def to_json(self) -> Json:
        return {
            "kind": self.kind,
            "job": self.job,
            "at": rfc3339(self.at),
            "version": self.version,
            "facts": self.facts,
            "files": [each.to_json() for each in self.files],
        }


class Results:
    """Reads what there is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, recording: str) -> Mapping[str, Result]:
        """Kind -> what it made of a recording; nothing of one that is not known."""
        query = select(ResultRow).where(ResultRow.recording == recording)
        with self._database.reading() as session:
            return {row.kind: _result(row) for row in session.scalars(query)}


def result_of(session: Session, recording: str, kind: str) -> Result | None:
    """What a kind of job made of a recording, in the caller's transaction."""
    row = session.get(ResultRow, (recording, kind))
    return None if row is None else _result(row)


def keep_result(session: Session, recording: str, result: Result) -> None:
    """Put it in the place of what the same kind made before, in the caller's transaction."""
    session.merge(
        ResultRow(
            recording=recording,
            kind=result.kind,
            job=result.job,
            at=result.at,
            version=result.version,
            size_bytes=sum(each.size_bytes for each in result.files),
            facts=dict(result.facts),
            files=[each.to_json() for each in result.files],
        )
    )


def write_result(files: Files, folder: ReceivedRecording, result: Result) -> None:
    """Write down beside the files what the table says."""
    content = {"format_version": FORMAT_VERSION, "recording": folder.recording, **result.to_json()}
    files.write_replacing(folder.result(result.kind), canonical(content))


def results_on_disk(files: Files, folder: ReceivedRecording) -> Iterator[Result]:
    """What the files say was made. What cannot be read, or lost a file, can be made again."""
    for name in files.names(folder.derived):
        if not name.endswith(_END):
            continue
        try:
            result = _read(parse(files.read(folder.derived / name), name), name)
        except (FormatError, ValueError) as error:
            _log.error("%s of %s was left alone: %s", name, folder.recording, error)
            continue
        if all(_is_there(files, folder, each) for each in result.files):
            yield result


def _is_there(files: Files, folder: ReceivedRecording, file: ResultFile) -> bool:
    path = folder.derived / file.name
    return files.exists(path) and files.size_bytes(path) == file.size_bytes


def _read(content: Json, name: str) -> Result:
    reader = Reader(content, name)
    return Result(
        kind=reader.text("kind"),
        job=reader.text("job"),
        at=parse_rfc3339(reader.text("at")),
        version=reader.whole("version"),
        facts=reader.mapping("facts"),
        files=tuple(_file(each, name) for each in reader.items("files")),
    )


def _file(content: Json, name: str) -> ResultFile:
    reader = Reader(content, name)
    return ResultFile(reader.text("name"), reader.whole("size_bytes"))


def _result(row: ResultRow) -> Result:
    files = tuple(ResultFile(each["name"], each["size_bytes"]) for each in row.files)
    return Result(row.kind, row.job, row.at, row.version, row.facts, files)

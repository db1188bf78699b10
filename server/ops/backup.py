"""A copy of a receiver's data, made while it runs, that can be served as it is.

First a snapshot of the database, then the files. Files are written once and never changed, so all
that the snapshot speaks of is copied after it; what was withdrawn meanwhile is taken out of
snapshot and copy again. A later backup into the same folder copies what is new, and follows
withdrawals. What is gone or damaged here without having been withdrawn is kept there, and said.

Files of a bucket are fetched. Rows of a server are left out: the copy's database is built anew from
its files when it is first served, as any lost one is.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from pysqlite3 import dbapi2
from sqlalchemy import select

from holdfast import durable
from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import FORMAT_VERSION, Json, Reader, canonical, parse
from holdfast.layout import id_folders
from holdfast.receiver_layout import ReceiverData
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import RecordingRow, SegmentRow, SessionRow, TombstoneRow
from server.ops.backup_files import LINES, files_in, objects_in
from server.ops.checksums import differing, read_sums, write_sums
from server.ops.fetching import fetch_new

CARD: Final = "backup.json"
_SNAPSHOT: Final = "holdfast.db.snapshot"
_DATABASE_FILES: Final = ("-wal", "-shm", "")
_STORED: Final = (
    "SELECT r.session, r.id, s.number, s.sha256 FROM segments s "
    "JOIN recordings r ON r.id = s.recording WHERE s.state = 'stored'"
)
_FORGET_VISIT: Final = (
    "DELETE FROM sessions WHERE id = ? AND NOT EXISTS (SELECT 1 FROM recordings WHERE session = ?)"
)
Stored = tuple[str, str, int, str]
"""Session, recording, number and SHA-256 of a stored segment."""


class BackupRefused(Exception):
    """Nothing was copied; the message is a sentence for a person."""


@dataclass(slots=True)
class Backup:
    """What became of one backup; sizes in bytes."""

    folder: Path
    receiver: str
    at: str
    copied: int = 0
    copied_bytes: int = 0
    unchanged: int = 0
    removed: list[str] = field(default_factory=list)
    """Recordings and sessions that were withdrawn here since the last backup."""
    damaged: list[str] = field(default_factory=list)
    """Files that are not, or not any more, what the database says."""

    def to_json(self) -> Json:
        return {
            "folder": str(self.folder),
            "at": self.at,
            "copied": self.copied,
            "copied_bytes": self.copied_bytes,
            "unchanged": self.unchanged,
            "removed": self.removed,
            "damaged": self.damaged,
        }


class Copying:
    """Makes backups of one receiver; `on_file` is told each file that is copied."""

    def __init__(
        self,
        data: Store,
        database: Database,
        receiver: str,
        clock: Clock,
        on_file: Callable[[str], None] = lambda _path: None,
    ) -> None:
        self._data = data
        self._database = database
        self._receiver = receiver
        self._clock = clock
        self._on_file = on_file

    def back_up(self, target: Path) -> Backup:
        """Bring the backup in `target` up to date. Raises BackupRefused, FormatError, OSError."""
        self._check(target)
        durable.make_folder(target)
        done = Backup(target, self._receiver, rfc3339(self._clock.now()))
        sums = read_sums(target)
        self._write_card(done, complete=False)
        snapshot = self._take_snapshot(target) if self._database.is_here else None
        stored = [] if snapshot is not None else self._stored()
        for path in self._paths():
            self._copy(path, sums, done)
        dropped = self._follow_withdrawals(sums, done)
        if snapshot is not None:
            with closing(_connected(snapshot)) as copy:
                self._forget_withdrawn(copy, dropped)
                stored = copy.execute(_STORED).fetchall()
        _compare((each for each in stored if each[1] not in dropped), sums, done)
        self._replace_database(snapshot, sums, done)
        write_sums(target, sums)
        self._write_card(done, complete=True)
        return done

    def _check(self, target: Path) -> None:
        own, other = self._data.root.resolve(), target.resolve()
        if own.is_relative_to(other) or other.is_relative_to(own):
            raise BackupRefused(
                f"{target} and the receiver's data lie in each other. Nothing was copied; choose "
                "another folder, best on another disk."
            )
        if not target.exists() or not any(target.iterdir()):
            return
        if not (target / CARD).is_file():
            raise BackupRefused(
                f"{target} is not empty and no backup. Nothing was copied; choose another folder."
            )
        card = Reader(parse((target / CARD).read_bytes(), CARD), CARD)
        if card.text("receiver") != self._receiver:
            raise BackupRefused(
                f"{target} is a backup of another receiver. Nothing was copied; choose another "
                "folder."
            )

    def _write_card(self, done: Backup, *, complete: bool) -> None:
        card = {
            "format_version": FORMAT_VERSION,
            "receiver": self._receiver,
            "at": done.at,
            "complete": complete,
        }
        durable.write_replacing(done.folder / CARD, canonical(card))

    def _take_snapshot(self, target: Path) -> Path:
        snapshot = target / _SNAPSHOT
        durable.remove(snapshot)
        with closing(_connected(self._data.database)) as live:
            # One reading transaction, beside which others write; what was deleted is not in it.
            live.execute("VACUUM INTO ?", (str(snapshot),))
        snapshot.chmod(0o600)
        return snapshot

    def _stored(self) -> list[Stored]:
        query = (
            select(RecordingRow.session, RecordingRow.id, SegmentRow.number, SegmentRow.sha256)
            .join(RecordingRow, RecordingRow.id == SegmentRow.recording)
            .where(SegmentRow.state == "stored")
        )
        with self._database.reading() as session:
            return [
                (visit, recording, number, sha256)
                for visit, recording, number, sha256 in session.execute(query)
            ]

    def _paths(self) -> Iterator[str]:
        is_here = self._data.files.are_here
        paths = files_in(self._data.root) if is_here else objects_in(self._data)
        if is_here and self._database.is_here:
            return paths
        # The copy lies in a folder and has a database of its own.
        return (path for path in paths if path != self._data.engines.name)

    def _copy(self, path: str, sums: dict[str, str], done: Backup) -> None:
        source, copy = self._data.root / path, done.folder / path
        try:
            local = self._data.files.local_path(source)
            before = None if local is None else local.stat()
            if path in sums and copy.exists() and self._is_the_same(path, before, copy):
                done.unchanged += 1
                return
            durable.make_folder(copy.parent)
            durable.remove(copy)
            sums[path] = self._fetch(path, copy)
        except FileNotFoundError:
            # Withdrawn, or replaced by its next version, since the folder was listed.
            return
        if before is not None:
            os.utime(copy, ns=(before.st_atime_ns, before.st_mtime_ns))
        done.copied += 1
        done.copied_bytes += copy.stat().st_size
        self._on_file(path)

    def _fetch(self, path: str, copy: Path) -> str:
        files, source = self._data.files, self._data.root / path
        if not files.are_here and path == self._data.settings.name:
            return durable.copy_new(source, copy)
        if not files.are_here and path.endswith(LINES):
            # In a bucket a file of lines is a row of objects.
            durable.write_new(copy, b"".join(line + b"\n" for line in files.lines(source)))
            return durable.sha256_file(copy)
        return fetch_new(files, source, copy)

    def _is_the_same(self, path: str, source: os.stat_result | None, copy: Path) -> bool:
        if "/segments/" in path:
            # Never written twice. Should it have changed here, the copy is what was received.
            return True
        there = copy.stat()
        if source is not None:
            return (source.st_size, source.st_mtime_ns) == (there.st_size, there.st_mtime_ns)
        # Documents are small. A film is made of the same packets again, if at all.
        is_document = path.endswith((LINES, ".json", self._data.settings.name))
        files, here = self._data.files, self._data.root / path
        return not is_document and files.size_bytes(here) == there.st_size

    def _follow_withdrawals(self, sums: dict[str, str], done: Backup) -> set[str]:
        """Take what was dropped for good out of the copy too, whichever backup brought it.

        Returns the recordings that were dropped.
        """
        with self._database.reading() as session:
            dropped = set(session.scalars(select(TombstoneRow.recording)))
            visits = set(session.scalars(select(SessionRow.id)))
        data, files = ReceiverData(done.folder), self._data.files
        for folder in list(data.recording_folders()):
            if folder.recording in dropped:
                self._remove(folder.path, sums, done)
        for visit in list(id_folders(data.sessions)):
            is_here = visit.name in visits or files.exists(self._data.session_file(visit.name))
            if not is_here and not list(id_folders(visit)):
                self._remove(visit, sums, done)
        return dropped

    def _forget_withdrawn(self, copy: Any, dropped: set[str]) -> None:
        copy.execute("PRAGMA foreign_keys=1")
        for (recording,) in copy.execute("SELECT id FROM recordings").fetchall():
            if recording in dropped:
                copy.execute("DELETE FROM recordings WHERE id = ?", (recording,))
        with self._database.reading() as session:
            visits = set(session.scalars(select(SessionRow.id)))
        for (visit,) in copy.execute("SELECT id FROM sessions").fetchall():
            if visit not in visits:
                copy.execute(_FORGET_VISIT, (visit, visit))
        # Their bytes are not in the backup; devices send such segments again.
        copy.execute("DELETE FROM segments WHERE state = 'open'")

    def _replace_database(self, snapshot: Path | None, sums: dict[str, str], done: Backup) -> None:
        name = self._data.database.name
        if snapshot is not None:
            sums[name] = _put_in_place(snapshot, done.folder / name)
            return
        # Of a time when the rows were in a file, or made when this copy was served.
        for suffix in _DATABASE_FILES:
            durable.remove(done.folder / (name + suffix))
        sums.pop(name, None)

    def _remove(self, folder: Path, sums: dict[str, str], done: Backup) -> None:
        durable.remove_folder(folder)
        within = folder.relative_to(done.folder).as_posix()
        for path in [each for each in sums if each.startswith(f"{within}/")]:
            del sums[path]
        done.removed.append(folder.name)


def changed_in(target: Path) -> list[tuple[str, str]]:
    """Read a whole backup again; each file that is missing or changed, and which of the two.

    Raises BackupRefused where there is no finished backup, FormatError, OSError.
    """
    if not (target / CARD).is_file():
        raise BackupRefused(f"There is no backup in {target}. Name the folder that holds one.")
    card = Reader(parse((target / CARD).read_bytes(), CARD), CARD)
    if not card.flag("complete"):
        raise BackupRefused(
            f"The last backup into {target} did not end. Run holdfast admin backup again."
        )
    return list(differing(target, read_sums(target)))


def _connected(path: Path) -> Any:
    return dbapi2.connect(str(path), isolation_level=None, timeout=60)


def _compare(stored: Iterable[Stored], sums: dict[str, str], done: Backup) -> None:
    """Note every segment that is not in the backup as it was received."""
    data = ReceiverData(done.folder)
    for session, recording, number, sha256 in stored:
        segment: Path = data.recording(session, recording).segment(number)
        path = segment.relative_to(done.folder).as_posix()
        if sums.get(path) != sha256 or not segment.is_file():
            done.damaged.append(path)


def _put_in_place(snapshot: Path, final: Path) -> str:
    """Give the snapshot the database's name; returns its SHA-256."""
    for suffix in _DATABASE_FILES:
        durable.remove(final.with_name(final.name + suffix))
    with snapshot.open("rb") as file:
        durable.fsync(file.fileno())
    durable.publish(snapshot, final)
    return durable.sha256_file(final)

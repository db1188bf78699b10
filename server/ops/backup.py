"""A copy of a receiver's data, made while it runs, that can be served as it is.

First a snapshot of the database, then the files. Files are written once and never changed, so all
that the snapshot speaks of is copied after it; what was withdrawn meanwhile is taken out of
snapshot and copy again. A later backup into the same folder copies what is new, and follows
withdrawals. What is gone or damaged here without having been withdrawn is kept there, and said.
"""

import os
from collections.abc import Callable, Iterator
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
from server.db.engine import Database
from server.db.models import SessionRow, TombstoneRow
from server.ops.checksums import differing, read_sums, write_sums

CARD: Final = "backup.json"
_SNAPSHOT: Final = "holdfast.db.snapshot"
_LEFT_OUT: Final = ("bodies", "incoming", "locks", "logs", "reserve.bin")
"""Partial segments and bodies, which devices send again, and what belongs to a running process."""


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
        data: ReceiverData,
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
        snapshot = self._take_snapshot(target)
        for path in _files(self._data.root):
            self._copy(path, sums, done)
        with closing(_connected(snapshot)) as copy:
            self._follow_withdrawals(copy, sums, done)
            _compare(copy, sums, done)
        sums[self._data.database.name] = _put_in_place(snapshot, target / self._data.database.name)
        write_sums(target, sums)
        self._write_card(done, complete=True)
        return done

    def _check(self, target: Path) -> None:
        if self._database.engine.dialect.name != "sqlite":
            raise BackupRefused(
                "This receiver's database is no file. Nothing was copied; back it up with its own "
                "tools (pg_dump), then the files, as docs/operations.md says."
            )
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

    def _copy(self, path: str, sums: dict[str, str], done: Backup) -> None:
        source, copy = self._data.root / path, done.folder / path
        try:
            before = source.stat()
            if path in sums and copy.exists() and _is_the_same(path, before, copy):
                done.unchanged += 1
                return
            durable.make_folder(copy.parent)
            durable.remove(copy)
            sums[path] = durable.copy_new(source, copy)
        except FileNotFoundError:
            # Withdrawn, or replaced by its next version, since the folder was listed.
            return
        os.utime(copy, ns=(before.st_atime_ns, before.st_mtime_ns))
        done.copied += 1
        done.copied_bytes += before.st_size
        self._on_file(path)

    def _follow_withdrawals(self, copy: Any, sums: dict[str, str], done: Backup) -> None:
        """Take what was dropped for good out of the copy too, whichever backup brought it."""
        with self._database.reading() as session:
            dropped = set(session.scalars(select(TombstoneRow.recording)))
            visits = set(session.scalars(select(SessionRow.id)))
        data = ReceiverData(done.folder)
        for folder in list(data.recording_folders()):
            if folder.recording in dropped:
                self._remove(folder.path, sums, done)
        copy.execute("PRAGMA foreign_keys=1")
        for (recording,) in copy.execute("SELECT id FROM recordings").fetchall():
            if recording in dropped:
                copy.execute("DELETE FROM recordings WHERE id = ?", (recording,))
        for visit in list(id_folders(data.sessions)):
            is_here = visit.name in visits or self._data.session_folder(visit.name).exists()
            if not is_here and not list(id_folders(visit)):
                copy.execute("DELETE FROM sessions WHERE id = ?", (visit.name,))
                self._remove(visit, sums, done)
        # Their bytes are not in the backup; devices send such segments again.
        copy.execute("DELETE FROM segments WHERE state = 'open'")

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


def _files(root: Path) -> Iterator[str]:
    """Every file to copy, as its path from the root: the sessions first, then all about them.

    Tombstones and devices are then never older than what they speak of.
    """
    top = sorted(root.iterdir(), key=lambda each: (each.name != "sessions", each.name))
    for each in top:
        if each.is_dir() and not each.is_symlink() and each.name not in _LEFT_OUT:
            for folder, folders, names in os.walk(each):
                folders.sort()
                yield from (
                    (Path(folder) / name).relative_to(root).as_posix()
                    for name in sorted(names)
                    if _is_kept(name)
                )
        elif each.is_file() and not each.is_symlink() and _is_kept(each.name):
            yield each.name


def _is_kept(name: str) -> bool:
    is_running = name.endswith((".lock", durable.TEMPORARY_SUFFIX)) or name in _LEFT_OUT
    return not is_running and not name.startswith("holdfast.db")


def _is_the_same(path: str, source: os.stat_result, copy: Path) -> bool:
    if "/segments/" in path:
        # Never written twice. Should it have changed here, the copy is what was received.
        return True
    there = copy.stat()
    return (source.st_size, source.st_mtime_ns) == (there.st_size, there.st_mtime_ns)


def _connected(path: Path) -> Any:
    return dbapi2.connect(str(path), isolation_level=None, timeout=60)


def _compare(copy: Any, sums: dict[str, str], done: Backup) -> None:
    """Note every stored segment of the snapshot that is not in the backup as it was received."""
    stored = copy.execute(
        "SELECT r.session, r.id, s.number, s.sha256 FROM segments s "
        "JOIN recordings r ON r.id = s.recording WHERE s.state = 'stored'"
    )
    data = ReceiverData(done.folder)
    for session, recording, number, sha256 in stored:
        segment: Path = data.recording(session, recording).segment(number)
        path = segment.relative_to(done.folder).as_posix()
        if sums.get(path) != sha256 or not segment.is_file():
            done.damaged.append(path)


def _put_in_place(snapshot: Path, final: Path) -> str:
    """Give the snapshot the database's name; returns its SHA-256."""
    for suffix in ("-wal", "-shm", ""):
        durable.remove(final.with_name(final.name + suffix))
    with snapshot.open("rb") as file:
        durable.fsync(file.fileno())
    durable.publish(snapshot, final)
    return durable.sha256_file(final)

"""Writes a study's recordings into a folder, as a BIDS tree with a list of checksums.

Only what can be played and may be opened is exported; the rest is named with its reason. Run again
into the same folder, it copies what is new and takes out what was withdrawn since.
"""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sqlalchemy import select

from holdfast import durable
from holdfast.clock import Clock
from holdfast.jsonform import Json, canonical, parse
from holdfast.manifest import Manifest
from holdfast.receiver_layout import ReceivedRecording
from holdfast.version import VERSION
from server.blobs.base import Files
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import RecordingRow, SessionRow
from server.domain.annotations import AnnotationVersions
from server.domain.custody import Custody
from server.domain.provisional import IN_QUARANTINE, NOT_SCANNED
from server.jobs.scan import NOT_PASSED, QUARANTINED
from server.ops import bids
from server.ops.checksums import NAME, read_sums, write_sums
from server.ops.fetching import fetch_new

DESCRIPTION: Final = "dataset_description.json"
_CAMERA_LETTERS: Final = 4


class ExportRefused(Exception):
    """Nothing was written; the message is a sentence for a person."""


@dataclass(slots=True)
class Export:
    """What became of an export; sizes in bytes."""

    folder: Path
    study: str
    recordings: list[str] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)
    """Recording -> why it is not in the tree."""
    copied_bytes: int = 0
    removed: list[str] = field(default_factory=list)
    """Files of an earlier export that are not in the study any more."""

    def to_json(self) -> Json:
        return {
            "folder": str(self.folder),
            "study": self.study,
            "recordings": self.recordings,
            "left_out": [{"recording": each, "why": why} for each, why in self.left_out.items()],
            "copied_bytes": self.copied_bytes,
            "removed": self.removed,
        }


@dataclass(frozen=True, slots=True)
class _Item:
    """One recording that is exported, and where it stands."""

    row: RecordingRow
    visit: SessionRow
    folder: ReceivedRecording
    manifest: Manifest
    place: bids.Place


class Exporting:
    """Exports studies of one receiver; `on_recording` is told each that was written."""

    def __init__(
        self,
        data: Store,
        database: Database,
        annotations: AnnotationVersions,
        clock: Clock,
        on_recording: Callable[[str], None] = lambda _recording: None,
    ) -> None:
        self._data = data
        self._database = database
        self._custody = Custody(database)
        self._annotations = annotations
        self._clock = clock
        self._on_recording = on_recording

    def export(self, study: str, target: Path) -> Export:
        """Bring the tree in `target` up to date. Raises ExportRefused, FormatError, OSError."""
        self._check(study, target)
        done = Export(target, study)
        items = self._items(study, done)
        if not items and not done.left_out and not target.exists():
            raise ExportRefused(f"No recording of a study {study!r} is here. Nothing was written.")
        durable.make_folder(target)
        tree = _Tree(target, self._data.files, done)
        self._write_top(tree, study, items)
        for item in items:
            self._write_recording(tree, item)
            done.recordings.append(item.row.id)
            self._on_recording(item.row.id)
        tree.close()
        return done

    def _check(self, study: str, target: Path) -> None:
        own, other = self._data.root.resolve(), target.resolve()
        if own.is_relative_to(other) or other.is_relative_to(own):
            raise ExportRefused(
                f"{target} and the receiver's data lie in each other. Nothing was written; choose "
                "another folder."
            )
        if not target.exists() or not any(target.iterdir()):
            return
        if not _is_export_of(study, target / DESCRIPTION):
            raise ExportRefused(
                f"{target} is not empty and no export of {study!r}. Nothing was written; choose "
                "another folder."
            )

    # What is exported ----------------------------------------------------------------------------

    def _items(self, study: str, done: Export) -> list[_Item]:
        found = [row for row in self._rows(study) if self._is_ready(row, done)]
        with self._database.reading() as session:
            visits = {row.session: session.get_one(SessionRow, row.session) for row in found}
        subjects = bids.labels(str(row.announcement["participant"]) for row in found)
        labels = _visit_labels(list(visits.values()))
        shared = [self._item(row, visits[row.session], subjects, labels) for row in found]
        counts: dict[str, int] = {}
        for each in shared:
            counts[each.place.stem] = counts.get(each.place.stem, 0) + 1
        return [each if counts[each.place.stem] == 1 else _with_camera(each) for each in shared]

    def _rows(self, study: str) -> list[RecordingRow]:
        query = (
            select(RecordingRow)
            .where(RecordingRow.announcement["study"].as_string() == study)
            .order_by(RecordingRow.id)
        )
        with self._database.reading() as session:
            return list(session.scalars(query))

    def _is_ready(self, row: RecordingRow, done: Export) -> bool:
        if row.state == "stored" and row.scan in NOT_PASSED:
            done.left_out[row.id] = IN_QUARANTINE if row.scan == QUARANTINED else NOT_SCANNED
            return False
        why = self._custody.view(row.id, None).why_not_playable
        if why is not None:
            done.left_out[row.id] = why
        return why is None

    def _item(
        self,
        row: RecordingRow,
        visit: SessionRow,
        subjects: Mapping[str, str],
        visits: Mapping[str, str],
    ) -> _Item:
        folder = self._data.recording(row.session, row.id)
        manifest = Manifest.from_json(
            parse(self._data.files.read(folder.manifest), "manifest.json")
        )
        told = manifest.announcement
        place = bids.Place(
            subject=subjects[told.participant],
            visit=visits[row.session],
            task=bids.label(told.prompt or bids.NO_TASK),
            take=told.take,
        )
        return _Item(row, visit, folder, manifest, place)

    # The tree ------------------------------------------------------------------------------------

    def _write_top(self, tree: "_Tree", study: str, items: Sequence[_Item]) -> None:
        card = bids.description(study, self._clock.now(), VERSION)
        tree.write(DESCRIPTION, canonical(card))
        tree.write("README", bids.README.format(study=study).encode())
        tree.write(".bidsignore", f"{NAME}\n".encode())
        people = {each.place.subject: each.manifest.announcement.participant for each in items}
        rows = [
            {"participant_id": f"sub-{label}", "source_id": people[label]}
            for label in sorted(people)
        ]
        tree.write("participants.tsv", bids.table(bids.COLUMNS["participants"], rows))
        tree.write("participants.json", canonical(bids.MEANINGS))
        for subject in people:
            visits = {
                each.place.visit: each.visit for each in items if each.place.subject == subject
            }
            rows = [
                {
                    "session_id": f"ses-{label}",
                    "acq_time": visits[label].content["created_at"],
                    "source_id": visits[label].id,
                }
                for label in sorted(visits)
            ]
            path = f"sub-{subject}/sub-{subject}_sessions.tsv"
            tree.write(path, bids.table(bids.COLUMNS["sessions"], rows))

    def _write_recording(self, tree: "_Tree", item: _Item) -> None:
        receipt = parse(self._data.files.read(item.folder.receipt), "receipt.json")
        learned = self._annotations.current(item.row.id, None).annotations.content()
        films: list[Json] = list((item.row.probe or {}).get("files", []))
        for number, film in enumerate(films, start=1):
            path = item.place.media(bids.media_suffix(film), number, len(films))
            name = f"{path}.{film.get('container', 'mp4')}"
            tree.copy(name, item.folder.path / film["file"])
            card = bids.sidecar(item.manifest, receipt, learned, film)
            tree.write(f"{path}.json", canonical(card))
            tree.scanned(item.place, name, item.manifest.announcement.started_at)
        rows = bids.events(item.manifest)
        if rows:
            tree.write(f"{item.place.stem}_events.tsv", bids.table(bids.COLUMNS["events"], rows))
            tree.write(f"{item.place.stem}_events.json", canonical(bids.EVENT_MEANINGS))


class _Tree:
    """The folder that is written: what is there already stays, what is not wanted any more goes."""

    def __init__(self, target: Path, files: Files, done: Export) -> None:
        self._target = target
        self._files = files
        self._done = done
        self._before = read_sums(target)
        self._sums: dict[str, str] = {}
        self._scans: dict[str, list[Json]] = {}

    def write(self, path: str, content: bytes) -> None:
        file = self._target / path
        durable.make_folder(file.parent)
        if not file.is_file() or file.read_bytes() != content:
            durable.write_replacing(file, content)
        self._sums[path] = durable.sha256_file(file)

    def copy(self, path: str, source: Path) -> None:
        copy, known = self._target / path, self._before.get(path)
        durable.make_folder(copy.parent)
        local = self._files.local_path(source)
        if known is not None and copy.is_file() and self._is_the_same(source, local, copy):
            self._sums[path] = known
            return
        durable.remove(copy)
        self._sums[path] = fetch_new(self._files, source, copy)
        if local is not None:
            wanted = local.stat()
            os.utime(copy, ns=(wanted.st_atime_ns, wanted.st_mtime_ns))
        self._done.copied_bytes += copy.stat().st_size

    def _is_the_same(self, source: Path, local: Path | None, copy: Path) -> bool:
        if local is not None:
            return _same_times(local.stat(), copy.stat())
        # A film is made of the same packets again, if at all.
        return self._files.size_bytes(source) == copy.stat().st_size

    def scanned(self, place: bids.Place, path: str, at: str) -> None:
        """Note a film for the list of its visit."""
        within = path.removeprefix(f"{place.visit_folder}/")
        row = {"filename": within, "acq_time": at}
        self._scans.setdefault(place.visit_folder, []).append(row)

    def close(self) -> None:
        """Write the lists, and remove what an earlier export had and this one has not."""
        for folder, rows in self._scans.items():
            path = f"{folder}/{folder.replace('/', '_')}_scans.tsv"
            ordered = sorted(rows, key=lambda row: str(row["filename"]))
            self.write(path, bids.table(bids.COLUMNS["scans"], ordered))
        gone = sorted(self._before.keys() - self._sums.keys())
        for path in gone:
            if (self._target / path).exists():
                durable.remove(self._target / path)
            self._done.removed.append(path)
        write_sums(self._target, self._sums)


def _is_export_of(study: str, card: Path) -> bool:
    """Whether a `dataset_description.json` is ours, and of this study. Others write such too."""
    try:
        known = json.loads(card.read_bytes())
        makers = [each["Name"] for each in known["GeneratedBy"]]
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return False
    return "Holdfast" in makers and known.get("Name") == study


def _visit_labels(visits: Sequence[SessionRow]) -> dict[str, str]:
    """Session -> label; sessions of one participant that began in one second are told apart."""
    found: dict[str, str] = {}
    taken: set[tuple[Any, str]] = set()
    for visit in sorted(visits, key=lambda each: each.id):
        label = bids.session_label(str(visit.content["created_at"]))
        if (visit.participant, label) in taken:
            label += visit.id[-_CAMERA_LETTERS:]
        taken.add((visit.participant, label))
        found[visit.id] = label
    return found


def _with_camera(item: _Item) -> _Item:
    video = item.manifest.announcement.video
    name = "camera" if video is None else bids.label(video.camera_name)
    camera = name + item.row.id[-_CAMERA_LETTERS:]
    place = bids.Place(
        item.place.subject, item.place.visit, item.place.task, item.place.take, camera
    )
    return _Item(item.row, item.visit, item.folder, item.manifest, place)


def _same_times(first: os.stat_result, second: os.stat_result) -> bool:
    return (first.st_size, first.st_mtime_ns) == (second.st_size, second.st_mtime_ns)

"""A stored recording whose film was made and probed, and work on it as a job's own process does."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from holdfast.durable import sha256_file
from holdfast.ids import new_id
from holdfast.jsonform import Json, canonical
from holdfast.receiver_layout import ReceivedRecording, ReceiverData
from server.domain.import_papers import Taken, announcement_for, container_of, manifest_of
from server.jobs.assemble import assemble
from server.jobs.footage import assemble_footage, footage_of
from server.jobs.footage_probe import probe_footage
from server.jobs.kinds import Made, Task
from server.jobs.parts import read_manifest
from server.jobs.probe import probe
from server.operating import OperatingSettings
from tests.support.received import Take

ARRIVED = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)


@dataclass
class Work:
    """A task, and what it told on the way."""

    folder: ReceivedRecording
    shares: list[float] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    @property
    def task(self) -> Task:
        return Task(
            folder=self.folder,
            attempt="job.1",
            params={},
            operating=OperatingSettings(),
            told=self.shares.append,
            say=self.lines.append,
            step=lambda _step: None,
        )

    def run(self, make: Callable[[Task], Made]) -> Made:
        """Do the work, and give its files their names as the runner would."""
        made = make(self.task)
        for each in made.files:
            each.temporary.rename(each.final)
        return made


def taken_in(root: Path, file: Path) -> ReceivedRecording:
    """The file as the receiver keeps footage: whole, under its manifest, and not yet opened."""
    session, recording = new_id(ARRIVED), new_id(ARRIVED)
    folder = ReceiverData(root).recording(session, recording)
    folder.segments.mkdir(parents=True)
    folder.derived.mkdir()
    folder.segment(0).write_bytes(file.read_bytes())
    taken = Taken(
        recording=recording,
        session=session,
        participant="P-017",
        device=new_id(ARRIVED),
        name=file.name,
        media_type="",
        details={},
        container=container_of(file.read_bytes()[:4096]),
        created_at=ARRIVED,
    )
    announcement = announcement_for(taken)
    manifest = manifest_of(announcement, file.stat().st_size, sha256_file(file))
    folder.manifest.write_bytes(canonical(manifest.to_json()))
    return folder


def filmed(folder: ReceivedRecording) -> Json:
    """Make the film of footage, and look into it, as the jobs before all others do."""
    footage = footage_of(folder, read_manifest(folder))
    assert footage is not None
    made = assemble_footage(footage, "film.1", _nothing, _nothing)
    if made is not None:
        made.temporary.rename(made.final)
    probe = probe_footage(footage, _nothing)
    folder.probe.write_bytes(canonical({"format_version": 1, **probe}))
    return probe


def _nothing(_value: object) -> None:
    return None


def work_on(root: Path, file: Path) -> Work:
    """Footage that plays, and is to be worked on."""
    folder = taken_in(root, file)
    probe = filmed(folder)
    assert probe["ok"], probe["reason"]
    return Work(folder)


def stored(root: Path, take: Take) -> ReceivedRecording:
    """A recording's files as the receiver keeps them."""
    folder = ReceiverData(root).recording(take.session_id, take.id)
    folder.segments.mkdir(parents=True)
    for piece in take.pieces:
        folder.segment(piece.entry["segment"]).write_bytes(piece.data)
    folder.manifest.write_bytes(canonical(take.manifest))
    return folder


def work_on_take(root: Path, take: Take) -> Work:
    """A recording of ours that plays, and is to be worked on."""
    folder = stored(root, take)
    for each in assemble(folder, "film.1", _nothing):
        each.temporary.rename(each.final)
    folder.derived.mkdir()
    folder.probe.write_bytes(canonical({"format_version": 1, **probe(folder, _nothing)}))
    return Work(folder)

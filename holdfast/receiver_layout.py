"""The receiver's paths: its data folder and a recording in it.

Like `holdfast/layout.py` it only computes, and lists a folder where asked: it opens nothing and
creates nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from holdfast.ids import require_id
from holdfast.layout import id_folders

WORK_LOCKS: Final = 32


@dataclass(frozen=True, slots=True)
class ReceivedRecording:
    """One recording's files on the receiver."""

    path: Path

    @property
    def recording(self) -> str:
        return self.path.name

    @property
    def session(self) -> str:
        return self.path.parent.name

    @property
    def data(self) -> "ReceiverData":
        """The data folder that it is in."""
        return ReceiverData(self.path.parents[2])

    @property
    def announce(self) -> Path:
        return self.path / "announce.json"

    @property
    def manifest(self) -> Path:
        return self.path / "manifest.json"

    @property
    def receipt(self) -> Path:
        return self.path / "receipt.json"

    @property
    def scan(self) -> Path:
        """What the scan said of its files, where there is one."""
        return self.path / "scan.json"

    @property
    def annotations(self) -> Path:
        """Every version of what was learned after the manifest, a JSON line each."""
        return self.path / "annotations.jsonl"

    @property
    def segments(self) -> Path:
        return self.path / "segments"

    def segment(self, number: int, container: str = "mp4") -> Path:
        return self.segments / f"{number:06d}.{container}"

    @property
    def previews(self) -> Path:
        """Small pictures of segments, which may be here before the segments are."""
        return self.path / "previews"

    def preview(self, number: int) -> Path:
        return self.previews / f"{number:06d}.jpg"

    @property
    def assembled(self) -> Path:
        """All packets of the first format, joined without re-encoding."""
        return self.path / "recording.mp4"

    @property
    def partial(self) -> Path:
        """What is here of a recording that never became whole, from its start to the first gap."""
        return self.path / "partial.mp4"

    def assembled_part(self, part: int) -> Path:
        """A part whose format differs from the first one's."""
        return self.path / f"recording.part{part}.mp4"

    @property
    def derived(self) -> Path:
        return self.path / "derived"

    @property
    def probe(self) -> Path:
        """What the probe job found: the evidence behind the light *playable*."""
        return self.derived / "probe.json"

    @property
    def tracking(self) -> Path:
        """Where somebody was in the picture, once that was looked for."""
        return self.derived / "tracking.json"

    @property
    def thumbnail(self) -> Path:
        """The picture that stands for the recording."""
        return self.derived / "thumbnail.jpg"

    @property
    def sprite(self) -> Path:
        """Small pictures of the whole recording in one, for its time line."""
        return self.derived / "sprite.jpg"

    @property
    def playback(self) -> Path:
        """A copy that browsers can play, where the film itself is not such."""
        return self.derived / "playback.mp4"

    def playback_part(self, part: int) -> Path:
        """The same of a part whose format differs from the first one's."""
        return self.derived / f"playback.part{part}.mp4"

    @property
    def waveform(self) -> Path:
        """How loud the sound is, at each place of the recording."""
        return self.derived / "waveform.json"

    @property
    def quality(self) -> Path:
        """What was measured of the film."""
        return self.derived / "quality.json"

    @property
    def passport(self) -> Path:
        """Everything that is known of the recording, for programs."""
        return self.derived / "passport.json"

    @property
    def passport_page(self) -> Path:
        """The same as a page for people."""
        return self.derived / "passport.html"

    def result(self, kind: str) -> Path:
        """What the table of results says of a kind of job, so that the table can be rebuilt."""
        return self.derived / f"{kind}.result.json"


@dataclass(frozen=True, slots=True)
class ReceiverData:
    """The receiver's files. All but the database can rebuild the database."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "holdfast.db"

    @property
    def identity(self) -> Path:
        """The receiver's id and signing keys, mode 0600."""
        return self.root / "receiver.json"

    @property
    def engines(self) -> Path:
        """With which kinds of database and store this folder is used."""
        return self.root / "engines.json"

    @property
    def marker(self) -> Path:
        """Says whose data folder this is, so that an empty mount point is not taken for it."""
        return self.root / "holdfast-receiver.json"

    @property
    def reserve(self) -> Path:
        """Space that is set aside for bookkeeping on a full disk."""
        return self.root / "reserve.bin"

    @property
    def serve_lock(self) -> Path:
        """Held by the one process that serves this data."""
        return self.root / "serve.lock"

    @property
    def setup_lock(self) -> Path:
        """Held while the database is made, migrated or rebuilt."""
        return self.root / "setup.lock"

    @property
    def locks(self) -> Path:
        """Locks by which the processes that write here do not get into each other's way."""
        return self.root / "locks"

    def work_lock(self, work: str, number: int) -> Path:
        """One of the locks of a kind of work; there are `WORK_LOCKS` of each."""
        return self.locks / f"{work}-{number:02d}.lock"

    @property
    def import_lock(self) -> Path:
        """Held by the one process that takes in suitcases."""
        return self.root / "import.lock"

    @property
    def backup_lock(self) -> Path:
        """Held by the one process that makes a backup."""
        return self.root / "backup.lock"

    @property
    def tombstones(self) -> Path:
        """What was dropped for good, a JSON line each, so that a rebuild does not bring it back."""
        return self.root / "tombstones.jsonl"

    @property
    def second_tombstones(self) -> Path:
        """Says where else the same lines are kept, so that restoring all this forgets none."""
        return self.root / "second-tombstones.json"

    @property
    def replaced(self) -> Path:
        """Which device took which one's place, a JSON line each."""
        return self.root / "replaced.jsonl"

    @property
    def settings(self) -> Path:
        """What whoever runs the receiver settled: scanning, and when to worry."""
        return self.root / "receiver.toml"

    @property
    def webhooks(self) -> Path:
        """Who is told of events, with the secrets that sign them, mode 0600."""
        return self.root / "webhooks.json"

    @property
    def queue_controls(self) -> Path:
        """Which kinds of jobs are paused, and how many of each may run."""
        return self.root / "queues.json"

    @property
    def audit(self) -> Path:
        """A copy of the audit log, a JSON line for each entry."""
        return self.root / "audit.jsonl"

    @property
    def audit_lock(self) -> Path:
        """Held while the copy of the audit log is brought up to the log."""
        return self.locks / "audit.lock"

    @property
    def studies(self) -> Path:
        return self.root / "studies"

    def study_version(self, study: str, version: int) -> Path:
        """One version of a study's file; `study` is a name that was checked."""
        return self.studies / study / f"{version:06d}.json"

    @property
    def users(self) -> Path:
        return self.root / "users.json"

    @property
    def devices(self) -> Path:
        return self.root / "devices"

    def device(self, device: str) -> Path:
        return self.devices / f"{require_id(device)}.json"

    @property
    def incoming(self) -> Path:
        """Partial segments, written in place; on the same file system as `sessions`."""
        return self.root / "incoming"

    def incoming_segment(self, recording: str, segment: int) -> Path:
        return self.incoming / f"{require_id(recording)}.{segment}"

    @property
    def quarantine(self) -> Path:
        """What was found changed on the disk, for a person to look at; never deleted."""
        return self.root / "quarantine"

    def quarantined(self, recording: str) -> Path:
        return self.quarantine / require_id(recording)

    @property
    def bodies(self) -> Path:
        """Where long bodies of requests wait while they arrive, in files without names."""
        return self.root / "bodies"

    @property
    def copies(self) -> Path:
        """What this machine's workers brought here from a bucket, while they need it."""
        return self.root / "copies"

    def copies_of(self, recording: str) -> Path:
        return self.copies / require_id(recording)

    @property
    def workplaces(self) -> Path:
        """Folders of jobs whose recording lies in a bucket, one for each that is done now."""
        return self.root / "workplaces"

    @property
    def sessions(self) -> Path:
        return self.root / "sessions"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    def session_folder(self, session: str) -> Path:
        return self.sessions / require_id(session)

    def session_file(self, session: str) -> Path:
        return self.session_folder(session) / "session.json"

    def closed_file(self, session: str) -> Path:
        """How many recordings were said to be in the session, once it was closed."""
        return self.session_folder(session) / "closed.json"

    def hold_file(self, session: str) -> Path:
        """Says that the session is kept beyond its study's time, and why."""
        return self.session_folder(session) / "hold.json"

    def recording(self, session: str, recording: str) -> ReceivedRecording:
        return ReceivedRecording(self.session_folder(session) / require_id(recording))

    def recording_folders(self) -> Iterator[ReceivedRecording]:
        """Every recording in the receiver's data, oldest id first."""
        for session in id_folders(self.sessions):
            for recording in id_folders(session):
                yield ReceivedRecording(recording)

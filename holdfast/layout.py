"""Every path on disk is computed here: the device's home, a recording, the receiver's data.

It only computes, and lists a folder where asked: it opens nothing, creates nothing and follows
nothing. Paths are built from ids that `ids.is_id` accepts and from numbers, never from text that a
person typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from holdfast.ids import is_id

CONTAINERS = ("mp4", "mkv", "mov", "webm", "avi")
_SEGMENT = re.compile(r"(\d{6})\.(" + "|".join(CONTAINERS) + r")\Z")
_SIDECAR = re.compile(r"(\d{6})\.json\Z")
_PART = re.compile(r"(\d{6})\.part\Z")


def _require_id(text: str) -> str:
    if not is_id(text):
        raise ValueError(f"{text!r} is not an id: ids are UUIDv7 in lower case")
    return text


@dataclass(frozen=True, slots=True)
class RecordingFolder:
    """One recording's files on the device that recorded it."""

    path: Path

    @property
    def recording(self) -> str:
        """The recording's id."""
        return self.path.name

    @property
    def session(self) -> str:
        """The id of the session that the recording belongs to."""
        return self.path.parent.name

    @property
    def session_file(self) -> Path:
        """The session's own file, shared by all its recordings."""
        return self.path.parent / "session.json"

    @property
    def lock(self) -> Path:
        """Held, as an OS lock, by whoever may still add to this recording."""
        return self.path / "recording.lock"

    @property
    def announce(self) -> Path:
        return self.path / "announce.json"

    @property
    def journal(self) -> Path:
        """What happened while recording, a JSON line each: parts, markers, the end."""
        return self.path / "journal.jsonl"

    @property
    def manifest(self) -> Path:
        return self.path / "manifest.json"

    @property
    def decision(self) -> Path:
        return self.path / "decision.json"

    @property
    def receipt(self) -> Path:
        return self.path / "receipt.json"

    @property
    def quarantine(self) -> Path:
        """Bytes that could be neither trusted nor thrown away; nothing here is sent or deleted."""
        return self.path / "quarantine"

    def segment(self, number: int, container: str = "mp4") -> Path:
        return self.path / f"{number:06d}.{container}"

    def part(self, number: int) -> Path:
        """The open segment: it has this name until it is complete and hashed."""
        return self.path / f"{number:06d}.part"

    def sidecar(self, number: int) -> Path:
        return self.path / f"{number:06d}.json"

    def segments(self) -> dict[int, Path]:
        """Number -> file of every closed segment that is there, in order."""
        return self._numbered(_SEGMENT)

    def sidecars(self) -> dict[int, Path]:
        """Number -> sidecar of every segment that was ever closed, in order."""
        return self._numbered(_SIDECAR)

    def open_parts(self) -> dict[int, Path]:
        """Number -> file of every segment that was not closed, in order."""
        return self._numbered(_PART)

    def newest_segment(self) -> tuple[int, Path] | None:
        """Number and file of the newest segment, open or closed. Raises OSError."""
        newest: tuple[int, Path] | None = None
        for path in self.path.iterdir():
            match = _PART.match(path.name) or _SEGMENT.match(path.name)
            if match is not None and (newest is None or (int(match.group(1)), path) > newest):
                newest = (int(match.group(1)), path)
        return newest

    def _numbered(self, pattern: re.Pattern[str]) -> dict[int, Path]:
        found = {}
        for path in sorted(self.path.iterdir()) if self.path.is_dir() else []:
            match = pattern.match(path.name)
            if match is not None:
                found[int(match.group(1))] = path
        return found


@dataclass(frozen=True, slots=True)
class Home:
    """Everything of one installation is inside this folder.

    Only this user's own home, which nobody named, has its settings in the platform's config folder
    and its secrets in the keyring; a named home carries everything with it.
    """

    root: Path
    config_folder: Path | None = None

    @property
    def is_named(self) -> bool:
        """Whether a person named this folder, by `--home` or `HOLDFAST_HOME`."""
        return self.config_folder is None

    @property
    def config(self) -> Path:
        return (self.config_folder or self.root) / "config.toml"

    @property
    def secrets(self) -> Path:
        """Device key and token, mode 0600, where the operating system's keyring is not used."""
        return self.root / "secrets"

    @property
    def enrolment(self) -> Path:
        """Which receiver this device sends to, and the receiver's pinned key. Nothing secret."""
        return self.root / "enrolment.json"

    @property
    def instances(self) -> Path:
        return self.root / "instances"

    def instance_lock(self, instance: str) -> Path:
        """The lock of one process that claims queue items."""
        return self.instances / f"{_require_id(instance)}.lock"

    @property
    def app_lock(self) -> Path:
        """Held by the one window that may be open on this home."""
        return self.root / "app.lock"

    @property
    def ballast(self) -> Path:
        """Space in reserve, given back when the disk is full."""
        return self.root / "ballast.bin"

    @property
    def queue_database(self) -> Path:
        return self.root / "queue.db"

    @property
    def queue_lock(self) -> Path:
        """Held, shared, by whoever has the queue database open; alone, by whoever replaces it."""
        return self.root / "queue.lock"

    def damaged_queue(self, number: int) -> Path:
        """Where a queue database that cannot be read is put aside."""
        return self.root / f"corrupt-{number}"

    @property
    def recordings(self) -> Path:
        return self.root / "recordings"

    @property
    def receiver(self) -> Path:
        """Where a receiver on this same computer keeps its data."""
        return self.root / "receiver"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    def session_file(self, session: str) -> Path:
        return self.recordings / _require_id(session) / "session.json"

    def recording(self, session: str, recording: str) -> RecordingFolder:
        return RecordingFolder(self.recordings / _require_id(session) / _require_id(recording))

    def recording_folders(self) -> Iterator[RecordingFolder]:
        """Every recording on disk, oldest id first."""
        for session in _id_folders(self.recordings):
            yield from self.session_recordings(session.name)

    def newest_recording_folders(self) -> Iterator[RecordingFolder]:
        """Every recording on disk, the newest session's newest first."""
        for session in reversed(_id_folders(self.recordings)):
            yield from reversed([RecordingFolder(each) for each in _id_folders(session)])

    def session_recordings(self, session: str) -> Iterator[RecordingFolder]:
        """Every recording of one session, oldest id first."""
        for recording in _id_folders(self.recordings / _require_id(session)):
            yield RecordingFolder(recording)


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
    def serve_lock(self) -> Path:
        """Held by the one process that serves this data."""
        return self.root / "serve.lock"

    @property
    def setup_lock(self) -> Path:
        """Held while the database is made, migrated or rebuilt."""
        return self.root / "setup.lock"

    @property
    def tombstones(self) -> Path:
        """What was dropped for good, a JSON line each, so that a rebuild does not bring it back."""
        return self.root / "tombstones.jsonl"

    @property
    def users(self) -> Path:
        return self.root / "users.json"

    @property
    def devices(self) -> Path:
        return self.root / "devices"

    def device(self, device: str) -> Path:
        return self.devices / f"{_require_id(device)}.json"

    @property
    def incoming(self) -> Path:
        """Partial segments, written in place; on the same file system as `sessions`."""
        return self.root / "incoming"

    def incoming_segment(self, recording: str, segment: int) -> Path:
        return self.incoming / f"{_require_id(recording)}.{segment}"

    @property
    def sessions(self) -> Path:
        return self.root / "sessions"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    def session_folder(self, session: str) -> Path:
        return self.sessions / _require_id(session)

    def session_file(self, session: str) -> Path:
        return self.session_folder(session) / "session.json"

    def recording(self, session: str, recording: str) -> "ReceivedRecording":
        return ReceivedRecording(self.session_folder(session) / _require_id(recording))

    def recording_folders(self) -> Iterator["ReceivedRecording"]:
        """Every recording in the receiver's data, oldest id first."""
        for session in _id_folders(self.sessions):
            for recording in _id_folders(session):
                yield ReceivedRecording(recording)


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
    def announce(self) -> Path:
        return self.path / "announce.json"

    @property
    def manifest(self) -> Path:
        return self.path / "manifest.json"

    @property
    def receipt(self) -> Path:
        return self.path / "receipt.json"

    @property
    def segments(self) -> Path:
        return self.path / "segments"

    def segment(self, number: int, container: str = "mp4") -> Path:
        return self.segments / f"{number:06d}.{container}"

    @property
    def assembled(self) -> Path:
        """All packets of the first format, joined without re-encoding."""
        return self.path / "recording.mp4"

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


def _id_folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.is_dir() and is_id(path.name))

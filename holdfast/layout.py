"""Every path of a device's home is computed here, and where its recordings are.

It only computes, and lists a folder where asked: it opens nothing, creates nothing and follows
nothing. Paths are built from ids that `ids.is_id` accepts and from numbers, never from text that a
person typed.

A home's recordings lie in its own folder and in overflow folders on other disks, which come and go;
which those are is `holdfast/overflow.py`'s to say. Paths inside one are in `overflow_layout.py`,
those of a recording in `recording_layout.py`, the receiver's in `receiver_layout.py`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from holdfast.ids import is_id, require_id
from holdfast.overflow_layout import OverflowFolder
from holdfast.recording_layout import CONTAINERS, RecordingFolder

__all__ = ["CONTAINERS", "OWN_FOLDER", "Home", "RecordingFolder", "id_folders"]

OWN_FOLDER: Final = ""
"""Stands, where an overflow folder's id could, for the home's own recordings folder."""


@dataclass(frozen=True, slots=True)
class Home:
    """Everything of one installation is inside this folder, but for its overflow folders.

    Only this user's own home, which nobody named, has its settings in the platform's config folder
    and its secrets in the keyring; a named home carries everything with it.
    """

    root: Path
    config_folder: Path | None = None
    overflows: tuple[OverflowFolder, ...] = ()

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
    def studies(self) -> Path:
        """The studies that the receiver gave to this device."""
        return self.root / "studies.json"

    @property
    def visit(self) -> Path:
        """How far the guided visit is that goes on now; a computer that died goes on from here."""
        return self.root / "visit.json"

    @property
    def instances(self) -> Path:
        return self.root / "instances"

    def instance_lock(self, instance: str) -> Path:
        """The lock of one process that claims queue items."""
        return self.instances / f"{require_id(instance)}.lock"

    @property
    def app_lock(self) -> Path:
        """Held by the one window that may be open on this home."""
        return self.root / "app.lock"

    @property
    def running(self) -> Path:
        """There while the window runs, and after it ended without a word."""
        return self.root / "running.json"

    @property
    def control_socket(self) -> Path:
        """Where programs on this computer speak with the recorder, if the path is short enough."""
        return self.root / "control.sock"

    @property
    def ballast(self) -> Path:
        """Space in reserve, given back when the disk is full."""
        return self.root / "ballast.bin"

    @property
    def encoders(self) -> Path:
        """What trials said of this computer's encoders, and for which drivers that holds."""
        return self.root / "encoders.json"

    @property
    def devices(self) -> Path:
        """Which cameras and microphones were used last."""
        return self.root / "devices.json"

    @property
    def recordings_ballast(self) -> Path:
        """Space in reserve where the recordings folder is mounted apart from the home."""
        return self.recordings / "ballast.bin"

    @property
    def queue_database(self) -> Path:
        return self.root / "queue.db"

    @property
    def queue_lock(self) -> Path:
        """Held, shared, by whoever has the queue database open; alone, by whoever replaces it."""
        return self.root / "queue.lock"

    @property
    def secrets_lock(self) -> Path:
        """Held by whoever changes this home's secrets."""
        return self.root / "secrets.lock"

    @property
    def suitcase_lock(self) -> Path:
        """Held by the one process that packs this home's suitcases, or unpacks their receipts."""
        return self.root / "suitcase.lock"

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
    def served(self) -> Path:
        """Which receivers were served from which folders on other disks."""
        return self.root / "served.json"

    @property
    def drills(self) -> Path:
        """Reports of the fire drills that were held from the window."""
        return self.root / "drills"

    @property
    def rehearsals(self) -> Path:
        """Cards of the morning rehearsals that were held from the window."""
        return self.root / "rehearsals"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def overflow_memory(self) -> Path:
        """Which overflow folders this home has, by id, and where each was seen last."""
        return self.root / "overflow.json"

    @property
    def overflow(self) -> OverflowFolder | None:
        """The overflow folder that the settings name, whether it is here or not."""
        return next((each for each in self.overflows if each.takes_new), None)

    def folders_here(self) -> dict[str, Path]:
        """Overflow id, or OWN_FOLDER -> recordings folder; those whose disk is connected now."""
        here = {each.id: each.path for each in self.overflows if each.is_here}
        return {OWN_FOLDER: self.recordings, **here}

    def folder_of(self, overflow: str) -> Path | None:
        """Where recordings of this overflow id are, or would be; None for one that is unknown."""
        if overflow == OWN_FOLDER:
            return self.recordings
        return next((each.path for each in self.overflows if each.id == overflow), None)

    def overflow_of(self, folder: RecordingFolder) -> str:
        """The id of the overflow folder that holds this recording, or OWN_FOLDER."""
        root = folder.path.parent.parent
        found = [each for each in self.overflows if each.path == root]
        # Two disks may be mounted at one place, one after the other.
        here = [each for each in found if len(found) > 1 and each.is_here]
        return next((each.id for each in (*here, *found)), OWN_FOLDER)

    def is_here(self, folder: RecordingFolder) -> bool:
        """Whether the disk that this recording is on is connected now."""
        return self.overflow_of(folder) in self.folders_here()

    def recording(
        self, session: str, recording: str, overflow: OverflowFolder | None = None
    ) -> RecordingFolder:
        """The folder of a recording, in the home's own folder or in an overflow."""
        root = self.recordings if overflow is None else overflow.path
        return RecordingFolder(root / require_id(session) / require_id(recording))

    def session_folders(self, session: str) -> list[Path]:
        """Where recordings of this session are, or may be; the home's own folder first."""
        return [root / require_id(session) for root in self.folders_here().values()]

    def session_file(self, session: str) -> Path | None:
        """The session's file, wherever there is one; they all say the same."""
        files = [folder / "session.json" for folder in self.session_folders(session)]
        return next((each for each in files if each.is_file()), None)

    def recording_folders(self) -> Iterator[RecordingFolder]:
        """Every recording on the disks that are here, the oldest session's oldest first."""
        for session in self._sessions():
            yield from self.session_recordings(session)

    def newest_recording_folders(self) -> Iterator[RecordingFolder]:
        """Every recording on the disks that are here, the newest session's newest first."""
        for session in reversed(self._sessions()):
            yield from reversed(list(self.session_recordings(session)))

    def session_recordings(self, session: str) -> Iterator[RecordingFolder]:
        """Every recording of one session, oldest id first; a copy in a second place is left out."""
        return iter(_once(map(RecordingFolder, _inside(self.session_folders(session)))))

    def _sessions(self) -> list[str]:
        return sorted({folder.name for folder in _inside(self.folders_here().values())})


def _inside(folders: Iterable[Path]) -> Iterator[Path]:
    own, *overflows = folders
    yield from id_folders(own)
    for folder in overflows:
        try:
            yield from id_folders(folder)
        except OSError:
            # Pulled out since its marker was seen: what is on it is looked at when it is back.
            continue


def _once(folders: Iterable[RecordingFolder]) -> list[RecordingFolder]:
    found: dict[str, RecordingFolder] = {}
    for folder in folders:
        found.setdefault(folder.recording, folder)
    return [found[recording] for recording in sorted(found)]


def id_folders(folder: Path) -> list[Path]:
    """The folders in this one that have an id for a name, the oldest id first. Raises OSError."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.is_dir() and is_id(path.name))

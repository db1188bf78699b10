"""A recording that must not be lost, in a home of its own, for tests of what goes wrong."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from holdfast.clock import SystemClock
from holdfast.layout import Home
from tests.recordings import DeviceOnPaper, make_recording
from uploader.identity import Identity, open_secrets
from uploader.installation import Installation
from uploader.items import RecordingSnapshot


@dataclass(frozen=True, slots=True)
class HomeWithRecording:
    """A home with one recording that nobody has received yet, and what its files held."""

    root: Path
    recording: str
    folder: Path
    files: dict[str, str]

    @property
    def segment(self) -> Path:
        """The recording's first media file."""
        return self.folder / "000000.mp4"

    def segments(self) -> list[bytes]:
        """What its media files hold, in order."""
        return [path.read_bytes() for path in sorted(self.folder.glob("*.mp4"))]

    def queued(self) -> RecordingSnapshot:
        """The recording as the next command finds it in the queue."""
        with Installation.open(Home(self.root), SystemClock()) as installation:
            installation.adopt()
            return installation.queue.recording(self.recording)

    def assert_nothing_is_lost(self) -> None:
        """Every file is as it was recorded, and the queue still means to send it."""
        assert files_of(self.folder) == self.files
        assert self.queued().custody.saved


_LATER = ("receipt.json", "annotations.json")


def files_of(folder: Path) -> dict[str, str]:
    """The hashes of a recording's files by name, but for those that sending adds."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.suffix in (".mp4", ".json") and path.name not in _LATER
    }


@pytest.fixture
def recorded(tmp_path: Path) -> HomeWithRecording:
    """A home of this test's own, with a recording that no receiver has ever met and no queue."""
    home = Home(tmp_path / "recorded")
    home.root.mkdir()
    identity = Identity.load_or_create(open_secrets(home), SystemClock())
    device = DeviceOnPaper(identity.device, identity.key)
    made = make_recording(home, device, sizes=[20_000, 30_000], participant="P-017")
    return HomeWithRecording(home.root, made.id, made.folder.path, files_of(made.folder.path))

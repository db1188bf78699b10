"""A recording that was made once, for tests that need one in a home of their own."""

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from holdfast.clock import SystemClock
from holdfast.layout import Home
from tests.support.command_line import holdfast
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

    def queued(self) -> RecordingSnapshot:
        """The recording as the next command finds it in the queue."""
        with Installation.open(Home(self.root), SystemClock()) as installation:
            installation.adopt()
            return installation.queue.recording(self.recording)

    def assert_nothing_is_lost(self) -> None:
        """Every file is as it was recorded, and the queue still means to send it."""
        assert files_of(self.folder) == self.files
        assert self.queued().custody.saved


def files_of(folder: Path) -> dict[str, str]:
    """The hashes of a recording's files by name, but for those that sending adds."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.suffix in (".mp4", ".json") and path.name != "receipt.json"
    }


@pytest.fixture(scope="session")
def _recorded_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("recorded") / "home"
    said = holdfast(home, "record", "--source", "test", "--seconds", "1")
    assert said.exit_code == 0, said.err
    return home


@pytest.fixture
def recorded(_recorded_once: Path, tmp_path: Path) -> HomeWithRecording:
    """A home of this test's own; its queue is found anew from the files, as after a loss."""
    root = tmp_path / "recorded"
    root.mkdir()
    shutil.copytree(_recorded_once / "recordings", root / "recordings")
    shutil.copy(_recorded_once / "secrets", root)
    (folder,) = Home(root).recording_folders()
    return HomeWithRecording(root, folder.recording, folder.path, files_of(folder.path))

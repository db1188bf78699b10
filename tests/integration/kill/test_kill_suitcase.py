"""Killed at the system calls that make packing, taking in and unpacking durable: run again, all
goes on, and in the end everything is where it belongs, once."""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from holdfast.clock import SystemClock
from holdfast.layout import Home, RecordingFolder
from tests.recordings import DeviceOnPaper, make_recording
from tests.support.live_receiver import LiveReceiver
from tests.support.suitcases import Disk, printed
from uploader.enrol import enrol_device
from uploader.installation import Installation

CALLS: Final = ("fsync", "fdatasync", "rename", "link", "unlink")
COMMANDS: Final = ("export", "take in", "bring back")
# In every run of the tests: one kill of each kind that lies in the middle of the work.
FEW: Final = (("export", "rename", 2), ("take in", "link", 1), ("bring back", "fsync", 3))


@dataclass(frozen=True, slots=True)
class Journey:
    """A device with one recording, a disk and a receiver, all in one folder."""

    root: Path

    @property
    def home(self) -> Home:
        return Home(self.root / "home")

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def disk(self) -> Disk:
        return Disk(self.root / "disk")

    @property
    def folder(self) -> RecordingFolder:
        (folder,) = self.home.recording_folders()
        return folder

    def words(self, command: str) -> list[str]:
        disk, home = str(self.disk.path), str(self.home.root)
        return {
            "export": ["queue", "export", disk, "--home", home],
            "take in": ["admin", "--data", str(self.data), "import", disk],
            "bring back": ["queue", "import", disk, "--home", home],
        }[command]

    def is_killed(self, command: str, call: str, nth: int) -> bool:
        """Run a command that dies at its nth such call; false where it ended before."""
        done = subprocess.run(
            [
                *("strace", "-f", "-qq", "-o", os.devnull),
                *("-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={nth}"),
                *(sys.executable, "-m", "holdfast", *self.words(command)),
            ],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )
        if done.returncode == -signal.SIGKILL:
            return True
        assert done.returncode == 0, done.stderr
        return False

    def run_through(self, first: str) -> None:
        """From this command on, run all that is left, undisturbed."""
        if first == "export":
            assert self.disk.export(self.home).exit_code == 0
        if first != "bring back":
            assert self.disk.take_in(self.data).exit_code == 0
        back = printed(self.disk.bring_back(self.home, "--json"))
        assert len(back["verified"] + back["already"]) == 1

    def assert_all_is_well(self) -> None:
        folder = self.folder
        stored = sorted((self.data / "sessions").rglob("*.mp4"))
        recorded = sorted(folder.segments().values())
        assert [each.read_bytes() for each in stored] == [each.read_bytes() for each in recorded]
        there = self.data / "sessions" / folder.session / folder.recording
        assert folder.receipt.read_bytes() == (there / "receipt.json").read_bytes()
        assert list((self.data / "incoming").iterdir()) == []
        with Installation.open(self.home, SystemClock()) as installation:
            assert installation.queue.recording(folder.recording).custody.verified
        assert self.disk.bring_back(self.home, "--clear").exit_code == 0
        assert self.disk.files() == {}


@pytest.fixture(scope="module")
def enrolled(tmp_path_factory: pytest.TempPathFactory) -> Journey:
    """A device that is enrolled at a receiver, which does not run any more; nothing is packed."""
    journey = Journey(tmp_path_factory.mktemp("journey"))
    journey.disk.path.mkdir()
    live = LiveReceiver.start(journey.data)
    with Installation.open(journey.home, SystemClock()) as installation:
        enrol_device(installation, live.url, live.enrolment_code(), "kiosk")
        paper = DeviceOnPaper(installation.identity.device, installation.identity.key)
    live.stop()
    make_recording(journey.home, paper, sizes=[3000, 2000])
    return journey


def copied(journey: Journey, root: Path) -> Journey:
    shutil.copytree(journey.root, root)
    return Journey(root)


def until(journey: Journey, command: str) -> None:
    """Run all that comes before a command."""
    if command != "export":
        assert journey.disk.export(journey.home).exit_code == 0
    if command == "bring back":
        assert journey.disk.take_in(journey.data).exit_code == 0


@pytest.mark.strace
@pytest.mark.parametrize(("command", "call", "nth"), FEW)
def test_killed_once(enrolled: Journey, tmp_path: Path, command: str, call: str, nth: int) -> None:
    journey = copied(enrolled, tmp_path / "journey")
    until(journey, command)

    assert journey.is_killed(command, call, nth)

    journey.run_through(command)
    journey.assert_all_is_well()


@pytest.mark.slow
@pytest.mark.strace
@pytest.mark.timeout(900)
@pytest.mark.parametrize("command", COMMANDS)
def test_killed_at_every_call(enrolled: Journey, tmp_path: Path, command: str) -> None:
    ready = copied(enrolled, tmp_path / "ready")
    until(ready, command)
    kills = 0
    for call in CALLS:
        nth = 1
        while True:
            journey = copied(ready, tmp_path / f"{call} {nth}")
            if not journey.is_killed(command, call, nth):
                break
            # And once more, at the same call of the run that repairs.
            journey.is_killed(command, call, nth)
            journey.run_through(command)
            journey.assert_all_is_well()
            shutil.rmtree(journey.root)
            nth, kills = nth + 1, kills + 1
    assert kills > 10

"""Copies here are deleted only on the receiver's fresh, signed word, and whole or not at all."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from holdfast.clock import SystemClock
from tests.integration.uploader.conftest import Device
from tests.recordings import RecordingOnDisk
from tests.support.live_receiver import LiveReceiver
from tests.support.other_disk import other_disk
from uploader.confirm import Asker
from uploader.freed import FREED, read_freed
from uploader.freeing import NO_AGE, Freer, Outcome
from uploader.transport import Transport
from uploader.worker import Outcome as Sent

SIZES = (1000, 200_000, 3000)
STAYS = {"manifest.json", "receipt.json", "announce.json", "decision.json", "journal.jsonl"}


@pytest.fixture(scope="module")
def receiver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveReceiver]:
    """A receiver whose data are on another disk than the devices' recordings."""
    with other_disk(tmp_path_factory.getbasetemp()) as folder:
        live = LiveReceiver.start(folder / "data")
        yield live
        live.stop()


@pytest.fixture
def device(new_device: Callable[[str], Device], receiver: LiveReceiver) -> Device:
    return new_device(receiver.url)


@dataclass
class AtReceiver:
    """A recording's files at the receiver."""

    receiver: LiveReceiver
    recording: RecordingOnDisk

    @property
    def folder(self) -> Path:
        session = self.recording.folder.session
        return self.receiver.data / "sessions" / session / self.recording.id

    def segment(self, number: int) -> Path:
        return self.folder / "segments" / f"{number:06d}.mp4"


def sent(device: Device, *sizes: int) -> RecordingOnDisk:
    """A recording whose receipt is here."""
    recording = device.record(*(sizes or SIZES))
    outcome = device.installation.worker(device.events.append).run_until_empty(60)
    assert outcome is Sent.EMPTY
    return recording


def free(device: Device, recording: RecordingOnDisk, age: timedelta = NO_AGE) -> Outcome:
    enrolment = device.installation.enrolment()
    assert enrolment is not None
    stop = threading.Event()
    with Transport(enrolment.url, enrolment.token, stop) as transport:
        asker = Asker(transport, enrolment, SystemClock(), stop)
        freer = Freer(device.installation.queue, asker)
        return freer.free(recording.id, recording.folder, "test", age)


def assert_kept(recording: RecordingOnDisk, outcome: Outcome, *words: str) -> None:
    assert outcome.freed_bytes == 0
    for each in words:
        assert each in outcome.why
    assert len(recording.folder.segments()) == len(recording.sidecars)
    assert read_freed(recording.folder) is None


def custody(device: Device, recording: RecordingOnDisk) -> tuple[bool, bool, bool]:
    found = device.installation.queue.recording(recording.id).custody
    return found.saved, found.verified, found.freed


def test_media_go_and_everything_that_proves_them_stays(device: Device) -> None:
    recording = sent(device)
    sidecars = {path.name for path in recording.folder.sidecars().values()}

    outcome = free(device, recording)

    assert outcome == Outcome(recording.id, sum(SIZES))
    left = {path.name for path in recording.folder.path.iterdir()}
    assert STAYS | sidecars | {"freed.json"} <= left
    assert not [name for name in left if name.endswith(".mp4")]
    freed = read_freed(recording.folder)
    assert freed is not None
    assert (freed.stage, freed.segments, freed.by) == (FREED, (0, 1, 2), "test")
    assert custody(device, recording) == (False, True, True)

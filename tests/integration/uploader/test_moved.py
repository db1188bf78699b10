"""Recordings that somebody moves: away, back, to the other disk. Nothing is lost or hidden."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.uploader.conftest import Device
from tests.support.live_receiver import LiveReceiver
from tests.support.other_disk import other_disk
from uploader import looks
from uploader.items import Step
from uploader.worker import Outcome

NewDevice = Callable[[str], Device]


def send(device: Device) -> Outcome:
    return device.installation.worker(device.events.append).run_until_empty(60)


@pytest.mark.parametrize("what", ["the session", "the recording", "a segment"])
def test_what_was_moved_away_is_sent_once_it_is_back(
    new_device: NewDevice, receiver: LiveReceiver, tmp_path: Path, what: str
) -> None:
    device = new_device(receiver.url)
    recording, other = device.record(20_000, 10_000), device.record(5_000)
    queue = device.installation.queue
    folder = recording.folder.path
    path = {
        "the session": folder.parent,
        "the recording": folder,
        "a segment": recording.folder.segment(1),
    }[what]
    shutil.move(path, tmp_path / "aside")

    assert send(device) is Outcome.FAILED

    snapshot = queue.recording(recording.id)
    assert not snapshot.custody.saved
    assert "gone from this computer" in snapshot.why
    assert queue.recording(other.id).custody.verified

    shutil.move(tmp_path / "aside", path)
    # Nobody says Retry.
    assert send(device) is Outcome.EMPTY
    assert queue.recording(recording.id).custody.saved
    stored = receiver.stored(recording.folder.session, recording.id)
    assert stored == recording.segment_bytes()


def test_what_is_at_home_and_was_moved_away_is_not_called_saved(
    new_device: NewDevice, receiver: LiveReceiver, tmp_path: Path
) -> None:
    device = new_device(receiver.url)
    recording = device.record(20_000)
    assert send(device) is Outcome.EMPTY
    shutil.move(recording.folder.path, tmp_path / "aside")

    assert send(device) is Outcome.EMPTY

    snapshot = device.installation.queue.recording(recording.id)
    assert (snapshot.custody.saved, snapshot.custody.verified) == (False, True)
    shutil.move(tmp_path / "aside", recording.folder.path)
    device.installation.adopt()
    assert device.installation.queue.recording(recording.id).custody.saved


def test_what_was_moved_to_the_other_disk_is_sent_from_there(
    new_device: NewDevice,
    receiver: LiveReceiver,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(looks, "AGAIN_SEGMENTS", 0)
    with other_disk(tmp_path) as disk:
        monkeypatch.setenv("HOLDFAST_DISK__OVERFLOW_FOLDER", str(disk / "overflow"))
        device = new_device(receiver.url)
        device.installation.adopt()
        recording = device.record(20_000, 10_000)
        session = recording.folder.session
        expected = recording.segment_bytes()
        # As after months: its folder is known to be as it was.
        os.utime(recording.folder.path, (1_000_000, 1_000_000))
        device.installation.adopt()
        shutil.move(recording.folder.path.parent, disk / "overflow" / session)

        assert send(device) is Outcome.EMPTY

        snapshot = device.installation.queue.recording(recording.id)
        assert snapshot.step is Step.VERIFIED
        assert Path(snapshot.folder).is_relative_to(disk)
        assert receiver.stored(session, recording.id) == expected

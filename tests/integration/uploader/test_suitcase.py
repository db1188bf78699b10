"""Recordings that travel on a disk: packed, taken in while the receiver runs, receipts back."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from holdfast.locks import try_lock
from tests.integration.uploader.conftest import Device
from tests.recordings import RecordingOnDisk, begin_recording, make_recording
from tests.support.live_receiver import LiveReceiver
from tests.support.suitcases import Disk, pieces_of, printed
from uploader import suitcase_copying
from uploader.cli import queue
from uploader.items import ItemState, Step
from uploader.worker import Outcome


def step_of(device: Device, recording: RecordingOnDisk) -> Step:
    return device.installation.queue.recording(recording.id).step


def sent_segments(device: Device, recording: RecordingOnDisk) -> list[int | None]:
    """The segments of which bytes were sent over the network."""
    attempts = device.installation.queue.attempts(recording.id)
    return [each.segment for each in attempts if each.segment is not None and each.sent_bytes]


def upload(device: Device) -> None:
    assert device.installation.worker(lambda _: None).run_until_empty(60) is Outcome.EMPTY


@contextmanager
def being_recorded(recording: RecordingOnDisk) -> Iterator[None]:
    lock = try_lock(recording.folder.lock)
    assert lock is not None
    with lock:
        yield


# There and back ------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["--encrypt", "--plain"])
def test_a_suitcase_brings_recordings_there_and_their_receipts_back(
    device: Device, disk: Disk, receiver: LiveReceiver, how: str
) -> None:
    recordings = [device.record(3000, 2000), device.record(1)]
    ids = sorted(each.id for each in recordings)
    enrolment = device.installation.enrolment()
    assert enrolment is not None

    assert sorted(printed(disk.export(device.home, how, "--json"))["packed"]) == ids
    (taken,) = printed(disk.take_in(receiver.data, "--json"))["suitcases"]
    assert (sorted(taken["stored"]), taken["bytes"]) == (ids, 5001)
    for each in recordings:
        stored = receiver.stored(each.folder.session, each.id)
        assert stored == each.segment_bytes()
        assert step_of(device, each) is Step.ANNOUNCE
    assert sorted(printed(disk.bring_back(device.home, "--json"))["verified"]) == ids
    for each in recordings:
        assert step_of(device, each) is Step.VERIFIED
        snapshot = device.installation.queue.recording(each.id)
        assert snapshot.custody.verified
        assert snapshot.counts[ItemState.COMPLETED] == snapshot.segments
        assert device.installation.queue.known()[each.id].receiver == enrolment.receiver


def test_each_step_done_again_changes_nothing(
    device: Device, disk: Disk, receiver: LiveReceiver
) -> None:
    recording = device.record(3000, 2000)
    disk.export(device.home)
    packed = disk.files()
    again = printed(disk.export(device.home, "--json"))
    assert (again["packed"], again["already"], again["bytes"]) == ([], [recording.id], 0)
    assert disk.files() == packed

    disk.take_in(receiver.data)
    answered = disk.files()
    (taken,) = printed(disk.take_in(receiver.data, "--json"))["suitcases"]
    assert (taken["stored"], taken["already"], taken["bytes"]) == ([], [recording.id], 0)
    assert disk.files() == answered

    disk.bring_back(device.home)
    back = printed(disk.bring_back(device.home, "--json"))
    assert (back["verified"], back["already"]) == ([], [recording.id])
    # What is at home is not packed again either.
    assert printed(disk.export(device.home, "--json"))["already"] == []


def test_an_encrypted_suitcase_shows_nothing_of_what_is_in_it(device: Device, disk: Disk) -> None:
    recording = make_recording(
        device.home, device.on_paper(), [b"a face " * 500], participant="P-Sylvia"
    )
    device.installation.adopt()

    disk.export(device.home)

    sealed = b"".join(disk.files().values())
    assert len(sealed) > 3500
    assert b"a face" not in sealed
    assert b"Sylvia" not in sealed
    assert recording.sidecars[0].sha256.encode() not in sealed


def test_a_plain_suitcase_holds_the_very_files_that_were_recorded(
    device: Device, disk: Disk
) -> None:
    recording = device.record(3000, 2000)

    disk.export(device.home, "--plain")

    packed = disk.packed(recording.id).path
    assert (packed / "000000.mp4").read_bytes() == recording.segment_bytes()[0]
    assert (packed / "000001.mp4").read_bytes() == recording.segment_bytes()[1]


def test_what_was_verified_is_deleted_from_the_disk_where_that_is_asked_for(
    device: Device, disk: Disk, receiver: LiveReceiver
) -> None:
    first = device.record(100)
    disk.export(device.home)
    disk.take_in(receiver.data)
    second = device.record(200)
    disk.export(device.home)

    back = printed(disk.bring_back(device.home, "--clear", "--json"), 3)

    assert (back["cleared"], [each["recording"] for each in back["waiting"]]) == (
        [first.id],
        [second.id],
    )
    assert [each.recording for each in disk.suitcases()[0].recordings()] == [second.id]
    assert first.folder.segment(0).exists()
    disk.take_in(receiver.data)
    disk.bring_back(device.home, "--clear")
    assert disk.files() == {}


def test_one_disk_carries_the_suitcases_of_several_computers(
    new_device: Callable[[str], Device], disk: Disk, receiver: LiveReceiver
) -> None:
    devices = [new_device(receiver.url) for _ in range(2)]
    recordings = [each.record(500) for each in devices]
    for each in devices:
        disk.export(each.home)

    assert len(printed(disk.take_in(receiver.data, "--json"))["suitcases"]) == 2

    for device, recording in zip(devices, recordings, strict=True):
        assert printed(disk.bring_back(device.home, "--json"))["verified"] == [recording.id]


def test_findings_travel_too(device: Device, disk: Disk, receiver: LiveReceiver) -> None:
    recording = device.record(500)
    recording.folder.quality.write_text('{"format_version": 1, "faces": 1}')
    device.installation.adopt()

    disk.export(device.home)
    disk.take_in(receiver.data)

    folder = receiver.data / "sessions" / recording.folder.session / recording.id
    assert '"faces":1' in (folder / "annotations.jsonl").read_text()


# Nothing twice -------------------------------------------------------------------------------


def test_what_a_suitcase_brought_is_not_sent_over_the_network_again(
    device: Device, disk: Disk, receiver: LiveReceiver
) -> None:
    recording = device.record(3000, 2000)
    disk.export(device.home)
    disk.take_in(receiver.data)

    upload(device)

    assert step_of(device, recording) is Step.VERIFIED
    assert sent_segments(device, recording) == []
    assert printed(disk.bring_back(device.home, "--json"))["already"] == [recording.id]


def test_nor_is_it_where_sending_had_begun(
    device: Device, disk: Disk, receiver: LiveReceiver
) -> None:
    recording = begin_recording(device.home, device.on_paper())
    with being_recorded(recording):
        recording.add_segment(b"x" * 4000)
        device.installation.adopt()
        # One segment arrives while it is still being recorded; then nothing more is sent.
        stop = threading.Event()
        device.installation.worker(
            lambda happened: stop.set() if happened.event == "sent" else None
        ).run(stop)
        recording.add_segment(b"y" * 5000)
        recording.end()
    device.installation.adopt()
    assert (step_of(device, recording), sent_segments(device, recording)) == (Step.SEGMENTS, [0])

    assert printed(disk.export(device.home, "--plain", "--json"))["packed"] == [recording.id]
    assert [path for path in disk.files() if path.endswith(".mp4")] == [
        str((disk.packed(recording.id).path / "000001.mp4").relative_to(disk.path))
    ]
    assert printed(disk.take_in(receiver.data, "--json"))["suitcases"][0]["bytes"] == 5000

    upload(device)
    assert sent_segments(device, recording) == [0]
    assert step_of(device, recording) is Step.VERIFIED


def test_a_receiver_that_forgot_asks_for_what_the_device_thought_it_had(
    device: Device, disk: Disk, receiver: LiveReceiver
) -> None:
    recording = device.record(3000, 2000)
    with device.installation.database.write() as database:
        database.execute("UPDATE recordings SET step = 'segments'")
        database.execute("UPDATE segments SET state = 'completed' WHERE segment = 0")
    disk.export(device.home)

    (taken,) = printed(disk.take_in(receiver.data, "--json"), 3)["suitcases"]
    assert (taken["stored"], [each["recording"] for each in taken["missing"]]) == (
        [],
        [recording.id],
    )
    (waiting,) = printed(disk.bring_back(device.home, "--json"), 3)["waiting"]
    assert waiting["why"].startswith("1 of its segments did not arrive.")

    assert printed(disk.export(device.home, "--json"))["packed"] == [recording.id]
    assert printed(disk.take_in(receiver.data, "--json"))["suitcases"][0]["bytes"] == 3000
    assert printed(disk.bring_back(device.home, "--json"))["verified"] == [recording.id]


def test_what_one_disk_brought_is_neither_packed_nor_sent_again(
    device: Device, disk: Disk, receiver: LiveReceiver, tmp_path: Path
) -> None:
    recording = device.record(3000, 2000, 1000)
    disk.export(device.home)
    for each in disk.packed(recording.id).path.glob("000001.*"):
        each.unlink()
    disk.take_in(receiver.data)
    disk.bring_back(device.home)
    states = [each.state for each in device.installation.queue.segments(recording.id)]
    assert states == [ItemState.COMPLETED, ItemState.PENDING, ItemState.COMPLETED]
    (tmp_path / "second").mkdir()
    second = Disk(tmp_path / "second")

    second.export(device.home)

    assert [each.name for each in pieces_of(second.packed(recording.id))] == [
        "000001.000000.sealed"
    ]
    upload(device)
    assert sent_segments(device, recording) == [1]
    assert step_of(device, recording) is Step.VERIFIED


def test_a_copy_that_was_not_finished_proves_nothing(
    device: Device, disk: Disk, receiver: LiveReceiver
) -> None:
    recording = device.record(3000)
    disk.export(device.home)
    disk.packed(recording.id).paper(encrypted=True).unlink()

    assert disk.take_in(receiver.data).exit_code == 3
    (waiting,) = printed(disk.bring_back(device.home, "--json"), 3)["waiting"]

    assert waiting["why"].startswith("Copying it was not finished.")
    states = [each.state for each in device.installation.queue.segments(recording.id)]
    assert states == [ItemState.PENDING]
    assert disk.export(device.home).exit_code == 0
    assert disk.take_in(receiver.data).exit_code == 0


def test_both_ways_at_once_end_with_one_of_each(
    device: Device, disk: Disk, receiver: LiveReceiver
) -> None:
    recordings = [device.record(*[20_000] * 15) for _ in range(4)]
    disk.export(device.home)
    command = [sys.executable, "-m", "holdfast", "admin", "--data", str(receiver.data), "import"]

    with subprocess.Popen([*command, str(disk.path)], stdout=subprocess.PIPE) as importing:
        upload(device)
        importing.communicate(timeout=60)

    assert importing.returncode == 0
    for each in recordings:
        assert receiver.stored(each.folder.session, each.id) == each.segment_bytes()
        attempts = device.installation.queue.attempts(each.id)
        assert [tried for tried in attempts if (tried.status or 0) >= 500] == []
        # There is one receipt, whoever asked for it first.
        assert disk.packed(each.id).receipt.read_bytes() == each.folder.receipt.read_bytes()
    ours = {each.id for each in recordings}
    begun = [path.name.partition(".")[0] for path in (receiver.data / "incoming").iterdir()]
    assert ours.isdisjoint(begun), "other tests may have left something there"


def test_a_recording_that_travels_says_so_while_it_waits(
    device: Device, disk: Disk, receiver: LiveReceiver
) -> None:
    recording = device.record(100)
    rows = device.installation.queue
    assert "suitcase" not in rows.recording(recording.id).why

    disk.export(device.home)

    assert "A copy was packed into a suitcase on " in rows.recording(recording.id).why
    disk.take_in(receiver.data)
    disk.bring_back(device.home)
    assert "suitcase" not in rows.recording(recording.id).why
    history = [each.action for each in rows.attempts(recording.id)]
    assert history == ["export", "import"]


# Not everything travels ----------------------------------------------------------------------


def test_what_cannot_travel_yet_is_left_out_with_a_sentence(device: Device, disk: Disk) -> None:
    running = begin_recording(device.home, device.on_paper())
    running.add_segment(b"x" * 100)
    undecided = make_recording(device.home, device.on_paper(), sizes=[100], decision="pending")
    with being_recorded(running), being_recorded(undecided):
        device.record(100, decision="discarded")
        whole = device.record(100)
        report = printed(disk.export(device.home, "--json"), 3)

    assert report["packed"] == [whole.id]
    assert {each["recording"]: each["why"] for each in report["left_out"]} == {
        running.id: "It is still being recorded; pack again when it has ended.",
        undecided.id: "It waits for Keep or Redo; pack again when that is decided.",
    }

    running.end()
    undecided.decide("kept")
    more = printed(disk.export(device.home, "--json"))
    assert sorted(more["packed"]) == sorted([running.id, undecided.id])


def test_what_is_discarded_after_it_was_packed_is_taken_out_again(
    device: Device, disk: Disk
) -> None:
    recording, other = device.record(100), device.record(100)
    disk.export(device.home)

    recording.decide("discarded")

    report = printed(disk.export(device.home, "--json"))
    assert (report["taken_out"], report["already"]) == ([recording.id], [other.id])
    assert not disk.packed(recording.id).path.exists()


def test_a_file_that_changed_here_is_named_and_does_not_travel(
    device: Device, disk: Disk, receiver: LiveReceiver
) -> None:
    recording = device.record(100, 200)
    recording.folder.segment(1).write_bytes(b"z" * 200)

    report = printed(disk.export(device.home, "--plain", "--json"), 1)

    (damaged,) = report["damaged"]
    assert damaged["recording"] == recording.id
    assert "000001.mp4" in damaged["why"]
    assert not (disk.packed(recording.id).path / "000001.mp4").exists()
    assert printed(disk.take_in(receiver.data, "--json"), 3)["suitcases"][0]["bytes"] == 100


def test_a_segment_given_up_later_changes_the_paper_and_the_rest_arrives(
    device: Device, disk: Disk, receiver: LiveReceiver
) -> None:
    recording = device.record(100, 200)
    recording.folder.segment(1).unlink()
    assert disk.export(device.home).exit_code == 1
    assert disk.take_in(receiver.data).exit_code == 3
    words = ["give-up", recording.id, "--segment", "1", "--yes", "--home", str(device.home.root)]
    given_up = CliRunner().invoke(queue, words)
    assert given_up.exit_code == 0, given_up.output

    assert printed(disk.export(device.home, "--json"))["packed"] == [recording.id]
    assert disk.take_in(receiver.data).exit_code == 0
    assert printed(disk.bring_back(device.home, "--json"))["verified"] == [recording.id]


def test_a_disk_without_room_takes_what_fits_and_goes_on_later(
    device: Device, disk: Disk, receiver: LiveReceiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    recording = device.record(100)
    monkeypatch.setattr(suitcase_copying, "ROOM_FOR_RECEIPTS_BYTES", 1 << 60)

    report = printed(disk.export(device.home, "--json"), 3)

    assert (report["full"], report["packed"]) == (True, [])
    assert report["left_out"][0]["why"].startswith("There was no room left")
    monkeypatch.undo()
    assert printed(disk.export(device.home, "--json"))["packed"] == [recording.id]
    assert disk.take_in(receiver.data).exit_code == 0

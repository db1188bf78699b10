"""The queue's disk is full: the reserve is given back, or the uploader waits; nothing is lost."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.uploader.conftest import Device
from tests.support.full_at import FullAt, full_at
from uploader import run_end
from uploader.errors import QueueFull
from uploader.items import UploadEvent
from uploader.worker import Outcome, Worker

NewDevice = Callable[[str], Device]
ROOM = 1 << 20
SIZES = [1000] * 20
"""Each segment adds a row to the history of attempts, which soon needs a page more."""


def pragma(device: Device, words: str) -> int:
    database = device.installation.database
    with database.read():
        (value,) = database.row(f"PRAGMA {words}") or (0,)
    return int(value)


def fill(device: Device) -> None:
    """Let the database have no room for another row, as a full disk does."""
    pragma(device, f"max_page_count={pragma(device, 'page_count')}")
    for reason in ("x" * 500, "x"):
        while _takes_another_row(device, reason):
            pass


def _takes_another_row(device: Device, reason: str) -> bool:
    try:
        with device.installation.database.write() as database:
            database.execute(
                """INSERT INTO attempts (recording, action, started_at_ms, duration_s,
                       sent_bytes, outcome, reason) VALUES ('r', 'fill', 0, 0, 0, '', ?)""",
                (reason,),
            )
    except QueueFull:
        return False
    return True


def make_room(device: Device) -> None:
    pragma(device, f"max_page_count={ROOM}")


def worker_of(device: Device, room: Callable[[], bool]) -> Worker:
    return device.installation.worker(device.events.append, room)


def test_the_reserve_is_given_back_and_sending_goes_on(device: Device) -> None:
    recording = device.record(*SIZES)
    fill(device)
    asked = []

    def give_back() -> bool:
        asked.append(1)
        make_room(device)
        return True

    assert worker_of(device, give_back).run_until_empty(60) is Outcome.EMPTY
    assert asked == [1]
    assert device.installation.queue.recording(recording.id).custody.verified
    assert [each for each in device.events if each.event == "full"] == []


def test_without_a_reserve_it_waits_says_so_once_and_goes_on(
    device: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_end, "FULL_WAIT_S", 0.05)
    recording = device.record(*SIZES)
    fill(device)
    asked: list[threading.Thread] = []

    def nothing_to_give() -> bool:
        asked.append(threading.current_thread())
        if len(asked) == 4:
            make_room(device)
        return False

    assert worker_of(device, nothing_to_give).run_until_empty(60) is Outcome.EMPTY
    assert len(asked) == 4
    (said,) = (each for each in device.events if each.event == "full")
    assert isinstance(said, UploadEvent)
    assert "Recordings are safe; free some space." in said.why
    assert device.installation.queue.recording(recording.id).custody.verified


def test_a_full_disk_in_the_middle_of_a_recording_leaves_nothing_claimed(device: Device) -> None:
    recording = device.record(*[1000] * 40)
    rooms: list[int] = []
    real = device.installation.queue.settling.complete

    def full_at_the_third(*arguments: object) -> None:
        if len(rooms) == 0 and device.installation.queue.recording(recording.id).counts:
            done = device.installation.queue.recording(recording.id).custody.received_segments
            if done >= 3:
                raise QueueFull("The disk is full.")
        real(*arguments)  # type: ignore[arg-type]  # passed through as they came

    device.installation.queue.settling.complete = full_at_the_third  # type: ignore[method-assign,assignment]  # no disk fills at one call

    def give_back() -> bool:
        rooms.append(1)
        return True

    assert worker_of(device, give_back).run_until_empty(60) is Outcome.EMPTY
    assert rooms == [1]


def test_it_stops_when_it_is_told_to_however_full_the_disk_is(device: Device) -> None:
    device.record(*SIZES)
    fill(device)
    stop = threading.Event()
    told = threading.Event()

    def nothing_to_give() -> bool:
        told.set()
        return False

    thread = threading.Thread(target=worker_of(device, nothing_to_give).run, args=(stop,))
    thread.start()
    was_told = told.wait(30)
    stop.set()
    thread.join(30)
    assert was_told
    assert not thread.is_alive()


@pytest.mark.parametrize("call", ["open", "write", "fsync", "link"])
def test_a_receipt_without_room_is_fetched_again(device: Device, tmp_path: Path, call: str) -> None:
    recording = device.record(2000)
    reserve, told = tmp_path / "ballast", tmp_path / "told"
    reserve.touch()
    worker = worker_of(device, lambda: False)

    with full_at(FullAt(call, "receipt.json"), reserve, told):
        while not told.exists():
            assert worker.run_once()
        waiting = device.installation.queue.recording(recording.id)
        assert "receipt cannot be stored" in waiting.why
        assert not waiting.is_failed
        assert not recording.folder.receipt.exists()
        # There is room again.
        reserve.unlink()
        device.installation.queue.make_due()
        assert worker.run_until_empty(60) is Outcome.EMPTY

    assert device.installation.queue.recording(recording.id).custody.verified

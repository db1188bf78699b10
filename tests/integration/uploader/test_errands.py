"""A window's errands against a real receiver: freeing, a disk that travels, the receiver's key."""

import threading
from pathlib import Path

import pytest

from desktop.errands import Errands, Freed, NotPossible
from holdfast.clock import SystemClock
from holdfast.layout import Home
from tests.integration.uploader.conftest import Device
from tests.recordings import RecordingOnDisk
from tests.support.live_receiver import LiveReceiver
from tests.support.suitcases import Disk
from uploader.errors import Stopped, SuitcaseError
from uploader.installation import Installation
from uploader.items import Step
from uploader.receiver_key import NotAccepted
from uploader.worker import Outcome

SIZES = (1000, 2000, 3000)


@pytest.fixture(scope="module")
def receiver(receiver_elsewhere: LiveReceiver) -> LiveReceiver:
    return receiver_elsewhere


def send(device: Device) -> None:
    assert device.installation.worker(device.events.append).run_until_empty(60) is Outcome.EMPTY


def media(recording: RecordingOnDisk) -> list[int]:
    return sorted(recording.folder.segments())


def test_what_is_named_goes_and_what_is_young_stays(device: Device) -> None:
    errands = Errands(device.installation)
    recordings = [device.record(*SIZES), device.record(*SIZES)]
    send(device)
    chosen, other = recordings
    freed: list[Freed] = []

    of_all = errands.plan_freeing([])
    assert of_all.candidates == ()
    assert {each.recording for each in of_all.stays} == {each.id for each in recordings}

    plan = errands.plan_freeing([chosen.id])
    assert ([each.recording for each in plan.candidates], plan.size_bytes) == ([chosen.id], 6000)
    assert media(chosen) == [0, 1, 2]

    errands.free(plan, freed.append, threading.Event())

    assert freed == [Freed(chosen.id, sum(SIZES), "")]
    assert (media(chosen), media(other)) == ([], [0, 1, 2])


def test_freeing_stops_between_two_recordings(device: Device) -> None:
    errands, stop = Errands(device.installation), threading.Event()
    recordings = [device.record(*SIZES), device.record(*SIZES)]
    send(device)
    plan = errands.plan_freeing([each.id for each in recordings])

    with pytest.raises(Stopped):
        errands.free(plan, lambda _each: stop.set(), stop)

    assert sorted(len(media(each)) for each in recordings) == [0, 3]


def test_a_disk_goes_there_and_its_receipts_come_back(
    device: Device, receiver: LiveReceiver, tmp_path: Path
) -> None:
    errands, disk = Errands(device.installation), Disk(tmp_path / "disk")
    disk.path.mkdir()
    recordings = [device.record(3000, 2000), device.record(1)]
    titles: list[str] = []

    packed = errands.pack(disk.path, True, titles.append, threading.Event())
    again = errands.pack(disk.path, True, titles.append, threading.Event())
    disk.take_in(receiver.data, "--json")
    back = errands.unpack(disk.path, clear=True)

    assert (packed.done, packed.before, len(titles)) == (2, 0, 2)
    assert packed.size_bytes > 5001
    assert (again.done, again.before) == (0, 2)
    assert (back.done, back.cleared, back.stays, back.troubles) == (2, 2, (), ())
    steps = [device.installation.queue.recording(each.id).step for each in recordings]
    assert steps == [Step.VERIFIED] * 2


def test_packing_stops_and_goes_on_where_it_was(device: Device, tmp_path: Path) -> None:
    errands, stop = Errands(device.installation), threading.Event()
    device.record(3000)
    device.record(3000)

    with pytest.raises(Stopped):
        errands.pack(tmp_path, True, lambda _title: stop.set(), stop)
    rest = errands.pack(tmp_path, True, lambda _title: None, threading.Event())

    assert (rest.done, rest.before) == (1, 1)


def test_a_disk_that_is_not_there_is_told(device: Device, tmp_path: Path) -> None:
    with pytest.raises(SuitcaseError, match="There is no folder"):
        Errands(device.installation).unpack(tmp_path / "gone", clear=False)


def test_the_receiver_that_answers_is_the_known_one(device: Device, receiver: LiveReceiver) -> None:
    errands = Errands(device.installation)

    found = errands.receiver()

    assert (found.url, found.answers, found.doubt, found.other_key) == (
        receiver.url,
        True,
        "",
        None,
    )
    with pytest.raises(NotAccepted, match="Nothing was changed"):
        errands.accept("0000-0000")


def test_without_a_receiver_nothing_is_possible(tmp_path: Path) -> None:
    with Installation.open(Home(tmp_path / "home"), SystemClock()) as installation:
        errands = Errands(installation)

        with pytest.raises(NotPossible, match="not enrolled"):
            errands.receiver()
        with pytest.raises(NotPossible, match="not enrolled"):
            errands.pack(tmp_path, True, lambda _title: None, threading.Event())

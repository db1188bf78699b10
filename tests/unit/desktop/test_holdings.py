"""What our recordings take: counted by disk, from what the queue knows, and not all the time."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.holdings import COUNT_EVERY_S, Holdings
from holdfast.ids import new_id
from holdfast.layout import Home
from holdfast.overflow_layout import OverflowFolder
from tests.recordings import make_recording, some_device
from tests.support.manual_clock import ManualClock
from uploader.errors import QueueBusy

DEVICE = some_device()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    overflow = OverflowFolder(tmp_path / "overflow", new_id(datetime.now(UTC)))
    overflow.path.mkdir()
    overflow.marker.touch()
    return replace(Home(tmp_path / "home"), overflows=(overflow,))


def test_each_disk_has_its_own_sum(home: Home) -> None:
    first = make_recording(home, DEVICE)
    second = make_recording(home, DEVICE)
    third = make_recording(home, DEVICE, overflow=home.overflows[0])
    sizes = {first.id: 100, second.id: 20, third.id: 7, "gone": 1000}
    clock = ManualClock()
    holdings = Holdings(home, lambda: sizes, clock)

    assert holdings.in_folder(home.recordings) == 120
    assert holdings.in_folder(home.overflows[0].path) == 7

    # What a person removed by hand is not ours any more, whatever the queue says.
    shutil.rmtree(second.folder.path)
    assert holdings.in_folder(home.recordings) == 120
    clock.advance(COUNT_EVERY_S)
    assert holdings.in_folder(home.recordings) == 100

    home.overflows[0].marker.unlink()
    clock.advance(COUNT_EVERY_S)
    assert holdings.in_folder(home.overflows[0].path) is None


def test_it_is_counted_once_in_a_while(home: Home) -> None:
    counted = []

    def sizes() -> dict[str, int]:
        counted.append(1)
        return {}

    clock = ManualClock()
    holdings = Holdings(home, sizes, clock)
    for _second in range(21):
        assert holdings.in_folder(home.recordings) == 0
        clock.advance(1.0)

    assert len(counted) == 3


def test_a_queue_that_cannot_be_read_is_a_number_less(home: Home) -> None:
    def sizes() -> dict[str, int]:
        raise QueueBusy("It is locked.")

    assert Holdings(home, sizes, ManualClock()).in_folder(home.recordings) is None

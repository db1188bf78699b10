"""The reserve: real space, as much as is fair, and given back when the disk is full."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.ballast import TIGHT_BYTES, Ballast, Reserves
from desktop.recording.disk import Usage
from holdfast import durable
from holdfast.ids import new_id
from holdfast.layout import Home
from holdfast.overflow_layout import OverflowFolder

MIB = 1 << 20
ROOMY = 100_000 * MIB


class Disk:
    """What the computer says about its disk."""

    def __init__(self) -> None:
        self.free = ROOMY

    def usage(self, _folder: Path) -> Usage:
        return Usage(self.free, 10 * ROOMY)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ballast.bin"


def blocks_bytes(path: Path) -> int:
    return path.stat().st_blocks * 512 if path.exists() else 0


def test_it_really_takes_blocks(path: Path, disk: Disk) -> None:
    Ballast(path, 8 * MIB, disk.usage).keep()

    assert path.stat().st_size == 8 * MIB
    assert blocks_bytes(path) >= 8 * MIB


def test_it_is_given_back_once(path: Path, disk: Disk) -> None:
    ballast = Ballast(path, MIB, disk.usage)
    ballast.keep()

    assert ballast.release()
    assert not path.exists()
    assert not ballast.release()


def test_it_is_made_again_when_there_is_room(path: Path, disk: Disk) -> None:
    ballast = Ballast(path, 8 * MIB, disk.usage)
    ballast.keep()
    ballast.release()
    disk.free = 8 * MIB
    ballast.keep()
    assert not path.exists()

    disk.free = ROOMY
    ballast.keep()
    assert blocks_bytes(path) >= 8 * MIB


def test_it_takes_a_hundredth_and_grows_with_the_room(path: Path, disk: Disk) -> None:
    ballast = Ballast(path, 16 * MIB, disk.usage)
    disk.free = 500 * MIB
    ballast.keep()
    assert path.stat().st_size == 5 * MIB

    disk.free = 700 * MIB
    ballast.keep()
    assert path.stat().st_size == 5 * MIB, "not for every byte"

    disk.free = ROOMY
    ballast.keep()
    assert path.stat().st_size == 16 * MIB
    assert blocks_bytes(path) >= 16 * MIB


def test_it_does_not_shrink_while_the_disk_fills(path: Path, disk: Disk) -> None:
    ballast = Ballast(path, 8 * MIB, disk.usage)
    ballast.keep()
    disk.free = 0
    ballast.keep()

    assert blocks_bytes(path) >= 8 * MIB


@pytest.mark.parametrize(("setting", "left"), [(0, 0), (2 * MIB, 2 * MIB)])
def test_a_smaller_setting_is_followed(path: Path, disk: Disk, setting: int, left: int) -> None:
    Ballast(path, 8 * MIB, disk.usage).keep()

    Ballast(path, setting, disk.usage).keep()

    assert (path.stat().st_size if path.exists() else 0) == left


def test_a_copy_that_takes_no_space_is_made_real(path: Path, disk: Disk) -> None:
    with path.open("wb") as file:
        file.truncate(8 * MIB)
    if blocks_bytes(path) >= 8 * MIB:
        pytest.fail("this file system has no holes; the test proves nothing here")

    Ballast(path, 8 * MIB, disk.usage).keep()

    assert blocks_bytes(path) >= 8 * MIB


def test_a_start_on_a_full_disk_takes_it(path: Path, disk: Disk) -> None:
    ballast = Ballast(path, MIB, disk.usage)
    ballast.keep()
    disk.free = TIGHT_BYTES
    ballast.release_if_tight()
    assert path.exists()

    disk.free = TIGHT_BYTES - 1
    ballast.release_if_tight()
    assert not path.exists()


def test_a_disk_that_says_nothing_takes_nothing_away(path: Path, disk: Disk) -> None:
    Ballast(path, MIB, disk.usage).keep()

    Ballast(path, MIB, lambda _folder: Usage(0, 0)).release_if_tight()

    assert path.exists()


def test_a_disk_without_room_is_no_error(
    path: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable, "reserve", full)

    Ballast(path, MIB, disk.usage).keep()

    assert not path.exists()


# One on each disk. ------------------------------------------------------------------------------


class Disks:
    """Which disk each folder is on, as the test says; everything else is on the first."""

    def __init__(self, *others: Path) -> None:
        self.others = others
        self.free = dict.fromkeys(others, ROOMY)

    def disk_of(self, path: Path) -> int:
        path.stat()
        return next(
            (each for each, folder in enumerate(self.others, 1) if path.is_relative_to(folder)), 0
        )

    def usage(self, _folder: Path) -> Usage:
        return Usage(ROOMY, 10 * ROOMY)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    overflow = OverflowFolder(tmp_path / "usb", new_id(datetime.now(UTC)))
    overflow.path.mkdir()
    overflow.marker.touch()
    home = Home(tmp_path / "home", overflows=(overflow,))
    home.recordings.mkdir(parents=True)
    return home


def reserves(home: Home, disks: Disks) -> Reserves:
    return Reserves(home, 8 * MIB, disks.usage, disks.disk_of)


def kept(home: Home) -> list[bool]:
    paths = (home.ballast, home.recordings_ballast, home.overflows[0].ballast)
    return [path.exists() for path in paths]


def test_recordings_on_the_homes_own_disk_need_no_reserve_of_their_own(home: Home) -> None:
    reserves(home, Disks(home.overflows[0].path)).keep()

    assert kept(home) == [True, False, True]


def test_each_disk_has_its_own_reserve_and_gives_back_its_own(home: Home) -> None:
    every = reserves(home, Disks(home.recordings, home.overflows[0].path))
    every.keep()
    assert kept(home) == [True, True, True]

    assert every.release(home.recordings / "session" / "not there yet")
    assert kept(home) == [True, False, True]
    assert not every.release(home.recordings)
    assert every.release(home.overflows[0].path)
    assert kept(home) == [True, False, False]
    assert every.release(home.root)
    assert kept(home) == [False, False, False]


def test_a_disk_that_is_away_gets_no_reserve(home: Home) -> None:
    home.overflows[0].marker.unlink()

    reserves(home, Disks(home.overflows[0].path)).keep()

    assert kept(home) == [True, False, False]

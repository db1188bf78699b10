"""The overflow folder: which one is used, which one is left alone, and why."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from holdfast.ids import new_id
from holdfast.jsonform import canonical
from holdfast.layout import OWN_FOLDER, Home
from holdfast.overflow import OverflowRefused, joined, make_ready, with_remembered
from holdfast.overflow_layout import OverflowFolder, overflow_markers
from tests.support.other_disk import other_disk, pulled_out

NOW = datetime(2026, 11, 21, 3, tzinfo=UTC)
DEVICE, OTHER_DEVICE = new_id(NOW), new_id(NOW)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with other_disk(tmp_path) as folder:
        yield folder


def settled(root: Path, folder: Path | None, device: str = DEVICE) -> Home:
    """The home as a new process finds it, with this folder in its settings."""
    environ = {} if folder is None else {"HOLDFAST_DISK__OVERFLOW_FOLDER": str(folder)}
    return joined(Home(root), environ, device, NOW)


def begun(root: Path, folder: Path, device: str = DEVICE) -> Home:
    """A home that has its overflow folder there."""
    home = settled(root, folder, device)
    assert make_ready(home, device, NOW)
    return home


def overflow_of(home: Home) -> OverflowFolder:
    assert home.overflow is not None
    return home.overflow


def test_the_first_use_makes_a_marker_that_names_the_installation(
    tmp_path: Path, disk: Path
) -> None:
    home = begun(tmp_path / "home", disk / "overflow")

    (marker,) = overflow_markers(disk / "overflow").values()
    said = json.loads(marker.read_bytes())
    assert marker == overflow_of(home).marker
    assert (said["overflow"], said["installation"]) == (overflow_of(home).id, DEVICE)
    assert home.folders_here() == {
        OWN_FOLDER: home.recordings,
        overflow_of(home).id: disk / "overflow",
    }


def test_the_next_process_knows_it_again(tmp_path: Path, disk: Path) -> None:
    first = begun(tmp_path / "home", disk)
    again = begun(tmp_path / "home", disk)

    assert again == first
    assert len(overflow_markers(disk)) == 1


def test_nothing_named_is_nothing_used(tmp_path: Path) -> None:
    home = settled(tmp_path / "home", None)

    assert not make_ready(home, DEVICE, NOW)
    assert home.overflows == ()
    assert not home.overflow_memory.exists()


def test_an_empty_mount_point_is_never_written_into(tmp_path: Path, disk: Path) -> None:
    folder = disk / "overflow"
    home = begun(tmp_path / "home", folder)

    with pulled_out(folder):
        for each in (home, settled(tmp_path / "home", folder)):
            with pytest.raises(OverflowRefused, match="does not carry this Holdfast's mark"):
                make_ready(each, DEVICE, NOW)
            assert list(each.folders_here()) == [OWN_FOLDER]

    assert make_ready(home, DEVICE, NOW)


def test_an_empty_mount_point_is_not_taken_for_the_disk_at_the_first_use_either(
    tmp_path: Path,
) -> None:
    mount_point = tmp_path / "usb"
    mount_point.mkdir()
    home = settled(tmp_path / "home", mount_point / "overflow")

    with pytest.raises(OverflowRefused, match="on the first disk"):
        make_ready(home, DEVICE, NOW)

    assert list(mount_point.iterdir()) == []


def test_a_disk_that_is_not_connected_needs_nobody(tmp_path: Path) -> None:
    home = settled(tmp_path / "home", tmp_path / "media" / "usb" / "overflow")

    with pytest.raises(OverflowRefused, match="is not connected") as refused:
        make_ready(home, DEVICE, NOW)

    assert not refused.value.needs_a_person
    assert not (tmp_path / "media").exists()


def test_a_disk_that_is_mounted_elsewhere_is_the_same_one(tmp_path: Path, disk: Path) -> None:
    first = begun(tmp_path / "home", disk / "before")
    (disk / "before").rename(disk / "after")

    again = begun(tmp_path / "home", disk / "after")

    assert overflow_of(again).id == overflow_of(first).id
    assert overflow_of(again).path == disk / "after"
    assert len(again.overflows) == 1


def test_another_disk_in_its_place_is_not_used(tmp_path: Path, disk: Path) -> None:
    folder = disk / "overflow"
    home = begun(tmp_path / "home", folder)
    with pulled_out(folder):
        stranger = folder / f"holdfast-overflow-{new_id(NOW)}.json"
        stranger.write_bytes(canonical({"format_version": 1, "installation": OTHER_DEVICE}))

        with pytest.raises(OverflowRefused, match="Connect the right disk"):
            make_ready(home, DEVICE, NOW)
        stranger.unlink()


def test_two_homes_never_share_one(tmp_path: Path, disk: Path) -> None:
    begun(tmp_path / "home", disk)

    with pytest.raises(OverflowRefused, match="of another Holdfast"):
        begun(tmp_path / "other", disk, OTHER_DEVICE)

    assert len(overflow_markers(disk)) == 1


def test_a_home_that_lost_its_memory_knows_its_own_mark(tmp_path: Path, disk: Path) -> None:
    first = begun(tmp_path / "home", disk)
    first.overflow_memory.write_bytes(b"torn")

    assert overflow_of(begun(tmp_path / "home", disk)).id == overflow_of(first).id


def test_an_overflow_that_the_settings_no_longer_name_is_still_read(
    tmp_path: Path, disk: Path
) -> None:
    old = overflow_of(begun(tmp_path / "home", disk / "old"))
    new = overflow_of(begun(tmp_path / "home", disk / "new"))

    home = settled(tmp_path / "home", disk / "new")
    assert home.overflow == new
    assert set(home.folders_here()) == {OWN_FOLDER, old.id, new.id}
    assert set(with_remembered(Home(tmp_path / "home")).folders_here()) == set(home.folders_here())
    assert settled(tmp_path / "home", None).overflow is None


def test_recordings_of_both_folders_are_one_list(tmp_path: Path, disk: Path) -> None:
    home = begun(tmp_path / "home", disk)
    ids = [new_id(datetime(2026, 11, 20, hour, tzinfo=UTC)) for hour in range(6)]
    overflow = overflow_of(home)
    for session, recording, place in (
        (ids[0], ids[1], None),
        (ids[0], ids[2], overflow),
        (ids[3], ids[4], overflow),
        (ids[3], ids[5], None),
        (ids[3], ids[5], overflow),
    ):
        home.recording(session, recording, place).path.mkdir(parents=True)

    found = list(home.recording_folders())
    assert [each.recording for each in found] == [ids[1], ids[2], ids[4], ids[5]]
    assert [each.recording for each in home.newest_recording_folders()] == [
        ids[5],
        ids[4],
        ids[2],
        ids[1],
    ]
    assert [home.overflow_of(each) for each in found] == [
        OWN_FOLDER,
        overflow.id,
        overflow.id,
        OWN_FOLDER,
    ]
    with pulled_out(disk):
        assert [each.recording for each in home.recording_folders()] == [ids[1], ids[5]]
        assert [home.is_here(each) for each in found] == [True, False, False, True]

"""Two folders on one disk are told, and what cannot be told counts as one disk."""

from pathlib import Path

import pytest

from holdfast import disks
from holdfast.disks import Place, place_of
from holdfast.jsonform import FormatError
from tests.support.manual_clock import ManualClock
from tests.support.other_disk import other_disk

CLOCK = ManualClock()


def test_two_folders_side_by_side_share_their_disk(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()

    own, other = place_of(tmp_path, CLOCK), place_of(tmp_path / "other", CLOCK)

    assert own.may_share_a_disk(other)
    assert Place.from_json(own.to_json()) == own


def test_shared_memory_is_no_disk_of_theirs(tmp_path: Path) -> None:
    with other_disk(tmp_path) as folder:
        elsewhere = place_of(folder, CLOCK)

    assert elsewhere.disks
    assert not place_of(tmp_path, CLOCK).may_share_a_disk(elsewhere)


@pytest.mark.parametrize(
    ("other", "shares"),
    [
        (Place("here", frozenset({"block sda"})), True),
        (Place("here", frozenset({"block sdb", "block sda"})), True),
        (Place("here", frozenset({"block sdb"})), False),
        (Place("here", frozenset()), True),
        (Place("there", frozenset({"block sda"})), False),
        (Place("there", frozenset()), False),
    ],
)
def test_what_is_not_known_counts_as_one_disk(other: Place, shares: bool) -> None:
    assert Place("here", frozenset({"block sda"})).may_share_a_disk(other) is shares
    assert other.may_share_a_disk(Place("here", frozenset({"block sda"}))) is shares


def test_a_file_system_that_says_nothing_of_its_disk_is_unknown() -> None:
    # Files of the kernel's own are on no disk, and no such thing is said of them.
    assert place_of(Path("/proc"), CLOCK).disks == frozenset()


def devices(root: Path, monkeypatch: pytest.MonkeyPatch, *paths: str) -> Path:
    """The kernel's folders of block devices, as far as these tell."""
    for each in paths:
        (root / each).mkdir(parents=True)
    monkeypatch.setattr(disks, "_BLOCK_DEVICES", root)
    return root


def test_partitions_and_what_lies_on_them_are_their_disks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = devices(tmp_path, monkeypatch, "sda/sda1/partition", "sda/sda2/partition", "sdb")
    for name in ("sda/sda1", "sdb"):
        (found / "dm-0/slaves").mkdir(parents=True, exist_ok=True)
        (found / "dm-0/slaves" / Path(name).name).symlink_to(found / name)

    below = disks._below

    assert below(found / "sda/sda1") == below(found / "sda/sda2") == {"block sda"}
    assert below(found / "dm-0") == {"block sda", "block sdb"}


@pytest.mark.parametrize("value", [{}, {"computer": 1, "disks": []}, {"computer": "x"}])
def test_what_names_no_place(value: dict[str, object]) -> None:
    with pytest.raises(FormatError):
        Place.from_json(value)

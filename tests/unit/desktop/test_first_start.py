"""The first start: when it is one, and that a chosen folder is found again, or missed out loud."""

from pathlib import Path

import pytest

from desktop import first_start, settings_file
from desktop.window_settings import load_window_settings
from holdfast.clock import SystemClock
from holdfast.command import Failure, resolve_home
from holdfast.home_choice import FOLDER, HomeMissing, chosen_folder
from holdfast.ids import new_id
from holdfast.layout import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "data", config_folder=tmp_path / "config")


def test_only_a_home_that_nobody_used_is_set_up(home: Home) -> None:
    assert first_start.is_due(home)

    first_start.note_done(home, {"capture.source": "2"})

    assert not first_start.is_due(home)
    assert load_window_settings(home.config, {}).set_up


def test_a_home_with_recordings_or_an_enrolment_is_in_use(home: Home) -> None:
    (home.recordings / new_id(SystemClock().now())).mkdir(parents=True)
    assert not first_start.is_due(home)

    other = Home(home.root / "other")
    other.root.mkdir()
    other.enrolment.write_text("{}")
    assert not first_start.is_due(other)


def test_a_chosen_folder_is_the_home_of_every_later_start(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = first_start.moved(home, tmp_path / "disk")
    first_start.keep_place(home, chosen)
    assert chosen.root == tmp_path / "disk" / "Holdfast"
    assert chosen_folder(home.config) == chosen.root

    for name, folder in (("user_config_dir", home.config_folder), ("user_data_dir", home.root)):
        monkeypatch.setattr(f"platformdirs.{name}", lambda *_a, folder=folder, **_k: str(folder))
    assert resolve_home(None) == chosen
    assert resolve_home(tmp_path / "named") == Home(tmp_path / "named")

    chosen.root.rmdir()
    with pytest.raises(Failure, match="Connect its disk"):
        resolve_home(None)


def test_a_home_that_was_named_stays_where_it_is(tmp_path: Path) -> None:
    named = Home(tmp_path / "named")

    assert first_start.moved(named, tmp_path / "elsewhere") is named
    first_start.keep_place(named, named)
    assert not named.config.exists()


def test_the_folder_that_is_already_ours_is_not_nested(home: Home, tmp_path: Path) -> None:
    once = first_start.moved(home, tmp_path / "disk")

    assert first_start.moved(home, once.root) == once


@pytest.mark.parametrize("text", ["storage = 1", "[storage]\nfolder = 3", "[storage", "", "[x]"])
def test_a_settings_file_without_a_folder_names_none(tmp_path: Path, text: str) -> None:
    config = tmp_path / "config.toml"
    config.write_text(text)

    assert chosen_folder(config) is None


def test_an_empty_folder_never_takes_the_place_of_one_that_is_away(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    settings_file.change(config, {FOLDER: str(tmp_path / "away")})

    with pytest.raises(HomeMissing, match="is not there"):
        chosen_folder(config)


def test_a_place_tells_its_room_or_why_it_cannot_be_used(tmp_path: Path) -> None:
    roomy = first_start.place_at(tmp_path / "not" / "yet")
    assert roomy.trouble == ""
    assert roomy.left_s == roomy.free_bytes / 300_000 > 0

    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    try:
        trouble = first_start.place_at(closed / "x").trouble
    finally:
        closed.chmod(0o700)
    # Whoever runs the tests as root may write everywhere.
    assert trouble in ("", f"Permission denied: {closed}")

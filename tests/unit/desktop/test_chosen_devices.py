"""What a person chose is opened at the next start, unless somebody says otherwise there."""

from pathlib import Path

import pytest

from desktop import settings_file
from desktop.choosing import Choose
from desktop.chosen_devices import keep
from desktop.settings import load_settings
from holdfast.settings_table import SettingError

BY_HAND = """# By hand.
[capture]
source = "0"  # the desk's
width = 640

[uploader]
quiet_hours = "08:00-18:00"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(BY_HAND, "utf-8")
    return path


def test_a_choice_is_what_the_next_start_opens(file: Path) -> None:
    keep(file, {}, Choose("/dev/v4l/by-id/usb-Room", "Headset “A”"), 0)

    first = load_settings(file, {}).captures()[0]
    assert (first.source, first.audio, first.width) == (
        "/dev/v4l/by-id/usb-Room",
        "Headset “A”",
        640,
    )
    text = file.read_text("utf-8")
    assert text.startswith("# By hand.\n")
    assert "# the desk's" in text
    assert text.endswith('[uploader]\nquiet_hours = "08:00-18:00"\n')


def test_the_choice_for_a_further_camera_takes_its_place(file: Path) -> None:
    settings_file.change(file, {"capture.more_sources": "1, 2"})
    keep(file, {}, Choose("/dev/video6"), 2)

    settings = load_settings(file, {})
    assert [each.source for each in settings.captures()] == ["0", "1", "/dev/video6"]


def test_the_scene_is_never_kept(file: Path) -> None:
    keep(file, {}, Choose("test", "test"), 0)

    assert file.read_text("utf-8") == BY_HAND


def test_what_the_environment_names_is_not_written(file: Path) -> None:
    keep(file, {"HOLDFAST_CAPTURE__SOURCE": "1"}, Choose("/dev/video6", "Headset"), 0)

    kept = load_settings(file, {}).capture()
    assert (kept.source, kept.audio) == ("0", "Headset")


def test_a_home_without_settings_gets_a_file_that_nobody_else_reads(tmp_path: Path) -> None:
    file = tmp_path / "home" / "config.toml"
    keep(file, {}, Choose(audio="none"), 0)

    assert load_settings(file, {}).audio == "none"
    assert file.stat().st_mode & 0o777 == 0o600


def test_who_may_read_the_file_stays_as_it_is(file: Path) -> None:
    file.chmod(0o644)
    keep(file, {}, Choose(audio="none"), 0)

    assert file.stat().st_mode & 0o777 == 0o644


def test_a_file_that_is_no_toml_is_left_alone(file: Path) -> None:
    file.write_text("[capture\n", "utf-8")

    with pytest.raises(SettingError, match="not valid TOML"):
        settings_file.change(file, {"capture.source": "1"})

    assert file.read_text("utf-8") == "[capture\n"

"""The desktop's settings: what they load into, and what is refused."""

from pathlib import Path

import pytest

from desktop.recording.disk import Limits
from desktop.settings import DesktopSettings, load_settings
from holdfast.settings_table import SettingError


def loaded(folder: Path, toml: str = "", **environ: str) -> DesktopSettings:
    file = folder / "config.toml"
    file.write_text(toml)
    return load_settings(file, environ)


def test_the_disks_limits_are_the_interfaces(tmp_path: Path) -> None:
    settings = loaded(tmp_path)

    assert settings.limits == Limits() == Limits(amber_s=3600.0, red_s=900.0, stop_s=120.0)
    assert settings.ballast_bytes == 256 << 20


def test_limits_are_said_in_minutes(tmp_path: Path) -> None:
    settings = loaded(
        tmp_path,
        "[disk]\namber_minutes = 90\nred_minutes = 20.5\nballast_mib = 0\n",
        HOLDFAST_DISK__STOP_MINUTES="5",
    )

    assert settings.limits == Limits(amber_s=5400.0, red_s=1230.0, stop_s=300.0)
    assert settings.ballast_bytes == 0


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("stop_minutes = 20", "stop_minutes is 20, disk.red_minutes 15"),
        ("red_minutes = 61", "red_minutes 61 and disk.amber_minutes 60"),
        ("stop_minutes = -1", "disk.stop_minutes is -1; allowed is a number from 0"),
        ("ballast_mib = -1", "disk.ballast_mib is -1"),
        ("ballast_mib = 1.5", "allowed is a whole number"),
        ("amber_percent = 5", "has no 'amber_percent'"),
        ("red_minutes = nan", "disk.red_minutes is nan"),
    ],
)
def test_what_makes_no_sense_is_refused(tmp_path: Path, toml: str, words: str) -> None:
    with pytest.raises(SettingError, match="disk") as refused:
        loaded(tmp_path, f"[disk]\n{toml}\n")

    assert words in str(refused.value)


def test_several_cameras_share_the_mode_and_the_first_has_the_sound(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[capture]\nsource = "0"\nmore_sources = "2, /dev/video4"\naudio = "default"\n')

    first, second, third = load_settings(file, {}).captures()

    assert [each.source for each in (first, second, third)] == ["0", "2", "/dev/video4"]
    assert [each.audio for each in (first, second, third)] == ["default", "none", "none"]
    assert second.width == first.width


def test_named_cameras_stand_in_for_those_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[capture]\nmore_sources = "2"\n')

    captures = load_settings(file, {}).captures(["test", "test"])

    assert [each.source for each in captures] == ["test", "test"]


def test_a_camera_is_named_once(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="named twice"):
        load_settings(tmp_path / "none", {}).captures(["0", "1", "0"])

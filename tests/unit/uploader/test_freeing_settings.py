"""Nothing is deleted by itself unless somebody says so, and wrong words say which."""

from datetime import timedelta
from pathlib import Path

import pytest

from holdfast.settings_table import SettingError
from uploader.freeing_settings import WHEN_NEEDED, FreeingSettings, load_freeing_settings
from uploader.settings import load_settings


def test_by_default_nothing_ever_goes(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "config.toml", {}).freeing

    assert settings == FreeingSettings()
    assert settings.when == "never"
    assert settings.after == timedelta(days=7)


def test_the_file_and_the_environment_say_otherwise(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[freeing]\nwhen = "when_needed"\nafter_days = 1.5\nleast_free_gb = 2\n')

    settings = load_settings(file, {"HOLDFAST_FREEING__AFTER_DAYS": "30"}).freeing

    assert settings == FreeingSettings(WHEN_NEEDED, timedelta(days=30), 2_000_000_000)
    assert settings.is_short(1_999_999_999)
    assert not settings.is_short(2_000_000_000)


@pytest.mark.parametrize(
    "line", ['when = "always"', "after_days = -1", 'least_free_gb = "much"', "wen = 1"]
)
def test_wrong_words_are_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(f"[freeing]\n{line}\n")

    with pytest.raises(SettingError, match=line.split(" ")[0]):
        load_freeing_settings(file, {})

"""Settings: where a value comes from, and what a wrong one is answered."""

from pathlib import Path
from typing import Any

import pytest

from holdfast.settings_table import Setting, SettingError, load

TABLE = (
    Setting("capture", "source", "text", "0", "where the picture comes from"),
    Setting("capture", "codec", "text", "h264", "how it is packed", allowed=("h264", "mjpeg")),
    Setting("capture", "fps", "number", 30.0, "pictures a second", least=1, most=240),
    Setting("uploader", "parallel", "whole", 2, "connections", least=1),
    Setting("uploader", "gentle", "flag", False, "slow while recording"),
    Setting("uploader", "limit", "whole", None, "bytes a second"),
)


def loaded(tmp_path: Path, toml: str = "", **environ: str) -> dict[str, Any]:
    file = tmp_path / "config.toml"
    if toml:
        file.write_text(toml, encoding="utf-8")
    return load(TABLE, file, environ)


def test_defaults_hold_where_nobody_says_anything(tmp_path: Path) -> None:
    assert loaded(tmp_path)["capture.fps"] == 30.0
    assert loaded(tmp_path)["uploader.limit"] is None


def test_the_file_overrules_the_default_and_the_environment_the_file(tmp_path: Path) -> None:
    toml = "[capture]\nfps = 25\n[uploader]\nparallel = 3\n"

    values = loaded(tmp_path, toml, HOLDFAST_UPLOADER__PARALLEL="4")

    assert values["capture.fps"] == 25
    assert values["uploader.parallel"] == 4


@pytest.mark.parametrize(
    ("text", "value"), [("yes", True), ("ON", True), ("0", False), ("false", False)]
)
def test_a_flag_in_the_environment_is_a_word(tmp_path: Path, text: str, value: bool) -> None:
    assert loaded(tmp_path, HOLDFAST_UPLOADER__GENTLE=text)["uploader.gentle"] is value


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        ("[capture]\nfps = 0\n", "capture.fps is 0; allowed is a number from 1 up to 240."),
        ("[capture]\nfps = true\n", "capture.fps is True; allowed is a number from 1 up to 240."),
        ("[capture]\ncodec = 'av1'\n", "capture.codec is 'av1'; allowed is h264 or mjpeg."),
        ("[uploader]\nparallel = 2.5\n", "uploader.parallel is 2.5; allowed is a whole number"),
        ("[uploader]\ngentle = 1\n", "uploader.gentle is 1; allowed is true or false."),
        ("[capture]\nfsp = 30\n", "[capture] has no 'fsp'; it has codec, fps, source."),
        ("fps = 30\n", "'fps' stands outside a [section]"),
        ("[capture\n", "is not valid TOML"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_allowed(
    tmp_path: Path, toml: str, sentence: str
) -> None:
    with pytest.raises(SettingError) as refused:
        loaded(tmp_path, toml)

    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("HOLDFAST_CAPTURE__FPS", "fast"),
        ("HOLDFAST_UPLOADER__PARALLEL", "2.5"),
        ("HOLDFAST_UPLOADER__GENTLE", "perhaps"),
    ],
)
def test_a_wrong_word_in_the_environment_is_refused(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(SettingError, match=text):
        loaded(tmp_path, **{name: text})


def test_another_packages_section_is_none_of_ours(tmp_path: Path) -> None:
    assert loaded(tmp_path, "[server]\nport = 1\n")["capture.source"] == "0"

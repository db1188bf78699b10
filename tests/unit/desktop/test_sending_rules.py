"""The sending rules are read, checked and written; what the environment decides stays."""

from pathlib import Path

import pytest

from desktop import sending_rules
from desktop.sending_rules import SendingRules
from holdfast.settings_table import SettingError
from uploader.rules import Hours
from uploader.settings import load_settings

BY_HAND = '[uploader]\nmax_parallel = 3  # the line is slow\nwait_on = "Phone"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(BY_HAND, "utf-8")
    return path


def test_what_is_written_is_read_and_is_what_the_uploader_reads(file: Path) -> None:
    sending_rules.write(
        file,
        {},
        {
            "limit_rate_kb_s": 200,
            "while_recording": "off",
            "quiet_hours": "22:00-06:00",
            "daily_budget_mb": 500,
            "on_metered": "wait",
        },
    )

    assert sending_rules.read(file, {}) == SendingRules(
        200, "off", "22:00-06:00", 500, "wait", "Phone", fixed={}
    )
    uploader = load_settings(file, {})
    assert uploader.limit_rate_bytes_s == 200_000
    assert uploader.rules.daily_budget_bytes == 500_000_000
    assert [type(each) for each in uploader.rules.quiet_hours] == [Hours]
    assert "max_parallel = 3  # the line is slow" in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("quiet_hours", "after work", "allowed is nothing, or a list like 08:00-18:00"),
        ("while_recording", "slow", "allowed is full or gentle or off"),
        ("limit_rate_kb_s", -1, "allowed is a whole number from 0"),
    ],
)
def test_one_wrong_value_changes_nothing(file: Path, key: str, value: object, said: str) -> None:
    with pytest.raises(SettingError, match=said):
        sending_rules.write(file, {}, {"on_metered": "wait", key: value})

    assert file.read_text("utf-8") == BY_HAND


def test_what_the_environment_decides_is_said_and_not_written(file: Path) -> None:
    environ = {"HOLDFAST_UPLOADER__WAIT_ON": "Train"}
    rules = sending_rules.read(file, environ)
    assert (rules.wait_on, rules.is_fixed("wait_on")) == ("Train", True)
    assert rules.fixed == {"wait_on": "HOLDFAST_UPLOADER__WAIT_ON"}
    assert not rules.is_fixed("quiet_hours")

    sending_rules.write(file, environ, {"wait_on": "Nothing"})

    assert file.read_text("utf-8") == BY_HAND

"""The command itself: its list, its speed-giving laziness, its home."""

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from holdfast.__main__ import SUBCOMMANDS, main
from holdfast.command import (
    EXIT_FAILED,
    EXIT_USAGE,
    Failure,
    WrongUsage,
    home_option,
    resolve_home,
)
from holdfast.layout import Home

HEAVY = (
    "PySide6",
    "av",
    "cv2",
    "flask",
    "keyring",
    "numpy",
    "requests",
    "sounddevice",
    "sqlalchemy",
)


def test_help_names_every_subcommand() -> None:
    shown = CliRunner().invoke(main, ["--help"])

    assert shown.exit_code == 0
    assert all(name in shown.output for name in SUBCOMMANDS)


@pytest.mark.parametrize("name", ["", *SUBCOMMANDS])
def test_help_loads_nothing_heavy(name: str) -> None:
    words = [name, "--help"] if name else ["--help"]
    script = (
        "import sys; from click.testing import CliRunner; from holdfast.__main__ import main;"
        f"assert CliRunner().invoke(main, {words!r}).exit_code == 0;"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert done.stdout.strip() == b"[]"


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_every_subcommand_loads_and_explains_itself(name: str) -> None:
    shown = CliRunner().invoke(main, [name, "--help"])

    assert shown.exit_code == 0, shown.output
    assert shown.output.startswith("Usage: ")


def test_an_unknown_subcommand_is_wrong_usage() -> None:
    assert CliRunner().invoke(main, ["recrod"]).exit_code == EXIT_USAGE


@pytest.mark.parametrize(("error", "exit_code"), [(Failure, EXIT_FAILED), (WrongUsage, EXIT_USAGE)])
def test_a_failure_is_one_sentence_on_stderr(error: type[Failure], exit_code: int) -> None:
    @click.command()
    def fails() -> None:
        raise error("The disk is on fire. Nothing was recorded.")

    shown = CliRunner().invoke(fails, [])

    assert shown.exit_code == exit_code
    assert shown.stderr == "The disk is on fire. Nothing was recorded.\n"
    assert shown.stdout == ""


def test_a_named_home_carries_its_settings_with_it(tmp_path: Path) -> None:
    home = resolve_home(tmp_path)

    assert home.is_named
    assert home.config == tmp_path / "config.toml"


def test_this_users_own_home_keeps_settings_where_the_platform_wants_them() -> None:
    home = resolve_home(None)

    assert not home.is_named
    assert home.config.name == "config.toml"
    assert home.config.parent != home.root


def test_the_option_wins_over_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Home] = []

    @click.command()
    @home_option
    def where(home: Home) -> None:
        seen.append(home)

    monkeypatch.setenv("HOLDFAST_HOME", str(tmp_path / "environment"))
    CliRunner().invoke(where, [])
    CliRunner().invoke(where, ["--home", str(tmp_path / "option")])

    assert [each.root.name for each in seen] == ["environment", "option"]

"""Studies on the command line: what is wrong in one, and which one the window opens with."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from desktop.cli import app
from desktop.settings import load_settings
from desktop.study_cli import study

EXAMPLE = Path(__file__).parents[3] / "resources/studies/facial-expressions.yaml"


def test_a_study_in_order_is_summed_up() -> None:
    said = CliRunner().invoke(study, ["check", str(EXAMPLE)])

    assert said.exit_code == 0
    assert said.stdout == (
        f"{EXAMPLE} is in order: Facial expressions (facial-expressions, version 1).\n"
        "  consent, version 1.\n"
        "  facial_expressions: Facial expressions, up to 45 s\n"
        "  head_movements: Head movements, up to 30 s\n"
        "  reading_aloud: Reading aloud, up to 90 s\n"
    )


def test_faults_are_told_with_their_lines(tmp_path: Path) -> None:
    file = tmp_path / "faces.yaml"
    file.write_text("study: faces\ntitle: 3\n")

    said = CliRunner().invoke(study, ["check", str(file)])
    told = CliRunner().invoke(study, ["check", "--json", str(file)])

    assert said.exit_code == told.exit_code == 1
    assert said.stderr == (
        f"{file}:1: The study lacks `prompts`.\n"
        f'{file}:2: `title` must be text, not a number; put quotes around it: "3".\n'
    )
    printed = json.loads(told.stdout)
    assert (printed["ok"], [each["line"] for each in printed["faults"]]) == (False, [1, 2])


def test_programs_learn_what_there_is() -> None:
    said = CliRunner().invoke(study, ["check", "--json", str(EXAMPLE)])

    printed = json.loads(said.stdout)
    assert printed["ok"]
    assert printed["study"]["consent"] == "1"
    assert printed["study"]["prompts"][0] == {
        "prompt": "facial_expressions",
        "title": "Facial expressions",
        "seconds": 45.0,
    }


def test_the_example_is_printed_as_it_stands() -> None:
    said = CliRunner().invoke(study, ["example"])

    assert said.stdout == EXAMPLE.read_text("utf-8")


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    said = CliRunner().invoke(study, ["check", str(tmp_path / "none.yaml")])

    assert said.exit_code == 1
    assert said.stderr.startswith(f"{tmp_path / 'none.yaml'} cannot be read (No such file")


def test_the_window_is_opened_for_a_study_that_is_there_only(tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text("study: faces\n")
    home = ["--home", str(tmp_path / "home"), "--source", "test", "--study"]

    said = CliRunner().invoke(app, [*home, "unknown"])
    told = CliRunner().invoke(app, [*home, str(faulty)])

    assert said.exit_code == told.exit_code == 1
    assert said.stderr.startswith("There is no study 'unknown' on this computer, and no such file")
    assert told.stderr.startswith(f"{faulty}:1: The study lacks `title`.\n")
    assert not (tmp_path / "home" / "config.toml").exists()


def test_the_windows_study_is_chosen_for_the_next_start_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.app.run", lambda *_given, **_named: 0)
    home = tmp_path / "home"
    home.mkdir()

    said = CliRunner().invoke(
        app, ["--home", str(home), "--source", "test", "--study", str(EXAMPLE)]
    )

    assert said.exit_code == 0, said.output
    assert load_settings(home / "config.toml", {}).study == str(EXAMPLE)

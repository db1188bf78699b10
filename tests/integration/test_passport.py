"""`holdfast passport` as a person calls it."""

import json
from pathlib import Path

from holdfast.layout import Home
from tests.recordings import make_recording, some_device
from tests.support.command_line import holdfast


def test_a_page_and_its_numbers_are_written(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    session = make_recording(home, some_device(), [b"one"]).folder.session

    said = holdfast(home.root, "passport", session, "--output", str(tmp_path / "out"))
    printed = holdfast(home.root, "passport", session, "--json")

    assert said.exit_code == 0, said.err
    page, numbers = map(Path, said.out.splitlines())
    assert page.read_text("utf-8").startswith("<!doctype html>")
    written = json.loads(numbers.read_text("utf-8"))
    assert {**printed.json, "made_at": ""} == {**written, "made_at": ""}


def test_what_is_no_session_is_refused_in_a_sentence(tmp_path: Path) -> None:
    wrong = holdfast(tmp_path, "passport", "yesterday")
    unknown = holdfast(tmp_path, "passport", "01a1fb8a-b410-7945-970f-03c5d525a059")

    assert wrong.exit_code == 2
    assert "not the id" in wrong.sentence
    assert unknown.exit_code == 1
    assert "no recording" in unknown.sentence

"""Which studies can be chosen, and that the choice is still there tomorrow."""

from importlib.resources import files
from pathlib import Path

import pytest

from desktop.study import StudyFaulty
from desktop.study_shelf import Shelf, StudyShelf
from holdfast.durable import write_replacing
from holdfast.jsonform import canonical
from holdfast.layout import Home

GIVEN = {
    "format_version": 1,
    "studies": [
        {
            "format_version": 1,
            "study": "given",
            "version": 2,
            "title": "Given by the receiver",
            "prompts": [{"id": "smile", "title": "Smile", "instructions": "Please smile."}],
        }
    ],
}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "home")
    made.root.mkdir()
    return made


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "faces.yaml"
    source = files("resources").joinpath("studies", "facial-expressions.yaml")
    path.write_bytes(source.read_bytes())
    return path


def test_an_empty_home_offers_nothing(home: Home) -> None:
    assert StudyShelf(home).read() == Shelf()


def test_what_the_receiver_gave_is_offered_and_the_choice_lasts(home: Home) -> None:
    write_replacing(home.studies, canonical(GIVEN))

    chosen = StudyShelf(home).choose("given", "de")

    assert chosen.study is not None
    assert chosen.language == "de"
    assert chosen.study.title == "Given by the receiver"
    assert StudyShelf(home).read() == chosen
    assert StudyShelf(home).choose("").study is None


def test_a_file_is_offered_while_it_is_chosen(home: Home, example: Path) -> None:
    shelf = StudyShelf(home).choose(str(example))

    assert shelf.study is not None
    assert [each.key for each in shelf.offered] == [str(example)]
    example.unlink()
    gone = StudyShelf(home).read()
    assert gone.is_gone
    assert gone.study is None


def test_a_file_with_faults_changes_nothing(home: Home, example: Path, tmp_path: Path) -> None:
    before = StudyShelf(home).choose(str(example))
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text("format_version: 1\ntitle: 7\n", "utf-8")

    with pytest.raises(StudyFaulty, match=r"faulty\.yaml:"):
        StudyShelf(home).choose(str(faulty))

    assert StudyShelf(home).read() == before

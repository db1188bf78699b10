"""Paths: built from ids and numbers alone, and always inside their own folder."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.ids import new_id
from holdfast.layout import CONTAINERS, Home, RecordingFolder
from holdfast.receiver_layout import ReceiverData
from tests.support.forms import ids

ROOT = Path("/somewhere")
SESSION = "0192f0c1-2345-7abc-8def-0123456789ab"
RECORDING = "0192f0c1-2345-7abc-8def-0123456789ac"


@given(ids, ids, st.integers(0, 999_999))
def test_a_recording_says_whose_it_is(session: str, recording: str, number: int) -> None:
    folder = Home(ROOT).recording(session, recording)
    received = ReceiverData(ROOT).recording(session, recording)

    assert (folder.session, folder.recording) == (session, recording)
    assert (received.session, received.recording) == (session, recording)
    assert folder.segment(number).parent == folder.path
    assert folder.segment(number).name == f"{number:06d}.mp4"


@pytest.mark.parametrize(
    "make",
    [
        Home(ROOT).instance_lock,
        Home(ROOT).session_file,
        lambda text: Home(ROOT).recording(text, RECORDING),
        lambda text: Home(ROOT).recording(SESSION, text),
        ReceiverData(ROOT).device,
        ReceiverData(ROOT).session_folder,
        ReceiverData(ROOT).session_file,
        lambda text: ReceiverData(ROOT).recording(SESSION, text),
        lambda text: ReceiverData(ROOT).incoming_segment(text, 0),
    ],
)
@pytest.mark.parametrize("text", ["", ".", "..", "../../etc/passwd", "P-1", SESSION.upper()])
def test_text_that_a_person_typed_makes_no_path(make: Callable[[str], Path], text: str) -> None:
    with pytest.raises(ValueError, match="is not an id"):
        make(text)


def test_all_names_in_a_recording_differ() -> None:
    folder = RecordingFolder(ROOT)
    paths = [
        folder.lock,
        folder.announce,
        folder.journal,
        folder.manifest,
        folder.decision,
        folder.receipt,
        folder.quarantine,
        folder.part(0),
        folder.sidecar(0),
        *(folder.segment(0, container) for container in CONTAINERS),
    ]

    assert len(set(paths)) == len(paths)


def test_segments_and_open_parts_are_found_in_order(tmp_path: Path) -> None:
    folder = RecordingFolder(tmp_path)
    for number in (11, 2, 100_000):
        folder.segment(number).touch()
    folder.segment(3, "mkv").touch()
    folder.part(4).touch()
    for name in ("00001.mp4", "000001.mp4.tmp", "x000001.mp4", "000001.exe", "manifest.json"):
        (tmp_path / name).touch()
    for name in ("5.part", "0000006.part", "000007.part.1f.tmp", "000008.part\n"):
        (tmp_path / name).touch()

    assert list(folder.segments()) == [2, 3, 11, 100_000]
    assert folder.segments()[3] == folder.segment(3, "mkv")
    assert folder.open_parts() == {4: folder.part(4)}


def test_only_folders_named_by_ids_are_recordings(tmp_path: Path) -> None:
    home, data = Home(tmp_path / "home"), ReceiverData(tmp_path / "data")
    for folder in (
        home.recording(SESSION, RECORDING).path,
        data.recording(SESSION, RECORDING).path,
    ):
        folder.mkdir(parents=True)
        (folder.parent / "session.json").touch()
        (folder.parent / "lost+found").mkdir()
        (folder.parent.parent / "notes").mkdir()

    assert [each.recording for each in home.recording_folders()] == [RECORDING]
    assert [each.recording for each in data.recording_folders()] == [RECORDING]


def test_the_newest_recording_comes_first_where_that_is_asked_for(tmp_path: Path) -> None:
    home = Home(tmp_path)
    ids = [new_id(datetime(2026, 11, 20, hour, tzinfo=UTC)) for hour in range(6)]
    made = [(ids[0], ids[1]), (ids[0], ids[2]), (ids[3], ids[4]), (ids[3], ids[5])]
    for session, recording in made:
        home.recording(session, recording).path.mkdir(parents=True)

    assert [each.recording for each in home.newest_recording_folders()] == [
        recording for _, recording in reversed(made)
    ]


def test_a_home_that_is_not_there_has_no_recordings(tmp_path: Path) -> None:
    assert list(Home(tmp_path / "nowhere").recording_folders()) == []
    assert RecordingFolder(tmp_path / "nowhere").segments() == {}

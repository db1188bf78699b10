"""What the field window asks of a real station: notes, studies, and consent that comes later."""

from desktop.station import RecordingSaved
from desktop.study_shelf import StudyTerms
from holdfast.consent import consent_of, is_awaited
from holdfast.jsonform import Json, parse
from holdfast.layout import RecordingFolder
from tests.integration.station.conftest import Running

AWAITING = StudyTerms("faces", after_accept=False, awaits_consent=True)
AGREED = StudyTerms("faces", after_accept=False, consent="2")


def recorded(
    running: Running, participant: str, terms: StudyTerms | None = None
) -> RecordingFolder:
    running.station.start_recording(participant, "smile", 0.5, terms)
    return RecordingFolder(running.wait_for(RecordingSaved).folder)


def session_of(folder: RecordingFolder) -> Json:
    return parse(folder.session_file.read_bytes(), "the session")


def test_a_note_is_kept_while_it_records_and_told_with_the_annotations(running: Running) -> None:
    running.prepare()
    recording = running.station.start_recording("P-001", seconds=0.5)
    running.station.note(recording, "  the window was open ", "window")
    folder = RecordingFolder(running.wait_for(RecordingSaved).folder)
    running.station.note(recording, "the window was open, and a dog", "window")

    told = parse(folder.annotations.read_bytes(), "the annotations")["field_note"]

    assert told == parse(folder.note.read_bytes(), "the note")
    assert (told["text"], told["by"]) == ("the window was open, and a dog", "window")
    assert told["recording"] == recording


def test_an_empty_note_makes_no_file(running: Running) -> None:
    running.prepare()
    folder = recorded(running, "P-001")

    running.station.note(folder.recording, "  ", "window")

    assert not folder.note.exists()


def test_a_session_belongs_to_one_participant_and_one_study(running: Running) -> None:
    running.prepare()
    without, of_study = recorded(running, "P-001"), recorded(running, "P-001", AGREED)
    again = recorded(running, "P-001", AGREED)

    assert without.session != of_study.session == again.session
    assert "study" not in session_of(without) or session_of(without)["study"] is None
    assert session_of(of_study)["study"] == "faces"


def test_consent_that_comes_with_the_second_recording_holds_for_the_session(
    running: Running,
) -> None:
    running.prepare()
    first = recorded(running, "P-001", AWAITING)
    assert is_awaited(session_of(first))

    second = recorded(running, "P-001", AGREED)

    assert first.session == second.session
    consent = consent_of(session_of(first))
    assert consent is not None
    assert consent.version == "2"
    # A third time it stands there already.
    assert recorded(running, "P-001", AGREED).session == first.session

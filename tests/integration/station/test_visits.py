"""A participant's visit on a real station: recorded, decided about, cut off and gone on with."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.kiosk.conductor import Conductor
from desktop.kiosk.flow import FlowState, Page
from desktop.kiosk.hands import DELETION_ASKED
from desktop.kiosk.playable import plays
from desktop.kiosk.steps import (
    Agree,
    EnterNumber,
    Finish,
    GoOn,
    KeepTake,
    Leave,
    ReadToEnd,
    RedoTake,
    Resume,
    Step,
    StopNow,
)
from desktop.kiosk.visit import VisitFile
from desktop.recording.model import CaptureRequest
from desktop.recording.states import State
from desktop.register import RecordingRunning
from desktop.study_values import CONSENT_PROMPT, Consent, ConsentRecording, Prompt, Study
from holdfast import salvage
from holdfast.clock import SystemClock
from holdfast.consent import consent_of, is_awaited
from holdfast.decision import read_decision
from holdfast.jsonform import Json, parse
from holdfast.layout import Home, RecordingFolder
from tests.integration.station.conftest import PATIENCE_S, Running
from uploader.annotate import read_annotations

CONSENT = Consent("v1", "We film you.")
STUDY = Study(
    "faces",
    1,
    "Faces",
    (
        Prompt("smile", "Smile", "Smile.", countdown_s=0),
        Prompt("turn", "Turn", "Turn.", seconds=0.4, countdown_s=0),
    ),
    consent=CONSENT,
)
ON_CAMERA = replace(
    STUDY, consent=replace(CONSENT, recording=ConsentRecording("I agree.", 0.4, countdown_s=0))
)


class Visit:
    """A conductor on a station, and the newest state that it told."""

    def __init__(self, running: Running, study: Study) -> None:
        self._told = threading.Condition()
        self._state: FlowState | None = None
        self.running = running
        self.conductor = Conductor(
            running.station,
            study,
            CaptureRequest(source="test:live", with_preview=False),
            SystemClock(),
            self._changed,
            new_number=lambda: "P-0001",
            shuffle=list.reverse,
        )
        running.on_event = self.conductor.hear
        self.conductor.start()

    def _changed(self, state: FlowState) -> None:
        with self._told:
            self._state = state
            self._told.notify_all()

    def until(self, holds: Callable[[FlowState], bool]) -> FlowState:
        with self._told:
            assert self._told.wait_for(
                lambda: self._state is not None and holds(self._state), PATIENCE_S
            ), self._state
            assert self._state is not None
            return self._state

    def do(self, *steps: Step) -> None:
        for step in steps:
            self.conductor.do(step)

    def arrive(self) -> None:
        """From the first page to the instructions of the first prompt."""
        self.do(GoOn(), ReadToEnd(), Agree(True), GoOn(), EnterNumber("A-1042"), GoOn())
        self.until(lambda state: state.page is Page.DEVICE_CHECK and state.ready)
        self.do(GoOn())

    def record(self, stop: bool = False) -> FlowState:
        """From the instructions to the review."""
        self.do(GoOn())
        if stop:
            self.until(lambda state: state.recording is not None)
            self.do(StopNow())
        return self.until(lambda state: state.page is Page.REVIEW)

    def keep(self) -> None:
        self.until(lambda state: state.page is Page.REVIEW and state.can_keep)
        self.do(KeepTake())
        self.until(lambda state: state.page is not Page.REVIEW)


@contextmanager
def visiting(running: Running, study: Study) -> Iterator[Visit]:
    visit = Visit(running, study)
    try:
        yield visit
    finally:
        visit.conductor.close()


def session_of(home: Home, session: str | None) -> Json:
    assert session is not None
    path = home.session_file(session)
    assert path is not None
    return parse(path.read_bytes(), path.name)


def decisions(home: Home, session: str | None) -> list[tuple[str | None, str]]:
    """Prompt and decision of what somebody decided about in a session, oldest first."""
    assert session is not None
    found: list[tuple[str | None, str]] = []
    for folder in home.session_recordings(session):
        announcement, note = salvage.read_announcement(folder), read_decision(folder)
        assert announcement is not None
        if note is not None:
            found.append((announcement.prompt, note.decision))
    return found


def test_a_visit_with_a_redo_ends_with_everything_kept(running: Running) -> None:
    with visiting(running, STUDY) as visit:
        visit.arrive()
        visit.record(stop=True)
        visit.do(RedoTake())
        visit.until(lambda state: state.page is Page.INSTRUCTIONS)
        visit.record(stop=True)
        visit.keep()
        session = visit.record().session
        visit.keep()
        visit.until(lambda state: state.page is Page.CLOSING)
        visit.do(Finish())
        visit.until(lambda state: state.page is Page.WELCOME)

    assert decisions(running.home, session) == [
        ("smile", "discarded"),
        ("smile", "kept"),
        ("turn", "kept"),
    ]
    value = session_of(running.home, session)
    consent = consent_of(value)
    assert consent is not None
    assert (consent.version, consent.recording) == ("v1", None)
    assert (value["participant"], value["study"]) == ("A-1042", "faces")
    assert not running.home.visit.exists()
    assert running.station.state is State.PREPARING


def test_nothing_leaves_before_the_consent_was_seen_to_play(running: Running) -> None:
    with visiting(running, ON_CAMERA) as visit:
        visit.arrive()
        state = visit.record()
        assert is_awaited(session_of(running.home, state.session))
        visit.keep()
        visit.until(lambda state: state.task == "smile")

    assert state.take is not None
    consent = consent_of(session_of(running.home, state.session))
    assert consent is not None
    assert (consent.version, consent.recording) == ("v1", state.take.recordings[0])
    assert consent.at == state.consented_at


def test_what_cannot_be_decoded_does_not_play(running: Running) -> None:
    running.prepare()
    folder = running.record("P-1")
    assert plays(folder)

    segment = next(iter(folder.segments().values()))
    content = segment.read_bytes()
    segment.write_bytes(content[: len(content) // 20])

    assert not plays(folder)
    assert not plays(RecordingFolder(folder.path.parent / "nothing"))


def test_whoever_withdraws_leaves_nothing(running: Running) -> None:
    with visiting(running, STUDY) as visit:
        visit.arrive()
        visit.record(stop=True)
        visit.keep()
        visit.do(GoOn())
        session = visit.until(lambda state: state.recording is not None).session
        visit.do(Leave(deletes=True))
        visit.until(lambda state: state.page is Page.GOODBYE)
        visit.do(Finish())
        visit.until(lambda state: state.page is Page.WELCOME)

    assert decisions(running.home, session) == [("smile", "discarded"), ("turn", "discarded")]


def test_a_visit_that_was_cut_off_is_gone_on_with(running: Running, tmp_path: Path) -> None:
    with visiting(running, STUDY) as visit:
        visit.arrive()
        visit.record(stop=True)
        visit.keep()
        visit.do(GoOn())
        session = visit.until(lambda state: state.recording is not None).session
        # What a kill leaves at this moment is what is on disk at this moment.
        cut_off = tmp_path / "cut off"
        shutil.copytree(
            running.home.root, cut_off, ignore=shutil.ignore_patterns("cut off", "*.sock")
        )
        visit.until(lambda state: state.page is Page.REVIEW)

    again = Running(cut_off)
    try:
        with visiting(again, STUDY) as visit:
            state = visit.until(lambda state: state.page is Page.RESUME)
            assert (state.session, state.done, len(state.prompts)) == (session, 1, 2)
            assert state.participant == "A-1042"
            visit.do(Resume(goes_on=True))
            visit.until(lambda state: state.page is Page.DEVICE_CHECK and state.ready)
            visit.do(GoOn())
            assert visit.record().task == "turn"
            visit.keep()
            visit.until(lambda state: state.page is Page.CLOSING)
        assert decisions(again.home, session)[0] == ("smile", "kept")
        assert decisions(again.home, session)[-1] == ("turn", "kept")
    finally:
        again.station.close()


def test_a_visit_of_another_study_is_not_gone_on_with(running: Running) -> None:
    with visiting(running, STUDY) as visit:
        visit.arrive()
        visit.record(stop=True)
        visit.keep()
        found = VisitFile(running.home)

        assert found.interrupted(STUDY) is not None
        assert found.interrupted(replace(STUDY, version=2)) is None
        assert found.interrupted(replace(STUDY, id="other")) is None
        assert found.interrupted(replace(STUDY, prompts=STUDY.prompts[:1])) is None


def test_a_damaged_visit_is_no_visit_and_goes(running: Running) -> None:
    file = running.home.visit
    file.write_text('{"format_version": 1, "session": "x"}')
    assert VisitFile(running.home).interrupted(STUDY) is None

    with visiting(running, STUDY) as visit:
        visit.until(lambda state: state.page is Page.WELCOME)

    assert not file.exists()


def test_prompts_come_in_another_order_where_the_study_wants_that(running: Running) -> None:
    with visiting(running, replace(ON_CAMERA, order="random")) as visit:
        visit.do(GoOn())
        state = visit.until(lambda state: state.page is Page.CONSENT)

    assert state.order == (CONSENT_PROMPT, "turn", "smile")


def test_devices_are_not_let_go_under_a_recording(running: Running) -> None:
    running.prepare()
    running.station.start_recording("P-1", "smile", seconds=30)

    with pytest.raises(RecordingRunning):
        running.station.release()


def test_what_a_participant_asked_for_stands_beside_the_recording(running: Running) -> None:
    running.prepare()
    folder = running.record("P-1")
    asked: Json = {"at": "2026-11-21T10:00:00.000Z", "by": "participant"}

    running.station.note_of(folder.recording, DELETION_ASKED, asked)

    annotations = read_annotations(folder)
    assert annotations.extra[DELETION_ASKED] == asked
    running.station.note_of(folder.recording, "other", asked)
    assert set(read_annotations(folder).extra) == {DELETION_ASKED, "other"}
    assert read_annotations(folder).version > annotations.version

"""What is done for a visit, and what becomes of it where the station refuses."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from desktop.kiosk.hands import DELETION_ASKED, TRY_AGAIN_S, Hands
from desktop.kiosk.state import FlowState, new_visit
from desktop.kiosk.steps import (
    Check,
    Checked,
    CloseDevices,
    ConsentNotGiven,
    Discard,
    GiveConsent,
    Keep,
    NotBegun,
    OpenDevices,
    Record,
    Remember,
    Step,
    Stop,
    Trouble,
)
from desktop.kiosk.visit import VisitFile
from desktop.recording.errors import NotEnoughSpace
from desktop.recording.model import CaptureRequest
from desktop.register import RecordingWish
from desktop.study_values import CaptureWish, Consent, Prompt, Study
from holdfast.consent import Consent as GivenConsent
from holdfast.jsonform import Json, parse
from holdfast.layout import Home, RecordingFolder
from tests.support.manual_clock import ManualClock
from uploader.decision_rows import IS_AT_HOME, IS_FINISHING
from uploader.errors import NotDecidable

AT = "2026-11-21T10:00:00.000Z"
STUDY = Study(
    "faces",
    1,
    "Faces",
    (Prompt("smile", "Smile", "Smile."),),
    consent=Consent("v1", "We film you."),
)
RECORD = Record("session", "A-1", "smile", 20.0, AT, awaits_consent=False)
CAPTURE = CaptureRequest("0", audio="default", width=1280, height=720)


@dataclass
class RefusingStation:
    """Notes what it is asked for, and refuses as long as it is told to."""

    home: Home
    refusals: list[Exception] = field(default_factory=list)
    calls: list[tuple[object, ...]] = field(default_factory=list)

    def _call(self, *call: object) -> None:
        self.calls.append(call)
        if self.refusals:
            raise self.refusals.pop(0)

    def prepare(self, capture: CaptureRequest, *_beside: CaptureRequest) -> None:
        self._call("prepare", capture)

    def release(self) -> None:
        self._call("release")

    def begin(self, wish: RecordingWish) -> str:
        self._call("begin", wish)
        return "r1"

    def stop_recording(self) -> None:
        self._call("stop")

    def keep(self, recording: str, by: str) -> None:
        self._call("keep", recording, by)

    def discard(self, recording: str, by: str) -> None:
        self._call("discard", recording, by)

    def give_consent(self, session: str, consent: GivenConsent) -> None:
        self._call("give_consent", session, consent)

    def note_of(self, recording: str, key: str, value: Json) -> None:
        self._call("note", recording, key, value["by"])

    def folder_of(self, recording: str) -> RecordingFolder:
        return RecordingFolder(self.home.root / recording)


@pytest.fixture
def station(tmp_path: Path) -> RefusingStation:
    return RefusingStation(Home(tmp_path))


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def hands(station: RefusingStation, clock: ManualClock) -> Hands:
    return Hands(station, VisitFile(station.home), CAPTURE, clock, lambda _recording: None)


def visit(study: Study = STUDY) -> FlowState:
    return replace(new_visit(study), session="session", participant="A-1")


@pytest.mark.parametrize(
    ("wish", "without_sound", "wanted"),
    [
        (CaptureWish(), False, CAPTURE),
        (CaptureWish(640, 480, 25.0), False, replace(CAPTURE, width=640, height=480, fps=25.0)),
        (CaptureWish(sound="none"), False, replace(CAPTURE, audio="none")),
        (CaptureWish(), True, replace(CAPTURE, audio="none")),
    ],
)
def test_the_study_says_what_camera_and_microphone_give(
    hands: Hands,
    station: RefusingStation,
    wish: CaptureWish,
    without_sound: bool,
    wanted: CaptureRequest,
) -> None:
    state = replace(visit(replace(STUDY, capture=wish)), without_sound=without_sound)

    assert hands.do(OpenDevices(), state) is None

    assert station.calls == [("prepare", wanted)]


def test_a_recording_belongs_to_the_visit(hands: Hands, station: RefusingStation) -> None:
    hands.do(RECORD, visit())
    hands.do(replace(RECORD, awaits_consent=True), visit(replace(STUDY, upload="after_accept")))

    wish = RecordingWish(
        participant="A-1",
        prompt="smile",
        study="faces",
        session="session",
        seconds=20.0,
        kept_by="kiosk",
        consent="v1",
        consented_at=AT,
        review=True,
    )
    waiting = replace(wish, consent=None, awaits_consent=True, after_accept=True)
    assert station.calls == [("begin", wish), ("begin", waiting)]


@pytest.mark.parametrize(
    ("effect", "refusal", "step"),
    [
        (RECORD, NotEnoughSpace("No space."), NotBegun("No space.")),
        (GiveConsent("session", AT, "r1"), OSError("Full."), ConsentNotGiven("Full.")),
        (Keep("r1", "participant"), NotDecidable("Gone."), Trouble("Gone.")),
        (CloseDevices(), OSError("Busy."), Trouble("Busy.")),
        (Stop(), OSError("Busy."), Trouble("Busy.")),
    ],
)
def test_what_cannot_be_done_comes_back_as_a_step(
    hands: Hands, station: RefusingStation, effect: object, refusal: Exception, step: Step
) -> None:
    station.refusals = [refusal]

    assert hands.do(effect, visit()) == step  # type: ignore[arg-type]  # one of the effects


def test_a_check_that_cannot_begin_says_that_nothing_plays(station: RefusingStation) -> None:
    def check(_recording: str) -> None:
        raise OSError("The disk is gone.")

    hands = Hands(station, VisitFile(station.home), CAPTURE, ManualClock(), check)

    assert hands.do(Check("r1"), visit()) == Checked("r1", playable=False)


def test_a_disk_that_is_full_is_told_and_the_visit_goes_on(
    hands: Hands, station: RefusingStation
) -> None:
    station.home.visit.mkdir()

    assert isinstance(hands.do(Remember(), visit()), Trouble)


def test_the_language_of_a_visit_is_remembered(hands: Hands, station: RefusingStation) -> None:
    german = replace(visit(), study=replace(STUDY, language="de"))

    assert hands.do(Remember(), german) is None
    assert parse(station.home.visit.read_bytes(), "visit.json")["language"] == "de"


def test_what_the_receiver_has_whole_is_asked_to_be_deleted_there(
    hands: Hands, station: RefusingStation
) -> None:
    station.refusals = [NotDecidable(IS_AT_HOME)]

    assert hands.do(Discard("r1", "participant"), visit()) == Trouble(IS_AT_HOME)

    assert station.calls[1:] == [("note", "r1", DELETION_ASKED, "participant")]


def test_what_is_being_finished_is_discarded_a_moment_later(
    hands: Hands, station: RefusingStation, clock: ManualClock
) -> None:
    station.refusals = [NotDecidable(IS_FINISHING)]
    assert hands.do(Discard("r1", "participant"), visit()) is None
    assert (hands.do_owed(), len(station.calls)) == ([], 1)

    clock.advance(TRY_AGAIN_S)

    assert (hands.do_owed(), hands.owed) == ([], [])
    assert station.calls == [("discard", "r1", "participant")] * 2


def test_at_the_end_nothing_that_was_owed_is_forgotten(
    hands: Hands, station: RefusingStation
) -> None:
    station.refusals = [NotDecidable(IS_FINISHING), NotDecidable(IS_FINISHING)]
    hands.do(Discard("r1", "participant"), visit())

    assert hands.do_owed(all_of_it=True) == [Trouble(IS_FINISHING)]

    assert station.calls[-1] == ("note", "r1", DELETION_ASKED, "participant")

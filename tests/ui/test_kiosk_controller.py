"""What the kiosk's controller does with wishes, events and time, with a station that only notes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.alarm_sound import Pattern
from desktop.kiosk import steps
from desktop.kiosk.flow import FlowState, after, new_visit
from desktop.kiosk.outcome import welcome
from desktop.kiosk.steps import Passed, Step
from desktop.operator_pin import hash_of
from desktop.recording.disk import Space
from desktop.recording.quality import RecorderCounts, Totals, judge
from desktop.recording.sighting import Face, Sighting
from desktop.station_events import QualityChecked
from desktop.ui.kiosk import texts, views, wishes
from desktop.ui.kiosk.bridge import KioskBridge
from desktop.ui.kiosk.controller import PRESENT_EVERY_S, KioskController
from desktop.ui.kiosk.ports import OnEvent, OnState, Opened
from desktop.ui.kiosk.staff_desk import StaffDesk
from desktop.ui.kiosk.window import KioskWindow
from desktop.ui.kiosk.wording import VOICE_DB
from desktop.ui.recorder_state import Phase
from desktop.ui.theme import Tokens
from holdfast.quality import PictureCounts
from tests.support.manual_clock import ManualClock
from tests.ui.kiosk_facts import SECRET, sent, three
from tests.ui.kiosk_script import ScriptedPlayer
from tests.ui.kiosk_visits import (
    NUMBER,
    STUDY,
    TO_CHECK,
    TO_INSTRUCTIONS,
    recording_id,
    take,
    visit,
    whole_visit,
)
from tests.ui.station_script import (
    READY,
    ROOMY,
    ScriptedPicture,
    painted_picture,
    progress,
)
from uploader.items import QueueSnapshot
from uploader.items import Step as QueueStep

PIN = "2468"
GOOD = judge(
    PictureCounts(looks=100, with_face=100),
    RecorderCounts(heard=300),
    Totals(60.0, 1800, 0, has_sound=True),
)
FILES = (Path("000000.mp4"), Path("000001.mp4"))


@dataclass
class SeeingPreview:
    """A live picture, and what is seen in it."""

    seen: Sighting | None = None

    def read(self) -> ScriptedPicture | None:
        return painted_picture(64, 36)

    def sighting(self) -> Sighting | None:
        return self.seen


@dataclass
class NotingStation:
    """A station that notes what it is asked for."""

    queue: QueueSnapshot = field(default_factory=three)
    checks_quality: bool = True
    preview: SeeingPreview = field(default_factory=SeeingPreview)
    calls: list[tuple[object, ...]] = field(default_factory=list)

    def preview_of(self, _camera: int) -> SeeingPreview | None:
        return self.preview

    def watch_picture(self, *, wanted: bool) -> None:
        self.calls.append(("watch", wanted))

    def space(self) -> Space:
        return ROOMY

    def queue_snapshot(self) -> QueueSnapshot:
        return self.queue

    def retry(self, recordings: Sequence[str]) -> None:
        self.calls.append(("retry", tuple(recordings)))

    def try_now(self) -> None:
        self.calls.append(("try_now",))

    def close(self, _timeout_s: float) -> None:
        self.calls.append(("close",))


@dataclass
class NotingVisits:
    """A conductor that notes the steps."""

    taken: list[Step] = field(default_factory=list)
    begun: bool = False
    closed: bool = False

    def start(self) -> None:
        self.begun = True

    def do(self, step: Step) -> None:
        self.taken.append(step)

    def close(self) -> None:
        self.closed = True


class Kiosk:
    """A controller with all that it needs; `show` has a visit's state come out of the flow."""

    def __init__(self, qtbot: QtBot, tokens: Tokens) -> None:
        self.station, self.visits = NotingStation(), NotingVisits()
        self.played: list[Pattern] = []
        self.trouble: Exception | None = None
        self.clock = ManualClock()
        self.bridge = KioskBridge()
        desk = StaffDesk(hash_of(PIN), lambda _kept: None, self.clock)
        self.controller = KioskController(
            self._open, STUDY, self.bridge, self.clock, desk, self.played.append
        )
        self.window = KioskWindow(tokens, self.controller.preview, ScriptedPlayer, mirrored=True)
        self._qtbot = qtbot
        self.controller.attach(self.window)

    def _open(self, on_event: OnEvent, on_state: OnState) -> Opened:
        if self.trouble is not None:
            raise self.trouble
        self.hear, self._tell = on_event, on_state
        return Opened(self.station, self.visits, lambda _recording: FILES)

    def start(self) -> None:
        self.controller.start()
        self.until(lambda: self.visits.begun)

    def until(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds, timeout=20_000)

    def show(self, flow: FlowState) -> None:
        self._tell(flow)
        QApplication.processEvents()
        self.controller.show_now()

    def happens(self, event: object) -> None:
        self.hear(event)
        QApplication.processEvents()
        self.controller.show_now()

    def enters_pin(self) -> None:
        for wish in (wishes.AskForStaff(), wishes.EnterPin(PIN)):
            self.controller.wish(wish)

    @property
    def page(self) -> object:
        return self.shown.page

    @property
    def shown(self) -> views.KioskView:
        view = self.window.shown
        assert view is not None
        return view


@pytest.fixture
def kiosk(qtbot: QtBot, tokens: Tokens) -> Iterator[Kiosk]:
    made = Kiosk(qtbot, tokens)
    yield made
    made.controller.end()
    made.until(lambda: made.controller.is_over)
    made.window.deleteLater()


def test_the_screen_says_so_while_the_kiosk_starts_and_where_it_cannot(kiosk: Kiosk) -> None:
    page = kiosk.page
    assert isinstance(page, views.CountdownView)
    assert page.title == texts.OPENING_TITLE

    kiosk.trouble = RuntimeError(SECRET)
    kiosk.controller.start()
    kiosk.until(lambda: isinstance(kiosk.page, views.ChoiceView))
    assert SECRET not in repr(kiosk.page)

    kiosk.trouble = None
    kiosk.controller.wish(steps.TryAgain())
    kiosk.until(lambda: kiosk.visits.begun)
    kiosk.show(visit())
    page = kiosk.page
    assert isinstance(page, views.WelcomeView)


def test_steps_go_to_the_visit_and_staff_steps_only_from_behind_the_pin(kiosk: Kiosk) -> None:
    kiosk.start()
    kiosk.show(visit(*TO_INSTRUCTIONS))
    end, undo = steps.EndSession(), steps.UndoDecision(recording_id(1), keeps=True)

    for wish in (steps.GoOn(), end, undo, wishes.LeaveKiosk(), steps.GoWithoutSound()):
        kiosk.controller.wish(wish)
    assert kiosk.visits.taken == [steps.GoOn()]

    kiosk.enters_pin()
    overlays: list[object] = []
    for wish in (undo, end):
        kiosk.controller.wish(wish)
        overlays.append(type(kiosk.shown.overlay))
    assert overlays == [views.StaffView, type(None)]
    assert [each for each in kiosk.visits.taken if each != steps.Present()] == [
        steps.GoOn(),
        undo,
        end,
    ]


def test_staff_leave_the_kiosk_and_everything_is_closed_in_order(kiosk: Kiosk) -> None:
    kiosk.start()
    kiosk.show(visit())
    assert not kiosk.window.close()
    assert isinstance(kiosk.shown.overlay, views.PinView)
    kiosk.enters_pin()

    ended: list[bool] = []
    kiosk.controller.ended.connect(lambda: ended.append(True))
    kiosk.controller.wish(wishes.LeaveKiosk())
    kiosk.until(lambda: bool(ended))

    assert kiosk.visits.closed
    assert kiosk.station.calls[-1] == ("close",)
    assert not kiosk.window.isVisible()


def test_a_review_plays_the_files_of_its_take_and_says_what_was_found(kiosk: Kiosk) -> None:
    kiosk.start()
    kiosk.show(visit(*TO_INSTRUCTIONS, *take(1)))
    assert isinstance(kiosk.page, views.ReviewView)
    assert (kiosk.page.files, kiosk.page.findings) == (FILES, (texts.REVIEW_CHECKING,))

    kiosk.happens(QualityChecked(recording_id(1), Path(), GOOD))
    assert isinstance(kiosk.page, views.ReviewView)
    found = [kiosk.page.findings]

    kiosk.controller.wish(wishes.PlaybackFailed(SECRET))
    assert isinstance(kiosk.page, views.ReviewView)
    found.append(kiosk.page.findings)
    assert found == [(texts.REVIEW_GOOD,), (texts.REVIEW_NO_PLAY, texts.REVIEW_GOOD)]


def test_a_countdown_is_heard_once_and_its_last_beep_is_over_before_it_records(
    kiosk: Kiosk,
) -> None:
    kiosk.start()
    counting = visit(*TO_INSTRUCTIONS, steps.GoOn())
    kiosk.show(counting)
    kiosk.show(replace(counting, elapsed_s=1.0))

    (pattern,) = kiosk.played
    assert sum(tone.frequency_hz > 0 for tone in pattern) == 3
    assert sum(tone.seconds for tone in pattern) < 2.5


def test_voice_and_motion_say_that_somebody_is_there_once_a_second(kiosk: Kiosk) -> None:
    kiosk.start()
    kiosk.show(visit(*TO_INSTRUCTIONS, Passed(30.0)))
    kiosk.happens(READY)

    kiosk.happens(progress(None, level_db=VOICE_DB - 10))
    assert kiosk.visits.taken == []
    kiosk.happens(progress(None, level_db=VOICE_DB + 10))
    kiosk.happens(progress(None, level_db=VOICE_DB + 10))
    assert kiosk.visits.taken == [steps.Present()]

    kiosk.clock.advance(PRESENT_EVERY_S)
    now_ns = kiosk.clock.monotonic_ns()
    kiosk.station.preview.seen = Sighting(now_ns, True, None, 180.0, 12.0)
    kiosk.until(lambda: kiosk.visits.taken == [steps.Present()] * 2)


def test_nobody_is_said_to_be_there_where_nobody_is_waited_for(kiosk: Kiosk) -> None:
    kiosk.start()
    kiosk.show(visit(*TO_INSTRUCTIONS, *take(1)[:4]))
    kiosk.happens(progress(level_db=-10.0))
    kiosk.window.touched.emit()

    assert kiosk.visits.taken == []


def test_what_is_seen_becomes_advice(kiosk: Kiosk) -> None:
    kiosk.start()
    kiosk.show(visit(*TO_INSTRUCTIONS))
    now_ns = kiosk.clock.monotonic_ns()
    kiosk.station.preview.seen = Sighting(now_ns, True, Face(0.45, 0.4, 0.1, 0.1), 180.0, 0.0)

    def is_told() -> bool:
        page = kiosk.page
        return isinstance(page, views.PromptView) and page.guide.words == texts.GUIDE_CLOSER

    kiosk.until(is_told)


def test_the_last_page_tells_the_visit_when_everything_is_there(kiosk: Kiosk) -> None:
    kiosk.station.queue = three(sent(4, 2, QueueStep.SEGMENTS))
    kiosk.start()
    kiosk.show(visit(*whole_visit()))
    kiosk.until(lambda: steps.Sending(all_there=False) in kiosk.visits.taken)
    assert steps.Sending(all_there=True) not in kiosk.visits.taken

    kiosk.station.queue = three()
    kiosk.until(lambda: steps.Sending(all_there=True) in kiosk.visits.taken)


def test_a_participant_sends_their_own_again_and_staff_send_everybodys(kiosk: Kiosk) -> None:
    kiosk.station.queue = three(sent(4, 2, QueueStep.FAILED))
    kiosk.start()
    kiosk.show(visit(*whole_visit()))
    kiosk.until(lambda: kiosk.shown.pill is not None)

    kiosk.controller.wish(wishes.SendAgain())
    kiosk.until(lambda: ("try_now",) in kiosk.station.calls)
    kiosk.enters_pin()
    kiosk.controller.wish(wishes.SendAgain())
    kiosk.until(lambda: kiosk.station.calls.count(("try_now",)) == 2)

    mine, elsewhere = recording_id(4), recording_id(9)
    retried = [each[1] for each in kiosk.station.calls if each[0] == "retry"]
    assert retried == [(mine,), (mine, elsewhere)]


def test_nothing_of_a_visit_is_left_for_the_next(kiosk: Kiosk) -> None:
    kiosk.start()
    kiosk.show(visit(*TO_CHECK))
    kiosk.happens(READY)
    kiosk.happens(progress(None, level_db=-10.0))
    kiosk.show(visit())
    kiosk.show(visit(*TO_CHECK))

    page = kiosk.page
    assert isinstance(page, views.PromptView)
    assert page.preview.title == texts.CAMERA_STARTING
    assert kiosk.controller.facts.recorder.phase is Phase.STARTING
    assert not kiosk.controller.facts.heard
    assert NUMBER not in repr(page)


def test_a_participant_reads_the_language_that_they_choose(qtbot: QtBot, kiosk: Kiosk) -> None:
    german = replace(STUDY, language="de", welcome="Guten Tag.")
    english = replace(STUDY, language="en", welcome="Good day.")
    study = replace(english, variants=(english, german))
    kiosk.start()
    kiosk.show(new_visit(study))
    page = kiosk.window.page(views.WelcomeView)
    assert list(page.languages) == ["en", "de"]
    assert page.languages["en"].isChecked()

    asked: list[object] = []
    kiosk.window.asked.connect(asked.append)
    page.languages["de"].click()
    assert asked == [steps.ChooseLanguage("de")]

    with qtbot.waitSignal(kiosk.controller.language_chosen) as chosen:
        kiosk.show(after(new_visit(study), steps.ChooseLanguage("de"))[0])
    anew = kiosk.window.page(views.WelcomeView)
    assert chosen.args == ["de"]
    assert anew is not page
    assert anew.languages["de"].isChecked()
    assert isinstance(kiosk.page, views.WelcomeView)
    assert "Guten Tag." in kiosk.page.sentences

    back = welcome(after(new_visit(study), steps.ChooseLanguage("de"))[0])[0]
    kiosk.show(back)
    assert isinstance(kiosk.page, views.WelcomeView)
    assert "Good day." in kiosk.page.sentences

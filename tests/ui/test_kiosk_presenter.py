"""What the kiosk says at each moment, and what it never says to a participant."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.framing import Advice
from desktop.kiosk import steps
from desktop.kiosk.flow import after
from desktop.kiosk.state import FlowState, Page
from desktop.kiosk.steps import Devices, KeepTake, Passed, Sending
from desktop.recording.disk import Space
from desktop.recording.quality import Finding, Quality
from desktop.study_values import CaptureWish, Sound
from desktop.ui.kiosk import texts, views, wording
from desktop.ui.kiosk.facts import Staff
from desktop.ui.kiosk.presenter import opening, present
from desktop.ui.kiosk.sending_view import all_there
from desktop.ui.kiosk.window import KioskWindow
from desktop.ui.recorder_state import Phase, Problem
from desktop.ui.theme import Tokens
from tests.ui.kiosk_facts import HEARD, SECRET, at_their_worst, facts_of, sent, three
from tests.ui.kiosk_script import ScriptedPlayer
from tests.ui.kiosk_visits import (
    NUMBER,
    PROMPTS,
    SESSION,
    STUDY,
    TO_CHECK,
    TO_INSTRUCTIONS,
    every_state,
    recording_id,
    take,
    visit,
    whole_visit,
)
from tests.ui.station_script import queue_of
from uploader.items import Custody, Network, QueueSnapshot, Step

NEVER = (
    re.compile(r"\b\w*(Error|Exception|Errno|Traceback)\b"),
    re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-"),
    re.compile(r"\b[45]\d\d\b"),
    re.compile(r"/dev/|\.py\b|https?:"),
    re.compile(re.escape(NUMBER)),
    re.compile(r"[{}%|]n?\b|\bNone\b"),
)
"""What no participant reads. Percentages are taken out before."""


def words_of(window: QWidget) -> list[str]:
    found: list[str] = []
    for label in window.findChildren(QLabel):
        found += [label.text(), label.toolTip()]
    for button in window.findChildren(QAbstractButton):
        found += [button.text(), button.toolTip()]
    for widget in window.findChildren(QWidget):
        found += [widget.accessibleName(), widget.accessibleDescription()]
    return [each for each in found if each]


@pytest.mark.parametrize("worst", [False, True], ids=["well", "at its worst"])
def test_no_participant_reads_an_exception_an_id_or_a_code(
    qtbot: QtBot, tokens: Tokens, worst: bool
) -> None:
    said: list[str] = []
    window = KioskWindow(tokens, lambda: None, ScriptedPlayer, mirrored=True)
    qtbot.addWidget(window, before_close_func=lambda each: each.let_close())
    for name, flow in every_state():
        facts = at_their_worst(flow) if worst else facts_of(flow)
        view = present(facts)
        window.show_view(view)
        example = texts.NUMBER_EXAMPLE.format(example=NUMBER)
        for words in words_of(window):
            plain = re.sub(r"\d+\N{NO-BREAK SPACE}%", "", words.replace(example, ""))
            said += [f"{name}: {words}" for never in NEVER if never.search(plain)]

    assert said == []


def test_a_kiosk_that_cannot_start_tells_participants_to_call_staff() -> None:
    view = opening(facts_of(visit()), SECRET)

    assert isinstance(view.page, views.ChoiceView)
    assert (view.page.title, view.page.sentence) == (texts.NOT_OPENED_TITLE, texts.NOT_OPENED)
    assert view.page.main_wish == steps.TryAgain()


def test_staff_read_what_was_wrong_and_whose_visit_it_is() -> None:
    facts = replace(at_their_worst(visit(*TO_INSTRUCTIONS)), staff=Staff("open"))

    overlay = present(facts).overlay

    assert isinstance(overlay, views.StaffView)
    assert texts.STAFF_PARTICIPANT.format(participant=NUMBER) in overlay.lines
    assert texts.STAFF_TROUBLE.format(sentence=SECRET) in overlay.lines


def test_every_page_has_its_place_among_the_steps() -> None:
    pages = {name: present(facts_of(flow)).step for name, flow in every_state()}

    assert pages["welcome"] == ""
    assert pages["consent"] == "Step 1 of 7"
    assert pages["number"] == "Step 2 of 7"
    assert pages["check"] == "Step 3 of 7"
    assert pages["instructions"] == pages["recording"] == pages["review"] == "Step 4 of 7"
    assert pages["second"] == "Step 5 of 7"
    assert pages["closing"] == texts.LAST_STEP
    assert pages["consent to say"] == "Step 4 of 8"


def test_nobody_counts_down_before_pictures_and_sound_arrive() -> None:
    flow = visit(*TO_INSTRUCTIONS, steps.GoOn(), Devices(picture=True, sound=False), Passed(2.0))
    page = present(facts_of(flow)).page
    assert isinstance(page, views.CountdownView)
    assert (page.figure, page.sentence) == ("", texts.GETTING_READY)

    flow, _effects = after(flow, Devices(picture=True, sound=True))
    flow, _effects = after(flow, Passed(0.4))
    page = present(facts_of(flow)).page
    assert isinstance(page, views.CountdownView)
    assert page.figure == "3"


def test_a_camera_that_is_gone_is_a_matter_for_staff() -> None:
    gone = replace(HEARD, phase=Phase.UNAVAILABLE, problem=Problem(SECRET))
    page = present(facts_of(visit(*TO_CHECK), recorder=gone)).page

    assert isinstance(page, views.ChoiceView)
    assert page.title == texts.NO_CAMERA_TITLE


def test_a_full_disk_is_a_matter_for_staff_too() -> None:
    trouble = dict(every_state())["trouble"]
    ready = replace(trouble, has_picture=True, has_sound=True)
    full = Space(1_000_000, 250_000_000_000)

    page = present(facts_of(ready, space=full)).page
    assert isinstance(page, views.ChoiceView)
    assert (page.title, page.sentence) == (texts.NO_SPACE_TITLE, texts.NO_SPACE)
    page = present(facts_of(ready)).page
    assert isinstance(page, views.ChoiceView)
    assert page.title == texts.NOT_RECORDED_TITLE


def test_a_deletion_that_this_computer_cannot_do_is_said() -> None:
    deleted = dict(every_state())["deleted"]

    page = present(facts_of(deleted)).page
    assert isinstance(page, views.ChoiceView)
    assert page.title == texts.WITHDRAWN_TITLE
    page = present(facts_of(replace(deleted, trouble=SECRET))).page
    assert isinstance(page, views.ChoiceView)
    assert (page.title, page.tone) == (texts.WITHDRAWAL_FAILED_TITLE, "warn")
    before = facts_of(replace(deleted, trouble=SECRET), trouble_before=SECRET)
    page = present(before).page
    assert isinstance(page, views.ChoiceView)
    assert page.title == texts.WITHDRAWN_TITLE


def test_staff_read_that_something_of_ours_went_wrong() -> None:
    overlay = present(facts_of(visit(), has_fault=True, staff=Staff("open"))).overlay

    assert isinstance(overlay, views.StaffView)
    assert texts.STAFF_FAULT in overlay.lines


def test_the_oval_says_by_colour_and_by_words_what_helps() -> None:
    guides = {advice: wording.guide(advice) for advice in Advice}

    assert guides[Advice.NOTHING] == views.GuideView()
    assert guides[Advice.GOOD] == views.GuideView("good", texts.GUIDE_GOOD)
    assert guides[Advice.LEFT] == views.GuideView("almost", texts.GUIDE_LEFT)
    assert guides[Advice.TOO_DARK] == views.GuideView("bad", texts.GUIDE_DARK)
    said = [each.words for advice, each in guides.items() if advice is not Advice.NOTHING]
    assert all(said)
    assert len(set(said)) == len(said)


def test_the_check_ticks_what_is_good_and_says_what_is_not() -> None:
    page = present(facts_of(visit(*TO_INSTRUCTIONS))).page
    assert isinstance(page, views.PromptView)
    assert [each.tone for each in page.lines] == ["ok", "ok", "ok"]
    assert page.can_go_on

    silent = facts_of(visit(*TO_CHECK), heard=False, advice=Advice.TOO_DARK, lit=False)
    silent = replace(silent, flow=replace(silent.flow, has_picture=True))
    page = present(silent).page
    assert isinstance(page, views.PromptView)
    assert [each.text for each in page.lines] == [texts.LIGHT_DARK, texts.SOUND_QUIET]
    assert not page.can_go_on


def test_where_no_face_is_looked_for_only_the_light_is_said_to_be_good() -> None:
    def lines(lit: bool | None) -> list[str]:
        facts = facts_of(visit(*TO_INSTRUCTIONS), advice=Advice.NOTHING, lit=lit)
        page = present(facts).page
        assert isinstance(page, views.PromptView)
        return [each.text for each in page.lines]

    assert lines(True) == [texts.LIGHT_GOOD, texts.SOUND_GOOD]
    assert lines(None) == [texts.LOOKING, texts.SOUND_GOOD]


def test_what_was_found_is_said_in_plain_words() -> None:
    quality = Quality(
        60,
        0.6,
        0.5,
        0.0,
        0.0,
        1.0,
        0.0,
        4.0,
        30.0,
        100,
        0,
        None,
        (
            Finding("no_face", "No face was seen for 40 % of the time.", 0.4),
            Finding("too_dark", "The picture was too dark for 50 % of the time.", 0.5),
            Finding("silent", "The sound was silent all the time.", 1.0),
            Finding("too_short", "The recording is 4.0 s long, shorter than 30 s.", value=4.0),
        ),
    )
    flow = visit(*TO_INSTRUCTIONS, *take(1))
    before = present(facts_of(flow)).page
    page = present(facts_of(flow, qualities={recording_id(1): quality})).page

    assert isinstance(before, views.ReviewView)
    assert before.findings == (texts.REVIEW_CHECKING,)
    assert isinstance(page, views.ReviewView)
    assert page.findings == (
        "Your face was not seen for 40\N{NO-BREAK SPACE}% of the time.",
        texts.FOUND_DARK,
        texts.FOUND_SILENT_ALL,
        texts.FOUND_SHORT,
    )
    assert (page.can_keep, page.can_redo) == (True, True)


def test_a_consent_is_kept_only_once_it_was_seen_to_play() -> None:
    pages = {name: present(facts_of(flow)).page for name, flow in every_state()}
    checking, plays, broken = (
        pages[name] for name in ("consent checked", "consent plays", "consent broken")
    )
    assert isinstance(checking, views.ReviewView)
    assert isinstance(plays, views.ReviewView)
    assert isinstance(broken, views.ReviewView)

    assert (checking.can_keep, checking.findings) == (False, (texts.CONSENT_CHECKING,))
    assert (plays.can_keep, plays.findings) == (True, (texts.CONSENT_PLAYS,))
    assert (broken.can_keep, broken.findings) == (False, (texts.CONSENT_UNPLAYABLE,))


CLOSING = visit(*whole_visit())


def closing(queue: QueueSnapshot, flow: FlowState = CLOSING) -> views.ClosingView:
    page = present(facts_of(flow, queue=queue)).page
    assert isinstance(page, views.ClosingView)
    return page


def test_the_last_page_says_that_everything_is_there_only_when_it_is() -> None:
    done = closing(three())
    assert done.title == texts.CLOSING_DONE_TITLE
    assert [each.words for each in done.rows] == [texts.ROW_SENT] * 3
    assert all_there(facts_of(CLOSING, queue=three()))

    almost = three(sent(4, 2, Step.FINALISE, custody=Custody(True, 10, 10_000_000)))
    page = closing(almost)
    assert page.title == texts.CLOSING_SENDING_TITLE
    assert (page.rows[2].share, page.rows[2].words) == (99, texts.ROW_ALMOST)
    assert not all_there(facts_of(CLOSING, queue=almost))


def test_the_last_page_without_a_network_and_with_one() -> None:
    underway = sent(4, 2, Step.SEGMENTS, custody=Custody(True, 6, 6_400_000))

    sending = closing(three(underway))
    assert sending.rows[2].words == "Sending, 64\N{NO-BREAK SPACE}%"
    assert (sending.sentence, sending.try_again) == (texts.CLOSING_SENDING, "")
    offline = closing(three(underway, network=Network.OFFLINE))
    assert offline.sentence == texts.CLOSING_OFFLINE
    assert offline.rows[2].words == texts.ROW_OFFLINE
    paused = closing(three(underway, network=Network.PAUSED))
    assert paused.rows[2].words == texts.ROW_PAUSED


def test_the_last_page_offers_to_try_again_what_has_failed() -> None:
    page = closing(three(sent(4, 2, Step.FAILED)))

    assert (page.title, page.try_again) == (texts.CLOSING_FAILED_TITLE, texts.RETRY_FAILED)
    assert page.rows[2].words == texts.ROW_FAILED
    assert page.finish == texts.FINISH
    # Who is asked to tell a staff member is not told that there is nothing to do.
    assert page.more == texts.CLOSING_NOTHING_LOST


def test_the_reference_stands_on_the_last_page_and_nowhere_else() -> None:
    reference = SESSION[-6:].upper()
    assert reference in closing(three()).reference

    for name, flow in every_state():
        if flow.page is not Page.CLOSING:
            assert reference not in repr(present(facts_of(flow)).page), name


def test_the_quiet_line_is_never_green_while_anything_is_unsent() -> None:
    unsent = sent(4, 2, Step.SEGMENTS)
    lines = {
        "done": queue_of(sent(1, 0)),
        "sending": queue_of(sent(1, 0), unsent),
        "offline": queue_of(unsent, network=Network.OFFLINE),
        "paused": queue_of(unsent, network=Network.PAUSED),
        "failed": queue_of(sent(1, 0), sent(4, 2, Step.FAILED)),
    }
    pills = {name: present(facts_of(CLOSING, queue=queue)).pill for name, queue in lines.items()}

    assert {name: pill.tone for name, pill in pills.items() if pill is not None} == {
        "done": "ok",
        "sending": "info",
        "offline": "muted",
        "paused": "muted",
        "failed": "warn",
    }
    assert present(facts_of(CLOSING)).pill is None


def test_of_thousands_of_recordings_only_those_that_matter_are_looked_through() -> None:
    others = [
        replace(sent(100 + number, 0), session=recording_id(5000 + number)) for number in range(50)
    ]
    failed = replace(others[0], step=Step.FAILED)
    queue = queue_of(failed, *others[1:], sent(1, 0))

    facts = facts_of(CLOSING).and_queue(queue)

    assert facts.queue is not None
    assert [each.id for each in facts.queue.recordings] == [failed.id, recording_id(1)]
    assert facts.at_home == 50
    pill = present(facts_of(visit()).and_queue(queue_of(*others[1:]))).pill
    assert pill is not None
    assert pill.text == "All 49 sent"


def test_the_last_page_closes_by_itself_once_everything_is_there() -> None:
    flow, _effects = after(CLOSING, Sending(all_there=True))
    flow, _effects = after(flow, Passed(8.0))

    assert closing(three(), flow).more.startswith("This screen closes in 12 second")
    assert closing(three()).more == ""


def test_staff_can_undo_a_redo_while_there_is_time() -> None:
    flow = visit(*TO_INSTRUCTIONS, *take(1), KeepTake(), *take(2), steps.RedoTake())
    soon = datetime(2026, 11, 21, 10, 10, tzinfo=UTC)
    discarded = sent(2, 1, Step.SEGMENTS, decision="discarded", undo_until=soon)
    open_desk = facts_of(flow, queue=queue_of(sent(1, 0), discarded), staff=Staff("open"))

    overlay = present(open_desk).overlay
    assert isinstance(overlay, views.StaffView)
    kept, undone = overlay.rows
    assert kept.action is not None
    assert kept.action.wish == steps.UndoDecision(recording_id(1), keeps=False)
    assert undone.action is not None
    assert undone.action.wish == steps.UndoDecision(recording_id(2), keeps=True)
    wishes = [each.wish for each in overlay.actions]
    assert steps.RecordAgain(PROMPTS[0].id) in wishes

    too_late = queue_of(sent(1, 0), replace(discarded, undo_until=None))
    overlay = present(replace(open_desk, queue=too_late)).overlay
    assert isinstance(overlay, views.StaffView)
    assert overlay.rows[1].action is None


@pytest.mark.parametrize(("sound", "offered"), [("needed", 1), ("wished", 1), ("none", 0)])
def test_staff_can_do_without_a_microphone_that_gives_nothing(sound: Sound, offered: int) -> None:
    study = replace(STUDY, capture=CaptureWish(sound=sound))
    flow = visit(*TO_CHECK, Devices(picture=False, sound=False), study=study)

    overlay = present(facts_of(flow, staff=Staff("open"))).overlay

    assert isinstance(overlay, views.StaffView)
    wishes = [each.wish for each in overlay.actions]
    assert wishes.count(steps.GoWithoutSound()) == offered


def test_a_number_that_is_not_finished_is_not_called_wrong() -> None:
    def page(typed: str) -> views.NumberView:
        flow = replace(visit(*TO_CHECK[:4]), typed=typed)
        found = present(facts_of(flow)).page
        assert isinstance(found, views.NumberView)
        return found

    assert (page("").message, page("A-1").message) == ("", "")
    assert page("a-1042").message == texts.NUMBER_FITS
    assert page("B-1042").message == texts.NUMBER_OTHER_FORM
    assert page("A-1042").can_continue
    assert set("A-") <= set(page("").keys)


def test_a_study_that_knows_its_numbers_says_so() -> None:
    rule = replace(STUDY.participant, pattern=None, listed=(NUMBER,))
    flow = replace(visit(*TO_CHECK[:4], study=replace(STUDY, participant=rule)), typed="A-1043")
    page = present(facts_of(flow)).page

    assert isinstance(page, views.NumberView)
    assert page.message == texts.NUMBER_NOT_LISTED
    assert not page.can_continue


def test_only_a_line_edit_holds_what_is_typed(qtbot: QtBot, tokens: Tokens) -> None:
    window = KioskWindow(tokens, lambda: None, ScriptedPlayer, mirrored=True)
    qtbot.addWidget(window, before_close_func=lambda each: each.let_close())

    window.show_view(present(facts_of(visit(*TO_CHECK[:5]))))

    (line,) = window.findChildren(QLineEdit)
    assert line.accessibleName() == texts.NUMBER_TITLE

"""A participant's visit, step by step: what is shown, what is recorded, and what is kept."""

from dataclasses import replace

import pytest

from desktop.kiosk.flow import Page, Take, after
from desktop.kiosk.state import (
    FAREWELL_S,
    READY_WITHIN_S,
    STILL_THERE_S,
    Farewell,
    new_visit,
)
from desktop.kiosk.steps import (
    Agree,
    AskToLeave,
    Began,
    Begin,
    Check,
    Checked,
    ChooseLanguage,
    CloseDevices,
    ConsentNotGiven,
    Decline,
    Devices,
    Discard,
    EndSession,
    EnterNumber,
    Finish,
    Forget,
    GiveConsent,
    GoBack,
    GoOn,
    GoWithoutSound,
    Keep,
    KeepTake,
    Leave,
    NotBegun,
    OpenDevices,
    Passed,
    Present,
    ReadToEnd,
    Record,
    RecordAgain,
    RedoTake,
    Remember,
    Saved,
    Sending,
    Stay,
    Step,
    Stop,
    StopNow,
    TryAgain,
    UndoDecision,
)
from desktop.study_values import (
    CONSENT_PROMPT,
    CaptureWish,
    ParticipantRule,
)
from tests.support.visits import (
    AT,
    BEGIN,
    ON_CAMERA,
    READY,
    SESSION,
    STUDY,
    TO_CHECK,
    answered,
    at_instructions,
    run,
)


def test_a_visit_from_welcome_to_welcome() -> None:
    state, effects = run(new_visit(STUDY), *TO_CHECK)
    assert (state.page, state.participant) == (Page.DEVICE_CHECK, "A-1042")
    assert effects == [Remember(), OpenDevices()]

    state, effects = run(state, READY, GoOn(), GoOn(), Passed(2.9))
    assert (state.page, effects) == (Page.COUNTDOWN, [])
    state, effects = run(state, Passed(0.1))
    assert state.page is Page.RECORDING
    assert effects == [Record(SESSION, "A-1042", "smile", 30, AT, awaits_consent=False)]

    state, effects = run(state, Began("r1"), Passed(5), StopNow(), Saved("r1"))
    assert (state.page, effects) == (Page.REVIEW, [Stop()])
    state, effects = run(state, KeepTake())
    assert (state.page, state.task, state.done) == (Page.INSTRUCTIONS, "turn", 1)
    assert effects == [Keep("r1", "participant")]

    state = answered(state, "r2")
    assert (state.page, state.done, state.reference) == (Page.CLOSING, 2, "12AB9F")
    state, effects = run(state, Finish())
    assert state == new_visit(STUDY)
    assert effects == [Forget(), CloseDevices()]


def test_nobody_goes_on_who_did_not_read_and_agree() -> None:
    state, _effects = run(new_visit(STUDY), BEGIN)

    assert run(state, GoOn(AT))[0].page is Page.CONSENT
    assert run(state, Agree(True), GoOn(AT))[0].page is Page.CONSENT
    assert run(state, ReadToEnd(), Agree(True), Agree(False), GoOn(AT))[0].page is Page.CONSENT
    assert run(state, ReadToEnd(), Agree(True), GoOn(AT))[0].page is Page.NUMBER


def test_whoever_comes_back_to_the_consent_agrees_anew() -> None:
    state, _effects = run(new_visit(STUDY), *TO_CHECK[:4], GoBack())

    assert (state.page, state.ticked, state.consented_at) == (Page.CONSENT, False, None)


def test_declining_records_nothing() -> None:
    state, effects = run(new_visit(STUDY), BEGIN, Decline())

    assert (state.page, state.farewell) == (Page.GOODBYE, Farewell.DECLINED)
    assert effects == [Forget(), CloseDevices()]
    assert run(state, Passed(FAREWELL_S))[0] == new_visit(STUDY)


def test_a_number_that_does_not_fit_is_not_taken() -> None:
    rule = ParticipantRule(listed=("A-1",))
    state, _effects = run(new_visit(replace(STUDY, participant=rule)), *TO_CHECK)
    assert state.page is Page.NUMBER

    state, _effects = run(state, EnterNumber(" a-1 "), GoOn())

    assert (state.page, state.participant) == (Page.DEVICE_CHECK, "A-1")


def test_a_generated_number_asks_nobody() -> None:
    rule = ParticipantRule(generated=True)
    state, _effects = run(new_visit(replace(STUDY, participant=rule)), *TO_CHECK[:4])

    assert (state.page, state.participant) == (Page.DEVICE_CHECK, "P-0001")
    assert run(state, GoBack())[0].page is Page.DEVICE_CHECK


def test_a_study_without_consent_begins_with_the_number() -> None:
    state, _effects = run(new_visit(replace(STUDY, consent=None)), BEGIN)

    assert state.page is Page.NUMBER
    assert run(state, GoBack())[0].page is Page.WELCOME


def test_the_consent_is_recorded_and_seen_to_play_before_anything_else() -> None:
    state = at_instructions(ON_CAMERA)
    assert (state.task, state.number, state.prompt) == (CONSENT_PROMPT, 0, None)

    state, effects = run(state, GoOn(), Passed(3), Began("r1"), Passed(4), StopNow(), Saved("r1"))
    assert effects == [
        Record(SESSION, "A-1042", CONSENT_PROMPT, 20, AT, awaits_consent=True),
        Stop(),
        Check("r1"),
    ]
    assert run(state, KeepTake()) == (state, [])
    assert run(state, Checked("r1", playable=False), KeepTake())[0].page is Page.REVIEW

    state, effects = run(state, Checked("r1", playable=True), KeepTake())
    assert effects == [Keep("r1", "participant"), GiveConsent(SESSION, AT, "r1")]
    assert (state.page, state.task, state.number) == (Page.INSTRUCTIONS, "smile", 1)


def test_a_consent_on_two_disks_plays_when_both_parts_do() -> None:
    state, _effects = run(
        at_instructions(ON_CAMERA), GoOn(), Passed(3), Began("r1"), Saved("r1", goes_on_as="r2")
    )
    state, effects = run(state, Began("r2"), Saved("r2"))
    assert effects == [Check("r1"), Check("r2")]

    state, _effects = run(state, Checked("r1", playable=True))
    assert not state.can_keep
    state, effects = run(state, Checked("r2", playable=True), KeepTake())

    assert effects[:2] == [Keep("r1", "participant"), Keep("r2", "participant")]


def test_a_consent_that_was_not_written_down_holds_everything_up() -> None:
    state = at_instructions(ON_CAMERA)
    state, _effects = run(state, GoOn(), Passed(3), Began("r1"), Saved("r1"))
    state, _effects = run(state, Checked("r1", playable=True), KeepTake(), ConsentNotGiven("Full."))
    assert (state.page, state.trouble) == (Page.TROUBLE, "Full.")

    state, _effects = run(state, TryAgain())
    assert (state.page, state.task) == (Page.REVIEW, CONSENT_PROMPT)
    state, effects = run(state, KeepTake())

    assert GiveConsent(SESSION, AT, "r1") in effects
    assert state.task == "smile"


def test_a_redo_discards_the_take_and_records_again() -> None:
    state = answered(at_instructions(), "r1", decide=RedoTake())
    assert (state.page, state.task, state.done) == (Page.INSTRUCTIONS, "smile", 0)
    assert state.takes == (Take("smile", ("r1",), "discarded"),)

    state = answered(state, "r2")

    assert state.task == "turn"
    assert [each.decision for each in state.takes] == ["discarded", "kept"]


def test_redoing_discards_at_once() -> None:
    state, _effects = run(at_instructions(), GoOn(), Passed(3), Began("r1"), Saved("r1"))

    assert run(state, RedoTake())[1] == [Discard("r1", "participant")]


def test_the_countdown_waits_for_pictures_and_sound() -> None:
    state, _effects = run(at_instructions(), GoOn(), Devices(picture=True, sound=False), Passed(3))
    assert (state.page, state.counts_s) == (Page.COUNTDOWN, None)

    state, effects = run(state, READY, Passed(2), Devices(picture=False, sound=True), Passed(1))
    assert (state.page, effects) == (Page.COUNTDOWN, [])
    state, _effects = run(state, READY, Passed(2))
    assert state.counts_s == 1.0

    assert run(state, Passed(1))[0].page is Page.RECORDING


def test_a_countdown_that_waits_too_long_asks_staff() -> None:
    state, _effects = run(
        at_instructions(), GoOn(), Devices(picture=False, sound=False), Passed(READY_WITHIN_S)
    )
    assert state.page is Page.TROUBLE

    state, effects = run(state, TryAgain())

    assert (state.page, effects) == (Page.DEVICE_CHECK, [OpenDevices()])


@pytest.mark.parametrize(("sound", "ready"), [("needed", False), ("wished", True), ("none", True)])
def test_the_study_says_whether_sound_is_needed(sound: str, ready: bool) -> None:
    wish = CaptureWish(sound=sound)  # type: ignore[arg-type]  # one of the three
    state, _effects = run(
        new_visit(replace(STUDY, capture=wish)), *TO_CHECK, Devices(picture=True, sound=False)
    )

    assert state.ready is ready


def test_staff_may_go_on_without_sound() -> None:
    state, effects = run(
        new_visit(STUDY), *TO_CHECK, Devices(picture=True, sound=False), GoWithoutSound()
    )

    assert state.ready
    assert effects[-2:] == [Remember(), OpenDevices()]


def test_nobody_stops_before_the_least_time() -> None:
    state, _effects = run(at_instructions(), GoOn(), Passed(3), Passed(9), StopNow())
    assert state.page is Page.RECORDING
    state, _effects = run(state, Began("r1"), Passed(4.9), StopNow())
    assert state.page is Page.RECORDING

    assert run(state, Passed(0.1), StopNow())[0].page is Page.SAVING


def test_a_recording_without_a_picture_is_ended_and_staff_are_asked() -> None:
    state, effects = run(at_instructions(), GoOn(), Passed(3), Passed(READY_WITHIN_S))
    assert (state.page, effects[-1]) == (Page.SAVING, Stop())

    state, effects = run(state, Saved("r1", has_media=False))

    assert (state.page, state.takes, effects) == (Page.TROUBLE, (), [])


def test_a_recording_that_cannot_begin_asks_staff() -> None:
    state, _effects = run(at_instructions(), GoOn(), Passed(3), NotBegun("The disk is full."))

    assert (state.page, state.trouble) == (Page.TROUBLE, "The disk is full.")


def test_a_take_that_goes_on_on_another_disk_is_one_take() -> None:
    state, _effects = run(
        at_instructions(), GoOn(), Passed(3), Began("r1"), Saved("r1", goes_on_as="r2")
    )
    assert state.page is Page.RECORDING
    state, effects = run(state, Began("r2"), Saved("r2"), KeepTake())

    assert state.takes == (Take("smile", ("r1", "r2"), "kept"),)
    assert effects == [Keep("r1", "participant"), Keep("r2", "participant")]


def test_leaving_is_asked_about_and_can_be_thought_better_of() -> None:
    state, _effects = run(at_instructions(), AskToLeave())
    assert state.leaving

    state, effects = run(state, Stay())

    assert (state.leaving, state.page, effects) == (False, Page.INSTRUCTIONS, [])


def test_no_recording_begins_under_the_question() -> None:
    state, _effects = run(at_instructions(), GoOn(), Passed(2), AskToLeave(), Passed(9))

    assert (state.page, state.leaving) == (Page.INSTRUCTIONS, True)


def test_leaving_in_a_recording_ends_it_first_and_keeps_it() -> None:
    state = answered(at_instructions(), "r1")
    state, effects = run(state, GoOn(), Passed(3), Began("r2"), AskToLeave(), Leave(deletes=False))
    assert (state.page, effects[-1]) == (Page.SAVING, Stop())

    state, effects = run(state, Saved("r2"))

    assert (state.page, state.leaving) == (Page.CLOSING, False)
    assert effects == [Keep("r2", "participant"), Forget()]


def test_leaving_before_anything_is_kept_says_goodbye() -> None:
    state, effects = run(at_instructions(), Leave(deletes=False))

    assert (state.page, state.farewell) == (Page.GOODBYE, Farewell.LEFT)
    assert effects == [Forget(), CloseDevices()]


def test_withdrawing_discards_every_take_also_the_one_that_runs() -> None:
    state = answered(at_instructions(), "r1")
    state, _effects = run(state, GoOn(), Passed(3), Began("r2"), Leave(deletes=True))

    state, effects = run(state, Saved("r2"))

    assert (state.page, state.farewell) == (Page.GOODBYE, Farewell.DELETED)
    assert effects == [
        Discard("r1", "participant"),
        Discard("r2", "participant"),
        Forget(),
        CloseDevices(),
    ]


def test_nothing_is_accepted_for_whoever_left_a_sensitive_study() -> None:
    state = at_instructions(replace(STUDY, upload="after_accept"))
    state, _effects = run(state, GoOn(), Passed(3), Began("r1"), Saved("r1"))

    assert run(state, Leave(deletes=False))[1] == [Forget(), CloseDevices()]


def test_when_nobody_is_there_any_more_what_was_recorded_is_kept() -> None:
    state, _effects = run(at_instructions(), GoOn(), Passed(3), Began("r1"), Saved("r1"))
    state, effects = run(state, Passed(90), Passed(STILL_THERE_S - 1))
    assert (state.still_there_s, effects) == (1.0, [])

    state, effects = run(state, Passed(1))

    assert state == new_visit(STUDY)
    assert effects == [Keep("r1", "nobody was there"), Forget(), CloseDevices()]


@pytest.mark.parametrize("sign", [Present(), Stay(), ReadToEnd()])
def test_whoever_is_there_is_not_asked_any_more(sign: Step) -> None:
    state, _effects = run(at_instructions(), Passed(95))
    assert state.still_there_s == 10.0

    assert run(state, sign)[0].still_there_s is None


def test_a_recording_is_never_ended_because_nobody_presses_anything() -> None:
    state, _effects = run(at_instructions(), GoOn(), Passed(3), Began("r1"), Passed(1e6))

    assert (state.page, state.still_there_s) == (Page.RECORDING, None)


def test_staff_undo_a_discard() -> None:
    state = answered(at_instructions(), "r1", decide=RedoTake())

    state, effects = run(state, UndoDecision("r1", keeps=True))

    assert effects == [Keep("r1", "staff")]
    assert state.kept("smile") == Take("smile", ("r1",), "kept")
    assert run(state, UndoDecision("r9", keeps=True)) == (state, [])


def test_staff_have_a_prompt_recorded_again_and_the_old_take_stays_until_then() -> None:
    state = answered(answered(at_instructions(), "r1"), "r2")
    state, effects = run(state, RecordAgain("smile"))
    assert (state.page, effects) == (Page.DEVICE_CHECK, [Remember(), OpenDevices()])
    assert state.kept("smile") is not None

    state, effects = run(state, GoOn(), GoOn(), Passed(3), Began("r3"), Saved("r3"), KeepTake())

    assert effects[1:3] == [Keep("r3", "participant"), Discard("r1", "participant")]
    assert state.page is Page.CLOSING


def test_staff_record_nothing_again_before_the_consent() -> None:
    state = at_instructions(ON_CAMERA)

    assert run(state, RecordAgain("smile")) == (state, [])
    assert run(state, RecordAgain("frown")) == (state, [])


def test_staff_end_a_session() -> None:
    state = answered(at_instructions(), "r1")

    assert run(state, EndSession())[0].page is Page.CLOSING
    assert run(at_instructions(), EndSession())[0].page is Page.GOODBYE


def test_the_last_page_goes_once_everything_is_there() -> None:
    study = replace(STUDY, closing_wait_s=120)
    state = answered(answered(at_instructions(study), "r1"), "r2")
    state, _effects = run(state, Passed(100))
    assert (state.page, state.waits) == (Page.CLOSING, True)
    state, _effects = run(state, Sending(all_there=True), Passed(FAREWELL_S - 1))
    assert (state.page, state.waits) == (Page.CLOSING, False)

    assert run(state, Sending(all_there=True), Passed(1))[0].page is Page.WELCOME


def test_pressing_twice_does_nothing_twice() -> None:
    state, _effects = run(at_instructions(), GoOn(), Passed(3), Began("r1"), Saved("r1"))
    once, _effects = run(state, KeepTake())

    assert run(once, KeepTake(), RedoTake(), StopNow(), Finish()) == (once, [])


def test_the_next_participant_begins_in_the_first_language() -> None:
    english = replace(STUDY, language="en", welcome="Hello.")
    german = replace(STUDY, language="de", welcome="Hallo.")
    study = replace(english, variants=(english, german))
    state, _effects = after(new_visit(study), ChooseLanguage("de"))
    assert state.study.welcome == "Hallo."
    begun, _effects = after(state, Begin(SESSION, ("smile", "turn"), "P-1"))
    assert begun.study.language == "de"

    back, _effects = after(begun, GoBack())
    assert (back.page, back.study.welcome) == (Page.WELCOME, "Hello.")
    assert after(begun, ChooseLanguage("en"))[0].study.language == "de"

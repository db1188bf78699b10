"""A visit that a crash interrupted: what is missing is recorded, and what is there stays."""

from dataclasses import replace

from desktop.kiosk.flow import FlowState, Interrupted, Page, Take, interrupted_visit
from desktop.kiosk.state import (
    new_visit,
)
from desktop.kiosk.steps import (
    Check,
    CloseDevices,
    Forget,
    GoBack,
    GoOn,
    Keep,
    OpenDevices,
    Resume,
)
from desktop.study_values import (
    CONSENT_PROMPT,
    Study,
)
from tests.support.visits import (
    AT,
    ON_CAMERA,
    READY,
    SESSION,
    STUDY,
    answered,
    run,
)


def interrupted(*takes: Take, study: Study = STUDY, consent_given: bool = False) -> FlowState:
    order = ((CONSENT_PROMPT,) if study.consent_recording else ()) + ("smile", "turn")
    return interrupted_visit(
        study, Interrupted(SESSION, "A-1042", order, AT, consent_given, takes=takes)
    )


def test_an_interrupted_visit_goes_on_with_what_is_missing() -> None:
    state = interrupted(Take("smile", ("r1",), "kept"))
    assert (state.page, state.done, len(state.prompts)) == (Page.RESUME, 1, 2)

    state, effects = run(state, Resume(goes_on=True))

    assert (state.page, state.task, effects) == (Page.DEVICE_CHECK, "turn", [OpenDevices()])
    assert run(state, GoBack())[0].page is Page.DEVICE_CHECK


def test_what_a_crash_cut_short_is_recorded_again_and_stays() -> None:
    state = interrupted(Take("smile", ("r1",), "kept", counts=False))
    state, _effects = run(state, Resume(goes_on=True), READY, GoOn())
    assert state.task == "smile"

    state = answered(state, "r2")

    assert [each.decision for each in state.takes] == ["kept", "kept"]


def test_a_take_that_nobody_decided_about_is_looked_at() -> None:
    state, _effects = run(interrupted(Take("smile", ("r1",))), Resume(goes_on=True))

    assert (state.page, state.take) == (Page.REVIEW, Take("smile", ("r1",)))


def test_a_consent_that_a_crash_left_open_is_checked_again() -> None:
    state = interrupted(Take(CONSENT_PROMPT, ("r1",), "kept"), study=ON_CAMERA)
    state, effects = run(state, Resume(goes_on=True))

    assert (state.page, state.task) == (Page.REVIEW, CONSENT_PROMPT)
    assert effects == [OpenDevices(), Check("r1")]


def test_an_interrupted_visit_that_is_complete_only_says_so() -> None:
    state = interrupted(Take("smile", ("r1",), "kept"), Take("turn", ("r2",), "kept"))

    assert run(state, Resume(goes_on=True))[0].page is Page.CLOSING


def test_an_interrupted_visit_can_be_ended() -> None:
    state, effects = run(interrupted(Take("smile", ("r1",))), Resume(goes_on=False))

    assert state == new_visit(STUDY)
    assert effects == [Keep("r1", "nobody was there"), Forget(), CloseDevices()]


def test_an_interrupted_visit_goes_on_in_its_own_language() -> None:
    english = replace(STUDY, language="en")
    study = replace(english, variants=(english, replace(STUDY, language="de")))
    visit = Interrupted(SESSION, "A-1", ("smile", "turn"), None, False, language="de")

    assert interrupted_visit(study, visit).study.language == "de"
    assert interrupted_visit(STUDY, visit).study == STUDY

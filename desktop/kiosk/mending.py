"""What staff do, and what happens after trouble or a crash. Pure."""

from dataclasses import replace

from desktop.kiosk import leaving
from desktop.kiosk.answering import look_at
from desktop.kiosk.outcome import STAFF, Outcome, next_task, shown
from desktop.kiosk.state import FlowState, Page, Take
from desktop.kiosk.steps import (
    ConsentNotGiven,
    Devices,
    Discard,
    GoOn,
    GoWithoutSound,
    Keep,
    OpenDevices,
    RecordAgain,
    Remember,
    Resume,
    Trouble,
    TryAgain,
    UndoDecision,
)
from desktop.study_values import CONSENT_PROMPT


def devices(state: FlowState, step: Devices) -> Outcome:
    return replace(state, has_picture=step.picture, has_sound=step.sound), ()


def trouble(state: FlowState, step: Trouble) -> Outcome:
    return replace(state, trouble=step.sentence), ()


def consent_not_given(state: FlowState, step: ConsentNotGiven) -> Outcome:
    """Nothing else is recorded before it is; `try_again` looks at the recording once more."""
    state = replace(state, trouble=step.sentence, consent_given=False)
    return (state, ()) if state.page is Page.RECORDING else shown(state, Page.TROUBLE)


def try_again(state: FlowState, _step: TryAgain | GoOn) -> Outcome:
    state = replace(state, trouble="")
    if _owes_consent(state):
        return _go_on(state)
    state, effects = shown(state, Page.DEVICE_CHECK)
    return state, (*effects, OpenDevices())


def without_sound(state: FlowState, _step: GoWithoutSound) -> Outcome:
    state = replace(state, without_sound=True)
    if state.page is Page.TROUBLE:
        state, _effects = shown(state, Page.DEVICE_CHECK)
    return state, (Remember(), OpenDevices())


def resume(state: FlowState, step: Resume) -> Outcome:
    return _go_on(state) if step.goes_on else leaving.abandoned(state)


def _go_on(state: FlowState) -> Outcome:
    """The first prompt without an answer; its take, where one waits for a decision."""
    state, effects = next_task(state, checks_devices=True)
    if state.page is Page.DEVICE_CHECK and _waits_for_a_decision(state.take):
        state, more = look_at(state)
        effects = (*effects, *more)
    return state, effects


def _waits_for_a_decision(take: Take | None) -> bool:
    """A consent that was recorded but never given is looked at once more, whoever kept it."""
    if take is None or not take.counts or take.decision == "discarded":
        return False
    return take.decision == "pending" or take.prompt == CONSENT_PROMPT


def undo(state: FlowState, step: UndoDecision) -> Outcome:
    take = next((each for each in state.takes if step.recording in each.recordings), None)
    if take is None:
        return state, ()
    kind = Keep if step.keeps else Discard
    decision = replace(take, decision="kept" if step.keeps else "discarded")
    return state.with_take(decision), tuple(kind(each, STAFF) for each in take.recordings)


def record_again(state: FlowState, step: RecordAgain) -> Outcome:
    if step.prompt not in state.prompts or _owes_consent(state):
        return state, ()
    state, effects = shown(replace(state, at=state.order.index(step.prompt)), Page.DEVICE_CHECK)
    return state, (*effects, Remember(), OpenDevices())


def _owes_consent(state: FlowState) -> bool:
    return CONSENT_PROMPT in state.order and not state.consent_given

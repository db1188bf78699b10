"""A visit until something is recorded: welcome, consent, number, camera and sound. Pure."""

from dataclasses import replace

from desktop.kiosk.outcome import Outcome, shown, welcome
from desktop.kiosk.state import FlowState, Page
from desktop.kiosk.steps import (
    Agree,
    Begin,
    ChooseLanguage,
    EnterNumber,
    GoBack,
    GoOn,
    OpenDevices,
    ReadToEnd,
    Remember,
)
from desktop.study_values import CONSENT_PROMPT


def choose_language(state: FlowState, step: ChooseLanguage) -> Outcome:
    return replace(state, study=state.study.in_language(step.language)), ()


def begin(state: FlowState, step: Begin) -> Outcome:
    first = (CONSENT_PROMPT,) if state.study.consent_recording is not None else ()
    state = replace(state, session=step.session, order=(*first, *step.order), typed=step.number)
    return _to_number(state) if state.study.consent is None else shown(state, Page.CONSENT)


def read(state: FlowState, _step: ReadToEnd) -> Outcome:
    return replace(state, read=True), ()


def agree(state: FlowState, step: Agree) -> Outcome:
    return replace(state, ticked=step.agreed and state.read), ()


def consented(state: FlowState, step: GoOn) -> Outcome:
    if not state.can_go_on:
        return state, ()
    return _to_number(replace(state, consented_at=step.at))


def _to_number(state: FlowState) -> Outcome:
    """To the number's page, or past it where nobody is asked for one."""
    if state.study.participant.asks:
        return shown(replace(state, typed=""), Page.NUMBER)
    return _known(state, state.typed)


def typed(state: FlowState, step: EnterNumber) -> Outcome:
    return replace(state, typed=step.text), ()


def number_done(state: FlowState, _step: GoOn) -> Outcome:
    if not state.can_go_on:
        return state, ()
    return _known(state, state.study.participant.normal(state.typed))


def _known(state: FlowState, participant: str) -> Outcome:
    state, effects = shown(replace(state, participant=participant), Page.DEVICE_CHECK)
    return state, (*effects, Remember(), OpenDevices())


def back_from_number(state: FlowState, _step: GoBack) -> Outcome:
    if state.study.consent is None:
        return welcome(state)
    return shown(replace(state, ticked=False, consented_at=None), Page.CONSENT)


def back_from_check(state: FlowState, _step: GoBack) -> Outcome:
    if state.takes or not state.study.participant.asks:
        return state, ()
    return shown(state, Page.NUMBER)


def check_done(state: FlowState, _step: GoOn) -> Outcome:
    return shown(state, Page.INSTRUCTIONS) if state.can_go_on else (state, ())

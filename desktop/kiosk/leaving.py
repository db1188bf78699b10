"""How a visit ends before its end: declined, left, ended by staff, or abandoned. Pure.

A participant may leave on every page. What was recorded is kept, unless they want it deleted or the
study keeps nothing that nobody accepted.
"""

from dataclasses import replace

from desktop.kiosk.outcome import NOBODY, PARTICIPANT, STAFF, Outcome, closing, shown, welcome
from desktop.kiosk.state import Farewell, FlowState, Page
from desktop.kiosk.steps import (
    AskToLeave,
    CloseDevices,
    Decline,
    Discard,
    Effect,
    EndSession,
    Forget,
    Keep,
    Leave,
    Stay,
    Stop,
)


def ask(state: FlowState, _step: AskToLeave) -> Outcome:
    """Ask whether they really want to leave; a recording goes on meanwhile."""
    return replace(state, leaving=True), ()


def ask_instead(state: FlowState, step: AskToLeave) -> Outcome:
    """Ask, and do not count down to a recording meanwhile."""
    state, _effects = shown(state, Page.INSTRUCTIONS)
    return ask(state, step)


def stay(state: FlowState, _step: Stay) -> Outcome:
    return replace(state, leaving=False), ()


def leave(state: FlowState, step: Leave) -> Outcome:
    return _go(state, Farewell.DELETED if step.deletes else Farewell.LEFT)


def end(state: FlowState, _step: EndSession) -> Outcome:
    return _go(state, Farewell.LEFT, STAFF)


def _go(state: FlowState, farewell: Farewell, by: str = PARTICIPANT) -> Outcome:
    if state.page not in (Page.RECORDING, Page.SAVING):
        return away(state, farewell, by)
    state = replace(state, leaves=farewell, leaving=False)
    # What is being saved was told to stop already.
    return stopped(state) if state.page is Page.RECORDING else (state, ())


def stopped(state: FlowState) -> Outcome:
    """The recording is being ended; `Saved` follows."""
    state, effects = shown(state, Page.SAVING)
    return state, (*effects, Stop())


def away(state: FlowState, farewell: Farewell, by: str = PARTICIPANT) -> Outcome:
    """The visit is over and nothing is being recorded."""
    state = replace(state, leaves=None, leaving=False)
    state, effects = _discarded(state, by) if farewell is Farewell.DELETED else _settled(state, by)
    if farewell is Farewell.LEFT and state.done:
        state, more = closing(state)
        return state, (*effects, *more)
    state, more = shown(replace(state, farewell=farewell), Page.GOODBYE)
    return state, (*effects, *more, Forget(), CloseDevices())


def decline(state: FlowState, _step: Decline) -> Outcome:
    """They do not agree: nothing was recorded, and nothing will be."""
    return away(state, Farewell.DECLINED)


def abandoned(state: FlowState) -> Outcome:
    """Nobody is there any more: the first page again, and what was recorded is kept."""
    state, effects = _settled(state, NOBODY)
    state, more = welcome(state)
    return state, (*effects, *more)


def _settled(state: FlowState, by: str) -> Outcome:
    """Keep what nobody decided about, unless nothing may leave that nobody accepted."""
    effects: list[Effect] = []
    for take in state.takes:
        if take.decision == "pending" and not state.study.after_accept:
            effects += [Keep(each, by) for each in take.recordings]
            state = state.with_take(replace(take, decision="kept"))
    return state, tuple(effects)


def _discarded(state: FlowState, by: str) -> Outcome:
    effects: list[Effect] = []
    for take in state.takes:
        if take.decision != "discarded":
            effects += [Discard(each, by) for each in take.recordings]
            state = state.with_take(replace(take, decision="discarded"))
    return state, tuple(effects)

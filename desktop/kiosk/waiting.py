"""What time does to a page: the question whether somebody is there, and pages that go. Pure."""

from dataclasses import replace

from desktop.kiosk import leaving
from desktop.kiosk.outcome import Outcome, passed, welcome
from desktop.kiosk.state import FAREWELL_S, STILL_THERE_S, FlowState, Page
from desktop.kiosk.steps import Passed, PersonStep, Sending


def wait_for_people(state: FlowState, step: Passed) -> Outcome:
    state = replace(passed(state, step), idle_s=state.idle_s + step.seconds)
    if state.idle_s < state.study.idle_reset_s + STILL_THERE_S:
        return state, ()
    return leaving.abandoned(state)


def go_by(state: FlowState, step: Passed) -> Outcome:
    return passed(state, step), ()


def close_by_itself(state: FlowState, step: Passed) -> Outcome:
    """A last page goes by itself: soon where all is said, else when nobody is there any more."""
    state = replace(passed(state, step), idle_s=state.idle_s + step.seconds)
    said = state.page is Page.GOODBYE or state.all_there
    stays_s = FAREWELL_S if said else max(state.study.idle_reset_s, state.study.closing_wait_s)
    return welcome(state) if state.idle_s >= stays_s else (state, ())


def to_welcome(state: FlowState, _step: PersonStep) -> Outcome:
    return welcome(state)


def sending(state: FlowState, step: Sending) -> Outcome:
    if step.all_there and not state.all_there:
        # From now on it is to be read that everything is there.
        return replace(state, all_there=True, idle_s=0.0), ()
    return replace(state, all_there=step.all_there), ()

"""What a step comes to: a state and effects. The few ways from one page to another. Pure."""

from dataclasses import replace
from typing import Final

from desktop.kiosk.state import FlowState, Page, new_visit
from desktop.kiosk.steps import CloseDevices, Effect, Forget, OpenDevices, Passed
from desktop.study_values import CONSENT_PROMPT

Outcome = tuple[FlowState, tuple[Effect, ...]]

PARTICIPANT: Final = "participant"
STAFF: Final = "staff"
NOBODY: Final = "nobody was there"
"""Who decides about a recording, as it stands in `decision.json`."""


def shown(state: FlowState, page: Page) -> Outcome:
    """This page, as it is when it has just come."""
    return replace(state, page=page, elapsed_s=0.0, waited_s=0.0, idle_s=0.0), ()


def welcome(state: FlowState) -> Outcome:
    """The first page again, with nothing of the visit that was."""
    # Whoever comes next reads what they read.
    return new_visit(state.study.in_first_language), (Forget(), CloseDevices())


def closing(state: FlowState) -> Outcome:
    """The last page: everything that was to be recorded is kept, or somebody ended the visit."""
    state, effects = shown(replace(state, leaving=False), Page.CLOSING)
    # The devices stay open until the page goes: the check of the last take needs them a moment.
    return state, (*effects, Forget())


def next_task(state: FlowState, *, checks_devices: bool = False) -> Outcome:
    """The first prompt of the visit that has no kept take; the last page where there is none."""
    open_tasks = [number for number, each in enumerate(state.order) if not _is_done(state, each)]
    if not open_tasks:
        return closing(state)
    state = replace(state, at=open_tasks[0])
    if not checks_devices:
        return shown(state, Page.INSTRUCTIONS)
    state, effects = shown(state, Page.DEVICE_CHECK)
    return state, (*effects, OpenDevices())


def _is_done(state: FlowState, task: str) -> bool:
    return state.consent_given if task == CONSENT_PROMPT else state.kept(task) is not None


def passed(state: FlowState, step: Passed) -> FlowState:
    """The same page, so much later."""
    return replace(state, elapsed_s=state.elapsed_s + step.seconds)

"""The guided visit as a state machine: one table of (page, kind of step) -> what it does. Pure.

A step that a page has no line for means nothing there: people press twice, and the world speaks
when it likes. No file, no device, no clock and no window is known here.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from desktop.kiosk import answering, arriving, leaving, mending, waiting
from desktop.kiosk.outcome import Outcome
from desktop.kiosk.state import (
    Farewell,
    FlowState,
    Interrupted,
    Page,
    Take,
    interrupted_visit,
    new_visit,
)
from desktop.kiosk.steps import (
    Agree,
    AskToLeave,
    Began,
    Begin,
    Checked,
    ChooseLanguage,
    ConsentNotGiven,
    Decline,
    Devices,
    EndSession,
    EnterNumber,
    Finish,
    GoBack,
    GoOn,
    GoWithoutSound,
    KeepTake,
    Leave,
    NotBegun,
    Passed,
    PersonStep,
    Present,
    ReadToEnd,
    RecordAgain,
    RedoTake,
    Resume,
    Saved,
    Sending,
    Stay,
    Step,
    StopNow,
    Trouble,
    TryAgain,
    UndoDecision,
)

__all__ = [
    "TABLE",
    "Farewell",
    "FlowState",
    "Interrupted",
    "Page",
    "Step",
    "Take",
    "after",
    "interrupted_visit",
    "new_visit",
]


def after(state: FlowState, step: Step) -> Outcome:
    """The state after a step, and what is to be done about it, in this order."""
    if isinstance(step, PersonStep | Present):
        state = replace(state, idle_s=0.0)
    handle = TABLE[state.page].get(type(step)) or ON_EVERY_PAGE.get(type(step))
    return (state, ()) if handle is None else handle(state, step)


Handler = Callable[[FlowState, Any], Outcome]
"""What a step does to a state. The second is of the type that the table names beside it."""
Lines = dict[type[Step], Handler]

_MAY_LEAVE: Final[Lines] = {
    AskToLeave: leaving.ask,
    Stay: leaving.stay,
    Leave: leaving.leave,
    EndSession: leaving.end,
}
_WAITS: Final[Lines] = {**_MAY_LEAVE, Passed: waiting.wait_for_people}

TABLE: Final[dict[Page, Lines]] = {
    Page.WELCOME: {Begin: arriving.begin, ChooseLanguage: arriving.choose_language},
    Page.RESUME: {Resume: mending.resume},
    Page.CONSENT: {
        **_WAITS,
        ReadToEnd: arriving.read,
        Agree: arriving.agree,
        GoOn: arriving.consented,
        GoBack: waiting.to_welcome,
        Decline: leaving.decline,
    },
    Page.NUMBER: {
        **_WAITS,
        EnterNumber: arriving.typed,
        GoOn: arriving.number_done,
        GoBack: arriving.back_from_number,
    },
    Page.DEVICE_CHECK: {
        **_WAITS,
        GoOn: arriving.check_done,
        GoBack: arriving.back_from_check,
        TryAgain: mending.try_again,
        GoWithoutSound: mending.without_sound,
        RecordAgain: mending.record_again,
    },
    Page.INSTRUCTIONS: {
        **_WAITS,
        GoOn: answering.start,
        GoBack: answering.back_to_check,
        GoWithoutSound: mending.without_sound,
        RecordAgain: mending.record_again,
    },
    Page.COUNTDOWN: {
        **_MAY_LEAVE,
        AskToLeave: leaving.ask_instead,
        Passed: answering.count,
        GoBack: answering.back_to_instructions,
    },
    Page.RECORDING: {
        **_MAY_LEAVE,
        Passed: answering.run,
        NotBegun: answering.not_begun,
        Began: answering.began,
        StopNow: answering.stop,
        Saved: answering.saved,
    },
    Page.SAVING: {
        **_MAY_LEAVE,
        Passed: waiting.go_by,
        NotBegun: answering.not_begun,
        Began: answering.began,
        Saved: answering.saved,
    },
    Page.REVIEW: {
        **_WAITS,
        Checked: answering.checked,
        KeepTake: answering.keep,
        RedoTake: answering.redo,
    },
    Page.TROUBLE: {
        **_WAITS,
        GoOn: mending.try_again,
        TryAgain: mending.try_again,
        GoWithoutSound: mending.without_sound,
        RecordAgain: mending.record_again,
    },
    Page.CLOSING: {
        Passed: waiting.close_by_itself,
        Sending: waiting.sending,
        Finish: waiting.to_welcome,
        GoOn: waiting.to_welcome,
        EndSession: waiting.to_welcome,
        RecordAgain: mending.record_again,
    },
    Page.GOODBYE: {
        Passed: waiting.close_by_itself,
        Finish: waiting.to_welcome,
        GoOn: waiting.to_welcome,
        EndSession: waiting.to_welcome,
    },
}
"""What each kind of step does on each page."""

ON_EVERY_PAGE: Final[Lines] = {
    Devices: mending.devices,
    Trouble: mending.trouble,
    ConsentNotGiven: mending.consent_not_given,
    UndoDecision: mending.undo,
}
"""What they do wherever they come."""

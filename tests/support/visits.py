"""A study's visit, pressed through step by step."""

from dataclasses import replace

from desktop.kiosk.flow import FlowState, Page, after
from desktop.kiosk.state import (
    new_visit,
)
from desktop.kiosk.steps import (
    Agree,
    Began,
    Begin,
    Devices,
    Effect,
    EnterNumber,
    GoOn,
    KeepTake,
    Passed,
    ReadToEnd,
    Saved,
    Step,
)
from desktop.study_values import (
    Consent,
    ConsentRecording,
    Prompt,
    Study,
)

SESSION = "01990000-0000-7000-8000-00000012ab9f"


AT = "2026-11-21T10:00:00.000Z"


PROMPTS = tuple(
    Prompt(each, each.title(), "Do it.", seconds=30, least_s=5) for each in ("smile", "turn")
)


STUDY = Study("faces", 1, "Faces", PROMPTS, consent=Consent("v1", "We film you."))


ON_CAMERA = replace(
    STUDY, consent=Consent("v1", "We film you.", recording=ConsentRecording("I agree.", 20))
)


BEGIN = Begin(SESSION, ("smile", "turn"), "P-0001")


TO_CHECK: tuple[Step, ...] = (
    BEGIN,
    ReadToEnd(),
    Agree(True),
    GoOn(AT),
    EnterNumber("A-1042"),
    GoOn(),
)


READY = Devices(picture=True, sound=True)


def run(state: FlowState, *steps: Step) -> tuple[FlowState, list[Effect]]:
    effects: list[Effect] = []
    for step in steps:
        state, more = after(state, step)
        effects += more
    return state, effects


def at_instructions(study: Study = STUDY) -> FlowState:
    state, _effects = run(new_visit(study), *TO_CHECK, READY, GoOn())
    assert state.page is Page.INSTRUCTIONS
    return state


def answered(state: FlowState, recording: str, *, decide: Step | None = None) -> FlowState:
    """The same after one recording, which is kept unless something else is decided."""
    state, _effects = run(state, GoOn(), Passed(3), Began(recording), Passed(30), Saved(recording))
    assert state.page is Page.REVIEW
    state, _effects = run(state, decide or KeepTake())
    return state

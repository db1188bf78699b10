"""Visits as the flow leads them, and everything around them as it can be at its worst.

The states come out of the real flow, step by step; only time is given to it.
"""

from collections.abc import Iterator
from dataclasses import replace

from desktop.kiosk.flow import FlowState, Interrupted, Take, after, interrupted_visit, new_visit
from desktop.kiosk.state import READY_WITHIN_S, STILL_THERE_S
from desktop.kiosk.steps import (
    Agree,
    AskToLeave,
    Began,
    Begin,
    Checked,
    Decline,
    Devices,
    EnterNumber,
    GoOn,
    KeepTake,
    Leave,
    Passed,
    ReadToEnd,
    RedoTake,
    Saved,
    Sending,
    Step,
    StopNow,
)
from desktop.study_values import Consent, ConsentRecording, ParticipantRule, Prompt, Study

SESSION = "01990000-0000-7000-8000-00000012ab9f"
NUMBER = "A-1042"
PROMPTS = (
    Prompt("facial_expressions", "Facial expressions", "Show one face after the other.", None, 30),
    Prompt("head_movements", "Head movements", "Slowly turn your head.", None, 30),
    Prompt(
        "reading_aloud", "Reading aloud", "Read this aloud.", "When the sunlight strikes.", None
    ),
)
STUDY = Study(
    "faces",
    1,
    "Faces",
    PROMPTS,
    consent=Consent("v1", "We film you.\n\nYou can stop.", "I agree."),
    participant=ParticipantRule(pattern="A-[0-9]{4}", example=NUMBER),
)
SPOKEN = replace(
    STUDY,
    consent=Consent("v1", "We film you.", recording=ConsentRecording("I agree to this.", 20)),
)
READY = Devices(picture=True, sound=True)
BEGIN = Begin(SESSION, tuple(each.id for each in PROMPTS), "P-0001")
TO_CHECK: tuple[Step, ...] = (
    BEGIN,
    ReadToEnd(),
    Agree(agreed=True),
    GoOn("2026-11-21T10:00:00.000Z"),
    EnterNumber(NUMBER),
    GoOn(),
)
TO_INSTRUCTIONS: tuple[Step, ...] = (*TO_CHECK, READY, GoOn())


def recording_id(number: int) -> str:
    return f"019a0000-0000-7000-8000-{number:012d}"


def take(number: int) -> tuple[Step, ...]:
    """One recording, up to its review."""
    return (GoOn(), Passed(3.0), Began(recording_id(number)), Passed(12.0), *ended(number))


def ended(number: int) -> tuple[Step, ...]:
    return (StopNow(), Saved(recording_id(number)))


def visit(*steps: Step, study: Study = STUDY) -> FlowState:
    """Where a visit stands after these steps."""
    state = new_visit(study)
    for step in steps:
        state, _effects = after(state, step)
    return state


def cut_off() -> FlowState:
    """A visit that was cut off after its second recording."""
    takes = [
        Take(prompt.id, (recording_id(number),), "kept")
        for number, prompt in enumerate(PROMPTS[:2], 1)
    ]
    found = Interrupted(SESSION, NUMBER, BEGIN.order, None, consent_given=True, takes=takes)
    return interrupted_visit(STUDY, found)


def whole_visit() -> tuple[Step, ...]:
    """Three recordings, the second of them twice, to the last page."""
    return (
        *TO_INSTRUCTIONS,
        *take(1),
        KeepTake(),
        *take(2),
        RedoTake(),
        *take(3),
        KeepTake(),
        *take(4),
        KeepTake(),
    )


def every_state() -> Iterator[tuple[str, FlowState]]:
    """Every page of a visit, and the ways out of it, by name."""
    yield "welcome", visit()
    for number, name in ((1, "consent"), (2, "read"), (3, "ticked"), (4, "number"), (5, "typed")):
        yield name, visit(*TO_CHECK[:number])
    yield "wrong number", visit(*TO_CHECK[:4], EnterNumber("B-10422"))
    yield "check", visit(*TO_CHECK)
    yield "instructions", visit(*TO_INSTRUCTIONS)
    yield "countdown", visit(*TO_INSTRUCTIONS, GoOn(), Passed(1.0))
    yield "not ready", visit(*TO_CHECK, READY, GoOn(), GoOn(), Devices(picture=False, sound=False))
    recording = (*TO_INSTRUCTIONS, *take(1)[:4])
    yield "recording", visit(*recording)
    yield "leaving", visit(*recording, AskToLeave())
    yield "saving", visit(*recording, StopNow())
    yield "review", visit(*TO_INSTRUCTIONS, *take(1))
    yield "second", visit(*TO_INSTRUCTIONS, *take(1), KeepTake())
    gone = Devices(picture=False, sound=False)
    yield "trouble", visit(*TO_INSTRUCTIONS, GoOn(), gone, Passed(READY_WITHIN_S))
    yield "closing", visit(*whole_visit())
    yield "all there", visit(*whole_visit(), Sending(all_there=True))
    yield "declined", visit(BEGIN, Decline())
    yield "deleted", visit(*TO_INSTRUCTIONS, *take(1), Leave(deletes=True))
    yield "left", visit(*TO_CHECK, Leave(deletes=False))
    yield "idle", visit(*TO_INSTRUCTIONS, Passed(STUDY.idle_reset_s + STILL_THERE_S / 2))
    yield "resume", cut_off()
    spoken = (*TO_INSTRUCTIONS, *take(1))
    yield "consent to say", visit(*TO_INSTRUCTIONS, study=SPOKEN)
    yield "saying it", visit(*TO_INSTRUCTIONS, *take(1)[:4], study=SPOKEN)
    yield "consent checked", visit(*spoken, study=SPOKEN)
    played = Checked(recording_id(1), playable=True)
    yield "consent plays", visit(*spoken, played, study=SPOKEN)
    broken = Checked(recording_id(1), playable=False)
    yield "consent broken", visit(*spoken, broken, study=SPOKEN)

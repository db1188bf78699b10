"""What the window knows about the recorder: one frozen value and how each event changes it. Pure.

It owns the phases of the recorder as people see them. It must not hold sentences or touch Qt.
"""

from dataclasses import dataclass, replace
from enum import Enum
from functools import singledispatch
from typing import Any

from desktop.recording import disk
from desktop.recording.model import (
    SOUND_BACK,
    SOUND_LOST,
    Failed,
    MarkerSet,
    Overload,
    PartBegan,
    PartLost,
    Paused,
    PictureAlarm,
    Progress,
    Ready,
    RecordingEnded,
    SoundAlarm,
)
from desktop.station_events import EndedForSpace, InOverflow
from desktop.supervisor import Ended, RecorderBack, RecorderLost
from desktop.supervisor_events import DeviceAsExpected, DeviceChanged, GrowsAgain, NotGrowing
from desktop.ui.asked import PrepareAsked, RecordAsked, RecordingKept, RecordRefused, StopAsked
from holdfast.announcement import Audio, Video


class Phase(Enum):
    """Where the recorder stands, as far as a person can tell."""

    STARTING = "starting"
    READY = "ready"
    BEGINNING = "beginning"
    """Asked to record; the first frame has not been kept yet."""
    RECORDING = "recording"
    WAITING = "waiting"
    """A recording runs, but the camera or the recorder is away."""
    PAUSED = "paused"
    """A recording runs, but somebody wants nothing recorded for a while."""
    STOPPING = "stopping"
    UNAVAILABLE = "unavailable"


RECORDER = "recorder"
"""Source of the markers that no person set."""
ENDED_FOR_SPACE = "ended_for_space"
"""Code of the problem that ended the last recording before a person did."""
SHOWN_MARKS = 4
CHANGING = "changing"
"""Code of no problem at all: a person chose another device, which is being opened."""

ACTIVE = frozenset({Phase.BEGINNING, Phase.RECORDING, Phase.WAITING, Phase.PAUSED, Phase.STOPPING})
"""Phases in which a recording exists that has not ended."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, in the recorder's own words. `title` is empty where it gave none."""

    sentence: str
    title: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class RecorderState:
    """All that the window knows about the recorder."""

    phase: Phase = Phase.STARTING
    video: Video | None = None
    audio: Audio | None = None
    audio_note: str | None = None
    recording: str | None = None
    elapsed_s: float = 0.0
    fps: float = 0.0
    lost_frames: int = 0
    bytes_on_disk: int = 0
    rate_bytes_s: float | None = None
    """Bytes a second of the current recording, or of the last that lost little; None before one."""
    level_db: float | None = None
    peak_db: float | None = None
    problem: Problem | None = None
    sound_lost: bool = False
    """Whether the microphone of the running recording sends nothing any more."""
    not_growing: str | None = None
    """Why nothing of the recording reaches the disk, as a sentence."""
    sound_alarm: str | None = None
    """What is wrong with the sound that arrives, as a sentence."""
    in_overflow: str | None = None
    """Why the recording is made in the overflow folder, as a sentence."""
    picture_alarm: PictureAlarm | None = None
    """What is wrong with the picture that arrives."""
    changed: tuple[DeviceChanged, ...] = ()
    """Devices that are other ones than before, until somebody confirms them."""
    overload: str | None = None
    """What gives way because the computer is too slow, as a sentence."""
    loses_frames: bool = False
    """Whether pictures are lost although something gave way."""
    marks: int = 0
    last_marks: tuple[MarkerSet, ...] = ()
    """The newest first, at most SHOWN_MARKS."""
    paused_at_s: float = 0.0
    """Where the last pause began on the recording's clock."""

    @property
    def paused_for_s(self) -> float | None:
        """How long it has been paused; None while it is not."""
        if self.phase is not Phase.PAUSED:
            return None
        return max(0.0, self.elapsed_s - self.paused_at_s)


def is_active(state: RecorderState) -> bool:
    """Whether a recording exists that has not ended."""
    return state.phase in ACTIVE


@singledispatch
def _after(event: Any, state: RecorderState) -> RecorderState:
    return state


def after(state: RecorderState, event: object) -> RecorderState:
    """The state after an event. What is none of the window's business changes nothing."""
    return _after(event, state)


@_after.register
def _(_event: PrepareAsked, state: RecorderState) -> RecorderState:
    if is_active(state):
        return state
    return replace(
        state,
        phase=Phase.STARTING,
        problem=None,
        audio_note=None,
        sound_alarm=None,
        picture_alarm=None,
        not_growing=None,
        changed=(),
    )


@_after.register
def _(event: Ready, state: RecorderState) -> RecorderState:
    phase = state.phase if is_active(state) else Phase.READY
    known = replace(state, video=event.video, audio=event.audio, audio_note=event.audio_note)
    keeps_problem = phase in (Phase.WAITING, Phase.STOPPING)
    return replace(known, phase=phase, problem=state.problem if keeps_problem else None)


@_after.register
def _(_event: RecordAsked, state: RecorderState) -> RecorderState:
    return replace(
        state,
        phase=Phase.BEGINNING,
        recording=None,
        elapsed_s=0.0,
        lost_frames=0,
        bytes_on_disk=0,
        problem=None,
        in_overflow=None,
        marks=0,
        last_marks=(),
    )


@_after.register
def _(event: RecordRefused, state: RecorderState) -> RecorderState:
    return replace(state, phase=Phase.READY, problem=Problem(event.sentence, code="refused"))


@_after.register
def _(_event: StopAsked, state: RecorderState) -> RecorderState:
    return replace(state, phase=Phase.STOPPING) if is_active(state) else state


@_after.register
def _(event: PartBegan, state: RecorderState) -> RecorderState:
    phase = Phase.STOPPING if state.phase is Phase.STOPPING else Phase.RECORDING
    return replace(state, phase=phase, recording=event.recording, problem=None)


@_after.register
def _(event: Paused, state: RecorderState) -> RecorderState:
    if not is_active(state) or state.phase is Phase.STOPPING:
        return state
    return replace(
        state, phase=Phase.PAUSED, recording=event.recording, paused_at_s=event.t_s, fps=0.0
    )


@_after.register
def _(event: Progress, state: RecorderState) -> RecorderState:
    heard = replace(state, fps=event.fps, level_db=event.level_db, peak_db=event.peak_db)
    if event.recording is None:
        return heard
    size_bytes, length_s = event.bytes_on_disk, event.recorded_s
    rate = disk.typical(size_bytes, length_s, event.frames, event.lost_frames)
    return replace(
        heard,
        recording=event.recording,
        elapsed_s=event.elapsed_s,
        lost_frames=event.lost_frames,
        bytes_on_disk=event.bytes_on_disk,
        rate_bytes_s=rate or state.rate_bytes_s,
    )


@_after.register
def _(event: MarkerSet, state: RecorderState) -> RecorderState:
    if event.source == RECORDER:
        # What it notes of itself is said elsewhere; people look here for their own marks.
        if event.name in (SOUND_LOST, SOUND_BACK):
            return replace(state, sound_lost=event.name == SOUND_LOST)
        return state
    shown = (event, *state.last_marks)[:SHOWN_MARKS]
    return replace(state, marks=state.marks + 1, last_marks=shown)


@_after.register
def _(event: NotGrowing, state: RecorderState) -> RecorderState:
    return replace(state, not_growing=event.sentence) if is_active(state) else state


@_after.register
def _(_event: GrowsAgain, state: RecorderState) -> RecorderState:
    return replace(state, not_growing=None)


@_after.register
def _(event: SoundAlarm, state: RecorderState) -> RecorderState:
    return replace(state, sound_alarm=event.sentence)


@_after.register
def _(event: PictureAlarm, state: RecorderState) -> RecorderState:
    return replace(state, picture_alarm=event if event.kind is not None else None)


@_after.register
def _(event: DeviceChanged, state: RecorderState) -> RecorderState:
    others = _without(state, event.device)
    return replace(state, changed=(*others, event))


@_after.register
def _(event: DeviceAsExpected, state: RecorderState) -> RecorderState:
    return replace(state, changed=_without(state, event.device))


def _without(state: RecorderState, device: str) -> tuple[DeviceChanged, ...]:
    return tuple(each for each in state.changed if each.device != device)


@_after.register
def _(event: Overload, state: RecorderState) -> RecorderState:
    return replace(state, overload=event.sentence, loses_frames=event.loses_frames)


@_after.register
def _(event: PartLost, state: RecorderState) -> RecorderState:
    return _waiting(state, Problem(event.sentence, code=event.code))


@_after.register
def _(event: RecorderLost, state: RecorderState) -> RecorderState:
    problem = Problem(event.sentence, code=CHANGING if event.by_choice else "lost")
    if is_active(state):
        return _waiting(state, problem)
    # A device that is being opened is no fault.
    problem_now = None if event.by_choice else problem
    return replace(state, phase=Phase.STARTING, problem=problem_now, picture_alarm=None)


def _waiting(state: RecorderState, problem: Problem) -> RecorderState:
    stays = state.phase in (Phase.STOPPING, Phase.PAUSED)
    phase = state.phase if stays else Phase.WAITING
    return replace(
        state,
        phase=phase,
        problem=problem,
        sound_alarm=None,
        picture_alarm=None,
        sound_lost=False,
        not_growing=None,
        overload=None,
        loses_frames=False,
        level_db=None,
        peak_db=None,
        fps=0.0,
    )


@_after.register
def _(event: EndedForSpace, state: RecorderState) -> RecorderState:
    if not is_active(state):
        return state
    problem = Problem(event.sentence, code=ENDED_FOR_SPACE)
    return replace(state, phase=Phase.STOPPING, problem=problem)


@_after.register
def _(event: InOverflow, state: RecorderState) -> RecorderState:
    begun = state if is_active(state) else _after(RecordAsked(), state)
    return replace(begun, in_overflow=event.sentence)


@_after.register
def _(_event: RecorderBack, state: RecorderState) -> RecorderState:
    if state.phase is Phase.WAITING:
        return replace(state, phase=Phase.RECORDING, problem=None)
    return replace(state, problem=None)


@_after.register(RecordingEnded)
@_after.register(Ended)
def _(_event: RecordingEnded | Ended, state: RecorderState) -> RecorderState:
    state = replace(state, sound_lost=False, not_growing=None)
    # Nobody writes any more, but its manifest is still to be made.
    return replace(state, phase=Phase.STOPPING) if is_active(state) else state


@_after.register
def _(_event: RecordingKept, state: RecorderState) -> RecorderState:
    phase = Phase.READY if is_active(state) else state.phase
    return replace(state, phase=phase, recording=None)


@_after.register
def _(event: Failed, state: RecorderState) -> RecorderState:
    problem = Problem(event.sentence, event.title, event.code)
    return replace(
        state,
        phase=Phase.UNAVAILABLE,
        recording=None,
        problem=problem,
        sound_alarm=None,
        picture_alarm=None,
        not_growing=None,
        level_db=None,
        peak_db=None,
    )

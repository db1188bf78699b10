"""The recorder's states: one table of (state, trigger) -> state. Pure.

A pair that is not in the table is a bug of the caller, never something to pass over.
"""

from enum import Enum


class State(Enum):
    """What the recorder does."""

    PREPARING = "preparing"
    """Opens the devices and waits for real frames."""
    IDLE = "idle"
    """Devices are warm; a recording can start with the next frame."""
    RECORDING = "recording"
    PAUSED = "paused"
    """The recording goes on, but nothing is recorded: its last segment is closed, devices open."""
    FINALIZING = "finalizing"
    """Nothing more is taken in; what is there is encoded, closed and written down."""
    FAILED = "failed"
    """The source is gone or never came; this recorder cannot work any more."""


class Trigger(Enum):
    """What moves the recorder from one state to the next."""

    ARRIVED = "arrived"
    """Frames, and sound where some is expected, have arrived."""
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    """Somebody asked, the time limit is reached, or the source has ended."""
    CLOSED = "closed"
    """Every segment is closed and the journal says how it ended."""
    BROKE = "broke"
    """A device, the encoder or the disk failed."""


TABLE: dict[tuple[State, Trigger], State] = {
    (State.PREPARING, Trigger.ARRIVED): State.IDLE,
    (State.PREPARING, Trigger.BROKE): State.FAILED,
    (State.IDLE, Trigger.START): State.RECORDING,
    (State.IDLE, Trigger.BROKE): State.FAILED,
    (State.RECORDING, Trigger.PAUSE): State.PAUSED,
    (State.RECORDING, Trigger.STOP): State.FINALIZING,
    (State.PAUSED, Trigger.RESUME): State.RECORDING,
    (State.PAUSED, Trigger.STOP): State.FINALIZING,
    (State.PAUSED, Trigger.BROKE): State.FINALIZING,
    # What was recorded is closed first; only then does the recorder fail.
    (State.RECORDING, Trigger.BROKE): State.FINALIZING,
    (State.FINALIZING, Trigger.CLOSED): State.IDLE,
    (State.FINALIZING, Trigger.BROKE): State.FAILED,
}


class IllegalTransition(RuntimeError):
    """The trigger means nothing in this state."""


def advance(state: State, trigger: Trigger) -> State:
    """The state after `trigger`. Raises IllegalTransition where the table has no such pair."""
    try:
        return TABLE[state, trigger]
    except KeyError:
        raise IllegalTransition(f"{trigger.name} means nothing while {state.name}") from None

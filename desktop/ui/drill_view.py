"""What the drill's window shows, out of what the drill says line by line. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from desktop.ui import drill_texts as texts
from desktop.ui.views import Tone

State = Literal["waits", "runs", "asks", "held", "broke", "left_out"]

LOOKS: Final[dict[State, tuple[Tone, str]]] = {
    "waits": ("muted", "circle"),
    "runs": ("info", "clock"),
    "asks": ("warn", "flag"),
    "held": ("ok", "check-circle"),
    "broke": ("danger", "warning"),
    "left_out": ("muted", "info"),
}
"""Tone and icon of a state; its word is in the texts."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One sentence of the drill, as it came."""

    accident: str
    sentence: str


@dataclass(frozen=True, slots=True)
class DrillView:
    """The drill as it stands. `held` is None until it has come to its end."""

    states: Mapping[str, State]
    seen: tuple[Seen, ...] = ()
    is_running: bool = False
    held: bool | None = None
    files: tuple[str, ...] = ()
    trouble: str = ""
    was_stopped: bool = False

    @property
    def asked(self) -> str | None:
        """The accident that waits for a person."""
        return next((name for name, state in self.states.items() if state == "asks"), None)

    def last_of(self, accident: str) -> str:
        """The newest sentence about an accident."""
        return next((e.sentence for e in reversed(self.seen) if e.accident == accident), "")


NOTHING_YET: Final = DrillView(dict.fromkeys(texts.ACCIDENTS, "waits"))


def begun() -> DrillView:
    """It was started a moment ago."""
    return replace(NOTHING_YET, is_running=True)


def after(view: DrillView, event: Mapping[str, Any]) -> DrillView:
    """The view once the drill has said this."""
    if event["event"] == "ask":
        return _in_state(view, str(event["accident"]), "asks")
    if event["event"] == "seen":
        seen = Seen(str(event["accident"]), str(event["sentence"]))
        told = replace(view, seen=(*view.seen, seen))
        return _in_state(told, seen.accident, "runs")
    if event["event"] == "found":
        return _in_state(view, str(event["accident"]), _verdict(event["held"]))
    if event["event"] == "report":
        return _reported(view, event)
    return view


def answered(view: DrillView) -> DrillView:
    """A person has let the accident happen."""
    return view if view.asked is None else _in_state(view, view.asked, "runs")


def ended(view: DrillView, why: str, *, was_stopped: bool) -> DrillView:
    """The drill's process has ended, `why` being the last that it complained of."""
    if view.held is not None:
        return replace(view, is_running=False)
    states: dict[str, State] = {
        name: "waits" if state in ("runs", "asks") else state for name, state in view.states.items()
    }
    return replace(view, is_running=False, states=states, trouble=why, was_stopped=was_stopped)


def _reported(view: DrillView, event: Mapping[str, Any]) -> DrillView:
    states = dict(view.states)
    for each in event["accidents"]:
        states[str(each["accident"])] = _verdict(each["held"])
    files = tuple(str(each) for each in event["files"])
    return replace(view, states=states, held=bool(event["held"]), files=files)


def _verdict(held: bool | None) -> State:
    if held is None:
        return "left_out"
    return "held" if held else "broke"


def _in_state(view: DrillView, accident: str, state: State) -> DrillView:
    return replace(view, states={**view.states, accident: state})

"""Keeps the tray's icon calm: a state that passes within seconds changes nothing. Pure.

The words beside the icon are always those of now. It must never keep a green icon once something
is unsent.
"""

from dataclasses import dataclass
from typing import Final

from desktop.ui.views import TrayState

STANDS_S: Final[dict[TrayState, float]] = {"sending": 3.0, "offline": 60.0}
"""For how long a state has to last before its icon is shown; every other one is shown at once."""
_IN_BETWEEN: Final[TrayState] = "waiting"


@dataclass(frozen=True, slots=True)
class Calm:
    """What is shown, and since when what holds now does."""

    shown: TrayState = "empty"
    holds: TrayState = "empty"
    since_s: float = 0.0


def settled(before: Calm, state: TrayState, now_s: float) -> Calm:
    """The next one, `state` being what holds at `now_s` of a clock that only goes forward."""
    since_s = before.since_s if state == before.holds else now_s
    if now_s - since_s >= STANDS_S.get(state, 0.0):
        return Calm(state, state, since_s)
    # Until it has lasted: as before, but green is over, and what was urgent must not stay because
    # something else is young.
    shown = before.shown if before.shown in STANDS_S else _IN_BETWEEN
    return Calm(shown, state, since_s)

"""What the morning rehearsal's window shows, out of what was looked at and where its recording is.

Pure: from checks and a snapshot to rows and one verdict.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from desktop.check import Check
from desktop.morning_card import is_ready
from desktop.morning_lights import ENROL, HOME_S, LIGHTS, NO_RECEIVER, Light
from desktop.ui import morning_texts as texts
from desktop.ui.retelling import retell
from desktop.ui.views import Tone
from desktop.ui.words import tr
from uploader.items import RecordingSnapshot

Phase = Literal["nothing", "looking", "recording", "sending", "over"]
_LINES: Final[dict[Phase, tuple[Tone, str]]] = {
    "nothing": ("muted", texts.NOTHING_YET),
    "looking": ("info", texts.LOOKING),
    "recording": ("recording", texts.RECORDING),
    "sending": ("info", texts.SENDING),
}
_LOOKED_AT: Final = ("camera", "microphone", "disk", "receiver")
"""What is shown to be looked at before anything was."""


@dataclass(frozen=True, slots=True)
class MorningView:
    """The rehearsal as it stands."""

    phase: Phase = "nothing"
    checks: tuple[Check, ...] = ()
    """What was looked at, the lights that are on included."""
    trouble: str = ""
    """What went wrong with the rehearsal itself, in the window's language."""
    card: str = ""
    """The card's file, once it is written."""

    @property
    def is_running(self) -> bool:
        """Whether it has begun and not ended."""
        return self.phase not in ("nothing", "over")

    @property
    def is_ready(self) -> bool:
        """Whether it is over and everything essential is well."""
        return self.phase == "over" and not self.trouble and is_ready(self.checks)


@dataclass(frozen=True, slots=True)
class MorningRow:
    """One line: what, how it stands by glyph and tone, and what to do."""

    name: str
    tone: Tone
    icon: str
    detail: str


NOTHING_YET: Final = MorningView()


def begun() -> MorningView:
    """Somebody has asked for it."""
    return MorningView("looking")


def looked(view: MorningView, found: Sequence[Mapping[str, Any]]) -> MorningView:
    """The doctor has looked at everything; the recording follows."""
    checks = tuple(
        Check(
            str(each["name"]),
            bool(each["ok"]),
            str(each["detail"]),
            str(each["do"]),
            essential=each.get("essential", True) is not False,
        )
        for each in found
    )
    return replace(view, phase="recording", checks=checks)


def recorded(view: MorningView) -> MorningView:
    """The recording has ended and is on its way."""
    return replace(view, phase="sending")


def followed(view: MorningView, snapshot: RecordingSnapshot) -> MorningView:
    """Where the recording is now; over once all four lights are on."""
    if view.phase != "sending":
        return view
    known = {each.name for each in view.checks}
    lit = tuple(
        Check(each.name, True, each.detail)
        for each in LIGHTS
        if each.name not in known and each.is_on(snapshot)
    )
    view = replace(view, checks=(*view.checks, *lit))
    return replace(view, phase="over") if not missing(view) else view


def missing(view: MorningView) -> tuple[Light, ...]:
    """The lights that are not on yet."""
    known = {each.name for each in view.checks}
    return tuple(each for each in LIGHTS if each.name not in known)


def waited_long_enough(view: MorningView, why: str) -> MorningView:
    """What is not on by now stays off; `why` is the recording's own reason."""
    said = why or tr(texts.NOT_IN_TIME).format(seconds=f"{HOME_S:.0f}")
    off = tuple(Check(each.name, False, said, each.do) for each in missing(view))
    return replace(view, phase="over", checks=(*view.checks, *off))


def without_receiver(view: MorningView) -> MorningView:
    """It is saved, and there is nowhere to send it: that is no fault."""
    nowhere = Check("journey", False, NO_RECEIVER, ENROL, essential=False)
    return replace(view, phase="over", checks=(*view.checks, nowhere))


def broken(view: MorningView, why: str) -> MorningView:
    """It cannot go on."""
    return replace(view, phase="over", trouble=why)


def rows(view: MorningView) -> tuple[MorningRow, ...]:
    """The lines, those that are still open included."""
    made = [_row(each) for each in view.checks]
    if not view.checks and view.phase != "over":
        made += [_open(name) for name in _LOOKED_AT]
    if view.phase != "over":
        made += [_open(each.name) for each in missing(view)]
    return tuple(made)


def _open(name: str) -> MorningRow:
    return MorningRow(_name(name), "muted", "circle", "")


def verdict(view: MorningView) -> tuple[Tone, str]:
    """How it stands, in one line."""
    if view.trouble:
        return "danger", view.trouble
    if view.phase != "over":
        tone, words = _LINES[view.phase]
        return tone, tr(words)
    return ("ok", tr(texts.READY)) if view.is_ready else ("danger", tr(texts.NOT_READY))


def told(check: Check) -> Check:
    """The check in the window's language, for the card."""
    return replace(check, name=_name(check.name), detail=retell(check.detail), do=retell(check.do))


def _row(check: Check) -> MorningRow:
    tone, icon = _look(check)
    said = f"{retell(check.detail)} {retell(check.do)}".strip()
    return MorningRow(_name(check.name), tone, icon, said)


def _look(check: Check) -> tuple[Tone, str]:
    if check.ok:
        return "ok", "check-circle"
    return ("danger", "warning") if check.essential else ("warn", "info")


def _name(name: str) -> str:
    return tr(texts.NAMES[name]) if name in texts.NAMES else name

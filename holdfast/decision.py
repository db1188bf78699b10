"""`decision.json`: whether a recording is kept, who said so, and until when that may be undone.

It stands beside the recording, so that a lost database loses no decision. Values, their JSON and
the reading of the file; who writes it holds the recording's lock. It deletes and sends nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from holdfast.clock import Clock, parse_rfc3339, rfc3339
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, parse
from holdfast.layout import RecordingFolder

Decision = Literal["pending", "kept", "discarded"]
DECISIONS: Final = ("pending", "kept", "discarded")
UNDO_S: Final = 600.0
"""So long after it was discarded a recording can be kept after all."""
AFTER_ACCEPT: Final = "after_accept"
WHILE_RECORDING: Final = "while_recording"
UPLOADS: Final = (WHILE_RECORDING, AFTER_ACCEPT)
"""When a recording may leave this computer: as soon as it is made, or once somebody kept it."""


@dataclass(frozen=True, slots=True)
class DecisionNote:
    """What `decision.json` says. `extra` are keys of others, which are kept."""

    decision: Decision
    at: str
    by: str
    after_accept: bool = False
    """Whether nobody has accepted yet that anything of it leaves this computer."""
    is_final: bool = False
    """Whether the time to undo is over: what was discarded is being deleted."""
    boot_id: str | None = None
    monotonic_ns: int | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def may_leave(self) -> bool:
        """Whether anything of the recording may be sent."""
        return self.decision == "kept" or not (self.after_accept or self.decision == "discarded")

    @property
    def undo_until(self) -> datetime | None:
        """When a discard takes effect, by the wall clock, for people to read; None for others."""
        if self.decision != "discarded":
            return None
        return parse_rfc3339(self.at) + timedelta(seconds=UNDO_S)

    def is_over(self, clock: Clock) -> bool:
        """Whether a discard may take effect. No leap of the wall clock can bring that forward.

        After a restart the time that the computer has been up must suffice by itself: that is
        longer, and certain.
        """
        if self.decision != "discarded":
            return False
        if self.is_final:
            return True
        passed_ns = clock.monotonic_ns()
        if self.boot_id is None or self.monotonic_ns is None:
            if clock.now() < parse_rfc3339(self.at) + timedelta(seconds=UNDO_S):
                return False
        elif self.boot_id == clock.boot_id() and passed_ns >= self.monotonic_ns:
            passed_ns -= self.monotonic_ns
        return passed_ns >= UNDO_S * 1e9

    def following(self, decision: Decision, by: str, clock: Clock) -> "DecisionNote":
        """The note of another decision, made now. Whoever keeps a recording accepts it."""
        after_accept = self.after_accept and decision != "kept"
        return replace(
            decided(decision, by, clock, after_accept=after_accept), extra=dict(self.extra)
        )

    def finally_discarded(self) -> "DecisionNote":
        """The same, with no way back."""
        return replace(self, is_final=True)

    def to_json(self) -> Json:
        value: Json = {
            **self.extra,
            "format_version": FORMAT_VERSION,
            "decision": self.decision,
            "at": self.at,
            "by": self.by,
        }
        if self.after_accept:
            value["upload"] = AFTER_ACCEPT
        if self.boot_id is not None and self.monotonic_ns is not None:
            value |= {"boot_id": self.boot_id, "monotonic_ns": self.monotonic_ns}
        if self.is_final:
            value["final"] = True
        return value

    @classmethod
    def from_json(cls, value: Json) -> "DecisionNote":
        """Raises FormatError."""
        reader = Reader(value, "the decision")
        has_clock = reader.has("boot_id") and reader.has("monotonic_ns")
        note = cls(
            decision=reader.choice("decision", DECISIONS),
            at=_instant(reader.text("at")),
            by=reader.text("by"),
            after_accept=reader.has("upload") and reader.choice("upload", UPLOADS) == AFTER_ACCEPT,
            is_final=reader.has("final") and reader.flag("final"),
            boot_id=reader.text("boot_id") if has_clock else None,
            monotonic_ns=reader.whole("monotonic_ns") if has_clock else None,
        )
        return replace(note, extra=reader.rest())


def _instant(text: str) -> str:
    try:
        parse_rfc3339(text)
    except ValueError as error:
        raise FormatError(f"the decision: {text!r} is not a time") from error
    return text


def decided(
    decision: Decision, by: str, clock: Clock, *, after_accept: bool = False
) -> DecisionNote:
    """The note of a decision that is made now."""
    return DecisionNote(
        decision=decision,
        at=rfc3339(clock.now()),
        by=by,
        after_accept=after_accept,
        boot_id=clock.boot_id(),
        monotonic_ns=clock.monotonic_ns(),
    )


def read_decision(folder: RecordingFolder) -> DecisionNote | None:
    """What was decided about a recording; None where nothing was. Raises OSError, FormatError."""
    try:
        data = folder.decision.read_bytes()
    except FileNotFoundError:
        return None
    return DecisionNote.from_json(parse(data, str(folder.decision)))

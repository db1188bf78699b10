"""Consent in `session.json`: who agreed to which text when, and in which recording one can hear it.

A session whose consent is awaited stays on the device. Values and their JSON only; no files.
"""

from dataclasses import dataclass
from typing import Final

from holdfast.jsonform import FormatError, Json, Reader

KEY: Final = "consent"
AWAITED: Final[Json] = {"state": "awaited"}
"""What stands in the session until the participant has agreed: nothing of it may leave."""


@dataclass(frozen=True, slots=True)
class Consent:
    """The participant agreed to this version of the study's text at this time.

    `recording` is where one can hear and see them agree; None where that is not asked for.
    """

    version: str
    at: str
    recording: str | None = None

    def to_json(self) -> Json:
        return {
            "state": "given",
            "version": self.version,
            "at": self.at,
            "recording": self.recording,
        }


def consent_of(session: Json) -> Consent | None:
    """The consent in a session.json; None where there is none yet. Raises FormatError."""
    value = session.get(KEY)
    if value is None:
        return None
    if not isinstance(value, dict):
        raise FormatError(f"the session: {KEY!r} must be an object")
    reader = Reader(value, "the consent")
    if reader.choice("state", ("awaited", "given")) == "awaited":
        return None
    recording = reader.id("recording") if reader.has("recording") else None
    return Consent(reader.text("version"), reader.text("at"), recording)


def is_awaited(session: Json) -> bool:
    """Whether the session has to stay on the device until the participant has agreed."""
    value = session.get(KEY)
    return isinstance(value, dict) and value.get("state") != "given"


def with_consent(session: Json, consent: Consent) -> Json:
    """The session once consent was given. Raises ValueError where another one stands in it."""
    before = consent_of(session)
    if before is not None and not follows(before, consent):
        raise ValueError("another consent stands in this session already")
    return {**session, KEY: consent.to_json()}


def follows(before: Consent | None, after: Consent | None) -> bool:
    """Whether one may take the other's place: it is the first, or only adds the recording."""
    if before is None or after is None:
        return before is None
    same = (before.version, before.at) == (after.version, after.at)
    return same and before.recording in (None, after.recording)


def without_consent(session: Json) -> Json:
    """All else that stands in a session.json; it never changes."""
    return {key: value for key, value in session.items() if key != KEY}

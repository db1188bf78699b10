"""What a study's file asks of this receiver: consent before anything is taken, and time to keep.

The study's other contents are the device's business and pass through unread.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from holdfast.jsonform import FormatError, Json, Reader

ABANDONED_DAYS: Final = 90.0
"""After so long without a byte, what came of a recording that never became whole may go."""

StudyFile = Callable[[str], Json | None]
"""The newest version of a study's file, by its id; None where there is no such study."""


@dataclass(frozen=True, slots=True)
class StudyRules:
    """`kept` None: for good, or until somebody withdraws it."""

    needs_consent: bool = False
    needs_consent_recording: bool = False
    kept: timedelta | None = None
    abandoned_after: timedelta = timedelta(days=ABANDONED_DAYS)
    live_view: bool = False
    """Participants know that staff may watch while they record, before anything is kept."""

    @classmethod
    def of(cls, content: Json) -> "StudyRules":
        """Read `consent {"required", "recording"}`, `retention_days`, `abandoned_days`,
        `live_view`.

        Raises FormatError.
        """
        reader = Reader(content, "the study")
        consent = Reader(reader.optional_mapping("consent") or {}, "the study's consent")
        needs_recording = consent.has("recording") and consent.flag("recording")
        return cls(
            needs_consent=needs_recording or (consent.has("required") and consent.flag("required")),
            needs_consent_recording=needs_recording,
            kept=_days(reader, "retention_days"),
            abandoned_after=_days(reader, "abandoned_days") or timedelta(days=ABANDONED_DAYS),
            live_view=reader.has("live_view") and reader.flag("live_view"),
        )


def _days(reader: Reader, key: str) -> timedelta | None:
    if not reader.has(key):
        return None
    days = reader.number(key)
    if not 1 <= days <= 36_500:
        raise FormatError(f"the study: {key!r} must be 1 to 36500 days")
    return timedelta(days=days)


def rules_of(studies: StudyFile, session: Json) -> StudyRules:
    """The rules for a session.json. A study that is not known here asks for nothing.

    Raises FormatError where its file cannot be understood: then nothing may be taken or deleted.
    """
    study = session.get("study")
    content = studies(study) if isinstance(study, str) else None
    return StudyRules() if content is None else StudyRules.of(content)

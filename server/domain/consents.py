"""Whether a recording may be taken: a study may ask for consent first, and for seeing it given."""

from typing import Final

from sqlalchemy.orm import Session

from holdfast.consent import Consent, consent_of, follows, without_consent
from holdfast.jsonform import FormatError, Json
from server.db.models import RecordingRow, SessionRow
from server.domain.refusals import Refusal
from server.domain.study_rules import StudyFile, rules_of

_MISSING: Final = (
    "The study takes nothing before the participant's consent stands in the session. Nothing was "
    "stored; it is safe on your computer, and is sent once the consent is there."
)
_NO_RECORDING: Final = (
    "The study asks for a recording of the consent, and the session names none yet. Nothing was "
    "stored; it is safe on your computer, and is sent once there is one."
)
_NOT_PLAYABLE: Final = (
    "The study takes nothing before the recording of the consent is here and can be played. "
    "Nothing was stored; it is safe on your computer, and is sent by itself after that."
)


def update(row: SessionRow, content: Json) -> Json | None:
    """What the session is from now on, where `content` adds its consent; None: it adds nothing.

    Raises Refusal `conflict` where anything else differs. One from before the consent is no news:
    it may have travelled on a disk.
    """
    before, after = _read(row.content), _read(content)
    if without_consent(row.content) == without_consent(content):
        if row.content == content or (before != after and follows(after, before)):
            return None
        if follows(before, after):
            return content
    raise Refusal("conflict", "This session was announced with other content. Nothing was changed.")


def _read(content: Json) -> Consent | None:
    try:
        return consent_of(content)
    except FormatError as error:
        raise Refusal("bad_request", f"{error}. Nothing was stored.") from error


class Consents:
    """Asked before a recording is announced."""

    def __init__(self, studies: StudyFile) -> None:
        self._studies = studies

    def require(self, session: Session, visit: SessionRow, recording: str) -> None:
        """In the caller's transaction. Raises Refusal `consent_missing`, `consent_not_playable`,
        `unavailable`."""
        try:
            rules = rules_of(self._studies, visit.content)
            consent = consent_of(visit.content)
        except FormatError as error:
            raise Refusal(
                "unavailable",
                f"Whether the study takes this cannot be told: {error}. Nothing was stored; ask "
                "your administrator.",
            ) from error
        if not rules.needs_consent:
            return
        if consent is None:
            raise Refusal("consent_missing", _MISSING)
        if not rules.needs_consent_recording or consent.recording == recording:
            return
        if consent.recording is None:
            raise Refusal("consent_missing", _NO_RECORDING)
        given = session.get(RecordingRow, consent.recording)
        if given is None or given.session != visit.id or not (given.probe or {}).get("ok"):
            raise Refusal("consent_not_playable", _NOT_PLAYABLE)

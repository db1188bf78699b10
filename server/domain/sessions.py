"""Announcing sessions and recordings: durable as files first, then as rows; never changed."""

from dataclasses import replace

from sqlalchemy.orm import Session

from holdfast.announcement import Announcement
from holdfast.clock import Clock
from holdfast.consent import consent_of
from holdfast.jsonform import FormatError, Json, Reader, canonical
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import DeviceRow, RecordingRow, SessionRow, TombstoneRow
from server.domain import consents
from server.domain.admission import Admission
from server.domain.names import MOST_LETTERS
from server.domain.refusals import Refusal
from server.domain.replacements import Replacements
from server.domain.study_rules import StudyFile
from server.domain.tombstones import dropped
from server.domain.withdrawal import ParticipantWithdrawn, Withdrawals


def own_recording(session: Session, recording: str, device: str | None) -> RecordingRow:
    """The recording, if this device may know of it; None as device means a user.

    Raises Refusal: `unknown_recording`, also for another device's; `withdrawn` for a dropped one.
    """
    row = session.get(RecordingRow, recording)
    if row is not None and device in (None, row.device):
        return row
    tombstone = session.get(TombstoneRow, recording)
    if tombstone is not None and device in (None, tombstone.device):
        raise dropped(session, tombstone, device)
    raise Refusal("unknown_recording", "No such recording is known here. Announce it first.")


class Sessions:
    """Sessions and the recordings announced in them."""

    def __init__(
        self,
        data: Store,
        database: Database,
        replacements: Replacements,
        admission: Admission,
        withdrawals: Withdrawals,
        studies: StudyFile,
        clock: Clock,
    ) -> None:
        """`studies` gives what a study asks for."""
        self._data = data
        self._database = database
        self._replacements = replacements
        self._admission = admission
        self._withdrawals = withdrawals
        self._consents = consents.Consents(studies)
        self._clock = clock

    def announce(self, session_id: str, content: Json, device: str) -> bool:
        """Take a session.json. True: it is new; False: the same one is here already.

        Raises Refusal: `not_found` for another device's id, `conflict` for other content,
        `study_forbidden` for a study that this device does not record for, and those of
        `Admission.require_for_session`.
        """
        row = session_row(content)
        _require(row.id == session_id, "The session's id is not the one in the address.")
        row.device = self._owner(row.device, device, "session")
        try:
            return self._announce(row, content)
        except ParticipantWithdrawn as withdrawn:
            raise self._withdrawals.refuse_session(row, withdrawn) from withdrawn

    def require_participant(self, participant: str) -> None:
        """Raises Refusal `withdrawn` for a participant of no study who was withdrawn."""
        self._withdrawals.require_participant(None, participant)

    def _announce(self, row: SessionRow, content: Json) -> bool:
        session_id, device = row.id, row.device
        with self._database.writing() as session:
            self._withdrawals.require_welcome(session, row)
            here = session.get(SessionRow, session_id)
            if here is not None:
                self._take_consent(here, device, content)
                return False
            _require_study(session, row.study, device)
            self._admission.require_for_session(session, device)
            self._data.files.make_folder(self._data.session_folder(session_id))
            file = self._data.session_file(session_id)
            self._data.files.write_replacing(file, canonical(content))
            row.created_at = self._clock.now()
            session.add(row)
        return True

    def _take_consent(self, here: SessionRow, device: str, content: Json) -> None:
        if here.device != device:
            raise Refusal("not_found", "There is nothing here.")
        changed = consents.update(here, content)
        if changed is not None:
            file = self._data.session_file(here.id)
            self._data.files.write_replacing(file, canonical(changed))
            here.content = changed

    def announce_recording(
        self, recording: str, content: Json, device: str, *, is_admitted: bool = False
    ) -> bool:
        """Take an announce.json. True: it is new; False: the same one is here already.

        `is_admitted`: it was asked before whether there is room for it.

        Raises Refusal: `unknown_session`, `not_found`, `conflict`, `withdrawn`, and those of
        `Admission.require_for_recording`.
        """
        announcement = announcement_of(content)
        _require(announcement.recording == recording, "The id is not the one in the address.")
        owner_device = self._owner(announcement.device, device, "recording")
        with self._database.writing() as session:
            self._refuse_dropped(session, recording, device)
            here = session.get(RecordingRow, recording)
            if here is not None:
                return _same(here.device == device, here.announcement == content, "recording")
            self._withdrawals.require_session(session, announcement.session, device)
            owner = session.get(SessionRow, announcement.session)
            if owner is None or owner.device != device:
                raise Refusal("unknown_session", "Announce the session first.")
            if not is_admitted:
                self._admission.require_for_recording(session, device)
            self._consents.require(session, owner, recording)
            folder = self._data.recording(announcement.session, recording)
            self._data.files.make_folder(folder.segments)
            self._data.files.write_replacing(folder.announce, canonical(content))
            row = recording_row(announcement, content)
            row.device = owner_device
            row.created_at = self._clock.now()
            session.add(row)
        return True

    def _owner(self, maker: str, device: str, what: str) -> str:
        """`device`, where it made this or took its maker's place. Raises Refusal `conflict`."""
        if maker != device and self._replacements.present(maker) != device:
            raise Refusal(
                "conflict",
                f"The {what} was made by another device ({maker}) than this one ({device}). "
                "Nothing was stored. If this computer took its place, have an administrator run: "
                f"holdfast admin device replace {maker} {device}",
            )
        return device

    def _refuse_dropped(self, session: Session, recording: str, device: str) -> None:
        tombstone = session.get(TombstoneRow, recording)
        if tombstone is None:
            return
        if tombstone.device != device:
            raise Refusal("not_found", "There is nothing here.")
        raise dropped(session, tombstone, device)

    def get(self, session_id: str, device: str | None) -> SessionRow:
        """One session. Raises Refusal `withdrawn`, `unknown_session`; a foreign one is unknown."""
        with self._database.reading() as session:
            row = session.get(SessionRow, session_id)
        gone = None if row is not None else self._withdrawals.gone_session(session_id, device)
        if gone is not None:
            raise gone
        if row is None or device not in (None, row.device):
            raise Refusal("unknown_session", "No such session is known here.")
        return row


def announcement_of(content: Json) -> Announcement:
    """The announcement in this JSON. Raises Refusal `bad_request`."""
    try:
        return Announcement.from_json(content)
    except FormatError as error:
        raise Refusal("bad_request", f"{error}. Nothing was stored.") from error


def session_row(content: Json) -> SessionRow:
    """The row of a session.json, without its time. Raises Refusal `bad_request`."""
    reader = Reader(content, "the session")
    try:
        consent_of(content)
        study = reader.optional_text("study")
        if study is not None and len(study) > MOST_LETTERS:
            # An index of Postgres keeps no long text.
            raise FormatError(f"the session: 'study' has at most {MOST_LETTERS} letters")
        return SessionRow(
            id=reader.id("session"),
            device=reader.id("device"),
            participant=reader.text("participant"),
            study=study,
            content=content,
        )
    except FormatError as error:
        raise Refusal("bad_request", f"{error}. Nothing was stored.") from error


def recording_row(announcement: Announcement, content: Json) -> RecordingRow:
    """The row of a recording that was announced, without its time."""
    return RecordingRow(
        id=announcement.recording,
        session=announcement.session,
        device=announcement.device,
        announcement=content,
        state="open",
    )


def same_recording(first: Announcement, second: Announcement) -> bool:
    """Whether a manifest continues an announcement; what only one of them knows may differ."""
    return _core(first) == _core(second)


def _core(announcement: Announcement) -> Announcement:
    return replace(announcement, video=None, audio=None, extra={})


def _require_study(session: Session, study: str | None, device: str) -> None:
    row = session.get(DeviceRow, device)
    # A session of no study is in nobody's scope but that of those who may see everything.
    if row is None or row.studies is None or study is None or study in row.studies:
        return
    raise Refusal(
        "study_forbidden",
        f"This device does not record for the study {study!r}. Nothing was stored here, and the "
        "recording is safe where it is. Have an administrator run: "
        f"holdfast admin study give {study} {device}",
    )


def _require(condition: bool, sentence: str) -> None:
    if not condition:
        raise Refusal("conflict", f"{sentence} Nothing was stored.")


def _same(own: bool, equal: bool, what: str) -> bool:
    if not own:
        raise Refusal("not_found", "There is nothing here.")
    if not equal:
        raise Refusal(
            "conflict", f"This {what} was announced with other content. Nothing was changed."
        )
    return False

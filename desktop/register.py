"""Gives each new recording its session, its take, its folder and its lock.

It begins no recording and writes nothing but the folder, its lock and `session.json`.
"""

import logging
import threading
from dataclasses import dataclass, replace

from desktop.handoff import Handoff
from desktop.recording.model import RecordingRequest
from desktop.study_shelf import StudyTerms
from holdfast import salvage
from holdfast.clock import Clock, rfc3339
from holdfast.consent import AWAITED, Consent
from holdfast.durable import make_folder
from holdfast.given_text import one_line
from holdfast.ids import new_id
from holdfast.jsonform import FormatError, Json
from holdfast.layout import Home, RecordingFolder
from holdfast.locks import Lock, try_lock
from holdfast.overflow_layout import OverflowFolder
from holdfast.version import VERSION

_log = logging.getLogger(__name__)

UNNAMED = "unnamed"
"""The participant whose name had nothing in it that can be kept."""
FOLLOWS = "the recording before"
"""Who holds back what goes on elsewhere: it is as sensitive as what it continues."""
_LOCK_PATIENCE_S = 2.0
"""A scan that looks into every folder may hold a new one's lock for an instant."""
_LOCK_PAUSE_S = 0.02


class RecordingRunning(RuntimeError):
    """There is a recording already; there can be one at a time."""


@dataclass(frozen=True, slots=True)
class RecordingWish:
    """What a person asks for: who, what, and how long at the most (seconds; None for no limit)."""

    participant: str
    prompt: str | None = None
    study: str | None = None
    session: str | None = None
    seconds: float | None = None
    kept_by: str = "field"
    """Who keeps the recording at its end: without a review, whoever started it."""
    after_accept: bool | None = None
    """Whether nothing of it leaves before somebody keeps it; None: what the settings say."""
    consent: str | None = None
    """Version of the text that the participant agreed to just now; for a new session."""
    consented_at: str | None = None
    """When they agreed (RFC 3339); None: now."""
    awaits_consent: bool = False
    """Whether nothing of a new session leaves before they agreed."""
    review: bool = False
    """Whether somebody looks at it at its end and decides: `Station.keep` or `discard` follows."""

    def keepable(self) -> "RecordingWish":
        """The same, with names that every file and database can hold."""
        prompt = None if self.prompt is None else one_line(self.prompt) or None
        return replace(self, participant=one_line(self.participant) or UNNAMED, prompt=prompt)

    def under(self, terms: StudyTerms) -> "RecordingWish":
        """The same, for a study and as its consent asks for."""
        return replace(
            self,
            study=terms.study,
            after_accept=terms.after_accept or None,
            consent=terms.consent,
            awaits_consent=terms.awaits_consent,
        )


class Register:
    """The sessions of one station: a participant stays in one until another,
    or another study, comes."""

    def __init__(self, home: Home, clock: Clock, stop: threading.Event) -> None:
        """`stop` ends the wait for a lock."""
        self._home = home
        self._clock = clock
        self._stop = stop
        self._session: tuple[str, str | None, str] | None = None

    def enter(
        self,
        wish: RecordingWish,
        handoff: Handoff,
        device: str,
        count: int = 1,
        overflow: OverflowFolder | None = None,
    ) -> list[tuple[RecordingRequest, Lock]]:
        """New recordings of one take, one for each camera, their folders made and locked.

        They are in the `overflow` folder where one is given. Raises RecordingRunning and OSError;
        then no lock is held.
        """
        session = wish.session or self.session_of(wish.participant, wish.study)
        take = self._next_take(session, wish.prompt)
        entries: list[tuple[RecordingRequest, Lock]] = []
        try:
            for _camera in range(count):
                folder = self._home.recording(session, new_id(self._clock.now()), overflow)
                entries.append(self._enter(wish, folder, take, device))
                if wish.after_accept:
                    handoff.hold_back(folder, wish.kept_by)
                handoff.open_session(
                    folder, wish.participant, wish.study, device, self._consent(wish)
                )
        except BaseException:
            for _request, lock in entries:
                lock.release()
            raise
        return entries

    def _consent(self, wish: RecordingWish) -> Json | None:
        if wish.awaits_consent:
            return AWAITED
        if wish.consent is None:
            return None
        at = wish.consented_at or rfc3339(self._clock.now())
        return Consent(wish.consent, at).to_json()

    def follow(
        self,
        before: RecordingRequest,
        seconds: float | None,
        handoff: Handoff,
        overflow: OverflowFolder,
    ) -> tuple[RecordingRequest, Lock]:
        """The take after this one, of the same participant, in the overflow folder, for `seconds`.

        Raises RecordingRunning and OSError; then no lock is held.
        """
        folder = self._home.recording(before.session, new_id(self._clock.now()), overflow)
        make_folder(folder.path)
        lock = self._lock_folder(folder)
        try:
            if handoff.is_held_back(RecordingFolder(before.folder)):
                handoff.hold_back(folder, FOLLOWS)
            handoff.open_session(folder, before.participant, before.study, before.device)
        except BaseException:
            lock.release()
            raise
        request = replace(
            before,
            folder=folder.path,
            recording=folder.recording,
            take=before.take + 1,
            seconds=seconds,
            reason=f"continues {before.recording}",
        )
        return request, lock

    def _enter(
        self, wish: RecordingWish, folder: RecordingFolder, take: int, device: str
    ) -> tuple[RecordingRequest, Lock]:
        make_folder(folder.path)
        lock = self._lock_folder(folder)
        request = RecordingRequest(
            folder=folder.path,
            recording=folder.recording,
            session=folder.session,
            participant=wish.participant,
            study=wish.study,
            prompt=wish.prompt,
            take=take,
            device=device,
            app_version=VERSION,
            seconds=wish.seconds,
        )
        return request, lock

    def _lock_folder(self, folder: RecordingFolder) -> Lock:
        for _attempt in range(int(_LOCK_PATIENCE_S / _LOCK_PAUSE_S)):
            lock = try_lock(folder.lock, shared=True)
            if lock is not None:
                return lock
            self._stop.wait(_LOCK_PAUSE_S)
        raise RecordingRunning(f"Another program holds {folder.path}. Nothing was recorded.")

    def session_of(self, participant: str, study: str | None) -> str:
        """The session that a recording of this participant for this study belongs to."""
        if self._session is None or self._session[:2] != (participant, study):
            self._session = (participant, study, new_id(self._clock.now()))
        return self._session[2]

    def _next_take(self, session: str, prompt: str | None) -> int:
        takes = [0]
        for folder in self._home.session_recordings(session):
            try:
                announcement = salvage.read_announcement(folder)
            except FormatError as error:
                _log.warning("%s; its take is not counted", error)
                continue
            if announcement is not None and announcement.prompt == prompt:
                takes.append(announcement.take)
        return 1 + max(takes)

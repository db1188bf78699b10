"""Does what a visit asks for: opens devices, records, keeps, discards, writes down.

Everything here may take its time, so it runs on the conductor's threads. What goes wrong comes back
as a step, with a sentence for staff. It decides nothing.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Protocol

from desktop.kiosk.state import FlowState
from desktop.kiosk.steps import (
    Check,
    Checked,
    CloseDevices,
    ConsentNotGiven,
    Discard,
    Effect,
    Forget,
    GiveConsent,
    Keep,
    NotBegun,
    OpenDevices,
    Record,
    Remember,
    Step,
    Stop,
    Trouble,
)
from desktop.kiosk.visit import VisitFile
from desktop.recording.errors import RecordingError
from desktop.recording.model import CaptureRequest
from desktop.register import RecordingRunning, RecordingWish
from desktop.study_capture import asked_of
from holdfast.clock import Clock, rfc3339
from holdfast.consent import Consent
from holdfast.jsonform import FormatError, Json
from holdfast.layout import Home, RecordingFolder
from uploader.decision_rows import IS_FINISHING
from uploader.errors import UploaderError

_log = logging.getLogger(__name__)

KEPT_BY: Final = "kiosk"
DELETION_ASKED: Final = "deletion_asked"
"""The note on a recording that a participant wants deleted and that only an admin can delete."""
TRY_AGAIN_S: Final = 2.0
_MOST_TRIES: Final = 5
_FAULTS: Final = (RecordingError, RecordingRunning, UploaderError, OSError, FormatError)


class StationOfVisits(Protocol):
    """The station, as far as a visit needs it."""

    @property
    def home(self) -> Home: ...

    def prepare(self, capture: CaptureRequest, *beside: CaptureRequest) -> None: ...

    def release(self) -> None: ...

    def begin(self, wish: RecordingWish) -> str: ...

    def stop_recording(self) -> None: ...

    def keep(self, recording: str, by: str) -> None: ...

    def discard(self, recording: str, by: str) -> None: ...

    def give_consent(self, session: str, consent: Consent) -> None: ...

    def note_of(self, recording: str, key: str, value: Json) -> None: ...

    def folder_of(self, recording: str) -> RecordingFolder: ...


@dataclass(slots=True)
class _Owed:
    """A discard that the receiver's answer stands in the way of for a moment."""

    discard: Discard
    due_ns: int
    tries: int = 1


@dataclass(slots=True)
class Hands:
    """Does the effects of one conductor. Used by one thread, but for `plays`."""

    station: StationOfVisits
    visit: VisitFile
    capture: CaptureRequest
    clock: Clock
    check: Callable[[str], None]
    """Begins to see whether a recording plays; `Checked` follows."""
    owed: list[_Owed] = field(default_factory=list)

    def do(self, effect: Effect, state: FlowState) -> Step | None:
        """Do this; what went wrong comes back as a step."""
        try:
            return self._do(effect, state)
        except _FAULTS as error:
            _log.exception("%s was not done", type(effect).__name__)
            return _said(effect, str(error))

    def _do(self, effect: Effect, state: FlowState) -> Step | None:
        match effect:
            case OpenDevices():
                self.station.prepare(_capture(self.capture, state))
            case CloseDevices():
                self.station.release()
            case Record():
                self.station.begin(_wish(effect, state))
            case Stop():
                self.station.stop_recording()
            case Check():
                self.check(effect.recording)
            case _:
                return self._decide(effect, state)
        return None

    def _decide(self, effect: Effect, state: FlowState) -> Step | None:
        """What stays on disk: decisions, consent, and how far the visit is."""
        match effect:
            case Keep():
                self.station.keep(effect.recording, effect.by)
            case Discard():
                return self._discard(_Owed(effect, self.clock.monotonic_ns()))
            case GiveConsent() if state.study.consent is not None:
                consent = Consent(state.study.consent.version, effect.at, effect.recording)
                self.station.give_consent(effect.session, consent)
            case Remember():
                self.visit.remember(state)
            case Forget():
                self.visit.forget()
        return None

    def _discard(self, owed: _Owed) -> Step | None:
        try:
            self.station.discard(owed.discard.recording, owed.discard.by)
        except UploaderError as error:
            if str(error) != IS_FINISHING or owed.tries >= _MOST_TRIES:
                return self._have_it_deleted(owed.discard, str(error))
            due_ns = self.clock.monotonic_ns() + int(TRY_AGAIN_S * 1e9)
            self.owed.append(_Owed(owed.discard, due_ns, owed.tries + 1))
        return None

    def _have_it_deleted(self, discard: Discard, why: str) -> Step:
        """What cannot be deleted from here is asked of the receiver's administrator, in writing."""
        _log.error("%s is not discarded: %s", discard.recording, why)
        asked = {"at": rfc3339(self.clock.now()), "by": discard.by}
        self.station.note_of(discard.recording, DELETION_ASKED, asked)
        return Trouble(why)

    def do_owed(self, *, all_of_it: bool = False) -> list[Step]:
        """Try once more what had to wait a moment; at the end, all of it."""
        now_ns = self.clock.monotonic_ns()
        due = [each for each in self.owed if all_of_it or each.due_ns <= now_ns]
        self.owed = [each for each in self.owed if each not in due]
        said = []
        for each in due:
            if all_of_it:
                each.tries = _MOST_TRIES
            try:
                step = self._discard(each)
            except _FAULTS as error:
                _log.exception("%s is not discarded", each.discard.recording)
                step = Trouble(str(error))
            if step is not None:
                said.append(step)
        return said


def _said(effect: Effect, sentence: str) -> Step:
    match effect:
        case Record():
            return NotBegun(sentence)
        case GiveConsent():
            return ConsentNotGiven(sentence)
        case Check():
            return Checked(effect.recording, playable=False)
    return Trouble(sentence)


def _capture(capture: CaptureRequest, state: FlowState) -> CaptureRequest:
    """What the study asks of camera and microphone, and else what this computer is set to."""
    wish = state.study.capture
    silent = wish.sound == "none" or state.without_sound
    return asked_of(wish, capture, silent=silent)


def _wish(record: Record, state: FlowState) -> RecordingWish:
    consent = state.study.consent
    return RecordingWish(
        participant=record.participant,
        prompt=record.prompt,
        study=state.study.id,
        session=record.session,
        seconds=record.seconds,
        kept_by=KEPT_BY,
        # A study may be stricter than the computer, never laxer.
        after_accept=state.study.after_accept or None,
        consent=None if consent is None or record.awaits_consent else consent.version,
        consented_at=record.consented_at,
        awaits_consent=record.awaits_consent,
        review=True,
    )

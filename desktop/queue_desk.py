"""What people ask of a station's queue: look at it, and say what becomes of its recordings.

It passes their wishes to the queue and its sender, and decides nothing itself. What is being
recorded is none of its business: that is `station.py`'s.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop import sending_rules
from desktop.errands import Errands
from desktop.reviews import Reviews
from desktop.sending import Sending
from desktop.sending_rules import SendingRules
from holdfast.clock import Clock
from holdfast.consent import Consent
from holdfast.jsonform import Json
from holdfast.layout import Home, RecordingFolder
from holdfast.statement import to_line
from uploader.annotate import add_note
from uploader.consenting import give_consent
from uploader.decisions import Decisions
from uploader.items import History, Hold, QueueSnapshot, RecordingSnapshot
from uploader.settings import load_settings as load_upload_settings
from uploader.state_card import state_card

HISTORY_TRIES = 500


class QueueDesk:
    """The part of a station that answers for its queue. Methods may be called from any thread."""

    def __init__(self, sending: Sending, home: Home, clock: Clock) -> None:
        self._sending = sending
        self._home = home
        self._clock = clock
        self._reviews = Reviews(self._decisions, sending.wake)

    def folder_of(self, recording: str) -> RecordingFolder:
        """Where a recording is. Raises uploader.errors.UnknownRecording."""
        return RecordingFolder(Path(self._sending.queue.recording(recording).folder))

    def recording_snapshot(self, recording: str) -> RecordingSnapshot:
        """One recording as the queue sees it now. Raises uploader.errors.UnknownRecording."""
        return self._sending.queue.recording(recording)

    def queue_snapshot(self) -> QueueSnapshot:
        """What waits and what was sent, as of now; of each recording what is in its own way.

        Cheap to ask for again and again, however long the queue is.
        """
        return self._sending.look()

    def state_card(self) -> str:
        """The queue's state signed by this computer, as one line. Raises OSError, sqlite3.Error."""
        identity = self._sending.installation.identity
        return to_line(state_card(self._sending.queue, identity, self._clock))

    def history(self, recording: str) -> History:
        """One recording from near. Raises uploader.errors.UnknownRecording."""
        return self._sending.queue.history(recording, HISTORY_TRIES)

    def errands(self) -> Errands:
        """Freeing space, a disk that travels, the receiver's key: what takes its time."""
        return Errands(self._sending.installation)

    def keep(self, recording: str, by: str) -> None:
        """Keep a recording, also one that was discarded and whose time to undo is not over.

        Raises uploader.errors.UploaderError with a sentence, OSError, FormatError.
        """
        self._reviews.keep(self.folder_of(recording), by)

    def discard(self, recording: str, by: str) -> None:
        """Discard a recording, here and at the receiver, after the time to undo. Raises as `keep`.

        A redo discards the take before.
        """
        self._reviews.discard(self.folder_of(recording), by)

    def give_consent(self, session: str, consent: Consent) -> None:
        """Write down that the participant agreed, which lets the session go. Raises as `keep`."""
        give_consent(self._sending.installation.home, self._sending.queue, session, consent)
        self._sending.wake()

    def note_of(self, recording: str, key: str, value: Json) -> None:
        """Write something down about a recording, for the receiver to read. Raises as `keep`."""
        add_note(self._sending.queue, self.folder_of(recording), key, value)
        self._sending.wake()

    def retry(self, recordings: Sequence[str]) -> None:
        """Put failed recordings back in line and try at once."""
        self._sending.queue.wishes.start_afresh(recordings, first=False)
        self.try_now()

    def try_recordings(self, recordings: Sequence[str]) -> None:
        """Try these before all others and at once, whatever they waited for."""
        self._sending.queue.wishes.start_afresh(recordings, first=True)
        self.try_now()

    def send_first(self, recordings: Sequence[str]) -> None:
        """Send these before all others."""
        self._sending.queue.wishes.send_first(recordings)
        self._sending.wake()

    def hold(self, recordings: Sequence[str], how: Hold) -> None:
        """Send nothing more of these, over restarts too."""
        self._sending.queue.wishes.hold(recordings, how)

    def go_on(self, recordings: Sequence[str]) -> None:
        """Send these again, in their turn."""
        self._sending.queue.wishes.go_on(recordings)
        self._sending.wake()

    def try_now(self) -> None:
        """End every wait of the uploader, also of one that runs as a process of its own."""
        self._sending.try_now()

    def pause_sending(self, seconds: float | None, by: str) -> None:
        """Send nothing for so long, or with None until `resume_sending`, over restarts too."""
        self._sending.queue.rules.pause_sending(seconds, by)
        self._sending.wake()

    def resume_sending(self) -> None:
        """End the pause, in whichever process it was made."""
        self._sending.queue.rules.resume_sending()
        self._sending.wake()

    def sending_rules(self) -> SendingRules:
        """The rules as they stand in the settings. Raises SettingError."""
        return sending_rules.read(self._home.config, os.environ)

    def change_sending(self, values: Mapping[str, object]) -> None:
        """Keep these rules in the settings, by `sending_rules.KEYS`, and send by them at once.

        Raises SettingError and OSError, and changes nothing then.
        """
        sending_rules.write(self._home.config, os.environ, values)
        self._sending.follow(lambda: load_upload_settings(self._home.config, os.environ))

    def _decisions(self) -> Decisions:
        return self._sending.installation.decisions()

"""The station: supervisor, handoff, queue and worker joined, without Qt.

The composition root of everything that records on this computer: the window, `holdfast record` and
the demo stand on it. It owns the order in which things start and stop, and one recording at a time.
Recorder and uploader meet only in its handoff.
"""

import logging
import os
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import sending_rules, settings_file
from desktop.alarm_sound import Speaker
from desktop.awake import KeepAwake, Wakefulness, sleep_inhibited
from desktop.ballast import Reserves
from desktop.choosing import Choose
from desktop.deck import Deck, Surroundings
from desktop.encoders import Encoders
from desktop.errands import Errands
from desktop.handoff import Handoff
from desktop.holdings import Holdings
from desktop.last_devices import NOTHING_REMEMBERED, LastDevices
from desktop.lsl import marker_listener
from desktop.notes import read_note, write_note
from desktop.recorder_process import Spawn, spawn_recorder
from desktop.recording.choice import SourceKind, kind_of
from desktop.recording.devices import Devices, list_devices
from desktop.recording.disk import Space
from desktop.recording.model import CaptureRequest, Progress
from desktop.recording.preview_memory import PreviewReader
from desktop.recording.sighting import Sighting
from desktop.recording.states import State
from desktop.register import RecordingRunning, RecordingWish, Register
from desktop.reviews import Reviews
from desktop.sending_rules import SendingRules
from desktop.settings import DesktopSettings, load_settings
from desktop.space import DiskUsage, SpaceWatch, disk_usage
from desktop.staff_alarm import Play, StaffAlarm
from desktop.station_events import (
    FromCamera,
    OnEvent,
    RecordingSaved,
    Recovered,
    StationEvent,
)
from desktop.study_shelf import Shelf, StudyShelf, StudyTerms
from holdfast.clock import Clock, rfc3339
from holdfast.consent import Consent, is_awaited
from holdfast.decision import AFTER_ACCEPT
from holdfast.durable import make_folder
from holdfast.given_text import one_line
from holdfast.jsonform import Json, parse
from holdfast.layout import Home, RecordingFolder
from holdfast.statement import to_line
from uploader import texts
from uploader.adopt import Adoption
from uploader.annotate import add_note
from uploader.consenting import give_consent
from uploader.decisions import Decisions
from uploader.errors import QueueDamaged, UploaderError
from uploader.installation import Installation
from uploader.items import History, Hold, QueueSnapshot, RecordingSnapshot
from uploader.settings import load_settings as load_upload_settings
from uploader.state_card import state_card

if TYPE_CHECKING:
    from uploader.worker import Worker

__all__ = [
    "THIS_COMPUTER",
    "Computer",
    "RecordingRunning",
    "RecordingSaved",
    "RecordingWish",
    "Station",
    "StationEvent",
    "open_station",
]

_log = logging.getLogger(__name__)

WORKER_STOP_S = 5.0
HISTORY_TRIES = 500
_AFTER_ERROR_S = 2.0


@dataclass(frozen=True, slots=True)
class Computer:
    """What the station asks of the computer it runs on; a test brings its own."""

    spawn: Spawn = spawn_recorder
    usage: DiskUsage = disk_usage
    keep_awake: KeepAwake = sleep_inhibited
    play: Play = Speaker().play
    """Plays a pattern of tones; a test listens instead."""


THIS_COMPUTER = Computer()


class Station:
    """One computer's recorder and queue. Methods may be called from any thread.

    `on_event` is called from threads of the station; it must return soon and must not call `close`.
    """

    def __init__(
        self,
        installation: Installation,
        on_event: OnEvent,
        *,
        uploads: bool,
        settings: DesktopSettings,
        reserves: Reserves,
        computer: Computer,
        asks_person: bool = False,
    ) -> None:
        """`asks_person`: whether somebody is there to be asked about other devices."""
        self._on_event = on_event
        self._computer = computer
        self._limits = settings.limits
        self._listener = (
            marker_listener(self.mark, installation.clock) if settings.lsl_enabled else None
        )
        self._home = installation.home
        self._clock = installation.clock
        self._reserves = reserves
        self._wakefulness = Wakefulness(computer.keep_awake)
        self._encoders = Encoders(self._home, settings.encoder)
        self._join(installation, uploads=uploads)
        self._busy: set[str] = set()
        self._busy_lock = threading.Lock()
        self._stop_worker = threading.Event()
        self._reviews = Reviews(self._decisions, self._wake_worker)
        self._upload = settings.upload
        self._register = Register(self._home, self._clock, self._stop_worker)
        self._around = Surroundings(
            self._clock,
            computer.spawn,
            reserves,
            lambda: self._handoff,
            self._register,
            self._recording_busy,
            self._encoders.distrust,
            self._recording_over,
            self._reviews.begin,
            settings.quality,
            LastDevices(self._home.devices) if asks_person else NOTHING_REMEMBERED,
        )
        self._decks: tuple[Deck, ...] = ()
        self._picture_is_watched = False
        self._holdings = Holdings(self._home, self._sizes, self._clock)
        self._nothing_open = self._space_watch()
        self._worker_thread: threading.Thread | None = None
        self._lock = threading.RLock()
        self._alarm = (
            StaffAlarm(self._clock, computer.play, self.mark, self._tell)
            if settings.alarm_sound
            else None
        )

    def _join(self, installation: Installation, *, uploads: bool) -> None:
        self._installation = installation
        self._queue = installation.queue
        self._watch = installation.queue.watch()
        self._device = installation.identity.device
        self._worker = installation.worker(self._tell, self._room_for_queue) if uploads else None
        self._handoff = Handoff(
            self._home,
            self._queue,
            installation.identity.sign,
            self._clock,
            self._wake_worker,
            self._reserves.release,
        )

    @property
    def checks_quality(self) -> bool:
        """Whether `QualityChecked` follows every recording."""
        return self._around.quality.enabled

    @property
    def home(self) -> Home:
        """Everything of this installation, with the overflow folders that are known."""
        return self._installation.home

    @property
    def recordings_folder(self) -> Path:
        """Where recordings are kept."""
        return self._home.recordings

    def preview_of(self, camera: int) -> PreviewReader | None:
        """The newest picture of an open source (0: the first), or None where there is none."""
        decks = self._decks
        return decks[camera].preview if camera < len(decks) else None

    def sighting(self) -> Sighting | None:
        """What the newest look at the first camera's picture showed; see `watch_picture`."""
        preview = self.preview_of(0)
        return None if preview is None else preview.sighting()

    def watch_picture(self, *, wanted: bool) -> None:
        """Whether somebody wants to see what is seen in the first camera's live picture.

        `sighting` tells it then, twice a second, also while nothing is recorded;
        without the quality check it tells nothing.
        """
        with self._lock:
            self._picture_is_watched = wanted
            for deck in self._decks[:1]:
                deck.watch_picture(wanted=wanted)

    @property
    def active_recording(self) -> str | None:
        """The id of a recording that is being made, or None."""
        return next((deck.recording for deck in self._decks if deck.recording), None)

    @property
    def state(self) -> State:
        """What the recorder does: that of the first camera that records, else of the first."""
        decks = self._decks
        deck = next((each for each in decks if each.recording), decks[0] if decks else None)
        return deck.state if deck is not None else State.PREPARING

    @property
    def progress(self) -> Progress | None:
        """The last sign of life of the first camera that records, else of the first."""
        decks = self._decks
        deck = next((each for each in decks if each.recording), decks[0] if decks else None)
        return deck.progress if deck is not None else None

    def start(self) -> Adoption:
        """Finish what an earlier run left behind, then start sending in the background."""
        adoption = self._installation.adopt()
        if adoption.recovered:
            title = texts.recovered(len(adoption.recovered), adoption.recovered_s)
            self._tell(Recovered(title, texts.RECOVERED_MORE))
        self._reserves.keep()
        self._encoders.survey_soon()
        if self._alarm is not None:
            self._alarm.start()
        if self._listener is not None:
            self._listener.start()
        if self._worker is not None:
            self._worker_thread = threading.Thread(target=self._send, name="uploader")
            self._worker_thread.start()
        return adoption

    def _send(self) -> None:
        while not self._stop_worker.is_set():
            worker = self._worker
            assert worker is not None
            try:
                self._run_worker(worker)
            except (UploaderError, OSError):
                _log.exception("sending begins again after a pause; recordings are safe")
                self._stop_worker.wait(_AFTER_ERROR_S)

    def _run_worker(self, worker: "Worker") -> None:
        try:
            worker.run(self._stop_worker)
        except QueueDamaged:
            _log.exception("the queue's database is damaged; it is built anew from the files")
            self._rebuild_queue()

    def _rebuild_queue(self) -> None:
        with self._lock:
            self._installation.close()
            self._join(Installation.open(self._home, self._clock), uploads=True)
        self._installation.adopt()

    def prepare(self, capture: CaptureRequest, *beside: CaptureRequest) -> None:
        """Open sources, so that picture and level can be seen before anything is recorded.

        Those `beside` the first are recorded at the same time, each as a recording of its own;
        what happens to them is told in `FromCamera`.
        """
        with self._lock:
            if self.active_recording is not None:
                raise RecordingRunning("The source cannot be changed while a recording runs.")
            self._close_decks()
            captures = (capture, *beside)
            self._decks = tuple(self._deck(number, each) for number, each in enumerate(captures))
            for deck in self._decks[:1]:
                deck.watch_picture(wanted=self._picture_is_watched)
            for deck in self._decks:
                deck.open()

    def release(self) -> None:
        """Let go of every camera and microphone; `prepare` opens them again.

        Raises RecordingRunning while something is being recorded.
        """
        with self._lock:
            if self.active_recording is not None:
                raise RecordingRunning("The devices are in use while a recording runs.")
            self._close_decks()

    def choose(self, choice: Choose, camera: int = 0) -> None:
        """Go on with another camera, another microphone or both; `Ready` follows.

        A running recording goes on with it in a new part. `camera` is the place of the source
        among those that are open. Raises RecordingRunning where it cannot change while it is
        recorded, and desktop.recording.errors.UnknownSource.
        """
        with self._lock:
            if camera >= len(self._decks):
                raise RecordingRunning("No source is open; open one first.")
            deck = self._decks[camera]
            sources = [deck.capture.source, choice.source or deck.capture.source]
            if deck.recording and SourceKind.FILE in map(kind_of, sources):
                raise RecordingRunning(
                    "A video file is recorded from its beginning to its end; nothing was changed."
                    " Stop the recording before you choose another source."
                )
            deck.choose(choice)

    def devices(self) -> Devices:
        """The cameras and microphones that there are. Takes a second or two; never raises."""
        return list_devices()

    def _deck(self, number: int, capture: CaptureRequest) -> Deck:
        def tell(event: StationEvent) -> None:
            self._tell(FromCamera(number, capture.source, event) if number else event)

        def rate_beside_bytes_s() -> float:
            return sum(each.space.rate_bytes_s for each in self._decks if each is not deck)

        space = self._space_watch(rate_beside_bytes_s)
        deck = Deck(capture, space, self._around, tell)
        return deck

    def _space_watch(self, beside_bytes_s: Callable[[], float] = lambda: 0.0) -> SpaceWatch:
        return SpaceWatch(
            self._home,
            self._limits,
            self._computer.usage,
            self._clock,
            beside_bytes_s,
            self._holdings.in_folder,
        )

    def start_recording(
        self,
        participant: str,
        prompt: str | None = None,
        seconds: float | None = None,
        terms: StudyTerms | None = None,
    ) -> str:
        """Begin a recording in this participant's running session; returns the recording's id.

        Raises as `begin`, and uploader.consenting.NotConsentable.
        """
        wish = RecordingWish(participant=participant, prompt=prompt, seconds=seconds)
        if terms is not None:
            wish = replace(
                wish,
                study=terms.study,
                after_accept=terms.after_accept or None,
                consent=terms.consent,
                awaits_consent=terms.awaits_consent,
            )
            self._agree_late(wish)
        return self.begin(wish)

    def _agree_late(self, wish: RecordingWish) -> None:
        """The session runs already, and only now did the participant agree."""
        session = self._register.session_of(wish.participant, wish.study)
        file = self._home.session_file(session)
        if wish.consent is None or file is None:
            return
        if is_awaited(parse(file.read_bytes(), file.name)):
            agreed = Consent(wish.consent, rfc3339(self._clock.now()))
            give_consent(self._home, self._queue, session, agreed)
            self._wake_worker()

    def begin(self, wish: RecordingWish) -> str:
        """Begin a recording; returns its id.

        Raises RecordingRunning, desktop.recording.errors.NotEnoughSpace and OSError.
        """
        wish = wish.keepable()
        with self._lock:
            if self.active_recording is not None:
                raise RecordingRunning("A recording is running already.")
            if not self._decks:
                raise RecordingRunning("No source is open; choose a camera first.")
            if wish.after_accept is None:
                wish = replace(wish, after_accept=self._upload == AFTER_ACCEPT)
            self._reserves.keep()
            if (trouble := self.overflow_trouble()) is not None:
                _log.warning("%s", trouble)
            overflow = self._decks[0].space.place_for(wish.seconds)
            entries = self._register.enter(
                wish, self._handoff, self._device, len(self._decks), overflow
            )
            self._wakefulness.begin()
            encoding = self._encoders.encoding()
            for deck, (request, lock) in zip(self._decks, entries, strict=True):
                deck.begin(replace(request, encoding=encoding), lock, wish, overflow)
            return entries[0][0].recording

    def stop_recording(self) -> None:
        """Ask the recording to end. Returns at once; `RecordingSaved` follows within 5 s."""
        with self._lock:
            for deck in self._decks:
                deck.stop()

    def pause_recording(self) -> None:
        """Record nothing until `resume_recording`; the recording's clock goes on, `Paused` follows.

        Without a recording it does nothing.
        """
        with self._lock:
            for deck in self._decks:
                deck.pause()

    def resume_recording(self) -> None:
        """Go on with what is paused. Returns at once; `Resumed` follows with the next frame."""
        with self._lock:
            for deck in self._decks:
                deck.resume()

    def space(self) -> Space:
        """The disk that recordings are kept on, in bytes and in minutes of recording."""
        shown = (self._decks[0].space if self._decks else self._nothing_open).shown()
        return replace(shown, overflow_trouble=self.overflow_trouble())

    def overflow_trouble(self) -> str | None:
        """Why the overflow folder of the settings cannot be used now, as a sentence; or None."""
        trouble = self._installation.overflow_trouble()
        return None if trouble is None else str(trouble)

    def mark(self, name: str, source: str, at_ns: int | None = None) -> None:
        """Note a named instant (monotonic; left out, now) in what is being recorded, if anything.

        It is the same instant in every camera's recording.
        """
        at_ns = self._clock.monotonic_ns() if at_ns is None else at_ns
        for deck in self._decks:
            deck.mark(one_line(name), source, at_ns)

    def note(self, recording: str, text: str, by: str) -> None:
        """Keep a person's note about a recording, also about one that runs. Raises OSError.

        The receiver is told once the recording has ended, and of later changes at once.
        """
        for deck in self._decks:
            if deck.folder is not None and deck.folder.recording == recording:
                write_note(deck.folder, text, by, self._clock)
                return
        folder = self.folder_of(recording)
        write_note(folder, text, by, self._clock)
        self._handoff.learned(folder)

    def read_note(self, recording: str) -> str:
        """A recording's note as it stands. Raises UnknownRecording, OSError, FormatError."""
        return read_note(self.folder_of(recording))

    def studies(self) -> Shelf:
        """The studies that a recording can belong to, and the chosen one. Raises SettingError."""
        return StudyShelf(self._home, os.environ).read()

    def choose_study(self, key: str, language: str = "") -> Shelf:
        """Choose one by its id or its file's path, or none, for the next start too.

        Raises as `StudyShelf.choose`.
        """
        return StudyShelf(self._home, os.environ).choose(key, language)

    def show_guide(self, *, wanted: bool) -> None:
        """Whether somebody wants the framing guide, for the next start too. Raises SettingError."""
        self.watch_picture(wanted=wanted)
        settings_file.change(self._home.config, {"capture.framing_guide": wanted})

    def wants_guide(self) -> bool:
        """Whether somebody wanted the framing guide last time. Raises SettingError."""
        return load_settings(self._home.config, os.environ).framing_guide

    def confirm_devices(self) -> None:
        """A person says that the cameras and microphones of now are the right ones."""
        for deck in self._decks:
            deck.confirm_devices()

    def acknowledge_alarm(self) -> None:
        """Staff have come: be quiet about what is wrong now."""
        if self._alarm is not None:
            self._alarm.acknowledge()

    def recording_snapshot(self, recording: str) -> RecordingSnapshot:
        """One recording as the queue sees it now. Raises uploader.errors.UnknownRecording."""
        return self._queue.recording(recording)

    def errands(self) -> Errands:
        """Freeing space, a disk that travels, the receiver's key: what takes its time."""
        return Errands(self._installation)

    def queue_snapshot(self) -> QueueSnapshot:
        """What waits and what was sent, as of now; of each recording what is in its own way.

        Cheap to ask for again and again, however long the queue is.
        """
        return self._watch.look()

    def state_card(self) -> str:
        """The queue's state signed by this computer, as one line. Raises OSError, sqlite3.Error."""
        return to_line(state_card(self._queue, self._installation.identity, self._clock))

    def history(self, recording: str) -> History:
        """One recording from near. Raises uploader.errors.UnknownRecording."""
        return self._queue.history(recording, HISTORY_TRIES)

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
        give_consent(self._installation.home, self._queue, session, consent)
        self._wake_worker()

    def note_of(self, recording: str, key: str, value: Json) -> None:
        """Write something down about a recording, for the receiver to read. Raises as `keep`."""
        add_note(self._queue, self.folder_of(recording), key, value)
        self._wake_worker()

    def _decisions(self) -> Decisions:
        return self._installation.decisions()

    def folder_of(self, recording: str) -> RecordingFolder:
        """Where a recording is. Raises uploader.errors.UnknownRecording."""
        return RecordingFolder(Path(self._queue.recording(recording).folder))

    def retry(self, recordings: Sequence[str]) -> None:
        """Put failed recordings back in line and try at once."""
        self._queue.wishes.start_afresh(recordings, first=False)
        self.try_now()

    def try_recordings(self, recordings: Sequence[str]) -> None:
        """Try these before all others and at once, whatever they waited for."""
        self._queue.wishes.start_afresh(recordings, first=True)
        self.try_now()

    def send_first(self, recordings: Sequence[str]) -> None:
        """Send these before all others."""
        self._queue.wishes.send_first(recordings)
        self._wake_worker()

    def hold(self, recordings: Sequence[str], how: Hold) -> None:
        """Send nothing more of these, over restarts too."""
        self._queue.wishes.hold(recordings, how)

    def go_on(self, recordings: Sequence[str]) -> None:
        """Send these again, in their turn."""
        self._queue.wishes.go_on(recordings)
        self._wake_worker()

    def try_now(self) -> None:
        """End every wait of the uploader, also of one that runs as a process of its own."""
        if self._worker is not None:
            self._worker.try_now()
        else:
            self._queue.make_due()

    def pause_sending(self, seconds: float | None, by: str) -> None:
        """Send nothing for so long, or with None until `resume_sending`, over restarts too."""
        self._queue.rules.pause_sending(seconds, by)
        self._wake_worker()

    def resume_sending(self) -> None:
        """End the pause, in whichever process it was made."""
        self._queue.rules.resume_sending()
        self._wake_worker()

    def sending_rules(self) -> SendingRules:
        """The rules as they stand in the settings. Raises SettingError."""
        return sending_rules.read(self._home.config, os.environ)

    def change_sending(self, values: Mapping[str, object]) -> None:
        """Keep these rules in the settings, by `sending_rules.KEYS`, and send by them at once.

        Raises SettingError and OSError, and changes nothing then.
        """
        sending_rules.write(self._home.config, os.environ, values)
        if self._worker is not None:
            self._worker.follow_rules(load_upload_settings(self._home.config, os.environ))

    def close(self, timeout_s: float = 10.0) -> None:
        """End a running recording, release the devices and stop sending. Never raises."""
        if self._listener is not None:
            self._listener.close()
        with self._lock:
            decks = self._decks
        # Side by side: each may take its time to end what it records.
        closers = [
            threading.Thread(target=deck.close, args=(min(timeout_s, 5.0),)) for deck in decks
        ]
        for closer in closers:
            closer.start()
        for closer in closers:
            closer.join()
        self._decks = ()
        self._wakefulness.end()
        if self._alarm is not None:
            self._alarm.close()
        self._reviews.close()
        self._stop_worker.set()
        self._wake_worker()
        if self._worker_thread is not None:
            self._worker_thread.join(timeout=WORKER_STOP_S)
        self._installation.close()

    def _close_decks(self) -> None:
        for deck in self._decks:
            deck.close()
        self._decks = ()

    def _room_for_queue(self) -> bool:
        return self._reserves.release(self._home.root)

    def _sizes(self) -> Mapping[str, int]:
        # A queue that is built anew is another one.
        return self._queue.sizes()

    def _wake_worker(self) -> None:
        if self._worker is not None:
            self._worker.wake()

    def _recording_busy(self, recording: str, is_busy: bool) -> None:
        """Have sending wait while any recording needs all that the computer has."""
        # Each camera's recorder says so from a thread of its own.
        with self._busy_lock:
            before = bool(self._busy)
            if is_busy:
                self._busy.add(recording)
            else:
                self._busy.discard(recording)
            if self._worker is None or before == bool(self._busy):
                return
            try:
                if self._busy:
                    self._worker.hold(texts.COMPUTER_BUSY)
                else:
                    self._worker.release()
            except UploaderError:
                _log.exception(
                    "what people read of the queue is not up to date; recordings are safe"
                )

    def _recording_over(self) -> None:
        if self.active_recording is None:
            self._wakefulness.end()

    def _tell(self, event: StationEvent) -> None:
        if self._alarm is not None:
            self._alarm.hear(event)
        try:
            self._on_event(event)
        except Exception:  # noqa: BLE001  # a listener's fault must not stop a recording
            _log.exception("somebody who listens to the station failed")


def open_station(
    home: Home,
    clock: Clock,
    on_event: OnEvent,
    *,
    uploads: bool,
    settings: DesktopSettings | None = None,
    computer: Computer = THIS_COMPUTER,
    with_overflow: bool = True,
    asks_person: bool = False,
) -> Station:
    """Join a station on this home; it sends only where it `uploads`.

    Where it `asks_person`, other devices than last time are asked about.

    `settings` left out are read from the home and the environment. Raises OSError where the home
    cannot be used, uploader.errors.UploaderError for its queue or its key, and
    holdfast.settings_table.SettingError.
    """
    settings = settings or load_settings(home.config, os.environ)
    # With nothing free at all, not even the queue could be opened.
    Reserves(home, settings.ballast_bytes, computer.usage).release_if_tight()
    make_folder(home.recordings)
    installation = Installation.open(home, clock, with_overflow=with_overflow)
    return Station(
        installation,
        on_event,
        uploads=uploads,
        settings=settings,
        reserves=Reserves(installation.home, settings.ballast_bytes, computer.usage),
        computer=computer,
        asks_person=asks_person,
    )

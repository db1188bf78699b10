"""The station: supervisor, handoff, queue and worker joined, without Qt.

The composition root of everything that records on this computer: the window, `holdfast record` and
the demo stand on it. It owns the order in which things start and stop, and one recording at a time.
Recorder and uploader meet only in its handoff.
"""

import logging
import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.alarm_sound import Speaker
from desktop.awake import KeepAwake, Wakefulness, sleep_inhibited
from desktop.ballast import Reserves
from desktop.camera_desk import CameraDesk
from desktop.deck import Surroundings
from desktop.decks import Decks
from desktop.encoders import Encoders
from desktop.holdings import Holdings
from desktop.last_devices import NOTHING_REMEMBERED, DeviceMemory, LastDevices
from desktop.lsl import marker_listener
from desktop.notes import read_note, write_note
from desktop.queue_desk import QueueDesk
from desktop.recorder_process import Spawn, spawn_recorder
from desktop.recording.disk import Space
from desktop.register import RecordingRunning, RecordingWish, Register
from desktop.sending import Sending
from desktop.settings import DesktopSettings, load_settings
from desktop.space import DiskUsage, SpaceWatch, disk_usage
from desktop.staff_alarm import Play, StaffAlarm
from desktop.station_events import (
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
from holdfast.jsonform import parse
from holdfast.layout import Home
from uploader import texts
from uploader.adopt import Adoption
from uploader.consenting import give_consent
from uploader.installation import Installation

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


@dataclass(frozen=True, slots=True)
class Computer:
    """What the station asks of the computer it runs on; a test brings its own."""

    spawn: Spawn = spawn_recorder
    usage: DiskUsage = disk_usage
    keep_awake: KeepAwake = sleep_inhibited
    play: Play = Speaker().play
    """Plays a pattern of tones; a test listens instead."""


THIS_COMPUTER = Computer()


class Station(CameraDesk, QueueDesk):
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
        home, clock = installation.home, installation.clock
        self._on_event = on_event
        self._lock = threading.RLock()
        self._reserves = reserves
        self._alarm = (
            StaffAlarm(clock, computer.play, self.mark, self._tell)
            if settings.alarm_sound
            else None
        )
        sending = Sending(installation, self._tell, reserves, self._lock, uploads=uploads)
        QueueDesk.__init__(self, sending, home, clock)
        self._device = installation.identity.device
        self._computer = computer
        self._limits = settings.limits
        self._upload = settings.upload
        self._listener = marker_listener(self.mark, clock) if settings.lsl_enabled else None
        self._wakefulness = Wakefulness(computer.keep_awake)
        self._encoders = Encoders(home, settings.encoder)
        self._register = Register(home, clock, sending.stopped)
        self._holdings = Holdings(home, self._sizes, clock)
        self._nothing_open = self._space_watch()
        self._quality = settings.quality
        memory = LastDevices(home.devices) if asks_person else NOTHING_REMEMBERED
        around = self._surroundings(computer, memory)
        decks = Decks(around, self._space_watch, self._tell, self._lock)
        CameraDesk.__init__(self, decks, home)

    def _surroundings(self, computer: Computer, memory: DeviceMemory) -> Surroundings:
        return Surroundings(
            self._clock,
            computer.spawn,
            self._reserves,
            lambda: self._sending.handoff,
            self._register,
            self._sending.make_room,
            self._encoders.distrust,
            self._recording_over,
            self._reviews.begin,
            self._quality,
            memory,
        )

    @property
    def checks_quality(self) -> bool:
        """Whether `QualityChecked` follows every recording."""
        return self._quality.enabled

    @property
    def home(self) -> Home:
        """Everything of this installation, with the overflow folders that are known."""
        return self._sending.installation.home

    @property
    def recordings_folder(self) -> Path:
        """Where recordings are kept."""
        return self._home.recordings

    def start(self) -> Adoption:
        """Finish what an earlier run left behind, then start sending in the background."""
        adoption = self._sending.adopt()
        if adoption.recovered:
            title = texts.recovered(len(adoption.recovered), adoption.recovered_s)
            self._tell(Recovered(title, texts.RECOVERED_MORE))
        self._reserves.keep()
        self._encoders.survey_soon()
        if self._alarm is not None:
            self._alarm.start()
        if self._listener is not None:
            self._listener.start()
        self._sending.start()
        return adoption

    def _sizes(self) -> Mapping[str, int]:
        # A queue that is built anew is another one.
        return self._sending.queue.sizes()

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
            wish = wish.under(terms)
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
            give_consent(self._home, self._sending.queue, session, agreed)
            self._sending.wake()

    def begin(self, wish: RecordingWish) -> str:
        """Begin a recording; returns its id.

        Raises RecordingRunning, desktop.recording.errors.NotEnoughSpace and OSError.
        """
        wish = wish.keepable()
        with self._lock:
            if self.active_recording is not None:
                raise RecordingRunning("A recording is running already.")
            if (space := self._decks.space) is None:
                raise RecordingRunning("No source is open; choose a camera first.")
            if wish.after_accept is None:
                wish = replace(wish, after_accept=self._upload == AFTER_ACCEPT)
            self._reserves.keep()
            if (trouble := self.overflow_trouble()) is not None:
                _log.warning("%s", trouble)
            overflow = space.place_for(wish.seconds)
            entries = self._register.enter(
                wish, self._sending.handoff, self._device, len(self._decks), overflow
            )
            self._wakefulness.begin()
            self._decks.begin(entries, wish, self._encoders.encoding(), overflow)
            return entries[0][0].recording

    def space(self) -> Space:
        """The disk that recordings are kept on, in bytes and in minutes of recording."""
        shown = (self._decks.space or self._nothing_open).shown()
        return replace(shown, overflow_trouble=self.overflow_trouble())

    def overflow_trouble(self) -> str | None:
        """Why the overflow folder of the settings cannot be used now, as a sentence; or None."""
        trouble = self._sending.installation.overflow_trouble()
        return None if trouble is None else str(trouble)

    def mark(self, name: str, source: str, at_ns: int | None = None) -> None:
        """Note a named instant (monotonic; left out, now) in what is being recorded, if anything.

        It is the same instant in every camera's recording.
        """
        at_ns = self._clock.monotonic_ns() if at_ns is None else at_ns
        self._decks.mark(one_line(name), source, at_ns)

    def note(self, recording: str, text: str, by: str) -> None:
        """Keep a person's note about a recording, also about one that runs. Raises OSError.

        The receiver is told once the recording has ended, and of later changes at once.
        """
        running = self._decks.folder_of(recording)
        folder = running or self.folder_of(recording)
        write_note(folder, text, by, self._clock)
        if running is None:
            self._sending.handoff.learned(folder)

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

    def acknowledge_alarm(self) -> None:
        """Staff have come: be quiet about what is wrong now."""
        if self._alarm is not None:
            self._alarm.acknowledge()

    def close(self, timeout_s: float = 10.0) -> None:
        """End a running recording, release the devices and stop sending. Never raises."""
        if self._listener is not None:
            self._listener.close()
        self._decks.close(timeout_s)
        self._wakefulness.end()
        if self._alarm is not None:
            self._alarm.close()
        self._reviews.close()
        self._sending.close()

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

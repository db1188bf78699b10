"""The threads that bring pictures and sound from their sources to whoever records.

Capture goes on whether something is recorded or not, so that the preview and the level are live
and a recording begins with the next frame. Nothing is encoded or written here.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.recording.errors import DeviceAbsent, DeviceLost, RecordingError
from desktop.recording.level import FrameRate, SoundMemory, level_db
from desktop.recording.picture_watch import PictureAlarmKind, PictureWatch
from desktop.recording.sound_watch import AlarmKind, SoundWatch
from desktop.recording.source_clock import SourceClock
from desktop.recording.sources import RATE_HZ, AudioSource, Block, Frame, VideoSource
from holdfast.announcement import Audio, Video
from holdfast.clock import Clock

_log = logging.getLogger(__name__)

SOUND_LIMIT_S = 5.0
"""A microphone that has sent nothing for so long does not hold the recording up any longer."""
CLOSE_LIMIT_S = 1.0
SILENT_S = 2.0
SOUND_RETRY_S = 3.0
"""How often a microphone that stopped is tried again."""
AUDIO_CODEC = "aac"


@dataclass(frozen=True, slots=True)
class FrameArrived:
    """The source gives pictures; the first one is here."""

    video: Video


@dataclass(frozen=True, slots=True)
class SoundSettled:
    """Sound has arrived, or it is known that there is none and why (`note`, a sentence)."""

    audio: Audio | None
    note: str | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class SoundReopened:
    """The sound had stopped and a microphone was opened again."""

    microphone: str


@dataclass(frozen=True, slots=True)
class SourceEnded:
    """The file has been read to its end."""


@dataclass(frozen=True, slots=True)
class SourceBroke:
    """The source could not be opened, or gives nothing any more."""

    error: RecordingError


Notice = FrameArrived | SoundSettled | SoundReopened | SourceEnded | SourceBroke


class Taker(Protocol):
    """Whoever records."""

    def offer_frame(self, frame: Frame) -> None: ...

    def offer_block(self, block: Block) -> None: ...


class Capture:
    """One picture source and at most one sound source, each on threads of their own.

    `open_sound` makes the sound source, or None where none is wanted; it runs on a thread of its
    own, as it may take seconds. With `holds` the source stands still at its first picture until a
    recording starts: a file is recorded from its beginning.
    """

    def __init__(
        self,
        source: VideoSource,
        open_sound: Callable[[], AudioSource | None],
        clock: Clock,
        notify: Callable[[Notice], None],
        show: Callable[[Frame], None] | None = None,
        *,
        holds: bool = False,
        resumes: bool = False,
        always_changes: bool = False,
    ) -> None:
        self._source = source
        self._open_sound = open_sound
        self._clock = clock
        self._notify = notify
        self._show = show
        self._holds = holds
        self._resumes = resumes
        self._stop = threading.Event()
        self._released = threading.Event()
        self._may_go_on = threading.Event()
        self._may_go_on.set()
        self._stands_still = threading.Event()
        self._next_ns: int | None = None
        self._lock = threading.Lock()
        self._taker: Taker | None = None
        self._memory = SoundMemory()
        self._watch = SoundWatch()
        self._picture_watch = PictureWatch(always_changes=always_changes)
        self._sound: AudioSource | None = None
        self._sound_settled = False
        self._sound_ns: int | None = None
        self._shift_ns = 0
        self._frame_rate = FrameRate()
        self.source_clock = SourceClock(live=source.live)
        """Where the source was at an instant, and when its newest picture came."""
        self._thread = threading.Thread(target=self._run, name="capture", daemon=True)

    def start(self) -> None:
        """Open the sources; notices follow."""
        self._thread.start()
        threading.Thread(target=self._run_sound, name="sound", daemon=True).start()

    @property
    def fps(self) -> float:
        return self._frame_rate.fps

    def level_db(self) -> tuple[float | None, float | None]:
        """Loudness and peak of the last moments, in dB below full scale."""
        with self._lock:
            blocks = self._memory.blocks()
        return level_db([]) if self.sound_is_silent() else level_db(blocks)

    def sound_is_silent(self) -> bool:
        """Whether the sound source has sent nothing for so long that it is not there any more."""
        newest_ns = self._sound_ns
        late_ns = int(SILENT_S * 1e9)
        return newest_ns is not None and self._clock.monotonic_ns() - newest_ns > late_ns

    @property
    def sound_alarm(self) -> AlarmKind | None:
        """What is wrong with the sound that arrives; None where nothing is, or none arrives."""
        return None if self.sound_is_silent() else self._watch.alarm

    def picture_alarm(self) -> PictureAlarmKind | None:
        """What is wrong with the picture that arrives. May decode one: for one thread, not often.

        A file's or the scene's picture is what it is.
        """
        return self._picture_watch.judge() if self._source.live else None

    def attach(self, taker: Taker) -> None:
        """Give everything from now on to `taker`, and the sound of just before."""
        with self._lock:
            for block in self._memory.blocks():
                taker.offer_block(block)
            self._taker = taker
        self._released.set()

    def hold(self) -> int | None:
        """Have a file stand still until `go_on`, so that a pause loses nothing of it.

        Returns when its next picture would have come, where that is known.
        """
        if not self._holds:
            return None
        self._may_go_on.clear()
        return self._next_ns if self._stands_still.wait(CLOSE_LIMIT_S) else None

    def go_on(self) -> None:
        """Let a file that stands still go on; its times are later by as long as it stood."""
        self._may_go_on.set()

    def detach(self) -> None:
        """Give nothing to anybody any more."""
        with self._lock:
            self._taker = None

    def close(self) -> None:
        """Let the devices go, if they let us; a driver that hangs is left to the process's end."""
        self._stop.set()
        self._released.set()
        self._may_go_on.set()
        self.detach()
        if self._sound is not None:
            closer = threading.Thread(target=self._sound.close, name="close-sound", daemon=True)
            closer.start()
            closer.join(CLOSE_LIMIT_S)
        if self._thread.is_alive():
            self._thread.join(CLOSE_LIMIT_S)

    def _run(self) -> None:
        try:
            self._read_all()
        except RecordingError as error:
            self._notify(SourceBroke(error))
        except Exception as error:  # noqa: BLE001  # A thread of ours must not end unheard.
            _log.exception("the source failed for a reason of our own")
            self._notify(SourceBroke(_fault(error)))
        finally:
            self._source.close()

    def _read_all(self) -> None:
        video = self._source.open()
        frame = self._source.read(self._stop)
        if frame is not None:
            self._note(frame)
            self._notify(FrameArrived(video))
            if self._holds:
                self._hold(frame)
        while frame is not None and not self._stop.is_set():
            if not self._may_go_on.is_set():
                self._stand_still(frame)
            self._pass_on(frame)
            frame = self._source.read(self._stop)
        if not self._stop.is_set():
            self._notify(SourceEnded())

    def _hold(self, first: Frame) -> None:
        self._released.wait()
        if not self._resumes:
            # The recording's clock starts now, not when the file was opened.
            self._shift_ns = self._clock.monotonic_ns() - first.time_ns

    def _stand_still(self, frame: Frame) -> None:
        since_ns = self._clock.monotonic_ns()
        self._next_ns = frame.time_ns + self._shift_ns
        self.source_clock.wait()
        self._stands_still.set()
        self._may_go_on.wait()
        self._stands_still.clear()
        self._shift_ns += self._clock.monotonic_ns() - since_ns

    def _note(self, frame: Frame) -> None:
        self._frame_rate.add(frame.time_ns)
        self.source_clock.add(self._clock.monotonic_ns(), frame.time_ns)
        self._picture_watch.add(frame)
        if self._show is not None:
            self._show(frame)

    def _pass_on(self, frame: Frame) -> None:
        if self._shift_ns:
            frame = replace(frame, time_ns=frame.time_ns + self._shift_ns)
        self._note(frame)
        taker = self._taker
        if taker is not None:
            taker.offer_frame(frame)

    def _run_sound(self) -> None:
        try:
            self._sound = self._open_sound()
            if self._sound is None:
                self._settle(SoundSettled(None))
                return
            timer = threading.Timer(SOUND_LIMIT_S, self._miss_sound)
            timer.daemon = True
            timer.start()
            self._sound.open(self._deliver)
            self._keep_sound()
        except DeviceAbsent as error:
            # Somebody asked for this very microphone: recording without it would surprise them.
            self._notify(SourceBroke(error))
        except RecordingError as error:
            self._settle(SoundSettled(None, error.sentence))
        except Exception as error:  # noqa: BLE001  # A thread of ours must not end unheard.
            _log.exception("the sound failed for a reason of our own")
            self._settle(SoundSettled(None, _fault(error).sentence))

    def _keep_sound(self) -> None:
        """Open the sound again whenever it stops, as a microphone is plugged in again."""
        while not self._stop.wait(SOUND_RETRY_S):
            exact = getattr(self._sound, "exact", False)
            if not exact and self.sound_is_silent():
                self._reopen_sound()

    def _reopen_sound(self) -> None:
        try:
            if self._sound is not None:
                self._sound.close()
            sound = self._open_sound()
            if sound is not None:
                self._sound = sound
                sound.open(self._deliver)
                self._notify(SoundReopened(sound.name))
        except RecordingError as error:
            _log.info("the sound is not back yet: %s", error.sentence)

    def _miss_sound(self) -> None:
        self._settle(
            SoundSettled(
                None,
                "The microphone did not answer within 5 seconds. The recording is made without"
                " sound. Check the microphone if sound is needed.",
            )
        )

    def _settle(self, settled: SoundSettled) -> None:
        with self._lock:
            if self._sound_settled:
                return
            self._sound_settled = True
        self._notify(settled)

    def _deliver(self, block: Block) -> None:
        self._sound_ns = self._clock.monotonic_ns()
        self._watch.gather(block.samples)
        with self._lock:
            self._memory.add(block)
            taker = self._taker
        if not self._sound_settled and self._sound is not None:
            exact = getattr(self._sound, "exact", False)
            self._settle(SoundSettled(_audio(self._sound.name), exact=exact))
        if taker is not None:
            taker.offer_block(block)


def _audio(name: str) -> Audio:
    return Audio(AUDIO_CODEC, RATE_HZ, 1, name)


def _fault(error: Exception) -> RecordingError:
    return DeviceLost(
        f"The recorder has a fault ({type(error).__name__}). What was recorded so far is safe;"
        " the details are in the log."
    )

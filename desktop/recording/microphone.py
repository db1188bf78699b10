"""Sound sources: a microphone through PortAudio, the built-in tone, or none.

`sounddevice` is imported only when a microphone is opened, and only after a child process has shown
that the sound system does not take its process down. The callback copies and counts, nothing else.
"""

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from desktop.recording.choice import SourceKind, kind_of
from desktop.recording.devices import Microphone, MicrophoneList, list_microphones
from desktop.recording.errors import DeviceAbsent, DeviceBusy, RecordingError, UnknownSource
from desktop.recording.model import CaptureRequest
from desktop.recording.sources import RATE_HZ, AudioSource, Block, Samples, VideoSource
from desktop.recording.test_scene import SceneTone, TestScene
from holdfast.clock import Clock

_log = logging.getLogger(__name__)

BLOCK_SAMPLES: Final = 960
"""20 ms. Left to itself PortAudio calls with 1 to 104 samples at a time."""
LATENCY_S: Final = 0.1
"""Buffer in the sound system. Nobody listens live, and the shortest one loses sound under load."""
STEADY_S: Final = 0.5
STEADY_WAIT_S: Final = 2.5
STEP_S: Final = 0.02
"""More than this is no jitter between two blocks."""
DEFAULT: Final = "default"
NO_SOUND: Final = "none"
TONE: Final = "test"
_SECOND_NS: Final = 1_000_000_000


class NoMicrophone(RecordingError):
    """Nobody named a microphone, and there is none: recording goes on without sound."""

    code = "no_microphone"
    title = "There is no microphone"


def audio_source(request: CaptureRequest, clock: Clock, picture: VideoSource) -> AudioSource | None:
    """The sound that the request names, by default the source's own; None for none.

    Raises DeviceAbsent for a named microphone that is not there, and NoMicrophone where none was
    named and there is none.
    """
    kind = kind_of(request.source)
    wanted = request.audio or _default_of(kind)
    if wanted == NO_SOUND:
        return None
    if request.as_fast and kind is SourceKind.FILE:
        raise UnknownSource(
            "A file that is read as fast as it decodes leaves no time for sound. Leave out the"
            " sound, or let the file run at its own speed."
        )
    if wanted == TONE:
        return SceneTone(clock, picture if isinstance(picture, TestScene) else None)
    found = choose(wanted, list_microphones())
    return MicrophoneSource(found, clock)


def _default_of(kind: SourceKind) -> str:
    if kind.is_scene:
        return TONE
    return DEFAULT if kind is SourceKind.CAMERA else NO_SOUND


def choose(wanted: str, listed: MicrophoneList) -> Microphone:
    """The microphone with this name, or part of it, or number; the system's own for `default`."""
    microphones = listed.microphones
    if wanted == DEFAULT:
        for microphone in microphones:
            if microphone.is_default:
                return microphone
        raise NoMicrophone(
            listed.note
            or "There is no microphone. The recording is made without sound. Plug one in and"
            " record again if sound is needed."
        )
    for matches in (
        [each for each in microphones if each.name == wanted],
        [each for each in microphones if str(each.index) == wanted],
        [each for each in microphones if wanted.casefold() in each.name.casefold()],
    ):
        if matches:
            return matches[0]
    there = ", ".join(f"“{each.name}”" for each in microphones) or "no microphone at all"
    raise DeviceAbsent(
        f"There is no microphone “{wanted}”; nothing is recorded. There is: {there}."
        f"{' ' + listed.note if listed.note else ''}"
    )


@dataclass(frozen=True, slots=True)
class _Form:
    """How a device is opened. What differs from ours is converted block by block."""

    rate_hz: int
    channels: int


class MicrophoneSource:
    """One microphone as an `AudioSource`: mono, 48 kHz, int16, whatever the device offers."""

    def __init__(self, microphone: Microphone, clock: Clock) -> None:
        self.name = microphone.name
        self._microphone = microphone
        self._clock = clock
        self._stream: Any = None
        self._deliver: Callable[[Block], None] | None = None
        self._converter: Converter | None = None
        self._steadiness = Steadiness()
        self._end_ns = 0
        self.overflows = 0
        """How often the sound system lost samples because nobody took them in time."""

    def open(self, deliver: Callable[[Block], None]) -> None:
        """Start. Raises DeviceBusy where the device cannot be opened."""
        sounddevice = _fresh_sounddevice()
        self._deliver = deliver
        try:
            form = self._form(sounddevice)
            self._converter = Converter(form.rate_hz, form.channels)
            self._stream = sounddevice.InputStream(
                device=self._microphone.index,
                samplerate=form.rate_hz,
                channels=form.channels,
                dtype="int16",
                blocksize=BLOCK_SAMPLES * form.rate_hz // RATE_HZ,
                latency=LATENCY_S,
                callback=self._heard,
            )
            self._stream.start()
        except sounddevice.PortAudioError as error:
            raise DeviceBusy(
                f"The microphone “{self.name}” could not be opened ({error.args[0]}). The recording"
                " is made without sound. Close other programs that use it if sound is needed."
            ) from error

    def close(self) -> None:
        """Stop and release the device."""
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.abort(ignore_errors=True)
            stream.close(ignore_errors=True)
        if self.overflows:
            _log.warning("“%s” lost sound %s times", self.name, self.overflows)
            self.overflows = 0

    def _form(self, sounddevice: Any) -> _Form:
        """What the device accepts, nearest to 48 kHz mono."""
        index, most = self._microphone.index, self._microphone.channels
        rates = dict.fromkeys((RATE_HZ, round(self._microphone.rate_hz), 44_100))
        channels = dict.fromkeys(each for each in (1, 2, most) if each <= most)
        for form in [_Form(rate, count) for rate in rates for count in channels]:
            try:
                sounddevice.check_input_settings(
                    device=index, channels=form.channels, dtype="int16", samplerate=form.rate_hz
                )
            except sounddevice.PortAudioError as error:
                _log.info("“%s” does not offer %s (%s)", self.name, form, error.args[0])
            else:
                return form
        return _Form(RATE_HZ, 1)

    def _heard(self, data: Samples, count: int, times: Any, status: Any) -> None:
        now_ns = self._clock.monotonic_ns()
        # Only the difference: PortAudio's clock is the wall clock on some systems.
        delay_s = times.currentTime - times.inputBufferAdcTime
        time_ns = now_ns - round(delay_s * _SECOND_NS)
        lost = 0
        if status.input_overflow:
            self.overflows += 1
            lost = max(0, (time_ns - self._end_ns) * RATE_HZ // _SECOND_NS) if self._end_ns else 0
        if self._deliver is not None and self._converter is not None:
            samples = self._converter.convert(data)
            if not self._steadiness.is_steady(time_ns, len(samples)):
                return
            self._end_ns = time_ns + len(samples) * _SECOND_NS // RATE_HZ
            self._deliver(Block(time_ns, samples, lost))


def _fresh_sounddevice() -> Any:
    """The library with the devices of now: it never looks for new ones by itself."""
    used_before = "sounddevice" in sys.modules
    import sounddevice

    if used_before:
        sounddevice._terminate()
        sounddevice._initialize()
    return sounddevice


class Steadiness:
    """Tells when a microphone's clock can be believed.

    Some sound systems change their latency by tenths of a second soon after they start; what is
    recorded across such a step is out of place for minutes. Once steady, it stays so.
    """

    def __init__(self) -> None:
        self._from_ns: int | None = None
        self._samples = 0
        self._heard = 0
        self._steady = False

    def is_steady(self, time_ns: int, samples: int) -> bool:
        """Take in one block's stamp and length at 48 kHz; true from the first good one on."""
        if self._steady:
            return True
        predicted_ns = (self._from_ns or 0) + self._samples * _SECOND_NS // RATE_HZ
        if self._from_ns is None or abs(time_ns - predicted_ns) > STEP_S * _SECOND_NS:
            self._from_ns, self._samples = time_ns, 0
        self._samples += samples
        self._heard += samples
        waited_enough = self._heard >= STEADY_WAIT_S * RATE_HZ
        self._steady = self._samples >= STEADY_S * RATE_HZ or waited_enough
        return self._steady


class Converter:
    """Mixes channels down to their mean and resamples to 48 kHz, block by block, in step."""

    def __init__(self, rate_hz: int, channels: int) -> None:
        self._step = rate_hz / RATE_HZ
        self._channels = channels
        self._position = 0.0
        self._last = np.zeros(0, np.float64)

    def convert(self, data: Samples) -> Samples:
        """A copy of a block shaped (n, channels), as mono at 48 kHz."""
        if self._channels == 1 and self._step == 1.0:
            return data[:, 0].copy()
        mono = data.mean(axis=1)
        if self._step == 1.0:
            return np.asarray(np.round(mono), np.int16)
        # Linear between neighbours; the last sample is kept as the next block's neighbour.
        sound = np.concatenate([self._last, mono])
        count = max(0, int(np.ceil((len(sound) - 1 - self._position) / self._step)))
        at = self._position + np.arange(count) * self._step
        resampled = np.interp(at, np.arange(len(sound)), sound)
        self._position += count * self._step - (len(sound) - 1)
        self._last = sound[-1:]
        return np.asarray(np.round(resampled), np.int16)

"""One part's sound on the picture's clock: aligned to its start, without gaps, ended with it.

A microphone's clock is not the computer's: it is recovered from the blocks' time stamps
(`sound_clock.py`), and its drift is taken out by resampling (measured: at most 3 ms off at 500 ppm,
no audible change of pitch). The built-in tone is exact and is passed on sample by sample. No
encoder and no device.
"""

from fractions import Fraction
from typing import Final, Protocol

import av
import av.error
import av.filter
import numpy as np

from desktop.recording.sound_clock import SoundClock
from desktop.recording.sound_ledger import SoundLedger, SoundNews
from desktop.recording.sources import RATE_HZ, Block, Samples

PATIENCE_S: Final = 0.75
"""Sound this much behind the picture is not coming: silence takes its place."""

_SECOND_NS: Final = 1_000_000_000
_TIME_BASE: Final = Fraction(1, RATE_HZ)
_TOGETHER_SAMPLES: Final = RATE_HZ // 10
"""So much sound is brought into step at once: more often would cost more than it is worth."""
_JUMP_SAMPLES: Final = RATE_HZ // 200
"""Between blocks whose times are smooth, more than this is no drift."""
_CORRECTION: Final = {"async": "48", "min_hard_comp": "0.1", "first_pts": "0"}


class _Placer(Protocol):
    def place(self, at: int, samples: Samples) -> list[Samples]:
        """Take samples captured at sample time `at`; returns sound that follows the last given."""
        ...

    def end(self) -> list[Samples]:
        """What was still held back."""
        ...


class ExactPlacer:
    """Puts each sample where its time says: a gap becomes silence, an overlap is cut."""

    def __init__(self, ledger: SoundLedger) -> None:
        self._ledger = ledger
        self._end = 0

    def place(self, at: int, samples: Samples) -> list[Samples]:
        gap = at - self._end
        pieces = [np.zeros(gap, np.int16)] if gap > 0 else []
        kept = samples[-gap:] if gap < 0 else samples
        self._ledger.fill(self._end, gap)
        self._end += max(gap, 0) + len(kept)
        return [*pieces, kept] if len(kept) else pieces

    def end(self) -> list[Samples]:
        return []


class DriftCorrector:
    """Follows times that are smooth: drift is resampled away, a gap becomes silence.

    Blocks that follow each other are taken together, which is cheaper, at the mean of their times.
    """

    def __init__(self, ledger: SoundLedger) -> None:
        self._ledger = ledger
        self._graph = av.filter.Graph()
        source = self._graph.add_abuffer(
            sample_rate=RATE_HZ, format="s16", layout="mono", time_base=_TIME_BASE
        )
        corrected = self._graph.add("aresample", **_CORRECTION)
        form = self._graph.add("aformat", sample_fmts="s16", channel_layouts="mono")
        self._graph.link_nodes(source, corrected, form, self._graph.add("abuffersink"))
        self._graph.configure()
        self._blocks: list[Samples] = []
        self._starts: list[int] = []
        """Where the first block begins, as the stamp of each block says."""
        self._collected = 0
        self._end: int | None = None
        """Where the last block ended."""

    def place(self, at: int, samples: Samples) -> list[Samples]:
        gap = at - (at if self._end is None else self._end)
        # Left to the resampler, a gap below 0.1 s would be stretched away over a minute.
        if gap > _JUMP_SAMPLES:
            samples, at = np.concatenate([np.zeros(gap, np.int16), samples]), at - gap
            self._ledger.fill(at, gap)
        elif gap < -_JUMP_SAMPLES:
            samples, at = samples[-gap:], at - gap
        if not len(samples):
            return []
        if self._end is None and at > _JUMP_SAMPLES:
            # The resampler begins with silence by itself.
            self._ledger.fill(0, at)
        self._end = at + len(samples)
        self._blocks.append(samples)
        self._starts.append(at - self._collected)
        self._collected += len(samples)
        return self._correct() if self._collected >= _TOGETHER_SAMPLES else []

    def end(self) -> list[Samples]:
        pieces = self._correct()
        self._graph.push(None)
        return pieces + self._pull()

    def _correct(self) -> list[Samples]:
        if not self._blocks:
            return []
        start = max(0, round(sum(self._starts) / len(self._starts)))
        self._graph.push(sound_frame(np.concatenate(self._blocks), start))
        self._blocks, self._starts, self._collected = [], [], 0
        return self._pull()

    def _pull(self) -> list[Samples]:
        pieces: list[Samples] = []
        while True:
            try:
                frame = self._graph.pull()
            except (av.error.BlockingIOError, av.error.EOFError):
                return pieces
            if isinstance(frame, av.AudioFrame):
                pieces.append(np.asarray(frame.to_ndarray(), np.int16).reshape(-1))


def sound_frame(samples: Samples, pts: int) -> av.AudioFrame:
    """Mono samples as FFmpeg takes them; `pts` in samples."""
    frame = av.AudioFrame.from_ndarray(
        np.ascontiguousarray(samples).reshape(1, -1), format="s16", layout="mono"
    )
    frame.sample_rate = RATE_HZ
    frame.time_base = _TIME_BASE
    frame.pts = pts
    return frame


class Soundtrack:
    """Takes blocks in any size and gives whole frames of `frame_samples`, never past the picture.

    Give it the sound that has arrived before the picture: what is `PATIENCE_S` late is silence.
    """

    def __init__(self, start_ns: int, frame_samples: int, *, exact: bool) -> None:
        self._start_ns = start_ns
        self._frame_samples = frame_samples
        self._ledger = SoundLedger()
        self._placer: _Placer = ExactPlacer(self._ledger) if exact else DriftCorrector(self._ledger)
        self._clock = None if exact else SoundClock()
        self._heard_until = 0
        self._held: list[Samples] = []
        self._held_samples = 0
        self._given = 0

    @property
    def lost_samples(self) -> int:
        """Samples that the sound system or a full queue lost."""
        return self._ledger.lost_samples

    @property
    def silence_samples(self) -> int:
        """Samples of silence that stand where no sound arrived."""
        return self._ledger.silence_samples

    def news(self) -> SoundNews:
        """What became known of missing sound since this was last asked."""
        return self._ledger.take(None if self._clock is None else self._clock.known_ppm)

    def add(self, block: Block) -> None:
        """Take a block. What lies before the part's start is cut away."""
        if block.lost_samples:
            self._ledger.lose(
                self._sample_at(block.time_ns) - block.lost_samples, block.lost_samples
            )
        for timed in [block] if self._clock is None else self._clock.take(block):
            self._add(timed)

    def _add(self, block: Block) -> None:
        at = self._sample_at(block.time_ns)
        samples = block.samples
        if at < 0:
            samples, at = samples[-at:], 0
        if len(samples):
            self._place(at, samples)

    def frames_until(self, picture_ns: int) -> list[av.AudioFrame]:
        """What sound there is in whole frames that end at or before this picture's time."""
        reached = self._sample_at(picture_ns)
        late = reached - round(PATIENCE_S * RATE_HZ) - self._heard_until
        if late > 0:
            self._ledger.fill(self._heard_until, late)
            self._place(self._heard_until, np.zeros(late, np.int16))
        whole = min(reached - self._given, self._held_samples) // self._frame_samples
        return self._frames(self._take(whole * self._frame_samples)) if whole > 0 else []

    def end(self, end_ns: int) -> list[av.AudioFrame]:
        """All that is left, cut or filled with silence to end exactly at `end_ns`."""
        for timed in [] if self._clock is None else self._clock.end():
            self._add(timed)
        self._hold(self._placer.end())
        left = self._sample_at(end_ns) - self._given
        if self._held_samples < left:
            missing = left - self._held_samples
            if missing > _JUMP_SAMPLES:
                self._ledger.fill(self._given + self._held_samples, missing)
            self._hold([np.zeros(missing, np.int16)])
        self._ledger.end(self._sample_at(end_ns))
        return self._frames(self._take(self._held_samples)[: max(left, 0)])

    def _sample_at(self, time_ns: int) -> int:
        return round((time_ns - self._start_ns) * RATE_HZ / _SECOND_NS)

    def _place(self, at: int, samples: Samples) -> None:
        self._heard_until = max(self._heard_until, at + len(samples))
        self._hold(self._placer.place(at, samples))

    def _hold(self, pieces: list[Samples]) -> None:
        self._held += pieces
        self._held_samples += sum(map(len, pieces))

    def _take(self, count: int) -> Samples:
        sound = np.concatenate(self._held) if self._held else np.zeros(0, np.int16)
        self._held = [sound[count:]]
        self._held_samples = len(sound) - count
        return sound[:count]

    def _frames(self, sound: Samples) -> list[av.AudioFrame]:
        """One long frame of whole ones, which PyAV cuts, and at the very end a shorter one."""
        frames = []
        whole = len(sound) // self._frame_samples * self._frame_samples
        for samples in (sound[:whole], sound[whole:]):
            if len(samples):
                frames.append(sound_frame(samples, self._given))
                self._given += len(samples)
        return frames

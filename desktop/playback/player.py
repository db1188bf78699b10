"""Plays a recording's segments as one: pictures and sound in step, pause, seek. No Qt.

What is heard is the clock; where nothing can be heard, the computer's clock is. Pictures are taken
by whoever shows them, as often as they like, and are the ones that are due. It owns two threads,
one for pictures and one for sound.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

from desktop.playback.reel import Frame, Picture, Sound, frames, sound_of
from desktop.playback.sound_feed import feed
from desktop.playback.sound_out import SoundOut
from desktop.playback.timeline import Timeline, Unplayable, timeline_of
from holdfast.clock import Clock

_log = logging.getLogger(__name__)

_DEPTH: Final = 6
"""Pictures that are ready in advance."""
_AHEAD_S: Final = 0.3
"""Sound that is handed over before it is heard."""
_LATE_S: Final = 0.1
_SHOW_EVERY_S: Final = 0.25
"""A computer that is too slow for a video shows a picture this often all the same."""
_END_S: Final = 0.02
_LOOK_EVERY_S: Final = 0.02
_THREAD_END_S: Final = 5.0

OpenSound = Callable[[Sound, Clock, Callable[[], None]], SoundOut]


class Player:
    """Plays once `open` was called, until `close`. Methods may be called from any thread.

    `on_change` is called from threads of its own: when the first picture is there, when playing
    ends, and when there is trouble.
    """

    def __init__(
        self, clock: Clock, on_change: Callable[[], None], open_sound: OpenSound = SoundOut
    ) -> None:
        self._clock = clock
        self._on_change = on_change
        self._open_sound = open_sound
        self._state = threading.Condition(threading.RLock())
        self._timeline: Timeline | None = None
        self._out: SoundOut | None = None
        self._trouble: str | None = None
        self._ready: deque[Picture] = deque()
        self._view = (960, 540)
        self._at_s = 0.0
        """Where it stands, or where the run that plays began."""
        self._from_ns = 0
        self._reel = 1
        """Grows with every seek; pictures of an earlier one are thrown away."""
        self._run: int | None = None
        """The run of sound that plays, 0 without sound; None while the clock stands."""
        self._wants_to_play = self._is_closed = False
        self._is_fresh = self._is_shown = self._is_exhausted = False
        """Of this reel: its first picture waits, was given, its last one was read."""
        self._threads: tuple[threading.Thread, ...] = ()

    def open(self, files: Sequence[Path]) -> None:
        """Read these segments, in order, and get the first picture ready. Returns at once."""
        self._threads = (
            threading.Thread(target=self._read, args=(tuple(files),), name="pictures", daemon=True),
            threading.Thread(target=self._feed, name="sound", daemon=True),
        )
        for each in self._threads:
            each.start()

    def close(self) -> None:
        """Stop, and let go of files and loudspeaker."""
        with self._state:
            self._is_closed, self._wants_to_play, self._run = True, False, None
            out, self._out = self._out, None
            self._state.notify_all()
        if out is not None:
            out.close()
        for each in self._threads:
            each.join(_THREAD_END_S)

    @property
    def trouble(self) -> str | None:
        """Why nothing can be played, as a sentence."""
        return self._trouble

    @property
    def is_open(self) -> bool:
        """Whether it is known what there is to play."""
        return self._timeline is not None

    @property
    def duration_s(self) -> float:
        """How long the recording is, once it is known; gaps and pauses count."""
        return self._timeline.duration_s if self._timeline is not None else 0.0

    @property
    def is_playing(self) -> bool:
        """Whether it plays, or will as soon as it can."""
        return self._wants_to_play

    @property
    def has_sound(self) -> bool:
        """Whether anything is heard, or will be."""
        out = self._out
        return out is not None and not out.has_failed

    @property
    def position_s(self) -> float:
        """Where it is, in seconds on the recording's clock."""
        with self._state:
            return min(self._now_s(), self.duration_s) if self.duration_s else self._at_s

    def set_view(self, width: int, height: int) -> None:
        """Pictures are made no larger than this, in pixels."""
        self._view = (max(16, width), max(16, height))

    def play(self) -> None:
        """Go on from here; from the beginning where it has ended."""
        with self._state:
            if self._trouble is not None:
                return
            if self._timeline is not None and self._at_s >= self.duration_s - _END_S:
                self.seek(0.0)
            self._wants_to_play = True
            self._try_to_run()

    def pause(self) -> None:
        """Stand still here."""
        with self._state:
            self._stand()
            self._wants_to_play = False

    def seek(self, at_s: float) -> None:
        """Go there, in seconds on the recording's clock; what plays goes on playing from there."""
        with self._state:
            self._stand()
            self._at_s = max(0.0, min(at_s, self.duration_s) if self.duration_s else at_s)
            self._reel += 1
            self._is_fresh = self._is_shown = self._is_exhausted = False
            self._ready.clear()
            self._state.notify_all()

    def picture(self) -> Picture | None:
        """The picture that is due, unless it was given before."""
        with self._state:
            self._try_to_run()
            due: Picture | None = None
            if self._is_fresh and self._ready:
                # The first one after a seek shows at once, whether or not it plays.
                due, self._is_fresh = self._ready.popleft(), False
            now_s = self._now_s()
            while self._ready and self._run is not None and self._ready[0].at_s <= now_s:
                due = self._ready.popleft()
            if due is not None:
                self._is_shown = True
                self._state.notify_all()
            self._look_for_the_end(now_s)
            return due

    # What follows is called with the state held, unless it says otherwise.

    def _now_s(self) -> float:
        if self._run is None:
            return self._at_s
        if self._out is not None and self._run:
            if not self._out.has_failed:
                return self._at_s + self._out.heard_s()
            # Nothing is heard any more: from here on, the computer's clock counts.
            self._at_s += self._out.heard_s()
            self._run, self._from_ns = 0, self._clock.monotonic_ns()
        return self._at_s + (self._clock.monotonic_ns() - self._from_ns) / 1e9

    def _stand(self) -> None:
        self._at_s = min(self._now_s(), self.duration_s) if self.duration_s else self._at_s
        if self._run and self._out is not None:
            self._out.begin()
        self._run = None

    def _try_to_run(self) -> None:
        """Start the clock, as soon as the first picture and the loudspeaker are there."""
        is_ready = bool(self._ready) or self._is_shown or self._is_exhausted
        if not self._wants_to_play or self._run is not None or not is_ready:
            return
        if self._out is not None and not self._out.has_failed:
            if not self._out.is_ready:
                return
            self._run = self._out.begin()
        else:
            self._run = 0
        self._from_ns = self._clock.monotonic_ns()
        self._state.notify_all()

    def _look_for_the_end(self, now_s: float) -> None:
        is_over = self._is_exhausted and not self._ready and now_s >= self.duration_s - _END_S
        if self._run is not None and is_over:
            self._stand()
            self._at_s = self.duration_s
            self._wants_to_play = False
            self._on_change()

    # The thread of pictures.

    def _read(self, files: Sequence[Path]) -> None:
        try:
            timeline = timeline_of(files)
            with self._state:
                self._timeline = timeline
            sound = sound_of(timeline)
            if sound is not None:
                self._open_out(sound)
            self._on_change()
            self._read_reels(timeline)
        except Unplayable as error:
            self._tell(error.sentence)
        except Exception:  # noqa: BLE001  # A damaged file can fail in any way: it must be told.
            _log.exception("a recording cannot be played")
            self._tell("This recording cannot be played here. Its files are untouched.")

    def _tell(self, sentence: str) -> None:
        with self._state:
            self._trouble = sentence
            self._wants_to_play, self._run = False, None
        self._on_change()

    def _open_out(self, sound: Sound) -> None:
        out = self._open_sound(sound, self._clock, self._on_change)
        with self._state:
            if not self._is_closed:
                self._out = out
                return
        out.close()

    def _read_reels(self, timeline: Timeline) -> None:
        done = 0
        while (reel := self._next_reel(done)) is not None:
            done, from_s = reel
            with closing(frames(timeline, from_s)) as found:
                self._read_reel(done, found)

    def _next_reel(self, done: int) -> tuple[int, float] | None:
        """The next place from which pictures are wanted; None when there is none any more."""
        with self._state:
            self._state.wait_for(lambda: self._is_closed or self._reel != done)
            return None if self._is_closed else (self._reel, min(self._at_s, self.duration_s))

    def _read_reel(self, reel: int, found: Iterator[Frame]) -> None:
        shown_s = -1.0
        late: Frame | None = None
        for number, frame in enumerate(found):
            if number and self._is_late(frame, shown_s):
                late = frame
                continue
            # Of those that were late, the last one holds until this one is due.
            for each in (late, frame) if late is not None else (frame,):
                if not self._offer(reel, each, is_first=number == 0):
                    return
            shown_s, late = frame.at_s, None
        if late is not None and not self._offer(reel, late, is_first=False):
            return
        with self._state:
            if reel == self._reel:
                self._is_exhausted = True
        self._on_change()

    def _is_late(self, frame: Frame, shown_s: float) -> bool:
        with self._state:
            late_s = self._now_s() - frame.at_s if self._run is not None else 0.0
        return late_s > _LATE_S and frame.at_s - shown_s < _SHOW_EVERY_S

    def _offer(self, reel: int, frame: Frame, *, is_first: bool) -> bool:
        picture = frame.picture(*self._view)
        with self._state:
            self._state.wait_for(
                lambda: self._is_closed or reel != self._reel or len(self._ready) < _DEPTH
            )
            if self._is_closed or reel != self._reel:
                return False
            self._ready.append(picture)
            self._is_fresh = self._is_fresh or is_first
        if is_first:
            self._on_change()
        return True

    # The thread of sound.

    def _feed(self) -> None:
        done = 0
        while (run := self._next_run(done)) is not None:
            done, out, timeline, from_s = run
            feed(timeline, out, done, from_s, partial(self._may_feed, done, out))

    def _next_run(self, done: int) -> tuple[int, SoundOut, Timeline, float] | None:
        """The next run that is to be heard; None when there is none any more."""
        with self._state:
            while not self._is_closed:
                if self._run and self._run != done and self._out and self._timeline:
                    return self._run, self._out, self._timeline, self._at_s
                self._state.wait()
        return None

    def _may_feed(self, run: int, out: SoundOut, fed_s: float) -> bool:
        """Wait until little is left to be heard; false where this run is over."""
        with self._state:
            while self._run == run and not self._is_closed and not out.has_failed:
                if fed_s - out.heard_s() < _AHEAD_S:
                    return True
                self._state.wait(_LOOK_EVERY_S)
        return False

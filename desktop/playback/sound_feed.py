"""Hands a timeline's sound to the loudspeaker as one stream: silence where there is a hole.

It decides what is written, never when: it asks before each piece.
"""

import logging
from collections.abc import Callable
from contextlib import closing
from typing import Final

from desktop.playback.reel import samples
from desktop.playback.sound_out import SoundOut
from desktop.playback.timeline import Timeline, Unplayable

_log = logging.getLogger(__name__)

_SILENCE_S: Final = 0.1
"""Silence is written in pieces of this length, so that it can be broken off."""

MayFeed = Callable[[float], bool]
"""Waits until what was written up to so many seconds is nearly heard; false to break off."""


def feed(timeline: Timeline, out: SoundOut, run: int, from_s: float, may_feed: MayFeed) -> None:
    """Write the sound from `from_s` to the timeline's end, as the samples of this run."""
    rate_hz = out.sound.rate_hz
    fed = 0
    """Frames of the run that were written."""
    try:
        with closing(samples(timeline, out.sound, from_s)) as found:
            for each in found:
                fed = _fill(out, run, fed, round((each.at_s - from_s) * rate_hz), may_feed)
                if not may_feed(fed / rate_hz):
                    return
                out.write(run, each.samples.tobytes())
                fed += len(each.samples)
    except Unplayable as error:
        # Whoever plays the pictures says so; until then it is silent.
        _log.warning("the sound ends: %s", error.sentence)
    _fill(out, run, fed, round((timeline.duration_s - from_s) * rate_hz), may_feed)


def _fill(out: SoundOut, run: int, fed: int, until: int, may_feed: MayFeed) -> int:
    """Write silence from frame `fed` to frame `until`; returns how far it came."""
    most = round(_SILENCE_S * out.sound.rate_hz)
    while fed < until and may_feed(fed / out.sound.rate_hz):
        count = min(most, until - fed)
        out.write(run, bytes(2 * out.sound.channels * count))
        fed += count
    return fed

"""When a segment ends, and what its sidecar says: fragments in, steps for the writer out. Pure.

A segment is the part's init and whole fragments. It ends where a fragment begins with a key frame
at or after `SEGMENT_S`, so that every segment plays by itself and none repeats a picture.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop.recording.model import SEGMENT_S
from desktop.recording.sound_ledger import NOTHING_NEW, Run, SoundNews
from desktop.recording.sources import RATE_HZ
from holdfast.fragments import VIDEO_TICKS, Fragment, Init, content
from holdfast.journal import Losses
from holdfast.sidecar import Sidecar
from holdfast.soundloss import SoundLoss, Span, together

LARGE_BYTES: Final = 24 << 20
"""A segment of this size ends at the next key frame: the receiver takes at most 64 MiB."""


@dataclass(frozen=True, slots=True)
class Captured:
    """A picture that went into the part: its place there in 1/90000 s and its capture time.

    `lost_before` counts the pictures that were lost just before it; `sound` is what became known
    of missing sound since the picture before, None in a part without sound.
    """

    pts: int
    time_ns: int
    lost_before: int
    sound: SoundNews | None = None


@dataclass(frozen=True, slots=True)
class Begin:
    """Step: open the segment with this number and write the init."""

    number: int
    init: Init


@dataclass(frozen=True, slots=True)
class Append:
    """Step: add a fragment to the open segment; `pictures` are the ones in it."""

    fragment: Fragment
    pictures: tuple[Captured, ...]


@dataclass(frozen=True, slots=True)
class End:
    """Step: the open segment is complete. `lost` counts pictures lost after its last one."""

    lost: int = 0


Step = Begin | Append | End


class Segmenter:
    """Decides where the segments of one part begin and end."""

    def __init__(self, first_segment: int, segment_s: float = SEGMENT_S) -> None:
        self._next_number = first_segment
        self._segment_ticks = round(segment_s * VIDEO_TICKS)
        self._init: Init | None = None
        self._captured: deque[Captured] = deque()
        self._began_at: int | None = None
        self._size_bytes = 0

    @property
    def next_number(self) -> int:
        """The number of the segment that would be opened next."""
        return self._next_number

    def captured(self, picture: Captured) -> None:
        """Note a picture before the fragment that holds it arrives; told again, what is new."""
        if self._captured and self._captured[-1].pts == picture.pts:
            picture = _joined(self._captured.pop(), picture)
        self._captured.append(picture)

    def add(self, item: Init | Fragment) -> list[Step]:
        """What the writer has to do about the next init or fragment of the part."""
        if isinstance(item, Init):
            self._init = item
            return []
        if self._init is None:
            raise ValueError("a fragment came before the part's init")
        run = item.run(self._init.track("video"))
        pts = content(self._init, [item]).video_pts
        steps: list[Step] = []
        if run is not None and run.starts_with_key and self._is_due(pts[0]):
            steps += self.end()
        if self._began_at is None:
            steps.append(Begin(self._next_number, self._init))
            self._next_number += 1
            self._began_at = pts[0] if pts else 0
        self._size_bytes += len(item.data)
        steps.append(Append(item, self._pictures_until(pts[-1] if pts else -1)))
        return steps

    def end(self, lost: int = 0) -> list[Step]:
        """End the open segment, if there is one; `lost` counts pictures lost after its last."""
        is_open = self._began_at is not None
        self._began_at = None
        self._size_bytes = 0
        return [End(lost)] if is_open else []

    def _is_due(self, pts: int) -> bool:
        if self._began_at is None:
            return False
        return pts - self._began_at >= self._segment_ticks or self._size_bytes >= LARGE_BYTES

    def _pictures_until(self, pts: int) -> tuple[Captured, ...]:
        pictures = []
        while self._captured and self._captured[0].pts <= pts:
            pictures.append(self._captured.popleft())
        return tuple(pictures)


def _joined(first: Captured, again: Captured) -> Captured:
    before, after = first.sound or NOTHING_NEW, again.sound or NOTHING_NEW
    return replace(
        first,
        lost_before=first.lost_before + again.lost_before,
        sound=replace(after, lost=before.lost + after.lost, silent=before.silent + after.silent),
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Which recording and part a segment belongs to, and where the part lies on its clock."""

    recording: str
    part: int
    offset_s: float


def describe(
    place: Place,
    begin: Begin,
    appended: Sequence[Append],
    size_bytes: int,
    sha256: str,
    lost_at_end: int = 0,
) -> Sidecar:
    """The sidecar of a segment that holds these fragments, of which one at least has a picture.

    `lost_at_end` counts pictures that were lost after its last one; they are noted at its end.
    """
    held = content(begin.init, [step.fragment for step in appended])
    pictures = [picture for step in appended for picture in step.pictures]
    base_ns = pictures[0].time_ns
    losses = _frame_losses(place, pictures)
    if lost_at_end:
        end_ticks = held.video_pts[0] + held.video_duration
        losses += ((round(place.offset_s + end_ticks / VIDEO_TICKS, 6), lost_at_end),)
    return Sidecar(
        recording=place.recording,
        segment=begin.number,
        part=place.part,
        size_bytes=size_bytes,
        sha256=sha256,
        start_s=round(place.offset_s + held.video_pts[0] / VIDEO_TICKS, 6),
        duration_s=round(held.video_duration / VIDEO_TICKS, 6),
        frames=held.frames,
        samples=held.samples,
        lost_frames=sum(count for _, count in losses),
        losses=losses,
        base_monotonic_ns=base_ns,
        frame_times_us=tuple((picture.time_ns - base_ns) // 1000 for picture in pictures),
        sound=_sound_loss(place, pictures),
        sound_clock_ppm=_clock_ppm(pictures),
    )


def losses_in(place: Place, segment: int, appended: Append) -> Losses | None:
    """What the journal must say of a fragment before it is written; None where all is well."""
    pictures = appended.pictures
    frames = _frame_losses(place, pictures)
    sound = _sound_loss(place, pictures)
    if not frames and (sound is None or sound == SoundLoss()):
        return None
    until_s = round(place.offset_s + pictures[-1].pts / VIDEO_TICKS, 6)
    return Losses(segment, until_s, frames, sound)


def _frame_losses(place: Place, pictures: Sequence[Captured]) -> tuple[tuple[float, int], ...]:
    return tuple(
        (round(place.offset_s + picture.pts / VIDEO_TICKS, 6), picture.lost_before)
        for picture in pictures
        if picture.lost_before
    )


def _sound_loss(place: Place, pictures: Sequence[Captured]) -> SoundLoss | None:
    news = [picture.sound for picture in pictures if picture.sound is not None]
    if not news:
        return None
    return together(
        SoundLoss(_spans(place, each.lost), _spans(place, each.silent)) for each in news
    )


def _spans(place: Place, runs: Sequence[Run]) -> tuple[Span, ...]:
    return tuple(
        (round(place.offset_s + at / RATE_HZ, 6), round(count / RATE_HZ, 6)) for at, count in runs
    )


def _clock_ppm(pictures: Sequence[Captured]) -> float | None:
    known = [each.sound.clock_ppm for each in pictures if each.sound is not None]
    return known[-1] if known else None

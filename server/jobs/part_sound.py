"""How much sound a part's segments hold beside their picture, measured on the part's own clock.

It reads segments as bytes and judges nothing; whether a film may be shown decides the probe.
"""

from dataclasses import dataclass
from pathlib import Path

from holdfast import fragments
from holdfast.fragments import VIDEO_TICKS
from holdfast.jsonform import Json
from holdfast.soundloss import SLIGHT_S
from server.jobs.parts import PartFiles


@dataclass(frozen=True, slots=True)
class PartSound:
    """A part's sound, in seconds. `end_s` is where it ends, on the part's clock.

    `holes_s` is what is missing between its beginning and its end, without segments that were
    given up. `last_picture_s` is how long the part's last picture is shown.
    """

    part: int
    offset_s: float
    picture_s: float
    last_picture_s: float
    end_s: float
    holes_s: float

    @property
    def missing_at_end_s(self) -> float:
        """How much earlier than the picture it ends; negative where it ends later."""
        return self.picture_s - self.end_s

    @property
    def missing_s(self) -> float:
        """All sound that is missing in the part."""
        return self.holes_s + max(0.0, self.missing_at_end_s)

    @property
    def is_whole(self) -> bool:
        """Whether no more is missing than pictures and packets of sound differ in length."""
        return self.missing_s <= SLIGHT_S

    def to_json(self) -> Json:
        return {
            "part": self.part,
            "ends_s": round(self.offset_s + self.end_s, 3),
            "missing_s": round(self.missing_s, 3),
        }


@dataclass(frozen=True, slots=True)
class _SegmentSound:
    """One segment's picture and sound on its part's clock, in seconds."""

    picture: tuple[float, float] | None
    last_picture_s: float
    sound: tuple[float, float] | None
    heard_s: float


def sound_of_part(part: PartFiles) -> PartSound | None:
    """What the part holds of sound; None where it has none. Raises Damaged, OSError."""
    segments = [_look_into(path) for path in part.paths]
    ends_s = [each.sound[1] for each in segments if each.sound is not None]
    if not ends_s:
        return None
    return PartSound(
        part=part.part,
        offset_s=part.offset_s,
        picture_s=part.duration_s,
        last_picture_s=segments[-1].last_picture_s,
        end_s=max(ends_s),
        holes_s=_holes_s(segments),
    )


def _look_into(path: Path) -> _SegmentSound:
    init, found = fragments.read(path)
    content, audio = fragments.content(init, found), init.track("audio")
    pts, end = content.video_pts, content.video_end
    return _SegmentSound(
        picture=(pts[0] / VIDEO_TICKS, end / VIDEO_TICKS) if pts else None,
        last_picture_s=(end - pts[-1]) / VIDEO_TICKS if pts else 0.0,
        sound=fragments.sound_span(init, found),
        heard_s=0.0 if audio is None else content.samples / audio.timescale,
    )


def _holes_s(segments: list[_SegmentSound]) -> float:
    holes_s = picture_end_s = 0.0
    sound_end_s: float | None = 0.0
    for each in segments:
        if each.picture is not None:
            if each.picture[0] - picture_end_s > SLIGHT_S:
                # What came before was given up, and the manifest says so.
                sound_end_s = None
            picture_end_s = each.picture[1]
        if each.sound is not None:
            begin_s, end_s = each.sound
            holes_s += max(0.0, end_s - begin_s - each.heard_s)
            holes_s += 0.0 if sound_end_s is None else max(0.0, begin_s - sound_end_s)
            sound_end_s = end_s
    return holes_s

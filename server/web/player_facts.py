"""What the player's script and the time line are told of a recording. Values; it opens nothing.

The time line is drawn by the server, so that it says something without scripts: places on it are
thousandths of the recording's length.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from holdfast.jsonform import Json
from server.domain.custody import RecordingView
from server.web.watch_texts import clock_place

TIMELINE_WIDTH: Final = 1000.0
FPS: Final = 30.0
"""Where the film does not tell."""
_THINNEST: Final = 1.5
"""So that what is short on a long time line can be seen at all."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Something on the time line that lasts. `left` and `width` are thousandths."""

    kind: str
    left: float
    width: float
    says: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A marker on the time line."""

    at: float
    t_s: float
    name: str


@dataclass(frozen=True, slots=True)
class TimeLine:
    """What happened when."""

    duration_s: float
    stretches: tuple[Stretch, ...]
    moments: tuple[Moment, ...]

    @property
    def says(self) -> str:
        """In words, for whoever does not see it."""
        if not self.stretches and not self.moments:
            return f"{clock_place(self.duration_s)} long, without a gap or a marker."
        return "; ".join(
            [each.says for each in self.stretches]
            + [f"marker {each.name} at {clock_place(each.t_s)}" for each in self.moments]
        )


def time_line(
    duration_s: float,
    manifest: Json | None,
    tracking_gaps: Sequence[Sequence[float]] = (),
    missing: Sequence[int] = (),
) -> TimeLine:
    """The time line of a recording of this length, as far as manifest and tracking tell."""
    manifest = manifest or {}
    stretches = [
        *(_stretch("gap", each, duration_s, each["reason"]) for each in manifest.get("gaps", [])),
        *_missing(manifest, missing, duration_s),
        *(
            _between("nobody", float(first), float(last), duration_s, "nobody found")
            for first, last in tracking_gaps
        ),
    ]
    moments = [
        Moment(_place(each["t_s"], duration_s), float(each["t_s"]), str(each["name"]))
        for each in manifest.get("markers", [])
    ]
    return TimeLine(duration_s, tuple(stretches), tuple(moments))


def _missing(manifest: Json, missing: Sequence[int], duration_s: float) -> list[Stretch]:
    wanted = set(missing)
    return [
        _between(
            "missing",
            float(each["start_s"]),
            float(each["start_s"]) + float(each["duration_s"]),
            duration_s,
            f"segment {each['segment']} is not here",
        )
        for each in manifest.get("segments", [])
        if each["segment"] in wanted
    ]


def _stretch(kind: str, gap: Json, duration_s: float, reason: str) -> Stretch:
    return _between(kind, float(gap["from_s"]), float(gap["to_s"]), duration_s, f"gap ({reason})")


def _between(kind: str, first_s: float, last_s: float, duration_s: float, what: str) -> Stretch:
    left, right = _place(first_s, duration_s), _place(last_s, duration_s)
    says = f"{what} from {clock_place(first_s)} to {clock_place(last_s)}"
    return Stretch(kind, left, max(_THINNEST, right - left), says)


def _place(t_s: float, duration_s: float) -> float:
    if duration_s <= 0:
        return 0.0
    return round(min(1.0, max(0.0, t_s / duration_s)) * TIMELINE_WIDTH, 2)


def player_facts(
    view: RecordingView,
    line: TimeLine,
    made: Mapping[str, Json],
    base: str,
) -> Json:
    """What the script needs. `made` holds the facts of each kind of result that is here."""
    video = view.video or {}
    sprite = made.get("sprite")
    return {
        "duration_s": line.duration_s,
        "fps": _fps(video),
        "markers": [{"t_s": each.t_s, "name": each.name} for each in line.moments],
        "tracking": f"{base}/tracking.json" if "track" in made else None,
        "waveform": f"{base}/waveform.json" if "waveform" in made else None,
        "sprite": None if sprite is None else {**sprite, "url": f"{base}/sprite"},
    }


def _fps(video: Json) -> float:
    """How many pictures a second the film has, on the average."""
    frames, duration_s = video.get("frames") or 0, video.get("duration_s") or 0
    return round(frames / duration_s, 3) if frames and duration_s else FPS

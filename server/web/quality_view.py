"""What the recording's page says of what was measured on the film. It measures nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from holdfast.jsonform import Json


@dataclass(frozen=True, slots=True)
class QualityView:
    """Findings in plain words, and the numbers behind them."""

    findings: tuple[str, ...]
    numbers: tuple[tuple[str, str], ...]


def quality_view(facts: Json) -> QualityView:
    """The view of the facts of a result of the kind `quality`."""
    findings = tuple(str(each["words"]) for each in facts["findings"])
    numbers = (*_picture(facts["picture"]), *_timings(facts), *_sound(facts["sound"]))
    return QualityView(findings, tuple(numbers))


def _picture(picture: Json) -> Iterator[tuple[str, str]]:
    yield "Looked at", f"{picture['looks']} pictures, every {picture['every_s']:g} s"
    yield "A face was seen", _share(picture["face_seen_share"])
    yield "Too dark", _share(picture["dark_share"])
    yield "Blurred", _share(picture["blurred_share"])
    yield "Unchanged", _share(picture["unchanged_share"])


def _timings(facts: Json) -> Iterator[tuple[str, str]]:
    """Of each film; results that were made of the first one only have no list of them."""
    yield from _timing(facts["timing"], "")
    for each in facts.get("films", [])[1:]:
        yield from _timing(each["timing"], f" (part {each['part']})")


def _timing(timing: Json, where: str) -> Iterator[tuple[str, str]]:
    rate = timing["frame_rate"]
    if rate is None:
        return
    yield f"Pictures a second{where}", f"{rate['mean_fps']:.2f}"
    between = rate["interval_ms"]
    usual, spread, most = between["median"], between["deviation"], rate["longest_interval_ms"]
    said = f"{usual:.1f} ms, ± {spread:.1f} ms, at most {most:.0f} ms"
    yield f"Between two pictures{where}", said


def _sound(sound: Json | None) -> Iterator[tuple[str, str]]:
    if sound is None:
        yield "Sound", "none"
        return
    yield "Silent", _share(sound["silent_share"])
    yield "Too loud", _share(sound["clipped_share"])


def _share(share: float | None) -> str:
    return "not known" if share is None else f"{share * 100:.1f} % of the time"

"""Custody's four lights with their evidence in words: why each is on, or what it waits for."""

from dataclasses import dataclass

from holdfast.jsonform import Json
from server.domain.custody import RecordingView
from server.web.texts import Light, count, day_time, duration, lights, size


@dataclass(frozen=True, slots=True)
class Evidence:
    """A light and one sentence for it."""

    light: Light
    says: str


def evidence(view: RecordingView, manifest: Json | None, receipt: Json | None) -> list[Evidence]:
    """Saved, received, verified, playable, each with what it rests on."""
    sentences = (
        _saved(view, manifest),
        _received(view),
        _verified(receipt),
        _playable(view),
    )
    return [Evidence(light, says) for light, says in zip(lights(view), sentences, strict=True)]


def _saved(view: RecordingView, manifest: Json | None) -> str:
    if manifest is None:
        begun = "The device is saving it" if view.stored else "The device has announced it"
        return f"{begun}; its manifest has not come yet."
    totals = manifest["totals"]
    whole = "complete" if manifest["state"] == "complete" else "interrupted, with what was saved"
    listed = count(len(manifest["segments"]), "segment")
    return f"The device's manifest is here: {whole}, {listed}, {size(totals['size_bytes'])}."


def _received(view: RecordingView) -> str:
    here = f"{count(len(view.stored), 'segment')}, {size(view.stored_bytes)}"
    if view.missing is None:
        return f"{here} so far; how many there will be is not known yet."
    if view.missing:
        return f"{here}; {count(len(view.missing), 'segment')} of the manifest not here."
    return f"{here}: nothing of the manifest is missing, and every SHA-256 matches."


def _verified(receipt: Json | None) -> str:
    if receipt is None:
        return "The receiver gives its receipt once everything is here."
    return f"The receiver signed for it on {day_time(receipt['stored_at'])}."


def _playable(view: RecordingView) -> str:
    if not view.is_playable:
        return view.why_not_playable or ""
    video = view.video
    if video is None:
        return "It was decoded at both ends."
    picture = f"{video['width']} × {video['height']}, {duration(video['duration_s'])}"
    return f"The first and the last picture were decoded: {picture}."

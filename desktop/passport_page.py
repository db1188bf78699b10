"""The passport as one page for people: self-contained, light and dark, without scripts or requests.

It only words what `passport.py` found; every text that came from elsewhere is escaped.
"""

from collections.abc import Iterable
from html import escape
from typing import Any, Final

from holdfast.jsonform import Json

_STYLE: Final = """
:root{color-scheme:light dark}
body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}
h2{font-size:1.15rem;margin-top:2.5rem;border-top:1px solid #8888;padding-top:1rem}
table{border-collapse:collapse;width:100%;margin:.8rem 0}
th,td{text-align:left;vertical-align:top;
padding:.25rem .8rem .25rem 0;border-bottom:1px solid #8884}
th{font-weight:600;white-space:nowrap}
td.n{text-align:right;font-variant-numeric:tabular-nums}
code{font-size:.8em;overflow-wrap:anywhere}
.warn{font-weight:600}
@media print{body{margin:0;max-width:none}}
"""


def passport_page(passport: Json) -> str:
    """The whole page as HTML."""
    title = f"Session {passport['session']}"
    visit = [
        ("Participant", passport["participant"]),
        ("Study", passport["study"]),
        ("Recordings", len(passport["recordings"])),
        ("Passport made", f"{passport['made_at']} by {passport['made_by']}"),
    ]
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{escape(title)}</h1>{_facts(visit)}"
        f"{''.join(_recording(each) for each in passport['recordings'])}</body></html>\n"
    )


def _recording(recording: Json) -> str:
    prompt = recording["prompt"] or "free recording"
    heading = f"{prompt}, take {recording['take']}"
    return (
        f"<h2>{escape(heading)}</h2>{_facts(_told(recording))}"
        f"{_quality(recording.get('quality'))}"
        f"{_list('Gaps', recording.get('gaps', []), _gap)}"
        f"{_list('Markers', recording.get('markers', []), _marker)}"
        f"{_segments(recording['segments'])}"
    )


def _told(recording: Json) -> list[tuple[str, Any]]:
    duration_s = recording.get("duration_s")
    receipt = recording["receipt"]
    return [
        ("Recording", recording["recording"]),
        ("Started", recording["started_at"]),
        ("State", recording["state"]),
        ("Length", None if duration_s is None else f"{duration_s:.3f} s"),
        ("Picture", _video(recording["video"])),
        ("Real frame rate", _rate(recording["frame_rate"])),
        ("Frames", f"{recording['frames']}, {recording['lost_frames']} lost"),
        ("Sound", _audio(recording["audio"])),
        ("Clock", _clock(recording.get("clock_offset_s"))),
        ("Device", recording["device"]),
        ("Recorded by", f"Holdfast {recording['app_version']}"),
        ("Manifest SHA-256", recording.get("manifest_sha256")),
        ("Receipt", "none yet" if receipt is None else f"stored {receipt['stored_at']}"),
    ]


def _video(video: Json | None) -> str:
    if video is None:
        return "none"
    return (
        f"{video['camera']['name']}: {video['width']} x {video['height']},"
        f" nominally {video['nominal_fps']:g} a second, {video['codec']}"
    )


def _audio(audio: Json | None) -> str:
    if audio is None:
        return "none"
    return f"{audio['microphone']}: {audio['rate_hz']} Hz, {audio['codec']}"


def _rate(rate: Json | None) -> str:
    if rate is None:
        return "unknown"
    return (
        f"{rate['mean_fps']:.3f} a second; {rate['shortest_interval_ms']:g} to"
        f" {rate['longest_interval_ms']:g} ms between frames"
    )


def _clock(offset: Json | None) -> str:
    if offset is None:
        return "not compared with a receiver"
    return f"{offset['value']:+.3f} s to the receiver's, ± {offset['uncertainty']:.3f} s"


_SHARES: Final = {
    "face_seen_share": "Face seen",
    "dark_share": "Too dark",
    "blurred_share": "Blurred",
    "frozen_share": "Standing still",
    "silent_share": "Silent",
    "clipped_share": "Distorted sound",
}


def _quality(quality: Json | None) -> str:
    """What the check found, in words, and every share that it measured."""
    if quality is None:
        return ""
    words = [str(each["words"]) for each in quality["findings"]]
    if quality["not_checked"] is not None:
        words.append(quality["not_checked"])
    checker = quality["checker"]
    facts = [
        ("Found", " ".join(words) or "Nothing that is out of order."),
        *((name, _percent(quality[key])) for key, name in _SHARES.items()),
        ("Looks at the picture", quality["samples"]),
        ("Faces found by", checker["detector"]),
        ("Checked", f"{quality['checked_at']} by {checker['name']} {checker['version']}"),
    ]
    return f"<h3>Quality</h3>{_facts(facts)}"


def _percent(share: float | None) -> str | None:
    return None if share is None else f"{share * 100:.1f} % of the time"


def _gap(gap: Json) -> str:
    return f"{gap['from_s']:.3f} to {gap['to_s']:.3f} s: {gap['reason']}"


def _marker(marker: Json) -> str:
    return f"{marker['t_s']:.3f} s: {marker['name']} ({marker['source']})"


def _facts(facts: Iterable[tuple[str, Any]]) -> str:
    rows = "".join(
        f"<tr><th scope='row'>{escape(name)}</th><td>{escape(str(value))}</td></tr>"
        for name, value in facts
        if value is not None
    )
    return f"<table>{rows}</table>"


def _list(title: str, entries: list[Json], word: Any) -> str:
    if not entries:
        return ""
    items = "".join(f"<li>{escape(word(each))}</li>" for each in entries)
    return f"<h3>{title}</h3><ul>{items}</ul>"


def _segments(segments: list[Json]) -> str:
    heads = ("Segment", "Starts", "Length", "Frames", "Lost", "Bytes", "SHA-256")
    head = "".join(f"<th scope='col'>{each}</th>" for each in heads)
    rows = "".join(_row(each) for each in segments)
    return f"<h3>Segments</h3><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _row(segment: Json) -> str:
    numbers = (
        str(segment["segment"]) + (" (salvaged)" if segment["salvaged"] else ""),
        f"{segment['start_s']:.3f}",
        f"{segment['duration_s']:.3f}",
        str(segment["frames"]),
        str(segment["lost_frames"]),
        str(segment["size_bytes"]) + ("" if segment["here"] else " (not here any more)"),
    )
    cells = "".join(f"<td class='n'>{escape(each)}</td>" for each in numbers)
    return f"<tr>{cells}<td><code>{escape(segment['sha256'])}</code></td></tr>"

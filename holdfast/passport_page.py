"""The passport as one page for people: self-contained, light and dark, without scripts or requests.

It only words what was found, on the computer that recorded or at the receiver; every text that came
from elsewhere is escaped.
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


def passport_page(passport: Json, more: str = "") -> str:
    """The whole page as HTML. `more` is HTML for its end, where everything is escaped already."""
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
        f"<h1>{escape(title)}</h1>{facts(visit)}{_clocks(passport['clocks'])}"
        f"{''.join(_recording(each) for each in passport['recordings'])}{more}</body></html>\n"
    )


def _clocks(clocks: list[Json]) -> str:
    """Recordings that ran side by side, on the clock that they share."""
    shared = [each for each in clocks if len(each["recordings"]) > 1]
    if not shared:
        return ""
    tables = "".join(
        table(
            ("Camera", "Starts, s", "Ends, s", "Monotonic clock, ns", "Recording"),
            [
                (
                    each["camera"] or "unknown",
                    f"{each['starts_s']:.6f}",
                    "" if each["ends_s"] is None else f"{each['ends_s']:.6f}",
                    str(each["started_monotonic_ns"]),
                    each["recording"],
                )
                for each in clock["recordings"]
            ],
        )
        + f"<p>Boot <code>{escape(str(clock['boot_id']))}</code></p>"
        for clock in shared
    )
    return f"<h2>On one clock</h2>{tables}"


def table(heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    """Texts as a table."""
    head = "".join(f"<th scope='col'>{escape(each)}</th>" for each in heads)
    lines = "".join(
        "<tr>" + "".join(f"<td>{escape(each)}</td>" for each in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"


def _recording(recording: Json) -> str:
    prompt = recording["prompt"] or "free recording"
    heading = f"{prompt}, take {recording['take']}"
    return (
        f"<h2>{escape(heading)}</h2>{facts(_told(recording))}"
        f"{_quality(recording.get('quality'))}"
        f"{_list('Parts', _several(recording.get('parts', [])), _part)}"
        f"{_list('Gaps', recording.get('gaps', []), _gap)}"
        f"{_list('Lost pictures', recording['losses'], _loss)}"
        f"{_list('Lost sound', _spans(recording, 'lost_sound'), _span)}"
        f"{_list('Silence that stands for missing sound', _spans(recording, 'silences'), _span)}"
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
        ("Sound lost", _sound_loss(recording["sound"], recording["audio"])),
        ("Sound card's clock", _sound_clock(recording["sound_clock"])),
        ("Sound to picture", _sync(recording["sync"])),
        ("Without picture", _without_picture(recording)),
        ("Clock", _clock(recording)),
        *((str(key).capitalize(), _plain(value)) for key, value in recording["notes"].items()),
        ("Device", recording["device"]),
        ("Recorded by", _recorder(recording["app_version"])),
        ("Programs", _versions(recording["versions"])),
        ("Encoder", recording["encoder"]),
        ("Manifest SHA-256", recording.get("manifest_sha256")),
        ("Receipt", "none yet" if receipt is None else f"stored {receipt['stored_at']}"),
    ]


def _recorder(version: str | None) -> str | None:
    return None if version is None else f"Holdfast {version}"


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
    interval = rate["interval_ms"]
    return (
        f"{rate['mean_fps']:.3f} a second on average, usually {rate['usual_fps']:.3f};"
        f" {interval['median']:g} ms between frames, deviation {interval['deviation']:g} ms,"
        f" 98 % within {interval['p01']:g} to {interval['p99']:g} ms,"
        f" all within {rate['shortest_interval_ms']:g} to {rate['longest_interval_ms']:g} ms"
    )


def _sound_loss(sound: Json | None, audio: Json | None) -> str | None:
    if audio is None:
        return None
    if sound is None:
        return "not written down"
    return (
        f"{sound['lost_sound_s']:.3f} s counted as lost; silence stands for"
        f" {sound['silence_s']:.3f} s"
    )


def _sound_clock(clock: Json | None) -> str | None:
    if clock is None:
        return None
    return (
        f"{clock['ppm']:+.1f} ppm to its nominal rate ({clock['least_ppm']:+.1f} to"
        f" {clock['most_ppm']:+.1f}); it was corrected"
    )


def _sync(sync: Json | None) -> str | None:
    if sync is None:
        return None
    if "reason" in sync:
        return f"not measured: {sync['reason']}"
    offset, drift = sync["offset_ms"], sync["drift"]
    slope = "" if drift is None else f"; drift {drift['ms_per_min']:+.2f} ms a minute"
    return (
        f"{offset['mean']:+.1f} ms on average, {offset['min']:+.1f} to {offset['max']:+.1f},"
        f" in {sync['pairs']} flashes with beeps{slope} (positive: the sound comes late)"
    )


def _without_picture(recording: Json) -> str | None:
    seconds = recording.get("without_picture_s")
    return f"{seconds:.3f} s in gaps" if seconds else None


def _clock(recording: Json) -> str:
    offset = recording.get("clock_offset_s")
    late = recording["late_clock_offset_s"]
    if offset is not None:
        return _offset(offset)
    if late is None:
        return "not compared with a receiver"
    if late.get("value") is None:
        return str(late.get("reason"))
    return f"{_offset(late)}, learned after the recording"


def _offset(offset: Json) -> str:
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
    if not _SHARES.keys() <= quality.keys():
        # Of another version of the check: told as it stands.
        return f"<h3>Quality</h3>{facts([('Found', _plain(quality))])}"
    words = [str(each["words"]) for each in quality["findings"]]
    if quality["not_checked"] is not None:
        words.append(quality["not_checked"])
    checker = quality["checker"]
    shares = [
        ("Found", " ".join(words) or "Nothing that is out of order."),
        *((name, _percent(quality[key])) for key, name in _SHARES.items()),
        ("Looks at the picture", quality["samples"]),
        ("Faces found by", checker["detector"]),
        ("Checked", f"{quality['checked_at']} by {checker['name']} {checker['version']}"),
    ]
    return f"<h3>Quality</h3>{facts(shares)}"


def _percent(share: float | None) -> str | None:
    return None if share is None else f"{share * 100:.1f} % of the time"


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key.replace('_', ' ')} {_plain(each)}" for key, each in value.items())
    if isinstance(value, list):
        return "; ".join(_plain(each) for each in value) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "not known" if value is None else str(value)


def _versions(versions: Any) -> str | None:
    if not isinstance(versions, dict):
        return None
    names = {"python": "Python", "pyav": "PyAV", "ffmpeg": "FFmpeg", "opencv": "OpenCV"}
    return ", ".join(f"{names.get(key, '')} {value}".strip() for key, value in versions.items())


def _several(parts: list[Json]) -> list[Json]:
    return parts if len(parts) > 1 else []


def _part(part: Json) -> str:
    return f"{part['offset_s']:.3f} s: {part['reason']}"


def _loss(loss: list[Any]) -> str:
    return f"{loss[0]:.3f} s: {loss[1]}"


def _spans(recording: Json, key: str) -> list[Any]:
    sound = recording["sound"]
    return [] if sound is None else list(sound[key])


def _span(span: list[float]) -> str:
    return f"{span[0]:.3f} s: {span[1]:.3f} s"


def _gap(gap: Json) -> str:
    return f"{gap['from_s']:.3f} to {gap['to_s']:.3f} s: {gap['reason']}"


def _marker(marker: Json) -> str:
    return f"{marker['t_s']:.3f} s: {marker['name']} ({marker['source']})"


def facts(named: Iterable[tuple[str, Any]]) -> str:
    """Names and what is known of them; what is None is left out."""
    rows = "".join(
        f"<tr><th scope='row'>{escape(name)}</th><td>{escape(str(value))}</td></tr>"
        for name, value in named
        if value is not None
    )
    return f"<table>{rows}</table>"


def _list(title: str, entries: list[Any], word: Any) -> str:
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

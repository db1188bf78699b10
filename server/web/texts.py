"""Sentences and figures on the pages; the templates hold words that never change."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from markupsafe import Markup, escape

from holdfast.annotations import Annotations
from holdfast.clock import parse_rfc3339, rfc3339
from server.domain.custody import RecordingView


@dataclass(frozen=True, slots=True)
class Light:
    """One custody light: never told by its colour alone."""

    name: str
    state: str
    glyph: str
    says: str


_HASH = re.compile(r"[0-9a-f]{64}")
_HASH_SHOWN = 12
_GLYPHS = {"on": "●", "partly": "◐", "off": "○", "failed": "✕"}
_SAYS = {"on": "yes", "partly": "in progress", "off": "not yet", "failed": "no"}


def lights(view: RecordingView) -> list[Light]:
    """Saved, received, verified, playable, as far as the receiver has evidence."""
    return [
        _light("Saved", _either(view.is_verified, bool(view.stored))),
        _light("Received", _either(view.is_received, bool(view.stored))),
        _light("Verified", _either(view.is_verified, False)),
        _light("Playable", _playable(view)),
    ]


def _light(name: str, state: str) -> Light:
    return Light(name, state, _GLYPHS[state], _SAYS[state])


def _either(done: bool, begun: bool) -> str:
    return "on" if done else "partly" if begun else "off"


def _playable(view: RecordingView) -> str:
    if view.is_playable:
        return "on"
    if view.job is not None:
        return "partly"
    return "failed" if view.state == "stored" else "off"


def sentence(view: RecordingView) -> str:
    """What happened to a recording and what comes next, in one sentence."""
    if view.state == "open":
        return _arriving(view)
    if view.missing:
        owed = count(len(view.missing), "segment")
        verb = "is" if len(view.missing) == 1 else "are"
        return f"{owed} with a receipt {verb} not on the receiver's disk."
    if view.is_playable:
        return "Received, verified and playable."
    if view.job is not None:
        since = clock_time(view.job["since"])
        return (
            "Received and verified. The receiver is still preparing the video "
            f"({view.job['kind']}, since {since})."
        )
    return f"Received and verified, but it cannot be played. {view.why_not_playable}"


def _arriving(view: RecordingView) -> str:
    if view.missing:
        return f"Still missing: {count(len(view.missing), 'segment')}; the device sends the rest."
    if not view.stored:
        return "Announced. No segment has arrived yet."
    return f"{count(len(view.stored), 'segment')} arrived; the device sends the rest."


def learned_facts(annotations: Annotations) -> list[tuple[str, str]]:
    """What was learned of a recording after it was made: names and what they say."""
    facts = []
    offset = annotations.clock_offset_s
    if offset is not None:
        facts.append(("Clock", _offset(offset)))
    for key, value in [*(annotations.quality or {}).items(), *annotations.extra.items()]:
        if value is not None and key not in ("format_version", "recording"):
            facts.append((key.replace("_", " ").capitalize(), _told(key, value)))
    return facts


def _told(key: str, value: object) -> str:
    """What the quality check brings in words of its own; all else as it stands."""
    match key, value:
        case "findings", list():
            words = [str(each["words"]) for each in value if isinstance(each, dict)]
            return " ".join(words) or "Nothing that is out of order."
        case "checker", {"name": name, "version": version}:
            return f"{name} {version}"
        case _, float() if key.endswith("_share"):
            return f"{value * 100:.1f} % of the time"
        case _:
            return _plain(value)


def _offset(offset: dict[str, Any]) -> str:
    if offset.get("value") is None:
        return str(offset.get("reason"))
    return (
        f"{offset['value']:+.3f} s to this receiver's, ± {offset['uncertainty']:.3f} s, "
        f"learned {offset.get('measured_at', 'later')}"
    )


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key.replace('_', ' ')} {_plain(each)}" for key, each in value.items())
    if isinstance(value, list):
        return "; ".join(_plain(each) for each in value) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "not known" if value is None else str(value)


def count(number: int, thing: str) -> str:
    """`1 segment`, `2 segments`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def day_time(text: str) -> str:
    """`2026-11-20 14:02:11 UTC`."""
    return f"{parse_rfc3339(text):%Y-%m-%d %H:%M:%S} UTC"


def moment(when: str | datetime | None) -> Markup:
    """A time that scripts turn into the reader's own; without them it is UTC. A dash for none."""
    if when is None:
        return Markup("–")
    try:
        at = parse_rfc3339(when) if isinstance(when, str) else when
    except ValueError:
        # Somebody else's word for a time; it is shown as it is.
        return escape(when)
    return Markup('<time datetime="{}" title="{}">{}</time>').format(
        rfc3339(at), f"{at:%Y-%m-%d %H:%M:%S} UTC", f"{at:%Y-%m-%d %H:%M:%S} UTC"
    )


def ago(seconds: float | None) -> str:
    """How long something lasts, in one unit: `12 s`, `5 min`, `3 h`, `2 days`."""
    if seconds is None:
        return "–"
    for unit, length_s in (("day", 86_400), ("h", 3600), ("min", 60)):
        if seconds >= 2 * length_s or (unit != "day" and seconds >= length_s):
            number = int(seconds // length_s)
            return count(number, unit) if unit == "day" else f"{number} {unit}"
    # Whole ten seconds: what is polled changes with every other one otherwise.
    return "moments" if seconds < 10 else f"{int(seconds // 10) * 10} s"


def brief(value: object) -> str:
    """A fact in a few letters: lists joined, of a hash only how it begins."""
    if isinstance(value, list | tuple):
        return ", ".join(map(brief, value))
    found = str(value)
    return f"{found[:_HASH_SHOWN]}…" if _HASH.fullmatch(found) else found


def share(part: float | None) -> str:
    """`98.8 %`; a dash where it is not known."""
    return "–" if part is None else f"{part * 100:.1f} %"


def clock_time(text: str) -> str:
    """`14:02 UTC`."""
    return f"{parse_rfc3339(text):%H:%M} UTC"


def duration(seconds: float | None) -> str:
    """`1:02:03`, `12:41` or `0:45`; a dash where it is not known."""
    if seconds is None:
        return "–"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def size(size_bytes: float) -> str:
    """`640 kB`, `12.3 MB`: decimal, as disks are sold."""
    for unit in ("bytes", "kB", "MB", "GB"):
        if size_bytes < 1000:
            return f"{size_bytes:.0f} {unit}" if unit == "bytes" else f"{size_bytes:.1f} {unit}"
        size_bytes /= 1000
    return f"{size_bytes:.1f} TB"

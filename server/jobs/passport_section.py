"""The part of a passport's page that is about the receiver: custody, the film, jobs, what was sent.

It only words; every text that came from elsewhere is escaped by the functions that it uses.
"""

from typing import Any

from holdfast.jsonform import Json
from holdfast.passport_page import facts, table


def of_receiver(known: Json) -> str:
    """HTML. What is not in it was not known when it was made, and is left out."""
    return (
        f"<h2>At the receiver</h2>{facts(_custody(known))}{_films(known)}{_quality(known)}"
        f"{_tracking(known)}{_results(known)}{_jobs(known)}"
    )


def _custody(known: Json) -> list[tuple[str, Any]]:
    receipt, custody = known.get("receipt") or {}, known.get("custody")
    sent = known.get("transfers")
    return [
        ("Stored", receipt.get("stored_at") or "not yet"),
        ("Receiver", receipt.get("receiver")),
        ("Receipt signed by key", receipt.get("key_id")),
        ("Received", _light(custody, "received")),
        ("Verified", _light(custody, "verified")),
        ("Playable", _light(custody, "playable")),
        ("Why not playable", (known.get("playable") or {}).get("reason")),
        ("Sent by its device, all recordings", None if sent is None else _sent(sent)),
    ]


def _light(custody: Json | None, name: str) -> str | None:
    return None if custody is None else "yes" if custody[name] else "no"


def _sent(sent: Json) -> str:
    return (
        f"{sent['chunks']} chunks, {sent['received_bytes']} bytes; {sent['repeated_chunks']} came "
        f"again, {sent['refused_chunks']} were refused"
    )


def _films(known: Json) -> str:
    film = known.get("film")
    if film is None:
        return ""
    rows = [
        (
            str(each["file"]),
            f"{each['width']} x {each['height']}, {each['codec']}",
            f"{each['duration_s']:.3f}",
            str(each["frames"]),
            "none" if each["audio"] is None else f"{each['audio']['rate_hz']} Hz",
        )
        for each in film["files"] or []
    ]
    heads = ("Film", "Picture", "Length, s", "Frames", "Sound")
    reason = "" if film["ok"] else facts([("It does not play", film["reason"])])
    return f"<h3>Films</h3>{table(heads, rows)}{_short_sound(film)}{reason}"


def _short_sound(film: Json) -> str:
    """Parts whose sound is shorter than their picture; what an older probe did not look for."""
    short = film.get("short_sound") or []
    return facts(
        [
            (
                f"Sound missing in part {each['part']}",
                f"{each['missing_s']:.3f} s; its sound ends at {each['ends_s']:.3f} s",
            )
            for each in short
        ]
    )


def _quality(known: Json) -> str:
    measured = known.get("quality")
    if measured is None:
        return ""
    seen, heard, timing = measured["picture"], measured["sound"] or {}, measured["timing"]
    said = " ".join(str(each["words"]) for each in measured["findings"])
    rows = [
        ("Found", said or "Nothing that is out of order."),
        ("Face seen", _percent(seen["face_seen_share"])),
        ("Too dark", _percent(seen["dark_share"])),
        ("Blurred", _percent(seen["blurred_share"])),
        ("Unchanged between two looks", _percent(seen["unchanged_share"])),
        ("Looks at the picture", f"{seen['looks']}, one every {seen['every_s']:g} s"),
        ("Sound level", _db(heard.get("level_db"))),
        ("Loudest", _db(heard.get("peak_db"))),
        ("Silent", _percent(heard.get("silent_share"))),
        ("Distorted sound", _percent(heard.get("clipped_share"))),
        ("Sound begins later than picture", _ms(timing["sound_starts_later_ms"])),
        ("Sound ends later than picture", _ms(timing["sound_ends_later_ms"])),
    ]
    return f"<h3>Measured on the film</h3>{facts(rows)}"


def _tracking(known: Json) -> str:
    found = known.get("tracking")
    if found is None:
        return ""
    metrics, engine = found["derivedMetrics"], found["engine"]
    jitter = metrics["jitter"]
    rows = [
        ("Found by", f"{engine['name']} {engine['version']}"),
        ("Subjects", found["tracks"]),
        ("In view", f"{metrics['coveragePercent']:.1f} % of the time"),
        ("Gaps", f"{metrics['gapsCount']}, the longest {metrics['longestGapSec']:.1f} s"),
        ("Distance", f"{metrics['totalDistance']:.3f} frame widths"),
        ("Jitter", None if jitter is None else f"{jitter:.4f} frame widths"),
    ]
    return f"<h3>Subject</h3>{facts(rows)}"


def _percent(share: float | None) -> str | None:
    return None if share is None else f"{share * 100:.1f} % of the time"


def _db(level: float | None) -> str | None:
    return None if level is None else f"{level:.1f} dB below full scale".replace("-", "")


def _ms(delay: float | None) -> str | None:
    return None if delay is None else f"{delay:+.1f} ms"


def _results(known: Json) -> str:
    rows = [
        (
            str(each["kind"]),
            str(each["version"]),
            str(each["at"]),
            ", ".join(f"{file['name']} ({file['size_bytes']} bytes)" for file in each["files"])
            or "no file",
        )
        for each in known.get("results") or []
    ]
    return f"<h3>Made of it</h3>{table(('What', 'Version', 'When', 'Files'), rows)}" if rows else ""


def _jobs(known: Json) -> str:
    rows = [
        (
            str(each["kind"]),
            str(each["state"]),
            str(each["attempts"]),
            str(each["created_at"]),
            str(each["finished_at"] or ""),
            str(each["error"] or ""),
        )
        for each in known.get("jobs") or []
    ]
    heads = ("Job", "State", "Attempts", "Queued", "Ended", "Reason")
    return f"<h3>Jobs</h3>{table(heads, rows)}" if rows else ""

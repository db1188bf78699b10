"""What one recording's page shows: its film, what was made of it, custody with papers, segments.

It reads and decides nothing. A receiver loads it when the first page is asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from holdfast.jsonform import Json, parse
from holdfast.receiver_layout import ReceivedRecording
from server.api.context import receiver
from server.api.guard import principal
from server.db.models import RecordingRow
from server.domain.custody import RecordingView
from server.jobs.results import Result
from server.web import arriving
from server.web.evidence import evidence
from server.web.player_facts import player_facts, time_line
from server.web.quality_view import quality_view
from server.web.recording_jobs import told_jobs
from server.web.tracking_view import TrackingView, tracking_view

PLAYS: Final = frozenset({"h264", "vp8", "vp9", "av1"})
"""Pictures that browsers show."""
NOT_SHOWN = (
    "This file holds the camera's own pictures (Motion JPEG), kept untouched. Browsers do not show "
    "them; a player such as VLC does."
)


@dataclass(frozen=True, slots=True)
class Film:
    """One file that can be played, or why not here."""

    part: int
    source: str
    label: str
    plays: bool
    why: str | None


def told_recording(
    row: RecordingRow, view: RecordingView, folder: ReceivedRecording
) -> dict[str, Any]:
    """What the page's template is given."""
    files, role = receiver().data.files, principal().role
    manifest = parse(files.read(folder.manifest), "manifest")
    receipt = parse(files.read(folder.receipt), "receipt")
    may_play = receiver().provisional.may_play(row, role)
    made = receiver().results.of(row.id) if may_play else {}
    base, duration_s = f"/web/recordings/{row.id}", view.duration_s or 0.0
    tracking = _tracking(folder, duration_s) if "track" in made else None
    line = time_line(
        duration_s, manifest, () if tracking is None else tracking.gaps, view.missing or ()
    )
    return {
        **told_jobs(view),
        "announcement": row.announcement,
        "manifest": manifest,
        "receipt": receipt,
        "learned": receiver().annotations.current(row.id, None),
        "segments": _segments(view, manifest),
        "previews": _previews(row, folder, manifest),
        "arrival": arriving.arrival_of(row, view),
        "films": _films(view, made, base),
        "line": line,
        "facts": player_facts(view, line, {kind: each.facts for kind, each in made.items()}, base),
        "poster": f"{base}/thumbnail" if "thumbnail" in made else None,
        "tracking": tracking,
        "passport": "passport" in made,
        "quality": quality_view(made["quality"].facts) if "quality" in made else None,
        "proofs": evidence(view, manifest, receipt),
        "may_play": may_play,
    }


def _tracking(folder: ReceivedRecording, duration_s: float) -> TrackingView | None:
    files = receiver().data.files
    if not files.exists(folder.tracking):
        return None
    return tracking_view(parse(files.read(folder.tracking), folder.tracking.name), duration_s)


def _films(view: RecordingView, made: Mapping[str, Result], base: str) -> list[Film]:
    """What can be played: the copy for browsers if there is one, else the film; then other parts.

    Files of parts that could not be joined with the first ones are named by their first part.
    """
    found = [] if view.probe is None else view.probe["files"]
    films = [_film(0, f"{base}/video", f"Recording of {view.participant}", each) for each in found]
    for place, each in enumerate(found[1:], 1):
        part = int(each["file"].removeprefix("recording.part").removesuffix(".mp4"))
        films[place] = _film(part, f"{base}/video/{part}", f"Part {part}", each)
    copied = made.get("transcode")
    copies = [] if copied is None else copied.facts["films"]
    for place, (film, copy) in enumerate(zip(films, copies, strict=False)):
        if not copy["skipped"]:
            source = f"{base}/playback/{film.part}" if film.part else f"{base}/playback"
            why = f"This is a copy for browsers; the original is untouched. {copy['reason']}"
            films[place] = Film(film.part, source, film.label, True, why)
    return films


def _film(part: int, source: str, label: str, found: Json) -> Film:
    codec = str(found["codec"])
    why = NOT_SHOWN if codec == "mjpeg" else f"Browsers do not show its pictures ({codec})."
    return Film(part, source, label, codec in PLAYS, None if codec in PLAYS else why)


def _segments(view: RecordingView, manifest: Json) -> list[Json]:
    here = set(view.stored)
    return [{**each, "is_here": each["segment"] in here} for each in manifest["segments"]]


def _previews(
    row: RecordingRow, folder: ReceivedRecording, manifest: Json
) -> list[tuple[int, float | None]]:
    """Segments with a preview that may be seen, and where they begin on the recording's clock."""
    if not receiver().provisional.may_look(row, principal().role):
        return []
    begins = {each["segment"]: float(each["start_s"]) for each in manifest["segments"]}
    return [(number, begins.get(number)) for number in receiver().previews.numbers(folder)]

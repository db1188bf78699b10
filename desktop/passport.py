"""A session's passport: what was recorded with what, how well, and by which hashes it is known.

Read from manifests, sidecars, receipts and quality checks alone, as numbers (JSON);
`passport_page.py` makes a page of it. It changes nothing, and needs neither queue nor receiver.
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from holdfast import salvage
from holdfast.announcement import Announcement
from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, parse
from holdfast.layout import Home, RecordingFolder
from holdfast.manifest import Manifest
from holdfast.sidecar import Sidecar
from holdfast.version import VERSION


class NoPassport(Exception):
    """There is no such session, or nothing was recorded in it; `args[0]` is the sentence."""


def passport_of(home: Home, session: str, clock: Clock) -> Json:
    """Everything that is known of a session on this computer. Raises NoPassport, OSError."""
    folders = list(home.session_recordings(session))
    try:
        file = home.session_file(session)
        visit = None if file is None else _read(file)
        recordings = [each for folder in folders if (each := _recording(folder)) is not None]
    except FormatError as error:
        raise NoPassport(f"The session {session} cannot be read ({error}).") from error
    if not recordings:
        raise NoPassport(
            f"There is no recording of the session {session} on this computer."
            " `holdfast queue list --json` shows the ids."
        )
    return {
        "format_version": FORMAT_VERSION,
        "session": session,
        "participant": (visit or {}).get("participant"),
        "study": (visit or {}).get("study"),
        "made_at": rfc3339(clock.now()),
        "made_by": f"Holdfast {VERSION}",
        "recordings": sorted(recordings, key=lambda each: str(each["started_at"])),
    }


def _read(path: Path) -> Json | None:
    try:
        return parse(path.read_bytes(), str(path))
    except FileNotFoundError:
        return None


def _recording(folder: RecordingFolder) -> Json | None:
    manifest = salvage.read_manifest(folder)
    announcement = salvage.read_announcement(folder) if manifest is None else manifest.announcement
    if announcement is None:
        return None
    numbers = sorted(folder.sidecars())
    read = [salvage.read_sidecar(folder, number) for number in numbers]
    sidecars = [each for each in read if each is not None]
    receipt = _read(folder.receipt)
    return {
        **_said_at_the_start(announcement),
        "state": "not ended" if manifest is None else manifest.state,
        "frame_rate": _frame_rate(sidecars),
        "lost_frames": sum(each.lost_frames for each in sidecars),
        "frames": sum(each.frames for each in sidecars),
        **_said_at_the_end(manifest),
        "quality": _read(folder.quality),
        "segments": [_segment(each, folder) for each in sidecars],
        "receipt": None
        if receipt is None
        else {key: receipt.get(key) for key in ("receiver", "stored_at", "manifest_sha256")},
    }


def _said_at_the_start(announcement: Announcement) -> Json:
    video, audio = announcement.video, announcement.audio
    return {
        "recording": announcement.recording,
        "prompt": announcement.prompt,
        "take": announcement.take,
        "started_at": announcement.started_at,
        "device": announcement.device,
        "app_version": announcement.app_version,
        "video": None if video is None else video.to_json(),
        "audio": None if audio is None else audio.to_json(),
    }


def _said_at_the_end(manifest: Manifest | None) -> Json:
    if manifest is None:
        return {}
    return {
        "duration_s": manifest.duration_s,
        "clock_offset_s": manifest.clock_offset_s,
        "parts": [each.to_json() for each in manifest.parts],
        "gaps": [each.to_json() for each in manifest.gaps],
        "markers": [each.to_json() for each in manifest.markers],
        "manifest_sha256": manifest.digest(),
        "signed": manifest.signature is not None,
    }


def _frame_rate(sidecars: Sequence[Sidecar]) -> Json | None:
    """The real rate and the longest wait between two pictures, from their capture times."""
    intervals_us = [
        after - before for sidecar in sidecars for before, after in pairwise(sidecar.frame_times_us)
    ]
    if not intervals_us:
        return None
    return {
        "mean_fps": round(1e6 * len(intervals_us) / max(1, sum(intervals_us)), 3),
        "longest_interval_ms": round(max(intervals_us) / 1000, 2),
        "shortest_interval_ms": round(min(intervals_us) / 1000, 2),
    }


def _segment(sidecar: Sidecar, folder: RecordingFolder) -> Json:
    return {
        "segment": sidecar.segment,
        "part": sidecar.part,
        "start_s": sidecar.start_s,
        "duration_s": sidecar.duration_s,
        "frames": sidecar.frames,
        "lost_frames": sidecar.lost_frames,
        "size_bytes": sidecar.size_bytes,
        "sha256": sidecar.sha256,
        "salvaged": sidecar.salvaged,
        "here": sidecar.segment in folder.segments(),
    }

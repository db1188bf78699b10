"""A session's passport: what was recorded with what, how well, and by which hashes it is known.

Read from manifests, sidecars, annotations, receipts, quality checks and, for offset and drift, from
the segments around sync marks; as numbers (JSON). `passport_page.py` makes a page of it. It changes
nothing, and needs neither queue nor receiver.
"""

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from desktop import passport_frames
from holdfast import salvage
from holdfast.annotations import Annotations
from holdfast.announcement import Announcement
from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, parse
from holdfast.layout import Home, RecordingFolder
from holdfast.manifest import Manifest
from holdfast.sidecar import Sidecar
from holdfast.version import VERSION

MeasureSync = Callable[[RecordingFolder, Manifest], Json]
"""Measures how far sound and picture are apart in a recording that has ended."""

_X264 = re.compile(rb"x264 - core [\x20-\x7e]+")
_HEAD_BYTES = 1 << 20


class NoPassport(Exception):
    """There is no such session, or nothing was recorded in it; `args[0]` is the sentence."""


def passport_of(
    home: Home, session: str, clock: Clock, measure_sync: MeasureSync | None = None
) -> Json:
    """Everything that is known of a session on this computer. Raises NoPassport, OSError.

    `measure_sync` decodes; without it nothing is said about sound and picture.
    """
    folders = list(home.session_recordings(session))
    try:
        file = home.session_file(session)
        visit = None if file is None else _read(file)
        read = [each for folder in folders if (each := _recording(folder, measure_sync))]
    except FormatError as error:
        raise NoPassport(f"The session {session} cannot be read ({error}).") from error
    if not read:
        raise NoPassport(
            f"There is no recording of the session {session} on this computer."
            " `holdfast queue list --json` shows the ids."
        )
    recordings = sorted(read, key=lambda each: str(each["started_at"]))
    return {
        "format_version": FORMAT_VERSION,
        "session": session,
        "participant": (visit or {}).get("participant"),
        "study": (visit or {}).get("study"),
        "made_at": rfc3339(clock.now()),
        "made_by": f"Holdfast {VERSION}",
        "clocks": _clocks(recordings),
        "recordings": recordings,
    }


def _clocks(recordings: Sequence[Json]) -> list[Json]:
    """Recordings of one boot share a monotonic clock: how they lie to one another on it."""
    by_boot = sorted(recordings, key=lambda each: str(each["boot_id"]))
    clocks = []
    for boot_id, group in groupby(by_boot, key=lambda each: str(each["boot_id"])):
        together = sorted(group, key=lambda each: int(each["started_monotonic_ns"]))
        first_ns = together[0]["started_monotonic_ns"]
        clocks.append(
            {
                "boot_id": boot_id,
                "first_monotonic_ns": first_ns,
                "recordings": [_on_clock(each, first_ns) for each in together],
            }
        )
    return clocks


def _on_clock(recording: Json, first_ns: int) -> Json:
    starts_s = round((recording["started_monotonic_ns"] - first_ns) / 1e9, 6)
    length_s = recording.get("duration_s")
    return {
        "recording": recording["recording"],
        "camera": ((recording["video"] or {}).get("camera") or {}).get("name"),
        "started_monotonic_ns": recording["started_monotonic_ns"],
        "starts_s": starts_s,
        "ends_s": None if length_s is None else round(starts_s + length_s, 6),
    }


def _read(path: Path) -> Json | None:
    try:
        return parse(path.read_bytes(), str(path))
    except FileNotFoundError:
        return None


def _recording(folder: RecordingFolder, measure_sync: MeasureSync | None) -> Json | None:
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
        "encoder": _encoder(folder),
        "frame_rate": passport_frames.frame_rate(sidecars),
        "frames": sum(each.frames for each in sidecars),
        **passport_frames.losses(sidecars),
        "sound_clock": passport_frames.sound_clock(sidecars),
        **_said_at_the_end(manifest),
        **_learned_later(folder, manifest),
        "sync": None
        if measure_sync is None or manifest is None
        else measure_sync(folder, manifest),
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
        "boot_id": announcement.boot_id,
        "started_monotonic_ns": announcement.started_monotonic_ns,
        "device": announcement.device,
        "app_version": announcement.app_version,
        "versions": announcement.extra.get("versions"),
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
        "without_picture_s": passport_frames.without_picture_s(manifest.gaps),
        "markers": [each.to_json() for each in manifest.markers],
        "manifest_sha256": manifest.digest(),
        "signed": manifest.signature is not None,
    }


def _learned_later(folder: RecordingFolder, manifest: Manifest | None) -> Json:
    value = _read(folder.annotations)
    annotations = Annotations() if value is None else Annotations.from_json(value)
    late: dict[str, Any] | None = annotations.clock_offset_s
    if manifest is not None and manifest.clock_offset_s is not None:
        late = None
    return {
        "late_clock_offset_s": late,
        "quality": annotations.quality or _read(folder.quality),
        "notes": dict(annotations.extra),
    }


def _encoder(folder: RecordingFolder) -> str | None:
    """What x264 wrote into the first picture about itself and its settings, where it did."""
    try:
        with folder.segment(0).open("rb") as file:
            found = _X264.search(file.read(_HEAD_BYTES))
    except OSError:
        return None
    return None if found is None else found.group().decode("ascii")


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

"""A recording's passport as the receiver can write it: from the files that lie in its folder.

In the words of `holdfast passport` at the computer that recorded, so that one page words both. What
only the receiver's database knows (custody, jobs, what was sent) is added when somebody asks, in
`server/domain/passports.py`; this file says what can be kept beside the film for good.
"""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Final

from holdfast.annotations import Annotations
from holdfast.announcement import Announcement
from holdfast.clock import SystemClock, rfc3339
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, canonical, parse
from holdfast.manifest import FOOTAGE, Manifest, ManifestSegment, is_measured
from holdfast.passport_page import passport_page
from holdfast.receiver_layout import ReceivedRecording
from holdfast.version import VERSION
from server.blobs.base import Files
from server.blobs.local_files import LocalFiles
from server.jobs.kinds import Made, Task
from server.jobs.making import made_of
from server.jobs.passport_section import of_receiver

_RESULT_END: Final = ".result.json"
_OF_RESULT: Final = ("kind", "version", "at", "job", "files")
_OF_RECEIPT: Final = ("receiver", "stored_at", "manifest_sha256", "key_id", "signature")
_OF_A_FILM: Final = ("ok", "reason", "files", "short_sound")


def make(task: Task) -> Made:
    """`derived/passport.json` and `derived/passport.html`. Raises NoRoom, OSError, FormatError."""
    passport = passport_of(LocalFiles(), task.folder, SystemClock().now())
    page = passport_page(passport, of_receiver(passport["receiver"]))
    folder = task.folder
    files = (
        made_of(task, folder.passport, canonical(passport)),
        made_of(task, folder.passport_page, page.encode()),
    )
    recording = passport["recordings"][0]
    facts = {
        "format_version": FORMAT_VERSION,
        "manifest_sha256": recording["manifest_sha256"],
        "results": sorted(each["kind"] for each in passport["receiver"]["results"]),
    }
    return Made(files, facts)


def passport_of(files: Files, folder: ReceivedRecording, now: datetime) -> Json:
    """What the files say of a recording. Raises OSError, FormatError."""
    manifest = Manifest.from_json(parse(files.read(folder.manifest), folder.manifest.name))
    announcement = manifest.announcement
    probe, quality = _read(files, folder.probe), _read(files, folder.quality)
    return {
        "format_version": FORMAT_VERSION,
        "session": announcement.session,
        "participant": announcement.participant,
        "study": announcement.study,
        "made_at": rfc3339(now),
        "made_by": f"Holdfast {VERSION}, at the receiver",
        "clocks": [],
        "recordings": [
            {
                **_said_at_the_start(announcement, probe),
                **_said_at_the_end(files, folder, manifest, quality),
                **_measured_here(manifest, probe),
                **_learned_later(files, folder, manifest),
            }
        ],
        "receiver": {
            "receipt": _of_receipt(files, folder),
            "film": None if probe is None else {name: probe.get(name) for name in _OF_A_FILM},
            "quality": quality,
            "tracking": (_read(files, folder.result("track")) or {}).get("facts"),
            "results": results_of(files, folder),
        },
    }


def _read(files: Files, path: Path) -> Json | None:
    return parse(files.read(path), path.name) if files.exists(path) else None


def _said_at_the_start(announcement: Announcement, probe: Json | None) -> Json:
    film: Json = (probe or {}).get("video") or {}
    video, audio = announcement.video, announcement.audio
    return {
        "recording": announcement.recording,
        "prompt": announcement.prompt,
        "take": announcement.take,
        "started_at": announcement.started_at,
        "boot_id": announcement.boot_id,
        "started_monotonic_ns": announcement.started_monotonic_ns,
        "device": announcement.device,
        # What was made elsewhere is only taken in here.
        "app_version": None if FOOTAGE in announcement.extra else announcement.app_version,
        "versions": announcement.extra.get("versions"),
        "video": _footage_video(announcement, film) if video is None else video.to_json(),
        "audio": _footage_audio(film) if audio is None else audio.to_json(),
        "encoder": None
        if video is None
        else " ".join(each for each in (video.encoder, video.preset) if each) or None,
    }


def _footage_video(announcement: Announcement, film: Json) -> Json | None:
    """Of a file of another camera only the film knows what is in it."""
    footage = announcement.extra.get(FOOTAGE)
    if not isinstance(footage, dict) or not film:
        return None
    length_s = float(film["duration_s"])
    return {
        "codec": film["codec"],
        "width": film["width"],
        "height": film["height"],
        "nominal_fps": round(film["frames"] / length_s, 2) if length_s > 0 else 0.0,
        "camera": {"id": "", "name": f"another camera ({footage.get('name') or 'no name'})"},
    }


def _footage_audio(film: Json) -> Json | None:
    sound = film.get("audio")
    if sound is None:
        return None
    return {
        "codec": "as it came",
        "rate_hz": sound["rate_hz"],
        "channels": sound["channels"],
        "microphone": "its camera's own",
    }


def _said_at_the_end(
    files: Files, folder: ReceivedRecording, manifest: Manifest, quality: Json | None
) -> Json:
    timing: Json = (quality or {}).get("timing") or {}
    sound = manifest.sound
    here = set(files.names(folder.segments))
    return {
        "state": manifest.state,
        # From the film: when pictures were captured stands on the computer that recorded.
        "frame_rate": timing.get("frame_rate"),
        "frames": manifest.frames,
        "lost_frames": manifest.lost_frames,
        "losses": [list(loss) for each in manifest.segments for loss in each.losses],
        "sound": None if sound is None else sound.to_json(),
        "sound_clock": None,
        "sync": None,
        "duration_s": manifest.duration_s,
        "clock_offset_s": manifest.clock_offset_s,
        "parts": [each.to_json() for each in manifest.parts],
        "gaps": [each.to_json() for each in manifest.gaps],
        "without_picture_s": round(sum(each.to_s - each.from_s for each in manifest.gaps), 3),
        "markers": [each.to_json() for each in manifest.markers],
        "manifest_sha256": manifest.digest(),
        "signed": manifest.signature is not None,
        "segments": [_segment(each, here) for each in manifest.segments],
        "receipt": _of_receipt(files, folder),
    }


def _measured_here(manifest: Manifest, probe: Json | None) -> Json:
    """Of a file that nobody opened before it was signed for, only the film knows the length."""
    film: Json = (probe or {}).get("video") or {}
    if is_measured(manifest.announcement) or not film:
        return {}
    return {"duration_s": film["duration_s"], "frames": film["frames"]}


def _learned_later(files: Files, folder: ReceivedRecording, manifest: Manifest) -> Json:
    annotations = _newest_annotations(files, folder)
    return {
        "late_clock_offset_s": None
        if manifest.clock_offset_s is not None
        else annotations.clock_offset_s,
        "quality": annotations.quality,
        "notes": dict(annotations.extra),
    }


def _newest_annotations(files: Files, folder: ReceivedRecording) -> Annotations:
    if not files.exists(folder.annotations):
        return Annotations()
    for line in reversed(list(files.lines(folder.annotations))):
        # A power cut may have torn a line; it was never acknowledged then.
        try:
            return Annotations.from_json(parse(line, folder.annotations.name))
        except FormatError:
            continue
    return Annotations()


def _of_receipt(files: Files, folder: ReceivedRecording) -> Json | None:
    receipt = _read(files, folder.receipt)
    if receipt is None:
        return None
    return {key: receipt[key] for key in _OF_RECEIPT if key in receipt}


def results_of(files: Files, folder: ReceivedRecording) -> list[Json]:
    """What jobs made of it, as is written beside their files: kind, version, when, which files."""
    names = sorted(each for each in files.names(folder.derived) if each.endswith(_RESULT_END))
    results = [parse(files.read(folder.derived / name), name) for name in names]
    return [{key: each.get(key) for key in _OF_RESULT} for each in results]


def _segment(segment: ManifestSegment, here: Collection[str]) -> Json:
    return {
        "segment": segment.segment,
        "part": segment.part,
        "start_s": segment.start_s,
        "duration_s": segment.duration_s,
        "frames": segment.frames,
        "lost_frames": sum(count for _, count in segment.losses),
        "size_bytes": segment.size_bytes,
        "sha256": segment.sha256,
        "salvaged": False,
        "lost": segment.lost,
        "here": f"{segment.segment:06d}.mp4" in here,
    }

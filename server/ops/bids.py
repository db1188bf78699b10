"""Names and sidecars of an export, as the Brain Imaging Data Structure has them. Pure.

Audio and video follow the proposal for behavioural recordings in `beh` (bids-specification pull
request 2231: suffixes `video` and `audiovideo`, entities `recording` and `split`).
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from holdfast.clock import parse_rfc3339, rfc3339
from holdfast.jsonform import Json
from holdfast.manifest import Manifest

BIDS_VERSION: Final = "1.10.0"
NO_TASK: Final = "free"
_TSV_NOTHING: Final = "n/a"
_HASH_LETTERS: Final = 4


def label(text: str) -> str:
    """The letters and digits of a text, all that a label may have; `x` if there are none."""
    return re.sub(r"[^A-Za-z0-9]", "", text) or "x"


def labels(texts: Iterable[str]) -> dict[str, str]:
    """Text -> a label of its own. Where several share one, all of them get some letters of a hash.

    Labels differ in more than upper and lower case: some disks do not tell those apart.
    """
    shared: dict[str, list[str]] = {}
    for text in sorted(set(texts)):
        shared.setdefault(label(text).lower(), []).append(text)
    return {
        text: label(text) if len(same) == 1 else label(text) + _hash(text)
        for same in shared.values()
        for text in same
    }


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_HASH_LETTERS]


def session_label(created_at: str) -> str:
    """`20261120T135900`: when the session began, in UTC."""
    return f"{parse_rfc3339(created_at):%Y%m%dT%H%M%S}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one recording stands in the tree; labels only."""

    subject: str
    visit: str
    task: str
    take: int
    camera: str | None = None
    """Told apart by it where several cameras recorded one take."""

    @property
    def visit_folder(self) -> str:
        return f"sub-{self.subject}/ses-{self.visit}"

    @property
    def stem(self) -> str:
        """The path of its files up to their suffix."""
        camera = "" if self.camera is None else f"_recording-{self.camera}"
        name = f"sub-{self.subject}_ses-{self.visit}_task-{self.task}_run-{self.take:02d}{camera}"
        return f"{self.visit_folder}/beh/{name}"

    def media(self, suffix: str, number: int, count: int) -> str:
        """The path of film `number` (from 1) of `count`, without its extension."""
        split = "" if count == 1 else f"_split-{number:02d}"
        if self.camera is None:
            return f"{self.stem}{split}_{suffix}"
        head, _, camera = self.stem.rpartition("_recording-")
        return f"{head}{split}_recording-{camera}_{suffix}"


def media_suffix(film: Json) -> str:
    """`audiovideo` or `video`, by what the probe found in a film."""
    return "audiovideo" if film.get("audio") else "video"


def sidecar(manifest: Manifest, receipt: Json, learned: Json, film: Json) -> Json:
    """The JSON beside a film: BIDS' own keys, and what Holdfast knows under its name.

    Times in seconds on the recording's clock; no participant's id but the tree's label.
    """
    told = manifest.announcement
    value: Json = {
        "TaskName": told.prompt or NO_TASK,
        # Of a file of another camera only the probe knows what is in it.
        "RecordingDuration": manifest.duration_s or film["duration_s"],
        "StartTime": told.started_at,
        "VideoCodec": film["codec"],
        "Width": film["width"],
        "Height": film["height"],
    }
    if told.video is not None:
        value |= {"FrameRate": told.video.nominal_fps}
    if told.audio is not None:
        value |= {
            "AudioCodec": told.audio.codec,
            "AudioSampleRate": told.audio.rate_hz,
            "AudioChannelCount": told.audio.channels,
        }
    return value | {"Holdfast": _own(manifest, receipt, learned, film)}


def _own(manifest: Manifest, receipt: Json, learned: Json, film: Json) -> Json:
    told = manifest.announcement
    offset = learned.get("clock_offset_s") or manifest.clock_offset_s
    return {
        "recording": told.recording,
        "session": told.session,
        "device": told.device,
        "study": told.study,
        "state": manifest.state,
        "app_version": told.app_version,
        "camera": None if told.video is None else told.video.camera_name,
        "microphone": None if told.audio is None else told.audio.microphone,
        "started_monotonic_ns": told.started_monotonic_ns,
        "boot_id": told.boot_id,
        "clock_offset_s": offset,
        "frames": manifest.frames,
        "lost_frames": manifest.lost_frames,
        "gaps": [each.to_json() for each in manifest.gaps],
        "parts": [each.to_json() for each in manifest.parts],
        "lost_segments": [each.segment for each in manifest.segments if each.lost is not None],
        "quality": learned.get("quality"),
        "film": film,
        "manifest_sha256": receipt["manifest_sha256"],
        "stored_at": receipt["stored_at"],
    }


def events(manifest: Manifest) -> list[Mapping[str, Any]]:
    """Markers and gaps as rows of an events file, in the order of time."""
    marks = [
        {"onset": each.t_s, "duration": 0, "trial_type": each.name, "source": each.source}
        for each in manifest.markers
    ]
    gaps = [
        {
            "onset": each.from_s,
            "duration": each.to_s - each.from_s,
            "trial_type": "gap",
            "source": each.reason,
        }
        for each in manifest.gaps
    ]
    return sorted([*marks, *gaps], key=lambda row: float(row["onset"]))


def table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """A TSV file; what is not known is `n/a`, and no value can break a line."""
    lines = ["\t".join(columns)]
    lines += ["\t".join(_cell(row.get(column)) for column in columns) for row in rows]
    return ("\n".join(lines) + "\n").encode()


def _cell(value: Any) -> str:
    if value is None or value == "":
        return _TSV_NOTHING
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    return re.sub(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]", " ", str(value))


def description(study: str, at: datetime, version: str) -> Json:
    """`dataset_description.json`."""
    return {
        "Name": study,
        "BIDSVersion": BIDS_VERSION,
        "DatasetType": "raw",
        "GeneratedBy": [
            {"Name": "Holdfast", "Version": version, "Description": f"Exported {rfc3339(at)}"}
        ],
    }


COLUMNS: Final = {
    "participants": ("participant_id", "source_id"),
    "sessions": ("session_id", "acq_time", "source_id"),
    "scans": ("filename", "acq_time"),
    "events": ("onset", "duration", "trial_type", "source"),
}
MEANINGS: Final[Json] = {
    "participant_id": {"Description": "The label in this tree."},
    "source_id": {"Description": "The participant's id as the lab entered it."},
}
EVENT_MEANINGS: Final[Json] = {
    "trial_type": {
        "Description": "A marker's name, or `gap`: a stretch for which there is no picture."
    },
    "source": {"Description": "Who set the marker, or why there is a gap."},
}
README: Final = """\
Recordings of the study {study}, exported by Holdfast as a BIDS tree.

Every film holds the pictures and the sound as they were recorded: joined, never encoded anew.
Gaps are gaps: the last picture holds, the sound is silent. Times are seconds on the recording's
clock, as the player shows them. `Holdfast` in each JSON file says what is known beside BIDS' keys.

SHA256SUMS lists every file: `sha256sum -c SHA256SUMS` checks the tree.
"""

"""Recordings as a device makes them, small and real, to be sent to a receiver in tests."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from nacl.signing import SigningKey

from desktop.recording.encoding import Encoding, made_by
from holdfast.clock import rfc3339
from holdfast.fragments import Fragment, Init, Splitter, content
from holdfast.ids import new_id
from holdfast.jsonform import Json, canonical
from holdfast.manifest import session_json
from holdfast.protocol import encode_key
from tests.support.scene_media import AUDIO, encoded_scene, scene_video

STARTED = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class PartBytes:
    """One part as an encoder gave it, and where it lies on the recording's clock."""

    data: bytes
    offset_s: float = 0.0
    video: Json | None = None
    """As the manifest has it, where it is not what was announced."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One segment's bytes and its entry in the manifest."""

    data: bytes
    entry: Json

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Take:
    """A whole recording: what a device announces, sends and signs."""

    session: Json
    announcement: Json
    pieces: tuple[Piece, ...]
    manifest: Json
    extra: Json = field(default_factory=dict)

    @property
    def id(self) -> str:
        return str(self.announcement["recording"])

    @property
    def session_id(self) -> str:
        return str(self.session["session"])

    def signed(self, key: SigningKey) -> "Take":
        signature = key.sign(canonical({**self.manifest, "signature": None})).signature
        manifest = {**self.manifest, "signature": encode_key(signature)}
        return Take(self.session, self.announcement, self.pieces, manifest)


def scene_part(frames: int, offset_s: float = 0.0, **how: Any) -> PartBytes:
    """The first frames of the built-in scene, 30 a second, as one part."""
    return PartBytes(encoded_scene(frames, **how).data, offset_s)


def encoded_part(frames: int, offset_s: float, encoding: Encoding) -> PartBytes:
    """A part that says how it was encoded, from the JPEGs of a camera."""
    data = encoded_scene(frames, jpeg=True, encoding=encoding).data
    return PartBytes(data, offset_s, made_by(scene_video(320, 240), encoding).to_json())


def cut(data: bytes) -> list[bytes]:
    """A part's bytes as segments of two seconds: init and whole fragments, key frame first."""
    init, *fragments = Splitter().feed(data)
    assert isinstance(init, Init)
    segments: list[bytes] = []
    for fragment in fragments:
        assert isinstance(fragment, Fragment)
        run = fragment.run(init.track("video"))
        if not segments or (run is not None and run.starts_with_key):
            segments.append(init.data)
        segments[-1] += fragment.data
    return segments


def make_take(
    device: str,
    parts: Sequence[PartBytes],
    *,
    sound: bool = True,
    session: str | None = None,
    started: datetime = STARTED,
) -> Take:
    """A recording of these parts, 320x240 like the scene they come from."""
    session = session or new_id(started)
    recording = new_id(started)
    announcement = {
        "format_version": 1,
        "recording": recording,
        "session": session,
        "participant": "P-017",
        "study": None,
        "prompt": "smile",
        "take": 1,
        "device": device,
        "app_version": "0.1.0",
        "started_at": rfc3339(started),
        "boot_id": "boot",
        "started_monotonic_ns": 7_000_000_000,
        "video": scene_video(320, 240).to_json(),
        "audio": AUDIO.to_json() if sound else None,
    }
    pieces: list[Piece] = []
    for number, part in enumerate(parts):
        pieces += _pieces(part, number, len(pieces))
    return Take(
        session=session_json(session, "P-017", None, device, "2026-11-20T13:59:00.000Z"),
        announcement=announcement,
        pieces=tuple(pieces),
        manifest=manifest_of(announcement, parts, pieces),
    )


def _pieces(part: PartBytes, number: int, first: int) -> list[Piece]:
    pieces = []
    for index, data in enumerate(cut(part.data)):
        init, *fragments = Splitter().feed(data)
        assert isinstance(init, Init)
        held = content(init, [each for each in fragments if isinstance(each, Fragment)])
        entry = {
            "segment": first + index,
            "part": number,
            "container": "mp4",
            "size_bytes": len(data),
            "sha256": hashlib.sha256(data).hexdigest(),
            "start_s": part.offset_s + held.video_pts[0] / 90_000,
            "duration_s": held.video_duration / 90_000,
            "frames": held.frames,
            "losses": [],
            "lost": None,
            "enc": None,
        }
        pieces.append(Piece(data, entry))
    return pieces


def manifest_of(announcement: Json, parts: Sequence[PartBytes], pieces: Sequence[Piece]) -> Json:
    """The unsigned manifest of a recording with these segments."""
    entries = [piece.entry for piece in pieces]
    return {
        **announcement,
        "state": "complete",
        "clock_offset_s": None,
        "parts": [
            {
                "part": number,
                "offset_s": part.offset_s,
                "reason": "start",
                **({} if part.video is None else {"video": part.video}),
            }
            for number, part in enumerate(parts)
        ],
        "gaps": [],
        "markers": [],
        "segments": entries,
        "prev_session_manifest_sha256": None,
        "signature": None,
        "totals": {
            "duration_s": max(
                (each["start_s"] + each["duration_s"] for each in entries), default=0
            ),
            "frames": sum(each["frames"] for each in entries),
            "lost_frames": 0,
            "size_bytes": sum(each["size_bytes"] for each in entries),
        },
    }

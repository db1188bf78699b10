"""A recording's manifest: the signed-off list of its segments; built once, when it has ended.

It turns what stands on disk (announcement, journal, sidecars) into one value and its JSON, and
reads it back. It reads and writes no files and holds no key.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from holdfast.announcement import Announcement, Video, video_or_none
from holdfast.consent import KEY
from holdfast.journal import (
    Marker,
    RecordingState,
)
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical, digest
from holdfast.sidecar import Sidecar
from holdfast.soundloss import SoundLoss, read_sound_loss, together

FOOTAGE = "footage"
"""In an announcement: the recording is a file of another camera, and this says what is known of it.

It is one segment in its own container, which nobody cut into fragments.
"""


PAUSED = "paused"
"""Reason of a gap that somebody wanted."""


def is_measured(announcement: Announcement) -> bool:
    """Whether lengths and counts of a manifest were read from its media.

    A receiver that takes a file in signs it off before anybody has opened it, with zeros.
    """
    footage = announcement.extra.get(FOOTAGE)
    return not isinstance(footage, dict) or footage.get("measured") is not False


Sign = Callable[[bytes], str]
"""Signs bytes with a device's key; returns the signature as base64 text."""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of one encoder and its place on the recording's clock, in seconds."""

    part: int
    offset_s: float
    reason: str
    video: Video | None = None
    """What its picture is, where that is not what the recording was announced with."""

    def to_json(self) -> Json:
        own = {} if self.video is None else {"video": self.video.to_json()}
        return {"part": self.part, "offset_s": self.offset_s, "reason": self.reason, **own}


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of the recording's clock, in seconds, for which there is no picture."""

    from_s: float
    to_s: float
    reason: str

    def to_json(self) -> Json:
        return {"from_s": self.from_s, "to_s": self.to_s, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class ManifestSegment:
    """One segment as the manifest lists it; times are seconds on the recording's clock."""

    segment: int
    part: int
    container: str
    size_bytes: int
    sha256: str
    start_s: float
    duration_s: float
    frames: int
    losses: tuple[tuple[float, int], ...] = ()
    lost: str | None = None
    enc: Json | None = None
    sound: SoundLoss | None = None

    @classmethod
    def of(cls, sidecar: Sidecar) -> "ManifestSegment":
        """The manifest's entry for a segment with this sidecar."""
        return cls(
            segment=sidecar.segment,
            part=sidecar.part,
            container=sidecar.container,
            size_bytes=sidecar.size_bytes,
            sha256=sidecar.sha256,
            start_s=sidecar.start_s,
            duration_s=sidecar.duration_s,
            frames=sidecar.frames,
            losses=sidecar.losses,
            enc=sidecar.enc,
            sound=sidecar.sound,
        )

    def to_json(self) -> Json:
        return {
            "segment": self.segment,
            "part": self.part,
            "container": self.container,
            "size_bytes": self.size_bytes,
            "sha256": self.sha256,
            "start_s": self.start_s,
            "duration_s": self.duration_s,
            "frames": self.frames,
            "losses": [list(loss) for loss in self.losses],
            "lost": self.lost,
            "enc": self.enc,
            **({} if self.sound is None else self.sound.to_json()),
        }

    @classmethod
    def from_json(cls, value: Json) -> "ManifestSegment":
        reader = Reader(value, "a segment of the manifest")
        return cls(
            segment=reader.whole("segment"),
            part=reader.whole("part"),
            container=reader.text("container"),
            size_bytes=reader.whole("size_bytes"),
            sha256=reader.sha256("sha256"),
            start_s=reader.number("start_s"),
            duration_s=reader.number("duration_s"),
            frames=reader.whole("frames"),
            losses=reader.losses("losses"),
            lost=reader.optional_text("lost"),
            enc=reader.optional_mapping("enc"),
            sound=read_sound_loss(reader),
        )


@dataclass(frozen=True, slots=True)
class Manifest:
    """`manifest.json`, the body of the finalise call. It is written once and never changes."""

    announcement: Announcement
    state: RecordingState
    parts: tuple[Part, ...]
    gaps: tuple[Gap, ...]
    markers: tuple[Marker, ...]
    segments: tuple[ManifestSegment, ...]
    duration_s: float
    lost_frames: int
    clock_offset_s: Json | None = None
    prev_session_manifest_sha256: str | None = None
    signature: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def recording(self) -> str:
        return self.announcement.recording

    @property
    def frames(self) -> int:
        """Frames in all segments that are not given up."""
        return sum(each.frames for each in self.segments if each.lost is None)

    @property
    def size_bytes(self) -> int:
        """Bytes of all segments that are not given up."""
        return sum(each.size_bytes for each in self.segments if each.lost is None)

    @property
    def paused_s(self) -> float:
        """Seconds in which somebody had it paused, up to the last picture."""
        return sum(self._within(each) for each in self.gaps if each.reason == PAUSED)

    @property
    def recorded_s(self) -> float:
        """Seconds that there are media of: the duration without its gaps."""
        return self.duration_s - sum(map(self._within, self.gaps))

    def _within(self, gap: Gap) -> float:
        # The last gap may lie behind the last picture, where the duration ends.
        return max(0.0, min(gap.to_s, self.duration_s) - gap.from_s)

    @property
    def sound(self) -> SoundLoss | None:
        """What is missing in the sound of all segments; None where that was not written down."""
        losses = [each.sound for each in self.segments if each.sound is not None]
        return together(losses) if losses else None

    def _totals(self) -> Json:
        totals: Json = {
            "duration_s": self.duration_s,
            "frames": self.frames,
            "lost_frames": self.lost_frames,
            "size_bytes": self.size_bytes,
        }
        if (sound := self.sound) is not None:
            totals |= {"lost_sound_s": sound.lost_s, "silence_s": sound.silence_s}
        return totals

    def to_json(self) -> Json:
        return {
            **self.extra,
            **self.announcement.to_json(),
            "state": self.state,
            "clock_offset_s": self.clock_offset_s,
            "parts": [each.to_json() for each in self.parts],
            "gaps": [each.to_json() for each in self.gaps],
            "markers": [each.to_json() for each in self.markers],
            "segments": [each.to_json() for each in self.segments],
            "prev_session_manifest_sha256": self.prev_session_manifest_sha256,
            "signature": self.signature,
            "totals": self._totals(),
        }

    def digest(self) -> str:
        """The SHA-256 over the whole manifest's canonical JSON, signature included."""
        return digest(self.to_json())

    def signed_bytes(self) -> bytes:
        """What the device signs: the canonical JSON without the signature."""
        return canonical({**self.to_json(), "signature": None})

    def signed(self, sign: Sign) -> "Manifest":
        """This manifest with the device's signature."""
        return replace(self, signature=sign(self.signed_bytes()))

    @classmethod
    def from_json(cls, value: Json) -> "Manifest":
        reader = Reader(value, "the manifest")
        parts = tuple(_part(each) for each in reader.mappings("parts"))
        gaps = tuple(_gap(each) for each in reader.mappings("gaps"))
        markers = tuple(_marker(each) for each in reader.mappings("markers"))
        segments = tuple(ManifestSegment.from_json(each) for each in reader.mappings("segments"))
        totals = Reader(reader.mapping("totals"), "the manifest's totals")
        state = reader.choice("state", ("complete", "interrupted"))
        clock_offset_s = reader.optional_mapping("clock_offset_s")
        previous = reader.optional_text("prev_session_manifest_sha256")
        signature = reader.optional_text("signature")
        return cls(
            announcement=Announcement.from_json(reader.rest()),
            state=state,
            parts=parts,
            gaps=gaps,
            markers=markers,
            segments=_in_order(segments),
            duration_s=totals.number("duration_s"),
            lost_frames=totals.whole("lost_frames"),
            clock_offset_s=clock_offset_s,
            prev_session_manifest_sha256=previous,
            signature=signature,
        )


def _in_order(segments: tuple[ManifestSegment, ...]) -> tuple[ManifestSegment, ...]:
    numbers = [each.segment for each in segments]
    if numbers != sorted(set(numbers)):
        raise FormatError("the manifest's segments must be in order, each number once")
    return segments


def _part(value: Json) -> Part:
    reader = Reader(value, "a part of the manifest")
    return Part(
        reader.whole("part"),
        reader.number("offset_s"),
        reader.text("reason"),
        video_or_none(reader.optional_mapping("video")),
    )


def _gap(value: Json) -> Gap:
    reader = Reader(value, "a gap of the manifest")
    return Gap(reader.number("from_s"), reader.number("to_s"), reader.text("reason"))


def _marker(value: Json) -> Marker:
    reader = Reader(value, "a marker of the manifest")
    return Marker(reader.number("t_s"), reader.text("name"), reader.text("source"))


def session_json(
    session: str,
    participant: str,
    study: str | None,
    device: str,
    created_at: str,
    consent: Json | None = None,
) -> Json:
    """`session.json`: one visit of one participant; `consent` as `holdfast.consent` has it."""
    return {
        **({} if consent is None else {KEY: consent}),
        "format_version": FORMAT_VERSION,
        "session": session,
        "participant": participant,
        "study": study,
        "device": device,
        "created_at": created_at,
    }

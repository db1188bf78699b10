"""`announce.json`: who is recorded with what, known at a recording's first frame.

Values and their JSON only; no files. An announcement never changes once it is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from holdfast.jsonform import FORMAT_VERSION, Json, Reader


@dataclass(frozen=True, slots=True)
class Video:
    """What the picture is: codec, size in pixels, nominal rate and the camera it came from.

    `encoder` and `preset` say who made it so; None where nobody wrote that down.
    """

    codec: str
    width: int
    height: int
    nominal_fps: float
    camera_id: str
    camera_name: str
    padded: bool = False
    encoder: str | None = None
    preset: str | None = None

    def to_json(self) -> Json:
        # Left out where unknown: what was signed without them must stay the same bytes.
        made = {"encoder": self.encoder, "preset": self.preset}
        return {
            **{key: value for key, value in made.items() if value is not None},
            "codec": self.codec,
            "width": self.width,
            "height": self.height,
            "nominal_fps": self.nominal_fps,
            "camera": {"id": self.camera_id, "name": self.camera_name},
            "padded": self.padded,
        }

    @classmethod
    def from_json(cls, value: Json) -> "Video":
        reader = Reader(value, "video")
        camera = Reader(reader.mapping("camera"), "video camera")
        return cls(
            codec=reader.text("codec"),
            width=reader.whole("width", 1),
            height=reader.whole("height", 1),
            nominal_fps=reader.number("nominal_fps"),
            camera_id=camera.text("id"),
            camera_name=camera.text("name"),
            padded=reader.flag("padded"),
            encoder=reader.optional_text("encoder"),
            preset=reader.optional_text("preset"),
        )


@dataclass(frozen=True, slots=True)
class Audio:
    """What the sound is: codec, samples a second, channels and the microphone's name."""

    codec: str
    rate_hz: int
    channels: int
    microphone: str

    def to_json(self) -> Json:
        return {
            "codec": self.codec,
            "rate_hz": self.rate_hz,
            "channels": self.channels,
            "microphone": self.microphone,
        }

    @classmethod
    def from_json(cls, value: Json) -> "Audio":
        reader = Reader(value, "audio")
        return cls(
            codec=reader.text("codec"),
            rate_hz=reader.whole("rate_hz", 1),
            channels=reader.whole("channels", 1),
            microphone=reader.text("microphone"),
        )


def video_or_none(value: Json | None) -> Video | None:
    return None if value is None else Video.from_json(value)


def audio_or_none(value: Json | None) -> Audio | None:
    return None if value is None else Audio.from_json(value)


@dataclass(frozen=True, slots=True)
class Announcement:
    """`announce.json`: what is known at a recording's first frame, and never changes afterwards."""

    recording: str
    session: str
    participant: str
    study: str | None
    prompt: str | None
    take: int
    device: str
    app_version: str
    started_at: str
    boot_id: str
    started_monotonic_ns: int
    video: Video | None
    audio: Audio | None
    extra: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> Json:
        return {
            **self.extra,
            "format_version": FORMAT_VERSION,
            "recording": self.recording,
            "session": self.session,
            "participant": self.participant,
            "study": self.study,
            "prompt": self.prompt,
            "take": self.take,
            "device": self.device,
            "app_version": self.app_version,
            "started_at": self.started_at,
            "boot_id": self.boot_id,
            "started_monotonic_ns": self.started_monotonic_ns,
            "video": self.video and self.video.to_json(),
            "audio": self.audio and self.audio.to_json(),
        }

    @classmethod
    def from_json(cls, value: Json) -> "Announcement":
        reader = Reader(value, "the announcement")
        return cls(
            recording=reader.id("recording"),
            session=reader.id("session"),
            participant=reader.text("participant"),
            study=reader.optional_text("study"),
            prompt=reader.optional_text("prompt"),
            take=reader.whole("take", 1),
            device=reader.id("device"),
            app_version=reader.text("app_version"),
            started_at=reader.text("started_at"),
            boot_id=reader.text("boot_id"),
            started_monotonic_ns=reader.whole("started_monotonic_ns"),
            video=video_or_none(reader.optional_mapping("video")),
            audio=audio_or_none(reader.optional_mapping("audio")),
            extra=reader.rest(),
        )

"""`NNNNNN.json`: what one closed segment is. Values and their JSON only; no files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from holdfast.jsonform import FORMAT_VERSION, Json, Reader
from holdfast.soundloss import SoundLoss, read_sound_loss


@dataclass(frozen=True, slots=True)
class Sidecar:
    """One closed segment. Written before the segment gets its final name.

    Times are seconds on the recording's clock. `frame_times_us` are microseconds after
    `base_monotonic_ns`, one for every frame in the file. `losses` are (seconds, frames) pairs.
    `sound` is None without sound, and in what older versions wrote. `sound_clock_ppm` is how much
    faster than its nominal rate the sound card ran, once that is known.
    """

    recording: str
    segment: int
    part: int
    size_bytes: int
    sha256: str
    start_s: float
    duration_s: float
    frames: int
    samples: int
    lost_frames: int
    losses: tuple[tuple[float, int], ...]
    base_monotonic_ns: int
    frame_times_us: tuple[int, ...]
    container: str = "mp4"
    salvaged: bool = False
    enc: Json | None = None
    sound: SoundLoss | None = None
    sound_clock_ppm: float | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> Json:
        return {
            **self.extra,
            "format_version": FORMAT_VERSION,
            "recording": self.recording,
            "segment": self.segment,
            "part": self.part,
            "size_bytes": self.size_bytes,
            "sha256": self.sha256,
            "start_s": self.start_s,
            "duration_s": self.duration_s,
            "frames": self.frames,
            "samples": self.samples,
            "lost_frames": self.lost_frames,
            "losses": [list(loss) for loss in self.losses],
            "frame_times": {
                "base_ns": self.base_monotonic_ns,
                "delta_us": list(self.frame_times_us),
            },
            "container": self.container,
            "salvaged": self.salvaged,
            "enc": self.enc,
            **({} if self.sound is None else self.sound.to_json()),
            **({} if self.sound_clock_ppm is None else {"sound_clock_ppm": self.sound_clock_ppm}),
        }

    @classmethod
    def from_json(cls, value: Json) -> "Sidecar":
        reader = Reader(value, "the sidecar")
        times = Reader(reader.mapping("frame_times"), "the sidecar's frame times")
        return cls(
            recording=reader.id("recording"),
            segment=reader.whole("segment"),
            part=reader.whole("part"),
            size_bytes=reader.whole("size_bytes"),
            sha256=reader.sha256("sha256"),
            start_s=reader.number("start_s"),
            duration_s=reader.number("duration_s"),
            frames=reader.whole("frames"),
            samples=reader.whole("samples"),
            lost_frames=reader.whole("lost_frames"),
            losses=reader.losses("losses"),
            base_monotonic_ns=times.whole("base_ns"),
            frame_times_us=times.wholes("delta_us"),
            container=reader.text("container"),
            salvaged=reader.flag("salvaged"),
            enc=reader.optional_mapping("enc"),
            sound=read_sound_loss(reader),
            sound_clock_ppm=(
                reader.number("sound_clock_ppm") if reader.has("sound_clock_ppm") else None
            ),
            extra=reader.rest(),
        )

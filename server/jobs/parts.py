"""A stored recording's parts, as the manifest lists them, and their segments' files."""

from dataclasses import dataclass
from pathlib import Path

from holdfast.announcement import Video
from holdfast.jsonform import parse
from holdfast.manifest import Manifest
from holdfast.receiver_layout import ReceivedRecording


class CannotSucceed(Exception):
    """The job would fail again in the same way; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class PartFiles:
    """One part: its place on the recording's clock, its length, its segments in order."""

    part: int
    offset_s: float
    duration_s: float
    frames: int
    paths: tuple[Path, ...]
    video: Video | None = None
    """What the manifest says of its picture, where that is not what was announced."""

    @property
    def end_s(self) -> float:
        """Where the part's last picture ends on the recording's clock."""
        return self.offset_s + self.duration_s


def read_manifest(folder: ReceivedRecording) -> Manifest:
    """The recording's manifest. Raises OSError, FormatError."""
    return Manifest.from_json(parse(folder.manifest.read_bytes(), folder.manifest.name))


def part_files(folder: ReceivedRecording, manifest: Manifest) -> list[PartFiles]:
    """The parts that have segments here, in order. Raises CannotSucceed."""
    listed = {each.part: each for each in manifest.parts}
    found = []
    for part in sorted({each.part for each in manifest.segments if each.lost is None}):
        if part not in listed:
            raise CannotSucceed(f"The manifest has segments of part {part}, but no such part.")
        segments = [each for each in manifest.segments if each.part == part and each.lost is None]
        end_s = max(each.start_s + each.duration_s for each in segments)
        found.append(
            PartFiles(
                part=part,
                offset_s=listed[part].offset_s,
                duration_s=end_s - listed[part].offset_s,
                frames=sum(each.frames for each in segments),
                paths=tuple(folder.segment(each.segment) for each in segments),
                video=listed[part].video,
            )
        )
    if not found:
        raise CannotSucceed("The recording has no segments, so there is nothing to play.")
    return found

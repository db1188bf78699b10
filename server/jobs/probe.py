"""Decodes both ends of what was assembled: the evidence behind the light *playable*.

The light comes on only if every track that the manifest expects is there, its first and last
picture (and its last sound) can be decoded, and picture and sound are as long as the manifest says.
What a recorder that was killed could not write of its sound keeps no film from being seen: it is
told instead. It reads only; what it found is returned.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import FFmpegError
from av.video.stream import VideoStream

from holdfast.announcement import Video
from holdfast.jsonform import Json
from holdfast.manifest import Manifest
from holdfast.receiver_layout import ReceivedRecording
from server.jobs.assemble import by_format
from server.jobs.media import open_input
from server.jobs.part_sound import PartSound, sound_of_part
from server.jobs.parts import PartFiles, part_files, read_manifest

TOLERANCE_S: Final = 0.1
_FRAGMENT_S: Final = 0.5
"""Recorders write so much at once: less sound than this may be missing, and is told."""


class NotPlayable(Exception):
    """Why the light stays off; one sentence."""


@dataclass(frozen=True, slots=True)
class Sound:
    """An audio track. Duration in seconds, samples a channel."""

    duration_s: float
    samples: int
    rate_hz: int
    channels: int

    def to_json(self) -> Json:
        return {
            "duration_s": self.duration_s,
            "samples": self.samples,
            "rate_hz": self.rate_hz,
            "channels": self.channels,
        }


@dataclass(frozen=True, slots=True)
class Picture:
    """A video track. Duration in seconds."""

    duration_s: float
    width: int
    height: int
    frames: int
    codec: str


@dataclass(frozen=True, slots=True)
class Found:
    """What one assembled file holds."""

    file: str
    picture: Picture
    sound: Sound | None

    def to_json(self) -> Json:
        return {
            "file": self.file,
            "duration_s": self.picture.duration_s,
            "width": self.picture.width,
            "height": self.picture.height,
            "frames": self.picture.frames,
            "codec": self.picture.codec,
            "audio": None if self.sound is None else self.sound.to_json(),
        }


def probe(folder: ReceivedRecording, progress: Callable[[float], None]) -> Json:
    """What the assembled files hold: `{"ok", "reason", "files", "video", "short_sound"}`.

    `video` is the first file; `short_sound` are the parts whose sound is not as long as their
    picture.
    """
    manifest = read_manifest(folder)
    found: list[Found] = []
    heard: dict[int, PartSound] = {}
    reason = None
    try:
        groups = by_format(part_files(folder, manifest))
        heard = _heard(part for _, parts in groups for part in parts)
        for number, (_, parts) in enumerate(groups):
            path = folder.assembled if number == 0 else folder.assembled_part(parts[0].part)
            found.append(look_into(path))
            progress((number + 1) / (len(groups) + 1))
            compare(found[-1], manifest, parts, heard.get(parts[-1].part))
        _check_sound_of_parts(manifest, list(heard.values()))
    except NotPlayable as error:
        reason = str(error)
    files = [each.to_json() for each in found]
    return {
        "ok": reason is None,
        "reason": reason,
        "files": files,
        "video": files[0] if files else None,
        "short_sound": [each.to_json() for each in heard.values() if not each.is_whole],
    }


def look_into(path: Path) -> Found:
    """Measure a file and decode both its ends. Raises NotPlayable."""
    if not path.exists():
        raise NotPlayable(f"{path.name} is not there.")
    try:
        with open_input(str(path)) as container:
            if not container.streams.video:
                raise NotPlayable(f"{path.name} has no picture.")
            picture = _measure_picture(container, container.streams.video[0])
            _decode_picture_ends(container, container.streams.video[0], path.name)
            sound = None
            if container.streams.audio:
                sound = _measure_sound(container, container.streams.audio[0])
                _decode_sound_end(container, container.streams.audio[0], path.name)
    except FFmpegError as error:
        raise NotPlayable(f"{path.name} cannot be read: {error}.") from error
    return Found(path.name, picture, sound)


def _measure_picture(container: InputContainer, stream: VideoStream) -> Picture:
    context = stream.codec_context
    frames, end = _count(container, stream)
    return Picture(end, context.width, context.height, frames, context.name)


def _measure_sound(container: InputContainer, stream: AudioStream) -> Sound:
    context = stream.codec_context
    _, end_s = _count(container, stream)
    rate_hz = context.sample_rate
    return Sound(end_s, round(end_s * rate_hz), rate_hz, context.layout.nb_channels)


def _count(container: InputContainer, stream: VideoStream | AudioStream) -> tuple[int, float]:
    """Packets of a track, and where it ends on the file's clock, in seconds."""
    container.seek(0)
    count = end = 0
    for packet in container.demux(stream):
        if packet.pts is not None:
            count += 1
            end = max(end, packet.pts + (packet.duration or 0))
    assert stream.time_base is not None
    return count, float(end * stream.time_base)


def _decode_picture_ends(container: InputContainer, stream: VideoStream, name: str) -> None:
    container.seek(0)
    first = next(container.decode(stream), None)
    if first is None:
        raise NotPlayable(f"The first picture of {name} cannot be decoded.")
    last_pts = _last_pts(container, stream)
    container.seek(last_pts, stream=stream)
    if last_pts not in [frame.pts for frame in container.decode(stream)]:
        raise NotPlayable(f"The last picture of {name} cannot be decoded.")


def _last_pts(container: InputContainer, stream: VideoStream) -> int:
    container.seek(0)
    return max(each.pts for each in container.demux(stream) if each.pts is not None)


def _decode_sound_end(container: InputContainer, stream: AudioStream, name: str) -> None:
    assert stream.time_base is not None
    _, end_s = _count(container, stream)
    container.seek(max(0, int((end_s - 1) / stream.time_base)), stream=stream)
    heard_until = Fraction(0)
    for frame in container.decode(stream):
        assert frame.pts is not None
        assert frame.time_base is not None
        end = frame.pts * frame.time_base + Fraction(frame.samples, frame.sample_rate)
        heard_until = max(heard_until, end)
    if heard_until < end_s - TOLERANCE_S or not end_s:
        raise NotPlayable(f"The end of the sound of {name} cannot be decoded.")


def compare(
    found: Found, manifest: Manifest, parts: Sequence[PartFiles], last: PartSound | None
) -> None:
    """Check a file against what the manifest says of its parts. Raises NotPlayable.

    `last` is the sound in the segments of the file's last part; a silent one was filled up.
    """
    picture, name = found.picture, found.file
    frames = sum(part.frames for part in parts)
    if picture.frames != frames:
        raise NotPlayable(f"{name} has {picture.frames} pictures instead of {frames}.")
    _check_picture(found, _said_of(parts[0], found.file, manifest))
    expected_s = max(part.end_s for part in parts) - parts[0].offset_s
    _check_length("picture", picture.duration_s, expected_s, name)
    if found.sound is not None:
        missing_s = 0.0 if last is None else max(0.0, last.missing_at_end_s)
        _check_length("sound", found.sound.duration_s + missing_s, expected_s, name)


def _said_of(part: PartFiles, file: str, manifest: Manifest) -> Video | None:
    """What the manifest says of a file's picture; None where it says nothing."""
    if part.video is not None:
        return part.video
    return manifest.announcement.video if file == "recording.mp4" else None


def _check_picture(found: Found, said: Video | None) -> None:
    if said is None:
        return
    picture = found.picture
    if (picture.width, picture.height) != (said.width, said.height):
        raise NotPlayable(
            f"The picture of {found.file} is {picture.width}x{picture.height} instead of"
            f" {said.width}x{said.height}."
        )
    if said.encoder is not None and picture.codec != said.codec:
        raise NotPlayable(f"{found.file} holds {picture.codec} instead of {said.codec}.")


def _check_length(what: str, found_s: float, expected_s: float, name: str) -> None:
    if abs(found_s - expected_s) > TOLERANCE_S:
        raise NotPlayable(
            f"The {what} of {name} is {found_s:.2f} s long; the manifest says {expected_s:.2f} s."
        )


def _heard(parts: Iterable[PartFiles]) -> dict[int, PartSound]:
    """The sound of every part that has any, by its part's number."""
    found = {part.part: sound_of_part(part) for part in parts}
    return {part: sound for part, sound in found.items() if sound is not None}


def _check_sound_of_parts(manifest: Manifest, heard: Sequence[PartSound]) -> None:
    """Silence put between parts must not hide that much sound is missing inside one."""
    if manifest.announcement.audio is None:
        return
    for each in heard:
        # A recorder that was killed had written its last picture, and not all that was heard while
        # that was shown. Such a film is in step and plays.
        end_most_s = each.last_picture_s + _FRAGMENT_S
        if each.holes_s > _FRAGMENT_S or not -TOLERANCE_S <= each.missing_at_end_s <= end_most_s:
            raise NotPlayable(
                f"The sound of part {each.part} is {each.end_s - each.holes_s:.2f} s long, its"
                f" picture {each.picture_s:.2f} s."
            )
    if not heard:
        raise NotPlayable("The manifest promises sound, but no segment holds any.")

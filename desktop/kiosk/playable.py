"""Whether a recording can be played: every segment is decoded, from its first picture to its last.

For consents: a recording in which nobody can be seen or heard to agree is worth nothing. It runs
for seconds, on a thread of its own, and touches nothing but the segments.
"""

import logging
from pathlib import Path

from holdfast import salvage
from holdfast.jsonform import FormatError
from holdfast.layout import RecordingFolder

_log = logging.getLogger(__name__)


def plays(folder: RecordingFolder) -> bool:
    """Whether all that was recorded can be seen, and heard where there was a microphone."""
    try:
        announcement, segments = salvage.read_announcement(folder), folder.segments()
        if announcement is None or not segments:
            return False
        has_sound = announcement.audio is not None
        return all(_decodes(path, has_sound) for path in segments.values())
    except (OSError, FormatError) as error:
        _log.warning("%s cannot be played: %s", folder.path, error)
        return False


def _decodes(segment: Path, has_sound: bool) -> bool:
    # Decoders are loaded by whoever needs one: most of the app does not.
    import av

    pictures = samples = 0
    try:
        with av.open(str(segment)) as media:
            for packet in media.demux():
                for frame in packet.decode():
                    pictures += isinstance(frame, av.VideoFrame)
                    samples += frame.samples if isinstance(frame, av.AudioFrame) else 0
    except av.error.FFmpegError as error:
        _log.warning("%s cannot be played: %s", segment, error)
        return False
    return pictures > 0 and (samples > 0 or not has_sound)

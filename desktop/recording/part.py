"""One part of a recording while it is made: its encoder and its segment writer, joined.

It begins with a first frame and ends where it is told. It owns no thread of its own but the
writer's, writes no journal and knows nothing of the parts before and after it (`parts.py` does).
"""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.recording.encoder import PartEncoder
from desktop.recording.errors import (
    EncoderFailed,
    HardwareFailed,
    PictureSizeChanged,
    RecordingError,
)
from desktop.recording.model import RecordingRequest
from desktop.recording.segmenter import Place
from desktop.recording.sources import RATE_HZ, Block, Frame
from desktop.recording.writer import SegmentWriter
from holdfast.announcement import Audio, Video
from holdfast.clock import Clock
from holdfast.journal import Losses
from holdfast.layout import RecordingFolder
from holdfast.sidecar import Sidecar


@dataclass(frozen=True, slots=True)
class Medium:
    """What is recorded and how it behaves."""

    video: Video
    audio: Audio | None
    live: bool
    exact_sound: bool = False
    """The sound's blocks follow each other to the sample and wait for us."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What one part or several hold so far."""

    frames: int = 0
    lost_frames: int = 0
    lost_sound_s: float = 0.0
    """Sound that the sound system or a full queue lost."""
    silence_s: float = 0.0
    """Silence that stands where no sound arrived."""
    bytes_on_disk: int = 0

    def __add__(self, other: "Totals") -> "Totals":
        return Totals(
            self.frames + other.frames,
            self.lost_frames + other.lost_frames,
            self.lost_sound_s + other.lost_sound_s,
            self.silence_s + other.silence_s,
            self.bytes_on_disk + other.bytes_on_disk,
        )


class Part:
    """One part, from its first frame on. Used by one thread; `totals` may be read by others."""

    def __init__(
        self,
        request: RecordingRequest,
        medium: Medium,
        place: Place,
        first: Frame,
        clock: Clock,
        *,
        note_losses: Callable[[Losses], None],
        on_closed: Callable[[Sidecar], None],
        on_failed: Callable[[RecordingError], None],
    ) -> None:
        """Get ready to encode. `first` is not encoded yet. Raises EncoderFailed."""
        self.last_frame_ns: int | None = None
        self.sound_until_ns = 0
        """Up to where sound has arrived."""
        self._has_sound = medium.audio is not None
        self._has_hardware = request.encoding.is_hardware
        self._frames = 0
        self._lost_frames = 0
        self._lost_at_end = 0
        self._writer = SegmentWriter(
            RecordingFolder(request.folder),
            place,
            clock,
            first_segment=request.first_segment,
            note_losses=note_losses,
            on_closed=on_closed,
            on_failed=on_failed,
        )
        try:
            self._encoder = PartEncoder(
                medium.video,
                medium.audio,
                self._writer.write,
                first.time_ns,
                captured=self._writer.captured,
                exact_sound=medium.exact_sound,
                encoding=request.encoding,
            )
        except BaseException:
            self._writer.close()
            raise

    @property
    def totals(self) -> Totals:
        """What it holds so far."""
        encoder = self._encoder
        return Totals(
            self._frames,
            self._lost_frames,
            encoder.lost_samples / RATE_HZ,
            encoder.silence_samples / RATE_HZ,
            self._writer.bytes_written,
        )

    @property
    def next_segment(self) -> int:
        """The number of the segment that a part after this one begins with."""
        return self._writer.next_segment

    def remember(self, blocks: list[Block]) -> None:
        """Take in the sound of just before; what was lost before the part began is not counted."""
        for block in blocks:
            self.audio(block)

    def video(self, frame: Frame) -> None:
        """Encode one picture. Raises RecordingError, also where the writer has failed.

        After a HardwareFailed only `give_up` and `close` may follow.
        """
        self.raise_writer_failure()
        unreadable = self._encoder.unreadable_frames
        try:
            self._encoder.video(frame)
        except PictureSizeChanged:
            raise
        except EncoderFailed as error:
            raise HardwareFailed(error.sentence) if self._has_hardware else error from error
        unreadable = self._encoder.unreadable_frames - unreadable
        self._frames += 1 - unreadable
        self._lost_frames += frame.lost_before + unreadable
        self.last_frame_ns = frame.time_ns

    def audio(self, block: Block) -> None:
        """Take in one block of sound."""
        self._encoder.audio(block)
        end_ns = block.time_ns + len(block.samples) * 1_000_000_000 // RATE_HZ
        self.sound_until_ns = max(self.sound_until_ns, end_ns)

    def lacks_sound_until(self, end_ns: int) -> bool:
        """Whether sound from before that instant has not arrived yet."""
        return self._has_sound and self.sound_until_ns < end_ns

    def finish(self, end_ns: int | None, lost: int = 0) -> int:
        """End picture and sound there (None: after the last frame); returns when that was.

        `lost` counts the frames that were lost after the last one.
        """
        self._lost_frames += lost
        self._lost_at_end = lost + self._encoder.lost_at_end
        return self._encoder.finish(end_ns)

    def give_up(self, end_ns: int) -> int:
        """Save what a broken encoder gave; returns how many pictures stayed in it."""
        missing = self._encoder.give_up(end_ns)
        self._frames -= missing
        return missing

    def close(self) -> None:
        """Close the last segment. Blocks until it is on disk."""
        self._writer.close(lost_at_end=self._lost_at_end)

    def raise_writer_failure(self) -> None:
        """Raise what kept the writer from writing, if anything did."""
        if self._writer.failure is not None:
            raise self._writer.failure

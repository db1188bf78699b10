"""One part of a recording, from its first frame to its last closed segment, on a thread of its own.

Frames and sound come in from capture threads through a bounded inbox; encoder and segment writer
run here. It writes the announcement and the part's line in the journal; how the recording ends is
for the recorder to write.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from desktop.recording.encoder import PartEncoder
from desktop.recording.encoding import DEFAULT, Encoding, made_by
from desktop.recording.errors import EncoderFailed, RecordingError
from desktop.recording.inbox import Inbox, Stop
from desktop.recording.journal_file import JournalFile, disk_error
from desktop.recording.model import Event, PartBegan, RecordingRequest, SegmentClosed
from desktop.recording.picture_track import can_copy
from desktop.recording.segmenter import Place
from desktop.recording.sources import RATE_HZ, Block, Frame
from desktop.recording.writer import SegmentWriter
from holdfast.announcement import Announcement, Audio, Video
from holdfast.clock import Clock, rfc3339
from holdfast.durable import write_new
from holdfast.journal import PartStarted
from holdfast.jsonform import canonical
from holdfast.layout import RecordingFolder
from holdfast.sidecar import Sidecar

_log = logging.getLogger(__name__)

SOUND_PATIENCE_S = 0.5
"""How long the end of a part waits for the sound that belongs to its last pictures."""
_EARLY_BLOCKS = 100


@dataclass(frozen=True, slots=True)
class Medium:
    """What is recorded and how it behaves."""

    video: Video
    audio: Audio | None
    live: bool
    exact_sound: bool = False
    """The sound's blocks follow each other to the sample and wait for us."""


class PartRecorder:
    """Records one part. `offer_*` may be called from any thread, the rest from the recorder's.

    `report` is given events; `over` is called, from the part's thread, when it ended by itself:
    the time limit was reached, or something failed (see `failure`).
    """

    def __init__(
        self,
        request: RecordingRequest,
        medium: Medium,
        clock: Clock,
        report: Callable[[Event], None],
        over: Callable[[], None],
    ) -> None:
        self.request = request
        self.folder = RecordingFolder(request.folder)
        self.journal = JournalFile(self.folder)
        self.failure: RecordingError | None = None
        self.zero_ns: int | None = request.zero_ns
        """The recording's zero; of part 0 known from its first frame on."""
        self.begun = False
        """Whether the part stands in the journal."""
        self.frames = 0
        self.lost_frames = 0
        self.elapsed_s = 0.0
        """Where the newest frame is on the recording's clock."""
        self.lost_sound_s = 0.0
        """Sound that the sound system or a full queue lost."""
        self.silence_s = 0.0
        """Silence that stands where no sound arrived."""
        self.end_s = 0.0
        """Where the part ended on the recording's clock, once it has."""
        self._medium = medium
        self._clock = clock
        self._report = report
        self._over = over
        self._inbox = Inbox()
        self._accepting = True
        self._dropped = 0
        self._lost_samples = 0
        self._sound_until_ns = 0
        self._last_frame_ns: int | None = None
        self._writer: SegmentWriter | None = None
        self._thread = threading.Thread(target=self._run, name="encode", daemon=True)

    def start(self) -> None:
        """Record from the next frame on that is offered."""
        self._thread.start()

    @property
    def bytes_on_disk(self) -> int:
        """Bytes of this part that were written so far."""
        return self._writer.bytes_written if self._writer is not None else 0

    def offer_frame(self, frame: Frame) -> None:
        """Take a picture in. A live one is dropped and counted where the queue is full."""
        if not self._accepting:
            return
        if self._dropped:
            frame = replace(frame, lost_before=frame.lost_before + self._dropped)
        if self._inbox.offer_frame(frame, wait=not self._medium.live):
            self._dropped = 0
        elif self._accepting:
            # With those that were lost before it; they count once the next one is encoded.
            self._dropped = frame.lost_before + 1

    def offer_block(self, block: Block) -> None:
        """Take sound in; what finds no room is counted with the next block."""
        if self._lost_samples:
            block = replace(block, lost_samples=block.lost_samples + self._lost_samples)
        wait = self._medium.exact_sound and not self._medium.live
        if self._inbox.offer_block(block, wait=wait):
            self._lost_samples = 0
        else:
            self._lost_samples = block.lost_samples + len(block.samples)

    def finish(self) -> None:
        """Take nothing more in, encode what is in, close the last segment. Blocks until done."""
        self._accepting = False
        self._inbox.stop()
        self._thread.join()

    def _run(self) -> None:
        try:
            self._record()
        except RecordingError as error:
            self.failure = error
        except Exception:  # noqa: BLE001  # A thread of ours must not end unheard.
            _log.exception("the part failed for a reason of our own")
            self.failure = EncoderFailed(
                "The recorder has a fault and stopped. What was recorded so far is safe;"
                " the details are in the log."
            )
        self._accepting = False
        self._inbox.close()
        self._over()

    def _record(self) -> None:
        early: deque[Block] = deque(maxlen=_EARLY_BLOCKS)
        first = self._first_frame(early)
        if first is None:
            return
        writer, encoder = self._begin(first)
        try:
            for block in early:
                self._encode_block(encoder, block)
            stop = self._encode(encoder, first)
            self._await_sound(encoder, stop)
            self._note_end(encoder.finish(stop.end_ns))
        finally:
            writer.close()
        self._raise_writer_failure()

    def _first_frame(self, early: deque[Block]) -> Frame | None:
        while (item := self._inbox.take()) is not None:
            if isinstance(item, Stop):
                return None
            if isinstance(item, Block):
                early.append(item)
            elif self._is_past_limit(item):
                return None
            else:
                # What was lost before the first frame was never part of the recording.
                return item if self.request.part else replace(item, lost_before=0)
        return None

    def _is_past_limit(self, frame: Frame) -> bool:
        limit_s = self.request.seconds
        if limit_s is None or self.zero_ns is None:
            return False
        return frame.time_ns - self.zero_ns >= round(limit_s * 1e9)

    def _begin(self, first: Frame) -> tuple[SegmentWriter, PartEncoder]:
        """Write down that the part begins, then get ready to encode it."""
        zero_ns = first.time_ns if self.zero_ns is None else self.zero_ns
        offset_s = (first.time_ns - zero_ns) / 1e9
        encoding = self._encoding_for(first)
        video = made_by(self._medium.video, encoding)
        if self.zero_ns is None:
            self._announce(zero_ns, video)
        request = self.request
        self.journal.append(
            PartStarted(
                part=request.part,
                offset_s=offset_s,
                reason=request.reason,
                first_segment=request.first_segment,
                started_monotonic_ns=first.time_ns,
                boot_id=self._clock.boot_id(),
                video=video,
                audio=self._medium.audio,
            )
        )
        self.zero_ns = zero_ns
        self.begun = True
        writer = SegmentWriter(
            self.folder,
            Place(request.recording, request.part, offset_s),
            self._clock,
            first_segment=request.first_segment,
            on_closed=self._segment_closed,
            on_failed=self._writer_failed,
        )
        self._writer = writer
        encoder = PartEncoder(
            video,
            self._medium.audio,
            writer.write,
            first.time_ns,
            captured=writer.captured,
            exact_sound=self._medium.exact_sound,
            encoding=encoding,
        )
        self._report(PartBegan(request.recording, request.part, offset_s, zero_ns))
        return writer, encoder

    def _encoding_for(self, first: Frame) -> Encoding:
        wanted = self.request.encoding
        if wanted.copies and not can_copy(first, self._medium.video):
            _log.warning("the camera gives no JPEGs that could be kept as they are")
            return DEFAULT
        return wanted

    def _announce(self, zero_ns: int, video: Video) -> None:
        request = self.request
        since_zero = timedelta(microseconds=(self._clock.monotonic_ns() - zero_ns) // 1000)
        announcement = Announcement(
            recording=request.recording,
            session=request.session,
            participant=request.participant,
            study=request.study,
            prompt=request.prompt,
            take=request.take,
            device=request.device,
            app_version=request.app_version,
            started_at=rfc3339(self._clock.now() - since_zero),
            boot_id=self._clock.boot_id(),
            started_monotonic_ns=zero_ns,
            video=video,
            audio=self._medium.audio,
        )
        try:
            write_new(self.folder.announce, canonical(announcement.to_json()))
        except OSError as error:
            raise disk_error(error, self.folder) from error

    def _encode(self, encoder: PartEncoder, first: Frame) -> Stop:
        """Encode from the first frame to the end; returns where that is."""
        item: Frame | Block | Stop | None = first
        while item is not None:
            if isinstance(item, Stop):
                return item
            if isinstance(item, Block):
                self._encode_block(encoder, item)
            elif self._is_past_limit(item):
                self._accepting = False
                assert self.request.seconds is not None
                assert self.zero_ns is not None
                return Stop(self.zero_ns + round(self.request.seconds * 1e9))
            else:
                self._encode_frame(encoder, item)
            item = self._inbox.take()
        return Stop()

    def _encode_frame(self, encoder: PartEncoder, frame: Frame) -> None:
        self._raise_writer_failure()
        encoder.video(frame)
        self.frames += 1
        self.lost_frames += frame.lost_before
        self._last_frame_ns = frame.time_ns
        assert self.zero_ns is not None
        self.elapsed_s = (frame.time_ns - self.zero_ns) / 1e9
        self.lost_sound_s = encoder.lost_samples / RATE_HZ
        self.silence_s = encoder.silence_samples / RATE_HZ

    def _encode_block(self, encoder: PartEncoder, block: Block) -> None:
        encoder.audio(block)
        end_ns = block.time_ns + len(block.samples) * 1_000_000_000 // RATE_HZ
        self._sound_until_ns = max(self._sound_until_ns, end_ns)

    def _await_sound(self, encoder: PartEncoder, stop: Stop) -> None:
        """Take in the sound of the last pictures, which arrives after them."""
        if self._medium.audio is None or self._last_frame_ns is None:
            return
        end_ns = stop.end_ns or self._last_frame_ns
        give_up_ns = self._clock.monotonic_ns() + int(SOUND_PATIENCE_S * 1e9)
        while self._sound_until_ns < end_ns and self._clock.monotonic_ns() < give_up_ns:
            item = self._inbox.take(timeout_s=0.05)
            if isinstance(item, Block):
                self._encode_block(encoder, item)

    def _note_end(self, end_ns: int) -> None:
        assert self.zero_ns is not None
        self.end_s = (end_ns - self.zero_ns) / 1e9
        if self.lost_sound_s or self.silence_s:
            _log.warning(
                "%.2f s of sound were lost, and silence stands for %.2f s",
                self.lost_sound_s,
                self.silence_s,
            )

    def _segment_closed(self, sidecar: Sidecar) -> None:
        self._report(SegmentClosed(self.request.recording, sidecar.segment))

    def _writer_failed(self, error: RecordingError) -> None:
        # The encoder's thread finds it at its next frame; one that waits for a frame is woken.
        self._inbox.stop()

    def _raise_writer_failure(self) -> None:
        if self._writer is not None and self._writer.failure is not None:
            raise self._writer.failure

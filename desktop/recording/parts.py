"""The parts of a recording that one recorder makes, one after the other, on a thread of its own.

Frames and sound come in from capture threads through a bounded inbox; encoder and segment writer
run here. A switch closes one part and goes on in the next with the same inbox, so that nothing is
lost in between. It writes the announcement and each part's line in the journal; how the recording
ends is for the recorder to write.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import replace

from desktop.recording.beginning import announce, part_started
from desktop.recording.encoding import DEFAULT, Encoding, made_by
from desktop.recording.errors import EncoderFailed, HardwareFailed, RecordingError
from desktop.recording.feed import Feed
from desktop.recording.inbox import Inbox, Item, Seam, Stop, Switch
from desktop.recording.intake import Intake
from desktop.recording.journal_file import JournalFile
from desktop.recording.model import Event, PartBegan, RecordingRequest, SegmentClosed
from desktop.recording.part import Medium, Part, Totals
from desktop.recording.picture_track import can_copy, encoding_for
from desktop.recording.pictures import is_readable
from desktop.recording.segmenter import Place
from desktop.recording.sources import Block, Frame
from desktop.recording.stills import Stills
from desktop.recording.time_limit import end_at_limit, is_past_limit
from holdfast.clock import Clock
from holdfast.layout import RecordingFolder
from holdfast.sidecar import Sidecar

_log = logging.getLogger(__name__)

Encoded = Callable[[int, float, int], None]
"""A picture's number in its recording, its seconds on its clock, its monotonic capture time."""


class PartsRecorder:
    """Records part after part. `offer_*` may be called from any thread, the rest by the recorder.

    `report` is given events; `over` is called, from the thread of the parts, when they ended by
    themselves: the time limit was reached, or something failed (see `failure`). `before` is what
    the recorder has recorded of this recording already.
    """

    def __init__(
        self,
        request: RecordingRequest,
        medium: Medium,
        clock: Clock,
        report: Callable[[Event], None],
        over: Callable[[], None],
        before: Totals | None = None,
        encoded: Encoded | None = None,
    ) -> None:
        """`encoded` is told of every picture that was encoded: number, place, capture time."""
        self.request = request
        """Of the present part."""
        self.folder = RecordingFolder(request.folder)
        self.journal = JournalFile(self.folder)
        self.failure: RecordingError | None = None
        self.zero_ns: int | None = request.zero_ns
        """The recording's zero; of part 0 known from its first frame on."""
        self.begun = False
        """Whether a part stands in the journal."""
        self.camera_gives_jpeg = False
        """Whether the pictures could be kept as the camera gives them."""
        self._encoded_s = 0.0
        """Where the newest frame that was encoded is on the recording's clock."""
        self.end_s = 0.0
        """Where the last part ended on the recording's clock, once it has."""
        self._medium = medium
        self._clock = clock
        self._report = report
        self._over = over
        self._encoded = encoded
        self._inbox = Inbox()
        self._stills = Stills(self.folder)
        self._intake = Intake(self._inbox, medium, clock)
        self._feed = Feed(self._inbox, clock)
        self._counted: tuple[Totals, Part | None] = (before or Totals(), None)
        """What is counted already, and the part that is still counting."""
        self._thread = threading.Thread(target=self._run, name="encode", daemon=True)

    def start(self) -> None:
        """Record from the next frame on that is offered."""
        self._thread.start()

    @property
    def totals(self) -> Totals:
        """What all parts hold so far."""
        before, part = self._counted
        return before + part.totals if part is not None else before

    def offer_frame(self, frame: Frame) -> None:
        """Take a picture in. A live one is dropped and counted where the queue is full."""
        self._intake.offer_frame(frame)

    def offer_block(self, block: Block) -> None:
        """Take sound in; what finds no room is counted with the next block."""
        self._intake.offer_block(block)

    @property
    def encoding(self) -> Encoding:
        """How the present part is encoded."""
        return self.request.encoding

    @property
    def elapsed_s(self) -> float:
        """Where the newest frame that was taken in is on the recording's clock."""
        zero_ns, newest_ns = self.zero_ns, self._intake.newest_ns
        if not self.begun or zero_ns is None or newest_ns is None:
            return 0.0
        taken_s = max((newest_ns - zero_ns) / 1e9, self._encoded_s)
        return taken_s if self.request.seconds is None else min(taken_s, self.request.seconds)

    @property
    def behind_s(self) -> float:
        """How much of that waits to be encoded: what would be lost with this process."""
        return max(0.0, self.elapsed_s - self._encoded_s)

    @property
    def fill(self) -> float:
        """How full the queue before the encoder is, from 0 to 1."""
        return self._inbox.fill

    def switch(
        self, reason: str, encoding: Encoding | None = None, *, at_once: bool = False
    ) -> None:
        """Begin a new part with the next frame; before the first frame it does nothing.

        `at_once`: with the next one that is encoded, ahead of those that wait.
        """
        self._inbox.switch(Switch(reason, encoding), at_once=at_once)

    def following(self, reason: str) -> RecordingRequest:
        """What to ask of the recorder that goes on after this one has finished."""
        part = self._counted[1]
        if part is None:
            return self.request
        return replace(
            self.request,
            part=self.request.part + 1,
            first_segment=part.next_segment,
            zero_ns=self.zero_ns,
            reason=reason,
        )

    def finish(self, end_ns: int | None = None) -> None:
        """Take no picture in any more, encode what is in, close the last segment.

        The last picture lasts until `end_ns`, or for as long as one usually does.
        Blocks until done; sound of the last pictures may still be offered meanwhile.
        """
        self._intake.close()
        self._inbox.stop(end_ns)
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
        self._intake.close()
        self._inbox.close()
        self._over()

    def _record(self) -> None:
        first = self._first_frame()
        while first is not None:
            part = self._begin(first)
            try:
                end = self._encode(part, first)
                if (end_ns := end.end_ns or part.last_frame_ns) is not None:
                    self._feed.await_sound(part, end_ns)
                end = self._end(part, end)
            finally:
                part.close()
            part.raise_writer_failure()
            first = self._follow(end) if isinstance(end, Seam) else None

    def _end(self, part: Part, end: Stop | Seam) -> Stop | Seam:
        """Close the part's encoder; what a broken one kept is lost before the next frame."""
        if not isinstance(end, Seam) or not end.broken:
            self._note_end(part.finish(end.end_ns, self._lost_at(end)))
            return end
        missing = part.give_up(end.end_ns)
        self._note_end(end.end_ns)
        first = replace(end.first, lost_before=end.first.lost_before + missing)
        return replace(end, first=first)

    def _lost_at(self, end: Stop | Seam) -> int:
        """Frames lost between the last one of a part and its end; at a seam the next has them."""
        if isinstance(end, Seam):
            return 0
        return end.lost if end.end_ns is not None else self._intake.dropped

    def _first_frame(self) -> Frame | None:
        unreadable = 0
        while (item := self._feed.take()) is not None:
            if isinstance(item, Stop):
                return None
            if isinstance(item, Switch):
                if self.zero_ns is not None:
                    self.zero_ns -= item.slept_ns
            elif isinstance(item, Frame):
                if is_past_limit(self.request.seconds, self.zero_ns, item):
                    return None
                if not is_readable(item):
                    # The file's clock begins with a picture, or all its times would be wrong.
                    unreadable += 1 + item.lost_before
                    continue
                # What was lost before the first frame was never part of the recording.
                lost = item.lost_before + unreadable if self.request.part else 0
                return replace(item, lost_before=lost)
        return None

    def _begin(self, first: Frame) -> Part:
        """Write down that the part begins, then get ready to encode it."""
        zero_ns = first.time_ns if self.zero_ns is None else self.zero_ns
        offset_s = (first.time_ns - zero_ns) / 1e9
        encoding = encoding_for(self.request.encoding, first, self._medium.video)
        request = self.request = replace(self.request, encoding=encoding)
        medium = replace(self._medium, video=made_by(self._medium.video, encoding))
        if self.zero_ns is None:
            announce(request, medium, zero_ns, self._clock)
        self.journal.append(part_started(request, medium, offset_s, first, self._clock))
        self.zero_ns = zero_ns
        self.camera_gives_jpeg = can_copy(first, medium.video)
        self.begun = True
        part = Part(
            request,
            medium,
            Place(request.recording, request.part, offset_s),
            first,
            self._clock,
            note_losses=self.journal.append,
            on_closed=self._segment_closed,
            on_failed=self._writer_failed,
        )
        self._counted = (self.totals, part)
        part.remember(self._feed.recent)
        self._report(PartBegan(request.recording, request.part, offset_s, zero_ns, encoding))
        return part

    def _encode(self, part: Part, first: Frame) -> Stop | Seam:
        """Encode from the first frame to the end; returns where that is."""
        switch: Switch | None = None
        item: Item | None = first
        while item is not None:
            if isinstance(item, Stop):
                return item
            if isinstance(item, Block):
                part.audio(item)
            elif isinstance(item, Switch):
                switch = item if switch is None else switch.then(item)
            elif self._ends_before(item, switch):
                self._intake.close()
                assert self.request.seconds is not None
                assert self.zero_ns is not None
                return end_at_limit(self.request.seconds, self.zero_ns, part.last_frame_ns, item)
            elif switch is not None and is_readable(item):
                return Seam(item, switch)
            elif (failed := self._encode_frame(part, item)) is not None:
                return failed
            item = self._feed.take()
        return Stop()

    def _ends_before(self, frame: Frame, switch: Switch | None) -> bool:
        slept_ns = 0 if switch is None else switch.slept_ns
        return is_past_limit(self.request.seconds, self.zero_ns, frame, slept_ns)

    def _encode_frame(self, part: Part, frame: Frame) -> Seam | None:
        """Encode one picture; where hardware failed, another encoder goes on with this one."""
        try:
            part.video(frame)
        except HardwareFailed as error:
            name = self.request.encoding.encoder
            _log.error("%s failed, libx264 goes on: %s", name, error.sentence)
            return Seam(frame, Switch(f"{name} failed", DEFAULT), broken=True)
        self._stills.offer(frame)
        assert self.zero_ns is not None
        self._encoded_s = (frame.time_ns - self.zero_ns) / 1e9
        if self._encoded is not None:
            number = self.request.frames_before + self.totals.frames - 1
            self._encoded(number, self._encoded_s, frame.time_ns)
        return None

    def _follow(self, seam: Seam) -> Frame:
        """Have the next part follow this one; returns the frame that it begins with."""
        assert self.zero_ns is not None
        self.zero_ns -= seam.switch.slept_ns
        encoding = seam.switch.encoding or self.request.encoding
        self.request = replace(self.following(seam.switch.reason), encoding=encoding)
        self._counted = (self.totals, None)
        return seam.first

    def _note_end(self, end_ns: int) -> None:
        assert self.zero_ns is not None
        self.end_s = (end_ns - self.zero_ns) / 1e9
        totals = self.totals
        if totals.lost_sound_s or totals.silence_s:
            _log.warning(
                "%.2f s of sound were lost, and silence stands for %.2f s",
                totals.lost_sound_s,
                totals.silence_s,
            )

    def _segment_closed(self, sidecar: Sidecar) -> None:
        self._stills.write(sidecar)
        self._report(SegmentClosed(self.request.recording, sidecar.segment))

    def _writer_failed(self, error: RecordingError) -> None:
        # The encoder's thread finds it at its next frame; one that waits for a frame is woken.
        self._inbox.stop()

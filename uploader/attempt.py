"""One attempt at one segment: what is missing, chunk by chunk, with digests checked before sending.

A file that does not match its sidecar is never sent. tenacity is used here and nowhere else, for
blips of seconds; everything longer is a time in the database. An attempt changes the queue only by
noting progress; its result says what should become of the item.
"""

import hashlib
import logging
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    sleep_using_event,
    stop_after_attempt,
    stop_when_event_set,
    wait_random_exponential,
)

from holdfast import crash, ranges
from holdfast.clock import Clock
from holdfast.jsonform import FormatError, parse
from holdfast.layout import RecordingFolder
from holdfast.protocol import (
    CHUNK_MOST_BYTES,
    CHUNK_START_BYTES,
    SegmentStatus,
    segment_path,
)
from holdfast.sidecar import Sidecar
from uploader.errors import Interrupted, Stopped, TransportError
from uploader.file_faults import file_changed, file_missing
from uploader.flow import Flow
from uploader.gate import Gate
from uploader.items import SegmentClaim
from uploader.policy import (
    DONE,
    MISMATCHES_MOST,
    Action,
    Answer,
    ChunkSize,
    Decision,
    decide,
    decide_error,
)
from uploader.transport import Chunk, Transport

BLIP_TRIES: Final = 3
BLIP_WAIT_MOST_S: Final = 2.0
_BLOCK_BYTES: Final = 1 << 20
_log = logging.getLogger(__name__)


def patiently(call: Callable[[], Answer], stop: threading.Event) -> Answer:
    """Make a request that may be repeated safely; a connection that breaks is no reason to give up.

    A kept-alive connection dies silently while it idles, so the first break says nothing. Raises
    TransportError after BLIP_TRIES breaks, and at once for what seconds do not mend; Stopped where
    it was the uploader's own end that broke it.
    """
    retrying = Retrying(
        retry=retry_if_exception_type(Interrupted),
        stop=stop_after_attempt(BLIP_TRIES) | stop_when_event_set(stop),
        wait=_wait_after_the_first,
        sleep=sleep_using_event(stop),
        reraise=True,
    )
    try:
        return retrying(call)
    except TransportError as error:
        if stop.is_set():
            raise Stopped(
                "The uploader was stopped; the rest is sent at the next start."
            ) from error
        raise


def _wait_after_the_first(state: RetryCallState) -> float:
    if state.attempt_number == 1:
        return 0.0
    return wait_random_exponential(multiplier=0.5, max=BLIP_WAIT_MOST_S)(state)


class Pace:
    """The chunk size that all senders share; what was refused once is told to `remember`."""

    def __init__(self, limit_bytes: int | None, remember: Callable[[int], None]) -> None:
        self._size = ChunkSize.under(limit_bytes)
        self._remember = remember
        self._lock = threading.Lock()

    def chunk_bytes(self, segment_bytes: int) -> int:
        """How much of a segment of this size to send at once now.

        Recorded segments are few chunks and stay under what a default proxy takes; only footage
        that needs many is worth finding out that a proxy takes less.
        """
        with self._lock:
            size_bytes = self._size.size_bytes
        if segment_bytes <= CHUNK_MOST_BYTES:
            return min(size_bytes, CHUNK_START_BYTES)
        return size_bytes

    def sent(self, sent_bytes: int, took_s: float) -> None:
        """A chunk arrived, in this time."""
        with self._lock:
            self._size = self._size.after_sending(sent_bytes, took_s)

    def cut(self) -> None:
        """A connection broke in the middle of a chunk."""
        with self._lock:
            self._size = self._size.after_cut()

    def refused(self, refused_bytes: int, limit_bytes: int | None) -> bool:
        """A chunk was too large; whether a smaller one may be tried."""
        with self._lock:
            smaller = self._size.after_refusal(refused_bytes, limit_bytes)
            if smaller is None:
                return False
            self._size = smaller
        self._remember(smaller.limit_bytes)
        return True


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a try; `status` is HTTP's, None where no answer came."""

    decision: Decision
    sent_bytes: int = 0
    status: int | None = None


@dataclass(frozen=True, slots=True)
class _Segment:
    claim: SegmentClaim
    sidecar: Sidecar
    descriptor: int

    def chunk(self, first: int, last: int) -> Chunk:
        whole = last - first + 1 == self.sidecar.size_bytes
        return Chunk(
            descriptor=self.descriptor,
            first=first,
            last=last,
            sha256=self.sidecar.sha256 if whole else _sha256(self.descriptor, first, last),
            whole_bytes=self.sidecar.size_bytes,
            whole_sha256=self.sidecar.sha256,
        )


class SegmentAttempt:
    """Sends segments, one attempt at a time. Several threads may share it."""

    def __init__(
        self,
        transport: Transport,
        pace: Pace,
        clock: Clock,
        stop: threading.Event,
        on_progress: Callable[[SegmentClaim, int], None],
        gate: Gate,
        flow: Flow,
    ) -> None:
        self._transport = transport
        self._pace = pace
        self._clock = clock
        self._stop = stop
        self._on_progress = on_progress
        self._gate = gate
        self._flow = flow

    def send(self, claim: SegmentClaim) -> Result:
        """Try to bring the receiver to have the whole segment. Raises Stopped, ClaimLost."""
        folder = RecordingFolder(Path(claim.folder))
        try:
            sidecar = _read_sidecar(folder, claim.segment)
            path = folder.segment(claim.segment, sidecar.container)
            with path.open("rb") as file:
                segment = _Segment(claim, sidecar, file.fileno())
                if not _is_unchanged(segment):
                    return Result(file_changed(path))
                return self._send_missing(segment)
        except FileNotFoundError as error:
            return Result(file_missing(folder, Path(error.filename or folder.path)))
        except FormatError:
            return Result(file_changed(folder.sidecar(claim.segment)))
        except OSError as error:
            return Result(
                Decision(
                    Action.RETRY, f"A recorded file cannot be read now ({error.strerror or error})."
                )
            )

    def _send_missing(self, segment: _Segment) -> Result:
        whole = [(0, segment.sidecar.size_bytes - 1)] if segment.sidecar.size_bytes else []
        try:
            if not segment.claim.ask_first:
                return self._send_ranges(segment, whole)
            answer = patiently(lambda: self._ask(segment), self._stop)
        except TransportError as error:
            return Result(decide_error(error))
        decision = decide(answer, self._clock.now())
        if decision.code == "unknown_segment":
            return self._send_ranges(segment, whole)
        if decision.action is not Action.DONE:
            return Result(decision, status=answer.status)
        status = _status(answer)
        if status is None or status.size_bytes is None:
            return self._send_ranges(segment, whole)
        if status.complete and status.sha256 == segment.sidecar.sha256:
            return Result(DONE, status=answer.status)
        return self._send_ranges(segment, list(status.missing) or whole)

    def _ask(self, segment: _Segment) -> Answer:
        return self._transport.get(segment_path(segment.claim.recording, segment.claim.segment))

    def _send_ranges(self, segment: _Segment, wanted: list[ranges.Range]) -> Result:
        rest = list(wanted)
        size_bytes = segment.sidecar.size_bytes
        sent_bytes = 0
        status: int | None = None
        while rest:
            chunk = segment.chunk(*self._next_chunk(rest, size_bytes))
            try:
                answer = self._send_chunk(segment, chunk)
            except TransportError as error:
                self._pace.cut()
                return Result(decide_error(error), sent_bytes)
            decision = decide(answer, self._clock.now())
            status = answer.status
            if decision.action is Action.SMALLER:
                if chunk.size_bytes <= (decision.limit_bytes or 0) < size_bytes:
                    return Result(_too_long(decision, size_bytes), sent_bytes, status)
                if self._pace.refused(chunk.size_bytes, decision.limit_bytes):
                    continue
                return Result(_too_large(decision, chunk), sent_bytes, status)
            if decision.action is not Action.DONE:
                return Result(_judged(decision, segment.claim), sent_bytes, status)
            sent_bytes += chunk.size_bytes
            crash.point("uploader.before-answer-stored")
            if _is_complete(answer):
                return Result(DONE, sent_bytes, status)
            rest = _without(rest, chunk.last)
            self._on_progress(segment.claim, size_bytes - ranges.total_bytes(rest))
        return Result(
            Decision(Action.RETRY, "The receiver still misses parts of it."), sent_bytes, status
        )

    def _next_chunk(self, rest: list[ranges.Range], size_bytes: int) -> ranges.Range:
        self._flow.rest_owed()
        first, last = _first_chunk(rest, self._pace.chunk_bytes(size_bytes))
        return first, first + self._gate.grant(last - first + 1) - 1

    def _send_chunk(self, segment: _Segment, chunk: Chunk) -> Answer:
        started_ns = self._clock.monotonic_ns()
        tries = 0

        def put() -> Answer:
            nonlocal tries
            tries += 1
            if tries > 1:
                # What broke was sent, too.
                self._gate.grant(chunk.size_bytes, chunk.size_bytes)
            return self._transport.put_chunk(segment.claim.recording, segment.claim.segment, chunk)

        answer = patiently(put, self._stop)
        if answer.is_ok:
            took_s = (self._clock.monotonic_ns() - started_ns) / 1_000_000_000
            self._pace.sent(chunk.size_bytes, took_s)
            self._flow.owe(self._gate.rest_s(took_s))
        return answer


def _read_sidecar(folder: RecordingFolder, segment: int) -> Sidecar:
    path = folder.sidecar(segment)
    return Sidecar.from_json(parse(path.read_bytes(), path.name))


def _is_unchanged(segment: _Segment) -> bool:
    size_bytes = os.fstat(segment.descriptor).st_size
    if size_bytes != segment.sidecar.size_bytes:
        return False
    return _sha256(segment.descriptor, 0, size_bytes - 1) == segment.sidecar.sha256


def _sha256(descriptor: int, first: int, last: int) -> str:
    digest = hashlib.sha256()
    position = first
    while position <= last:
        block = os.pread(descriptor, min(_BLOCK_BYTES, last + 1 - position), position)
        if not block:
            break
        digest.update(block)
        position += len(block)
    return digest.hexdigest()


def _first_chunk(rest: list[ranges.Range], chunk_bytes: int) -> ranges.Range:
    return next(ranges.chunks(rest, chunk_bytes))


def _without(rest: list[ranges.Range], sent_last: int) -> list[ranges.Range]:
    first, last = rest[0]
    return rest[1:] if sent_last >= last else [(max(first, sent_last + 1), last), *rest[1:]]


def _status(answer: Answer) -> SegmentStatus | None:
    try:
        return SegmentStatus.from_json(answer.body or {})
    except FormatError:
        return None


def _is_complete(answer: Answer) -> bool:
    return answer.status == 201 or (answer.body or {}).get("complete") is True


def _judged(decision: Decision, claim: SegmentClaim) -> Decision:
    if decision.mismatch and claim.mismatches + 1 >= MISMATCHES_MOST:
        return replace(
            decision,
            action=Action.FAIL,
            reason=(
                f"The receiver found segment {claim.segment} damaged {MISMATCHES_MOST} times, "
                "although it is whole on this computer. It is kept; press Retry once the way to "
                "the receiver is repaired."
            ),
        )
    return decision


def _too_long(decision: Decision, size_bytes: int) -> Decision:
    limit_bytes = decision.limit_bytes or 0
    return Decision(
        Action.FAIL,
        f"The receiver takes files of at most {limit_bytes / 1e6:.0f} MB, and this one has "
        f"{size_bytes / 1e6:.0f} MB. It is safe here; ask your administrator to allow larger ones.",
        code=decision.code,
    )


def _too_large(decision: Decision, chunk: Chunk) -> Decision:
    # What stands on the way may be gone tomorrow; only the receiver's own word is final.
    return Decision(
        Action.FAIL if decision.code else Action.RETRY,
        f"Even pieces of {chunk.size_bytes // 1024} KiB are refused as too large on the way to the "
        "receiver. The recording is safe here; ask your administrator to allow larger uploads.",
        code=decision.code,
    )

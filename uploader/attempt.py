"""One attempt at one segment: what is missing, chunk by chunk, with digests checked before sending.

A file that does not match its sidecar is never sent. tenacity is used here and nowhere else, for
blips of seconds; everything longer is a time in the database. An attempt changes the queue only by
noting progress; its result says what should become of the item.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

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
from holdfast.jsonform import FormatError
from holdfast.layout import RecordingFolder
from holdfast.protocol import SegmentStatus, segment_path
from uploader.errors import Interrupted, Stopped, TransportError
from uploader.file_faults import described, file_changed, file_differs, file_missing
from uploader.flow import Flow
from uploader.gate import Gate
from uploader.hashed import Hashed
from uploader.items import SegmentClaim
from uploader.outcome import OpenSegment, Result
from uploader.pace import Pace
from uploader.policy import (
    DONE,
    MISMATCHES_MOST,
    Action,
    Answer,
    Decision,
    decide,
    decide_error,
)
from uploader.together import Board, Joint, Turn
from uploader.transport import Chunk, Transport

BLIP_TRIES: Final = 3
BLIP_WAIT_MOST_S: Final = 2.0
_log = logging.getLogger(__name__)
_T = TypeVar("_T")


def unless_stopped(work: Callable[[], _T], give_back: Callable[[], None]) -> _T | None:
    """What comes of some work; None where it was stopped. What was claimed for it is given back.

    That is done, too, before any other fault of it is raised.
    """
    try:
        return work()
    except Stopped:
        give_back()
        return None
    except BaseException:
        give_back()
        raise


def patiently(call: Callable[[], _T], stop: threading.Event) -> _T:
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
        board: Board,
        hashed: Hashed,
    ) -> None:
        self._transport = transport
        self._pace = pace
        self._clock = clock
        self._stop = stop
        self._on_progress = on_progress
        self._gate = gate
        self._flow = flow
        self._board = board
        self._hashed = hashed

    def send(self, claim: SegmentClaim) -> Result:
        """Try to bring the receiver to have the whole segment. Raises Stopped, ClaimLost."""
        folder = RecordingFolder(Path(claim.folder))
        try:
            sidecar = described(folder, claim.segment)
            path = folder.segment(claim.segment, sidecar.container)
            with path.open("rb") as file:
                segment = OpenSegment(claim, sidecar, file.fileno())
                if not self._hashed.is_unchanged(segment, self._flow.step):
                    return Result(file_differs(folder, claim.segment, path))
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

    def _send_missing(self, segment: OpenSegment) -> Result:
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
        status = _status(answer, segment.sidecar.sha256)
        if status is None or status.size_bytes is None:
            return self._send_ranges(segment, whole)
        if status.complete:
            return Result(DONE, status=answer.status)
        return self._send_ranges(segment, list(status.missing) or whole)

    def _ask(self, segment: OpenSegment) -> Answer:
        return self._transport.get(segment_path(segment.claim.recording, segment.claim.segment))

    def _send_ranges(self, segment: OpenSegment, wanted: list[ranges.Range]) -> Result:
        joint = Joint(segment, wanted)
        with self._board.offered(joint):
            try:
                while joint.wait_for_work():
                    patiently(lambda: self._send_next(joint), self._stop)
            except TransportError as error:
                joint.end(Result(decide_error(error)))
        return joint.result()

    def help(self, joint: Joint) -> bool:
        """Send chunks of a segment that another sender owns, until none is left.

        False where the connection broke: nothing is said about the segment, its owner will see for
        itself. Raises Stopped, ClaimLost.
        """
        try:
            while joint.is_worth_helping():
                patiently(lambda: self._send_next(joint), self._stop)
        except TransportError as error:
            _log.info("a second connection broke: %s", error)
            return False
        return True

    def _send_next(self, joint: Joint) -> None:
        """Send the next chunk, if there is one. Called again after a break, it may be another."""
        self._flow.rest_owed()
        segment = joint.segment
        with joint.turn(self._pace.chunk_bytes) as turn:
            if turn is None:
                return
            last = turn.first + self._gate.grant(turn.last - turn.first + 1) - 1
            chunk = segment.chunk(turn.first, last)
            try:
                answer = self._put(segment, chunk)
            except TransportError as error:
                if error.sent_bytes < chunk.size_bytes or not self._has_arrived(joint, turn, chunk):
                    raise
                return
            self._judge(joint, turn, chunk, answer)

    def _put(self, segment: OpenSegment, chunk: Chunk) -> Answer:
        began_ns = self._pace.begin()
        try:
            answer = self._transport.put_chunk(
                segment.claim.recording, segment.claim.segment, chunk
            )
        except TransportError as error:
            self._pace.broke(chunk.size_bytes, error.sent_bytes)
            raise
        except BaseException:
            self._pace.ended()
            raise
        if answer.is_ok:
            took_s = self._pace.arrived(began_ns, chunk.size_bytes)
            self._flow.owe(self._gate.rest_s(took_s))
        else:
            self._pace.ended()
        return answer

    def _has_arrived(self, joint: Joint, turn: Turn, chunk: Chunk) -> bool:
        """Ask what became of a chunk whose answer was lost, before it is sent again.

        Raises TransportError.
        """
        answer = self._ask(joint.segment)
        status = _status(answer, joint.segment.sidecar.sha256) if answer.is_ok else None
        if status is None or status.size_bytes is None:
            return False
        if status.complete:
            joint.end(Result(DONE, status=answer.status))
            return True
        arrived = [(chunk.first, chunk.last)]
        for each in status.missing:
            arrived = ranges.without(arrived, each)
        turn.sent(arrived)
        joint.answered(answer.status, ranges.total_bytes(arrived))
        self._note(joint)
        return bool(arrived)

    def _judge(self, joint: Joint, turn: Turn, chunk: Chunk, answer: Answer) -> None:
        decision = decide(answer, self._clock.now())
        if decision.action is Action.SMALLER:
            size_bytes = joint.segment.sidecar.size_bytes
            if chunk.size_bytes <= (decision.limit_bytes or 0) < size_bytes:
                joint.end(Result(_too_long(decision, size_bytes), status=answer.status))
            elif not self._pace.refused(chunk.size_bytes, decision.limit_bytes):
                joint.end(Result(_too_large(decision, chunk), status=answer.status))
        elif decision.action is not Action.DONE:
            judged = _judged(decision, joint.segment.claim)
            joint.end(Result(judged, status=answer.status))
        else:
            status = _status(answer, joint.segment.sidecar.sha256)
            if status is None:
                raise Interrupted("What came back was not the answer to what was sent.")
            joint.answered(answer.status, chunk.size_bytes)
            crash.point("uploader.before-answer-stored")
            turn.sent([(chunk.first, chunk.last)])
            if status.complete:
                joint.end(Result(DONE, status=answer.status))
            else:
                self._note(joint)

    def _note(self, joint: Joint) -> None:
        with joint.noting:
            self._on_progress(joint.segment.claim, joint.acknowledged_bytes())


def _status(answer: Answer, sha256: str) -> SegmentStatus | None:
    """What the receiver has of this very segment; None where the answer is about something else."""
    try:
        status = SegmentStatus.from_json(answer.body or {})
    except FormatError:
        return None
    return status if status.sha256 == sha256 else None


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

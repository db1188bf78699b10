"""One segment: claim, attempt, settle. What a sender thread does over and over."""

import logging
from pathlib import Path

from holdfast.layout import RecordingFolder
from uploader.attempt import SegmentAttempt
from uploader.errors import ClaimLost, QueueError, Stopped
from uploader.items import SegmentClaim
from uploader.line import Line, Stopwatch
from uploader.order_delivery import follow_orders
from uploader.outcome import Result
from uploader.policy import Action, own_fault, wait_s

_log = logging.getLogger(__name__)


def deliver_segment(line: Line) -> bool:
    """Take the next segment that is due and try to send it; False where none is.

    Raises QueueError when the queue itself fails; the claim is then returned at the next start.
    """
    claim = line.queue.claims.claim_segment()
    if claim is None:
        return False
    attempt = _attempt(line)
    stopwatch = Stopwatch("segment", line.clock)
    try:
        result = attempt.send(claim)
    except Stopped:
        line.queue.settling.release(claim)
        return False
    except QueueError:
        raise
    except Exception as error:  # noqa: BLE001 - one item's fault is not all the others'
        _log.exception("segment %d of %s", claim.segment, claim.recording)
        result = Result(own_fault(error))
    except BaseException:
        line.queue.settling.release(claim)
        raise
    _settle(line, claim, result, stopwatch)
    return True


def help_deliver(line: Line) -> bool:
    """Help another sender with a segment of many chunks; False where there is nothing to help with.

    Raises QueueError when the queue itself fails.
    """
    joint = line.board.join()
    if joint is None:
        return False
    try:
        return _attempt(line).help(joint)
    except (Stopped, ClaimLost):
        return False
    finally:
        joint.leave()


def _attempt(line: Line) -> SegmentAttempt:
    return SegmentAttempt(
        line.transport,
        line.pace,
        line.clock,
        line.stop,
        line.queue.settling.progress,
        line.gate,
        line.flow,
        line.board,
        line.hashed,
    )


def _settle(line: Line, claim: SegmentClaim, result: Result, stopwatch: Stopwatch) -> None:
    decision, settling = result.decision, line.queue.settling
    if decision.action is not Action.DONE and not _is_here(line, claim):
        # Whatever could not be read: it is not gone, its disk is.
        settling.release(claim, stopwatch.record("away", result))
    elif decision.action is Action.DONE:
        line.reachability.taken()
        was_last = settling.complete(claim, stopwatch.record("done", result))
        line.tell("sent", claim.recording, claim.segment, result.sent_bytes)
        if not was_last:
            # Nobody else has anything new to do: a look by all after each segment cost as much
            # as sending it.
            return
    elif decision.action is Action.FAIL:
        settling.fail(claim, stopwatch.record("failed", result))
        line.tell("failed", claim.recording, claim.segment, why=decision.reason)
    elif not line.is_items_own(decision, f"{claim.recording} {claim.segment}"):
        settling.release(claim, stopwatch.record("held", result))
    elif decision.action is Action.ANNOUNCE:
        wait = wait_s(claim.attempts + 1, line.uniform) if claim.attempts else 0.0
        settling.forgotten(claim, wait, stopwatch.record("forgotten", result))
    elif decision.action is Action.WITHDRAWN:
        settling.withdrawn(claim, stopwatch.record("withdrawn", result))
        if decision.order is None:
            line.tell("failed", claim.recording, claim.segment, why=decision.reason)
        follow_orders(line, [decision.order])
    else:
        wait = wait_s(claim.attempts + 1, line.uniform, decision.retry_after_s)
        record = stopwatch.record("retry", result)
        settling.reschedule(
            claim, wait, record, mismatch=decision.mismatch, patience=decision.patience
        )
        line.tell("retry", claim.recording, claim.segment, why=decision.reason)
    line.wake()


def _is_here(line: Line, claim: SegmentClaim) -> bool:
    return line.queue.is_here(RecordingFolder(Path(claim.folder)))

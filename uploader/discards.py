"""Tells the receiver what was discarded here, whenever it can be reached; it then drops its part.

Asked twice, it is done once. A receiver that never heard of the recording has nothing to drop.
"""

import logging
from typing import Final

from holdfast.protocol import discard_path
from uploader.attempt import patiently, unless_stopped
from uploader.errors import TransportError
from uploader.items import RecordingClaim
from uploader.line import Line, Stopwatch
from uploader.outcome import Result
from uploader.policy import DONE, Action, Decision, decide, decide_error, wait_s

DISCARDED: Final = "It was discarded. Nothing of it is left, here or at the receiver."
KEPT_THERE: Final = (
    "It was discarded here, but the receiver had it whole before and keeps it. Ask your "
    "administrator to withdraw it there, then press Retry."
)
_log = logging.getLogger(__name__)
_NOTHING_THERE: Final = (Action.ANNOUNCE, Action.WITHDRAWN)
"""It does not know the recording, or has dropped it already."""


def tell_again(line: Line, opened: object) -> None:
    """Tell the receiver anew of what it has open and was told was discarded.

    One that was restored from a backup has such recordings again. What fails now is said again the
    next time. Raises QueueError.
    """
    if not isinstance(opened, list):
        return
    named = [each for each in opened if isinstance(each, str)]
    for recording in line.queue.decisions.discarded_of(named):
        try:
            answer = line.transport.send_json("POST", discard_path(recording), {})
        except TransportError as error:
            _log.debug("the receiver hears later of what was discarded: %s", error)
            return
        _log.warning("%s is discarded, and the receiver had it: %d", recording, answer.status)


def tell_of_discards(line: Line) -> bool:
    """Tell of the first discarded recording that is due; False where none is."""
    claim = line.queue.decisions.claim_to_tell()
    if claim is None:
        return False
    stopwatch = Stopwatch("discard", line.clock)
    result = unless_stopped(lambda: _tell(line, claim), lambda: line.queue.steps.release(claim))
    if result is not None:
        _settle(line, claim, result, stopwatch)
    return result is not None


def _tell(line: Line, claim: RecordingClaim) -> Result:
    try:
        answer = patiently(
            lambda: line.transport.send_json("POST", discard_path(claim.recording), {}), line.stop
        )
    except TransportError as error:
        return Result(decide_error(error))
    decision = decide(answer, line.clock.now())
    if decision.action in _NOTHING_THERE:
        decision = DONE
    return Result(decision, status=answer.status)


def _settle(line: Line, claim: RecordingClaim, result: Result, stopwatch: Stopwatch) -> None:
    decision = result.decision
    if decision.action is Action.DONE:
        line.reachability.restored()
        done = Result(Decision(Action.DONE, DISCARDED), status=result.status)
        line.queue.steps.discarded(claim, stopwatch.record("discarded", done))
        line.tell("discarded", claim.recording)
    elif decision.code == "conflict":
        record = stopwatch.record("refused", result, KEPT_THERE)
        line.queue.decisions.refused(claim, record)
        line.tell("failed", claim.recording, why=KEPT_THERE)
    elif line.is_items_own(decision, claim.recording):
        wait = wait_s(claim.attempts + 1, line.uniform, decision.retry_after_s)
        record = stopwatch.record("retry", result)
        line.queue.steps.put_off(claim, wait, decision.reason, record)
        line.tell("retry", claim.recording, why=decision.reason)
    else:
        line.queue.steps.release(claim)

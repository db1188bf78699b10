"""One step of one recording: announce, finalise and check the receipt, ask whether it plays.

What the coordinator does over and over. Segments are `delivery.py`.
"""

import logging
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from holdfast import crash
from holdfast.consent import is_awaited
from holdfast.decision import DecisionNote, read_decision
from holdfast.jsonform import FormatError, Json, parse
from holdfast.layout import RecordingFolder
from holdfast.protocol import (
    STATUS_MOST,
    SegmentStatus,
    manifest_path,
    recording_path,
    segments_status_path,
    session_path,
)
from uploader import answers, receipts
from uploader.annotate import Annotator
from uploader.attempt import patiently
from uploader.errors import QueueError, ReceiptRefused, Stopped, TransportError
from uploader.file_faults import file_changed
from uploader.items import RecordingClaim, Step
from uploader.line import Line, Stopwatch
from uploader.order_delivery import follow_orders
from uploader.outcome import Result
from uploader.policy import (
    DONE,
    MISMATCHES_MOST,
    Action,
    Answer,
    Decision,
    ask_wait_s,
    decide,
    decide_error,
    own_fault,
    wait_s,
)
from uploader.why import AWAITS_CONSENT, RECEIVER_AWAITS_CONSENT

_log = logging.getLogger(__name__)
_ACTION_OF: Final = {
    Step.ANNOUNCE: "announce",
    Step.FINALISE: "finalise",
    Step.VERIFIED: "ask",
}
_CONSENT_LOOK_S: Final = 600.0
_READS_FILES: Final = (Step.ANNOUNCE, Step.FINALISE)


class _NotDone(Exception):
    """Carries the result of a call that the receiver did not do; never leaves this module."""

    def __init__(self, result: Result) -> None:
        super().__init__(result.decision.reason)
        self.result = result


def advance_recording(line: Line) -> bool:
    """Take the next recording that has a step to take, and take it; False where none has.

    Raises QueueError when the queue itself fails; the claim is then returned at the next start.
    """
    claim = line.queue.claims.claim_recording()
    if claim is None:
        return False
    stopwatch = Stopwatch(_ACTION_OF[claim.step], line.clock)
    try:
        _STEPS[claim.step](line, claim, stopwatch)
    except _NotDone as stopped:
        _settle(line, claim, stopped.result, stopwatch)
    except Stopped:
        line.queue.steps.release(claim)
        return False
    except QueueError:
        raise
    except Exception as error:  # noqa: BLE001 - one item's fault is not all the others'
        _log.exception("recording %s at %s", claim.recording, claim.step.value)
        _settle(line, claim, Result(own_fault(error)), stopwatch)
    except BaseException:
        line.queue.steps.release(claim)
        raise
    return True


def _settle(line: Line, claim: RecordingClaim, result: Result, stopwatch: Stopwatch) -> None:
    decision, steps = result.decision, line.queue.steps
    if not line.queue.is_here(RecordingFolder(Path(claim.folder))) and claim.step in _READS_FILES:
        # Whatever could not be read or stored: it is not gone, its disk is.
        steps.release(claim)
    elif decision.action is Action.WITHDRAWN:
        steps.withdrawn(claim, stopwatch.record("withdrawn", result))
        if decision.order is None:
            line.tell("failed", claim.recording, why=decision.reason)
        follow_orders(line, [decision.order])
    elif _is_final(decision) and claim.step is not Step.VERIFIED:
        steps.fail(claim, stopwatch.record("failed", result))
        line.tell("failed", claim.recording, why=decision.reason)
    elif not line.is_items_own(decision, claim.recording):
        steps.release(claim)
    elif decision.code == "consent_missing":
        # A person has to act, and whoever does makes it due.
        record = stopwatch.record("held", result)
        steps.put_off(claim, _CONSENT_LOOK_S, RECEIVER_AWAITS_CONSENT, record)
    elif decision.action is Action.ANNOUNCE and claim.step is not Step.ANNOUNCE:
        wait = wait_s(claim.attempts + 1, line.uniform) if claim.attempts else 0.0
        steps.forgotten(claim, wait, stopwatch.record("forgotten", result))
    else:
        wait = wait_s(claim.attempts + 1, line.uniform, decision.retry_after_s)
        record = stopwatch.record("retry", result)
        steps.put_off(claim, wait, decision.reason, record, patience=decision.patience)
        line.tell("retry", claim.recording, why=decision.reason)


def _is_final(decision: Decision) -> bool:
    # A proxy that refuses the size may be gone tomorrow; only the receiver's own word is final.
    return decision.action is Action.FAIL or (
        decision.action is Action.SMALLER and decision.code != ""
    )


def _call(line: Line, call: Callable[[], Answer]) -> Answer:
    """The answer to a request that the receiver did; anything else ends the step."""
    try:
        answer = patiently(call, line.stop)
    except TransportError as error:
        raise _NotDone(Result(decide_error(error))) from error
    decision = decide(answer, line.clock.now())
    if decision.action is not Action.DONE:
        raise _NotDone(Result(decision, status=answer.status))
    return answer


def _announce(line: Line, claim: RecordingClaim, stopwatch: Stopwatch) -> None:
    folder = RecordingFolder(Path(claim.folder))
    if not _may_leave(line, claim, folder):
        return
    session = _own_file(folder.session_file)
    if is_awaited(session):
        line.queue.steps.put_off(claim, _CONSENT_LOOK_S, AWAITS_CONSENT, counts=False)
        return
    announcement = _own_file(folder.announce)
    transport = line.transport
    _call(line, lambda: transport.send_json("PUT", session_path(claim.session), session))
    answer = _call(
        line, lambda: transport.send_json("PUT", recording_path(claim.recording), announcement)
    )
    known = answer.status != 201
    wanted = line.queue.steps.segments_to_ask_about(claim, known)
    statuses = _ask_about(line, claim.recording, wanted)
    line.reachability.restored()
    if not known:
        line.queue.previews.forgotten(claim.recording)
    line.queue.steps.announced(
        claim, statuses, stopwatch.record("done", Result(DONE, status=answer.status))
    )
    line.tell("started", claim.recording)


def _ask_about(line: Line, recording: str, segments: list[int]) -> dict[int, SegmentStatus]:
    found: dict[int, SegmentStatus] = {}
    for start in range(0, len(segments), STATUS_MOST):
        asked = [
            {"recording": recording, "segment": each}
            for each in segments[start : start + STATUS_MOST]
        ]
        ask = partial(line.transport.send_json, "POST", segments_status_path(), {"segments": asked})
        answer = _call(line, ask)
        try:
            found.update(answers.statuses(answer.body, recording))
        except FormatError as error:
            raise _NotDone(Result(Decision(Action.RETRY, _NONSENSE))) from error
    return found


_NONSENSE: Final = "The receiver's answer makes no sense; it is asked again."


def _finalise(line: Line, claim: RecordingClaim, stopwatch: Stopwatch) -> None:
    folder = RecordingFolder(Path(claim.folder))
    note = _decision(folder)
    if note is not None and note.decision != "kept":
        _follow(line, claim, note)
        return
    manifest = _own_file(folder.manifest)
    answer = _send_manifest(line, claim, manifest, stopwatch)
    if answer is None:
        return
    if answer.body is None:
        raise _NotDone(Result(Decision(Action.RETRY, _NONSENSE), status=answer.status))
    try:
        receipts.check_any(answer.body or {}, manifest, line.enrolment.keys)
    except ReceiptRefused as error:
        refused = line.doubt() or _refused_receipt(line, claim, error)
        raise _NotDone(Result(refused, status=answer.status)) from error
    try:
        receipts.store(folder, answer.body or {})
    except OSError as error:
        reason = f"The receipt cannot be stored on this computer now ({error.strerror or error})."
        raise _NotDone(Result(Decision(Action.RETRY, reason))) from error
    crash.point("uploader.before-verified-row")
    line.queue.steps.verified(
        claim,
        stopwatch.record("done", Result(DONE, status=answer.status)),
        line.enrolment.receiver,
    )
    _look_for_annotations(line, folder)
    line.reachability.restored()
    line.tell("verified", claim.recording)


_RECEIPT_AGAIN: Final = (
    "What came back was not the receiver's receipt for this recording; it is asked for again."
)


def _refused_receipt(line: Line, claim: RecordingClaim, error: ReceiptRefused) -> Decision:
    """Ask again: what was changed or mixed up on the way comes whole the next time.

    A receipt that is wrong every time is the receiver's, and only a person can say why.
    """
    before = line.queue.attempts(claim.recording)[1 - MISMATCHES_MOST :]
    if sum(each.reason == _RECEIPT_AGAIN for each in before) < MISMATCHES_MOST - 1:
        return Decision(Action.RETRY, _RECEIPT_AGAIN)
    return Decision(Action.FAIL, str(error))


def _look_for_annotations(line: Line, folder: RecordingFolder) -> None:
    try:
        Annotator(line.queue, folder.recording).look_at(folder)
    except (OSError, FormatError) as error:
        _log.warning("the annotations of %s wait for the next scan: %s", folder.path, error)


def _send_manifest(
    line: Line, claim: RecordingClaim, manifest: Json, stopwatch: Stopwatch
) -> Answer | None:
    try:
        return _call(
            line,
            lambda: line.transport.send_json("PUT", manifest_path(claim.recording), manifest),
        )
    except _NotDone as stopped:
        if stopped.result.decision.code != "missing":
            raise
        # Nothing is believed about which: all are asked about, and what is owed is sent.
        segments = [each["segment"] for each in manifest["segments"]]
        statuses = _ask_about(line, claim.recording, segments)
        owed = [segment for segment, status in statuses.items() if not status.complete]
        wait = wait_s(claim.attempts, line.uniform) if claim.attempts else 0.0
        line.queue.steps.owed(claim, owed, wait, stopwatch.record("missing", stopped.result))
        return None


def _may_leave(line: Line, claim: RecordingClaim, folder: RecordingFolder) -> bool:
    """Whether anything of it may be sent; the file is asked, whatever the queue believes."""
    note = _decision(folder)
    if note is None or note.may_leave:
        return True
    _follow(line, claim, note)
    return False


def _follow(line: Line, claim: RecordingClaim, note: DecisionNote) -> None:
    line.queue.decisions.note(claim.recording, note)
    line.queue.steps.release(claim)


def _decision(folder: RecordingFolder) -> DecisionNote | None:
    """None is as good as kept: the app died before it was decided, and nothing is thrown away."""
    try:
        return read_decision(folder)
    except OSError as error:
        reason = f"{folder.decision.name} cannot be read now ({error.strerror or error})."
        raise _NotDone(Result(Decision(Action.RETRY, reason))) from error
    except FormatError as error:
        reason = "The note whether this recording is kept is damaged. It is safe here, not sent."
        raise _NotDone(Result(Decision(Action.FAIL, reason))) from error


_FORGOTTEN: Final = "The receiver does not have all of it any more; it is sent again."


def _ask(line: Line, claim: RecordingClaim, stopwatch: Stopwatch) -> None:
    answer = _call(line, lambda: line.transport.get(recording_path(claim.recording)))
    line.reachability.restored()
    if answers.is_forgotten(answer.body):
        # It gave a receipt once: a backup from before that was brought back.
        forgotten = Result(Decision(Action.ANNOUNCE, _FORGOTTEN), status=answer.status)
        raise _NotDone(forgotten)
    if answers.is_playable(answer.body):
        line.queue.steps.playable(
            claim, stopwatch.record("done", Result(DONE, status=answer.status))
        )
        line.tell("playable", claim.recording)
        return
    line.queue.steps.put_off(
        claim, ask_wait_s(claim.attempts + 1), answers.why_not_playable(answer.body)
    )


def _own_file(path: Path) -> Json:
    """One of the recording's own JSON files; where it cannot be read, the step ends."""
    try:
        return parse(path.read_bytes(), path.name)
    except FormatError as error:
        raise _NotDone(Result(file_changed(path))) from error
    except FileNotFoundError as error:
        reason = f"A file of the recording is gone from this computer ({path.name}). "
        raise _NotDone(
            Result(Decision(Action.FAIL, reason + "Put it back and press Retry."))
        ) from error
    except OSError as error:
        reason = f"{path.name} cannot be read now ({error.strerror or error})."
        raise _NotDone(Result(Decision(Action.RETRY, reason))) from error


_STEPS: Final[Mapping[Step, Callable[[Line, RecordingClaim, Stopwatch], None]]] = {
    Step.ANNOUNCE: _announce,
    Step.FINALISE: _finalise,
    Step.VERIFIED: _ask,
}

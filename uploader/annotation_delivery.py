"""Tells the receiver what was learned of a recording after its manifest; after everything else.

The receiver's versions are shared with people who write there too. What is newer there is taken in:
this computer's own findings replace older ones of its own, and nothing else.
"""

from pathlib import Path
from typing import Final

from holdfast.annotations import Annotations, taken_in
from holdfast.jsonform import FormatError, Json, digest
from holdfast.layout import RecordingFolder
from holdfast.protocol import annotations_path
from uploader.annotate import read_annotations
from uploader.annotation_rows import Untold
from uploader.attempt import patiently
from uploader.errors import Stopped, TransportError
from uploader.line import Line, Stopwatch
from uploader.outcome import Result
from uploader.policy import DONE, Action, Decision, decide, decide_error, wait_s
from uploader.transitions import FARTHEST_S

_TRIES: Final = 5
"""So often somebody else may be quicker before a try is given up for a while."""


def send_annotations(line: Line) -> bool:
    """Tell the receiver of the first recording that has something untold; False where none has."""
    untold = line.queue.annotations.first_due()
    if untold is None:
        return False
    stopwatch = Stopwatch("annotate", line.clock)
    try:
        result = _send(line, untold)
    except Stopped:
        return False
    _settle(line, untold, result, stopwatch)
    return True


def _settle(line: Line, untold: Untold, result: Result, stopwatch: Stopwatch) -> None:
    decision, rows = result.decision, line.queue.annotations
    if decision.action is Action.DONE:
        line.reachability.restored()
        rows.told(untold, stopwatch.record("done", result))
    elif decision.action is Action.WITHDRAWN:
        rows.told(untold, stopwatch.record("withdrawn", result))
    elif decision.action in (Action.FAIL, Action.SMALLER, Action.ANNOUNCE):
        # An older receiver does not know of annotations; one day it is updated.
        rows.put_off(untold, FARTHEST_S, stopwatch.record("refused", result))
    elif line.is_items_own(decision, untold.recording):
        wait = wait_s(untold.attempts + 1, line.uniform, decision.retry_after_s)
        rows.put_off(untold, wait, stopwatch.record("retry", result))


def _send(line: Line, untold: Untold) -> Result:
    try:
        own = read_annotations(RecordingFolder(Path(untold.folder)))
    except FormatError as error:
        return Result(Decision(Action.FAIL, f"The annotations cannot be read ({error})."))
    except OSError as error:
        return Result(Decision(Action.RETRY, f"The annotations cannot be read now ({error})."))
    if digest(own.content()) != untold.sha256:
        # It was written since that was looked at; the next look brings it up to date.
        return Result(Decision(Action.RETRY, "The annotations are being changed."))
    following = own
    for _ in range(_TRIES):
        result, current = _put(line, untold.recording, following.to_json())
        if current is None:
            return result
        following = taken_in(own, current)
        if following.content() == current.content():
            return Result(DONE, status=result.status)
    return result


def _put(line: Line, recording: str, body: Json) -> tuple[Result, Annotations | None]:
    """What came of sending it, and the receiver's own version where that is newer."""
    path = annotations_path(recording)
    try:
        answer = patiently(lambda: line.transport.send_json("PUT", path, body), line.stop)
    except TransportError as error:
        return Result(decide_error(error)), None
    decision = decide(answer, line.clock.now())
    result = Result(decision, status=answer.status)
    if decision.code != "stale":
        return result, None
    try:
        return result, Annotations.from_json((answer.body or {})["current"])
    except (FormatError, KeyError, TypeError):
        return result, None

"""Sends preview pictures: ahead of what was recorded on a slow link, else when nothing else waits.

Whoever watches a recording arrive then sees what it is, minutes before its bytes are there.
"""

import hashlib
from functools import partial
from pathlib import Path
from typing import Final

from holdfast.layout import RecordingFolder
from holdfast.protocol import PREVIEW_MOST_BYTES, is_preview, preview_path
from uploader.attempt import patiently, unless_stopped
from uploader.errors import TransportError
from uploader.line import Line, Stopwatch
from uploader.outcome import Result
from uploader.policy import Action, Decision, decide, decide_error, wait_s
from uploader.preview_rows import WaitingPreview

_LEFT: Final = (Action.FAIL, Action.SMALLER, Action.WITHDRAWN)
"""An older receiver takes none, another one has its own: no recording waits for a preview."""


def send_preview(line: Line, *, ahead: bool) -> bool:
    """Send the first preview that should go now; False where none should."""
    preview = line.queue.previews.take(ahead=ahead)
    if preview is None:
        return False
    stopwatch = Stopwatch("preview", line.clock)
    result = unless_stopped(
        lambda: _send(line, preview), lambda: line.queue.previews.release(preview)
    )
    if result is not None:
        _settle(line, preview, result, stopwatch)
    return result is not None


def _send(line: Line, preview: WaitingPreview) -> Result:
    try:
        with RecordingFolder(Path(preview.folder)).preview(preview.segment).open("rb") as file:
            picture = file.read(PREVIEW_MOST_BYTES + 1)
            if not is_preview(picture):
                return Result(Decision(Action.FAIL, "The preview is no whole JPEG."))
            line.gate.grant(len(picture), len(picture))
            return _put(line, preview, file.fileno(), picture)
    except TransportError as error:
        return Result(decide_error(error))
    except OSError as error:
        return Result(Decision(Action.FAIL, f"The preview cannot be read ({error.strerror})."))


def _put(line: Line, preview: WaitingPreview, descriptor: int, picture: bytes) -> Result:
    path = preview_path(preview.recording, preview.segment)
    sha256 = hashlib.sha256(picture).hexdigest()
    put = partial(line.transport.put_picture, path, descriptor, len(picture), sha256)
    answer = patiently(put, line.stop)
    decision = decide(answer, line.clock.now())
    sent_bytes = len(picture) if decision.action is Action.DONE else 0
    return Result(decision, sent_bytes, answer.status)


def _settle(line: Line, preview: WaitingPreview, result: Result, stopwatch: Stopwatch) -> None:
    decision, rows = result.decision, line.queue.previews
    if decision.action is Action.DONE:
        line.reachability.restored()
        rows.done(preview, stopwatch.record("done", result))
    elif decision.action in _LEFT:
        rows.leave(preview, stopwatch.record("left", result))
    elif line.is_items_own(decision, preview.recording):
        wait = wait_s(preview.attempts + 1, line.uniform, decision.retry_after_s)
        rows.put_off(preview, wait, stopwatch.record("retry", result))
    else:
        rows.release(preview)

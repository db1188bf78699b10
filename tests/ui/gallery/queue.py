"""The queue's window in its states, and its errands."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.errands import Candidate, Freed, FreePlan, KnownReceiver, Stays, Travelling
from desktop.notes import LETTERS_MOST
from desktop.ui.note_dialog import NoteDialog
from desktop.ui.queue_errands import ErrandDesk
from desktop.ui.queue_window import QueueWindow
from desktop.ui.theme import Tokens
from tests.support.pages import until
from tests.ui.station_script import NO_QUEUE, ScriptedErrands, queue_of, recording
from uploader.items import (
    AttemptSnapshot,
    Contact,
    History,
    Hold,
    ItemState,
    Network,
    QueueSnapshot,
    Sending,
    Step,
)
from uploader.why import HELD

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
TRIES = tuple(
    AttemptSnapshot(3, "segment", NOW - timedelta(minutes=4 * number), 12.3, 400_000, *answer)
    for number, answer in enumerate((("retry", 503, "The receiver does not answer."),) * 5)
)
DATA = (
    r"P-\d+.*",
    r"#\d+",
    r"facial_expressions|head_movements|reading_aloud|free",
    r"smile",
    r"Nov",
    r"lab\.example:8080",
)


def pages(tokens: Tokens) -> Iterator[tuple[str, QWidget]]:
    """Name and widget of each page."""
    contact = Contact("lab.example:8080", NOW - timedelta(minutes=3))
    yield "queue", _window(tokens, replace(everything(), contact=contact), 6)
    yield "queue-offline", _window(tokens, offline(), None)
    yield "queue-empty", _window(tokens, NO_QUEUE, None)
    yield "queue-note", _note()
    yield from _errands()


def _note() -> QWidget:
    dialog = NoteDialog(None, LETTERS_MOST)
    dialog.ask("recording", "P-004 · smile", "P-004 looked away twice.")
    return dialog


def everything() -> QueueSnapshot:
    """A recording in each state."""
    sending = {ItemState.UPLOADING: 1}
    rows = [
        recording(1, step=Step.PLAYABLE, prompt="facial_expressions"),
        recording(2, step=Step.PLAYABLE, prompt="head_movements"),
        recording(3, step=Step.VERIFIED, prompt="reading_aloud"),
        recording(4, step=Step.FINALISE, received=10, prompt="facial_expressions"),
        replace(
            recording(5, received=1, prompt="head_movements", why=HELD["paused"]), hold="paused"
        ),
        replace(
            recording(
                6,
                step=Step.FAILED,
                prompt="reading_aloud",
                why=(
                    "This computer is not allowed to upload any more. Recordings are safe here. "
                    "Ask your administrator for a new enrolment code."
                ),
            ),
            attempts=6,
        ),
        replace(
            recording(7, received=3, prompt="facial_expressions"),
            attempts=3,
            next_try_at=NOW + timedelta(seconds=100),
            follows_queue=True,
        ),
        replace(recording(8, prompt="head_movements"), follows_queue=True),
        replace(recording(9, received=6, prompt="reading_aloud", counts=sending), attempts=1),
        recording(
            10, received=2, prompt=None, state="recording", why="It is still being recorded."
        ),
        replace(
            recording(11, step=Step.FAILED, prompt="head_movements", why=HELD["aside"]),
            hold=Hold.ASIDE,
        ),
    ]
    return replace(queue_of(*rows, uploading=1), sending=Sending(2_400_000.0, 38_000_000))


def offline() -> QueueSnapshot:
    """Three days in the field."""
    said = (
        "Offline since 09:12. Recordings are safe on this computer and will be sent when the "
        "network is back."
    )
    rows = [replace(recording(number), follows_queue=True) for number in range(1, 30)]
    return replace(queue_of(*rows, network=Network.OFFLINE, why=said), stopped=said)


def _window(tokens: Tokens, queue: QueueSnapshot, selected: int | None) -> QueueWindow:
    window = QueueWindow(tokens, lambda: NOW)
    window.show_queue(queue, 0.0)
    if selected is not None:
        row = queue.recordings[selected]
        window.select(row.id)
        window.show_history(History(row, (), TRIES, len(TRIES)))
    return window


def _errands() -> Iterator[tuple[str, QWidget]]:
    candidate = Candidate("a", "P-001 · smile #1", NOW - timedelta(days=9), 10_000_000, "/a")
    young = Stays("b", "P-002 · smile #1", "Its session is still being recorded.")
    plan = FreePlan((candidate,), (young,), timedelta(days=7))
    known = KnownReceiver(
        "https://study.example.org",
        "019a",
        "a1b2-c3d4",
        "2026-11-01T08:00:00Z",
        True,
        "",
        "e5f6-a7b8",
    )
    errands = ScriptedErrands(plan=plan, known=known, outcomes=[Freed("a", 10_000_000, "")])
    errands.packed = ["P-001 · smile #1"]
    errands.travelled = Travelling(1, 2, 10_000_000, (), (), cleared=3, is_full=True)
    desk = ErrandDesk(lambda: NOW, lambda _parent, _title: Path("/media/disk"))
    desk.free(errands, None, [])
    yield "queue-free", _as_soon_as_ready(desk)
    _press(desk)
    yield "queue-freed", _as_soon_as_ready(desk)
    desk.pack(errands, None)
    yield "queue-export", _as_soon_as_ready(desk)
    _press(desk)
    yield "queue-exported", _as_soon_as_ready(desk)
    desk.unpack(errands, None)
    yield "queue-import", _as_soon_as_ready(desk)
    _press(desk)
    yield "queue-imported", _as_soon_as_ready(desk)
    desk.receiver(errands, None)
    yield "queue-receiver", _as_soon_as_ready(desk)
    desk.close()


def _press(desk: ErrandDesk) -> None:
    assert desk.dialog is not None
    desk.dialog.action_button.click()


def _as_soon_as_ready(desk: ErrandDesk) -> QWidget:
    until(lambda: not desk.is_working)
    assert desk.dialog is not None
    return desk.dialog

"""How recordings stand in the queue, in which order, and how fast they go: pure functions."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.ui import queue_texts as texts
from desktop.ui.queue_model import MANY, QueueModel
from desktop.ui.queue_order import QueueOrder, Wish, changes
from desktop.ui.queue_rows import (
    KEYS,
    LOOKS,
    Cells,
    Column,
    Filter,
    Kind,
    cells_of,
    countdown,
    details_of,
    left_text,
    own_kind,
    shown_kind,
)
from desktop.ui.queue_speeds import Speeds
from tests.ui.station_script import queue_of, recording
from uploader.items import Hold, ItemState, Network, QueueSnapshot, RecordingSnapshot, Step

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
UPLOADING = {ItemState.UPLOADING: 1}
WAITING = replace(recording(1), follows_queue=True)
AGAIN = replace(
    WAITING, attempts=3, next_try_at=NOW + timedelta(seconds=100), why="Connection lost."
)


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (recording(step=Step.FAILED), Kind.NEEDS),
        (recording(counts={ItemState.FAILED: 1}), Kind.NEEDS),
        (replace(recording(step=Step.FAILED), hold=Hold.ASIDE), Kind.ASIDE),
        (replace(recording(), hold=Hold.PAUSED), Kind.PAUSED),
        (replace(recording(), decision="pending"), Kind.DECIDE),
        (replace(recording(), decision="discarded", undo_until=NOW), Kind.DECIDE),
        (replace(recording(), decision="discarded"), Kind.LEFT),
        (recording(step=Step.WITHDRAWN), Kind.LEFT),
        (recording(counts=UPLOADING), Kind.SENDING),
        (recording(state="recording", counts=UPLOADING), Kind.SENDING),
        (recording(state="recording"), Kind.RECORDING),
        (recording(step=Step.FINALISE), Kind.CHECKING),
        (AGAIN, Kind.AGAIN),
        (recording(), Kind.WAITING),
        (recording(step=Step.VERIFIED), Kind.SENT),
        (recording(step=Step.PLAYABLE), Kind.SENT),
    ],
)
def test_each_state_has_its_word(row: RecordingSnapshot, kind: Kind) -> None:
    assert own_kind(row) is kind


def test_every_state_has_a_glyph_a_tone_and_a_word() -> None:
    assert set(LOOKS) == set(Kind)
    assert all(icon and word for icon, _tone, word in LOOKS.values())


@pytest.mark.parametrize(
    ("network", "stopped", "kind"),
    [
        (Network.ONLINE, "", Kind.WAITING),
        (Network.ONLINE, "Not enrolled.", Kind.STOPPED),
        (Network.OFFLINE, "Offline.", Kind.NO_INTERNET),
        (Network.RECEIVER_UNREACHABLE, "No answer.", Kind.NO_RECEIVER),
        (Network.PAUSED, "Paused.", Kind.PAUSED),
    ],
)
def test_no_internet_is_one_state_and_not_an_error_of_each_row(
    network: Network, stopped: str, kind: Kind
) -> None:
    queue = replace(queue_of(WAITING, network=network, why=stopped), stopped=stopped)
    failed = recording(step=Step.FAILED, why="No such study.")

    assert shown_kind(WAITING, queue) is kind
    assert shown_kind(failed, queue) is Kind.NEEDS
    assert cells_of(WAITING, queue, None, NOW).details == ("" if stopped else texts.IN_LINE)
    assert details_of(WAITING, queue) == (stopped or texts.IN_LINE)
    assert cells_of(failed, queue, None, NOW).details == "No such study."


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (replace(WAITING, why="Waiting for its turn: 0 of 10 segments are sent."), ""),
        (
            replace(
                WAITING,
                why="Waiting for its turn: 2 of 10 segments are sent.",
                custody=recording(received=2).custody,
            ),
            "Waiting for its turn: 2 of 10 segments are sent.",
        ),
        (AGAIN, "Connection lost."),
        (replace(AGAIN, why="The receiver does not answer."), ""),
        (replace(WAITING, state="recording", why="It is being recorded."), "It is being recorded."),
        (replace(recording(step=Step.VERIFIED), follows_queue=True), texts.PREPARING),
    ],
)
def test_a_row_says_only_what_is_its_own_while_all_wait(row: RecordingSnapshot, said: str) -> None:
    away = "The receiver does not answer (tried 4 times). Next try in 1:10."
    queue = queue_of(row, network=Network.RECEIVER_UNREACHABLE, why=away)

    assert cells_of(row, replace(queue, stopped=away), None, NOW).details == said


def test_a_receiver_that_takes_nothing_is_not_said_to_be_away() -> None:
    full = "The receiver's disk is full."
    queue = queue_of(WAITING, network=Network.RECEIVER_UNREACHABLE, why=full)
    queue = replace(queue, stopped=full, answers=True)

    assert shown_kind(WAITING, queue) is Kind.STOPPED
    assert details_of(WAITING, queue) == full


def test_what_waits_says_when_it_is_tried_again() -> None:
    queue = queue_of(AGAIN)

    assert (
        cells_of(AGAIN, queue, None, NOW).next_try
        == "in 1\N{NO-BREAK SPACE}min 40\N{NO-BREAK SPACE}s"
    )
    assert cells_of(AGAIN, queue, None, NOW + timedelta(seconds=101)).next_try == "now"
    offline = replace(queue, network=Network.OFFLINE, stopped="Offline.")
    assert cells_of(AGAIN, offline, None, NOW).next_try == "when online"


def test_a_row_on_its_way_says_how_fast_and_how_long() -> None:
    row = replace(recording(received=5, counts=UPLOADING), attempts=1)

    cells = cells_of(row, queue_of(row), 2_400_000.0, NOW)

    assert (cells.share, cells.state) == (50, "Sending")
    assert cells.speed == "2.4\N{NO-BREAK SPACE}MB/s"
    assert cells.left == "2\N{NO-BREAK SPACE}s"
    assert cells_of(row, queue_of(row), None, NOW).speed == ""


@pytest.mark.parametrize(
    ("left_s", "text"),
    [
        (0.2, "1 s"),
        (22, "22 s"),
        (54, "54 s"),
        (56, "1 min"),
        (300, "5 min"),
        (3700, "more than 1 h"),
    ],
)
def test_time_left_is_rounded(left_s: float, text: str) -> None:
    assert left_text(left_s).replace("\N{NO-BREAK SPACE}", " ") == text


def test_a_countdown_counts_seconds() -> None:
    assert countdown(61).replace("\N{NO-BREAK SPACE}", " ") == "1 min 1 s"
    assert countdown(-3).replace("\N{NO-BREAK SPACE}", " ") == "0 s"


def test_nothing_is_a_hundred_percent_before_the_receiver_has_all() -> None:
    running = replace(recording(state="recording", received=10), segments=11)

    assert cells_of(running, queue_of(running), None, NOW).share == 99


def test_a_screen_reader_hears_what_a_number_is() -> None:
    cells = cells_of(AGAIN, queue_of(AGAIN), None, NOW)

    assert cells.spoken(Column.PROGRESS) == "Progress: 0 percent"
    assert cells.spoken(Column.TRIES) == "Tries: 3"
    assert cells.spoken(Column.SPEED) == "Speed: none"
    assert cells.spoken(Column.STATE) == "State: Will try again"


# Speed ------------------------------------------------------------------------------------------


def test_a_speed_is_told_after_three_seconds_and_two_percent_and_over_ten() -> None:
    speeds = Speeds()

    def at(now_s: float, received: int) -> float | None:
        row = recording(received=received, counts=UPLOADING)
        speeds.note(now_s, [row])
        return speeds.of(row)

    assert at(0.0, 0) is None
    assert at(2.0, 2) is None
    assert at(4.0, 4) == 1_000_000.0
    # Slow from here on: after ten seconds the quick beginning is forgotten.
    assert at(15.0, 5) == pytest.approx(1_000_000 / 11)


def test_what_is_not_sent_any_more_has_no_speed() -> None:
    speeds = Speeds()
    row = recording(received=5, counts=UPLOADING)
    speeds.note(0.0, [replace(row, custody=recording().custody)])
    speeds.note(5.0, [row])
    assert speeds.of(row) is not None

    speeds.note(6.0, [])

    assert speeds.of(row) is None


# Order ------------------------------------------------------------------------------------------


def some_row(rng: random.Random, number: int) -> RecordingSnapshot:
    step = rng.choice([Step.SEGMENTS, Step.PLAYABLE, Step.FAILED, Step.FINALISE])
    row = recording(
        number,
        step=step,
        prompt=rng.choice(["smile", "head", None]),
        received=rng.randrange(10),
        counts=rng.choice([{}, UPLOADING]),
    )
    return replace(row, attempts=rng.randrange(4), size_bytes=rng.randrange(1, 5) * 1_000_000)


@pytest.mark.parametrize("column", [None, *KEYS])
@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("shown", [Filter.ALL, Filter.NEEDS])
def test_changes_one_by_one_end_where_sorting_anew_does(
    column: Column | None, descending: bool, shown: Filter, qtmodeltester: ModelTester
) -> None:
    rng = random.Random(f"{column} {descending} {shown}")
    model = QueueModel(lambda: NOW)
    wish = Wish(shown, "", column, descending)
    model.show_as(wish)
    rows = {number: some_row(rng, number) for number in range(1, 40)}
    model.show_queue(queue_of(*(rows[number] for number in sorted(rows))), 0.0)
    changed: set[str] = set()
    strange: list[str] = []

    def look_at_inserted(_parent: object, first: int, _last: int) -> None:
        inserted = model.recording_at(first).id
        if inserted not in changed:
            strange.append(inserted)

    model.rowsInserted.connect(look_at_inserted)
    for second in range(12):
        numbers = rng.sample(range(1, 60), 6)
        changed = {recording(number).id for number in numbers}
        for number in numbers:
            rows[number] = some_row(rng, number)
        for number in rng.sample(sorted(rows), 2):
            del rows[number]
        queue = queue_of(*(rows[number] for number in sorted(rows)))
        model.show_queue(queue, float(second))

        anew = QueueOrder()
        anew.show(queue.recordings, wish)
        expected = [anew.at(row).id for row in range(len(anew))]
        assert [model.recording_at(row).id for row in range(model.rowCount())] == expected
        assert [model.row_of(each) for each in expected] == list(range(len(expected)))
        assert strange == []
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no types here


def test_many_changes_at_once_are_sorted_anew(qtbot: QtBot) -> None:
    model = QueueModel(lambda: NOW)
    rows = [recording(number) for number in range(1, MANY + 2)]

    with qtbot.waitSignal(model.modelReset):
        model.show_queue(queue_of(*rows), 0.0)
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_queue(queue_of(*rows, recording(MANY + 2)), 1.0)

    assert model.rowCount() == MANY + 2
    assert model.recording_at(0).id == recording(MANY + 2).id


def test_only_what_differs_is_a_change() -> None:
    rows = [recording(number) for number in range(1, 5)]
    other = replace(rows[1], attempts=1)
    again = [replace(each) for each in rows]

    assert changes(rows, rows) == ([], [])
    assert changes(rows, again) == ([], [])
    assert changes(rows, [rows[0], other, rows[3]]) == ([other], [rows[2].id])


def test_filters_show_what_they_say() -> None:
    rows = [
        recording(1, step=Step.FAILED),
        recording(2, step=Step.PLAYABLE),
        recording(3),
        replace(recording(4), decision="pending"),
        replace(recording(5, step=Step.FAILED), hold=Hold.ASIDE),
        recording(6, step=Step.WITHDRAWN),
    ]

    def shown(wanted: Filter, find: str = "") -> list[str]:
        order = QueueOrder()
        order.show(rows, Wish(wanted, find))
        return [order.at(row).participant for row in range(len(order))]

    assert shown(Filter.ALL) == ["P-006", "P-005", "P-004", "P-003", "P-002", "P-001"]
    assert shown(Filter.NEEDS) == ["P-004", "P-001"]
    assert shown(Filter.UNSENT) == ["P-005", "P-004", "P-003", "P-001"]
    assert shown(Filter.SENT) == ["P-002"]
    assert shown(Filter.ALL, "p-003") == ["P-003"]
    assert shown(Filter.ALL, "smile") == shown(Filter.ALL)


def test_a_long_queue_words_only_the_rows_that_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[str] = []

    def counting(row: RecordingSnapshot, queue: QueueSnapshot, *more: object) -> Cells:
        made.append(row.id)
        return cells_of(row, queue, None, NOW)

    monkeypatch.setattr("desktop.ui.queue_model.cells_of", counting)
    model = QueueModel(lambda: NOW)
    rows = [recording(number) for number in range(1, 5001)]
    model.show_queue(queue_of(*rows), 0.0)
    model.sort(Column.TRIES, Qt.SortOrder.AscendingOrder)
    model.show_queue(queue_of(*rows[:-1], replace(rows[-1], attempts=9)), 1.0)
    assert made == []

    model.data(model.index(4999, Column.TRIES))

    assert made == [rows[-1].id]


def test_speed_is_not_sorted_by() -> None:
    model = QueueModel(lambda: NOW)
    before = model.wish

    model.sort(Column.SPEED)

    assert model.wish == before

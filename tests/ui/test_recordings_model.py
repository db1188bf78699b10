"""The table's model keeps Qt's contract and disturbs no more rows than have changed."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.ui.queue_view import rows
from desktop.ui.recordings_model import LIGHT_ROLE, ROW_ROLE, Column, RecordingsModel
from desktop.ui.row_views import Row
from tests.ui.station_script import queue_of, recording
from uploader.items import Step

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)


def some(*numbers: int, received: int = 0) -> tuple[Row, ...]:
    queue = queue_of(*(recording(number, received=received) for number in numbers))
    return rows(queue, NOW, UTC)


class Heard:
    """What the model has signalled."""

    def __init__(self, model: RecordingsModel) -> None:
        self.changed: list[tuple[int, int]] = []
        self.inserted: list[int] = []
        self.removed: list[int] = []
        self.resets = 0
        model.dataChanged.connect(self._note_change)
        model.rowsInserted.connect(lambda _parent, first, _last: self.inserted.append(first))
        model.rowsRemoved.connect(lambda _parent, first, _last: self.removed.append(first))
        model.modelReset.connect(self._note_reset)

    def _note_change(self, first: QModelIndex, last: QModelIndex) -> None:
        self.changed.append((first.row(), last.row()))

    def _note_reset(self) -> None:
        self.resets += 1


@pytest.fixture
def model(qtbot: QtBot, qtmodeltester: ModelTester) -> RecordingsModel:
    made = RecordingsModel()
    qtmodeltester.check(made)  # type: ignore[no-untyped-call]  # pytest-qt types nothing
    return made


def shown(model: RecordingsModel) -> tuple[Row, ...]:
    return tuple(model.row_at(number) for number in range(model.rowCount()))


def test_qt_finds_no_fault_with_it(model: RecordingsModel, qtmodeltester: ModelTester) -> None:
    model.show_rows(some(1, 2, 3))

    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # see above


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ((), (1, 2, 3)),
        ((1, 2, 3), ()),
        ((1, 2), (1, 2, 3)),
        ((1, 2, 3), (1, 3)),
        ((1, 3), (0, 1, 2, 4)),
        ((1, 2), (5, 6)),
    ],
)
def test_it_shows_what_it_was_given(
    model: RecordingsModel, before: tuple[int, ...], then: tuple[int, ...]
) -> None:
    model.show_rows(some(*before))
    model.show_rows(some(*then))

    assert shown(model) == some(*then)


def test_another_order_is_shown_too(model: RecordingsModel) -> None:
    model.show_rows(some(1, 2, 3))
    model.show_rows(tuple(reversed(some(1, 2, 3))))

    assert shown(model) == tuple(reversed(some(1, 2, 3)))


def test_the_same_rows_again_signal_nothing(model: RecordingsModel) -> None:
    model.show_rows(some(1, 2, 3))
    heard = Heard(model)

    model.show_rows(some(1, 2, 3))

    assert (heard.changed, heard.inserted, heard.removed, heard.resets) == ([], [], [], 0)


def test_only_the_changed_row_is_signalled(model: RecordingsModel) -> None:
    before = some(1, 2, 3)
    model.show_rows(before)
    heard = Heard(model)

    model.show_rows((before[0], replace(before[1], why="Next try in 3:12."), before[2]))

    assert (heard.changed, heard.inserted, heard.removed, heard.resets) == ([(1, 1)], [], [], 0)


def test_a_new_recording_is_inserted_above_the_others(model: RecordingsModel) -> None:
    model.show_rows(some(1, 2))
    heard = Heard(model)

    model.show_rows(some(1, 2, 3))

    assert (heard.changed, heard.inserted, heard.resets) == ([], [0], 0)


def test_a_screen_reader_hears_which_light_it_is(model: RecordingsModel) -> None:
    queue = queue_of(recording(1, step=Step.VERIFIED, prompt=None))
    model.show_rows(rows(queue, NOW, UTC))

    def spoken(column: Column) -> object:
        return model.data(model.index(0, column), Qt.ItemDataRole.AccessibleTextRole)

    assert spoken(Column.RECORDING) == "P-001, Take 1 · 13:02"
    assert spoken(Column.VERIFIED) == "Verified: Yes"
    assert spoken(Column.PLAYABLE) == "Playable: Not yet"


def test_the_delegate_gets_whole_values(model: RecordingsModel) -> None:
    model.show_rows(some(1, received=6))
    row = some(1, received=6)[0]

    assert model.data(model.index(0, Column.WHY), ROW_ROLE) == row
    assert model.data(model.index(0, Column.RECEIVED), LIGHT_ROLE) == row.lights[1]
    assert model.data(model.index(0, Column.SIZE), LIGHT_ROLE) is None

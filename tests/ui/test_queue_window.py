"""The queue's window: what it shows, what it wishes, and that nothing a person chose is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import queue_desk, theme
from desktop.ui.ports import StationPort
from desktop.ui.queue_actions import Action, offered
from desktop.ui.queue_desk import QueueDesk
from desktop.ui.queue_model import MANY
from desktop.ui.queue_page import page_of
from desktop.ui.queue_removal import Removal
from desktop.ui.queue_rows import Column, Filter
from desktop.ui.queue_window import QueueWindow
from desktop.ui.sending_desk import SendingDesk, until_morning_s
from desktop.ui.sending_menu import TOMORROW
from desktop.ui.theme import Tokens
from tests.support.gallery import speaking
from tests.support.manual_clock import ManualClock
from tests.support.words_seen import settle
from tests.ui.station_script import ScriptedStation, queue_of, recording, recording_id
from uploader.items import (
    AttemptSnapshot,
    Contact,
    History,
    Hold,
    ItemState,
    Network,
    PausedByPerson,
    Sending,
    Step,
)
from uploader.why import TOKEN_REFUSED

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
WAITING = replace(recording(1, why="Waiting for its turn."), follows_queue=True)
FAILED = recording(2, step=Step.FAILED, why="The receiver does not know this study.")
SENT = recording(3, step=Step.PLAYABLE)
SENDING = replace(recording(4, received=5, counts={ItemState.UPLOADING: 1}), attempts=1)
TRY = AttemptSnapshot(
    3, "segment", NOW - timedelta(minutes=4), 12.3, 400_000, "retry", 503, "It is raining."
)
SIZES = [(1280, 800), (1024, 768), (960, 600)]


@pytest.fixture
def window(qtbot: QtBot, tokens: Tokens) -> QueueWindow:
    made = QueueWindow(tokens, lambda: NOW)
    qtbot.addWidget(made)
    made.show_queue(queue_of(WAITING, FAILED, SENT, SENDING), 0.0)
    made.show()
    return made


def shown(window: QueueWindow) -> list[str]:
    model = window.model
    return [model.recording_at(row).participant for row in range(model.rowCount())]


def selected(window: QueueWindow) -> list[str]:
    return [each.participant for each in window.table.selected()]


def words_of(widget: QWidget) -> str:
    return " ".join(
        each.text() for each in widget.findChildren(QLabel) if not each.isHidden() and each.text()
    )


def entries(menu: QMenu) -> list[str]:
    return [each.text() for each in menu.actions() if each.text()]


def test_the_newest_is_on_top_and_the_counts_are_told(window: QueueWindow) -> None:
    assert shown(window) == ["P-004", "P-003", "P-002", "P-001"]
    filters = [window.tools.filter.itemText(number) for number in range(4)]
    assert filters == ["All (4)", "Needs you (1)", "Not sent (3)", "Sent (1)"]
    assert "3 not sent" in words_of(window)


def test_what_needs_a_person_is_told_with_its_reason_and_shown_alone(window: QueueWindow) -> None:
    said = words_of(window.banner)

    assert "1 recording needs you" in said
    assert "does not know this study. Recordings are safe on this computer." in said

    window.banner.show_button.click()

    assert shown(window) == ["P-002"]


def test_retrying_asks_for_all_that_failed(qtbot: QtBot, window: QueueWindow) -> None:
    assert window.tools.retry_button.text() == "&Retry failed (1)"
    with qtbot.waitSignal(window.retry_pressed) as asked:
        window.tools.retry_button.click()
    assert asked.args == [[FAILED.id]]
    with qtbot.waitSignal(window.retry_pressed):
        window.banner.button.click()


def test_words_are_looked_for_and_escape_takes_them_back(qtbot: QtBot, window: QueueWindow) -> None:
    window.activateWindow()
    window.tools.find_field.setText("P-003")
    qtbot.waitUntil(lambda: shown(window) == ["P-003"])

    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(shown(window)) == 4)
    assert window.isVisible()

    window._escape()
    assert not window.isVisible()


def test_where_nothing_fits_the_list_says_so(qtbot: QtBot, window: QueueWindow) -> None:
    window.tools.find_field.setText("nobody")
    qtbot.waitUntil(lambda: shown(window) == [])

    assert window.table.accessibleDescription().startswith("No recording fits")


def test_selection_and_order_survive_what_happens(window: QueueWindow) -> None:
    window.table.select_recordings([WAITING.id, SENT.id], SENT.id)
    window.model.sort(Column.RECORDING, Qt.SortOrder.AscendingOrder)
    assert shown(window) == ["P-001", "P-002", "P-003", "P-004"]
    assert sorted(selected(window)) == ["P-001", "P-003"]

    more = [recording(number) for number in range(5, MANY + 10)]
    window.show_queue(queue_of(WAITING, FAILED, SENT, SENDING, *more), 1.0)
    assert sorted(selected(window)) == ["P-001", "P-003"]

    window.show_queue(queue_of(replace(WAITING, attempts=1), FAILED, SENDING, *more), 2.0)
    assert selected(window) == ["P-001"]


def test_a_click_on_a_column_sorts_and_the_third_click_goes_back(window: QueueWindow) -> None:
    header = window.table.horizontalHeader()
    header.setSortIndicator(Column.STATE, Qt.SortOrder.AscendingOrder)
    assert shown(window) == ["P-002", "P-004", "P-001", "P-003"]

    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert shown(window) == ["P-004", "P-003", "P-002", "P-001"]


def test_the_details_show_every_try(qtbot: QtBot, window: QueueWindow) -> None:
    with qtbot.waitSignal(window.near_wanted) as wanted:
        window.select(WAITING.id)
    assert wanted.args == [WAITING.id]

    window.show_history(History(WAITING, (), (TRY,), 1))

    tries = window.detail.tries.model()
    cells = [tries.index(0, column).data() for column in range(5)]
    assert cells[1:4] == ["Segment 3", "12\N{NO-BREAK SPACE}s", "400\N{NO-BREAK SPACE}kB"]
    assert cells[4] == "Did not work, tried again later: It is raining. (code 503)"
    text = window.details_text()
    assert WAITING.id in text
    assert "It is raining." in text


def test_tries_of_another_recording_are_not_shown(window: QueueWindow) -> None:
    window.select(WAITING.id)
    window.show_history(History(FAILED, (), (TRY,), 1))

    assert window.detail.tries.model().rowCount() == 0


def test_several_recordings_are_summed_up(window: QueueWindow) -> None:
    window.table.selectAll()

    assert "4 recordings selected" in window.detail.accessibleName()
    assert window.detail.show_button.isHidden()
    assert not window.detail.try_button.isHidden()


@pytest.mark.parametrize(
    ("row", "actions"),
    [
        (WAITING, {"Try now", "Send first", "Pause this", "Remove from queue…"}),
        (FAILED, {"Try now", "Remove from queue…"}),
        (
            replace(WAITING, hold=Hold.PAUSED),
            {"Try now", "Send first", "Resume this", "Remove from queue…"},
        ),
        (replace(FAILED, hold=Hold.ASIDE), {"Try now", "Resume this"}),
        (SENT, {"Delete the copy here…"}),
        (replace(recording(9), decision="pending"), {"Keep"}),
    ],
)
def test_what_is_offered_does_something(row: object, actions: set[str]) -> None:
    assert isinstance(row, type(WAITING))
    always = {"Play…", "Note…", "Show file", "Copy details"}

    assert {each.value for each in offered([row])} == actions | always


def test_the_menu_acts_on_the_recordings_that_it_fits(qtbot: QtBot, window: QueueWindow) -> None:
    window.table.selectAll()
    menu = window.menu()
    assert entries(menu)[:3] == ["Try now", "Send first", "Pause this"]
    assert "Show file" not in entries(menu)

    with qtbot.waitSignal(window.wished) as wished:
        next(each for each in menu.actions() if each.text() == "Pause this").trigger()

    assert wished.args is not None
    assert wished.args[0] is Action.PAUSE
    assert sorted(wished.args[1]) == [WAITING.id, SENDING.id]
    menu.deleteLater()


def test_a_pause_of_everything_is_told_and_can_be_ended(qtbot: QtBot, window: QueueWindow) -> None:
    pause = PausedByPerson(None, "Sending is paused until somebody resumes it.")
    queue = queue_of(WAITING, network=Network.PAUSED, why=pause.sentence)
    window.show_queue(replace(queue, pause=pause, stopped=pause.sentence), 1.0)

    assert "until somebody resumes it." in words_of(window.banner)
    assert window.tools.pause_button.isHidden()
    assert not window.tools.try_button.isEnabled()
    with qtbot.waitSignal(window.tools.resume_pressed):
        window.banner.button.click()


def test_speed_and_time_left_of_the_whole_are_in_the_footer(window: QueueWindow) -> None:
    queue = replace(queue_of(WAITING), sending=Sending(2_000_000.0, 10_000_000))
    window.show_queue(queue, 1.0)

    assert "2.0\N{NO-BREAK SPACE}MB/s, 5\N{NO-BREAK SPACE}s left" in words_of(window)


def test_a_receiver_that_is_full_for_long_is_said_to_need_somebody(window: QueueWindow) -> None:
    full = "The receiver's disk is full."
    queue = queue_of(WAITING, network=Network.RECEIVER_UNREACHABLE, why=full)
    window.show_queue(replace(queue, stopped=full), 1.0)
    assert "Tell whoever" not in words_of(window.banner)
    assert full in words_of(window.banner)

    window.show_queue(replace(queue, stopped=full, is_refused=True), 2.0)
    assert "Tell whoever looks after the receiver." in words_of(window.banner)
    assert "Sending is stopped" in words_of(window.pill)


OFFLINE = (
    "Offline since 09:12. Recordings are safe on this computer and will be sent when the network "
    "is back."
)


def test_being_offline_is_said_once_above_the_rows(window: QueueWindow) -> None:
    rows = [replace(recording(number), follows_queue=True) for number in range(1, 9)]
    queue = replace(queue_of(*rows, network=Network.OFFLINE, why=OFFLINE), stopped=OFFLINE)
    window.show_queue(queue, 1.0)

    assert words_of(window.banner).count(OFFLINE) == 1
    assert {window.model.cells_at(row).details for row in range(8)} == {""}
    assert OFFLINE not in words_of(window.detail)
    window.select(rows[3].id)
    assert OFFLINE in words_of(window.detail)
    assert OFFLINE in window.details_text()


def test_an_empty_queue_has_no_details(window: QueueWindow) -> None:
    assert window.detail.isVisible()
    window.show_queue(queue_of(), 1.0)
    assert not window.detail.isVisible()


def test_in_german_it_is_said_once_that_recordings_are_safe(qapp: QApplication) -> None:
    row = recording(step=Step.FAILED, why=TOKEN_REFUSED)
    with speaking(qapp, "de"):
        banner = page_of(queue_of(row), NOW, is_filtered=False).banner

    assert banner is not None
    assert banner.sentence.count("sicher") == 1


def test_the_last_contact_is_in_the_footer_until_an_action_is_answered(window: QueueWindow) -> None:
    contact = Contact("lab.example:8080", NOW - timedelta(days=1))
    window.show_queue(replace(queue_of(WAITING), contact=contact), 1.0)
    said = "lab.example:8080: last contact "
    assert said in words_of(window)

    window.say("Trying now.")
    assert said not in words_of(window)
    window.say("")
    assert said in words_of(window)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_nothing_is_cut_off(
    qtbot: QtBot, qapp: object, size: tuple[int, int], scheme: theme.Scheme
) -> None:
    made = QueueWindow(theme.TOKENS[scheme], lambda: NOW)
    qtbot.addWidget(made)
    made.resize(*size)
    made.show_queue(queue_of(WAITING, FAILED, SENT, SENDING), 0.0)
    made.show()
    made.select(FAILED.id)
    settle()

    assert (made.width(), made.height()) == size
    for button in made.findChildren(QPushButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.sizeHint().width(), button.text()
    outside = [
        each
        for each in made.findChildren(QPushButton)
        if each.isVisible()
        and not made.rect().contains(each.mapTo(made, QPoint(each.width(), each.height())))
    ]
    assert outside == []


def test_every_control_has_a_name(window: QueueWindow) -> None:
    buttons, fields = window.findChildren(QPushButton), window.findChildren(QLineEdit)

    assert [each for each in buttons if not (each.accessibleName() or each.text())] == []
    assert [each for each in fields if not each.accessibleName()] == []
    assert window.table.accessibleName()
    assert window.tools.filter.accessibleName()


# The desk ---------------------------------------------------------------------------------------


class Desk:
    """A desk whose commands run at once on a scripted station."""

    def __init__(self, qtbot: QtBot, station: ScriptedStation) -> None:
        self.station = station
        self.clock = ManualClock()
        self.sending = SendingDesk(self._run, lambda: NOW)
        self.desk = QueueDesk(self._run, self.sending, self.clock)
        self.desk.show_queue(station.queue)
        self.desk.open()
        assert self.desk.window is not None
        self.window = self.desk.window
        qtbot.addWidget(self.window)

    def _run(self, name: str, call: Callable[[StationPort], object]) -> None:
        try:
            call(self.station)
        except ValueError as error:
            self.desk.hear(name, str(error))
        else:
            self.desk.hear(name)

    def do(self, action: Action) -> None:
        self.window._wish(action)

    @property
    def said(self) -> str:
        return self.window._said.text()


@pytest.fixture
def desk(qtbot: QtBot, tokens: Tokens) -> Desk:
    return Desk(qtbot, ScriptedStation(queue=queue_of(WAITING, FAILED, SENT, SENDING)))


@pytest.mark.parametrize(
    ("action", "call", "said"),
    [
        (Action.TRY_NOW, ("try_recordings", (WAITING.id,)), "1 recording is tried now."),
        (Action.FIRST, ("send_first", (WAITING.id,)), "1 recording is sent before all others."),
        (Action.PAUSE, ("hold", (WAITING.id,), Hold.PAUSED), "1 recording is paused."),
    ],
)
def test_every_action_reaches_the_station_and_is_answered(
    desk: Desk, action: Action, call: tuple[object, ...], said: str
) -> None:
    desk.window.select(WAITING.id)
    desk.do(action)

    assert call in desk.station.calls
    assert desk.said.startswith(said)


def test_an_action_that_fails_says_why(desk: Desk) -> None:
    desk.station.refusal = ValueError("The queue's disk is full.")
    desk.window.select(WAITING.id)

    desk.do(Action.TRY_NOW)

    assert desk.said == "That did not work. The queue's disk is full."


def test_trying_while_everything_is_paused_says_so(desk: Desk) -> None:
    pause = PausedByPerson(None, "Sending is paused.")
    desk.desk.show_queue(replace(desk.station.queue, pause=pause))
    desk.window.select(WAITING.id)

    desk.do(Action.TRY_NOW)

    assert desk.said.endswith("Sending as a whole is paused: it goes on when you resume it.")


@pytest.mark.parametrize(
    ("removal", "call"),
    [
        (Removal.ASIDE, ("hold", (WAITING.id,), Hold.ASIDE)),
        (Removal.DISCARD, ("discard", WAITING.id, queue_desk.DECIDES)),
        (Removal.NONE, None),
    ],
)
def test_removing_asks_first_and_keeps_the_files_unless_told_otherwise(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    removal: Removal,
    call: tuple[object, ...] | None,
) -> None:
    monkeypatch.setattr(queue_desk, "ask_removal", lambda _parent, _count: removal)
    desk.window.select(WAITING.id)
    before = len(desk.station.calls)

    desk.do(Action.REMOVE)

    made = [each for each in desk.station.calls[before:] if each[0] != "history"]
    assert made == ([] if call is None else [call])


def test_details_go_to_the_clipboard(desk: Desk) -> None:
    desk.window.select(FAILED.id)
    desk.do(Action.COPY)

    assert "does not know this study" in QGuiApplication.clipboard().text()
    assert desk.said == "The details of 1 recording are on the clipboard."


def test_a_folder_that_is_gone_is_told(desk: Desk) -> None:
    desk.window.select(WAITING.id)
    desk.do(Action.SHOW)

    assert (
        desk.said
        == f"The folder is not there any more: {Path('/recordings')}. Was the disk unplugged?"
    )


def test_everything_is_tried_paused_and_resumed(desk: Desk) -> None:
    desk.window.tools.try_button.click()
    desk.window.tools.pause_pressed.emit(TOMORROW)
    desk.window.tools.resume_pressed.emit()

    calls = [each for each in desk.station.calls if each[0] != "history"]
    assert calls == [
        ("try_now",),
        ("pause_sending", until_morning_s(NOW), "window"),
        ("resume_sending",),
    ]


def test_until_tomorrow_is_seven_in_the_morning() -> None:
    here = NOW.astimezone()
    then = here + timedelta(seconds=until_morning_s(NOW))

    assert (then.astimezone().hour, then.date()) == (7, here.date() + timedelta(days=1))


def test_a_closed_window_comes_back_with_what_happened_meanwhile(desk: Desk) -> None:
    desk.window.close()
    desk.station.queue = queue_of(WAITING, FAILED, SENT, SENDING, recording(5))
    desk.desk.show_queue(desk.station.queue)
    assert desk.window.model.rowCount() == 4

    desk.desk.open(recording_id(5))

    assert desk.window.isVisible()
    assert selected(desk.window) == ["P-005"]


def test_the_window_is_found_by_the_filter_that_was_asked_for(desk: Desk) -> None:
    desk.window.show_only(Filter.SENT)

    assert shown(desk.window) == ["P-003"]

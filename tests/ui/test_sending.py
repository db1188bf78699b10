"""Pause, speed and rules of sending, in the tray, in the window and in the settings window."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.sending_rules import SendingRules
from desktop.ui import sending_texts
from desktop.ui.facts import Facts
from desktop.ui.presenter import present
from desktop.ui.theme import Tokens
from tests.ui.station_script import ScriptedStation, queue_of, recording
from tests.ui.window_script import Desk
from uploader.items import Network, PausedByPerson, QueueSnapshot, Step

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
HOUR = PausedByPerson(NOW + timedelta(hours=1), "Sending is paused until 10:00.")
OPEN = PausedByPerson(None, "Sending is paused until somebody resumes it.")
WAITING, HOME = queue_of(recording(1)), queue_of(recording(1, step=Step.PLAYABLE))


def paused(queue: QueueSnapshot, pause: PausedByPerson = HOUR) -> QueueSnapshot:
    return replace(queue, network=Network.PAUSED, pause=pause)


def facts(queue: QueueSnapshot, rules: SendingRules | None = None) -> Facts:
    return Facts("0", NOW, queue=queue, rules=rules, zone=UTC)


def test_a_pause_is_told_with_a_button_that_ends_it_even_with_nothing_to_send() -> None:
    for queue in (WAITING, HOME):
        view = present(facts(paused(queue)))
        assert view.banner is not None
        assert view.banner.sentence.startswith("Sending is paused until 10:00.")
        assert (view.banner.action, view.to_send.can_resume) == ("resume_sending", True)
        assert (view.to_send.can_try, view.to_send.can_pause) == (False, False)
        assert view.sending.is_paused
        assert view.tray.sending.is_paused


def test_a_pause_that_is_over_by_itself_is_none() -> None:
    later = replace(facts(paused(WAITING)), now=NOW + timedelta(hours=1))

    assert not present(later).sending.is_paused


def test_a_rule_that_holds_is_no_pause_and_cannot_be_resumed() -> None:
    quiet = replace(WAITING, network=Network.PAUSED, why="Quiet hours until 18:00.")
    view = present(facts(quiet))

    assert view.banner is not None
    assert view.banner.action is None
    assert not view.to_send.can_resume
    assert view.to_send.can_pause


def test_without_anything_to_send_the_card_offers_no_pause() -> None:
    assert not present(facts(HOME)).to_send.can_pause
    assert present(facts(WAITING)).to_send.can_pause


def test_the_speed_is_that_of_the_settings_and_fixed_where_the_environment_says_it() -> None:
    fixed = SendingRules(while_recording="off", fixed={"while_recording": "HOLDFAST_X"})

    assert present(facts(HOME)).sending.speed is None
    assert present(facts(HOME, SendingRules())).sending.speed == "gentle"
    assert present(facts(HOME, fixed)).sending.speed_is_fixed


@pytest.fixture
def desk(qtbot: QtBot, tokens: Tokens, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tokens, ScriptedStation(recordings_folder=tmp_path, queue=WAITING))
    made.open()
    made.until(made.window.to_send.pause_button.isVisible)
    yield made
    made.controller.end()
    made.until(lambda: bool(made.asked("close")))
    made.window.deleteLater()


def action(menu: QMenu, *path: str) -> QAction:
    """The entry under these names, through submenus."""
    found = next(each for each in menu.actions() if each.text() == path[0])
    rest = path[1:]
    submenu = found.menu()
    return action(submenu, *rest) if rest and isinstance(submenu, QMenu) else found


def menus(desk: Desk) -> list[QMenu]:
    header = desk.window.header.menu_button.menu()
    assert header is not None
    return [desk.tray.menu, header]


@pytest.mark.parametrize("number", [0, 1], ids=["tray", "window"])
def test_pausing_and_resuming_from_a_menu(desk: Desk, number: int) -> None:
    menu = menus(desk)[number]
    resume = action(menu, sending_texts.RESUME_SENDING)
    assert not resume.isVisible()

    action(menu, sending_texts.PAUSE_SENDING, sending_texts.PAUSE_HOUR).trigger()
    action(menu, sending_texts.PAUSE_SENDING, sending_texts.PAUSE_OPEN).trigger()
    desk.until(lambda: len(desk.asked("pause_sending")) == 2)
    assert [call[1:] for call in desk.asked("pause_sending")] == [
        (3600.0, "window"),
        (None, "window"),
    ]

    desk.station.queue = paused(WAITING, OPEN)
    desk.until(resume.isVisible)
    resume.trigger()
    desk.until(lambda: bool(desk.asked("resume_sending")))


def test_the_card_and_the_banner_end_a_pause(desk: Desk) -> None:
    desk.station.queue = paused(WAITING, OPEN)
    desk.until(desk.window.to_send.resume_button.isVisible)
    assert not desk.window.to_send.button.isVisible()

    desk.window.to_send.resume_button.click()
    desk.window.banner.button.click()

    desk.until(lambda: len(desk.asked("resume_sending")) == 2)


def test_the_speed_is_changed_in_the_menu_and_both_menus_follow(desk: Desk) -> None:
    def ticked() -> list[str]:
        entries = [
            action(menu, sending_texts.SPEED, sending_texts.SPEEDS[speed])
            for menu in menus(desk)
            for speed in sending_texts.SPEEDS
        ]
        return [each.text() for each in entries if each.isChecked()]

    desk.until(lambda: ticked() == [sending_texts.SPEEDS["gentle"]] * 2)
    action(desk.tray.menu, sending_texts.SPEED, sending_texts.SPEEDS["off"]).trigger()

    desk.until(lambda: ticked() == [sending_texts.SPEEDS["off"]] * 2)
    assert desk.asked("change_sending") == [("change_sending", {"while_recording": "off"})]


@pytest.mark.parametrize("number", [0, 1], ids=["tray", "window"])
def test_a_menu_leads_to_settings_and_to_the_bundle(qtbot: QtBot, desk: Desk, number: int) -> None:
    sending = desk.controller.sending
    with qtbot.waitSignals([sending.settings_pressed, sending.bundle_pressed]):
        action(menus(desk)[number], sending_texts.SETTINGS_MENU).trigger()
        action(menus(desk)[number], sending_texts.BUNDLE_MENU).trigger()


def test_rules_that_the_settings_wrote_are_followed(desk: Desk) -> None:
    desk.controller.sending.follow()

    desk.until(lambda: bool(desk.asked("change_sending")))
    assert desk.asked("change_sending") == [("change_sending", {})]

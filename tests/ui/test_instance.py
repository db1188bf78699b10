"""A home has one window: a second start raises the first, and a dead one is in nobody's way."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.ui import instance
from desktop.ui.instance import RaiseServer
from holdfast.layout import Home

SECOND_START = """
import sys
from pathlib import Path
from desktop.ui import instance
from holdfast.layout import Home

home = Home(Path(sys.argv[1]))
assert instance.take(home) is None, "the lock was free"
sys.exit(0 if instance.ask_to_raise(home) else 3)
"""
ROOT = Path(__file__).parents[2]


def second_start(home: Home) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", SECOND_START, str(home.root)], cwd=ROOT)


def test_the_second_start_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    raised: list[bool] = []
    lock = instance.take(home)
    server = RaiseServer(home, lambda: raised.append(True))
    assert lock is not None
    assert server.listen()

    with lock:
        process = second_start(home)
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    server.close()

    assert process.returncode == 0
    assert raised == [True]


def test_the_second_start_waits_for_a_first_that_is_still_being_painted(
    qtbot: QtBot, tmp_path: Path
) -> None:
    home = Home(tmp_path / "home")
    raised: list[bool] = []
    lock = instance.take(home)
    server = RaiseServer(home, lambda: raised.append(True))
    assert lock is not None

    with lock:
        process = second_start(home)
        QTimer.singleShot(2_000, server, server.listen)
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    server.close()

    assert process.returncode == 0
    assert raised == [True]


def test_a_first_that_does_not_answer_is_noticed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path / "home")
    lock = instance.take(home)
    assert lock is not None

    with lock:
        process = second_start(home)
        assert process.wait(timeout=20) == 3


def test_a_socket_left_by_a_dead_window_is_taken_over(qtbot: QtBot, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    dead = RaiseServer(home, lambda: None)
    assert dead.listen()
    alive = RaiseServer(home, lambda: None)

    assert alive.listen()
    dead.close()
    alive.close()


def test_homes_do_not_disturb_each_other(tmp_path: Path) -> None:
    first, second = Home(tmp_path / "one"), Home(tmp_path / "two")

    assert instance.socket_name(first) != instance.socket_name(second)
    lock = instance.take(first)
    other = instance.take(second)
    assert lock is not None
    assert other is not None
    lock.release()
    other.release()


def test_the_name_does_not_depend_on_how_the_home_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert instance.socket_name(Home(Path("home"))) == instance.socket_name(
        Home(tmp_path / "x" / ".." / "home")
    )

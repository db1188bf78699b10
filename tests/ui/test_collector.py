"""Objects of Qt in reference cycles die on the thread of Qt, whoever fills the memory."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.collector import Collector


class Witness:
    """In a cycle with itself; notes on which thread it died."""

    def __init__(self, deaths: list[int]) -> None:
        self._deaths = deaths
        self._itself = self

    def __del__(self) -> None:
        self._deaths.append(threading.get_ident())


def fill(memory: list[list[int]]) -> None:
    """Add enough objects for a collection to be due."""
    memory.extend([number] for number in range(300_000))


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    made = Collector()
    made.start()
    yield made
    made.stop()


def test_another_thread_does_not_collect(qtbot: QtBot, collector: Collector) -> None:
    deaths: list[int] = []
    Witness(deaths)

    memory: list[list[int]] = []

    thread = threading.Thread(target=fill, args=(memory,))
    thread.start()
    thread.join()
    assert deaths == []

    qtbot.waitUntil(lambda: bool(deaths), timeout=10_000)
    assert deaths == [threading.get_ident()]


def test_python_collects_again_afterwards(collector: Collector) -> None:
    assert not gc.isenabled()

    collector.stop()

    assert gc.isenabled()

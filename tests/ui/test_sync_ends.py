"""The window marks the ends of its recordings where that is wished for; a second stop is fast."""

import sys

import pytest
from pytestqt.qtbot import QtBot

from desktop.recording.model import PartBegan
from desktop.sync_mark import SERIES_S, SyncPlayer
from desktop.ui.sync_ends import SyncEnds

ANSWERS = """
import sys
for line in sys.stdin:
    print("mark 123", flush=True)
    print("over", flush=True)
"""


def ends(when: str, marked: list[int], script: str = ANSWERS) -> SyncEnds:
    player = SyncPlayer([sys.executable, "-c", script])
    return SyncEnds(when, player, lambda _name, _source, at_ns: marked.append(at_ns))


def test_a_recordings_first_part_is_marked_and_no_other(qtbot: QtBot) -> None:
    marked: list[int] = []
    made = ends("start", marked)

    made.hear(PartBegan("r", 1, 5.0, 1))
    made.hear("something else")
    made.hear(PartBegan("r", 0, 0.0, 1))
    qtbot.waitUntil(lambda: bool(marked), timeout=30_000)

    assert marked == [123]
    assert not made.holds_stop()
    made.close()


def test_a_stop_waits_for_the_closing_mark(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.sync_mark.SERIES_S", 0.2)
    marked: list[int] = []
    made = ends("both", marked)

    with qtbot.waitSignal(made.stop_due, timeout=30_000):
        assert made.holds_stop()
    qtbot.waitUntil(lambda: bool(marked), timeout=30_000)

    made.close()


def test_a_second_stop_does_not_wait(qtbot: QtBot) -> None:
    marked: list[int] = []
    made = ends("both", marked)
    due: list[bool] = []
    made.stop_due.connect(lambda: due.append(True))

    assert SERIES_S > 1
    assert made.holds_stop()
    assert not made.holds_stop()
    qtbot.waitUntil(lambda: bool(marked), timeout=30_000)

    assert due == []
    made.close()


def test_what_cannot_be_shown_is_told(qtbot: QtBot) -> None:
    made = ends("start", [], "import sys; sys.exit(1)")

    with qtbot.waitSignal(made.trouble, timeout=30_000) as told:
        made.hear(PartBegan("r", 0, 0.0, 1))

    assert "could not be shown" in told.args[0]
    made.close()

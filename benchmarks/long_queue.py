"""How smooth the queue's window is with 100,000 recordings: `python -m benchmarks.long_queue`.

Prints milliseconds of the window's own thread for the first picture, scrolling, sorting, looking
for words and for changes that arrive while somebody looks, as JSON. It measures and judges nothing.
"""

import argparse
import json
import os
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.ui import theme
from desktop.ui.queue_rows import Column
from desktop.ui.queue_window import QueueWindow
from uploader.items import (
    Custody,
    ItemState,
    Network,
    QueueSnapshot,
    RecordingSnapshot,
    Step,
)
from uploader.standing import Standings

FRAMES = 200
SORTED_BY = (Column.RECORDING, Column.STATE, Column.SIZE)
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def recording(number: int) -> RecordingSnapshot:
    """The `number`th; every tenth is not at home yet."""
    waits = number % 10 == 0
    return RecordingSnapshot(
        id=f"019a0000-0000-7000-8000-{number:012d}",
        session=f"019a0000-0000-7000-9000-{number // 3:012d}",
        participant=f"P-{number // 3:05d}",
        prompt=("facial_expressions", "head_movements", "reading_aloud")[number % 3],
        take=1,
        state="complete",
        started_at="2026-11-20T13:02:11.042Z",
        duration_s=40.0,
        frames=1200,
        lost_frames=0,
        segments=10,
        size_bytes=10_000_000 + number,
        custody=Custody(True, 0 if waits else 10, 0 if waits else 10_000_000, not waits, not waits),
        why="",
        folder="/recordings",
        step=Step.SEGMENTS if waits else Step.PLAYABLE,
        counts={ItemState.PENDING: 10 if waits else 0},
        follows_queue=waits,
    )


def queue_of(recordings: list[RecordingSnapshot], standings: Standings) -> QueueSnapshot:
    """A snapshot as a watch gives it: whoever made it has counted."""
    totals, standing = standings.totals(), standings.standing()
    return QueueSnapshot(tuple(recordings), totals, Network.ONLINE, "", standing=standing)


def took_ms(call: Callable[[], object]) -> float:
    """Milliseconds of this thread, with all that Qt does because of it."""
    began = time.thread_time()
    call()
    QApplication.processEvents()
    return (time.thread_time() - began) * 1000


def scrolled_ms(window: QueueWindow) -> list[float]:
    """Each step of a scroll from top to bottom."""
    bar = window.table.verticalScrollBar()
    steps = [bar.maximum() * frame // FRAMES for frame in range(FRAMES)]
    return [took_ms(partial(bar.setValue, at)) for at in steps]


def changed_ms(window: QueueWindow, recordings: list[RecordingSnapshot]) -> list[float]:
    """Changes of one recording at a time, as while it is being sent."""
    standings, found = Standings(recordings), []
    for second in range(20):
        before = recordings[-10]
        after = replace(before, attempts=second + 1)
        recordings[-10] = after
        standings.put(after, before)
        queue = queue_of(recordings, standings)
        found.append(took_ms(partial(window.show_queue, queue, float(second))))
    return found


def sorted_ms(window: QueueWindow, column: Column) -> float:
    """A click on a column."""
    return took_ms(lambda: window.model.sort(column, Qt.SortOrder.AscendingOrder))


def looked_for(window: QueueWindow, words: str) -> None:
    """Words are typed, and it has been waited for more of them."""
    window.tools.find_field.setText(words)
    window._find()


def measure(count: int) -> dict[str, object]:
    """All of it, with so many recordings."""
    app = QApplication([])
    theme.load_fonts()
    window = QueueWindow(theme.apply(app, "light"), lambda: NOW)
    window.show()
    recordings = [recording(number) for number in range(count)]
    queue = queue_of(recordings, Standings(recordings))
    first_ms = took_ms(lambda: window.show_queue(queue, 0.0))
    scroll_ms = scrolled_ms(window)
    sort_ms = {column.name.lower(): round(sorted_ms(window, column), 1) for column in SORTED_BY}
    change_ms = changed_ms(window, recordings)
    find_ms = took_ms(lambda: looked_for(window, "P-00123"))
    return {
        "recordings": count,
        "first_ms": round(first_ms, 1),
        "scroll_ms": {"median": round(median(scroll_ms), 2), "most": round(max(scroll_ms), 2)},
        "sort_ms": sort_ms,
        "change_ms": {"median": round(median(change_ms), 2), "most": round(max(change_ms), 2)},
        "find_ms": round(find_ms, 1),
        "select_all_ms": round(took_ms(window.table.selectAll), 1),
    }


def main() -> None:
    """Measure, and print one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recordings", type=int, default=100_000)
    print(json.dumps(measure(parser.parse_args().recordings)))


if __name__ == "__main__":
    main()

"""Snapshots of the queue for whoever looks again and again: each costs what changed since the last.

What has not changed is the very same object as before. It reads in short pieces and rests between
them, so that neither a sender nor a window waits for a queue of a hundred thousand.
"""

import threading
import time
from bisect import insort
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from holdfast.clock import Clock
from uploader import snapshots
from uploader.database import Database
from uploader.items import QueueSnapshot, RecordingSnapshot
from uploader.places import Away, Places
from uploader.standing import Standings

PAGE: Final = 200
"""So many recordings are read at once: some milliseconds of one core."""
REST_S: Final = 0.004


class QueueWatch:
    """The queue as it was when somebody looked last. May be called from any thread."""

    def __init__(
        self,
        database: Database,
        places: Places,
        clock: Clock,
        rest: Callable[[float], object] = time.sleep,
    ) -> None:
        self._database = database
        self._places = places
        self._clock = clock
        self._rest = rest
        self._lock = threading.Lock()
        self._news: int | None = None
        self._away: dict[str, str | None] = {}
        self._forget()

    def _forget(self) -> None:
        self._found: dict[str, RecordingSnapshot] = {}
        self._order: list[str] = []
        self._standings = Standings()
        self._last: QueueSnapshot | None = None

    def look(self) -> QueueSnapshot:
        """The queue as of now; `why` of each recording is its own alone. Raises QueueError."""
        with self._lock:
            away = self._places.away()
            if self._news is None or self._has_moved(away):
                self._read_all(away)
            changed = self._read_news(away)
            return self._snapshot(changed=changed)

    def _has_moved(self, away: Away) -> bool:
        """Whether a disk came or went."""
        now = {each: away.sentence(each) for each in self._away}
        return now != self._away

    def _read_all(self, away: Away) -> None:
        with self._database.read() as database:
            # Before the rows: what changes while they are read is read once more, never missed.
            self._news = snapshots.news(database)
        self._forget()
        self._note_places(away)
        last = ""
        while True:
            with self._database.read() as database:
                page = snapshots.page_of(database, self._places, away, last, PAGE)
            for each in page:
                self._put(each)
            if len(page) < PAGE:
                return
            last = page[-1].id
            self._rest(REST_S)

    def _note_places(self, away: Away) -> None:
        with self._database.read() as database:
            self._away = {each: away.sentence(each) for each in snapshots.overflows(database)}

    def _read_news(self, away: Away) -> bool:
        assert self._news is not None
        with self._database.read() as database:
            news = snapshots.news_since(database, self._news)
        for start in range(0, len(news), PAGE):
            if start:
                self._rest(REST_S)
            self._read_named([recording for _, recording in news[start : start + PAGE]], away)
        if news:
            self._news = news[-1][0]
        return bool(news) or self._last is None

    def _read_named(self, named: list[str], away: Away) -> None:
        with self._database.read() as database:
            found = snapshots.named(database, self._places, away, named)
        for gone in set(named) - {each.id for each in found}:
            if gone in self._found:
                self._standings.drop(self._found.pop(gone))
                self._order.remove(gone)
        if any(each.id not in self._found for each in found):
            self._note_places(away)
        for each in found:
            self._put(each)

    def _put(self, each: RecordingSnapshot) -> None:
        before = self._found.get(each.id)
        if before == each:
            return
        self._standings.put(each, before)
        self._found[each.id] = each
        if before is None:
            # New ones are the newest, but for those that a disk or another camera brought.
            insort(self._order, each.id)

    def _snapshot(self, *, changed: bool) -> QueueSnapshot:
        if changed or self._last is None:
            recordings = tuple(self._found[each] for each in self._order)
            totals, standing = self._standings.totals(), self._standings.standing()
        else:
            recordings, totals = self._last.recordings, self._last.totals
            standing = self._last.standing or self._standings.standing()
        with self._database.read() as database:
            away = snapshots.away(database, self._places) if any(self._away.values()) else None
            now, left_bytes = self._clock.now(), self._standings.left_bytes
            found = snapshots.around(database, now, totals, left_bytes, standing, away)
        self._last = replace(found, recordings=recordings)
        return self._last

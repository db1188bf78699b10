"""Runs the queue's errands beside everything else: each in a thread, with a dialog that follows it.

Lives on the thread of Qt. It must not delay recording or sending; it words with `queue_texts.py`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.errands import Freed, FreePlan, KnownReceiver, Stays, Travelling
from desktop.ui import amounts
from desktop.ui import queue_texts as texts
from desktop.ui.ports import ErrandsPort
from desktop.ui.queue_errand_dialog import ErrandView
from desktop.ui.queue_errand_runner import ErrandRunner
from desktop.ui.retelling import retell
from desktop.ui.words import tr
from holdfast.clock import rfc3339

MOST_ROWS: Final = 300
ChooseFolder = Callable[[QWidget | None, str], Path | None]


def choose_folder(parent: QWidget | None, title: str) -> Path | None:
    """A folder that a person names, or None."""
    named = QFileDialog.getExistingDirectory(parent, title)
    return Path(named) if named else None


class ErrandDesk(ErrandRunner):
    """One errand at a time. `changed`: look at the queue again."""

    def __init__(self, now: Callable[[], datetime], choose: ChooseFolder = choose_folder) -> None:
        super().__init__()
        self._now = now
        self._choose = choose
        self._plan: FreePlan | None = None
        self._freed: list[Freed] = []

    def free(self, errands: ErrandsPort, parent: QWidget | None, named: Sequence[str]) -> None:
        """Show what may be deleted here, and delete it when somebody says so."""
        title, looking = tr(texts.FREE_TITLE), tr(texts.FREE_LOOKING)
        self._open(parent, ErrandView(title, looking, is_working=True))
        self._begin = lambda _option: self._free(errands)

        def look() -> Callable[[], None]:
            plan = errands.plan_freeing(named)
            return lambda: self._show_plan(plan)

        self._run(look)

    def _show_plan(self, plan: FreePlan) -> None:
        self._plan = plan
        rows = [
            (each.title, self._candidate(each.size_bytes, each.received_at))
            for each in plan.candidates
        ]
        rows += [(each.title, tr(texts.STAYS).format(why=retell(each.why))) for each in plan.stays]
        count = len(plan.candidates)
        action = tr(texts.FREE_DO, count).format(size=amounts.size(plan.size_bytes))
        intro = tr(texts.FREE_INTRO if count else texts.FREE_NONE)
        view = ErrandView(tr(texts.FREE_TITLE), intro, _shortened(rows))
        self._show(replace(view, action=action if count else "", is_danger=count > 0))

    def _candidate(self, size_bytes: int, received_at: datetime) -> str:
        moment = amounts.moment(rfc3339(received_at), self._now())
        return tr(texts.FREE_ROW).format(size=amounts.size(size_bytes), moment=moment)

    def _free(self, errands: ErrandsPort) -> None:
        plan = self._plan
        if plan is None:
            return
        self._freed = []
        count = len(plan.candidates)
        self._show(replace(self._view, action="", is_working=True, progress=(0, count)))

        def free() -> Callable[[], None]:
            errands.free(plan, lambda each: self._later(lambda: self._have_freed(each)), self._stop)
            return self._report_freed

        self._run(free, self._report_freed)

    def _have_freed(self, each: Freed) -> None:
        plan = self._plan
        assert plan is not None
        self._freed.append(each)
        done, count = len(self._freed), len(plan.candidates)
        doing = tr(texts.FREE_DOING).format(done=done, all=count)
        self._show(replace(self._view, progress=(done, count), doing=doing))

    def _report_freed(self) -> None:
        freed = [each for each in self._freed if not each.why]
        stayed = [each for each in self._freed if each.why]
        size = amounts.size(sum(each.freed_bytes for each in freed))
        report = tr(texts.FREE_REPORT, len(freed)).format(size=size)
        if stayed:
            report = tr(texts.FREE_REPORT_STAYED, len(stayed)).format(freed=report)
        titles = (
            {each.recording: each.title for each in self._plan.candidates} if self._plan else {}
        )
        rows = [
            (titles[each.recording], tr(texts.STAYS).format(why=retell(each.why)))
            for each in stayed
        ]
        rows += [
            (
                titles[each.recording],
                tr(texts.FREE_DONE_ROW).format(size=amounts.size(each.freed_bytes)),
            )
            for each in freed
        ]
        self._show(ErrandView(tr(texts.FREE_TITLE), "", _shortened(rows), report=report))

    def pack(self, errands: ErrandsPort, parent: QWidget | None) -> None:
        """Copy what waits onto a disk that somebody names."""
        disk = self._choose(parent, tr(texts.EXPORT_CHOOSE))
        if disk is None:
            return
        intro = tr(texts.EXPORT_INTRO).format(folder=disk)
        option, action = tr(texts.EXPORT_ENCRYPT), tr(texts.EXPORT_DO)
        self._open(parent, ErrandView(tr(texts.EXPORT_TITLE), intro, option=option, action=action))
        packed: list[tuple[str, str]] = []

        def have(title: str) -> None:
            packed.append((title, tr(texts.EXPORT_ROW)))
            doing = tr(texts.EXPORT_DOING, len(packed))
            self._show(replace(self._view, rows=_shortened(packed), doing=doing))

        def begin(encrypted: bool) -> None:
            self._show(replace(self._view, option="", action="", is_working=True))

            def work() -> Callable[[], None]:
                found = errands.pack(
                    disk, encrypted, lambda title: self._later(lambda: have(title)), self._stop
                )
                return lambda: self._report_packed(found, packed)

            self._run(work)

        self._begin = begin

    def _report_packed(self, found: Travelling, packed: list[tuple[str, str]]) -> None:
        report = tr(texts.EXPORT_NOTHING)
        if found.done:
            size = amounts.size(found.size_bytes)
            report = tr(texts.EXPORT_REPORT, found.done).format(size=size)
        if found.is_full:
            report = tr(texts.EXPORT_FULL).format(report=report)
        rows = _left_behind(found) + packed
        self._show(ErrandView(tr(texts.EXPORT_TITLE), "", _shortened(rows), report=report))

    def unpack(self, errands: ErrandsPort, parent: QWidget | None) -> None:
        """Take the receipts that came back on a disk that somebody names."""
        disk = self._choose(parent, tr(texts.EXPORT_CHOOSE))
        if disk is None:
            return
        intro = tr(texts.IMPORT_INTRO).format(folder=disk)
        option, action = tr(texts.IMPORT_CLEAR), tr(texts.IMPORT_DO)
        self._open(parent, ErrandView(tr(texts.IMPORT_TITLE), intro, option=option, action=action))
        assert self._dialog is not None
        self._dialog.option.setChecked(False)

        def begin(clear: bool) -> None:
            self._show(replace(self._view, option="", action="", is_working=True))

            def work() -> Callable[[], None]:
                found = errands.unpack(disk, clear=clear)
                return lambda: self._report_unpacked(found)

            self._run(work)

        self._begin = begin

    def _report_unpacked(self, found: Travelling) -> None:
        report = tr(texts.IMPORT_REPORT, found.done)
        if found.before:
            report = tr(texts.IMPORT_BEFORE, found.before).format(report=report)
        if found.cleared:
            report = tr(texts.IMPORT_CLEARED, found.cleared).format(report=report)
        rows = _shortened(_left_behind(found))
        self._show(ErrandView(tr(texts.IMPORT_TITLE), "", rows, report=report))

    def receiver(self, errands: ErrandsPort, parent: QWidget | None) -> None:
        """Show who the receiver is, and let somebody trust its new key."""
        title, asking = tr(texts.RECEIVER_TITLE), tr(texts.RECEIVER_ASKING)
        self._open(parent, ErrandView(title, asking, is_working=True))

        def ask() -> Callable[[], None]:
            found = errands.receiver()
            return lambda: self._show_receiver(errands, found)

        self._run(ask)

    def _show_receiver(self, errands: ErrandsPort, found: KnownReceiver) -> None:
        since = amounts.moment(found.enrolled_at, self._now())
        names = [tr(each) for each in texts.RECEIVER_ROWS]
        rows = list(zip(names, (found.url, found.receiver, found.key, since), strict=True))
        view = ErrandView(tr(texts.RECEIVER_TITLE), "", tuple(rows))
        if found.other_key is None:
            good = tr(texts.RECEIVER_GOOD)
            self._show(
                replace(view, report="" if found.doubt else good, trouble=retell(found.doubt))
            )
            return
        key = found.other_key
        rows.append((tr(texts.RECEIVER_NEW_KEY), key))
        self._begin = lambda _option: self._trust(errands, key)
        self._show(
            replace(
                view,
                rows=tuple(rows),
                trouble=tr(texts.RECEIVER_OTHER).format(key=key),
                action=tr(texts.RECEIVER_DO).format(key=key),
                is_danger=True,
            )
        )

    def _trust(self, errands: ErrandsPort, key: str) -> None:
        self._show(replace(self._view, action="", trouble="", is_working=True))

        def trust() -> Callable[[], None]:
            errands.accept(key)
            said = tr(texts.RECEIVER_TRUSTED).format(key=key)
            return lambda: self._show(ErrandView(tr(texts.RECEIVER_TITLE), "", report=said))

        self._run(trust)


def _left_behind(found: Travelling) -> list[tuple[str, str]]:
    def said(rows: Sequence[Stays], words: str) -> list[tuple[str, str]]:
        return [(each.title, tr(words).format(why=retell(each.why))) for each in rows]

    return said(found.troubles, texts.WRONG) + said(found.stays, texts.STAYS)


def _shortened(rows: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    if len(rows) <= MOST_ROWS:
        return tuple(rows)
    more = tr(texts.AND_MORE, len(rows) - MOST_ROWS)
    return (*rows[:MOST_ROWS], (more, ""))

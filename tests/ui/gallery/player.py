"""The windows of playing back, of the drill and of the state card, ready to be grabbed."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from desktop.ui.card_dialog import CardDialog
from desktop.ui.drill_window import DrillWindow
from desktop.ui.morning_view import MorningView
from desktop.ui.morning_window import MorningWindow
from desktop.ui.review_dialog import ReviewDialog
from desktop.ui.theme import Tokens
from tests.support.drill_said import drilled, drilling
from tests.support.manual_clock import EPOCH
from tests.support.pages import until
from tests.support.rehearsal_said import OVER, SENDING
from tests.support.watchable import write_segments


def pages(tokens: Tokens) -> Iterator[tuple[str, QWidget]]:
    """Name and widget of each page."""
    with TemporaryDirectory() as folder:
        yield "player-playing", _playing(tokens, Path(folder))
    yield "player-nothing-to-play", _nothing(tokens)
    yield "drill-begins", DrillWindow(tokens)
    yield "rehearsal-begins", MorningWindow(tokens)
    yield "rehearsal-sending", _rehearsed(tokens, SENDING)
    yield "rehearsal-over", _rehearsed(tokens, OVER)
    yield "drill-your-turn", _drill(tokens)
    yield "drill-over", _drilled(tokens)
    yield "state-card", _card()


def _playing(tokens: Tokens, folder: Path) -> ReviewDialog:
    dialog = ReviewDialog(tokens)
    dialog.review("P-017 · facial_expressions", write_segments(folder, 300, size=(1280, 720)))
    until(lambda: dialog.player.shown_at_s is not None)
    dialog.player.pause()
    dialog.player.seek(4.0)
    until(lambda: dialog.player.shown_at_s == 4.0 and dialog.slider.value() == 4000)
    return dialog


def _nothing(tokens: Tokens) -> ReviewDialog:
    dialog = ReviewDialog(tokens)
    dialog.review("P-016 · smile", [Path("recordings") / "000000.mp4"])
    until(dialog.note.isVisible)
    return dialog


def _rehearsed(tokens: Tokens, view: MorningView) -> MorningWindow:
    window = MorningWindow(tokens)
    window.show_view(view)
    return window


def _drill(tokens: Tokens) -> DrillWindow:
    window = DrillWindow(tokens)
    window.show_view(drilling())
    return window


def _drilled(tokens: Tokens) -> DrillWindow:
    window = DrillWindow(tokens)
    window.show_view(drilled())
    return window


def _card() -> CardDialog:
    dialog = CardDialog()
    dialog.show_card("holdfast:statement?" + "eNplkEFz0zAQhf-KRtfGrmTZiW2mh6YJFFLI" * 13, EPOCH)
    return dialog

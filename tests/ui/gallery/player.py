"""The windows of playing back, of the drill and of the state card, ready to be grabbed."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from desktop.ui.review_dialog import ReviewDialog
from desktop.ui.theme import Tokens
from tests.support.pages import until
from tests.support.watchable import write_segments


def pages(tokens: Tokens) -> Iterator[tuple[str, QWidget]]:
    """Name and widget of each page."""
    with TemporaryDirectory() as folder:
        yield "player-playing", _playing(tokens, Path(folder))
    yield "player-nothing-to-play", _nothing(tokens)


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

"""Every page of the desktop with example facts, for those who look at all of them.

Each module of `tests/ui/gallery/` has `pages(tokens)`, which yields names and widgets in the
language that is installed; DATA, if it is there, are patterns of what nobody translates.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui import words
from desktop.ui.theme import Tokens

Pages = Callable[[Tokens], Iterator[tuple[str, QWidget]]]
EXAMPLES = (
    r"HD Webcam",
    r"USB Microphone",
    r"Headset",
    r"smile",
    r"free play",
    r"facial_expressions",
)
"""What devices, prompts and the like are called on the pages of all areas."""
FOLDER = Path(__file__).parents[1] / "ui" / "gallery"
AREAS = tuple(sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__"))


def area_of(name: str) -> ModuleType:
    """The module with the pages of one area."""
    return import_module(f"tests.ui.gallery.{name}")


def data_of(name: str) -> Sequence[str]:
    """Patterns of what stands on an area's pages and nobody translates."""
    own: Sequence[str] = getattr(area_of(name), "DATA", ())
    return (*own, *EXAMPLES)


def pages_of(name: str, tokens: Tokens) -> Iterator[tuple[str, QWidget]]:
    """The pages of one area, in the language that is installed."""
    pages: Pages = area_of(name).pages
    for title, page in pages(tokens):
        yield title, page
        page.close()
        page.deleteLater()


@contextmanager
def speaking(app: QApplication, language: str) -> Iterator[None]:
    """The app in another language for as long as it takes; English afterwards."""
    words.install(app, language)
    try:
        yield
    finally:
        words.install(app, "en")
        QLocale.setDefault(QLocale.c())
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

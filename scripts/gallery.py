"""Photographs every page of the desktop, light and dark, in English and German, for people to see.

    scripts/gallery.py [FOLDER] [--size WxH] [--scale N] [--language CODE]... [--area AREA]...

FOLDER is artifacts/screenshots where nothing else is said. The pages stand in `tests/ui/gallery/`
with example facts; nothing is recorded and no screen is needed. FOLDER gets one picture each, and
index.html to look at them side by side. With `--size` windows fill a screen of so many pixels and
dialogs keep their size where they fit; `--scale 2` is a screen at 200 %.
"""

import argparse
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

LANGUAGES = ("en", "de")
SCHEMES = ("light", "dark")
PAGE = """<!doctype html><meta charset="utf-8"><title>Holdfast, every page</title>
<style>body{{font:14px sans-serif;margin:24px}}h2{{margin-top:40px}}
div{{display:grid;grid-template-columns:1fr 1fr;gap:16px}}img{{width:100%;border:1px solid #888}}
</style><h1>Every page</h1>{pages}"""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to photograph, and on what screen."""

    folder: Path
    screen: tuple[int, int] | None
    """Width and height in pixels; None: each page as large as it likes."""
    scale: float
    languages: tuple[str, ...]
    areas: tuple[str, ...]


def photograph(wish: Wish) -> Iterator[tuple[str, str]]:
    """Every page in every language and scheme: its name and its picture's file name."""
    from PySide6.QtWidgets import QApplication

    from desktop.ui import theme
    from tests.support.gallery import AREAS, pages_of, speaking
    from tests.support.words_seen import settle

    app = QApplication([])
    theme.load_fonts()
    for language in wish.languages:
        for scheme in SCHEMES:
            tokens = theme.apply(app, "dark" if scheme == "dark" else "light")
            with speaking(app, language):
                for area in wish.areas or AREAS:
                    for name, page in pages_of(area, tokens):
                        put_on_screen(page, wish)
                        page.show()
                        settle()
                        picture = f"{name}-{language}-{scheme}.png"
                        page.grab().save(str(wish.folder / picture))
                        yield name, picture


def put_on_screen(page: "QWidget", wish: Wish) -> None:
    """A window becomes as large as the screen; a dialog only shrinks to it."""
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QDialog

    if wish.screen is None:
        return
    width, height = wish.screen
    whole = QSize(round(width / wish.scale), round(height / wish.scale))
    page.resize(page.size().boundedTo(whole) if isinstance(page, QDialog) else whole)


def read_wish(words: Sequence[str] | None = None) -> Wish:
    """What the command line asks for. Ends the program where it makes no sense."""
    from tests.support.gallery import AREAS

    parser = argparse.ArgumentParser(description="Photograph every page of the desktop.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "artifacts" / "screenshots")
    parser.add_argument("--size", type=screen_size, metavar="WxH")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--language", action="append", metavar="CODE")
    parser.add_argument("--area", action="append", choices=AREAS)
    said = parser.parse_args(words)
    return Wish(
        said.folder,
        said.size,
        said.scale,
        tuple(said.language or LANGUAGES),
        tuple(said.area or ()),
    )


def screen_size(words: str) -> tuple[int, int]:
    """`1024x768` in pixels. Raises ArgumentTypeError."""
    found = re.fullmatch(r"([1-9][0-9]*)x([1-9][0-9]*)", words)
    if found is None:
        raise argparse.ArgumentTypeError(f"{words!r} is no size; write 1024x768")
    return int(found[1]), int(found[2])


def main() -> None:
    """Take all pictures."""
    wish = read_wish()
    # Before anything of Qt is there: it reads this once.
    os.environ["QT_SCALE_FACTOR"] = str(wish.scale)
    folder = wish.folder
    folder.mkdir(parents=True, exist_ok=True)
    pictures: dict[str, list[str]] = {}
    for name, picture in photograph(wish):
        pictures.setdefault(name, []).append(picture)
    sections = "".join(
        f"<h2>{escape(name)}</h2><div>{''.join(f'<img src={each!r}>' for each in taken)}</div>"
        for name, taken in pictures.items()
    )
    (folder / "index.html").write_text(PAGE.format(pages=sections), "utf-8")
    sys.stdout.write(f"{sum(map(len, pictures.values()))} pictures in {folder / 'index.html'}\n")


if __name__ == "__main__":
    main()

"""Photographs every page of the desktop, light and dark, in English and German, for people to see.

    scripts/gallery.py [FOLDER]     default: artifacts/screenshots

The pages stand in `tests/ui/gallery/` with example facts; nothing is recorded and no screen is
needed. FOLDER gets one picture each, and index.html to look at them side by side.
"""

import os
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

LANGUAGES = ("en", "de")
SCHEMES = ("light", "dark")
PAGE = """<!doctype html><meta charset="utf-8"><title>Holdfast, every page</title>
<style>body{{font:14px sans-serif;margin:24px}}h2{{margin-top:40px}}
div{{display:grid;grid-template-columns:1fr 1fr;gap:16px}}img{{width:100%;border:1px solid #888}}
</style><h1>Every page</h1>{pages}"""


def photograph(folder: Path) -> Iterator[tuple[str, str]]:
    """Every page in every language and scheme: its name and its picture's file name."""
    from PySide6.QtWidgets import QApplication

    from desktop.ui import theme
    from tests.support.gallery import AREAS, pages_of, speaking
    from tests.support.words_seen import settle

    app = QApplication([])
    theme.load_fonts()
    for language in LANGUAGES:
        for scheme in SCHEMES:
            tokens = theme.apply(app, "dark" if scheme == "dark" else "light")
            with speaking(app, language):
                for area in AREAS:
                    for name, page in pages_of(area, tokens):
                        page.show()
                        settle()
                        picture = f"{name}-{language}-{scheme}.png"
                        page.grab().save(str(folder / picture))
                        yield name, picture


def main() -> None:
    """Take all pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "artifacts" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    pictures: dict[str, list[str]] = {}
    for name, picture in photograph(folder):
        pictures.setdefault(name, []).append(picture)
    sections = "".join(
        f"<h2>{escape(name)}</h2><div>{''.join(f'<img src={each!r}>' for each in taken)}</div>"
        for name, taken in pictures.items()
    )
    (folder / "index.html").write_text(PAGE.format(pages=sections), "utf-8")
    sys.stdout.write(f"{sum(map(len, pictures.values()))} pictures in {folder / 'index.html'}\n")


if __name__ == "__main__":
    main()

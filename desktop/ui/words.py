"""The one way from an English sentence of a `texts` module to the language that is shown.

It asks Qt's translators. It must not know which languages there are, nor fill anything in: what
stands in braces is filled in by whoever shows the sentence.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication

CONTEXT: Final = "Holdfast"


def tr(source: str, count: int = -1) -> str:
    """This sentence in the language of the app; `%n` becomes `count`, in its plural.

    A sentence with `%n` has two English forms, for one and for more: `%n file|%n files`.
    """
    said = QCoreApplication.translate(CONTEXT, source, None, count)
    if count < 0 or "|" not in said:
        return said
    # English has no catalogue: its own two forms came back.
    one, more = said.split("|")
    return one if count == 1 else more

"""A language that nobody speaks: every sentence longer, accented, and written from right to left.

Whoever looks at a page in it sees at once what was not translated, and what does not fit.
"""

import re
from typing import Final

from PySide6.QtCore import QTranslator

OPENING: Final = "⟦"
CLOSING: Final = "⟧"
LONGER: Final = 0.4
"""How much longer than English a sentence may become: German's worst."""

_KEPT: Final = re.compile(r"(\{\w*\}|%L?n|&&|&(?=\w))")
_ACCENTED: Final = str.maketrans("aceinouyACEINOUY", "àçéîñöûýÀÇÉÎÑÖÛÝ")
_OVERRIDE: Final = "\N{RIGHT-TO-LEFT OVERRIDE}"
_END: Final = "\N{POP DIRECTIONAL FORMATTING}"


class PseudoTranslator(QTranslator):
    """Translates everything that it is asked for."""

    def translate(
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Qt's own name and order of arguments."""
        forms = sourceText.split("|") if n >= 0 else [sourceText]
        return pseudo(forms[0] if n == 1 else forms[-1])

    def isEmpty(self) -> bool:
        """Qt asks before it installs a translator."""
        return False


def pseudo(source: str) -> str:
    """This sentence in the language; what is filled in, and the mnemonic, stay as they are."""
    parts = [
        part if _KEPT.fullmatch(part) else part.translate(_ACCENTED) for part in _KEPT.split(source)
    ]
    more = "·" * round(len(source) * LONGER)
    return f"{_OVERRIDE}{OPENING}{''.join(parts)}{more}{CLOSING}{_END}"

"""Text that people typed or programs gave, made such that every file, database and reader keeps it.

NUL, other control characters and half characters are in nobody's name; they come from pasting and
from names that are not UTF-8. What is left out here would otherwise be refused further on.
"""

import unicodedata
from typing import Final

_UNKEEPABLE: Final = frozenset({"Cc", "Cs"})


def one_line(text: str) -> str:
    """Without control characters, line ends included, and half characters."""
    return "".join(each for each in text if unicodedata.category(each) not in _UNKEEPABLE)


def lines(text: str) -> str:
    """The same, but for line ends and tabulators, which stay."""
    return "".join(each for each in text if each in "\n\t" or one_line(each))

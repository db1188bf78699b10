"""Takes out of texts what nobody else may read: secrets, and who took part.

Secrets are known by their value (token, keys, PIN hash) and by their shape (a password in an
address, a code in an invitation). It reads nothing itself.
"""

import hashlib
import re
from collections.abc import Iterable
from typing import Final

GONE: Final = "(removed)"
_LEAST: Final = 6
"""A secret shorter than this would take common words with it."""
_SHAPES: Final = (
    (re.compile(r"(\w+://)[^\s/@\"']+@"), r"\1" + GONE + "@"),
    (re.compile(r"(?i)(code=|\"code\":\s*\")[^&\s\"']+"), r"\1" + GONE),
    (re.compile(r"(?i)(bearer\s+)[\w.~+/=-]+"), r"\1" + GONE),
    (
        re.compile(r"(?i)((?:token|password|secret|pin|api_key)\"?\s*[=:]\s*\"?)[^\s\",&]+"),
        r"\1" + GONE,
    ),
    (re.compile(r"scrypt:[\w+/=]+:[\w+/=]+"), GONE),
    (re.compile(r"/web/enter/[\w.~-]+"), f"/web/enter/{GONE}"),
)


class Redaction:
    """What has to go from every text of one bundle."""

    def __init__(self, secrets: Iterable[str], participants: Iterable[str] = ()) -> None:
        """`participants` become short hashes, the same in every text."""
        self._secrets = sorted({each for each in secrets if len(each) >= _LEAST}, key=len)[::-1]
        names = sorted({each for each in participants if each}, key=len)[::-1]
        self._participants = [
            (re.compile(rf"(?<![\w-]){re.escape(each)}(?![\w-])"), hashed(each)) for each in names
        ]

    def clean(self, text: str) -> str:
        """The text without them."""
        for secret in self._secrets:
            text = text.replace(secret, GONE)
        for shape, instead in _SHAPES:
            text = shape.sub(instead, text)
        for participant, instead in self._participants:
            text = participant.sub(instead, text)
        return text


def hashed(participant: str) -> str:
    """A participant's stand-in: the same for the same one, and not to be read back at a glance."""
    return f"participant-{hashlib.sha256(participant.encode()).hexdigest()[:8]}"

"""Takes out of texts what nobody else may read: secrets, who took part, and whose account it was.

Secrets are known by their value (token, keys, PIN hash) and by their shape (a password in an
address, a code in an invitation). It reads nothing itself.
"""

import hashlib
import hmac
import json
import re
import secrets as randomness
from collections.abc import Iterable
from pathlib import PurePath
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

    def __init__(
        self, secrets: Iterable[str], participants: Iterable[str] = (), user: PurePath | None = None
    ) -> None:
        """`participants` become short codes, the same in every text; `user` is whose folder."""
        self._secrets = sorted({each for each in secrets if len(each) >= _LEAST}, key=len)[::-1]
        names = sorted({each for each in participants if each}, key=len)[::-1]
        # Ids are short and follow a pattern: without a key of its own, kept nowhere, whoever has
        # the bundle would find each of them by trying all.
        key = randomness.token_bytes(16)
        self._participants = [
            (re.compile(rf"(?<![\w-]){re.escape(each)}(?![\w-])"), _code(each, key))
            for each in names
        ]
        self._folders = [] if user is None else _folder_as_written(user)

    def clean(self, text: str) -> str:
        """The text without them."""
        for secret in self._secrets:
            text = text.replace(secret, GONE)
        for shape, instead in _SHAPES:
            text = shape.sub(instead, text)
        for participant, instead in self._participants:
            text = participant.sub(instead, text)
        for folder in self._folders:
            text = folder.sub("~", text)
        return text


def _code(participant: str, key: bytes) -> str:
    """A participant's stand-in: the same for the same one."""
    return f"participant-{hmac.digest(key, participant.encode(), hashlib.sha256).hex()[:8]}"


def _folder_as_written(user: PurePath) -> list[re.Pattern[str]]:
    """The user's folder, which bears a person's name, plain and as JSON writes it."""
    if str(user) == user.anchor:
        return []
    plain = str(user)
    spellings = {plain, json.dumps(plain)[1:-1]}
    return [re.compile(rf"{re.escape(each)}(?![\w.-])") for each in spellings]

"""Makes secrets and the hashes that are kept of them. A secret is shown once and never stored."""

import hashlib
import secrets
from typing import Final

DEVICE_TOKEN: Final = "hfd_"
USER_TOKEN: Final = "hfu_"
_CODE_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""No I, O, 0 and 1: a code is read aloud and typed."""
_CODE_GROUPS: Final = 3
_CODE_GROUP_LETTERS: Final = 4


def new_token(prefix: str) -> str:
    """A token of 256 random bits; the prefix tells a leaked one from other secrets."""
    return prefix + secrets.token_urlsafe(32)


def new_code() -> str:
    """An enrolment code of 60 random bits, like `ABCD-EFGH-JKLM`."""
    groups = (
        "".join(secrets.choice(_CODE_LETTERS) for _ in range(_CODE_GROUP_LETTERS))
        for _ in range(_CODE_GROUPS)
    )
    return "-".join(groups)


def token_hash(token: str) -> str:
    """What is kept of a token. Its 256 random bits need no salt and no slow hash."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def code_hash(code: str) -> str:
    """What is kept of a code, however it was typed: case, spaces and dashes do not count."""
    return token_hash("".join(letter for letter in code.upper() if letter in _CODE_LETTERS))


def same(given: str, expected: str) -> bool:
    """Whether two secrets are the same, in a time that says nothing about where they differ."""
    return secrets.compare_digest(
        given.encode("utf-8", "surrogatepass"), expected.encode("utf-8", "surrogatepass")
    )

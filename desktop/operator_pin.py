"""The kiosk operator's PIN: kept as a salted scrypt hash, compared without a hint of time.

A PIN is short, so its hash is made slow to guess (RFC 7914). It keeps nothing itself.
"""

import base64
import hashlib
import hmac
import secrets
from typing import Final

LEAST_DIGITS: Final = 4
MOST_DIGITS: Final = 12
_SALT_BYTES: Final = 16
_N, _R, _P = 1 << 14, 8, 1
"""About 50 ms and 16 MB a guess on a computer of today."""


class UnfitPin(ValueError):
    """Not a PIN that can be typed on the kiosk's keypad. The message says what is allowed."""


def hash_of(pin: str) -> str:
    """What the settings keep of a PIN: `scrypt:SALT:HASH`. Raises UnfitPin."""
    if not (pin.isascii() and pin.isdigit() and LEAST_DIGITS <= len(pin) <= MOST_DIGITS):
        raise UnfitPin(f"A PIN has {LEAST_DIGITS} to {MOST_DIGITS} digits and nothing else.")
    salt = secrets.token_bytes(_SALT_BYTES)
    return f"scrypt:{_text(salt)}:{_text(_stretched(pin, salt))}"


def fits(pin: str, kept: str) -> bool:
    """Whether this is the PIN of which `kept` is the hash; never for a hash that is damaged."""
    try:
        kind, salt, expected = kept.split(":")
        salt_bytes, expected_bytes = base64.b64decode(salt), base64.b64decode(expected)
    except ValueError:
        return False
    return kind == "scrypt" and hmac.compare_digest(_stretched(pin, salt_bytes), expected_bytes)


def _stretched(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=_N, r=_R, p=_P, dklen=32)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")

"""Whether somebody signed something: Ed25519 (RFC 8032) over bytes, keys and signatures in base64.

Anything that is no key or no signature signs nothing.
"""

from collections.abc import Iterable
from typing import Final

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from holdfast.jsonform import FormatError
from holdfast.protocol import decode_key

_KEY_BYTES: Final = 32
_SIGNATURE_BYTES: Final = 64


def is_signed(data: bytes, signature: str, public_key: str) -> bool:
    """Whether the owner of this key signed these bytes."""
    try:
        key = VerifyKey(decode_key(public_key, _KEY_BYTES))
        key.verify(data, decode_key(signature, _SIGNATURE_BYTES))
    except (FormatError, BadSignatureError):
        return False
    return True


def is_signed_by_any(data: bytes, signature: str, public_keys: Iterable[str]) -> bool:
    """Whether the owner of one of these keys signed these bytes."""
    return any(is_signed(data, signature, each) for each in public_keys)

"""Follows a receiver that gave itself a new key: its former one, which we pinned, vouches for it.

Nothing is taken on trust here: without genuine statements that lead from our key to the one that
is told, a person has to compare keys, as for any other stranger.
"""

from collections.abc import Mapping
from typing import Any, Final

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from holdfast.jsonform import FormatError
from holdfast.protocol import decode_key
from holdfast.succession import handovers, leads_to

NEW_KEY: Final = (
    "The receiver has a new key, and its former one vouches for it. Nothing needs to be done; "
    "sending goes on with the new one."
)
_KEY_BYTES: Final = 32
_SIGNATURE_BYTES: Final = 64


def successor(receiver: str, pinned: str, told: Mapping[str, Any] | None) -> str | None:
    """The key that took the pinned one's place, base64; None where nothing proves that one did.

    `told` is what a receiver says of itself: its id, its present key and how it came to it.
    """
    present = (told or {}).get("receiver_key")
    if not isinstance(present, str) or (told or {}).get("receiver") != receiver:
        return None
    try:
        steps = handovers((told or {}).get("succession"))
        decode_key(present, _KEY_BYTES)
    except FormatError:
        return None
    return present if leads_to(steps, receiver, pinned, present, is_signed) else None


def is_signed(data: bytes, signature: str, public_key: str) -> bool:
    """Whether the owner of this key, base64, signed these bytes (Ed25519)."""
    try:
        key = VerifyKey(decode_key(public_key, _KEY_BYTES))
        key.verify(data, decode_key(signature, _SIGNATURE_BYTES))
    except (FormatError, BadSignatureError):
        return False
    return True

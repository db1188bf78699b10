"""Opens what devices encrypted for this receiver. The device's half is in the uploader."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt
from nacl.exceptions import CryptoError
from nacl.public import SealedBox
from nacl.signing import SigningKey

from holdfast.jsonform import FormatError
from holdfast.protocol import decode_key
from holdfast.suitcase import CONTENT_KEY_BYTES, NONCE_BYTES

_SEALED_KEY_BYTES = CONTENT_KEY_BYTES + 48
"""libsodium's sealed boxes are 48 bytes longer than what they hold."""


@dataclass(frozen=True, slots=True)
class ContentKey:
    """The key to one suitcase."""

    raw: bytes = field(repr=False)

    @classmethod
    def unsealed(cls, sealed: str, keys: Sequence[SigningKey]) -> Self:
        """The key that was sealed for one of these. Raises FormatError for another receiver's."""
        raw = decode_key(sealed, _SEALED_KEY_BYTES)
        for key in keys:
            try:
                return cls(SealedBox(key.to_curve25519_private_key()).decrypt(raw))
            except CryptoError:
                continue
        raise FormatError("it is encrypted for another receiver's key")

    def decrypt(self, data: bytes, context: bytes) -> bytes:
        """What was encrypted in this context. Raises FormatError for anything else."""
        nonce, rest = data[:NONCE_BYTES], data[NONCE_BYTES:]
        try:
            return crypto_aead_xchacha20poly1305_ietf_decrypt(rest, context, nonce, self.raw)
        except (CryptoError, ValueError) as error:
            raise FormatError(
                "it cannot be decrypted: it was changed or belongs elsewhere"
            ) from error

"""Encrypts what travels in a suitcase, so that only the receiver it is for can read it.

The key to a suitcase is derived from the device's own, so that an interrupted copy goes on with
the same one and nothing secret is stored; it travels sealed for the receiver's pinned key. The
receiver's half is `server/domain/suitcase_cipher.py`.
"""

import uuid
from dataclasses import dataclass, field
from typing import Final, Self

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.encoding import RawEncoder
from nacl.exceptions import CryptoError
from nacl.hash import blake2b
from nacl.public import SealedBox
from nacl.signing import SigningKey, VerifyKey
from nacl.utils import random

from holdfast.jsonform import FormatError
from holdfast.protocol import decode_key, encode_key
from holdfast.suitcase import CONTENT_KEY_BYTES, NONCE_BYTES

_PURPOSE: Final = b"holdfastsuitcase"
_RECEIVER_KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class SuitcaseKey:
    """The key to one suitcase."""

    raw: bytes = field(repr=False)

    @classmethod
    def of(cls, key: SigningKey, suitcase: str) -> Self:
        """The key that the device with this key always has for the suitcase with this id.

        BLAKE2b, keyed with the device's key, with the suitcase's id as salt (RFC 7693, libsodium's
        `generichash_blake2b_salt_personal`).
        """
        return cls(
            blake2b(
                b"",
                digest_size=CONTENT_KEY_BYTES,
                key=key.encode(),
                salt=uuid.UUID(suitcase).bytes,
                person=_PURPOSE,
                encoder=RawEncoder,
            )
        )

    def sealed_for(self, receiver_key: str) -> str:
        """This key as only the receiver with that Ed25519 key, base64, can read it; base64."""
        public = VerifyKey(decode_key(receiver_key, _RECEIVER_KEY_BYTES))
        return encode_key(SealedBox(public.to_curve25519_public_key()).encrypt(self.raw))

    def encrypt(self, data: bytes, context: bytes) -> bytes:
        """Nonce, data and tag; it can be read in this context only (XChaCha20-Poly1305)."""
        nonce = random(NONCE_BYTES)
        return nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(data, context, nonce, self.raw)

    def decrypt(self, data: bytes, context: bytes) -> bytes:
        """What was encrypted in this context. Raises FormatError for anything else."""
        nonce, rest = data[:NONCE_BYTES], data[NONCE_BYTES:]
        try:
            return crypto_aead_xchacha20poly1305_ietf_decrypt(rest, context, nonce, self.raw)
        except (CryptoError, ValueError) as error:
            raise FormatError("it was not encrypted with this suitcase's key") from error

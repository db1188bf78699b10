"""`DATA/receiver.json`: the receiver's id and the key that signs its receipts."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from nacl.signing import SigningKey

from holdfast.clock import Clock, rfc3339
from holdfast.confirmation import Confirmation
from holdfast.ids import new_id
from holdfast.jsonform import FORMAT_VERSION, Reader, canonical, parse
from holdfast.protocol import Receipt, decode_key, encode_key
from server.blobs.base import Files

_KEY_BYTES = 32
_KEY_ID_LETTERS = 16


@dataclass(frozen=True, slots=True)
class ReceiverIdentity:
    """Who signs receipts here. The key is never sent anywhere."""

    receiver: str
    key: SigningKey

    @property
    def public_key(self) -> str:
        """The Ed25519 public key, base64, as devices pin it."""
        return encode_key(bytes(self.key.verify_key))

    @property
    def key_id(self) -> str:
        """Names the key: the first 16 hex digits of the SHA-256 of the raw public key."""
        return hashlib.sha256(bytes(self.key.verify_key)).hexdigest()[:_KEY_ID_LETTERS]

    def sign(self, receipt: Receipt) -> Receipt:
        """The receipt with this receiver's name, key id and signature."""
        named = replace(receipt, receiver=self.receiver, key_id=self.key_id, signature="")
        signature = self.key.sign(named.signed_bytes()).signature
        return replace(named, signature=encode_key(signature))

    def sign_confirmation(self, confirmation: Confirmation) -> Confirmation:
        """The confirmation with this receiver's name, key id and signature."""
        named = replace(confirmation, receiver=self.receiver, key_id=self.key_id, signature="")
        signature = self.key.sign(named.signed_bytes()).signature
        return replace(named, signature=encode_key(signature))


def load_or_create(files: Files, path: Path, clock: Clock) -> ReceiverIdentity:
    """The identity in this file, which is made, mode 0600, at the first start.

    Raises FormatError for a file that cannot be read: a new key would make all receipts worthless.
    """
    if not files.exists(path):
        _create(files, path, clock)
    reader = Reader(parse(files.read(path), path.name), path.name)
    return ReceiverIdentity(
        receiver=reader.id("receiver"),
        key=SigningKey(decode_key(reader.text("signing_key"), _KEY_BYTES)),
    )


def _create(files: Files, path: Path, clock: Clock) -> None:
    now = clock.now()
    content = {
        "format_version": FORMAT_VERSION,
        "receiver": new_id(now),
        "signing_key": encode_key(bytes(SigningKey.generate())),
        "created_at": rfc3339(now),
    }
    try:
        files.write_new(path, canonical(content))
    except FileExistsError:
        # Another process made it first; that one counts.
        return

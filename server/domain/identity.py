"""`DATA/receiver.json`: the receiver's id, the key that signs its receipts, and its former keys.

Former keys are kept: they open what was encrypted for them, and say who took their place.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from nacl.signing import SigningKey

from holdfast.clock import Clock, rfc3339
from holdfast.confirmation import Confirmation
from holdfast.ids import new_id
from holdfast.jsonform import FORMAT_VERSION, Json, Reader, canonical, parse
from holdfast.protocol import decode_key, encode_key
from holdfast.receipt import Receipt
from holdfast.succession import Handover, handovers
from server.blobs.base import Files
from server.blobs.local_files import LocalFiles

_HERE: Final = LocalFiles()
_KEY_BYTES = 32
_KEY_ID_LETTERS = 16


@dataclass(frozen=True, slots=True)
class ReceiverIdentity:
    """Who signs receipts here. The key is never sent anywhere."""

    receiver: str
    key: SigningKey = field(repr=False)
    former: tuple[SigningKey, ...] = field(default=(), repr=False)
    """Oldest first."""
    succession: tuple[Handover, ...] = ()

    @property
    def keys(self) -> tuple[SigningKey, ...]:
        """The present key and all former ones, newest first."""
        return (self.key, *reversed(self.former))

    def succession_json(self) -> list[Json]:
        """The statements by which a device that knows a former key trusts the present one."""
        return [each.to_json() for each in self.succession]

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

    def sign_json(self, value: Json) -> Json:
        """Any other statement with this receiver's name, key id and signature."""
        named = {**value, "receiver": self.receiver, "key_id": self.key_id}
        return {**named, "signature": encode_key(self.key.sign(canonical(named)).signature)}

    def sign_confirmation(self, confirmation: Confirmation) -> Confirmation:
        """The confirmation with this receiver's name, key id and signature."""
        named = replace(confirmation, receiver=self.receiver, key_id=self.key_id, signature="")
        signature = self.key.sign(named.signed_bytes()).signature
        return replace(named, signature=encode_key(signature))


def load_or_create(path: Path, clock: Clock, files: Files = _HERE) -> ReceiverIdentity:
    """The identity in this file, which is made, mode 0600, at the first start.

    Raises FormatError for a file that cannot be read: a new key would make all receipts worthless.
    """
    if not files.exists(path):
        _create(files, path, clock)
    value = parse(files.read(path), path.name)
    reader = Reader(value, path.name)
    former = reader.items("former_keys") if reader.has("former_keys") else []
    return ReceiverIdentity(
        receiver=reader.id("receiver"),
        key=SigningKey(decode_key(reader.text("signing_key"), _KEY_BYTES)),
        former=tuple(SigningKey(decode_key(str(each), _KEY_BYTES)) for each in former),
        succession=handovers(value.get("succession")),
    )


def rotate(path: Path, clock: Clock, files: Files = _HERE) -> ReceiverIdentity:
    """Give the receiver a new key, which the present one vouches for; durable on return.

    A process that serves signs with the former one until it is started again.
    """
    before = load_or_create(path, clock, files)
    new = SigningKey.generate()
    signed = Handover(
        holder=before.receiver,
        former_key=before.public_key,
        new_key=encode_key(bytes(new.verify_key)),
        at=rfc3339(clock.now()),
    ).signed(_signing(before.key), _signing(new))
    former = (*before.former, before.key)
    value = {
        **parse(files.read(path), path.name),
        "signing_key": encode_key(bytes(new)),
        "former_keys": _encoded(former),
        "succession": [*before.succession_json(), signed.to_json()],
    }
    files.write_replacing(path, canonical(value))
    return load_or_create(path, clock, files)


def _signing(key: SigningKey) -> Callable[[bytes], str]:
    return lambda data: encode_key(key.sign(data).signature)


def _encoded(keys: Sequence[SigningKey]) -> list[str]:
    return [encode_key(bytes(each)) for each in keys]


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

"""Who this device is, and where it may send: its id, its signing key, its enrolment.

The id and the key are made at the first start, before any enrolment, so that everything ever
recorded here is this device's own. Secrets are in the operating system's keyring, or in a file of
mode 0600 where there is none; a home that somebody named carries its secrets with it. Keys and
tokens are never logged and never part of an error.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final, Protocol, Self

from nacl.signing import SigningKey

from holdfast import durable
from holdfast.clock import Clock, rfc3339
from holdfast.ids import is_id, new_id
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical, parse
from holdfast.layout import Home
from holdfast.locks import wait_for_lock
from holdfast.protocol import decode_key, encode_key
from holdfast.succession import Handover
from uploader.acquaintance import Former, formers
from uploader.errors import SecretsUnreadable
from uploader.own_keys import FormerKey, decoded, former_keys, handed_over, promoted
from uploader.succession import is_signed

_KEY_BYTES: Final = 32


class Secrets(Protocol):
    """Where secrets are kept: names to texts."""

    def read(self) -> dict[str, str]:
        """All secrets; empty where there are none yet. Raises SecretsUnreadable."""
        ...

    def store_first(self, values: dict[str, str]) -> None:
        """Store the first secrets; where some are there already, change nothing."""
        ...

    def store(self, values: dict[str, str]) -> None:
        """Store all secrets anew."""
        ...


class SecretsFile:
    """Secrets in a file that only this user can read."""

    def __init__(self, home: Home) -> None:
        self._path = home.secrets

    def read(self) -> dict[str, str]:
        """All secrets; empty where there are none yet. Raises SecretsUnreadable."""
        try:
            value = parse(self._path.read_bytes(), str(self._path))
        except FileNotFoundError:
            return {}
        except (OSError, FormatError) as error:
            raise SecretsUnreadable(
                f"The device's key in {self._path} cannot be read. Recordings are safe; "
                "restore that file from a backup, or move it away to become a new device."
            ) from error
        return {name: str(secret) for name, secret in value.items() if name != "format_version"}

    def store_first(self, values: dict[str, str]) -> None:
        """Store the first secrets; where another process was faster, change nothing."""
        durable.make_folder(self._path.parent)
        try:
            durable.write_new(self._path, canonical({"format_version": FORMAT_VERSION, **values}))
        except FileExistsError:
            return

    def store(self, values: dict[str, str]) -> None:
        """Store all secrets anew."""
        durable.write_replacing(self._path, canonical({"format_version": FORMAT_VERSION, **values}))


def open_secrets(home: Home) -> Secrets:
    """The keyring where this user's own home has one that works, else a file in the home."""
    if home.is_named or home.secrets.exists():
        return SecretsFile(home)
    # It takes a fifth of what a command takes to look at the queue.
    from uploader.keyring_secrets import KeyringSecrets, keeps_something

    return KeyringSecrets(home) if keeps_something() else SecretsFile(home)


def change_secrets(
    home: Home, secrets: Secrets, change: Callable[[dict[str, str]], dict[str, str]]
) -> None:
    """Store the secrets as `change` makes them of the present ones; one process at a time does.

    Raises SecretsUnreadable, OSError.
    """
    with wait_for_lock(home.secrets_lock):
        secrets.store(change(secrets.read()))


@dataclass(frozen=True, slots=True)
class Identity:
    """This device: its id and the key it signs with."""

    device: str
    key: SigningKey = field(repr=False)
    former: tuple[FormerKey, ...] = field(default=(), repr=False)
    """The keys it signed with before, oldest first."""

    @classmethod
    def load_or_create(cls, secrets: Secrets, clock: Clock) -> Self:
        """The device's identity, made now if there is none. Raises SecretsUnreadable, OSError."""
        stored = secrets.read()
        if "device" not in stored:
            key = SigningKey.generate()
            secrets.store_first(
                {"device": new_id(clock.now()), "signing_key": encode_key(key.encode())}
            )
            stored = secrets.read()
        try:
            device, key = stored["device"], decoded(stored["signing_key"])
            former = former_keys(stored)
        except (KeyError, FormatError) as error:
            raise SecretsUnreadable(
                "The device's key is damaged. Recordings are safe; restore it from a backup."
            ) from error
        if not is_id(device):
            raise SecretsUnreadable("The device's id is damaged; restore it from a backup.")
        return cls(device, key, former)

    @property
    def public_key(self) -> str:
        """The key that checks this device's signatures, base64."""
        return encode_key(self.key.verify_key.encode())

    @property
    def keys(self) -> tuple[SigningKey, ...]:
        """The present key and all former ones, newest first."""
        return (self.key, *(each.key for each in reversed(self.former)))

    @property
    def succession(self) -> tuple[Handover, ...]:
        """How this device came to its present key, for whoever knows it by a former one."""
        return handed_over(self.device, self.former, self.key)

    def following(self, stored: dict[str, str]) -> "Identity":
        """This device once the next key among its secrets has taken the present one's place.

        Raises FormatError, KeyError where there is none.
        """
        after = promoted(stored, decoded(stored["next_signing_key"]))
        return Identity(self.device, decoded(after["signing_key"]), former_keys(after))

    def sign(self, data: bytes) -> str:
        """The Ed25519 signature over `data`, base64."""
        return encode_key(self.key.sign(data).signature)

    def signer_of(self, data: bytes, signature: str) -> SigningKey | None:
        """With which of its keys this device signed `data`; None where with none of them."""
        public = ((each, encode_key(each.verify_key.encode())) for each in self.keys)
        return next((key for key, name in public if is_signed(data, signature, name)), None)


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Where this device sends: the receiver's address, id and pinned key, and the token for it."""

    url: str
    receiver: str
    receiver_key: str
    enrolled_at: str
    token: str = field(repr=False)
    former: tuple[Former, ...] = ()
    """Receivers and keys that were trusted before, oldest first."""
    device: str = ""
    """Under which id this computer was enrolled; empty before it is kept."""

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys that this very receiver has had, the present one first."""
        own = [each.receiver_key for each in self.former if each.receiver == self.receiver]
        return (self.receiver_key, *reversed(own))

    def replaced_at(self, moment: str) -> tuple[Former, ...]:
        """The former receivers once another receiver or key takes this one's place."""
        present = Former(self.receiver, self.receiver_key, self.url, moment)
        return (*(each for each in self.former if each.receiver_key != self.receiver_key), present)

    def to_json(self) -> Json:
        """What stands in `enrolment.json`: everything but the token."""
        return {
            "format_version": FORMAT_VERSION,
            "url": self.url,
            "receiver": self.receiver,
            "receiver_key": self.receiver_key,
            "device": self.device,
            "enrolled_at": self.enrolled_at,
            **({"former": [each.to_json() for each in self.former]} if self.former else {}),
        }


def load_enrolment(home: Home, secrets: Secrets) -> Enrolment | None:
    """The enrolment, or None while there is none. Raises SecretsUnreadable, FormatError, OSError.

    Read anew each time: another process may have enrolled this device meanwhile.
    """
    try:
        data = home.enrolment.read_bytes()
    except FileNotFoundError:
        return None
    token = secrets.read().get("token")
    if token is None:
        return None
    value = parse(data, str(home.enrolment))
    reader = Reader(value, "the enrolment")
    return Enrolment(
        url=reader.text("url"),
        receiver=reader.text("receiver"),
        receiver_key=reader.text("receiver_key"),
        enrolled_at=reader.text("enrolled_at"),
        token=token,
        former=formers(value),
        device=str(value.get("device", "")),
    )


def known_keys(home: Home) -> tuple[str, ...]:
    """The receiver's key as enrolled and all that were trusted before; none without enrolment."""
    value = _readable_enrolment(home)
    key = value.get("receiver_key")
    try:
        former = [each.receiver_key for each in formers(value)]
    except FormatError:
        former = []
    return (key, *reversed(former)) if isinstance(key, str) else ()


def enrolled_receiver(home: Home) -> str | None:
    """The id of the receiver as enrolled; None without an enrolment that is readable."""
    receiver = _readable_enrolment(home).get("receiver")
    return receiver if isinstance(receiver, str) else None


def own_keys(home: Home) -> tuple[str, ...]:
    """All keys that the present receiver has had, the present one first; none without enrolment."""
    value = _readable_enrolment(home)
    key, receiver = value.get("receiver_key"), value.get("receiver")
    try:
        former = [each.receiver_key for each in formers(value) if each.receiver == receiver]
    except FormatError:
        former = []
    return (key, *reversed(former)) if isinstance(key, str) else ()


def _readable_enrolment(home: Home) -> Json:
    try:
        return parse(home.enrolment.read_bytes(), str(home.enrolment))
    except (FileNotFoundError, FormatError):
        return {}


def store_enrolment(
    home: Home, secrets: Secrets, device: str, answer: Json, url: str, clock: Clock
) -> Enrolment:
    """Keep what a receiver answered to an enrolment code. Raises FormatError if it is not one."""
    try:
        enrolment = Enrolment(
            url=url,
            receiver=str(answer["receiver"]),
            receiver_key=str(answer["receiver_key"]),
            enrolled_at=rfc3339(clock.now()),
            token=str(answer["token"]),
        )
    except KeyError as error:
        raise FormatError(f"the receiver's answer lacks {error}") from error
    decode_key(enrolment.receiver_key, _KEY_BYTES)
    return keep_enrolment(home, secrets, device, enrolment)


def keep_enrolment(home: Home, secrets: Secrets, device: str, enrolment: Enrolment) -> Enrolment:
    """Keep an enrolment in the place of the present one, which is remembered; returns it whole.

    Raises SecretsUnreadable, OSError.
    """
    enrolment = replace(enrolment, device=device)
    before = _before(home, secrets)
    if before is not None:
        same = (before.receiver, before.receiver_key) == (
            enrolment.receiver,
            enrolment.receiver_key,
        )
        former = before.former if same else before.replaced_at(enrolment.enrolled_at)
        enrolment = replace(enrolment, former=former)
    # The token first: an enrolment without its token counts as none.
    change_secrets(home, secrets, lambda stored: {**stored, "token": enrolment.token})
    durable.write_replacing(home.enrolment, canonical(enrolment.to_json()))
    return enrolment


def _before(home: Home, secrets: Secrets) -> Enrolment | None:
    try:
        return load_enrolment(home, secrets)
    except FormatError:
        # A damaged one tells nothing, and is replaced by one that is whole.
        return None

"""Orders of the receiver to a device, and what the device answers: values and their JSON.

An order comes in the answer to a heartbeat, and with a 410. The receiver signs it, so that nobody
else can have anything deleted. Nothing is signed or checked here: whoever has the keys does that.
"""

from dataclasses import dataclass
from enum import StrEnum

from holdfast.jsonform import FORMAT_VERSION, Json, Reader, canonical

ORDERS_MOST = 100
"""So many orders come with one heartbeat at most; the others with the next."""


class OrderKind(StrEnum):
    """What a device is to do."""

    WITHDRAW_SESSION = "withdraw-session"
    """Delete every copy of everything in the session, whatever it holds."""
    WITHDRAW_RECORDING = "withdraw-recording"
    """Delete every copy of the named recordings; the rest of the session stays."""
    NOTICE = "notice"
    """Nothing of the named recordings came for long: what came is deleted after `expires_at`."""


@dataclass(frozen=True, slots=True)
class Order:
    """One order, about one session of the device that gets it."""

    order: str
    kind: OrderKind
    session: str
    recordings: tuple[str, ...]
    reason: str
    at: str
    expires_at: str | None = None
    receiver: str = ""
    key_id: str = ""
    signature: str = ""

    @property
    def deletes(self) -> bool:
        """Whether copies are to be deleted."""
        return self.kind is not OrderKind.NOTICE

    def to_json(self) -> Json:
        return {
            "format_version": FORMAT_VERSION,
            "order": self.order,
            "kind": self.kind.value,
            "session": self.session,
            "recordings": list(self.recordings),
            "reason": self.reason,
            "at": self.at,
            "expires_at": self.expires_at,
            "receiver": self.receiver,
            "key_id": self.key_id,
            "signature": self.signature,
        }

    def signed_bytes(self) -> bytes:
        """What the receiver signs (Ed25519): the canonical JSON of everything but the signature."""
        return _unsigned(self.to_json())

    @classmethod
    def from_json(cls, value: Json) -> "Order":
        """Read an order. Raises FormatError, also for a kind that this version does not know."""
        reader = Reader(value, "the order")
        return cls(
            order=reader.id("order"),
            kind=OrderKind(reader.choice("kind", [each.value for each in OrderKind])),
            session=reader.id("session"),
            recordings=reader.ids("recordings"),
            reason=reader.text("reason"),
            at=reader.text("at"),
            expires_at=reader.optional_text("expires_at"),
            receiver=reader.text("receiver"),
            key_id=reader.text("key_id"),
            signature=reader.text("signature"),
        )


@dataclass(frozen=True, slots=True)
class Done:
    """A device's word that it did what was ordered, signed with its own key.

    `deleted` are the recordings of which a copy was here; `elsewhere` says in sentences where
    further copies may be that the device cannot reach, such as disks that were carried away.
    """

    order: str
    device: str
    deleted: tuple[str, ...]
    elsewhere: tuple[str, ...]
    at: str
    signature: str | None = None

    def to_json(self) -> Json:
        return {
            "format_version": FORMAT_VERSION,
            "order": self.order,
            "device": self.device,
            "deleted": list(self.deleted),
            "elsewhere": list(self.elsewhere),
            "at": self.at,
            "signature": self.signature,
        }

    def signed_bytes(self) -> bytes:
        """What the device signs (Ed25519): the canonical JSON of everything but the signature."""
        return _unsigned(self.to_json())

    @classmethod
    def from_json(cls, value: Json) -> "Done":
        """Read a device's word. Raises FormatError."""
        reader = Reader(value, "the confirmation of the order")
        return cls(
            order=reader.id("order"),
            device=reader.id("device"),
            deleted=reader.ids("deleted"),
            elsewhere=reader.texts("elsewhere"),
            at=reader.text("at"),
            signature=reader.optional_text("signature"),
        )


def _unsigned(value: Json) -> bytes:
    del value["signature"]
    return canonical(value)

"""Shapes of enrolment, heartbeat and the receiver's own description."""

from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict

from server.api.schemas.access import StudySummary
from server.api.schemas.values import AnyObject, Base64, Count, FormatVersion, Id, Instant, Sha256


class KeyHandover(TypedDict):
    """A device's statement that a new key takes the place of its former one, signed by both."""

    format_version: FormatVersion
    what: Literal["device key handover"]
    device: Id
    former_key: Base64
    new_key: Base64
    at: Instant
    former_signature: Base64
    new_signature: Base64


class EnrolRequest(TypedDict):
    """A code; a device of ours sends its id and its public key too."""

    code: str
    name: NotRequired[str | None]
    device: NotRequired[Id | None]
    public_key: NotRequired[Base64 | None]
    succession: NotRequired[list[KeyHandover] | None]


class ReceiverIdentity(TypedDict):
    """Who the receiver is."""

    receiver: str
    receiver_key: Base64


class Enrolled(ReceiverIdentity):
    """The device's token, which is shown this once."""

    device: Id
    token: str


class ReceiverDescription(ReceiverIdentity):
    """Who the receiver is, and what it speaks."""

    protocol: Count
    version: str
    succession: NotRequired[list[AnyObject]]


class Heartbeat(TypedDict, total=False):
    """What a device says of itself; any other keys too."""

    asks_stored: Any


class Stored(TypedDict):
    """How many of the device's recordings are here for good, and the fold of their manifests."""

    recordings: Count
    fold: Sha256


class HeartbeatAnswer(ReceiverIdentity):
    """Orders for the device."""

    orders: list[AnyObject]
    studies: list[StudySummary]
    succession: NotRequired[list[AnyObject]]
    device_key: NotRequired[Base64]
    wants_new_key: NotRequired[bool]
    stored: NotRequired[Stored]
    open: NotRequired[list[Id]]


class NewKey(TypedDict):
    """How the device came to the key that it signs with from now on."""

    succession: list[KeyHandover]


class KnownKey(TypedDict):
    """The key by which the device is known here."""

    device: Id
    device_key: Base64


class Health(TypedDict):
    """That the receiver lives."""

    status: str
    version: str
    stored_bytes: Count


class Ready(TypedDict):
    """That disk and database can be written, and whether a worker is there."""

    status: str
    worker: Literal["here", "missing"]

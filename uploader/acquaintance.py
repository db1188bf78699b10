"""Whether what answers is the receiver that this device was enrolled at, and what it was before.

A receiver is known by its id and by the key that signs its receipts. Another id or another key may
be a receiver that was set up anew, or somebody who stands in its place: a person has to say which.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Self

from holdfast.jsonform import FormatError, Json, Reader
from holdfast.protocol import decode_key

_KEY_BYTES: Final = 32
_KEY_ID_LETTERS: Final = 16


@dataclass(frozen=True, slots=True)
class Former:
    """A receiver, or a key of one, that this device trusted until another took its place."""

    receiver: str
    receiver_key: str
    url: str
    until: str

    def to_json(self) -> Json:
        return asdict(self)

    @classmethod
    def from_json(cls, value: Json) -> Self:
        reader = Reader(value, "a former receiver")
        return cls(
            receiver=reader.text("receiver"),
            receiver_key=reader.text("receiver_key"),
            url=reader.text("url"),
            until=reader.text("until"),
        )


def formers(enrolment: Json) -> tuple[Former, ...]:
    """The former receivers in `enrolment.json`. Raises FormatError."""
    listed = enrolment.get("former", [])
    if not isinstance(listed, list):
        raise FormatError("the enrolment: 'former' must be a list")
    return tuple(Former.from_json(each) for each in listed)


def key_id(receiver_key: str) -> str:
    """The short name of a key that people compare, as receipts have it. Raises FormatError."""
    raw = decode_key(receiver_key, _KEY_BYTES)
    return hashlib.sha256(raw).hexdigest()[:_KEY_ID_LETTERS]


def doubt(url: str, receiver: str, receiver_key: str, told: Mapping[str, Any] | None) -> str | None:
    """Why nothing may be sent to who says this of itself, in one sentence; None for our receiver.

    `receiver` and `receiver_key` are those that we were enrolled at. An older receiver that does
    not tell its key is taken at its word; its receipts show which key it has.
    """
    there, key = (told or {}).get("receiver"), (told or {}).get("receiver_key")
    if isinstance(there, str) and there != receiver:
        return (
            f"Another receiver answers at {url} than this computer was enrolled at. Recordings are "
            f"safe here and nothing is sent. If it is the right one, run holdfast enrol {url} CODE."
        )
    if isinstance(key, str) and key != receiver_key:
        return (
            f"The receiver at {url} has another key than when this computer was enrolled "
            f"({_named(key)}, not {_named(receiver_key)}). Recordings are safe here and nothing is "
            "sent. If holdfast admin identity shows the same key there, run holdfast receiver "
            f"accept {_named(key)}."
        )
    return None


def _named(receiver_key: str) -> str:
    try:
        return key_id(receiver_key)
    except FormatError:
        return "no key"

"""The receiver's receipt: what it signs once a recording is stored, and how it goes over the wire.

It holds no key; signatures are made and checked by whoever has the keys.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, canonical


@dataclass(frozen=True, slots=True)
class ReceiptSegment:
    """One stored segment in a receipt."""

    segment: int
    size_bytes: int
    sha256: str

    def to_json(self) -> Json:
        return {"segment": self.segment, "size_bytes": self.size_bytes, "sha256": self.sha256}


@dataclass(frozen=True, slots=True)
class Receipt:
    """The receiver's signed statement that a recording is stored. Immutable."""

    recording: str
    manifest_sha256: str
    segments: tuple[ReceiptSegment, ...]
    stored_at: str
    receiver: str
    key_id: str
    signature: str = ""

    def signed_bytes(self) -> bytes:
        """What the receiver signs (Ed25519): the canonical JSON of everything but the signature."""
        value = self.to_json()
        del value["signature"]
        return canonical(value)

    def to_json(self) -> Json:
        return {
            "format_version": FORMAT_VERSION,
            "recording": self.recording,
            "manifest_sha256": self.manifest_sha256,
            "segments": [each.to_json() for each in self.segments],
            "stored_at": self.stored_at,
            "receiver": self.receiver,
            "key_id": self.key_id,
            "signature": self.signature,
        }

    @classmethod
    def from_json(cls, value: Json) -> "Receipt":
        try:
            return cls(
                recording=_text(value["recording"]),
                manifest_sha256=_text(value["manifest_sha256"]),
                segments=tuple(_receipt_segment(each) for each in _sequence(value["segments"])),
                stored_at=_text(value["stored_at"]),
                receiver=_text(value["receiver"]),
                key_id=_text(value["key_id"]),
                signature=_text(value["signature"]),
            )
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise FormatError("this is not a receipt") from error


def _receipt_segment(value: Json) -> ReceiptSegment:
    return ReceiptSegment(int(value["segment"]), int(value["size_bytes"]), _text(value["sha256"]))


def _sequence(value: object) -> Sequence[Any]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not text")
    return value

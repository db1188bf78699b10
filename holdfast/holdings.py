"""What a receiver has of one device's recordings, in one short value: how many, and which.

Two lists of manifests are the same when their folds are, in whatever order and however long they
are. So a device can see at a glance whether its receiver still has all that it gave receipts for.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from holdfast.jsonform import FormatError, Json, Reader

_HEX_LETTERS = 64


@dataclass(frozen=True, slots=True)
class Holdings:
    """A number of recordings and the exclusive or of the SHA-256 of their manifests."""

    recordings: int = 0
    fold: int = 0

    @classmethod
    def of(cls, manifests: Iterable[str]) -> Self:
        """Of manifests with these SHA-256, in hex; each names its recording, so none is twice."""
        recordings, fold = 0, 0
        for each in manifests:
            recordings += 1
            fold ^= int(each, 16)
        return cls(recordings, fold)

    def beyond(self, other: "Holdings") -> str:
        """What is here and not there, or there and not here, as a text to be compared.

        Recordings that come or go on both sides leave it as it is.
        """
        return f"{self.recordings - other.recordings} {self.fold ^ other.fold:0{_HEX_LETTERS}x}"

    def to_json(self) -> Json:
        return {"recordings": self.recordings, "fold": f"{self.fold:0{_HEX_LETTERS}x}"}

    @classmethod
    def from_json(cls, value: Json) -> Self:
        """Raises FormatError for anything else than what `to_json` gives."""
        if not isinstance(value, dict):
            raise FormatError("what a receiver has is not told as an object")
        reader = Reader(value, "what a receiver has")
        return cls(reader.whole("recordings"), int(reader.sha256("fold"), 16))

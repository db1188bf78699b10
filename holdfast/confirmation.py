"""A confirmation: the receiver's signed word that it holds these bytes at this moment.

A receipt says what was stored once; before a copy is deleted, the receiver reads the bytes again
and signs what it found, with a number that nobody used before. Values and their JSON only.
"""

from dataclasses import dataclass
from typing import Final

from holdfast.disks import Place
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical
from holdfast.protocol import API

PIECE_MOST_BYTES: Final = 256 * 1024 * 1024
"""No more bytes are asked about at once, so that the answer comes within a request's patience."""
PIECES_MOST: Final = 500
NONCE_LETTERS: Final = 32


def confirm_path(recording: str) -> str:
    """Where the receiver is asked whether it still holds a recording."""
    return f"{API}/recordings/{recording}/confirm"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a segment, both ends included; no hash where it could not be read whole."""

    segment: int
    first: int
    last: int
    sha256: str | None = None

    @property
    def size_bytes(self) -> int:
        return self.last + 1 - self.first

    def asked(self) -> Json:
        """The question about this piece."""
        return {"segment": self.segment, "first": self.first, "last": self.last}

    def to_json(self) -> Json:
        return {**self.asked(), "sha256": self.sha256}

    @classmethod
    def from_json(cls, value: Json) -> "Piece":
        """Read a question or an answer. Raises FormatError."""
        reader = Reader(value, "a piece of a segment")
        first = reader.whole("first")
        return cls(
            reader.whole("segment"),
            first,
            reader.whole("last", first),
            reader.sha256("sha256") if reader.has("sha256") else None,
        )


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What the receiver read again, when, and for whose question.

    `manifest_sha256` is of the manifest that it holds, None where it has none that can be read;
    `place` is where it keeps all this. The times are the receiver's.
    """

    recording: str
    nonce: str
    manifest_sha256: str | None
    stored_at: str
    pieces: tuple[Piece, ...]
    place: Place
    checked_at: str
    receiver: str
    key_id: str
    signature: str = ""

    def to_json(self) -> Json:
        return {
            "format_version": FORMAT_VERSION,
            "recording": self.recording,
            "nonce": self.nonce,
            "manifest_sha256": self.manifest_sha256,
            "stored_at": self.stored_at,
            "pieces": [each.to_json() for each in self.pieces],
            "place": self.place.to_json(),
            "checked_at": self.checked_at,
            "receiver": self.receiver,
            "key_id": self.key_id,
            "signature": self.signature,
        }

    def signed_bytes(self) -> bytes:
        """What the receiver signs (Ed25519): the canonical JSON of everything but the signature."""
        value = self.to_json()
        del value["signature"]
        return canonical(value)

    @classmethod
    def from_json(cls, value: Json) -> "Confirmation":
        """Read the receiver's answer. Raises FormatError."""
        reader = Reader(value, "the confirmation")
        return cls(
            recording=reader.id("recording"),
            nonce=reader.text("nonce"),
            manifest_sha256=(
                reader.sha256("manifest_sha256") if reader.has("manifest_sha256") else None
            ),
            stored_at=reader.text("stored_at"),
            pieces=tuple(Piece.from_json(each) for each in reader.mappings("pieces")),
            place=Place.from_json(reader.mapping("place")),
            checked_at=reader.text("checked_at"),
            receiver=reader.text("receiver"),
            key_id=reader.text("key_id"),
            signature=reader.text("signature"),
        )


def asked_pieces(question: Json) -> tuple[str, tuple[Piece, ...]]:
    """Nonce and pieces of a question. Raises FormatError, also where it asks for too much."""
    reader = Reader(question, "the question")
    nonce = reader.text("nonce")
    pieces = tuple(Piece.from_json(each) for each in reader.mappings("pieces"))
    if len(nonce) != NONCE_LETTERS or not nonce.isalnum():
        raise FormatError(f"the question: 'nonce' must be {NONCE_LETTERS} letters and digits")
    if len(pieces) > PIECES_MOST:
        raise FormatError(f"the question: at most {PIECES_MOST} pieces at once")
    if sum(each.size_bytes for each in pieces) > PIECE_MOST_BYTES:
        # Every byte is read from the disk, whoever asks, and as often as it is named.
        raise FormatError(f"the question: at most {PIECE_MOST_BYTES} bytes at once")
    return nonce, pieces

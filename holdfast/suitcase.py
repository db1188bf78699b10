"""A suitcase's forms: its header, a recording's paper, the receiver's answer; sizes of pieces.

Both sides import this, so that what one packs the other can open. It holds no key and touches no
file but for reading one that nobody vouches for.
"""

import errno
import os
import stat
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Literal

from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical, parse
from holdfast.manifest import Sign
from holdfast.suitcase_layout import SuitcaseFolder

PIECE_BYTES: Final = 8 << 20
"""The most bytes of a segment in one file: file systems of USB sticks end at 4 GiB, and a copy that
was interrupted goes on after the last whole file."""
NONCE_BYTES: Final = 24
TAG_BYTES: Final = 16
ENCRYPTION_BYTES: Final = NONCE_BYTES + TAG_BYTES
"""An encrypted file (XChaCha20-Poly1305) is so much longer: nonce first, tag last."""
HEADER_MOST_BYTES: Final = 64 << 10
PAPER_MOST_BYTES: Final = 64 << 20
RECEIPT_MOST_BYTES: Final = 64 << 20
CONTENT_KEY_BYTES: Final = 32

State = Literal["stored", "missing", "refused"]
_SUITCASE: Final = "suitcase"
_PAPER: Final = "suitcase paper"
_ANSWER: Final = "suitcase answer"


@dataclass(frozen=True, slots=True)
class Header:
    """`suitcase.json`: who packed it, for whom, and the key to it that only the receiver can use.

    `sealed_key` is base64; None where nothing is encrypted.
    """

    suitcase: str
    device: str
    receiver: str
    created_at: str
    app_version: str
    sealed_key: str | None
    signature: str = ""

    @property
    def is_encrypted(self) -> bool:
        return self.sealed_key is not None

    def to_json(self) -> Json:
        return {
            "format_version": FORMAT_VERSION,
            "kind": _SUITCASE,
            "suitcase": self.suitcase,
            "device": self.device,
            "receiver": self.receiver,
            "created_at": self.created_at,
            "app_version": self.app_version,
            "sealed_key": self.sealed_key,
            "signature": self.signature,
        }

    def signed(self, sign: Sign) -> "Header":
        """This header with the device's signature."""
        return replace(self, signature=sign(signed_bytes(self.to_json())))

    @classmethod
    def from_json(cls, value: Json) -> "Header":
        reader = Reader(value, "the suitcase")
        reader.choice("kind", (_SUITCASE,))
        return cls(
            suitcase=reader.id("suitcase"),
            device=reader.id("device"),
            receiver=reader.id("receiver"),
            created_at=reader.text("created_at"),
            app_version=reader.text("app_version"),
            sealed_key=reader.optional_text("sealed_key"),
            signature=reader.text("signature"),
        )


@dataclass(frozen=True, slots=True)
class Paper:
    """What travels with a recording's segments: the very documents that the wire would carry."""

    suitcase: str
    recording: str
    session: Json
    announcement: Json
    manifest: Json
    annotations: Json | None
    signature: str = ""

    def to_json(self) -> Json:
        return {
            "format_version": FORMAT_VERSION,
            "kind": _PAPER,
            "suitcase": self.suitcase,
            "recording": self.recording,
            "session": self.session,
            "announcement": self.announcement,
            "manifest": self.manifest,
            "annotations": self.annotations,
            "signature": self.signature,
        }

    def signed(self, sign: Sign) -> "Paper":
        """This paper with the device's signature."""
        return replace(self, signature=sign(signed_bytes(self.to_json())))

    @classmethod
    def from_json(cls, value: Json) -> "Paper":
        reader = Reader(value, "the recording's paper")
        reader.choice("kind", (_PAPER,))
        return cls(
            suitcase=reader.id("suitcase"),
            recording=reader.id("recording"),
            session=reader.mapping("session"),
            announcement=reader.mapping("announcement"),
            manifest=reader.mapping("manifest"),
            annotations=reader.optional_mapping("annotations"),
            signature=reader.text("signature"),
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """`answer.json`: what the receiver made of a recording, signed by it.

    `missing` are segments that the suitcase did not bring, `damaged` those whose copy is not what
    was recorded; both are to be packed again.
    """

    suitcase: str
    recording: str
    receiver: str
    at: str
    state: State
    detail: str
    missing: tuple[int, ...] = ()
    damaged: tuple[int, ...] = ()
    playable: bool = False
    signature: str = field(default="", compare=False)

    def to_json(self) -> Json:
        return {
            "format_version": FORMAT_VERSION,
            "kind": _ANSWER,
            "suitcase": self.suitcase,
            "recording": self.recording,
            "receiver": self.receiver,
            "at": self.at,
            "state": self.state,
            "detail": self.detail,
            "missing": list(self.missing),
            "damaged": list(self.damaged),
            "playable": self.playable,
            "signature": self.signature,
        }

    def signed(self, sign: Sign) -> "Answer":
        """This answer with the receiver's signature."""
        return replace(self, signature=sign(signed_bytes(self.to_json())))

    @classmethod
    def from_json(cls, value: Json) -> "Answer":
        reader = Reader(value, "the receiver's answer")
        reader.choice("kind", (_ANSWER,))
        return cls(
            suitcase=reader.id("suitcase"),
            recording=reader.id("recording"),
            receiver=reader.id("receiver"),
            at=reader.text("at"),
            state=reader.choice("state", ("stored", "missing", "refused")),
            detail=reader.text("detail"),
            missing=reader.wholes("missing"),
            damaged=reader.wholes("damaged"),
            playable=reader.flag("playable"),
            signature=reader.text("signature"),
        )


def signed_bytes(value: Json) -> bytes:
    """What is signed of one of these documents: its canonical JSON without the signature."""
    return canonical({**value, "signature": None})


def pieces(size_bytes: int) -> list[tuple[int, int]]:
    """First and last byte of each piece of a segment, in order."""
    return [
        (first, min(first + PIECE_BYTES, size_bytes) - 1)
        for first in range(0, size_bytes, PIECE_BYTES)
    ]


def paper_context(suitcase: str, recording: str) -> bytes:
    """What an encrypted paper is bound to, so that none can stand for another."""
    return canonical([_PAPER, suitcase, recording])


def piece_context(suitcase: str, recording: str, segment: int, sha256: str, piece: int) -> bytes:
    """What an encrypted piece is bound to: its place, in the segment that has this hash."""
    return canonical([_SUITCASE, suitcase, recording, segment, sha256, piece])


def read_untrusted(path: Path, most_bytes: int) -> bytes:
    """A regular file that anybody may have put there, whole.

    Raises FileNotFoundError, OSError, and FormatError for a link, a device or one that is larger.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.ENXIO):
            raise FormatError(f"{path.name} is not a file") from error
        raise
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise FormatError(f"{path.name} is not a file")
        if found.st_size > most_bytes:
            raise FormatError(f"{path.name} is larger than it can be ({found.st_size} bytes)")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(most_bytes)
    finally:
        os.close(descriptor)


def read_header(path: Path) -> Header:
    """The header of a suitcase folder. Raises FormatError, OSError."""
    header = Header.from_json(parse(read_untrusted(path, HEADER_MOST_BYTES), path.name))
    if SuitcaseFolder(path.parent).id != header.suitcase:
        raise FormatError("the suitcase's folder has another name than its header says")
    return header

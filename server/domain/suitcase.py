"""A suitcase as the receiver reads it: whose it is, its papers, its segments. Trusts no byte of it.

It only reads. What is taken in, and what is answered, is `unpacking.py`.
"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from holdfast.jsonform import FormatError, parse
from holdfast.manifest import ManifestSegment
from holdfast.suitcase import (
    ENCRYPTION_BYTES,
    PAPER_MOST_BYTES,
    PIECE_BYTES,
    Header,
    Paper,
    paper_context,
    piece_context,
    pieces,
    read_header,
    read_untrusted,
    signed_bytes,
)
from holdfast.suitcase_layout import PackedRecording, SuitcaseFolder
from server.domain.devices import Devices
from server.domain.identity import ReceiverIdentity
from server.domain.signatures import is_signed_by_any
from server.domain.suitcase_cipher import ContentKey


class SuitcaseRefused(Exception):
    """Nothing of this suitcase is taken; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Suitcase:
    """A suitcase for this receiver, from a device that is enrolled here."""

    folder: SuitcaseFolder
    header: Header
    device_keys: tuple[str, ...]
    content_key: ContentKey | None

    @classmethod
    def open(cls, folder: SuitcaseFolder, identity: ReceiverIdentity, devices: Devices) -> Self:
        """Check whose it is. Raises SuitcaseRefused, and OSError where the disk cannot be read."""
        try:
            header = read_header(folder.header)
        except FileNotFoundError as error:
            raise SuitcaseRefused(
                f"{folder.path} is not finished: it lacks suitcase.json. Nothing was taken; run "
                "holdfast queue export again on the computer that packed it."
            ) from error
        except FormatError as error:
            raise SuitcaseRefused(
                f"{folder.path} is no suitcase that this Holdfast can read ({error}). "
                "Nothing was taken."
            ) from error
        if header.receiver != identity.receiver:
            raise SuitcaseRefused(
                f"The suitcase {header.suitcase} was packed for another receiver "
                f"({header.receiver}). Nothing was taken; take it there."
            )
        keys = _device_keys(header, devices)
        if not is_signed_by_any(signed_bytes(header.to_json()), header.signature, keys):
            raise _forged(header)
        return cls(folder, header, keys, _content_key(header, identity))

    def paper(self, packed: PackedRecording) -> Paper:
        """A recording's paper, as the device signed it. Raises FormatError, OSError."""
        path = packed.paper(encrypted=self.content_key is not None)
        data = read_untrusted(path, PAPER_MOST_BYTES)
        if self.content_key is not None:
            context = paper_context(self.header.suitcase, packed.recording)
            data = self.content_key.decrypt(data, context)
        value = parse(data, path.name)
        paper = Paper.from_json(value)
        if not is_signed_by_any(signed_bytes(value), paper.signature, self.device_keys):
            raise FormatError("its paper is not signed by the computer that packed the suitcase")
        if (paper.suitcase, paper.recording) != (self.header.suitcase, packed.recording):
            raise FormatError("its paper belongs to another recording or suitcase")
        return paper

    def segment(self, packed: PackedRecording, listed: ManifestSegment) -> "PackedSegment | None":
        """A segment, where all of its pieces are there, whatever is in them."""
        found = PackedSegment(self, packed, listed)
        return found if found.is_there() else None


@dataclass(frozen=True, slots=True)
class PackedSegment:
    """One segment in a suitcase."""

    suitcase: Suitcase
    packed: PackedRecording
    listed: ManifestSegment

    def is_there(self) -> bool:
        """Whether the suitcase has a file for every piece."""
        count = len(pieces(self.listed.size_bytes))
        # A link that leads nowhere is there too: reading it says what is wrong.
        return all(os.path.lexists(self._path(number, count)) for number in range(count))

    def pieces(self) -> Iterator[tuple[int, bytes]]:
        """First byte and content of each piece. Raises FormatError, OSError."""
        spans = pieces(self.listed.size_bytes)
        for number, (first, last) in enumerate(spans):
            data = self._read(number, len(spans))
            if len(data) != last + 1 - first:
                raise FormatError("a piece of it has another length than was packed")
            yield first, data

    def is_unchanged(self) -> bool:
        """Whether it is, byte for byte, what was recorded; what cannot be read is not."""
        hasher = hashlib.sha256()
        try:
            for _, data in self.pieces():
                hasher.update(data)
        except (FormatError, OSError):
            return False
        return hasher.hexdigest() == self.listed.sha256

    def _read(self, number: int, count: int) -> bytes:
        key = self.suitcase.content_key
        data = read_untrusted(self._path(number, count), PIECE_BYTES + ENCRYPTION_BYTES)
        if key is None:
            return data
        return key.decrypt(
            data,
            piece_context(
                self.suitcase.header.suitcase,
                self.packed.recording,
                self.listed.segment,
                self.listed.sha256,
                number,
            ),
        )

    def _path(self, number: int, count: int) -> Path:
        return self.packed.piece(
            self.listed.segment,
            self.listed.container,
            number,
            count,
            encrypted=self.suitcase.content_key is not None,
        )


def _device_keys(header: Header, devices: Devices) -> tuple[str, ...]:
    device = devices.known(header.device)
    if device is None:
        raise SuitcaseRefused(
            f"The suitcase {header.suitcase} comes from a computer that is not enrolled here "
            f"({header.device}). Nothing was taken; enrol it (holdfast admin device add), then "
            "import again."
        )
    if device.revoked_at is not None:
        raise SuitcaseRefused(
            f"The suitcase {header.suitcase} comes from {device.name}, which was revoked here. "
            "Nothing was taken; enrol it anew (holdfast admin device add), then import again."
        )
    keys = devices.signing_keys(header.device)
    if not keys:
        raise SuitcaseRefused(
            f"The suitcase {header.suitcase} comes from {device.name}, which enrolled without a "
            "key, so nobody can say whether it is genuine. Nothing was taken."
        )
    return keys


def _content_key(header: Header, identity: ReceiverIdentity) -> ContentKey | None:
    if header.sealed_key is None:
        return None
    try:
        return ContentKey.unsealed(header.sealed_key, identity.keys)
    except FormatError as error:
        raise SuitcaseRefused(
            f"The suitcase {header.suitcase} cannot be opened: {error}. Nothing was taken; the "
            "recordings are on the computer that packed it."
        ) from error


def _forged(header: Header) -> SuitcaseRefused:
    return SuitcaseRefused(
        f"The suitcase {header.suitcase} says it comes from {header.device}, but is not signed by "
        "it. Nothing was taken; pack a new one with holdfast queue export."
    )

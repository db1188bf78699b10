"""The fresh check: asks the receiver to read a recording again, and believes only what it signed.

Every question has a number of its own that the signed answer repeats, so that no answer of before
and no answer of another can pass for one. It deletes nothing.
"""

import hashlib
import secrets
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nacl.exceptions import BadSignatureError

from holdfast.clock import Clock
from holdfast.confirmation import (
    NONCE_LETTERS,
    PIECE_MOST_BYTES,
    PIECES_MOST,
    Confirmation,
    Piece,
    confirm_path,
)
from holdfast.jsonform import FormatError, Json
from holdfast.manifest import Manifest, ManifestSegment
from uploader import receipts
from uploader.attempt import patiently
from uploader.errors import TransportError, UploaderError
from uploader.identity import Enrolment
from uploader.policy import Action, Answer, decide, decide_error
from uploader.transport import Transport

_BLOCK_BYTES: Final = 1 << 20
_NO_ROUTE: Final = frozenset({404, 405})
_TOO_OLD: Final = (
    "The receiver cannot confirm what it holds; it is too old for that. Nothing was deleted; "
    "ask your administrator to update it."
)


class NotConfirmed(UploaderError):
    """The receiver did not confirm that it holds a recording. Nothing was deleted."""


class NotAnswered(NotConfirmed):
    """No answer came that counts; the same will be so for the next recording."""


class Forgotten(NotConfirmed):
    """The receiver does not know a recording any more of which there is a receipt here."""


class NotWhole(NotConfirmed):
    """A file here is not what was recorded, so that it is no copy that may go."""


@dataclass(frozen=True, slots=True)
class Asker:
    """One receiver, and how to ask it."""

    transport: Transport
    enrolment: Enrolment
    clock: Clock
    stop: threading.Event

    def confirm(
        self, recording: str, manifest: Manifest, pieces: Sequence[Piece]
    ) -> list[Confirmation]:
        """The receiver's signed word that it holds these very bytes and this manifest, now.

        Raises NotConfirmed, Stopped.
        """
        batches = _batches(pieces) or [[]]
        return [self._confirmed(recording, manifest, batch) for batch in batches]

    def _confirmed(
        self, recording: str, manifest: Manifest, pieces: Sequence[Piece]
    ) -> Confirmation:
        nonce = secrets.token_hex(NONCE_LETTERS // 2)
        body = self._ask(recording, {"nonce": nonce, "pieces": [each.asked() for each in pieces]})
        try:
            found = Confirmation.from_json(body)
            receipts.check_signature(
                body, found.key_id, found.signature, self.enrolment.receiver_key
            )
        except (FormatError, BadSignatureError) as error:
            raise NotConfirmed(
                "The receiver's confirmation is not signed with the key that this computer knows. "
                "Nothing was deleted; ask your administrator."
            ) from error
        named = (found.recording, found.nonce, found.receiver)
        if named != (recording, nonce, self.enrolment.receiver):
            raise NotConfirmed(
                "The receiver's confirmation answers another question. Nothing was deleted; "
                "ask your administrator."
            )
        _compare(found, manifest, pieces)
        return found

    def _ask(self, recording: str, question: Json) -> Json:
        def ask() -> Answer:
            return self.transport.send_json("POST", confirm_path(recording), question)

        try:
            answer = patiently(ask, self.stop)
        except TransportError as error:
            decision = decide_error(error)
            raise NotAnswered(f"{decision.reason or error} Nothing was deleted.") from error
        decision = decide(answer, self.clock.now())
        if decision.action is Action.DONE and answer.body is not None:
            return answer.body
        if decision.action is Action.ANNOUNCE or decision.code == "not_ready":
            raise Forgotten(
                "The receiver does not hold this recording any more. Its copy here stays, and is "
                "sent again."
            )
        if decision.action is Action.WITHDRAWN:
            raise NotConfirmed("It was withdrawn at the receiver. Nothing was deleted here.")
        if answer.status in _NO_ROUTE:
            raise NotAnswered(_TOO_OLD)
        raise NotAnswered(f"{decision.reason} Nothing was deleted.".strip())


def _compare(found: Confirmation, manifest: Manifest, pieces: Sequence[Piece]) -> None:
    if found.manifest_sha256 != manifest.digest():
        raise NotConfirmed(
            "The receiver's manifest of this recording is gone or another one. Nothing was "
            "deleted here; ask your administrator to look at the receiver's disk."
        )
    if found.pieces != tuple(pieces):
        said = {(each.segment, each.first, each.last, each.sha256) for each in found.pieces}
        wrong = sorted(
            {
                each.segment
                for each in pieces
                if (each.segment, each.first, each.last, each.sha256) not in said
            }
        )
        raise NotConfirmed(
            f"The receiver's copy of segment {', '.join(map(str, wrong))} is gone or damaged. "
            "Nothing was deleted here; ask your administrator to look at the receiver's disk."
        )


def _batches(pieces: Sequence[Piece]) -> list[list[Piece]]:
    batches: list[list[Piece]] = []
    filled_bytes = 0
    for each in pieces:
        is_full = not batches or len(batches[-1]) == PIECES_MOST
        if is_full or filled_bytes + each.size_bytes > PIECE_MOST_BYTES:
            batches.append([])
            filled_bytes = 0
        batches[-1].append(each)
        filled_bytes += each.size_bytes
    return batches


def listed_pieces(segments: Sequence[ManifestSegment]) -> list[Piece]:
    """The pieces to ask about where there are no bytes here to compare with: whole segments."""
    return [
        Piece(each.segment, 0, each.size_bytes - 1, each.sha256)
        for each in segments
        if each.size_bytes
    ]


def read_pieces(path: Path, listed: ManifestSegment, check: Callable[[], None]) -> list[Piece]:
    """A file's pieces with their hashes, read in one go. `check` is called now and then.

    Raises NotWhole where the file is not, byte for byte, what the manifest lists; OSError.
    """
    whole = hashlib.sha256()
    pieces: list[Piece] = []
    with path.open("rb", buffering=0) as file:
        for first, last in _ranges(listed.size_bytes):
            digest = hashlib.sha256()
            for block in _blocks(file.read, last + 1 - first):
                check()
                digest.update(block)
                whole.update(block)
            pieces.append(Piece(listed.segment, first, last, digest.hexdigest()))
        too_long = bool(file.read(1))
    if too_long or whole.hexdigest() != listed.sha256:
        raise NotWhole(
            f"A recorded file was changed after it was recorded ({path.name}). "
            "It is kept, and nothing was deleted."
        )
    return pieces


def _ranges(size_bytes: int) -> Iterator[tuple[int, int]]:
    for first in range(0, size_bytes, PIECE_MOST_BYTES):
        yield first, min(first + PIECE_MOST_BYTES, size_bytes) - 1


def _blocks(read: Callable[[int], bytes | None], size_bytes: int) -> Iterator[bytes]:
    while size_bytes and (block := read(min(size_bytes, _BLOCK_BYTES))):
        size_bytes -= len(block)
        yield block


def as_evidence(confirmations: Sequence[Confirmation]) -> tuple[Json, ...]:
    """The confirmations as they are kept in freed.json."""
    return tuple(each.to_json() for each in confirmations)

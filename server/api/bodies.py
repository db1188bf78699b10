"""Request bodies: raw bytes that can be read twice, and JSON of a bounded size."""

import hashlib
import io
import tempfile
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import IO, Final, Self

from flask import request

from holdfast.jsonform import FormatError, Json, parse, read_json
from holdfast.protocol import HEADER_CONTENT_DIGEST, parse_digest_field
from server.blobs.base import Block
from server.domain.refusals import Refusal
from server.held import Held

_BLOCK_BYTES: Final = 1 << 20


class RawBody:
    """The body of this request. The server has it whole already, in memory or in a file of its own.

    So it is read in blocks, once for its digest and once to be stored, and never copied whole.
    """

    def __init__(self, length: int, within: "RawBody | None" = None, start: int = 0) -> None:
        self._length = length
        self._start = start
        if within is None:
            self._file = _rewindable(request.environ["wsgi.input"], length)
        else:
            self._file = within._file

    @property
    def size_bytes(self) -> int:
        """How many bytes there are, as the request says."""
        return self._length

    def part(self, start: int, length: int) -> "RawBody":
        """Some of these bytes as a body of their own, without a copy."""
        return RawBody(length, self, self._start + start)

    def apart(self) -> "RawBody":
        """The same bytes in a place of their own."""
        copied = self.part(0, self._length)
        copied._file, copied._start = io.BytesIO(self.content()), 0
        return copied

    def at_a_page(self) -> "RawBody":
        """The same bytes where a disk can take them from, which is not where this one has them.

        Less than 4 KiB of what lay before them are lost.
        """
        moved = self.part(0, self._length)
        if isinstance(self._file, Held):
            moved._start = self._file.to_a_page(self._start, self._length)
        return moved

    def content(self, start: int = 0, most_bytes: int | None = None) -> bytes:
        """A copy of the bytes from `start` on, at most so many."""
        left_bytes = self._length - start
        length = left_bytes if most_bytes is None else min(most_bytes, left_bytes)
        if isinstance(self._file, Held):
            first = self._start + start
            return bytes(self._file.memory[first : first + length])
        return b"".join(self.part(start, length).blocks())

    def sha256(self) -> str:
        """The digest, in hex. Raises Refusal `bad_request` for a body that ended early."""
        return self._sha256

    @cached_property
    def _sha256(self) -> str:
        hasher = hashlib.sha256()
        seen = 0
        for block in self.blocks():
            hasher.update(block)
            seen += len(block)
        if seen != self._length:
            raise Refusal(
                "bad_request", f"{seen} of {self._length} bytes arrived. Nothing was stored."
            )
        return hasher.hexdigest()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        # Now, and not after the answer: the next body may be on its way by then.
        if isinstance(self._file, Held):
            self._file.close()

    def find(self, wanted: bytes, start: int = 0) -> int:
        """Where these bytes begin, from `start` on; -1 where they do not."""
        if isinstance(self._file, Held):
            end = self._start + self._length
            at = self._file.find(wanted, self._start + start, end)
            return at if at < 0 else at - self._start
        window, position = b"", start
        for block in self.part(start, self._length - start).blocks():
            window += block
            at = window.find(wanted)
            if at >= 0:
                return position + at
            cut = max(0, len(window) - len(wanted) + 1)
            window, position = window[cut:], position + cut
        return -1

    def blocks(self) -> Iterator[Block]:
        """The bytes from the first one on, in blocks."""
        position, end = self._start, self._start + self._length
        if isinstance(self._file, Held):
            for first in range(position, end, _BLOCK_BYTES):
                yield self._file.memory[first : min(end, first + _BLOCK_BYTES)]
            return
        while position < end:
            # Another reader of the same file may have moved it since the last block.
            self._file.seek(position)
            block = self._file.read(min(_BLOCK_BYTES, end - position))
            if not block:
                return
            position += len(block)
            yield block


def _rewindable(stream: IO[bytes], length: int) -> IO[bytes] | Held:
    # waitress keeps bodies rewindable; a server that streams them does not.
    if hasattr(stream, "seek") and hasattr(stream, "seekable") and stream.seekable():
        return stream
    spool = tempfile.SpooledTemporaryFile(max_size=2 * _BLOCK_BYTES)  # noqa: SIM115 - returned
    left = length
    while left > 0 and (block := stream.read(min(_BLOCK_BYTES, left))):
        left -= len(block)
        spool.write(block)
    return spool


def required_length(most_bytes: int) -> int:
    """Content-Length. Raises Refusal `length_required`, `too_large`, `unsupported_media`."""
    encoding = request.headers.get("Content-Encoding", "identity")
    if encoding.lower() != "identity" or request.mimetype.startswith("multipart/"):
        raise Refusal("unsupported_media", "Send the raw bytes: no compression, no form.")
    length = request.content_length
    if length is None or request.environ.get("holdfast.chunked"):
        raise Refusal("length_required", "Send Content-Length, not Transfer-Encoding: chunked.")
    return within(most_bytes, length)


def within(most_bytes: int, length: int) -> int:
    """The length of a body that is taken at once. Raises Refusal `too_large`."""
    if length > most_bytes:
        raise Refusal(
            "too_large",
            f"The body has {length} bytes; at most {most_bytes} are taken at once. Nothing was "
            "stored; send less at a time.",
            limit=most_bytes,
        )
    return length


def json_object(most_bytes: int) -> Json:
    """The body as a JSON object.

    Raises Refusal `bad_request`, `digest_mismatch` and those of `required_length`.
    """
    return _checked(_read(most_bytes), _object)


def document(most_bytes: int, what: str) -> Json:
    """The body as one of the JSON files of Holdfast, which name their format version.

    Raises Refusal `bad_request`, `digest_mismatch` and those of `required_length`.
    """
    return _checked(_read(most_bytes), lambda body: parse(body, what))


def _read(most_bytes: int) -> bytes:
    body = RawBody(required_length(most_bytes))
    _require_digest(body)
    return body.content()


def _require_digest(body: RawBody) -> None:
    # A byte that changed on the way would be announced for good, or refused as if it were ours.
    given = request.headers.get(HEADER_CONTENT_DIGEST)
    if given is None:
        return
    try:
        wanted = parse_digest_field(given)
    except FormatError:
        # Another algorithm than ours, which nobody is asked to use.
        return
    if body.sha256() != wanted:
        raise Refusal(
            "digest_mismatch",
            "The bytes that arrived do not match their Content-Digest. Nothing was stored; "
            "send them again.",
        )


def _checked(body: bytes, read: Callable[[bytes], Json]) -> Json:
    try:
        return read(body)
    except (ValueError, RecursionError) as error:
        raise Refusal("bad_request", f"{error}. Nothing was stored.") from error


def _object(body: bytes) -> Json:
    value = read_json(body)
    if not isinstance(value, dict):
        raise FormatError("the body is not a JSON object")
    return value


def text_or_none(value: Json, key: str) -> str | None:
    """An optional text. Raises Refusal `bad_request` where it is something else."""
    found = value.get(key)
    if found is not None and not isinstance(found, str):
        raise Refusal("bad_request", f"{key!r} must be text. Nothing was stored.")
    return found

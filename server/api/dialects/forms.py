"""Multipart forms (RFC 7578) whose files are never copied: a part is a slice of the body.

The server has the whole body already, in memory or in a file. A parser that writes each part to a
file of its own would write every byte of a video twice before it is stored once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Self

from flask import request
from werkzeug.http import parse_options_header

from server.api.bodies import RawBody
from server.domain.names import without_nul
from server.domain.refusals import Refusal

_PARTS_MOST: Final = 64
_HEADER_MOST_BYTES: Final = 16 * 1024
_TEXT_MOST_BYTES: Final = 1 << 20
_KEPT_APART_MOST_BYTES: Final = 4096
_KNOWN_MOST: Final = 16


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a form; `filename` is None unless it came as a file."""

    name: str
    filename: str | None
    content_type: str | None
    body: RawBody

    @property
    def media_type(self) -> str:
        """Of what kind it is said to be."""
        return parse_options_header(self.content_type)[0] or "application/octet-stream"

    @property
    def text(self) -> str:
        """The field as text. Raises Refusal `bad_request` where it is none."""
        if self.body.size_bytes > _TEXT_MOST_BYTES:
            raise Refusal(
                "bad_request", f"The field {self.name!r} is too long. Nothing was stored."
            )
        try:
            text = self.body.content().decode("utf-8")
        except UnicodeDecodeError as error:
            raise Refusal(
                "bad_request", f"The field {self.name!r} is not UTF-8 text. Nothing was stored."
            ) from error
        return without_nul(text, f"The field {self.name!r}")


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of one request, in their order; entered as a context, they end with it."""

    parts: tuple[Part, ...]
    body: RawBody

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *what: object) -> None:
        # The next request's body can lie where this one did.
        self.body.__exit__(*what)

    def find(self, *names: str) -> Part | None:
        """The first field with one of these names."""
        return next((part for part in self.parts if part.name in names), None)

    def file(self, *names: str) -> Part:
        """The file. Raises Refusal `bad_request` where there is none."""
        part = self.find(*names)
        if part is None:
            raise Refusal("bad_request", f"The form has no file {names[0]!r}. Nothing was stored.")
        return part

    def optional_text(self, *names: str) -> str | None:
        """A field's text, or None where it was left out or left empty."""
        part = self.find(*names)
        return None if part is None else part.text.strip() or None

    def text(self, *names: str) -> str:
        """A field's text. Raises Refusal `bad_request` where it is missing."""
        found = self.optional_text(*names)
        if found is None:
            raise Refusal("bad_request", f"The form has no {names[0]!r}. Nothing was stored.")
        return found

    def whole(self, *names: str) -> int:
        """A field that is a whole number from 0. Raises Refusal `bad_request`."""
        return whole_number(self.text(*names), names[0])


def whole_number(text: str, name: str) -> int:
    """A number from 0 with at most 15 digits. Raises Refusal `bad_request`."""
    if not (text.isascii() and text.isdigit() and len(text) <= 15):
        raise Refusal(
            "bad_request",
            f"{name!r} must be a whole number, not {text[:40]!r}. Nothing was stored.",
        )
    return int(text)


def is_form() -> bool:
    """Whether this request's body is a multipart form."""
    return request.mimetype == "multipart/form-data"


def read_form(most_bytes: int) -> Form:
    """This request's form.

    Raises Refusal: `unsupported_media`, `length_required`, `too_large`, `bad_request`.
    """
    boundary = request.mimetype_params.get("boundary", "")
    if not is_form() or not boundary or len(boundary) > 200 or not boundary.isascii():
        raise Refusal("unsupported_media", "Send a form: multipart/form-data with a boundary.")
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise Refusal("unsupported_media", "Send the form without compression.")
    length = request.content_length
    if length is None:
        raise Refusal("length_required", "Send Content-Length with the form.")
    if length > most_bytes:
        raise Refusal(
            "too_large",
            f"File too large: the form has {length} bytes, and at most {most_bytes} are taken at "
            "once. Nothing was stored; send the file in chunks.",
            limit=most_bytes,
        )
    body = RawBody(length)
    return Form(_laid_out(list(_parts(body, boundary.encode("ascii")))), body)


def _laid_out(parts: list[Part]) -> tuple[Part, ...]:
    """The same fields, the one with a film where a disk can take it from without another copy."""
    film = max(parts, key=lambda each: each.body.size_bytes, default=None)
    others = [each for each in parts if each is not film]
    if film is None or any(each.body.size_bytes > _KEPT_APART_MOST_BYTES for each in others):
        return tuple(parts)
    # First: the film may come to lie over them.
    apart = {id(each): replace(each, body=each.body.apart()) for each in others}
    moved = replace(film, body=film.body.at_a_page())
    return tuple(apart.get(id(each), moved) for each in parts)


def _parts(body: RawBody, boundary: bytes) -> Iterator[Part]:
    delimiter = b"\r\n--" + boundary
    start = _first_line(body, delimiter)
    for _ in range(_PARTS_MOST + 1):
        after = body.content(start, 2)
        if after == b"--":
            return
        if after != b"\r\n":
            raise _malformed("a boundary is not at the end of its line")
        # A field without a byte ends with the line that its head ends with.
        end = body.find(delimiter, start)
        if end < 0:
            raise _malformed("it ended before its last boundary")
        yield _part(body, start + 2, end)
        start = end + len(delimiter)
    raise _malformed(f"it has more than {_PARTS_MOST} fields")


def _first_line(body: RawBody, delimiter: bytes) -> int:
    """Where the first boundary ends: the first one has no line end before it, if nothing has."""
    bare = delimiter[2:]
    if body.content(0, len(bare)) == bare:
        return len(bare)
    at = body.find(delimiter)
    if at < 0:
        raise _malformed("it ended before its last boundary")
    return at + len(delimiter)


def _part(body: RawBody, start: int, end: int) -> Part:
    head = body.content(start, min(_HEADER_MOST_BYTES, max(0, end - start)))
    lines, blank, _ = head.partition(b"\r\n\r\n")
    if not blank:
        raise _malformed("a field has no end of its headers")
    headers = _headers(lines)
    kind, options = _disposition(headers.get("content-disposition", ""))
    if kind != "form-data" or "name" not in options:
        raise _malformed("a field has no name")
    first = start + len(lines) + len(blank)
    return Part(
        options["name"],
        options.get("filename"),
        headers.get("content-type"),
        body.part(first, end - first),
    )


@lru_cache(maxsize=_KNOWN_MOST)
def _disposition(header: str) -> tuple[str, Mapping[str, str]]:
    # All forms of one sender name the same fields, in each of thousands of requests.
    return parse_options_header(header)


def _headers(lines: bytes) -> dict[str, str]:
    try:
        # What a file is called, and its type, are kept.
        text = without_nul(lines.decode("utf-8"), "The headers of a field")
    except UnicodeDecodeError as error:
        raise _malformed("a field's headers are not UTF-8") from error
    pairs = (line.partition(":") for line in text.split("\r\n"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _malformed(why: str) -> Refusal:
    return Refusal("bad_request", f"The form cannot be read: {why}. Nothing was stored.")

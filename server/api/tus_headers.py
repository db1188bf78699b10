"""What tus 1.0 says in headers: metadata, lengths, checksums, concatenation. Values only.

The protocol is https://tus.io/protocols/resumable-upload, version 1.0.0.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from holdfast.ids import is_id
from holdfast.protocol import uploads_path
from server.domain.names import without_nul
from server.domain.refusals import Refusal

VERSION: Final = "1.0.0"
PATH: Final = uploads_path()
CONTENT_TYPE: Final = "application/offset+octet-stream"
EXTENSIONS: Final = (
    "creation",
    "creation-with-upload",
    "creation-defer-length",
    "checksum",
    "termination",
    "expiration",
    "concatenation",
)
ALGORITHMS: Final[Mapping[str, Callable[[], "hashlib._Hash"]]] = {
    "sha1": lambda: hashlib.sha1(usedforsecurity=False),
    "sha256": hashlib.sha256,
}
_NUMBER: Final = re.compile(r"\d{1,18}\Z", re.ASCII)
_KEY: Final = re.compile(r"[\x21-\x2b\x2d-\x7e]{1,200}\Z")
_SHA256: Final = re.compile(r"[0-9a-fA-F]{64}\Z")
_SEGMENT_MOST: Final = 999_999


@dataclass(frozen=True, slots=True)
class Checksum:
    """What the bytes of one request must hash to."""

    algorithm: str
    digest: bytes


def upload_path(upload: str) -> str:
    """Where an upload is sent to; without the host, which a proxy may know better."""
    return f"{PATH}/{upload}"


def number(name: str, text: str | None) -> int | None:
    """A header that is a whole number from 0 up. Raises Refusal `bad_request`."""
    if text is None:
        return None
    if _NUMBER.match(text.strip()) is None:
        raise _bad(f"{name} must be a whole number from 0 up, not {text[:40]!r}")
    return int(text)


def metadata(text: str | None) -> dict[str, str]:
    """The pairs of `Upload-Metadata`; an empty header, as some clients send it, has none.

    Raises Refusal `bad_request`.
    """
    pairs: dict[str, str] = {}
    for pair in (text or "").split(","):
        key, _, value = pair.strip().partition(" ")
        if not key and not value:
            continue
        if _KEY.match(key) is None or key in pairs:
            raise _bad(f"Upload-Metadata: {key[:40]!r} is no key, or is there twice")
        try:
            pairs[key] = base64.b64decode(value.strip(), validate=True).decode()
        except (binascii.Error, ValueError) as error:
            raise _bad(f"Upload-Metadata: {key!r} must be UTF-8 text in base64") from error
        without_nul(pairs[key], f"Upload-Metadata: {key!r}")
    _require_form("recording", is_id, pairs)
    _require_form("session", is_id, pairs)
    _require_form("sha256", lambda value: _SHA256.match(value) is not None, pairs)
    return pairs


def _require_form(key: str, is_right: Callable[[str], bool], pairs: Mapping[str, str]) -> None:
    if key in pairs and not is_right(pairs[key]):
        raise _bad(f"Upload-Metadata: {key!r} has not the form that it must have")


def metadata_field(pairs: Mapping[str, str]) -> str:
    """The value of `Upload-Metadata` for these pairs."""
    return ",".join(
        f"{key} {base64.b64encode(value.encode()).decode()}".rstrip()
        for key, value in pairs.items()
    )


def segment(pairs: Mapping[str, str]) -> tuple[str, int] | None:
    """The recording and the segment that an upload names. Raises Refusal `bad_request`."""
    if "recording" not in pairs or "segment" not in pairs:
        if "recording" in pairs or "segment" in pairs:
            raise _bad("Upload-Metadata: 'recording' and 'segment' belong together")
        return None
    found = number("segment", pairs["segment"])
    if found is None or found > _SEGMENT_MOST:
        raise _bad(f"Upload-Metadata: 'segment' is at most {_SEGMENT_MOST}")
    return pairs["recording"], found


def checksum(text: str | None) -> Checksum | None:
    """`Upload-Checksum`. Raises Refusal `bad_request` for what is no checksum, or no known one."""
    if text is None:
        return None
    algorithm, _, value = text.strip().partition(" ")
    if algorithm not in ALGORITHMS:
        raise _bad(f"Upload-Checksum: {algorithm[:40]!r} is none of {', '.join(ALGORITHMS)}")
    try:
        digest = base64.b64decode(value.strip(), validate=True)
    except (binascii.Error, ValueError) as error:
        raise _bad("Upload-Checksum: the checksum must be base64") from error
    return Checksum(algorithm, digest)


def parts(text: str) -> list[str]:
    """The uploads that a final one is joined of: `final;URL URL`. Raises Refusal `bad_request`."""
    found = [url.rstrip("/").rpartition("/")[2] for url in text.partition(";")[2].split()]
    if not found or not all(map(is_id, found)):
        raise _bad("Upload-Concat: 'final;' must be followed by the addresses of its parts")
    if len(set(found)) != len(found):
        raise _bad("Upload-Concat: every part may be named once")
    return found


def concat_field(joined: tuple[str, ...]) -> str:
    """The value of `Upload-Concat` for an upload that was joined of these."""
    return f"final;{' '.join(map(upload_path, joined))}"


def _bad(what: str) -> Refusal:
    return Refusal("bad_request", f"{what}. Nothing was stored.")

"""Statements that a device signs about itself: the state card, and the report of a drill.

A statement is a JSON object with the device's id and its Ed25519 signature over the canonical JSON
of everything else. As one line, `holdfast:statement?` and its bytes compressed in base64url, it
fits into a QR code. Values only; whoever checks one brings the public key and the check.
"""

import base64
import binascii
import zlib
from collections.abc import Callable
from typing import Final

from holdfast.jsonform import FormatError, Json, canonical, parse

_LINE: Final = "holdfast:statement?"
_MOST_BYTES: Final = 64 * 1024
"""Of one statement; what claims to be longer is none."""

Sign = Callable[[bytes], str]
"""The device's signature over bytes, base64."""
Check = Callable[[bytes, str], bool]
"""Whether a base64 signature is this device's over these bytes."""


def signed(value: Json, device: str, sign: Sign) -> Json:
    """`value` as a statement of `device`."""
    body = {**value, "device": device}
    return {**body, "signature": sign(canonical(body))}


def device_of(statement: Json) -> str:
    """Who says that it said so. Raises FormatError where nobody does."""
    device, signature = statement.get("device"), statement.get("signature")
    if not isinstance(device, str) or not isinstance(signature, str):
        raise FormatError("no device signed it")
    return device


def is_genuine(statement: Json, check: Check) -> bool:
    """Whether the device that it names signed exactly this. Raises FormatError."""
    device_of(statement)
    body = {name: value for name, value in statement.items() if name != "signature"}
    return check(canonical(body), statement["signature"])


def to_line(statement: Json) -> str:
    """The statement as one line of ASCII, for a QR code."""
    packed = zlib.compress(canonical(statement), 9)
    return _LINE + base64.urlsafe_b64encode(packed).decode().rstrip("=")


def read_statement(text: str) -> Json:
    """A statement from its line or from its JSON. Raises FormatError."""
    text = text.strip()
    if not text.startswith(_LINE):
        return parse(text.encode(), "the statement")
    return parse(_unpacked(text.removeprefix(_LINE)), "the statement")


def _unpacked(line: str) -> bytes:
    try:
        packed = base64.urlsafe_b64decode(line + "=" * (-len(line) % 4))
        unpacking = zlib.decompressobj()
        data = unpacking.decompress(packed, _MOST_BYTES)
    except (binascii.Error, ValueError, zlib.error) as error:
        raise FormatError("the line was not read or copied whole") from error
    if not unpacking.eof:
        raise FormatError("the line was not read or copied whole")
    return data

"""Identities: UUIDv7, lower case, made on the device.

A recording is what its id says, never what its content or its file name says. Ids also name
folders on disk and resources on the wire, so nothing else may be accepted as one.
"""

import re
from datetime import datetime

_UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\Z")


def new_id(now: datetime) -> str:
    """A new UUIDv7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then 74 random bits."""
    # Both bring much along that nobody needs who only looks at ids.
    import secrets
    import uuid

    milliseconds = int(now.timestamp() * 1000) & (1 << 48) - 1
    random_bits = secrets.randbits(74)
    high = random_bits >> 62
    low = random_bits & (1 << 62) - 1
    return str(uuid.UUID(int=milliseconds << 80 | 7 << 76 | high << 64 | 2 << 62 | low))


def is_id(text: str) -> bool:
    """Whether the text is a UUIDv7 in lower case, and so safe to build a path from."""
    return _UUID7.match(text) is not None


def require_id(text: str) -> str:
    """`text`, where it is an id. Raises ValueError where it is not."""
    if not is_id(text):
        raise ValueError(f"{text!r} is not an id: ids are UUIDv7 in lower case")
    return text

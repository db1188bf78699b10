"""Single values of the API's shapes: ids, digests, times, numbers with bounds. Types only."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Final, Literal

from typing_extensions import TypedDict


@dataclass(frozen=True)
class Says:
    """What a value's schema says beside its Python type: keywords of JSON Schema.

    pydantic asks it by the name of its method; so the types need no pydantic to be declared.
    """

    keywords: Mapping[str, Any] = field(hash=False)

    def __get_pydantic_json_schema__(
        self, core_schema: Any, handler: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        return {**handler(core_schema), **self.keywords}


ID_PATTERN: Final = "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
ID_EXAMPLE: Final = "0192f0c1-2345-7abc-8def-0123456789ab"
Id = Annotated[
    str,
    Says(
        {
            "pattern": ID_PATTERN,
            "description": "A UUIDv7 in lower case.",
            "examples": [ID_EXAMPLE],
        }
    ),
]
Sha256 = Annotated[
    str,
    Says(
        {
            "pattern": "^[0-9a-f]{64}$",
            "description": "SHA-256 in lower-case hex.",
            # Of no bytes at all.
            "examples": ["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
        }
    ),
]
Instant = Annotated[
    str, Says({"description": "RFC 3339, UTC.", "examples": ["2026-11-21T12:00:00.000Z"]})
]
Count = Annotated[int, Says({"minimum": 0, "maximum": 2**63 - 1})]
Positive = Annotated[int, Says({"minimum": 1, "maximum": 2**63 - 1})]
SegmentNumber = Annotated[int, Says({"minimum": 0, "maximum": 999_999})]
Share = Annotated[float, Says({"minimum": 0, "maximum": 1})]
Base64 = Annotated[str, Says({"description": "Standard base64."})]
AnyObject = dict[str, Any]
ByteRange = Annotated[list[Count], Says({"minItems": 2, "maxItems": 2})]
"""First and last byte, both included."""
Pair = Annotated[list[float], Says({"minItems": 2, "maxItems": 2})]
FormatVersion = Annotated[Literal[1], Says({})]

DigestField = Annotated[
    str,
    Says(
        {
            "pattern": "^sha-256=:[A-Za-z0-9+/]{43}=:$",
            "description": "RFC 9530: `sha-256=:BASE64:`.",
            "examples": ["sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"],
        }
    ),
]
ContentRange = Annotated[
    str,
    Says(
        {
            "pattern": "^bytes [0-9]{1,18}-[0-9]{1,18}/[0-9]{1,18}$",
            "description": "RFC 9110: `bytes FIRST-LAST/SIZE`.",
            "examples": ["bytes 0-983039/2097152"],
        }
    ),
]

PAGE_MOST: Final = 500
PAGE: Final = 100
Limit = Annotated[
    int,
    Says({"minimum": 1, "maximum": PAGE_MOST, "default": PAGE, "description": "How many at most."}),
]
Cursor = Annotated[str, Says({"description": "`next` of the page before this one."})]
NextCursor = Annotated[
    str | None, Says({"description": "For `cursor` of the next page; null on the last page."})
]


class PageQuery(TypedDict, total=False):
    """Which page of a list."""

    limit: Limit
    cursor: Cursor


class Problem(TypedDict):
    """An error (RFC 9457); `code` is stable, `detail` is a sentence for a person."""

    type: str
    title: str
    status: int
    code: str
    detail: str

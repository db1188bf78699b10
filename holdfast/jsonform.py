"""JSON as Holdfast writes, reads and signs it: canonical bytes, digests, typed reading.

Unknown keys are kept, an unknown format version is refused, and every error names the key.
"""

import hashlib
import json
import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final, NoReturn

from holdfast.ids import is_id

FORMAT_VERSION: Final = 1
Json = dict[str, Any]
_NUL: Final = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
"""The escape itself; after an odd backslash the same letters are plain text."""


class FormatError(ValueError):
    """A file or body is not what it claims to be. The message is one sentence for a person."""


def canonical(value: object) -> bytes:
    """Canonical JSON: UTF-8, sorted keys, no white space. Digests and signatures are over this.

    Numbers are written as their shortest decimal that reads back the same. Raises ValueError for
    NaN and infinities, which JSON does not have, and half characters.
    """
    text = json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )
    return text.encode()


def digest(value: object) -> str:
    """The SHA-256, in hex, of a value's canonical JSON."""
    return hashlib.sha256(canonical(value)).hexdigest()


def read_json(data: bytes) -> Any:
    """Any JSON (RFC 8259) that everybody who reads or keeps it understands alike.

    Raises ValueError or RecursionError for what is no JSON, and for what readers and databases take
    differently or not at all: a key that an object has twice, numbers without end, half characters,
    NUL in a text, bytes that are not UTF-8.
    """
    text = data.decode("utf-8-sig")
    value = json.loads(
        text, parse_constant=_refuse_constant, parse_float=_finite, object_pairs_hook=_each_once
    )
    if "\\u" in text:
        if _NUL.search(text):
            raise ValueError("a text has a NUL in it")
        # An escape may name half a character, which no file and no database can hold.
        canonical(value)
    return value


def parse(data: bytes, what: str) -> Json:
    """Read a JSON object of a format version that is understood. `what` names it in errors."""
    try:
        value = read_json(data)
    except (ValueError, RecursionError) as error:
        raise FormatError(f"{what} is not readable as JSON ({error})") from error
    if not isinstance(value, dict):
        raise FormatError(f"{what} is not a JSON object")
    version = value.get("format_version")
    if version != FORMAT_VERSION:
        raise FormatError(
            f"{what} has format version {version!r}; this Holdfast reads version {FORMAT_VERSION}"
        )
    return value


def _each_once(pairs: list[tuple[str, Any]]) -> Json:
    value = dict(pairs)
    if len(value) != len(pairs):
        # In one pass: a stranger's body may have a hundred thousand keys, and one of them twice.
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise ValueError(f"the key {twice[:40]!r} is there twice in one object")
    return value


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _finite(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise ValueError(f"{text} is larger than any number")
    return value


class Reader:
    """Takes typed values out of a JSON object and names the key that is wrong."""

    def __init__(self, value: Json, what: str) -> None:
        self._rest = dict(value)
        self._what = what

    def _take(self, key: str) -> Any:
        if key not in self._rest:
            raise FormatError(f"{self._what} lacks {key!r}")
        return self._rest.pop(key)

    def text(self, key: str) -> str:
        value = self._take(key)
        if not isinstance(value, str):
            raise FormatError(f"{self._what}: {key!r} must be text, not {value!r}")
        return value

    def id(self, key: str) -> str:
        value = self.text(key)
        if not is_id(value):
            raise FormatError(f"{self._what}: {key!r} must be a UUIDv7, not {value!r}")
        return value

    def choice(self, key: str, allowed: Sequence[str]) -> Any:
        value = self.text(key)
        if value not in allowed:
            raise FormatError(f"{self._what}: {key!r} must be one of {', '.join(allowed)}")
        return value

    def sha256(self, key: str) -> str:
        value = self.text(key)
        if len(value) != 64 or set(value) - set("0123456789abcdef"):
            raise FormatError(f"{self._what}: {key!r} must be a SHA-256 in lower-case hex")
        return value

    def whole(self, key: str, least: int = 0) -> int:
        value = self._take(key)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value < 1 << 63:
            raise FormatError(f"{self._what}: {key!r} must be a whole number from {least} up")
        return value

    def number(self, key: str) -> float:
        value = self._take(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise FormatError(f"{self._what}: {key!r} must be a number, not {value!r}")
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise FormatError(f"{self._what}: {key!r} must be a finite number")
        return number

    def flag(self, key: str) -> bool:
        value = self._take(key)
        if not isinstance(value, bool):
            raise FormatError(f"{self._what}: {key!r} must be true or false")
        return value

    def mapping(self, key: str) -> Json:
        value = self._take(key)
        if not isinstance(value, dict):
            raise FormatError(f"{self._what}: {key!r} must be an object")
        return value

    def optional_mapping(self, key: str) -> Json | None:
        return None if self._is_null(key) else self.mapping(key)

    def optional_text(self, key: str) -> str | None:
        return None if self._is_null(key) else self.text(key)

    def items(self, key: str) -> list[Any]:
        value = self._take(key)
        if not isinstance(value, list):
            raise FormatError(f"{self._what}: {key!r} must be a list")
        return value

    def mappings(self, key: str) -> list[Json]:
        value = self.items(key)
        if not all(isinstance(each, dict) for each in value):
            raise FormatError(f"{self._what}: {key!r} must be a list of objects")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        values = self.items(key)
        if not all(isinstance(each, str) for each in values):
            raise FormatError(f"{self._what}: {key!r} must be a list of texts")
        return tuple(values)

    def ids(self, key: str) -> tuple[str, ...]:
        values = self.texts(key)
        if not all(map(is_id, values)):
            raise FormatError(f"{self._what}: {key!r} must be a list of UUIDv7s")
        return values

    def wholes(self, key: str) -> tuple[int, ...]:
        values = self.items(key)
        if not all(type(each) is int and each >= 0 for each in values):
            raise FormatError(f"{self._what}: {key!r} must be a list of whole numbers from 0 up")
        return tuple(values)

    def losses(self, key: str) -> tuple[tuple[float, int], ...]:
        pairs = self.items(key)
        try:
            losses = tuple((float(at_s), int(count)) for at_s, count in pairs)
        except (TypeError, ValueError, OverflowError) as error:
            raise FormatError(f"{self._what}: {key!r} must be pairs of time and count") from error
        if not all(math.isfinite(at_s) and count >= 0 for at_s, count in losses):
            raise FormatError(f"{self._what}: {key!r} must be pairs of time and count")
        return losses

    def spans(self, key: str) -> tuple[tuple[float, float], ...]:
        """Pairs of a time and a length, both in seconds."""
        pairs = self.items(key)
        try:
            spans = tuple((float(at_s), float(length_s)) for at_s, length_s in pairs)
        except (TypeError, ValueError, OverflowError) as error:
            raise FormatError(f"{self._what}: {key!r} must be pairs of seconds") from error
        if not all(math.isfinite(at_s) and 0 <= length_s < 1e9 for at_s, length_s in spans):
            raise FormatError(f"{self._what}: {key!r} must be pairs of seconds")
        return spans

    def has(self, key: str) -> bool:
        """Whether the key is there and not null."""
        return self._rest.get(key) is not None

    def skip(self, *keys: str) -> None:
        """Read over these keys, which say nothing that the others do not say."""
        for key in keys:
            self._rest.pop(key, None)

    def _is_null(self, key: str) -> bool:
        if self._rest.get(key) is not None:
            return False
        self._rest.pop(key, None)
        return True

    def rest(self) -> Json:
        """What was not asked for: kept, so that a newer writer's keys survive us."""
        self._rest.pop("format_version", None)
        return self._rest

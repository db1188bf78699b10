"""The keys this device has signed with, as its secrets hold them, and how one follows the other.

A key that is given up is kept: what was signed with it waits perhaps for months, a suitcase that
was begun with it goes on, and it vouches for the next one. Values only; nothing is stored here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from nacl.signing import SigningKey

from holdfast.protocol import decode_key, encode_key
from holdfast.succession import Handover

_KEY_BYTES: Final = 32
_PRESENT: Final = "signing_key"
_NEXT: Final = "next_signing_key"


@dataclass(frozen=True, slots=True)
class FormerKey:
    """A key that this device signed with before."""

    key: SigningKey = field(repr=False)
    until: str
    """When it was given up, RFC 3339."""


def decoded(key: str) -> SigningKey:
    """A key as secrets hold it, base64. Raises FormatError."""
    return SigningKey(decode_key(key, _KEY_BYTES))


def former_keys(stored: Mapping[str, str]) -> tuple[FormerKey, ...]:
    """The keys given up, oldest first. Raises FormatError, KeyError for secrets that are torn."""
    found = []
    for number in count(1):
        name = _former(number)
        if name not in stored:
            break
        found.append(FormerKey(decoded(stored[name]), stored[f"{name}_until"]))
    return tuple(found)


def next_key(stored: Mapping[str, str]) -> SigningKey | None:
    """The key that was made to be the next one, where there is one. Raises FormatError."""
    return decoded(stored[_NEXT]) if _NEXT in stored else None


def with_next(stored: Mapping[str, str], at: str) -> dict[str, str]:
    """The secrets with a key that may become the next one at this time; the same made twice."""
    if _NEXT in stored:
        return dict(stored)
    key = encode_key(SigningKey.generate().encode())
    return {**stored, _NEXT: key, f"{_NEXT}_at": at}


def promoted(stored: Mapping[str, str], new: SigningKey) -> dict[str, str]:
    """The secrets once the next key, if it still is `new`, has taken the present one's place."""
    value = encode_key(new.encode())
    if stored.get(_NEXT) != value:
        return dict(stored)
    former = _former(len(former_keys(stored)) + 1)
    rest = {name: each for name, each in stored.items() if name not in (_NEXT, f"{_NEXT}_at")}
    return {
        **rest,
        former: stored[_PRESENT],
        f"{former}_until": stored[f"{_NEXT}_at"],
        _PRESENT: value,
    }


def handed_over(
    device: str, former: Sequence[FormerKey], present: SigningKey
) -> tuple[Handover, ...]:
    """How this device came from its first key to the present one; always the same statements."""
    later = [*(each.key for each in former[1:]), present]
    return tuple(
        Handover(
            role="device",
            holder=device,
            former_key=_public(old.key),
            new_key=_public(new),
            at=old.until,
        ).signed(_signing(old.key), _signing(new))
        for old, new in zip(former, later, strict=False)
    )


def _former(number: int) -> str:
    return f"former_signing_key_{number}"


def _public(key: SigningKey) -> str:
    return encode_key(key.verify_key.encode())


def _signing(key: SigningKey) -> Callable[[bytes], str]:
    return lambda data: encode_key(key.sign(data).signature)

"""How a receiver hands its work over to a new key: the former key signs it, and so does the new.

A device that pinned the former key follows such statements to the present one by itself; nobody
without the former key can make one. Values and their JSON only; whoever has the keys signs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Self

from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical

IsSigned = Callable[[bytes, str, str], bool]
"""Whether these bytes have this signature, base64, by this public key, base64."""


@dataclass(frozen=True, slots=True)
class Handover:
    """A receiver's statement that `new_key` takes the place of `former_key`."""

    receiver: str
    former_key: str
    new_key: str
    at: str
    former_signature: str = ""
    new_signature: str = ""

    def signed_bytes(self) -> bytes:
        """What both keys sign (Ed25519): the canonical JSON of all but the signatures."""
        return canonical(self._signed())

    def _signed(self) -> Json:
        return {
            "format_version": FORMAT_VERSION,
            "what": "receiver key handover",
            "receiver": self.receiver,
            "former_key": self.former_key,
            "new_key": self.new_key,
            "at": self.at,
        }

    def to_json(self) -> Json:
        return {
            **self._signed(),
            "former_signature": self.former_signature,
            "new_signature": self.new_signature,
        }

    @classmethod
    def from_json(cls, value: Json) -> Self:
        """Raises FormatError."""
        reader = Reader(value, "a handover")
        return cls(
            receiver=reader.text("receiver"),
            former_key=reader.text("former_key"),
            new_key=reader.text("new_key"),
            at=reader.text("at"),
            former_signature=reader.text("former_signature"),
            new_signature=reader.text("new_signature"),
        )


def handovers(value: Any) -> tuple[Handover, ...]:
    """The statements in a receiver's answer; none where it says none. Raises FormatError."""
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise FormatError("the succession of keys must be a list of objects")
    return tuple(Handover.from_json(each) for each in value)


def leads_to(
    steps: Sequence[Handover], receiver: str, pinned: str, present: str, is_signed: IsSigned
) -> bool:
    """Whether genuine statements of this receiver lead from the pinned key to the present one."""
    known = pinned
    for step in steps:
        if step.former_key != known or step.receiver != receiver:
            continue
        by_former = is_signed(step.signed_bytes(), step.former_signature, step.former_key)
        if by_former and is_signed(step.signed_bytes(), step.new_signature, step.new_key):
            known = step.new_key
    return known == present

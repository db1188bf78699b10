"""How a receiver or a device hands its work over to a new key: the former signs it, and the new.

Who knows the former key follows such statements to the present one by itself; nobody without the
former key can make one. Values and their JSON only; whoever has the keys signs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, Self

from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical

Role = Literal["receiver", "device"]
IsSigned = Callable[[bytes, str, str], bool]
"""Whether these bytes have this signature, base64, by this public key, base64."""


@dataclass(frozen=True, slots=True)
class Handover:
    """The statement that `new_key` takes the place of `former_key`; keys are base64."""

    holder: str
    """The id of the receiver or device whose keys they are."""
    former_key: str
    new_key: str
    at: str
    former_signature: str = ""
    new_signature: str = ""
    role: Role = "receiver"

    def signed(self, by_former: Callable[[bytes], str], by_new: Callable[[bytes], str]) -> Self:
        """The statement with the signatures of both keys, base64."""
        data = self.signed_bytes()
        return replace(self, former_signature=by_former(data), new_signature=by_new(data))

    def signed_bytes(self) -> bytes:
        """What both keys sign (Ed25519): the canonical JSON of all but the signatures."""
        return canonical(self._signed())

    def _signed(self) -> Json:
        return {
            "format_version": FORMAT_VERSION,
            "what": f"{self.role} key handover",
            self.role: self.holder,
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
    def from_json(cls, value: Json, role: Role = "receiver") -> Self:
        """Raises FormatError."""
        reader = Reader(value, "a handover")
        return cls(
            role=role,
            holder=reader.text(role),
            former_key=reader.text("former_key"),
            new_key=reader.text("new_key"),
            at=reader.text("at"),
            former_signature=reader.text("former_signature"),
            new_signature=reader.text("new_signature"),
        )


def handovers(value: Any, role: Role = "receiver") -> tuple[Handover, ...]:
    """The statements in somebody's words; none where there are none. Raises FormatError."""
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise FormatError("the succession of keys must be a list of objects")
    return tuple(Handover.from_json(each, role) for each in value)


def followed(
    steps: Sequence[Handover], holder: str, known: str, is_signed: IsSigned
) -> tuple[Handover, ...]:
    """The genuine statements of this holder that lead on from the known key, in their order."""
    taken: list[Handover] = []
    for step in steps:
        if step.former_key != known or step.holder != holder:
            continue
        by_former = is_signed(step.signed_bytes(), step.former_signature, step.former_key)
        if by_former and is_signed(step.signed_bytes(), step.new_signature, step.new_key):
            taken.append(step)
            known = step.new_key
    return tuple(taken)


def leads_to(
    steps: Sequence[Handover], holder: str, pinned: str, present: str, is_signed: IsSigned
) -> bool:
    """Whether genuine statements of this holder lead from the pinned key to the present one."""
    taken = followed(steps, holder, pinned, is_signed)
    return (taken[-1].new_key if taken else pinned) == present

"""Statements that devices sign about themselves: whether one is what the device said.

It changes nothing: a statement may be old, and is news only to whoever reads it.
"""

from dataclasses import dataclass

from holdfast.jsonform import Json
from holdfast.statement import device_of, is_genuine
from server.domain.devices import Devices
from server.domain.signatures import is_signed_by_any


@dataclass(frozen=True, slots=True)
class Checked:
    """Who said it, by the name it has here; `doubt` says why it is not to be believed."""

    name: str = ""
    doubt: str = ""


def check(statement: Json, devices: Devices) -> Checked:
    """Whether the device that it names signed it. Raises FormatError where it is no statement."""
    named = device_of(statement)
    device = devices.known(named)
    if device is None:
        return Checked(
            doubt=f"It names a computer that is not enrolled here ({named[:64]}), so nobody here "
            "can say whether it is genuine."
        )
    keys = devices.signing_keys(named)
    if not keys:
        return Checked(
            device.name,
            f"It names {device.name}, which enrolled without a key, so nobody can say whether it "
            "is genuine.",
        )
    if not is_genuine(statement, lambda data, signed: is_signed_by_any(data, signed, keys)):
        return Checked(
            device.name,
            f"It is not what {device.name} signed: it was changed, or somebody else wrote it.",
        )
    if device.revoked_at is not None:
        return Checked(
            device.name,
            f"{device.name} signed it, but was revoked here: do not rely on what it says.",
        )
    return Checked(device.name)

"""Statements that a device signs about itself: the state card, and the report of a drill.

A statement is a JSON object with the device's id and its Ed25519 signature over the canonical JSON
of everything else. Values only; whoever checks one brings the public key and the check.
"""

from collections.abc import Callable

from holdfast.jsonform import FormatError, Json, canonical

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
        raise FormatError("This is no signed statement of a device.")
    return device


def is_genuine(statement: Json, check: Check) -> bool:
    """Whether the device that it names signed exactly this. Raises FormatError."""
    device_of(statement)
    body = {name: value for name, value in statement.items() if name != "signature"}
    return check(canonical(body), statement["signature"])

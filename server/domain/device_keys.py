"""The keys of a device: its present one, its former ones, and how one took the other's place.

A device's row keeps the statements themselves, which both keys signed: anybody can check them.
It decides over rows and writes nothing; whoever calls it does.
"""

from collections.abc import Sequence
from typing import Final

from holdfast.jsonform import FormatError
from holdfast.protocol import decode_key
from holdfast.succession import Handover, followed, handovers
from server.db.models import DeviceRow
from server.domain.refusals import Refusal
from server.domain.signatures import is_signed

MOST: Final = 100
"""So many times a device may take a new key."""
_KEY_BYTES: Final = 32


def keys_of(row: DeviceRow) -> tuple[str, ...]:
    """The present key and all former ones, newest first; empty where it enrolled without one."""
    former = [each.former_key for each in _steps(row)]
    return () if row.public_key is None else (row.public_key, *reversed(former))


def read_steps(value: object) -> tuple[Handover, ...]:
    """What a device says about its keys. Raises Refusal `bad_request`."""
    try:
        steps = handovers(value, "device")
        for each in steps:
            decode_key(each.new_key, _KEY_BYTES)
    except FormatError as error:
        raise Refusal("bad_request", f"{error}. Nothing was changed.") from error
    if len(steps) > MOST:
        raise Refusal("bad_request", f"More than {MOST} keys are too many. Nothing was changed.")
    return steps


def take(row: DeviceRow, steps: Sequence[Handover]) -> bool:
    """Follow statements from the key known here to the last one; false where that is it already.

    Raises Refusal: `conflict` where they do not lead there, or the device has no key.
    """
    if not steps:
        return False
    if row.public_key is None:
        raise _refused("This device enrolled without a key, so none can vouch for a new one.")
    if steps[-1].new_key == row.public_key:
        return False
    taken = followed(steps, row.id, row.public_key, is_signed)
    if not taken or taken[-1].new_key != steps[-1].new_key:
        raise _refused("The key that is known here does not vouch for the new one.")
    known = {row.public_key, *keys_of(row)}
    if known & {each.new_key for each in taken}:
        raise _refused("A key that was given up cannot be taken again.")
    steps = (*_steps(row), *taken)
    if len(steps) > MOST:
        raise _refused(f"This device has had {MOST} keys already; enrol it as a new one.")
    row.succession = [each.to_json() for each in steps]
    row.public_key, row.key_wanted_at = taken[-1].new_key, None
    return True


def take_history(row: DeviceRow, steps: Sequence[Handover]) -> None:
    """Keep how a device that is new here came to its key. Raises Refusal `conflict`."""
    taken = followed(steps, row.id, steps[0].former_key, is_signed)
    if not taken or taken[-1].new_key != row.public_key:
        raise _refused("The device's statements about its keys do not lead to the one it has.")
    row.succession = [each.to_json() for each in taken]


def _steps(row: DeviceRow) -> tuple[Handover, ...]:
    return handovers(row.succession, "device")


def _refused(sentence: str) -> Refusal:
    return Refusal("conflict", f"{sentence} Nothing was changed.")

"""The keys of a device: its present one, its former ones, and how one took the other's place.

A device's row keeps the statements themselves, which both keys signed: anybody can check them.
Beside one may stand since when its former key counts for nothing (`ended_at`), which is the
receiver's word and signed by nobody. It decides over rows; whoever calls it writes them.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from holdfast.clock import rfc3339
from holdfast.jsonform import FormatError
from holdfast.protocol import decode_key
from holdfast.succession import Handover, followed, handovers
from server.db.models import DeviceRow
from server.domain.refusals import Refusal
from server.domain.signatures import is_signed

MOST: Final = 100
"""So many times a device may take a new key."""
_KEY_BYTES: Final = 32
_ENDED: Final = "ended_at"


def keys_of(row: DeviceRow) -> tuple[str, ...]:
    """The keys that count: the present one and the former ones that nobody ended, newest first.

    Empty where it enrolled without one.
    """
    ended = ended_keys(row)
    return tuple(key for key in _all_keys(row) if key not in ended)


def ended_keys(row: DeviceRow) -> frozenset[str]:
    """The former keys that count for nothing any more."""
    return frozenset(each["former_key"] for each in row.succession or [] if each.get(_ENDED))


def end_former(row: DeviceRow, now: datetime) -> int:
    """Have what its former keys sign count for nothing from now on; how many ended by that."""
    before = len(ended_keys(row))
    row.succession = row.succession and [{_ENDED: rfc3339(now), **each} for each in row.succession]
    return len(ended_keys(row)) - before


def believe_former(row: DeviceRow) -> int:
    """Have its former keys count again; how many had been ended."""
    ended = len(ended_keys(row))
    row.succession = row.succession and [
        {name: value for name, value in each.items() if name != _ENDED} for each in row.succession
    ]
    return ended


def _all_keys(row: DeviceRow) -> tuple[str, ...]:
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
    if set(_all_keys(row)) & {each.new_key for each in taken}:
        raise _refused("A key that was given up cannot be taken again.")
    kept = [*(row.succession or []), *(each.to_json() for each in taken)]
    if len(kept) > MOST:
        raise _refused(f"This device has had {MOST} keys already; enrol it as a new one.")
    row.succession = kept
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

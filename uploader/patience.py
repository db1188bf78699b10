"""How long trouble that may pass by itself is left alone before a person hears of it.

It is tried again all the while, and after that too. Pure but for the words of SQL that say the same
of a row that is put off; it decides nothing about the trying.
"""

from dataclasses import dataclass
from typing import Any, Final

from holdfast.clock import Clock


@dataclass(frozen=True, slots=True)
class Patience:
    """A person hears of it after `for_s` seconds of it, or after `tries` of them."""

    for_s: float | None = None
    tries: int | None = None


OF_A_DEFECT: Final = Patience(for_s=24 * 3600.0)
"""The receiver had a problem of its own."""
OF_A_FULL_RECEIVER: Final = Patience(for_s=3600.0)
OF_THE_UNKNOWN: Final = Patience(tries=3)
"""An answer that this Holdfast does not know, or one of somebody on the way."""

PUT_OFF: Final = """
    calls = CASE
        WHEN :patience_ms >= 0 AND troubled_ms > 0 AND :now_ms - troubled_ms >= :patience_ms THEN 1
        WHEN :tries_most > 0 AND attempts + 1 >= :tries_most THEN 1
        ELSE 0 END,
    troubled_ms = CASE
        WHEN :patience_ms < 0 THEN 0
        WHEN troubled_ms > 0 THEN troubled_ms
        ELSE :now_ms END"""
"""What becomes of a row that is tried again; its `attempts` are those before this one."""


def values(patience: Patience | None, clock: Clock) -> dict[str, Any]:
    """What PUT_OFF needs to know."""
    found = patience or Patience()
    return {
        "patience_ms": -1 if found.for_s is None else int(found.for_s * 1000),
        "tries_most": found.tries or 0,
        "now_ms": int(clock.now().timestamp() * 1000),
    }

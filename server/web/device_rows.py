"""Devices as the pages show them, the worst first: how bad it is, in a word and a sentence."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from holdfast.clock import parse_rfc3339
from server.ops.overview import DeviceState
from server.web import texts

CLOCK_OFF_S: Final = 2.0
"""A clock that is further off than this is worth a word; recordings keep their own time."""
OLD_S: Final = 24 * 3600.0
"""What waits for longer than this is worth a look."""


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """One device. Ages in seconds; None where it is not known."""

    device: DeviceState
    kind: str
    word: str
    why: str
    contact_age_s: float | None
    oldest_age_s: float | None

    @property
    def rank(self) -> tuple[int, float, str]:
        """Worse comes first; among equals what has waited for longest."""
        order = ("failed", "partly", "off", "on")
        return order.index(self.kind), -(self.oldest_age_s or 0.0), self.device.name

    @property
    def clock(self) -> str:
        offset_s = self.device.news.clock_offset_s
        if offset_s is None:
            return "–"
        return "right" if abs(offset_s) < CLOCK_OFF_S else f"{offset_s:+.1f} s off"

    @property
    def disk(self) -> str:
        hours = self.device.news.disk_hours
        return "–" if hours is None else f"{hours:.0f} h" if hours >= 10 else f"{hours:.1f} h"


def lines(devices: tuple[DeviceState, ...], now: datetime) -> list[DeviceLine]:
    """All devices, the worst first."""
    return sorted((_line(each, now) for each in devices), key=lambda line: line.rank)


def _line(device: DeviceState, now: datetime) -> DeviceLine:
    oldest = device.news.oldest_unsent
    oldest_age_s = None if oldest is None else max(0.0, (now - oldest).total_seconds())
    kind, word, why = _state(device, oldest_age_s)
    return DeviceLine(
        device=device,
        kind=kind,
        word=word,
        why=why,
        contact_age_s=_age_s(device.last_contact_at, now),
        oldest_age_s=oldest_age_s,
    )


def _age_s(at: str | None, now: datetime) -> float | None:
    return None if at is None else max(0.0, (now - parse_rfc3339(at)).total_seconds())


def _state(device: DeviceState, oldest_age_s: float | None) -> tuple[str, str, str]:
    news = device.news
    if device.silent_since is not None:
        return "failed", "silent", "It should have been in touch by now."
    if news.last_error:
        return "failed", "needs you", news.last_error
    if device.is_full:
        return "failed", "disk full", "Its disk has room for less than two hours of recording."
    if oldest_age_s is not None and oldest_age_s > OLD_S:
        age = texts.ago(oldest_age_s)
        return "partly", "behind", news.held or f"Its oldest recording has waited for {age}."
    if news.held:
        return "partly", "waits", news.held
    if device.last_contact_at is None:
        return "off", "never heard of", "It enrolled, and has said nothing since."
    if news.segments_unsent or news.unverified or oldest_age_s is not None:
        return "partly", "sending", ""
    if news.segments_unsent is None:
        return "off", "no word", "It has not said what it has left to send."
    return "on", "all sent", ""

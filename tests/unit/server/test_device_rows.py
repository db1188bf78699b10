"""Which device stands first, and what is said of it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from holdfast.clock import rfc3339
from server.domain.device_news import DeviceNews
from server.ops.overview import DeviceState
from server.web.device_rows import lines

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def state(
    name: str, *, silent: bool = False, contact_s: float | None = 5, **news: Any
) -> DeviceState:
    at = None if contact_s is None else rfc3339(NOW - timedelta(seconds=contact_s))
    return DeviceState(name, name, at, at if silent else None, DeviceNews(**news))


def waiting(hours: float) -> dict[str, Any]:
    return {"segments_unsent": 3.0, "oldest_unsent_at": rfc3339(NOW - timedelta(hours=hours))}


def test_the_worst_device_comes_first_and_among_equals_the_oldest() -> None:
    devices = (
        state("a", segments_unsent=0.0),
        state("b", **waiting(1)),
        state("c", **waiting(30)),
        state("d", **waiting(300)),
        state("e", contact_s=None),
        state("f", last_error="The camera is gone."),
        state("g", silent=True, **waiting(2)),
        state("h", disk_hours=1.0),
    )

    assert [line.device.name for line in lines(devices, NOW)] == list("gfhdcbea")


@pytest.mark.parametrize(
    ("device", "kind", "word"),
    [
        (state("a", segments_unsent=0.0), "on", "all sent"),
        (state("a"), "off", "no word"),
        (state("a", segments_unsent=0.0, unverified=1.0), "partly", "sending"),
        (state("a", **{**waiting(1), "segments_unsent": 0.0}), "partly", "sending"),
        (state("a", **waiting(1)), "partly", "sending"),
        (state("a", **waiting(25)), "partly", "behind"),
        (state("a", held="Paused until 14:00.", **waiting(1)), "partly", "waits"),
        (state("a", contact_s=None), "off", "never heard of"),
        (state("a", disk_hours=1.9), "failed", "disk full"),
        (state("a", silent=True), "failed", "silent"),
    ],
)
def test_a_state_is_a_word_and_never_green_while_anything_is_unsent(
    device: DeviceState, kind: str, word: str
) -> None:
    (line,) = lines((device,), NOW)

    assert (line.kind, line.word) == (kind, word)


@pytest.mark.parametrize(
    ("offset_s", "says"), [(None, "–"), (0.4, "right"), (-1.9, "right"), (42.5, "+42.5 s off")]
)
def test_the_clock_is_told_where_it_is_off(offset_s: float | None, says: str) -> None:
    (line,) = lines((state("a", clock_offset_s=offset_s),), NOW)

    assert line.clock == says

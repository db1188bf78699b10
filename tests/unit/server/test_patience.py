"""When a connection has been waited for long enough."""

from typing import Any

import pytest

from server.patience import Patience, Waiting, is_over

PATIENCE = Patience(head_s=20, silence_s=60, idle_s=300, first_s=30, least_bytes_s=1000)


@pytest.mark.parametrize(
    ("since_s", "heard_s", "how", "over"),
    [
        (299, 299, {}, False),
        (301, 301, {}, True),
        # Empty lines between requests are no request.
        (301, 0, {}, True),
        (19, 0, {"is_arriving": True}, False),
        (21, 0, {"is_arriving": True}, True),
        (29, 0, {"is_arriving": True, "has_head": True, "body_bytes": 1}, False),
        (31, 0, {"is_arriving": True, "has_head": True, "body_bytes": 30_999}, True),
        (31, 0, {"is_arriving": True, "has_head": True, "body_bytes": 31_000}, False),
        (500, 59, {"is_arriving": True, "has_head": True, "body_bytes": 500_000}, False),
        (500, 61, {"is_arriving": True, "has_head": True, "body_bytes": 900_000}, True),
    ],
)
def test_it_ends(since_s: int, heard_s: int, how: dict[str, Any], over: bool) -> None:
    now_ns = 10**15
    waiting = Waiting(now_ns - since_s * 10**9, now_ns - heard_s * 10**9, **how)

    assert is_over(waiting, PATIENCE, now_ns) is over


def test_scarce_connections_are_given_less_time_but_no_faster_rate() -> None:
    scarce = PATIENCE.when_scarce()

    assert scarce.head_s < PATIENCE.head_s
    assert scarce.silence_s < PATIENCE.silence_s
    assert scarce.idle_s < PATIENCE.idle_s
    assert scarce.first_s < PATIENCE.first_s
    assert scarce.least_bytes_s == PATIENCE.least_bytes_s

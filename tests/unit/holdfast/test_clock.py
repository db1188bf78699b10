"""Time as it is written down."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.clock import SystemClock, parse_rfc3339, rfc3339

moments = st.datetimes(
    datetime(1900, 1, 1),  # noqa: DTZ001  # bounds
    datetime(9999, 12, 29),  # noqa: DTZ001  # bounds
    timezones=st.integers(-12 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))),
)


@given(moments)
def test_a_time_reads_back_to_the_millisecond(moment: datetime) -> None:
    text = rfc3339(moment)

    assert timedelta(0) <= moment - parse_rfc3339(text) < timedelta(milliseconds=1)
    assert rfc3339(parse_rfc3339(text)) == text
    assert len(text) == len("2026-11-20T14:02:11.042Z")


def test_it_looks_like_this() -> None:
    assert rfc3339(datetime(2026, 11, 20, 14, 2, 11, 42_999, tzinfo=UTC)) == (
        "2026-11-20T14:02:11.042Z"
    )


def test_a_time_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="does not say which offset"):
        parse_rfc3339("2026-11-20T14:02:11")


def test_the_system_clock_goes_on_and_knows_its_boot() -> None:
    clock = SystemClock()
    first_ns = clock.monotonic_ns()

    assert clock.monotonic_ns() >= first_ns
    assert clock.now().tzinfo is UTC
    assert clock.boot_id() == SystemClock().boot_id() != ""


def test_the_system_clock_knows_how_long_it_slept() -> None:
    clock = SystemClock()
    first_ns, second_ns = clock.asleep_ns(), clock.asleep_ns()

    assert first_ns >= 0
    # Two readings a moment apart differ by less than any sleep lasts.
    assert abs(second_ns - first_ns) < 100_000_000

"""Sizes, lengths and times are written as people read them, and never better than they are."""

from datetime import UTC, datetime

import pytest

from desktop.ui import amounts

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("size_bytes", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1_000, "1.0 kB"),
        (1_234_567, "1.2 MB"),
        (9_949_999, "9.9 MB"),
        (9_960_000, "10 MB"),
        (148_000_000, "148 MB"),
        (999_600_000, "1.0 GB"),
        (62_400_000_000, "62 GB"),
        (5_000_000_000_000_000, "5000 TB"),
    ],
)
def test_sizes(size_bytes: int, text: str) -> None:
    assert plain(amounts.size(size_bytes)) == text


@pytest.mark.parametrize(
    ("length_s", "text"),
    [(0, "00:00:00"), (12.99, "00:00:12"), (462, "00:07:42"), (360_000, "100:00:00")],
)
def test_the_badge_counts_up(length_s: float, text: str) -> None:
    assert amounts.clock_length(length_s) == text


@pytest.mark.parametrize(
    ("length_s", "text"), [(0, "0:00"), (38.4, "0:38"), (761, "12:41"), (3723, "1:02:03")]
)
def test_lengths_in_the_list(length_s: float, text: str) -> None:
    assert amounts.short_length(length_s) == text


@pytest.mark.parametrize(
    ("length_s", "text"),
    [
        (-5, "less than 1 min"),
        (59, "less than 1 min"),
        (119, "1 min"),
        (3_599, "59 min"),
        (51_600, "14 h 20 min"),
        (200_000, "55 h"),
    ],
)
def test_what_is_left_is_never_rounded_up(length_s: float, text: str) -> None:
    assert plain(amounts.span(length_s)) == text


@pytest.mark.parametrize(
    ("part", "whole", "share"), [(0, 0, 0), (1, 3, 33), (999, 1000, 99), (10, 10, 100), (5, 3, 100)]
)
def test_hundred_percent_means_all_of_it(part: int, whole: int, share: int) -> None:
    assert amounts.percent(part, whole) == share


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2026-11-20T14:02:11.042Z", "14:02"),
        ("2026-11-19T14:02:11.042Z", "19 Nov, 14:02"),
        ("2025-11-20T14:02:11.042Z", "20 Nov 2025, 14:02"),
        ("some day", "some day"),
    ],
)
def test_moments(text: str, shown: str) -> None:
    assert plain(amounts.moment(text, NOW, UTC)) == shown


@pytest.mark.parametrize(
    ("level_db", "text"), [(-18.2, "−18 dB"), (0.0, "0 dB"), (-0.3, "0 dB"), (-60, "−60 dB")]
)
def test_decibels(level_db: float, text: str) -> None:
    assert plain(amounts.decibels(level_db)) == text

"""Minutes of recording: how many are left, when that is little, and what is said then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.recording import disk
from desktop.recording.disk import Level, Limits, Rate, Space
from holdfast.announcement import Video

MINUTE_S = 60.0
LIMITS = Limits()
WEBCAM = Video("h264", 1280, 720, 30.0, "cam-1", "HD Webcam")


@pytest.mark.parametrize(
    ("minutes", "level"),
    [
        (None, Level.ROOMY),
        (60.0, Level.ROOMY),
        (59.9, Level.AMBER),
        (15.0, Level.AMBER),
        (14.9, Level.RED),
        (2.0, Level.RED),
        (1.9, Level.STOP),
        (0.0, Level.STOP),
    ],
)
def test_levels_are_minutes(minutes: float | None, level: Level) -> None:
    seconds = None if minutes is None else minutes * MINUTE_S

    assert disk.level(seconds, LIMITS) is level


def test_nothing_ends_a_recording_where_the_limit_is_zero() -> None:
    assert disk.level(0.0, Limits(stop_s=0.0)) is Level.RED


def test_space_is_what_is_free_over_the_rate() -> None:
    assert Space(36_000_000, 10**12, Rate(10_000.0, "running")).left_s == 3600.0


@pytest.mark.parametrize(
    "space",
    [
        Space(10**9, 10**12),
        Space(0, 0, Rate(1000.0, "last")),
        Space(10**9, 10**12, Rate(0.0, "running")),
    ],
    ids=["no rate", "a disk that says nothing", "a rate of nothing"],
)
def test_what_is_not_known_is_not_guessed(space: Space) -> None:
    assert space.left_s is None


@pytest.mark.parametrize(
    ("size_bytes", "length_s", "rate"), [(8000, 8.0, 1000.0), (8000, 7.9, None), (0, 60.0, None)]
)
def test_a_rate_is_believed_after_two_segments(
    size_bytes: int, length_s: float, rate: float | None
) -> None:
    assert disk.measured(size_bytes, length_s) == rate


def test_longer_recordings_count_for_more_and_very_short_ones_not_at_all() -> None:
    assert disk.last_rate([(30_000, 30.0), (900_000, 300.0), (10**9, 1.0)]) == Rate(
        930_000 / 330.0, "last"
    )
    assert disk.last_rate([(10**9, 1.0)]) is None
    assert disk.last_rate([]) is None


def test_the_assumption_is_a_little_more_than_a_webcam_took() -> None:
    silent = disk.assumed_rate(WEBCAM, with_sound=False)

    assert silent.basis == "assumed"
    assert 2.9e6 / 8 < silent.bytes_s < 1.3 * 2.9e6 / 8
    assert disk.assumed_rate(WEBCAM, with_sound=True).bytes_s == silent.bytes_s + 12_000


def test_what_is_needed_is_the_recording_and_what_is_left_at_its_end() -> None:
    assert disk.needed_s(600.0, LIMITS) == 720.0
    assert disk.needed_s(None, LIMITS) == 180.0


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (59.9, "Space for less than 1 minute left at this quality."),
        (60.0, "Space for 1 minute left at this quality."),
        (899.9, "Space for 14 minutes left at this quality."),
    ],
)
def test_the_sentence_is_never_rounded_up(seconds: float, words: str) -> None:
    assert disk.left_sentence(seconds) == words
    assert disk.ended_sentence(seconds).startswith(words)


def test_a_refusal_says_how_much_is_missing_and_what_to_do() -> None:
    with_length = disk.refusal(4.5 * MINUTE_S, 9.1 * MINUTE_S, has_length=True)
    without = disk.refusal(30.0, 3 * MINUTE_S, has_length=False)

    assert with_length == (
        "Not enough space to record (4 min left, 10 needed). Nothing was recorded; earlier "
        "recordings are safe. Free some space, or record for a shorter time."
    )
    assert without.startswith("Not enough space to record (less than 1 min left, 3 needed).")
    assert without.endswith("Free some space.")


MIB = 1 << 20


@pytest.mark.parametrize(
    ("setting_mib", "free_mib", "size_mib"),
    [
        (256, 100_000, 256),
        (256, 10_000, 100),
        (256, 1000, 10),
        (256, 100, 4),
        (256, 31, 0),
        (2, 100_000, 2),
        (0, 100_000, 0),
    ],
)
def test_the_reserve_is_the_setting_or_the_hundredth_part(
    setting_mib: int, free_mib: int, size_mib: int
) -> None:
    assert disk.ballast_bytes(setting_mib * MIB, free_mib * MIB) == size_mib * MIB


@given(st.integers(0, 1 << 40), st.integers(0, 1 << 50))
def test_the_reserve_never_takes_what_people_need(setting_bytes: int, free_bytes: int) -> None:
    size_bytes = disk.ballast_bytes(setting_bytes, free_bytes)

    assert 0 <= size_bytes <= setting_bytes
    assert size_bytes <= max(free_bytes // 100, 4 * MIB)
    assert size_bytes <= free_bytes // 8

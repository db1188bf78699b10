"""What counts of looks and of the recorder's words are judged to be."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.recording import sound_watch
from desktop.recording.quality import Quality, RecorderCounts, Totals, judge
from holdfast.quality import THRESHOLDS, Look, PictureCounts

GOOD = PictureCounts(looks=100, with_face=95)
HEARD = RecorderCounts(heard=250)
MINUTE = Totals(duration_s=60.0, frames=1800, lost_frames=0, has_sound=True)
SHARES = [each.name for each in fields(Quality) if each.name.endswith("_share")]


def found(quality: Quality) -> dict[str, str]:
    return {each.code: each.words for each in quality.findings}


def test_a_good_recording_is_said_to_be_good() -> None:
    quality = judge(GOOD, HEARD, MINUTE)

    assert quality.findings == ()
    assert quality.words == "Picture and sound look good."
    assert quality.face_seen_share == 0.95
    assert quality.samples == 100


PICTURE_FAULTS = [
    (replace(GOOD, with_face=60), "no_face", "No face was seen for 40 % of the time."),
    (replace(GOOD, with_face=0), "no_face", "No face was seen all the time."),
    (replace(GOOD, dark=25), "too_dark", "The picture was too dark for 25 % of the time."),
    (replace(GOOD, blurred=20), "blurred", "The picture was blurred for 20 % of the time."),
    (replace(GOOD, same=10), "frozen", "The picture stood still for 10 % of the time."),
]


@pytest.mark.parametrize(("pictures", "code", "words"), PICTURE_FAULTS)
def test_what_is_wrong_with_the_picture_is_said(
    pictures: PictureCounts, code: str, words: str
) -> None:
    assert found(judge(pictures, HEARD, MINUTE)) == {code: words}


def test_repeated_pictures_and_none_at_all_add_up() -> None:
    half_each = judge(replace(GOOD, same=50), replace(HEARD, stalled=125), MINUTE)

    assert half_each.frozen_share == 0.75


RECORDER_FAULTS = [
    (replace(HEARD, silent=250), "silent", "The sound was silent all the time."),
    (replace(HEARD, silent=25), "silent", "The sound was silent for 10 % of the time."),
    (
        replace(HEARD, clipped=5),
        "clipped",
        "The sound was too loud and distorted for 2 % of the time.",
    ),
    (replace(HEARD, stalled=25), "frozen", "The picture stood still for 10 % of the time."),
]


@pytest.mark.parametrize(("heard", "code", "words"), RECORDER_FAULTS)
def test_what_is_wrong_with_sound_and_pace_is_said(
    heard: RecorderCounts, code: str, words: str
) -> None:
    assert found(judge(GOOD, heard, MINUTE)) == {code: words}


TOTAL_FAULTS = [
    (
        Totals(3.0, 90, 0, True, least_s=5.0),
        "too_short",
        "The recording is 3.0 s long, shorter than 5 s.",
    ),
    (
        Totals(31.2, 936, 0, True, wanted_s=60.0, least_s=5.0),
        "too_short",
        "The recording is 31.2 s long, shorter than 60 s.",
    ),
    (
        Totals(66.0, 1980, 0, True, wanted_s=60.0),
        "too_long",
        "The recording is 66.0 s long, longer than 60 s.",
    ),
    (Totals(60.0, 1782, 18, True), "lost_frames", "18 of 1800 pictures were lost."),
]


@pytest.mark.parametrize(("totals", "code", "words"), TOTAL_FAULTS)
def test_what_is_wrong_with_the_whole_is_said(totals: Totals, code: str, words: str) -> None:
    assert found(judge(GOOD, HEARD, totals)) == {code: words}


@pytest.mark.parametrize(
    "totals",
    [
        Totals(3.0, 90, 0, True, wanted_s=3.0, least_s=5.0),
        Totals(58.0, 1740, 0, True, wanted_s=60.0),
        Totals(63.5, 1905, 0, True, wanted_s=60.0),
        Totals(60.0, 1783, 17, True),
        Totals(0.4, 12, 0, True),
    ],
    ids=["as short as wanted", "nearly", "a little over", "few lost", "no least length"],
)
def test_what_is_near_enough_is_not_mentioned(totals: Totals) -> None:
    assert found(judge(GOOD, HEARD, totals)) == {}


def test_without_sound_nothing_is_silent() -> None:
    quality = judge(GOOD, replace(HEARD, silent=250), replace(MINUTE, has_sound=False))

    assert quality.findings == ()
    assert quality.silent_share is None
    assert quality.clipped_share is None


def test_pictures_that_nobody_looked_at_are_not_called_good() -> None:
    quality = judge(None, replace(HEARD, silent=250), MINUTE, "The pictures were not checked.")

    assert quality.words == "The sound was silent all the time. The pictures were not checked."
    assert quality.face_seen_share is None
    assert quality.samples == 0


def test_a_recording_that_ended_before_the_first_look_is_not_checked() -> None:
    quality = judge(PictureCounts(), RecorderCounts(), MINUTE, "Too short.")

    assert quality.not_checked == "Too short."
    assert (quality.frozen_share, quality.silent_share) == (None, None)


def test_a_reason_for_not_checking_is_none_where_it_was_checked() -> None:
    assert judge(GOOD, HEARD, MINUTE, "Too short.").not_checked is None


def test_where_no_face_is_expected_none_is_missed() -> None:
    quality = judge(replace(GOOD, with_face=None), HEARD, MINUTE)

    assert quality.findings == ()
    assert quality.to_file("r", "t")["checker"]["detector"] is None


SIGNS = [
    # level, peak, age of the newest picture, distorted -> silent, clipped, stalled
    (-20.0, -6.0, 0.03, False, (0, 0, 0)),
    (None, None, 0.03, False, (1, 0, 0)),
    (-75.1, -70.0, 0.03, False, (1, 0, 0)),
    (-75.0, -70.0, 0.03, False, (0, 0, 0)),
    (-3.0, 0.0, 0.03, True, (0, 1, 0)),
    (-3.0, 0.0, 0.03, False, (0, 0, 0)),
    (-3.0, -0.1, 0.03, True, (0, 0, 0)),
    (-20.0, -6.0, 1.6, False, (0, 0, 1)),
    (-20.0, -6.0, None, False, (0, 0, 0)),
    (-20.0, -6.0, -100.0, False, (0, 0, 0)),
]


@pytest.mark.parametrize(("level_db", "peak_db", "age_s", "distorted", "counted"), SIGNS)
def test_a_sign_of_life_is_counted_for_what_it_tells(
    level_db: float | None,
    peak_db: float | None,
    age_s: float | None,
    distorted: bool,
    counted: tuple[int, int, int],
) -> None:
    counts = RecorderCounts().and_sign(level_db, peak_db, age_s, distorted=distorted)

    assert (counts.silent, counts.clipped, counts.stalled) == counted
    assert counts.heard == 1


def test_silence_is_what_the_live_alarm_calls_silence() -> None:
    assert THRESHOLDS.silent_below_db == sound_watch.FAINT_BELOW_DB


measures = st.floats(0, 255)
looks = st.builds(
    Look,
    time_ns=st.just(0),
    faces=st.one_of(st.none(), st.integers(0, 3)),
    brightness=measures,
    contrast=st.floats(0, 100),
    sharpness=st.floats(0, 20),
    change=st.one_of(st.none(), measures),
)
signs = st.tuples(
    st.one_of(st.none(), st.floats(-100, 0)),
    st.one_of(st.none(), st.floats(-100, 0)),
    st.one_of(st.none(), st.floats(-10, 10)),
    st.booleans(),
)


@given(
    st.lists(looks, max_size=30),
    st.lists(signs, max_size=30),
    st.builds(
        Totals,
        duration_s=st.floats(0, 1e6),
        frames=st.integers(0, 10**7),
        lost_frames=st.integers(0, 10**7),
        has_sound=st.booleans(),
        wanted_s=st.one_of(st.none(), st.floats(0.1, 1e5)),
        least_s=st.floats(0, 100),
    ),
)
def test_every_share_is_one(
    seen: list[Look],
    heard: list[tuple[float | None, float | None, float | None, bool]],
    totals: Totals,
) -> None:
    pictures, recorder = PictureCounts(), RecorderCounts()
    for look in seen:
        pictures = pictures.and_look(look)
    for level_db, peak_db, age_s, distorted in heard:
        recorder = recorder.and_sign(level_db, peak_db, age_s, distorted=distorted)

    quality = judge(pictures, recorder, totals, "Not checked.")

    shares = [getattr(quality, name) for name in SHARES]
    assert all(share is None or 0 <= share <= 1 for share in shares)
    assert all(each.share is None or 0 <= each.share <= 1 for each in quality.findings)
    assert (quality.not_checked is None) == bool(seen)
    assert quality.words.endswith(".")
    assert quality.to_file("r", "t")["findings"] == quality.to_json()["findings"]

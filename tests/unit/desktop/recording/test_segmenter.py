"""Where segments begin and end, and what their sidecars say."""

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.recording.segmenter import (
    LARGE_BYTES,
    Append,
    Begin,
    Captured,
    End,
    Place,
    Segmenter,
    Step,
    describe,
)
from desktop.recording.sound_ledger import SoundNews
from holdfast.fragments import Fragment, Init, Run, Track
from holdfast.soundloss import SoundLoss
from tests.support.scene_media import FPS, START_NS, encoded_scene

VIDEO = Track(1, "video", 90_000, "avc1", 64, 48, 0, 4)
INIT = Init(b"init", (VIDEO,))
HALF = 45_000


def fragment(start: int, *, key: bool, duration: int = HALF, size_bytes: int = 10) -> Fragment:
    """One picture that lasts `duration` ticks."""
    return Fragment(b"x" * size_bytes, (Run(1, start, duration, (start,), duration, key),))


def bounds(steps: Sequence[Step]) -> list[list[int]]:
    """First times of the fragments of each segment."""
    segments: list[list[int]] = []
    for step in steps:
        if isinstance(step, Begin):
            segments.append([])
        elif isinstance(step, Append):
            segments[-1].append(step.fragment.runs[0].pts[0])
    return segments


def segmented(parts: Sequence[Fragment], first_segment: int = 0) -> list[Step]:
    segmenter = Segmenter(first_segment)
    steps = segmenter.add(INIT)
    for part in parts:
        steps += segmenter.add(part)
    return steps + segmenter.end()


def test_a_segment_ends_at_the_first_key_frame_after_four_seconds() -> None:
    parts = [fragment(n * HALF, key=n % 4 == 0) for n in range(20)]

    steps = segmented(parts, first_segment=7)

    assert [step.number for step in steps if isinstance(step, Begin)] == [7, 8, 9]
    assert [len(each) for each in bounds(steps)] == [8, 8, 4]


def test_without_a_key_frame_it_goes_on() -> None:
    parts = [fragment(n * HALF, key=n in {0, 11}) for n in range(14)]

    assert [len(each) for each in bounds(segmented(parts))] == [11, 3]


def test_a_key_frame_just_before_four_seconds_does_not_end_it() -> None:
    parts = [fragment(0, key=True), fragment(4 * 90_000 - 1, key=True), fragment(500_000, key=True)]

    assert [len(each) for each in bounds(segmented(parts))] == [2, 1]


def test_a_large_segment_ends_at_the_next_key_frame() -> None:
    parts = [
        fragment(0, key=True, size_bytes=LARGE_BYTES),
        fragment(HALF, key=False),
        fragment(2 * HALF, key=True),
    ]

    assert bounds(segmented(parts)) == [[0, HALF], [2 * HALF]]


@given(st.lists(st.tuples(st.integers(1, 200_000), st.booleans()), min_size=1, max_size=80))
def test_every_fragment_is_in_one_segment_that_begins_with_a_key(
    spans: list[tuple[int, bool]],
) -> None:
    starts = [0, *itertools.accumulate(duration for duration, _ in spans)]
    parts = [
        fragment(start, key=key or start == 0, duration=duration)
        for start, (duration, key) in zip(starts, spans, strict=False)
    ]

    steps = segmented(parts)

    assert [pts for each in bounds(steps) for pts in each] == starts[: len(spans)]
    assert len([step for step in steps if isinstance(step, End)]) == len(bounds(steps))
    for segment, following in itertools.pairwise(bounds(steps)):
        assert following[0] - segment[0] >= 4 * 90_000
    keys = {part.runs[0].pts[0] for part in parts if part.runs[0].starts_with_key}
    assert {each[0] for each in bounds(steps)} <= keys


Span = tuple[int, bool, int, int]


@given(
    st.lists(
        st.tuples(
            st.integers(1, 200_000),
            st.booleans(),
            st.integers(0, LARGE_BYTES + 1),
            st.integers(0, 9),
        ),
        min_size=1,
        max_size=60,
    )
)
def test_pictures_stay_with_their_fragments_whatever_their_sizes(spans: list[Span]) -> None:
    segmenter = Segmenter(0)
    segmenter.add(INIT)
    data = bytes(LARGE_BYTES + 1)
    steps: list[Step] = []
    start = 0
    for number, (duration, key, size_bytes, lost) in enumerate(spans):
        segmenter.captured(Captured(start, number, lost))
        body = memoryview(data)[:size_bytes]
        run = Run(1, start, duration, (start,), duration, key or number == 0)
        steps += segmenter.add(Fragment(body, (run,)))  # type: ignore[arg-type]  # Not copied.
        start += duration
    steps += segmenter.end(lost=3)

    appended = [step for step in steps if isinstance(step, Append)]
    assert [each.pictures for each in appended] == [
        (Captured(each.fragment.runs[0].pts[0], number, spans[number][3]),)
        for number, each in enumerate(appended)
    ]
    assert len(appended) == len(spans)
    sizes: list[int] = []
    for step, following in itertools.pairwise(steps):
        if isinstance(step, Begin):
            sizes = []
            assert isinstance(following, Append)
            assert following.fragment.runs[0].starts_with_key
        elif isinstance(step, Append):
            due = sum(sizes) >= LARGE_BYTES and step.fragment.runs[0].starts_with_key
            assert not (sizes and due), "a large segment went on past a key frame"
            sizes.append(len(step.fragment.data))
    assert [step.lost for step in steps if isinstance(step, End)][-1] == 3


def test_what_is_lost_after_the_last_picture_is_noted_at_its_end() -> None:
    part = encoded_scene(60, 320, 240)
    init, parts = part.split()
    segmenter = Segmenter(0)
    for picture in part.captured:
        segmenter.captured(picture)
    items: list[Init | Fragment] = [init, *parts]
    steps = [step for item in items for step in segmenter.add(item)]
    begin, appended = steps[0], [step for step in steps if isinstance(step, Append)]
    assert isinstance(begin, Begin)

    sidecar = describe(Place("r", 0, 10.0), begin, appended, 1, "ab", lost_at_end=4)

    assert (sidecar.lost_frames, sidecar.losses) == (4, ((12.0, 4),))


def test_nothing_open_has_no_end() -> None:
    assert Segmenter(0).end() == []


def test_a_fragment_without_an_init_is_a_fault() -> None:
    with pytest.raises(ValueError, match="before the part's init"):
        Segmenter(0).add(fragment(0, key=True))


def test_pictures_go_with_the_fragment_that_holds_them() -> None:
    segmenter = Segmenter(0)
    segmenter.add(INIT)
    for number in range(3):
        segmenter.captured(Captured(number * HALF, number, 0))

    first = segmenter.add(fragment(0, key=True))[-1]
    second = segmenter.add(fragment(HALF, key=False))[-1]

    assert isinstance(first, Append)
    assert isinstance(second, Append)
    assert [each.pts for each in (*first.pictures, *second.pictures)] == [0, HALF]


def test_a_sidecar_says_what_is_in_the_segment() -> None:
    part = encoded_scene(300, 320, 240)
    init, parts = part.split()
    segmenter = Segmenter(0)
    for number, picture in enumerate(part.captured):
        lost = 5 if number == 130 else 0
        news = SoundNews(((4800 * number, 480),), ((4800 * number, 9600),), 12.5)
        sound = news if number in (130, 131) else SoundNews()
        segmenter.captured(Captured(picture.pts, picture.time_ns, lost, sound))
    segmenter.add(init)
    steps = [step for each in parts for step in segmenter.add(each)]
    begins = [index for index, step in enumerate(steps) if isinstance(step, Begin)]
    begin = steps[begins[1]]
    appended = [step for step in steps[begins[1] : begins[2]] if isinstance(step, Append)]
    assert isinstance(begin, Begin)

    sidecar = describe(Place("r", 2, 100.25), begin, appended, 999, "ab")

    assert (sidecar.recording, sidecar.segment, sidecar.part) == ("r", 1, 2)
    assert (sidecar.size_bytes, sidecar.sha256) == (999, "ab")
    assert (sidecar.start_s, sidecar.duration_s) == (104.25, 4.0)
    assert sidecar.frames == len(sidecar.frame_times_us) == 120
    assert sidecar.samples == pytest.approx(4 * 48_000, abs=1024)
    assert (sidecar.lost_frames, sidecar.losses) == (5, ((round(100.25 + 130 / FPS, 6), 5),))
    assert sidecar.sound == SoundLoss(
        lost=((113.25, 0.01), (113.35, 0.01)), silent=((113.25, 0.2), (113.35, 0.2))
    )
    assert sidecar.sound.lost_s == 0.02
    assert sidecar.base_monotonic_ns == START_NS + 4_000_000_000
    assert sidecar.frame_times_us[:3] == (0, 33_333, 66_666)

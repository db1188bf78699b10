"""How looks are counted: as they come, and no others than the recording's."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.recording.quality_looks import KEPT_BACK_S, Ask, Begin, LookCounter, Pause, Resume
from holdfast.quality import Look, PictureCounts

SECOND_NS = 1_000_000_000


def look(at_s: float, faces: int = 1) -> Look:
    return Look(round(at_s * SECOND_NS), faces, 200.0, 30.0, 0.1, 5.0)


def counter_from(begin_s: float) -> LookCounter:
    counter = LookCounter()
    counter.begin(Begin(round(begin_s * SECOND_NS)))
    return counter


def test_looks_before_the_beginning_and_after_the_end_are_forgotten() -> None:
    counter = LookCounter()
    counter.add(look(1.0))
    counter.begin(Begin(2 * SECOND_NS))
    for at_s in (1.9, 2.0, 2.5, 3.0, 3.1):
        counter.add(look(at_s))

    assert counter.end(Ask(1, 3 * SECOND_NS)).looks == 3


def test_the_next_recording_begins_with_nothing() -> None:
    counter = counter_from(0)
    for number in range(100):
        counter.add(look(number))
    counter.end(Ask(1, 99 * SECOND_NS))
    counter.add(look(99.5))
    counter.begin(Begin(100 * SECOND_NS))
    counter.add(look(100.5, faces=0))

    assert counter.end(Ask(1, 101 * SECOND_NS)) == PictureCounts(looks=1, with_face=0)


def test_a_recording_of_a_day_is_answered_from_a_handful_of_looks() -> None:
    counter = counter_from(0)
    held = []
    for number in range(2 * 86_400):
        counter.add(look(number / 2, faces=number % 2))
        held.append(counter.kept_back)

    assert max(held) <= KEPT_BACK_S * 2 + 1
    counts = counter.end(Ask(1, 86_400 * SECOND_NS))
    assert counts == PictureCounts(looks=172_800, with_face=86_400)


def test_what_is_to_be_seen_in_a_pause_is_forgotten() -> None:
    counter = counter_from(0)
    for at_s in (0.5, 1.0, 1.5):
        counter.add(look(at_s))
    counter.pause(Pause(round(1.2 * SECOND_NS)))
    assert not counter.is_counting
    counter.add(look(2.0))
    counter.resume(Resume(5 * SECOND_NS))
    for at_s in (4.9, 5.0, 5.5):
        counter.add(look(at_s))

    assert counter.end(Ask(1, 6 * SECOND_NS)).looks == 4


def test_a_recording_may_end_in_a_pause() -> None:
    counter = counter_from(0)
    counter.add(look(0.5))
    counter.pause(Pause(SECOND_NS))

    assert counter.end(Ask(1, 9 * SECOND_NS)).looks == 1
    assert not counter.is_counting


@given(
    st.lists(st.floats(0, 100), max_size=60).map(sorted),
    st.floats(0, 100),
    st.floats(0, KEPT_BACK_S),
)
def test_keeping_back_changes_no_count(times_s: list[float], begin_s: float, tail_s: float) -> None:
    end_s = max([*times_s, begin_s]) - tail_s
    counter = counter_from(begin_s)
    for at_s in times_s:
        counter.add(look(at_s))

    counts = counter.end(Ask(1, round(end_s * SECOND_NS)))

    begin_ns, end_ns = round(begin_s * SECOND_NS), round(end_s * SECOND_NS)
    expected = [each for each in times_s if begin_ns <= round(each * SECOND_NS) <= end_ns]
    assert counts.looks == len(expected)

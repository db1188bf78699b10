"""The bounded queue between capture and encoder."""

import threading
from collections import deque

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.recording.inbox import FRAMES_MAX, LOST_COUNTED, SOUND_GATHERS, Inbox, Stop
from desktop.recording.sources import Block, Frame


def frame(size_bytes: int, number: int = 0) -> Frame:
    return Frame(number, jpeg=bytes(size_bytes))


def block(number: int = 0) -> Block:
    return Block(number, np.zeros(480, np.int16))


Operation = tuple[str, int]


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("frame"), st.integers(1, 120)),
            st.tuples(st.just("block"), st.just(0)),
            st.tuples(st.just("take"), st.just(0)),
        )
    )
)
def test_it_keeps_order_and_bounds(operations: list[Operation]) -> None:
    inbox = Inbox(frames_max_bytes=100, blocks_max=3)
    inside: deque[Frame | Block] = deque()
    for number, (what, size_bytes) in enumerate(operations):
        frames = [each for each in inside if isinstance(each, Frame)]
        if what == "frame":
            item = frame(size_bytes, number)
            fits = not frames or sum(each.size_bytes for each in frames) + size_bytes <= 100
            assert inbox.offer_frame(item, wait=False) is fits
            if fits:
                inside.append(item)
        elif what == "block":
            sound = block(number)
            fits = len(inside) - len(frames) < 3
            assert inbox.offer_block(sound, wait=False) is fits
            if fits:
                inside.append(sound)
        else:
            assert inbox.take(timeout_s=0) is (inside.popleft() if inside else None)


@given(st.lists(st.integers(-1, 12), min_size=70, max_size=200))
def test_it_never_holds_more_than_it_may(operations: list[int]) -> None:
    """-1 takes one out; any other number is the size of a picture that is offered."""
    inbox = Inbox(frames_max_bytes=500)
    inside: deque[int] = deque()
    for size_bytes in operations:
        if size_bytes < 0:
            taken = inbox.take(timeout_s=0)
            assert isinstance(taken, Frame) == bool(inside)
            if isinstance(taken, Frame):
                assert taken.size_bytes == inside.popleft()
        elif inbox.offer_frame(frame(size_bytes), wait=False):
            inside.append(size_bytes)
        assert sum(inside) <= 500
        assert len(inside) <= FRAMES_MAX


def test_a_source_that_waits_is_let_in_when_there_is_room() -> None:
    inbox = Inbox(frames_max_bytes=100)
    inbox.offer_frame(frame(100), wait=True)
    let_in: list[bool] = []
    waiting = threading.Thread(
        target=lambda: let_in.append(inbox.offer_frame(frame(50), wait=True))
    )
    waiting.start()

    assert inbox.take() is not None
    waiting.join(10)

    assert let_in == [True]


def test_whoever_waits_is_let_go_when_it_closes() -> None:
    inbox = Inbox(frames_max_bytes=100)
    inbox.offer_frame(frame(100, 1), wait=True)
    answers: list[bool] = []
    waiting = threading.Thread(
        target=lambda: answers.append(inbox.offer_frame(frame(50), wait=True))
    )
    waiting.start()

    inbox.close()
    waiting.join(10)

    assert answers == [False]
    assert inbox.offer_block(block(), wait=True) is False
    last = inbox.take()
    assert isinstance(last, Frame)
    assert last.time_ns == 1
    assert inbox.take() is None


def test_a_stop_comes_after_what_was_in_before() -> None:
    inbox = Inbox()
    inbox.offer_frame(frame(1), wait=False)
    inbox.stop(end_ns=7)
    inbox.offer_block(block(), wait=False)

    assert isinstance(inbox.take(), Frame)
    assert inbox.take() == Stop(7)
    assert isinstance(inbox.take(), Block)


def test_small_pictures_are_bounded_in_number() -> None:
    inbox = Inbox()

    assert [inbox.offer_frame(frame(1), wait=False) for _ in range(FRAMES_MAX)] == [True] * 60
    assert inbox.offer_frame(frame(1), wait=False) is False


@pytest.mark.parametrize("size_bytes", [101, 10_000])
def test_a_single_picture_always_fits(size_bytes: int) -> None:
    assert Inbox(frames_max_bytes=100).offer_frame(frame(size_bytes), wait=False)


def test_sound_wakes_whoever_takes_even_where_no_picture_comes() -> None:
    inbox = Inbox()
    taken: list[object] = []
    taker = threading.Thread(target=lambda: taken.append(inbox.take()))
    taker.start()
    blocks = [block(number) for number in range(SOUND_GATHERS)]

    for each in blocks:
        inbox.offer_block(each, wait=False)
    taker.join(10)

    assert taken == blocks[:1]
    assert [inbox.take(timeout_s=0) for _ in blocks[1:]] == blocks[1:]
    inbox.close()


def test_a_picture_brings_the_sound_before_it() -> None:
    inbox = Inbox()
    taken: list[object] = []
    taker = threading.Thread(target=lambda: taken.extend([inbox.take(), inbox.take()]))
    taker.start()
    sound, picture = block(), frame(10)

    inbox.offer_block(sound, wait=False)
    inbox.offer_frame(picture, wait=False)
    taker.join(10)

    assert taken == [sound, picture]
    inbox.close()


def offered(inbox: Inbox, lost_before: int) -> int:
    """How many pictures find room, so many having been lost before each."""
    taken = 0
    while inbox.offer_frame(Frame(taken, jpeg=b"x", lost_before=lost_before), wait=False):
        taken += 1
    return taken


def test_a_queue_of_which_most_is_lost_holds_no_more_time_than_a_whole_one() -> None:
    whole, thin = Inbox(), Inbox()

    assert offered(whole, 0) == FRAMES_MAX
    assert offered(thin, 4) == FRAMES_MAX // 5
    assert whole.fill == thin.fill == 1.0
    for _ in range(FRAMES_MAX // 5):
        thin.take()
    assert thin.fill == 0.0


def test_one_long_loss_takes_little_room() -> None:
    inbox = Inbox()
    assert inbox.offer_frame(Frame(0, jpeg=b"x", lost_before=1000), wait=False)

    assert offered(inbox, 0) == FRAMES_MAX - 1 - LOST_COUNTED

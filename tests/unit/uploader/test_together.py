"""Ranges handed out to several senders: none twice, none lost, and nobody is left behind."""

import threading
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from holdfast import ranges
from holdfast.protocol import CHUNK_LEAST_BYTES
from holdfast.sidecar import Sidecar
from uploader.items import SegmentClaim
from uploader.outcome import OpenSegment, Result
from uploader.policy import DONE, Action, Decision
from uploader.together import Board, Joint

CHUNK = CHUNK_LEAST_BYTES
WAIT_S = 30


def at_most(chunk_bytes: int) -> Callable[[int], int]:
    return lambda left_bytes: min(chunk_bytes, left_bytes)


def joint_of(chunks: int) -> Joint:
    size_bytes = chunks * CHUNK
    recording = "01a1fb8a-b410-7945-970f-03c5d525a059"
    sidecar = Sidecar(recording, 0, 0, size_bytes, "a" * 64, 0.0, 4.0, 1, 0, 0, (), 0, (0,))
    claim = SegmentClaim("t", recording, 0, "", 0, 0, False)
    return Joint(OpenSegment(claim, sidecar, -1), [(0, size_bytes - 1)])


def test_every_range_is_handed_out_once_and_what_was_not_sent_comes_back() -> None:
    joint = joint_of(3)
    with joint.turn(at_most(CHUNK)) as first, joint.turn(at_most(CHUNK)) as second:
        assert first is not None
        assert second is not None
        assert (first.first, second.first) == (0, CHUNK)
        second.sent([(second.first, second.last)])
        assert joint.acknowledged_bytes() == CHUNK

    with joint.turn(at_most(10 * CHUNK)) as again:
        assert again is not None
        assert (again.first, again.last) == (0, CHUNK - 1)
        again.sent([(0, 9)])

    with joint.turn(at_most(10 * CHUNK)) as rest:
        assert rest is not None
        assert (rest.first, rest.last) == (10, CHUNK - 1)
    assert joint.acknowledged_bytes() == CHUNK + 10


def test_a_turn_that_ends_with_an_error_goes_back_too() -> None:
    joint = joint_of(1)
    try:
        with joint.turn(at_most(CHUNK)):
            raise InterruptedError
    except InterruptedError:
        assert joint.wait_for_work()


def test_that_it_is_complete_counts_more_than_what_went_wrong_beside_it() -> None:
    joint = joint_of(2)
    joint.answered(200, CHUNK)
    joint.end(Result(Decision(Action.RETRY, "No.")))
    joint.end(Result(DONE, status=201))
    joint.end(Result(Decision(Action.HOLD, "Full.")))

    assert joint.result() == Result(DONE, CHUNK, 201)
    with joint.turn(at_most(CHUNK)) as turn:
        assert turn is None


def test_where_nothing_is_left_and_nobody_says_complete_it_is_tried_again() -> None:
    joint = joint_of(1)
    with joint.turn(at_most(CHUNK)) as turn:
        assert turn is not None
        turn.sent([(0, CHUNK - 1)])
    joint.answered(200, CHUNK)

    assert not joint.wait_for_work()
    result = joint.result()
    assert (result.decision.action, result.sent_bytes, result.status) == (
        Action.RETRY,
        CHUNK,
        200,
    )


def test_the_owner_goes_on_with_what_a_helper_gave_back() -> None:
    joint = joint_of(1)
    taken, give_back = threading.Event(), threading.Event()

    def helper() -> None:
        with joint.turn(at_most(CHUNK)):
            taken.set()
            assert give_back.wait(WAIT_S)

    helping = threading.Thread(target=helper)
    helping.start()
    assert taken.wait(WAIT_S)
    found: list[bool] = []
    owner = threading.Thread(target=lambda: found.append(joint.wait_for_work()))
    owner.start()
    assert not found
    give_back.set()
    owner.join(WAIT_S)
    helping.join(WAIT_S)

    assert found == [True]


def test_it_is_not_closed_before_the_last_helper_left() -> None:
    calls: list[str] = []
    board = Board(lambda: calls.append("call"))
    joint = joint_of(4)
    helped = threading.Event()

    def helper() -> None:
        joined = board.join()
        assert joined is joint
        helped.set()
        # Only the end of the owner's block lets this one go.
        while joint.is_worth_helping():
            continue
        calls.append("left")
        joint.leave()

    helping = threading.Thread(target=helper)
    with board.offered(joint):
        assert calls == []
        for _ in range(2):
            with joint.turn(at_most(1)):
                assert calls == ["call"]
        helping.start()
        assert helped.wait(WAIT_S)
    assert calls == ["call", "left"]
    helping.join(WAIT_S)
    assert board.join() is None


def test_little_is_not_worth_helping_with() -> None:
    calls: list[str] = []
    board = Board(lambda: calls.append("call"))
    joint = joint_of(1)
    with joint.turn(at_most(1)) as turn:
        assert turn is not None
        turn.sent([(0, 0)])

    with board.offered(joint):
        assert board.join() is None
    assert calls == []


def test_nobody_is_called_for_what_goes_in_one_piece() -> None:
    calls: list[str] = []
    joint = joint_of(4)
    board = Board(lambda: calls.append("call"))
    with board.offered(joint), joint.turn(lambda left_bytes: left_bytes) as turn:
        assert turn is not None
        turn.sent([(turn.first, turn.last)])
    assert calls == []


@given(st.lists(st.tuples(st.integers(1, 400), st.integers(0, 400)), max_size=60))
def test_whatever_breaks_every_byte_is_sent_in_the_end(steps: list[tuple[int, int]]) -> None:
    joint = joint_of(1)
    sent: list[ranges.Range] = []
    for wanted, arrives in [*((w * 512, a * 512) for w, a in steps), *[(CHUNK, CHUNK)] * 61]:
        with joint.turn(at_most(wanted)) as turn:
            if turn is not None and arrives:
                here = (turn.first, min(turn.last, turn.first + arrives - 1))
                assert ranges.without(sent, here) == sent
                turn.sent([here])
                sent = ranges.merge([*sent, here])
                assert joint.acknowledged_bytes() == ranges.total_bytes(sent)

    assert sent == [(0, CHUNK - 1)]

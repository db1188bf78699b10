"""The one gate for all senders: when it closes, who asks, and what opens it again."""

import threading
from pathlib import Path

from tests.support.queues import LeapingClock, QueueInHome
from uploader.items import Network, NetworkStatus
from uploader.policy import Action, Decision
from uploader.reachability import Reachability

SILENCE = Decision(Action.ASK_RECEIVER, "The receiver does not answer.")


FULL = Decision(Action.HOLD, "The receiver's disk is full.", retry_after_s=120.0)


REFUSED = Decision(Action.PAUSE, "Not allowed.")


def gate(clock: LeapingClock) -> tuple[Reachability, list[NetworkStatus]]:
    told: list[NetworkStatus] = []
    return Reachability(clock, lambda _least, most: most, told.append), told


def test_the_gate_closes_and_asks_at_growing_intervals() -> None:
    clock = LeapingClock()
    reachability, told = gate(clock)

    for seconds in (1, 2, 4, 8):
        reachability.hold(SILENCE)
        assert not reachability.may_send()
        assert reachability.wait_s() == seconds
        clock.advance(seconds - 0.5)
        assert not reachability.is_probe_due()
        clock.advance(0.5)
        assert reachability.is_probe_due()

    assert told[-1].sentence == "The receiver does not answer (tried 4 times)."
    assert len({each.since for each in told}) == 1
    reachability.restored()
    assert reachability.may_send()
    assert told[-1].state is Network.ONLINE


def test_a_look_that_began_before_the_network_was_back_says_nothing_about_now() -> None:
    clock = LeapingClock()
    reachability, _ = gate(clock)
    reachability.hold(SILENCE)
    looks = reachability.looks
    reachability.look_now()

    reachability.hold(SILENCE, looks)
    assert reachability.is_probe_due()

    reachability.hold(SILENCE, reachability.looks)
    assert not reachability.is_probe_due()


def test_a_receiver_that_takes_nothing_is_known_to_answer(tmp_path: Path) -> None:
    opened = QueueInHome.open(tmp_path / "home", LeapingClock())
    reachability, told = gate(LeapingClock())
    reachability.hold(SILENCE)
    reachability.hold(FULL)
    assert [each.answers for each in told] == [False, True]

    for status in told:
        opened.queue.note_network(status)
        assert opened.queue.snapshot().answers is status.answers
        assert opened.queue.watch().look().answers is status.answers


def test_a_full_receiver_is_tried_again_by_sending() -> None:
    clock = LeapingClock()
    reachability, _ = gate(clock)
    reachability.hold(FULL)

    clock.advance(119.0)
    assert not reachability.may_send()
    clock.advance(62.0)
    assert reachability.may_send()
    assert not reachability.is_probe_due()


def test_what_was_on_its_way_ends_no_wait_that_the_receiver_asked_for() -> None:
    clock = LeapingClock()
    reachability, _ = gate(clock)
    reachability.hold(FULL)

    reachability.taken()
    reachability.restored()

    assert not reachability.may_send()
    clock.advance(reachability.wait_s())
    assert reachability.may_send()
    reachability.taken()
    assert reachability.status.state is Network.ONLINE


def test_another_receiver_inherits_no_wait() -> None:
    reachability, told = gate(LeapingClock())
    reachability.hold(FULL)

    reachability.begin_anew()

    assert reachability.may_send()
    assert told[-1].state is Network.ONLINE


def test_a_receiver_that_answers_and_takes_nothing_is_tried_less_and_less() -> None:
    clock = LeapingClock()
    reachability, _ = gate(clock)
    waits = []
    for _ in range(5):
        reachability.hold(Decision(Action.HOLD, "The receiver's disk is full."))
        waits.append(reachability.wait_s())
        reachability.restored()

    assert waits == [1, 2, 4, 8, 16]
    reachability.taken()
    reachability.hold(Decision(Action.HOLD, "The receiver's disk is full."))
    assert reachability.wait_s() == 1


def test_a_pause_says_so_and_a_person_can_look_now() -> None:
    clock = LeapingClock()
    reachability, told = gate(clock)
    for _ in range(20):
        reachability.hold(REFUSED)

    assert reachability.is_paused
    assert told[-1].state is Network.PAUSED
    reachability.look_now()
    assert reachability.is_probe_due()


def test_the_wall_clock_does_not_move_the_gate() -> None:
    clock = LeapingClock()
    reachability, _ = gate(clock)
    reachability.hold(SILENCE)

    clock.leap(-86_400)
    clock.advance(1.0)

    assert reachability.is_probe_due()


def test_one_asks_whether_the_receiver_is_there_and_the_others_take_its_answer() -> None:
    reachability, _ = gate(LeapingClock())
    asking, may_answer = threading.Event(), threading.Event()
    asked: list[str] = []

    def ask() -> Decision:
        asked.append(threading.current_thread().name)
        asking.set()
        assert may_answer.wait(20)
        return SILENCE

    answers: list[bool] = []
    threads = [
        threading.Thread(target=lambda: answers.append(reachability.probe(ask))) for _ in range(3)
    ]
    threads[0].start()
    assert asking.wait(20)
    waiting = threads[1:]
    for each in waiting:
        each.start()
    while reachability.waiting < 2:
        threading.Event().wait(0.005)
    may_answer.set()
    for each in threads:
        each.join(20)

    assert len(asked) == 1
    assert answers == [False, False, False]
    assert not reachability.may_send()


BLOCKED = Decision(Action.ASK_RECEIVER, "Something refuses what is sent (status 403).")


def test_several_items_that_fail_alike_close_the_gate_for_all() -> None:
    clock = LeapingClock()
    reachability, told = gate(clock)

    assert not reachability.failed_alike("a", BLOCKED)
    assert not reachability.failed_alike("a", BLOCKED)
    assert not reachability.failed_alike("b", BLOCKED)
    assert reachability.may_send()
    assert reachability.failed_alike("c", BLOCKED)

    assert not reachability.may_send()
    assert told[-1].sentence == BLOCKED.reason
    # One more is tried after a while, and fails: the wait grows.
    waits = []
    for item in "defg":
        waits.append(reachability.wait_s())
        clock.advance(waits[-1])
        assert reachability.may_send()
        reachability.restored()
        assert reachability.failed_alike(item, BLOCKED)
    assert waits == [1, 2, 4, 8]
    reachability.taken()
    assert not reachability.failed_alike("h", BLOCKED)


def test_items_that_fail_for_reasons_of_their_own_close_no_gate() -> None:
    reachability, _ = gate(LeapingClock())
    for number in range(10):
        other = Decision(Action.ASK_RECEIVER, f"Reason {number % 2}.")
        assert not reachability.failed_alike(str(number), other)


def test_a_hint_ends_looks_and_not_a_wait_that_the_receiver_asked_for() -> None:
    reachability, _ = gate(LeapingClock())
    reachability.hold(FULL)
    reachability.look_now(if_unreachable=True)
    assert not reachability.may_send()
    reachability.look_now()
    assert reachability.may_send()

    reachability.hold(SILENCE)
    reachability.look_now(if_unreachable=True)
    assert reachability.is_probe_due()

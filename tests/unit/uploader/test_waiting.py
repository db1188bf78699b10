"""Times in the database: order, backoff, clocks that leap, and trouble that needs a person."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from holdfast.protocol import SegmentStatus
from tests.recordings import RecordingOnDisk, make_recording
from tests.support.queues import LeapingClock, QueueInHome
from uploader.adopt import adopt
from uploader.errors import ClaimLost, UnknownRecording
from uploader.items import Network, NetworkStatus, SegmentClaim, Step
from uploader.patience import OF_A_DEFECT, OF_A_FULL_RECEIVER, OF_THE_UNKNOWN
from uploader.policy import Action, Decision
from uploader.reachability import Reachability
from uploader.transitions import Record
from uploader.why import FARTHEST_S, next_try


@pytest.fixture
def opened(tmp_path: Path) -> QueueInHome:
    return QueueInHome.open(tmp_path / "home", LeapingClock())


def record(opened: QueueInHome, reason: str = "The receiver had a problem (500).") -> Record:
    return Record("segment", opened.clock.now(), 1.0, "retry", reason=reason)


def announced(opened: QueueInHome, *segments: bytes) -> RecordingOnDisk:
    recording = make_recording(opened.home, opened.device, segments)
    adopt(opened.home, opened.queue, opened.device.sign)
    claim = opened.queue.claims.claim_recording()
    assert claim is not None
    opened.queue.steps.announced(claim, {}, record(opened, ""))
    return recording


def claimed(opened: QueueInHome) -> SegmentClaim:
    claim = opened.queue.claims.claim_segment()
    assert claim is not None
    return claim


def test_an_item_in_backoff_is_overtaken(opened: QueueInHome) -> None:
    announced(opened, b"one", b"two")
    opened.queue.settling.reschedule(claimed(opened), 60.0, record(opened))

    assert claimed(opened).segment == 1


def test_a_wait_ends_at_its_time_and_survives_a_restart(opened: QueueInHome) -> None:
    announced(opened, b"one")
    opened.queue.settling.reschedule(claimed(opened), 60.0, record(opened))
    opened.die()
    again = QueueInHome.open(opened.home.root, opened.clock, opened.device)

    assert again.queue.claims.claim_segment() is None
    assert again.queue.claims.next_segment_due_s() == 60.0
    opened.clock.advance(60.0)
    claim = claimed(again)
    assert (claim.attempts, claim.ask_first) == (1, True)
    again.close()


def test_a_clock_set_back_by_a_day_does_not_hold_anything_for_a_day(opened: QueueInHome) -> None:
    announced(opened, b"one")
    opened.queue.settling.reschedule(claimed(opened), 1800.0, record(opened))

    opened.clock.leap(-86_400)

    assert opened.queue.claims.next_segment_due_s() == 0.0
    assert claimed(opened).segment == 0


def test_a_clock_that_leaps_steals_no_claim(opened: QueueInHome) -> None:
    announced(opened, b"one")
    claim = claimed(opened)
    other = QueueInHome.open(opened.home.root, opened.clock, opened.device)
    opened.clock.leap(10 * 365 * 86_400)

    assert other.queue.claims.release_dead() == 0
    assert other.queue.claims.claim_segment() is None
    opened.queue.settling.complete(claim, record(opened))
    other.close()


def test_try_now_ends_waits_and_keeps_attempts(opened: QueueInHome) -> None:
    announced(opened, b"one")
    opened.queue.settling.reschedule(claimed(opened), 1800.0, record(opened))

    opened.queue.make_due()

    assert claimed(opened).attempts == 1


def test_who_completes_the_last_segment_hears_so(opened: QueueInHome) -> None:
    announced(opened, b"one", b"two")
    done = record(opened, "")

    assert [opened.queue.settling.complete(claimed(opened), done) for _ in range(2)] == [
        False,
        True,
    ]


def test_a_claim_that_was_returned_can_settle_nothing(opened: QueueInHome) -> None:
    announced(opened, b"one")
    claim = claimed(opened)
    opened.queue.claims.release_own()

    settling = opened.queue.settling
    endings: list[Callable[[], object]] = [
        lambda: settling.complete(claim, record(opened)),
        lambda: settling.fail(claim, record(opened)),
        lambda: settling.release(claim),
        lambda: settling.progress(claim, 1),
        lambda: settling.forgotten(claim, 0.0, record(opened)),
    ]
    for settle in endings:
        with pytest.raises(ClaimLost):
            settle()
    assert opened.queue.recording(claim.recording).step is Step.SEGMENTS


def test_the_receivers_word_about_segments_is_believed_where_it_is_about_ours(
    opened: QueueInHome,
) -> None:
    recording = make_recording(opened.home, opened.device, [b"one", b"two", b"three", b"four"])
    adopt(opened.home, opened.queue, opened.device.sign)
    claim = opened.queue.claims.claim_recording()
    assert claim is not None
    assert opened.queue.steps.segments_to_ask_about(claim, known=False) == []
    assert opened.queue.steps.segments_to_ask_about(claim, known=True) == [0, 1, 2, 3]
    sha256 = hashlib.sha256(b"one").hexdigest()
    statuses = {
        0: SegmentStatus(3, sha256, (), True),
        1: SegmentStatus(3, sha256, (), True),
        2: SegmentStatus(5, sha256, ((1, 4),), False),
        3: SegmentStatus(None, None, (), False),
    }

    opened.queue.steps.announced(claim, statuses, record(opened, ""))

    seen = opened.queue.segments(recording.id)
    assert [(each.state, each.acknowledged_bytes) for each in seen] == [
        ("completed", 3),
        ("pending", 0),
        ("pending", 1),
        ("pending", 0),
    ]
    asks = [claimed(opened).ask_first for _ in range(3)]
    assert asks == [False, True, False]


def test_an_old_claim_does_not_settle_a_new_one(opened: QueueInHome) -> None:
    announced(opened, b"one")
    old = claimed(opened)
    opened.queue.claims.release_own()
    new = claimed(opened)

    with pytest.raises(ClaimLost):
        opened.queue.settling.fail(old, record(opened))

    opened.queue.settling.complete(new, record(opened))


def test_finalising_waits_for_every_segment_and_for_the_manifest(opened: QueueInHome) -> None:
    recording = announced(opened, b"one", b"two")

    assert opened.queue.claims.claim_recording() is None
    opened.queue.settling.complete(claimed(opened), record(opened))
    assert opened.queue.claims.claim_recording() is None
    opened.queue.settling.complete(claimed(opened), record(opened))

    claim = opened.queue.claims.claim_recording()
    assert claim is not None
    assert (claim.recording, claim.step) == (recording.id, Step.FINALISE)


def test_the_history_keeps_every_try(opened: QueueInHome) -> None:
    recording = announced(opened, b"one")
    opened.queue.settling.reschedule(claimed(opened), 0.0, record(opened))
    opened.queue.settling.complete(claimed(opened), record(opened, ""))

    attempts = opened.queue.attempts(recording.id)

    assert [(each.segment, each.reason) for each in attempts] == [
        (None, ""),
        (0, "The receiver had a problem (500)."),
        (0, ""),
    ]


def test_what_nobody_knows_cannot_be_retried(opened: QueueInHome) -> None:
    with pytest.raises(UnknownRecording):
        opened.queue.retry("nothing")


def test_why_names_the_reason_and_the_next_try(opened: QueueInHome) -> None:
    recording = announced(opened, b"one")
    opened.queue.note_enrolled(True)
    opened.queue.settling.reschedule(claimed(opened), 192.0, record(opened))

    snapshot = opened.queue.recording(recording.id)

    assert snapshot.why == "The receiver had a problem (500). Next try in 3:12."
    assert snapshot.next_try_at is not None


@pytest.mark.parametrize(
    ("wait_s", "said"),
    [
        (-1, ""),
        (0.2, ""),
        (0.6, "Next try in 0:01."),
        (192, "Next try in 3:12."),
        (FARTHEST_S + 1, ""),
    ],
)
def test_a_try_that_is_due_is_not_said_to_come_in_no_time(wait_s: float, said: str) -> None:
    now = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)

    assert next_try(now + timedelta(seconds=wait_s), now) == said


def test_without_enrolment_the_sentence_says_what_to_do(opened: QueueInHome) -> None:
    recording = announced(opened, b"one")

    assert opened.queue.recording(recording.id).why == (
        "This computer is not enrolled at a receiver yet. Recordings are safe here; "
        "enrol it in the settings, or with holdfast enrol URL CODE."
    )


def test_offline_is_one_sentence_for_everything(opened: QueueInHome) -> None:
    recording = announced(opened, b"one")
    opened.queue.note_enrolled(True)
    since = opened.clock.now()
    opened.queue.note_network(NetworkStatus(Network.OFFLINE, since, "no route"))

    expected = (
        f"Offline since {since.astimezone():%H:%M}. Recordings are safe on this computer and will "
        "be sent when the network is back."
    )
    snapshot = opened.queue.snapshot()
    assert snapshot.network == "offline"
    assert snapshot.why == expected
    assert opened.queue.recording(recording.id).why == expected


def test_a_hint_cuts_waits_to_send_and_no_question_whether_it_plays(opened: QueueInHome) -> None:
    announced(opened, b"one")
    opened.queue.settling.reschedule(claimed(opened), 1800.0, record(opened))
    opened.queue.cut_waits()
    assert claimed(opened).attempts == 1


def test_try_now_reaches_whoever_sends(opened: QueueInHome) -> None:
    announced(opened, b"one")
    opened.queue.settling.reschedule(claimed(opened), 1800.0, record(opened))
    other = QueueInHome.open(opened.home.root, opened.clock, opened.device)
    before = opened.queue.asked_to_try()

    other.queue.ask_to_try_now()

    assert opened.queue.asked_to_try() not in (None, before)
    assert claimed(opened).attempts == 1
    other.close()


def stands(opened: QueueInHome) -> tuple[bool, str]:
    """Whether the one recording needs a person, and in which state its segment is."""
    (seen,) = opened.queue.watch().look().recordings
    (segment,) = opened.queue.segments(seen.id)
    return seen.needs_person, segment.state.value


def test_a_defect_of_the_receiver_needs_a_person_after_a_day_and_is_tried_all_the_same(
    opened: QueueInHome,
) -> None:
    recording = announced(opened, b"one")
    for hours in (0, 12, 23):
        opened.clock.advance(hours * 3600.0 - 60.0 * (hours > 0))
        opened.queue.settling.reschedule(claimed(opened), 0.0, record(opened), patience=OF_A_DEFECT)
        needs = hours == 23
        assert stands(opened) == (needs, "pending")

    opened.queue.settling.complete(claimed(opened), record(opened, ""))
    assert stands(opened) == (False, "completed")
    assert recording.id


def test_other_trouble_in_between_begins_the_day_anew(opened: QueueInHome) -> None:
    announced(opened, b"one")
    for patience in (OF_A_DEFECT, None, OF_A_DEFECT):
        opened.queue.settling.reschedule(claimed(opened), 0.0, record(opened), patience=patience)
        opened.clock.advance(20 * 3600.0)
        assert stands(opened) == (False, "pending")


def test_an_answer_that_nobody_knows_needs_a_person_the_third_time(opened: QueueInHome) -> None:
    recording = announced(opened, b"one")
    for needs in (False, False, True):
        opened.queue.settling.reschedule(
            claimed(opened), 0.0, record(opened), patience=OF_THE_UNKNOWN
        )
        assert stands(opened) == (needs, "pending")

    opened.queue.retry(recording.id)
    assert stands(opened) == (False, "pending")


def test_a_step_that_is_put_off_needs_a_person_in_the_same_way(opened: QueueInHome) -> None:
    make_recording(opened.home, opened.device, (b"one",))
    adopt(opened.home, opened.queue, opened.device.sign)
    for needs in (False, False, True):
        claim = opened.queue.claims.claim_recording()
        assert claim is not None
        opened.queue.steps.put_off(claim, 0.0, "Odd.", record(opened), patience=OF_THE_UNKNOWN)
        assert stands(opened) == (needs, "pending")


def test_a_receiver_that_is_full_for_an_hour_needs_a_person(opened: QueueInHome) -> None:
    gate = Reachability(opened.clock, lambda low, _high: low, opened.queue.note_network)
    full = Decision(Action.HOLD, "The receiver's disk is full.", patience=OF_A_FULL_RECEIVER)
    opened.queue.note_enrolled(True)
    watch = opened.queue.watch()
    for minutes, needs in ((0, False), (59, False), (2, True)):
        opened.clock.advance(minutes * 60.0)
        gate.hold(full)
        # That it answers small questions in between changes nothing.
        assert watch.look().is_refused is needs
        gate.restored()

    gate.taken()
    gate.hold(full)
    assert not watch.look().is_refused

"""Keeping and discarding: files, rows and what may be claimed, over crashes and lost databases."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from holdfast import durable
from holdfast.decision import UNDO_S, Decision, decided, read_decision
from holdfast.locks import try_lock
from tests.recordings import RecordingOnDisk, begin_recording, make_recording
from tests.support.queues import LeapingClock, QueueInHome
from uploader import looks
from uploader.adopt import adopt
from uploader.decisions import Decisions, write_decision
from uploader.errors import NotDecidable
from uploader.items import RecordingClaim, RecordingSnapshot, Step
from uploader.transitions import Record


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[QueueInHome]:
    queue = QueueInHome.open(tmp_path, LeapingClock())
    yield queue
    queue.close()


@pytest.fixture
def decisions(opened: QueueInHome) -> Decisions:
    return Decisions(opened.queue, opened.clock)


def scan(opened: QueueInHome) -> None:
    assert adopt(opened.home, opened.queue, opened.device.sign).troubles == []


def recorded(
    opened: QueueInHome, decision: Decision | None = "kept", *, after_accept: bool = False
) -> RecordingOnDisk:
    """A recording of two segments, with a decision of now, in the queue."""
    recording = make_recording(opened.home, opened.device, sizes=(100, 200), decision=None)
    if decision is not None:
        note = decided(decision, "test", opened.clock, after_accept=after_accept)
        write_decision(recording.folder, note)
    scan(opened)
    return recording


def snapshot(opened: QueueInHome, recording: RecordingOnDisk) -> RecordingSnapshot:
    return opened.queue.recording(recording.id)


def announce(opened: QueueInHome) -> RecordingClaim:
    """Bring the one recording to the step at which its segments are sent."""
    claim = opened.queue.claims.claim_recording()
    assert claim is not None
    assert claim.step is Step.ANNOUNCE
    opened.queue.steps.announced(claim, {}, record())
    return claim


def record(outcome: str = "done") -> Record:
    return Record("test", LeapingClock().now(), 0.1, outcome)


def send_all(opened: QueueInHome) -> None:
    while (claim := opened.queue.claims.claim_segment()) is not None:
        opened.queue.settling.complete(claim, record())


def names(recording: RecordingOnDisk) -> set[str]:
    return {path.name for path in recording.folder.path.iterdir()}


TRACE = {"announce.json", "decision.json", "recording.lock"}


def test_what_is_discarded_is_not_sent_any_further(
    opened: QueueInHome, decisions: Decisions
) -> None:
    recording = recorded(opened)
    announce(opened)
    assert opened.queue.claims.next_segment_due_s() == 0.0

    decisions.discard(recording.folder, "staff")

    assert opened.queue.claims.claim_segment() is None
    assert opened.queue.claims.claim_recording() is None
    assert opened.queue.claims.next_segment_due_s() is None
    assert opened.queue.decisions.claim_to_tell() is None
    assert "unless you keep it" in snapshot(opened, recording).why
    assert opened.queue.snapshot().totals.oldest_unsent_at is None


def test_a_discard_can_be_undone_until_its_time_is_over(
    opened: QueueInHome, decisions: Decisions
) -> None:
    recording = recorded(opened)
    announce(opened)
    decisions.discard(recording.folder, "staff")
    opened.clock.advance(UNDO_S - 1)
    assert decisions.close_due() == []

    decisions.keep(recording.folder, "staff")
    opened.clock.advance(UNDO_S)

    assert decisions.close_due() == []
    assert len(recording.segment_bytes()) == 2
    assert opened.queue.claims.claim_segment() is not None
    assert snapshot(opened, recording).decision == "kept"


def test_discarding_again_does_not_begin_the_time_anew(
    opened: QueueInHome, decisions: Decisions
) -> None:
    recording = recorded(opened)
    decisions.discard(recording.folder, "staff")
    opened.clock.advance(UNDO_S - 1)
    decisions.discard(recording.folder, "staff")
    opened.clock.advance(1)

    assert decisions.close_due() == [recording.id]


def test_afterwards_only_its_trace_is_left_and_the_receiver_is_to_be_told(
    opened: QueueInHome, decisions: Decisions
) -> None:
    recording = recorded(opened)
    durable.make_folder(recording.folder.quarantine)
    (recording.folder.quarantine / "000009.part").write_bytes(b"doubtful")
    decisions.discard(recording.folder, "staff")
    opened.clock.advance(UNDO_S)

    assert decisions.close_due() == [recording.id]

    assert names(recording) == TRACE
    claim = opened.queue.decisions.claim_to_tell()
    assert claim is not None
    assert snapshot(opened, recording).state == "discarded"
    with pytest.raises(NotDecidable, match="discarded before"):
        decisions.keep(recording.folder, "staff")
    opened.queue.steps.discarded(claim, record())
    assert snapshot(opened, recording).step is Step.DISCARDED
    assert opened.queue.decisions.claim_to_tell() is None


def test_a_scan_deletes_what_is_due_and_brings_nothing_back(
    opened: QueueInHome, decisions: Decisions
) -> None:
    recording = recorded(opened)
    decisions.discard(recording.folder, "staff")
    opened.clock.advance(UNDO_S)

    scan(opened)
    scan(opened)

    assert names(recording) == TRACE
    assert snapshot(opened, recording).why.startswith("It was discarded")


def test_the_receiver_is_told_once_nothing_is_on_its_way(
    opened: QueueInHome, decisions: Decisions
) -> None:
    recording = recorded(opened)
    announce(opened)
    sending = opened.queue.claims.claim_segment()
    assert sending is not None
    decisions.discard(recording.folder, "staff")
    opened.clock.advance(UNDO_S)
    decisions.close_due()

    assert opened.queue.decisions.claim_to_tell() is None
    opened.queue.settling.release(sending)
    assert opened.queue.decisions.claim_to_tell() is not None


@pytest.mark.parametrize("step", ["write_replacing", "empty_folder", "row"])
def test_killed_at_any_step_it_is_done_at_the_next_look(
    step: str,
    opened: QueueInHome,
    decisions: Decisions,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    recording = recorded(opened)
    decisions.discard(recording.folder, "staff")
    opened.clock.advance(UNDO_S)
    with monkeypatch.context() as killed:
        kill_after(killed, opened, step)
        with pytest.raises(Killed):
            decisions.close_due()

    scan(opened)

    assert names(recording) == TRACE
    assert opened.queue.decisions.claim_to_tell() is not None


class Killed(BaseException):
    """Stands for SIGKILL right after a step."""


def kill_after(monkeypatch: pytest.MonkeyPatch, opened: QueueInHome, step: str) -> None:
    target = opened.queue.decisions if step == "row" else durable
    name = "files_are_gone" if step == "row" else step
    before: Callable[..., object] = getattr(target, name)

    def die(*args: object, **more: object) -> None:
        if step != "row":
            before(*args, **more)
        raise Killed

    monkeypatch.setattr(target, name, die)


def test_a_lost_database_loses_no_discard(opened: QueueInHome, decisions: Decisions) -> None:
    in_time, over = recorded(opened), recorded(opened)
    decisions.discard(over.folder, "staff")
    opened.clock.advance(UNDO_S)
    scan(opened)
    decisions.discard(in_time.folder, "staff")
    opened.close()
    for path in opened.home.root.glob("queue.db*"):
        path.unlink()

    anew = QueueInHome.open(opened.home.root, opened.clock, opened.device)
    scan(anew)

    assert anew.queue.recording(in_time.id).decision == "discarded"
    assert len(in_time.segment_bytes()) == 2
    claim = anew.queue.decisions.claim_to_tell()
    assert claim is not None
    assert claim.recording == over.id
    assert names(over) == TRACE
    anew.close()


def test_what_must_be_accepted_first_is_never_claimed(
    opened: QueueInHome, decisions: Decisions
) -> None:
    recording = recorded(opened, "pending", after_accept=True)
    opened.queue.note_enrolled(True)

    assert opened.queue.claims.claim_recording() is None
    assert opened.queue.claims.next_recording_due_s() is None
    assert "nothing of it leaves this computer" in opened.queue.snapshot().why
    decisions.keep(recording.folder, "participant")
    announce(opened)


def test_no_crash_accepts_anything(opened: QueueInHome) -> None:
    looked_at, sensitive = (
        recorded(opened, "pending"),
        recorded(opened, "pending", after_accept=True),
    )

    scan(opened)

    kept, held = read_decision(looked_at.folder), read_decision(sensitive.folder)
    assert kept is not None
    assert (kept.decision, kept.by) == ("kept", "next start")
    assert held is not None
    assert held.decision == "pending"


def test_what_somebody_looks_at_waits_for_the_decision(opened: QueueInHome) -> None:
    recording = make_recording(opened.home, opened.device, sizes=(100,), decision="pending")
    lock = try_lock(recording.folder.lock, shared=True)
    assert lock is not None
    with lock:
        scan(opened)
        announce(opened)
        send_all(opened)
        assert opened.queue.claims.claim_recording() is None
        assert "Keep or Redo" in snapshot(opened, recording).why
        assert opened.queue.progress()[recording.id].is_undecided


def test_what_was_never_accepted_is_discarded_without_the_receiver(
    opened: QueueInHome, decisions: Decisions
) -> None:
    recording = recorded(opened, "pending", after_accept=True)
    decisions.discard(recording.folder, "participant")
    opened.clock.advance(UNDO_S)

    decisions.close_due()

    assert opened.queue.decisions.claim_to_tell() is None
    assert snapshot(opened, recording).step is Step.DISCARDED


def test_what_is_still_recorded_is_neither_kept_nor_discarded(
    opened: QueueInHome, decisions: Decisions
) -> None:
    recording = begin_recording(opened.home, opened.device)
    recording.add_segment(b"media")
    lock = try_lock(recording.folder.lock, shared=True)
    assert lock is not None
    with lock:
        scan(opened)
        with pytest.raises(NotDecidable, match="still being recorded"):
            decisions.discard(recording.folder, "staff")
        assert not recording.folder.decision.exists()


def test_what_is_being_finalised_cannot_be_discarded(
    opened: QueueInHome, decisions: Decisions
) -> None:
    recording = recorded(opened)
    announce(opened)
    send_all(opened)
    claim = opened.queue.claims.claim_recording()
    assert claim is not None
    assert claim.step is Step.FINALISE

    with pytest.raises(NotDecidable, match="being finished"):
        decisions.discard(recording.folder, "staff")
    opened.queue.steps.verified(claim, record())
    with pytest.raises(NotDecidable, match="administrator"):
        decisions.discard(recording.folder, "staff")

    note = read_decision(recording.folder)
    assert note is not None
    assert note.decision == "kept"


def test_a_decision_that_cannot_be_written_changes_nothing(
    opened: QueueInHome, decisions: Decisions, monkeypatch: pytest.MonkeyPatch
) -> None:
    recording = recorded(opened)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(durable, "write_replacing", full)
        with pytest.raises(OSError, match="space"):
            decisions.discard(recording.folder, "staff")

    assert snapshot(opened, recording).decision == "kept"
    announce(opened)


def test_the_next_take_is_not_chained_to_one_that_is_discarded(
    opened: QueueInHome, decisions: Decisions
) -> None:
    recording = recorded(opened)
    decisions.discard(recording.folder, "staff")

    following = begin_recording(opened.home, opened.device, session=recording.folder.session)
    following.add_segment(b"media")

    assert following.end().prev_session_manifest_sha256 is None


def test_when_the_receiver_keeps_it_a_person_is_asked_and_may_retry(
    opened: QueueInHome, decisions: Decisions
) -> None:
    recording = recorded(opened)
    decisions.discard(recording.folder, "staff")
    opened.clock.advance(UNDO_S)
    decisions.close_due()
    claim = opened.queue.decisions.claim_to_tell()
    assert claim is not None

    opened.queue.decisions.refused(claim, record("refused"))

    assert snapshot(opened, recording).is_failed
    assert opened.queue.decisions.claim_to_tell() is None
    opened.queue.retry(recording.id)
    assert opened.queue.decisions.claim_to_tell() is not None


def test_what_was_accepted_once_is_discarded_at_the_receiver_too(
    opened: QueueInHome, decisions: Decisions
) -> None:
    recording = recorded(opened, "pending", after_accept=True)
    decisions.keep(recording.folder, "participant")
    announce(opened)
    decisions.discard(recording.folder, "staff")
    opened.clock.advance(UNDO_S)

    decisions.close_due()

    assert opened.queue.decisions.claim_to_tell() is not None


def test_what_is_being_deleted_cannot_be_kept(opened: QueueInHome, decisions: Decisions) -> None:
    recording = recorded(opened)
    note = decisions.discard(recording.folder, "staff")
    # Killed before the queue knew.
    write_decision(recording.folder, note.finally_discarded())

    with pytest.raises(NotDecidable, match="discarded before"):
        decisions.keep(recording.folder, "staff")


def test_whoever_looked_at_it_may_die_long_after_the_last_change(
    opened: QueueInHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looks, "AGAIN_SEGMENTS", 0)
    recording = make_recording(opened.home, opened.device, sizes=(100,), decision="pending")
    lock = try_lock(recording.folder.lock, shared=True)
    assert lock is not None
    with lock:
        scan(opened)
        scan(opened)
        assert snapshot(opened, recording).decision == "pending"

    scan(opened)

    assert snapshot(opened, recording).decision == "kept"

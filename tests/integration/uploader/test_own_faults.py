"""A fault of Holdfast itself, or of its queue, costs the item in hand a wait, others nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from holdfast.jsonform import Json
from tests.integration.uploader.conftest import Device
from tests.integration.uploader.test_faults_on_the_way import hurried
from tests.support.live_receiver import LiveReceiver
from uploader import journey
from uploader.attempt import SegmentAttempt
from uploader.errors import QueueBusy
from uploader.items import SegmentClaim, Step
from uploader.outcome import Result
from uploader.worker import Outcome

TIMEOUT_S = 60.0
NewDevice = Callable[[str], Device]


class Faulty:
    """Fails so many times, then does what it stands in front of."""

    def __init__(self, fault: Exception, times: int) -> None:
        self.fault = fault
        self.left = times

    def maybe(self) -> None:
        if self.left > 0:
            self.left -= 1
            raise self.fault


def test_a_segment_that_nobody_can_send_holds_up_no_other(
    new_device: NewDevice, receiver: LiveReceiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = new_device(receiver.url)
    poisoned, other = device.record(10_000, 20_000), device.record(5_000)
    faulty = Faulty(ZeroDivisionError("a fault of ours"), 1_000)
    send = SegmentAttempt.send

    def sent(attempt: SegmentAttempt, claim: SegmentClaim) -> Result:
        if (claim.recording, claim.segment) == (poisoned.id, 0):
            faulty.maybe()
        return send(attempt, claim)

    monkeypatch.setattr(SegmentAttempt, "send", sent)
    queue = device.installation.queue

    assert device.installation.worker(device.events.append).run_until_empty(3.0) is Outcome.REMAINS
    assert queue.recording(other.id).custody.verified
    snapshot = queue.recording(poisoned.id)
    assert snapshot.custody.received_segments == 1
    assert "Holdfast itself failed while it sent this (ZeroDivisionError)" in snapshot.why

    faulty.left = 0
    queue.make_due()
    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY
    stored = receiver.stored(poisoned.folder.session, poisoned.id)
    assert stored == poisoned.segment_bytes()


def test_a_recording_that_nobody_can_announce_holds_up_no_other(
    new_device: NewDevice, receiver: LiveReceiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = new_device(receiver.url)
    first, second = device.record(10_000), device.record(5_000)
    faulty = Faulty(KeyError("a fault of ours"), 1)
    own_file = journey._own_file

    def read(path: Path) -> Json:
        if first.id in str(path):
            faulty.maybe()
        return own_file(path)

    monkeypatch.setattr(journey, "_own_file", read)

    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY

    assert faulty.left == 0
    reports = [each.why for each in device.events if "Holdfast itself failed" in each.why]
    assert len(reports) == 1
    steps = [device.installation.queue.recording(each.id).step for each in (first, second)]
    assert steps == [Step.VERIFIED, Step.VERIFIED]


def test_a_queue_that_was_busy_at_the_wrong_moment_keeps_no_claim(
    new_device: NewDevice, receiver: LiveReceiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its owner lives, so nobody else would ever return it."""
    device = new_device(receiver.url)
    recording = device.record(10_000)
    settling = device.installation.queue.settling
    faulty = Faulty(QueueBusy("Another process holds the queue database."), 1)
    complete = settling.complete

    def completed(*arguments: object) -> None:
        faulty.maybe()
        complete(*arguments)  # type: ignore[arg-type]  # whatever it was called with

    monkeypatch.setattr(settling, "complete", completed)

    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY

    assert faulty.left == 0
    assert receiver.stored(recording.folder.session, recording.id) == recording.segment_bytes()

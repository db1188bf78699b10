"""The sending rules at the moment of sending: real bytes, a real receiver, a real queue."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from holdfast.clock import SystemClock
from holdfast.locks import try_lock
from holdfast.protocol import status_path
from tests.integration.uploader.conftest import Device
from tests.recordings import RecordingOnDisk, begin_recording
from tests.support.chain import wait_for
from tests.support.live_receiver import LiveReceiver
from tests.support.troubled_proxy import TroubledProxy
from uploader.installation import Installation
from uploader.rules import FULL, GENTLE, OFF, Hours, RuleSettings
from uploader.settings import UploadSettings
from uploader.worker import Outcome, Worker

TIMEOUT_S = 60.0


@pytest.fixture
def device(new_device: Callable[[str], Device], proxy: TroubledProxy) -> Device:
    return new_device(proxy.url)


def worker_of(device: Device, settings: UploadSettings) -> Worker:
    installation = device.installation
    return Worker(
        installation.queue,
        installation.enrolment,
        installation.adopt,
        installation.clock,
        settings,
        device.events.append,
        uniform=lambda least, _most: least,
    )


@contextmanager
def running(worker: Worker) -> Iterator[None]:
    stop = threading.Event()
    thread = threading.Thread(target=worker.run, args=(stop,))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def received_bytes(device: Device, recording: RecordingOnDisk) -> int:
    return device.installation.queue.recording(recording.id).custody.received_bytes


def test_a_pause_from_another_process_breaks_off_what_is_on_its_way(
    device: Device, receiver: LiveReceiver
) -> None:
    recording = device.record(900_000)
    queue = device.installation.queue
    other = Installation.open(device.home, SystemClock())
    # 900 kB would take 90 s.
    with running(worker_of(device, UploadSettings(limit_rate_bytes_s=10_000))):
        wait_for(lambda: queue.snapshot().totals.uploading == 1, "a segment is on its way")
        other.queue.rules.pause_sending(None, "test")
        wait_for(lambda: queue.snapshot().totals.uploading == 0, "it is broken off")
        why = queue.recording(recording.id).why
        attempts = queue.recording(recording.id)
    other.queue.rules.resume_sending()
    other.close()

    assert why.startswith("Sending is paused until somebody resumes it.")
    assert not attempts.is_failed
    assert [each.event for each in device.events][-1] == "paused"
    assert worker_of(device, UploadSettings()).run_until_empty(TIMEOUT_S) is Outcome.EMPTY
    assert receiver.stored(recording.folder.session, recording.id) == recording.segment_bytes()


def test_who_waits_for_a_pause_goes_on_when_another_process_ends_it(device: Device) -> None:
    recording = device.record(30_000)
    device.installation.queue.rules.pause_sending(None, "test")
    other = Installation.open(device.home, SystemClock())
    with running(worker_of(device, UploadSettings())):
        wait_for(lambda: bool(device.events), "the worker says that it is paused")
        other.queue.rules.resume_sending()
        wait_for(recording.folder.receipt.exists, "the receipt")
    other.close()


def brought_home(proxy: TroubledProxy) -> list[str]:
    """What passed but for the device's word that it is there, which goes out whatever is held."""
    return [each.path for each in proxy.seen if each.path != status_path()]


def test_quiet_hours_end_a_run_until_empty_with_work_left(
    device: Device, proxy: TroubledProxy
) -> None:
    recording = device.record(30_000)
    begin = device.installation.clock.now().astimezone().time().replace(second=0, microsecond=0)
    hours = Hours(begin, begin)
    proxy.forget()

    settings = UploadSettings(rules=RuleSettings(quiet_hours=(hours,)))
    outcome = worker_of(device, settings).run_until_empty(TIMEOUT_S)

    assert outcome is Outcome.REMAINS
    assert brought_home(proxy) == []
    assert device.installation.queue.snapshot().network == "paused"
    assert "Quiet hours until" in device.installation.queue.recording(recording.id).why


def test_a_days_budget_is_not_overdrawn_and_the_rest_goes_the_next_day(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    first, second = device.record(30_000), device.record(30_000, 40_000)
    proxy.forget()
    budget = UploadSettings(rules=RuleSettings(daily_budget_bytes=70_000))

    outcome = worker_of(device, budget).run_until_empty(TIMEOUT_S)

    assert outcome is Outcome.REMAINS
    # What is complete gets its receipt: that costs no budget.
    assert first.folder.receipt.exists() != second.folder.receipt.exists()
    assert received_bytes(device, first) + received_bytes(device, second) == 70_000
    assert "Today's 0.07 MB are used up" in device.installation.queue.snapshot().why
    more = replace(budget, rules=RuleSettings(daily_budget_bytes=100_000))
    assert worker_of(device, more).run_until_empty(TIMEOUT_S) is Outcome.EMPTY
    for each in (first, second):
        assert receiver.stored(each.folder.session, each.id) == each.segment_bytes()


@contextmanager
def recording_running(device: Device) -> Iterator[None]:
    """Something is being recorded, by somebody who holds its lock as a station does."""
    begun = begin_recording(device.home, device.on_paper())
    lock = try_lock(begun.folder.lock)
    assert lock is not None
    with lock:
        device.installation.adopt()
        yield
        begun.add_segment(b"the only segment")
        begun.end("kept")


def test_off_while_recording_waits_for_its_end_and_says_so(
    device: Device, receiver: LiveReceiver
) -> None:
    recording = device.record(30_000)
    queue = device.installation.queue
    worker = worker_of(device, UploadSettings(rules=RuleSettings(while_recording=OFF)))
    with recording_running(device), running(worker):
        wait_for(lambda: queue.network().by_rule, "sending waits")
        why = queue.recording(recording.id).why
    assert why == "Sending waits until the recording has ended."
    assert receiver.stored(recording.folder.session, recording.id) == []
    device.installation.adopt()
    assert worker.run_until_empty(TIMEOUT_S) is Outcome.EMPTY

    assert receiver.stored(recording.folder.session, recording.id) == recording.segment_bytes()


def test_off_while_recording_ends_no_run_until_empty(device: Device, proxy: TroubledProxy) -> None:
    device.record(30_000)
    proxy.forget()
    worker = worker_of(device, UploadSettings(rules=RuleSettings(while_recording=OFF)))
    clock = SystemClock()
    with recording_running(device):
        started_ns = clock.monotonic_ns()
        outcome = worker.run_until_empty(2.0)
        took_s = (clock.monotonic_ns() - started_ns) / 1e9
        network = device.installation.queue.network()

    assert outcome is Outcome.REMAINS
    # It waits for the end of the recording, until its own time is up.
    assert took_s >= 2.0
    assert network.sentence == "Sending waits until the recording has ended."
    assert brought_home(proxy) == []


@pytest.mark.parametrize("speed", [FULL, GENTLE])
def test_gentle_sending_is_one_segment_at_a_time_with_rests(device: Device, speed: str) -> None:
    with recording_running(device):
        recording = device.record(*[200_000] * 12)
        with running(worker_of(device, UploadSettings(rules=RuleSettings(while_recording=speed)))):
            wait_for(recording.folder.receipt.exists, "the receipt")
    attempts = device.installation.queue.attempts(recording.id)
    spans = sorted(
        (each.started_at, each.started_at + timedelta(seconds=each.duration_s))
        for each in attempts
        if each.action == "segment"
    )

    together = sum(later[0] < earlier[1] for earlier, later in pairwise(spans))

    # Times are kept to the millisecond.
    assert (together > 0) == (speed == FULL), spans

"""Real bytes to a real receiver over a network that cuts, stalls, lies and limits."""

import json
import threading
from collections.abc import Callable

import pytest

from holdfast.protocol import problem
from tests.integration.uploader.conftest import Device
from tests.recordings import RecordingOnDisk
from tests.support import troubled_proxy as trouble
from tests.support.chain import wait_for
from tests.support.live_receiver import LiveReceiver
from tests.support.troubled_proxy import Fault, TroubledProxy
from uploader.settings import UploadSettings
from uploader.texts import COMPUTER_BUSY
from uploader.worker import Outcome, Worker

TIMEOUT_S = 60.0


@pytest.fixture
def device(new_device: Callable[[str], Device], proxy: TroubledProxy) -> Device:
    return new_device(proxy.url)


def hurried(device: Device) -> Worker:
    """A worker whose waits are the shortest that chance allows."""
    installation = device.installation
    return Worker(
        installation.queue,
        installation.enrolment,
        installation.adopt,
        installation.clock,
        UploadSettings(),
        device.events.append,
        uniform=lambda least, _most: least,
    )


def assert_at_home(device: Device, receiver: LiveReceiver, recording: RecordingOnDisk) -> None:
    assert recording.folder.receipt.exists()
    assert receiver.stored(recording.folder.session, recording.id) == recording.segment_bytes()
    snapshot = device.installation.queue.recording(recording.id)
    assert snapshot.custody.verified
    assert snapshot.custody.received_bytes == snapshot.size_bytes


def test_without_trouble_each_segment_of_one_chunk_is_one_request(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = device.record(700_000, 10, 900_000)
    proxy.forget()

    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY

    assert_at_home(device, receiver, recording)
    assert [each.status for each in proxy.segment_puts()] == [201, 201, 201]
    asked = [each for each in proxy.seen if "/segments/" in each.path and each.method != "PUT"]
    assert asked == []


def test_a_worker_that_has_ended_leaves_no_thread_that_would_read_a_closed_queue(
    device: Device,
) -> None:
    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY

    assert [each.name for each in threading.enumerate() if each.name.startswith("uploader")] == []


def test_a_default_proxy_refuses_once_for_each_connection_and_never_again(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    proxy.always = trouble.limit_bodies(1024 * 1024)
    refused = []
    for _ in range(2):
        recording = device.record(*[1_600_000] * 8)
        proxy.forget()
        assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY
        assert_at_home(device, receiver, recording)
        refused.append([each.status for each in proxy.seen].count(413))

    assert 1 <= refused[0] <= 2
    assert refused[1] == 0


def test_large_footage_travels_in_large_chunks(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = device.record(40_000_000)
    proxy.forget()

    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY

    assert_at_home(device, receiver, recording)
    sizes = [each.body_bytes for each in proxy.segment_puts()]
    assert sizes[0] == 960 * 1024
    assert max(sizes) > 2 * sizes[0]


def test_the_receiver_hears_how_the_device_is(device: Device, proxy: TroubledProxy) -> None:
    device.record(50_000)
    told: list[bytes] = []

    def listen(handler: trouble._Handler) -> int:
        told.append(handler.body())
        return handler.forward(told[-1])

    proxy.faults.append(Fault(listen, path="/devices/self/status"))
    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY

    assert json.loads(told[0])["totals"]["bytes_unsent"] == 50_000


@pytest.mark.parametrize(
    "fault",
    [
        trouble.cut_after(100_000),
        trouble.cut_after(0),
        trouble.lose_answer(),
        trouble.corrupt(),
        trouble.answer(500, b"{}"),
        trouble.answer(502, b"<html>Bad Gateway</html>"),
        trouble.answer(503, b"", {"Retry-After": "0"}),
        trouble.answer(302, b"", {"Location": "http://127.0.0.1:1/login"}),
        trouble.login_page("PUT", "/segments/"),
        trouble.login_page("PUT", "/recordings/"),
        trouble.login_page("PUT", "/manifest"),
        trouble.login_page("PUT", "/sessions/"),
    ],
    ids=lambda fault: "",
)
def test_one_fault_costs_nothing_but_time(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy, fault: Fault
) -> None:
    recording = device.record(300_000, 2_100_000)
    proxy.faults.append(fault)

    outcome = hurried(device).run_until_empty(TIMEOUT_S)

    assert outcome is Outcome.EMPTY
    assert not proxy.faults
    assert_at_home(device, receiver, recording)


def test_an_answer_that_is_no_receipt_is_never_taken_for_one(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = device.record(300_000)
    claims_to_be_ours = {"Holdfast-Protocol": "1"}
    proxy.faults.extend([trouble.answer(200, b"{}", claims_to_be_ours, path="/manifest")] * 3)

    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.FAILED

    assert not recording.folder.receipt.exists()
    assert "receipt was not accepted" in device.installation.queue.recording(recording.id).why
    device.installation.queue.retry(recording.id)
    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY
    assert_at_home(device, receiver, recording)


def test_only_missing_ranges_are_sent_after_an_interrupted_attempt(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = device.record(4_000_000)
    # The third chunk breaks for good: three tries of one attempt.
    passed = []

    def act(handler: trouble._Handler) -> int | None:
        passed.append(handler.length)
        if 3 <= len(passed) <= 5:
            handler.reset()
            return None
        return handler.forward(handler.body())

    proxy.always = Fault(
        lambda handler: (
            act(handler)
            if "/segments/" in handler.path and handler.command == "PUT"
            else handler.forward(handler.body())
        )
    )

    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY

    assert_at_home(device, receiver, recording)
    assert sum(each.body_bytes for each in proxy.segment_puts() if each.status) == 4_000_000


def test_a_proxy_with_a_small_limit_is_met_by_smaller_pieces(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = device.record(1_500_000, 1_500_000, 400_000)
    proxy.always = trouble.limit_bodies(256 * 1024)

    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY

    assert_at_home(device, receiver, recording)
    refused = [each for each in proxy.segment_puts() if each.status != 201 and each.status != 200]
    assert 1 <= len(refused) <= 4
    # A later run, and another process, remember.
    proxy.forget()
    another = device.record(1_500_000)
    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY
    assert_at_home(device, receiver, another)
    assert all(each.status in (200, 201) for each in proxy.segment_puts())


def test_a_proxy_that_takes_next_to_nothing_makes_nothing_fail(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = device.record(3 * 128 * 1024)
    proxy.always = trouble.limit_bodies(100 * 1024)
    worker = hurried(device)
    queue = device.installation.queue

    while not queue.recording(recording.id).attempts:
        assert worker.run_once()

    waiting = queue.recording(recording.id)
    assert not waiting.is_failed
    assert "Even pieces of 128 KiB are refused" in waiting.why
    # The proxy is gone, and so is what was learned about it.
    proxy.always = None
    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY
    assert_at_home(device, receiver, recording)


def test_a_receiver_that_takes_no_file_of_this_size_says_so_at_once(
    device: Device, proxy: TroubledProxy
) -> None:
    recording = device.record(2_000_000)
    body = json.dumps(problem("too_large", "Too large.", limit=1_000_000)).encode()
    proxy.faults.append(trouble.answer(413, body, {"Holdfast-Protocol": "1"}))
    proxy.forget()

    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.FAILED

    # One, and what another connection had begun meanwhile; not one after the other, a byte smaller.
    assert len(proxy.segment_puts()) <= 2
    why = device.installation.queue.recording(recording.id).why
    assert why.startswith("The receiver takes files of at most 1 MB, and this one has 2 MB.")


def test_a_segment_that_arrives_damaged_three_times_fails_and_the_rest_goes(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = device.record(50_000, 60_000)
    proxy.always = Fault(
        lambda handler: (
            trouble.corrupt().act(handler)
            if handler.path.endswith("/segments/0") and handler.command == "PUT"
            else handler.forward(handler.body())
        )
    )

    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.FAILED

    snapshot = device.installation.queue.recording(recording.id)
    assert snapshot.is_failed
    assert "damaged 3 times" in snapshot.why
    assert snapshot.custody.received_segments == 1
    proxy.always = None
    device.installation.queue.retry(recording.id)
    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY
    assert_at_home(device, receiver, recording)


def test_a_file_that_was_changed_is_never_sent(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = device.record(50_000, 60_000)
    path = recording.folder.segment(1)
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)

    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.FAILED

    why = device.installation.queue.recording(recording.id).why
    assert why.startswith(
        "A recorded file was changed after it was recorded (000001.mp4). It is kept and not sent."
    )
    assert not any(each.path.endswith("/segments/1") for each in proxy.seen)
    assert path.read_bytes() == data


def test_being_offline_costs_no_attempt(device: Device, proxy: TroubledProxy) -> None:
    recording = device.record(50_000)
    proxy.always = trouble.login_page()

    assert hurried(device).run_until_empty(3.0) is Outcome.REMAINS

    queue = device.installation.queue
    assert queue.snapshot().network == "receiver_unreachable"
    assert queue.recording(recording.id).attempts == 0
    assert [each.attempts for each in queue.segments(recording.id)] == [0]
    assert "login page" in queue.recording(recording.id).why
    assert [each.event for each in device.events] == ["offline"]
    proxy.always = None
    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY
    assert queue.snapshot().network == "online"


def test_while_a_recording_needs_the_computer_nothing_is_sent(
    device: Device, receiver: LiveReceiver
) -> None:
    recording = device.record(30_000, 20_000)
    worker = hurried(device)

    worker.hold(COMPUTER_BUSY)
    done = worker.run_once()
    held = device.installation.queue.recording(recording.id)
    worker.release()

    assert not done
    assert held.why == "Sending waits: the computer is busy recording."
    assert held.custody.received_bytes == 0
    assert worker.run_until_empty(TIMEOUT_S) is Outcome.EMPTY
    assert_at_home(device, receiver, recording)


def test_a_worker_that_waits_goes_on_as_soon_as_it_is_released(
    device: Device, receiver: LiveReceiver
) -> None:
    recording = device.record(30_000)
    worker = hurried(device)
    stop = threading.Event()
    worker.hold(COMPUTER_BUSY)
    running = threading.Thread(target=worker.run, args=(stop,))
    running.start()

    try:
        queue = device.installation.queue
        wait_for(lambda: queue.recording(recording.id).why == COMPUTER_BUSY, "sending waits")
        worker.release()
        wait_for(recording.folder.receipt.exists, "the receipt")
    finally:
        stop.set()
        running.join()
    assert_at_home(device, receiver, recording)

"""Waits of half an hour that end at once: a receiver that is started, a person who asks."""

import threading
from collections.abc import Callable, Iterator

import pytest

from tests.integration.uploader.conftest import Device
from tests.recordings import RecordingOnDisk
from tests.support import troubled_proxy as trouble
from tests.support.chain import wait_for
from tests.support.live_receiver import LiveReceiver
from tests.support.troubled_proxy import TroubledProxy
from uploader.cli import queue as queue_command
from uploader.hints import Hint
from uploader.items import Network
from uploader.worker import Worker

PATIENCE_S = 60.0
COME_BACK_LATER = {"Retry-After": "1800"}


@pytest.fixture
def device(new_device: Callable[[str], Device], proxy: TroubledProxy) -> Device:
    return new_device(proxy.url)


@pytest.fixture
def running(device: Device) -> Iterator[Worker]:
    worker, stop = device.installation.worker(device.events.append), threading.Event()
    thread = threading.Thread(target=worker.run, args=(stop,))
    thread.start()
    yield worker
    stop.set()
    thread.join(PATIENCE_S)
    assert not thread.is_alive()


def waits_for_half_an_hour(device: Device, proxy: TroubledProxy) -> RecordingOnDisk:
    proxy.always = trouble.answer(503, b"<html>", COME_BACK_LATER)
    recording = device.record(100_000)
    queue = device.installation.queue

    def is_waiting() -> bool:
        status = queue.network()
        now = device.installation.clock.now()
        return (
            status.state is Network.RECEIVER_UNREACHABLE
            and status.next_try_at is not None
            and (status.next_try_at - now).total_seconds() > 1700
        )

    wait_for(is_waiting, "the receiver is waited for", PATIENCE_S)
    assert "Next try in" in queue.recording(recording.id).why
    return recording


def wait_until_verified(device: Device, recording: RecordingOnDisk) -> None:
    queue = device.installation.queue
    wait_for(
        lambda: queue.recording(recording.id).custody.verified, "it is at the receiver", PATIENCE_S
    )


def test_a_receiver_that_is_started_ends_the_wait(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy, running: Worker
) -> None:
    recording = waits_for_half_an_hour(device, proxy)
    knocks = running.knock.shut
    proxy.stop()
    wait_for(lambda: running.knock.shut > knocks, "the port was found shut", PATIENCE_S)

    # Connections that were open before live on in their threads.
    proxy.always = None
    again = TroubledProxy(receiver.url, port=int(proxy.url.rpartition(":")[2])).start()

    wait_until_verified(device, recording)
    again.stop()


def test_a_person_in_another_process_ends_the_wait(
    device: Device, proxy: TroubledProxy, running: Worker
) -> None:
    from click.testing import CliRunner

    recording = waits_for_half_an_hour(device, proxy)
    proxy.always = None

    said = CliRunner().invoke(queue_command, ["retry", "--now", "--home", str(device.home.root)])

    assert said.exit_code == 0
    assert "No wait goes on" in said.stdout
    wait_until_verified(device, recording)


@pytest.mark.parametrize("hint", [Hint.NETWORK, Hint.AWAKE])
def test_a_hint_ends_the_wait(
    device: Device, proxy: TroubledProxy, running: Worker, hint: Hint
) -> None:
    recording = waits_for_half_an_hour(device, proxy)
    proxy.always = None

    running.take_hint(hint)

    wait_until_verified(device, recording)


def test_a_way_that_takes_no_segment_is_tried_once_in_a_while_and_not_a_thousand_times(
    device: Device, proxy: TroubledProxy, running: Worker
) -> None:
    recordings = [device.record(*[5_000] * 20) for _ in range(3)]

    def refuse_uploads(handler: trouble._Handler) -> int | None:
        body = handler.body()
        is_upload = handler.command == "PUT" and "/segments/" in handler.path
        if not is_upload:
            return handler.forward(body)
        return handler.answer(403, b"<html>No uploads</html>", {})

    proxy.always = trouble.Fault(refuse_uploads)
    running.wake()
    queue = device.installation.queue
    wait_for(
        lambda: "refuses what is sent (status 403)" in queue.snapshot().why,
        "the reason",
        PATIENCE_S,
    )

    snapshot = queue.snapshot()
    assert snapshot.network is Network.RECEIVER_UNREACHABLE
    assert all(not each.is_failed for each in snapshot.recordings)
    tried = sum(segment.attempts for each in recordings for segment in queue.segments(each.id))
    assert tried < 10
    proxy.always = None
    running.try_now()
    for each in recordings:
        wait_until_verified(device, each)

"""One large file over a link that breaks and loses answers: what is sent, and how often."""

import threading
from collections.abc import Callable

import pytest

from tests.integration.uploader.conftest import Device
from tests.integration.uploader.test_faults_on_the_way import (
    TIMEOUT_S,
    assert_at_home,
    hurried,
)
from tests.support import troubled_proxy as trouble
from tests.support.live_receiver import LiveReceiver
from tests.support.troubled_proxy import Fault, TroubledProxy
from uploader.link_rows import Remembered
from uploader.metered import connection_in_use
from uploader.pace import network_name
from uploader.worker import Outcome

FOOTAGE_BYTES = 24_000_000
CHUNK_BYTES = 960 * 1024
RESET_AFTER_BYTES = 3 << 20
HERE = network_name(connection_in_use().name, "127.0.0.1")


@pytest.fixture
def device(new_device: Callable[[str], Device], proxy: TroubledProxy) -> Device:
    return new_device(proxy.url)


def is_segment_put(handler: trouble._Handler) -> bool:
    return handler.command == "PUT" and "/segments/" in handler.path


def test_one_large_file_goes_over_two_connections_at_once(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = device.record(FOOTAGE_BYTES)
    both = threading.Barrier(2)
    connections: set[object] = set()

    def act(handler: trouble._Handler) -> int:
        if is_segment_put(handler):
            connections.add(handler.client_address)
            if len(connections) < 3 and not both.broken and handler.client_address not in met:
                met.add(handler.client_address)
                both.wait(TIMEOUT_S)
        return handler.forward(handler.body())

    met: set[object] = set()
    proxy.always = Fault(act)

    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY

    assert_at_home(device, receiver, recording)
    assert len(connections) == 2
    assert sum(each.body_bytes for each in proxy.segment_puts()) == FOOTAGE_BYTES


def test_a_break_costs_one_chunk_at_most(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = device.record(FOOTAGE_BYTES)
    carried: dict[object, int] = {}

    def act(handler: trouble._Handler) -> int | None:
        if not is_segment_put(handler):
            return handler.forward(handler.body())
        left = RESET_AFTER_BYTES - carried.get(handler.client_address, 0)
        if handler.length > left:
            handler.body(left)
            handler.reset()
            return None
        carried[handler.client_address] = RESET_AFTER_BYTES - left + handler.length
        return handler.forward(handler.body())

    proxy.always = Fault(act)

    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY

    assert_at_home(device, receiver, recording)
    puts = proxy.segment_puts()
    broken = [each.body_bytes for each in puts if each.status is None]
    arrived = [each.body_bytes for each in puts if each.status is not None]
    assert len(broken) >= FOOTAGE_BYTES // RESET_AFTER_BYTES - 2
    assert sum(arrived) == FOOTAGE_BYTES
    # After the first ones it knows better than to send as much as it could.
    assert max(arrived[-8:]) < CHUNK_BYTES
    assert sum(broken) / FOOTAGE_BYTES < 0.25


def test_a_chunk_whose_answer_was_lost_is_not_sent_again(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = device.record(FOOTAGE_BYTES, 500_000)
    lost: list[str] = []

    def act(handler: trouble._Handler) -> int | None:
        if is_segment_put(handler) and lost.count(handler.path) < 2:
            lost.append(handler.path)
            return trouble.lose_answer().act(handler)
        return handler.forward(handler.body())

    proxy.always = Fault(act)

    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY

    assert_at_home(device, receiver, recording)
    assert sum(each.body_bytes for each in proxy.segment_puts()) == FOOTAGE_BYTES + 500_000


def test_a_run_begins_with_what_was_remembered_of_the_network_and_remembers_more(
    device: Device, proxy: TroubledProxy
) -> None:
    enrolment = device.installation.enrolment()
    assert enrolment is not None
    links = device.installation.queue.links
    links.keep(enrolment.receiver, HERE, Remembered(2 * CHUNK_BYTES))
    device.record(FOOTAGE_BYTES)

    assert hurried(device).run_until_empty(TIMEOUT_S) is Outcome.EMPTY

    assert {each.body_bytes for each in proxy.segment_puts()[:2]} == {2 * CHUNK_BYTES}
    known = links.of(enrolment.receiver, HERE)
    assert known is not None
    assert known.rate_bytes_s is not None
    assert known.round_trip_s is not None

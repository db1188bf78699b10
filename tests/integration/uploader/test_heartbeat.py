"""What a real device tells a real receiver of itself."""

from collections.abc import Callable

from holdfast.clock import SystemClock
from holdfast.receiver_layout import ReceiverData
from holdfast.version import VERSION
from server.ops.overview import overview_of
from server.receiver import open_receiver
from tests.integration.uploader.conftest import Device
from tests.support.live_receiver import LiveReceiver


def test_the_receiver_knows_queue_disk_clock_and_version(
    new_device: Callable[[str], Device], receiver: LiveReceiver
) -> None:
    device = new_device(receiver.url)
    device.record(1000)
    worker = device.installation.worker(device.events.append)
    worker.run_until_empty(60.0)
    device.record(2000, decision="pending")
    device.installation.worker(device.events.append).run_until_empty(60.0)

    opened = open_receiver(ReceiverData(receiver.data), SystemClock())
    try:
        states = overview_of(opened.database, opened.clock).devices
    finally:
        opened.close()

    (state,) = [each for each in states if each.id == device.installation.identity.device]
    assert state.last_contact_at is not None
    assert state.silent_since is None
    assert state.news.version == VERSION
    assert state.news.disk_hours is not None
    assert state.news.disk_hours > 0
    assert state.news.segments_unsent is not None
    assert state.news.clock_offset_s is not None
    # Both run on this computer.
    assert abs(state.news.clock_offset_s) < 30

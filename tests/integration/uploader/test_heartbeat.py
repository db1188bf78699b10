"""What a real device tells a real receiver of itself."""

from collections.abc import Callable

from holdfast.clock import SystemClock
from holdfast.version import VERSION
from server.ops.overview import DeviceState, overview_of
from tests.integration.uploader.conftest import Device
from tests.support.live_receiver import LiveReceiver
from uploader.housekeeping import HELD_HEARTBEAT_S, HOUSEKEEPING_S
from uploader.settings import UploadSettings
from uploader.worker import Worker

PAUSED = "Sending is paused until somebody resumes it. Recordings are safe on this computer."


class AheadClock(SystemClock):
    """This computer's clock, but for time that a test has left out."""

    ahead_s = 0.0

    def monotonic_ns(self) -> int:
        return super().monotonic_ns() + int(self.ahead_s * 1e9)


def state_of(device: Device, receiver: LiveReceiver) -> DeviceState:
    with receiver.opened() as opened:
        states = overview_of(opened.database, opened.presence, opened.clock).devices
    (state,) = [each for each in states if each.id == device.installation.identity.device]
    return state


def test_the_receiver_knows_queue_disk_clock_and_version(
    new_device: Callable[[str], Device], receiver: LiveReceiver
) -> None:
    device = new_device(receiver.url)
    device.record(1000)
    worker = device.installation.worker(device.events.append)
    worker.run_until_empty(60.0)
    device.record(2000, decision="pending")
    device.installation.worker(device.events.append).run_until_empty(60.0)

    contact = device.installation.queue.watch().look().contact
    assert contact is not None
    assert f"http://{contact.receiver}" == receiver.url
    state = state_of(device, receiver)
    assert state.last_contact_at is not None
    assert state.silent_since is None
    assert state.news.version == VERSION
    assert state.news.disk_hours is not None
    assert state.news.disk_hours > 0
    assert state.news.segments_unsent is not None
    assert state.news.clock_offset_s is not None
    # Both run on this computer.
    assert abs(state.news.clock_offset_s) < 30


def test_a_device_whose_sending_is_paused_is_heard_of_now_and_then(
    new_device: Callable[[str], Device], receiver: LiveReceiver
) -> None:
    device, clock = new_device(receiver.url), AheadClock()
    home = device.installation
    device.record(1000)
    home.queue.rules.pause_sending(None, "test")
    worker = Worker(home.queue, home.enrolment, home.adopt, clock, UploadSettings(), print)

    assert not worker.run_once()

    told = state_of(device, receiver)
    assert told.news.held == PAUSED
    assert told.news.segments_unsent == 1
    assert PAUSED in told.line()
    clock.ahead_s += HELD_HEARTBEAT_S - HOUSEKEEPING_S
    worker.run_once()
    assert state_of(device, receiver) == told

    clock.ahead_s += HOUSEKEEPING_S + 1
    worker.run_once()
    later = state_of(device, receiver)
    assert later.last_contact_at != told.last_contact_at

    home.queue.rules.resume_sending()
    clock.ahead_s += HOUSEKEEPING_S
    worker.run_once()
    assert state_of(device, receiver).news.held is None

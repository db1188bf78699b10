"""A computer whose clock is decades off, or leaps while it sends: all of it arrives."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from holdfast.clock import SystemClock
from holdfast.layout import Home
from tests.integration.uploader.conftest import Device
from tests.recordings import DeviceOnPaper, make_recording
from tests.support.live_receiver import LiveReceiver
from uploader.enrol import enrol_device
from uploader.installation import Installation
from uploader.items import UploadEvent
from uploader.worker import Outcome

TIMEOUT_S = 60.0
YEARS = timedelta(days=20 * 365)


class WrongClock(SystemClock):
    """The real clock, with a wall clock that somebody sets."""

    off = timedelta()

    def now(self) -> datetime:
        return super().now() + self.off


@pytest.fixture
def clock() -> WrongClock:
    return WrongClock()


@pytest.fixture
def device(tmp_path: Path, clock: WrongClock, receiver: LiveReceiver) -> Iterator[Device]:
    with Installation.open(Home(tmp_path / "home"), clock) as installation:
        yield Device(installation)


@pytest.mark.parametrize("off", [YEARS, -YEARS], ids=["ahead", "behind"])
def test_a_clock_that_is_decades_off(
    device: Device, clock: WrongClock, receiver: LiveReceiver, off: timedelta
) -> None:
    clock.off = off
    installation = device.installation
    identity = installation.identity
    enrol_device(installation, receiver.url, receiver.enrolment_code(), "kiosk")
    recording = make_recording(
        device.home,
        DeviceOnPaper(identity.device, identity.key),
        sizes=[30_000, 20_000],
        started_at=clock.now(),
    )
    installation.adopt()

    outcome = installation.worker(device.events.append).run_until_empty(TIMEOUT_S)

    assert outcome is Outcome.EMPTY
    stored = receiver.stored(recording.folder.session, recording.id)
    assert stored == recording.segment_bytes()
    known = installation.queue.receiver.receiver_clock()
    assert known is not None
    assert known.offset_of(recording.announcement) is None  # the recording is of another boot
    receivers = known.now(clock)
    assert receivers is not None
    assert abs(receivers - SystemClock().now()) < timedelta(minutes=5)


def test_a_clock_that_leaps_after_each_segment(
    device: Device, clock: WrongClock, receiver: LiveReceiver
) -> None:
    installation = device.installation
    enrol_device(installation, receiver.url, receiver.enrolment_code(), "kiosk")
    recording = device.record(*[20_000] * 6)

    def leap(event: UploadEvent) -> None:
        device.events.append(event)
        clock.off = -clock.off if clock.off else YEARS

    outcome = installation.worker(leap).run_until_empty(TIMEOUT_S)

    assert outcome is Outcome.EMPTY
    stored = receiver.stored(recording.folder.session, recording.id)
    assert stored == recording.segment_bytes()
    assert installation.queue.recording(recording.id).custody.verified

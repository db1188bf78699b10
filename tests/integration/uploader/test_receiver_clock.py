"""What the receiver says of the time, in passing, is kept for the recordings of this boot."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.integration.uploader.conftest import Device
from tests.recordings import begin_recording
from tests.support.live_receiver import LiveReceiver
from uploader.worker import Outcome


def test_the_first_contact_tells_how_far_the_clock_is_off(
    new_device: Callable[[str], Device], receiver: LiveReceiver
) -> None:
    device = new_device(receiver.url)
    installation = device.installation
    assert installation.queue.receiver.receiver_clock() is None
    device.record(1000)

    outcome = installation.worker(device.events.append).run_until_empty(60.0)

    assert outcome is Outcome.EMPTY
    known = installation.queue.receiver.receiver_clock()
    assert known is not None
    clock = installation.clock
    now_ns = clock.monotonic_ns()
    announcement = replace(
        begin_recording(device.home, device.on_paper(), started_at=clock.now()).announcement,
        boot_id=clock.boot_id(),
        started_monotonic_ns=now_ns,
    )
    offset = installation.queue.receiver.clock_offset(announcement)
    # Both run on this computer: the truth is zero, but for the time that the two lines above take.
    assert offset is not None
    assert offset["value"] == pytest.approx(0, abs=offset["uncertainty"] + 1)
    assert 0 < offset["uncertainty"] < 30

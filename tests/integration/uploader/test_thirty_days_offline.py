"""N17: weeks without a network and ten thousand segments. All of it drains, each byte sent once."""

from datetime import timedelta
from pathlib import Path

import pytest

from holdfast.clock import SystemClock
from holdfast.layout import Home
from tests.integration.uploader.conftest import Device
from tests.integration.uploader.test_wrong_clock import WrongClock
from tests.support.live_receiver import LiveReceiver
from tests.support.many_recordings import FIRST_AT, SEGMENT_BYTES, make_many
from tests.support.ports import free_port
from uploader.enrol import enrol_device
from uploader.installation import Installation
from uploader.items import Step
from uploader.worker import Outcome

DAYS = 30
TRIED_ON_DAYS = (0, 1, 9, 29)
TRIED_S = 1.0
DRAINED_S = 1200.0


@pytest.mark.parametrize(
    ("recordings", "segments"),
    [
        pytest.param(20, 10, id="200 segments"),
        pytest.param(1000, 10, id="10,000 segments", marks=pytest.mark.slow),
    ],
)
@pytest.mark.timeout(1500)
def test_thirty_days_without_a_network(tmp_path: Path, recordings: int, segments: int) -> None:
    port = free_port()
    live = LiveReceiver.start(tmp_path / "data", port)
    clock = WrongClock()
    first_day = FIRST_AT - SystemClock().now()
    clock.off = first_day
    with Installation.open(Home(tmp_path / "home"), clock) as installation:
        device = Device(installation)
        enrol_device(installation, live.url, live.enrolment_code(), "field")
        live.stop()
        made = make_many(device.home, device.on_paper(), recordings, segments, with_sidecars=True)
        installation.adopt()

        for day in TRIED_ON_DAYS:
            clock.off = first_day + timedelta(days=day)
            worker = installation.worker(device.events.append)
            assert worker.run_until_empty(TRIED_S) is Outcome.REMAINS
        # A month of tries, and nothing has spent an attempt or failed.
        assert all(each.step is Step.ANNOUNCE for each in installation.queue.progress().values())
        assert not [each for each in device.events if each.event == "failed"]

        clock.off = first_day + timedelta(days=DAYS)
        live = LiveReceiver.start(tmp_path / "data", port)
        try:
            worker = installation.worker(device.events.append)
            assert worker.run_until_empty(DRAINED_S) is Outcome.EMPTY
        finally:
            live.stop()
        sent = [each for each in device.events if each.event == "sent"]
    assert len(sent) == recordings * segments
    assert sum(each.size_bytes or 0 for each in sent) == recordings * segments * SEGMENT_BYTES
    stored = list((tmp_path / "data" / "sessions").glob("*/*/segments/*.mp4"))
    assert len(stored) == recordings * segments
    assert {each.parent.parent.name for each in stored} == set(made)

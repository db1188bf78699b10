"""A computer that lost its key is a new device; an administrator gives it the former's place."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from holdfast import durable
from holdfast.clock import SystemClock
from holdfast.layout import Home
from tests.integration.uploader.conftest import Device, in_review
from tests.integration.uploader.test_processes import run
from tests.support.live_receiver import LiveReceiver
from tests.support.serving import admin
from uploader.enrol import enrol_device
from uploader.installation import Installation
from uploader.items import Step
from uploader.why import NOT_ENROLLED
from uploader.worker import Outcome

TIMEOUT_S = 60.0


def send(device: Device) -> Outcome:
    return device.installation.worker(device.events.append).run_until_empty(TIMEOUT_S)


@pytest.fixture
def live(tmp_path: Path) -> Iterator[LiveReceiver]:
    live = LiveReceiver.start(tmp_path / "data")
    yield live
    live.stop()


def test_what_it_recorded_before_is_sent_once_an_administrator_said_so(
    live: LiveReceiver, tmp_path: Path
) -> None:
    home, clock = Home(tmp_path / "home"), SystemClock()
    with Installation.open(home, clock) as installation:
        enrol_device(installation, live.url, live.enrolment_code(), "kiosk")
        device = Device(installation)
        at_home = device.record(10_000)
        assert send(device) is Outcome.EMPTY
        waiting = device.record(20_000, 5_000)
        with in_review(device, 8_000) as half_way:
            assert send(device) is Outcome.REMAINS
        former = installation.identity.device
        with installation.database.write() as database:
            # Until a recording has its last light, its receiver is asked about it by itself.
            database.execute("UPDATE recordings SET step = 'playable' WHERE step = 'verified'")
    half_way.decide("kept")
    (tmp_path / "aside").mkdir()
    # As when the home was copied to another computer, and its keyring was not.
    durable.move_aside(home.secrets, tmp_path / "aside")

    with Installation.open(home, clock) as installation:
        new = installation.identity.device
        assert new != former
        queue = installation.queue
        listed = run(home, "queue", "why", half_way.id)
        assert listed.stdout.strip() == NOT_ENROLLED
        enrol_device(installation, live.url, live.enrolment_code(), "kiosk again")
        device = Device(installation)
        after = device.record(3_000)
        fresh = device.record(4_000)
        assert send(device) is Outcome.FAILED
        assert queue.recording(after.id).custody.verified
        assert queue.recording(fresh.id).custody.verified
        failed = queue.recording(half_way.id)
        assert failed.step is Step.FAILED
        assert f"holdfast admin device replace {former} {new}" in failed.why
        assert queue.recording(at_home.id).custody.verified

        assert admin(live.data, "device", "replace", former, new) == {
            "former": former,
            "device": new,
        }
        queue.retry_failed()
        assert send(device) is Outcome.EMPTY

        for recording in (at_home, waiting, half_way, after, fresh):
            stored = live.stored(recording.folder.session, recording.id)
            assert stored == recording.segment_bytes()
            assert queue.recording(recording.id).custody.verified

        # A receiver that reads its files anew still knows whose they are.
        port = live.port
        live.stop()
        for path in live.data.glob("holdfast.db*"):
            path.unlink()
        live.process = LiveReceiver.start(live.data, port).process
        durable.remove(half_way.folder.receipt)
        assert send(device) is Outcome.EMPTY
        assert half_way.folder.receipt.exists()

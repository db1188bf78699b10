"""A receiver that was restored from yesterday's backup gets again what it forgot, and no more."""

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from holdfast import durable
from holdfast.clock import SystemClock
from holdfast.layout import Home
from holdfast.protocol import recordings_status_path
from tests.integration.uploader.conftest import Device
from tests.integration.uploader.test_discards import end_the_time_to_undo, half_way
from tests.recordings import RecordingOnDisk
from tests.support.live_receiver import LiveReceiver
from tests.support.ports import free_port
from tests.support.troubled_proxy import TroubledProxy
from uploader.enrol import enrol_device
from uploader.holding_rows import FORGOTTEN
from uploader.installation import Installation
from uploader.items import Step
from uploader.new_key import OwnKeys
from uploader.transport import Transport
from uploader.worker import Outcome

TIMEOUT_S = 60.0


@dataclass
class Site:
    """A receiver that can be put back to an earlier day, a proxy that listens, a device."""

    root: Path
    port: int
    proxy: TroubledProxy
    live: LiveReceiver
    device: Device

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def yesterday(self) -> Path:
        return self.root / "yesterday"

    def back_up(self) -> None:
        self.live.stop()
        shutil.copytree(self.data, self.yesterday)
        self.live = LiveReceiver.start(self.data, self.port)

    def restore(self) -> None:
        self.live.stop()
        shutil.rmtree(self.data)
        shutil.copytree(self.yesterday, self.data)
        self.live = LiveReceiver.start(self.data, self.port)

    def upload(self) -> None:
        """What a start of the app or of `holdfast upload` does."""
        self.proxy.forget()
        worker = self.device.installation.worker(self.device.events.append)
        assert worker.run_until_empty(TIMEOUT_S) is Outcome.EMPTY

    def asked(self) -> int:
        """How often the receiver was asked of single recordings which it has."""
        return [each.path for each in self.proxy.seen].count(recordings_status_path())

    def sent(self) -> set[str]:
        """The recordings of which bytes were sent."""
        return {each.path.split("/")[4] for each in self.proxy.segment_puts()}

    @property
    def token(self) -> str:
        enrolment = self.device.installation.enrolment()
        assert enrolment is not None
        return enrolment.token

    def has(self, recording: RecordingOnDisk) -> bool:
        stored = self.live.stored(recording.folder.session, recording.id)
        return stored == recording.segment_bytes()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    port = free_port()
    live = LiveReceiver.start(tmp_path / "data", port)
    proxy = TroubledProxy(live.url).start()
    with Installation.open(Home(tmp_path / "home"), SystemClock()) as installation:
        enrol_device(installation, proxy.url, live.enrolment_code(), "kiosk")
        site = Site(tmp_path, port, proxy, live, Device(installation))
        yield site
    proxy.stop()
    site.live.stop()


def test_what_it_forgot_is_sent_again_and_nothing_else(site: Site) -> None:
    before = site.device.record(40_000, 50_000)
    site.upload()
    site.back_up()
    after = [site.device.record(30_000, 20_000) for _ in range(2)]
    site.upload()
    old_receipt = after[0].folder.receipt.read_bytes()
    site.restore()
    assert not site.has(after[0])

    site.upload()

    assert site.sent() == {each.id for each in after}
    assert all(site.has(each) for each in (before, *after))
    assert all(
        each.custody.verified for each in site.device.installation.queue.snapshot().recordings
    )
    # The new receipt is the one that the receiver would show today.
    assert after[0].folder.receipt.read_bytes() != old_receipt
    again = [each.recording for each in site.device.events if each.why == FORGOTTEN]
    assert sorted(filter(None, again)) == sorted(each.id for each in after)


def test_a_start_at_which_nothing_was_forgotten_asks_for_no_recording(site: Site) -> None:
    site.device.record(10_000)
    site.device.record(10_000)
    site.upload()
    # The first start after that learns that all of ours are there.
    site.upload()
    assert site.asked() <= 1

    for _ in range(2):
        site.upload()
        assert site.asked() == 0
        assert site.sent() == set()

    # What comes to both sides is no reason to ask either.
    site.device.record(10_000)
    site.upload()
    site.upload()
    assert site.asked() == 0


def test_it_hears_again_of_a_key_that_it_forgot(site: Site) -> None:
    """Before anything comes that only the new key signed."""
    site.back_up()
    first = site.device.installation.identity
    OwnKeys(
        site.device.home, site.device.installation.secrets, site.device.installation.clock
    ).renew(Transport(site.live.url, site.token, threading.Event()))
    site.restore()
    site.device.installation.close()
    with Installation.open(site.device.home, SystemClock()) as opened:
        site.device = Device(opened)
        recording = site.device.record(20_000)

        site.upload()

        assert opened.identity.public_key != first.public_key
        assert site.has(recording)
        assert opened.queue.recording(recording.id).custody.verified


def test_it_hears_again_of_a_discard_that_it_forgot(site: Site) -> None:
    """What a participant did not want is not kept because of a backup."""
    installation = site.device.installation
    recording = half_way(site.device)
    site.back_up()
    installation.decisions().discard(recording.folder, "participant")
    end_the_time_to_undo(recording)
    site.upload()
    site.restore()
    assert site.live.stored(recording.folder.session, recording.id) != []

    site.upload()

    assert site.live.stored(recording.folder.session, recording.id) == []
    assert installation.queue.recording(recording.id).step is Step.DISCARDED
    # It is told once, not at each start.
    site.upload()
    assert [each.path for each in site.proxy.seen if "/discard" in each.path] == []


@pytest.mark.slow
def test_a_queue_that_was_lost_as_well_asks_once_and_finds_it(site: Site) -> None:
    site.back_up()
    recording = site.device.record(30_000)
    site.upload()
    site.restore()
    installation = site.device.installation
    clock, home = installation.clock, installation.home
    installation.close()
    durable.remove(home.queue_database)
    with Installation.open(home, clock) as opened:
        opened.adopt()
        # The receipt beside it is genuine: the queue knows no better yet.
        assert opened.queue.recording(recording.id).custody.verified
        with opened.database.write() as database:
            # One that is on its way to its last light is asked about anyway.
            database.execute("UPDATE recordings SET step = 'playable'")
        site.device = Device(opened)

        site.upload()

        assert site.sent() == {recording.id}
        assert site.has(recording)
        assert opened.queue.recording(recording.id).custody.verified


@pytest.mark.slow
def test_only_its_database_was_restored_and_no_byte_is_sent_again(site: Site) -> None:
    site.back_up()
    recording = site.device.record(30_000, 20_000)
    site.upload()
    site.live.stop()
    for path in site.data.glob("holdfast.db*"):
        path.unlink()
    shutil.copy(site.yesterday / "holdfast.db", site.data / "holdfast.db")
    site.live = LiveReceiver.start(site.data, site.port)

    site.upload()

    assert site.sent() == set()
    assert site.has(recording)
    assert site.device.installation.queue.recording(recording.id).custody.verified

"""Recordings on a second disk that comes and goes: they wait for it, and nothing is lost."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from holdfast import salvage
from holdfast.clock import SystemClock
from holdfast.layout import Home
from holdfast.overflow_layout import OverflowFolder
from tests.integration.uploader.conftest import Device
from tests.recordings import make_recording
from tests.support.live_receiver import LiveReceiver
from tests.support.other_disk import other_disk, pulled_out
from uploader.installation import Installation
from uploader.items import ItemState, RecordingSnapshot, Step
from uploader.rebuild import rebuild_queue
from uploader.verify import verify_recordings
from uploader.worker import Outcome

NewDevice = Callable[[str], Device]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with other_disk(tmp_path) as folder:
        yield folder


@pytest.fixture
def device(
    new_device: NewDevice, receiver: LiveReceiver, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> Device:
    """An enrolled device with an overflow folder."""
    monkeypatch.setenv("HOLDFAST_DISK__OVERFLOW_FOLDER", str(disk / "overflow"))
    device = new_device(receiver.url)
    device.installation.adopt()
    return device


def overflow_of(home: Home) -> OverflowFolder:
    assert home.overflow is not None
    return home.overflow


def make(
    device: Device,
    session: str | None = None,
    started_at: datetime | None = None,
    *,
    in_overflow: bool,
) -> str:
    """A recording of two segments that ended; its id."""
    recording = make_recording(
        device.home,
        device.on_paper(),
        sizes=[3000, 2000],
        session=session,
        started_at=started_at,
        overflow=overflow_of(device.home) if in_overflow else None,
    )
    return recording.id


def send(device: Device) -> Outcome:
    device.installation.adopt()
    return device.installation.worker(device.events.append).run_until_empty(60)


def looked_at(device: Device, recording: str) -> RecordingSnapshot:
    return device.installation.queue.recording(recording)


def test_what_is_on_a_disk_that_is_away_waits_for_it(device: Device, disk: Path) -> None:
    here, there = make(device, in_overflow=False), make(device, in_overflow=True)
    device.installation.adopt()

    with pulled_out(disk / "overflow"):
        assert send(device) is Outcome.REMAINS
        assert looked_at(device, here).custody.verified
        waiting = looked_at(device, there)
        assert waiting.why == (
            f"The disk with this recording ({disk / 'overflow'}) is not connected. "
            "Nothing is lost; connect it."
        )
        assert waiting.step is Step.ANNOUNCE
        assert waiting.counts[ItemState.PENDING] == 2
        assert not waiting.is_failed
        assert device.installation.queue.snapshot().why == waiting.why

    assert send(device) is Outcome.EMPTY
    assert looked_at(device, there).custody.verified
    assert looked_at(device, there).folder.startswith(str(disk / "overflow"))


def test_a_disk_that_is_pulled_out_in_the_middle_fails_nothing(device: Device, disk: Path) -> None:
    there = make(device, in_overflow=True)
    device.installation.adopt()
    worker = device.installation.worker(device.events.append)
    while looked_at(device, there).step is not Step.SEGMENTS:
        assert worker.run_once()
    claim = device.installation.queue.claims.claim_segment
    aways = []

    def claim_and_pull() -> object:
        found = claim()
        away = pulled_out(disk / "overflow")
        away.__enter__()
        aways.append(away)
        return found

    device.installation.queue.claims.claim_segment = claim_and_pull  # type: ignore[assignment,method-assign]  # the instant cannot be hit from outside
    while not aways:
        # What was learned of it goes first.
        assert worker.run_once()
    device.installation.queue.claims.claim_segment = claim  # type: ignore[method-assign]  # as above

    waiting = looked_at(device, there)
    assert waiting.counts[ItemState.PENDING] == 2
    assert waiting.attempts == 0
    assert not waiting.is_failed
    assert not worker.run_once()
    aways[0].__exit__(None, None, None)
    assert send(device) is Outcome.EMPTY


def test_a_disk_that_is_mounted_elsewhere_changes_nothing_in_the_queue(
    device: Device, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = make(device, in_overflow=True)
    device.installation.adopt()
    (disk / "overflow").rename(disk / "elsewhere")
    monkeypatch.setenv("HOLDFAST_DISK__OVERFLOW_FOLDER", str(disk / "elsewhere"))

    with Installation.open(Home(device.home.root), SystemClock()) as again:
        # Without a scan: the rows say it all.
        assert again.worker(device.events.append).run_until_empty(60) is Outcome.EMPTY
        assert again.queue.recording(there).folder.startswith(str(disk / "elsewhere"))


def test_a_rebuild_keeps_what_is_away(device: Device, disk: Path) -> None:
    here, there = make(device, in_overflow=False), make(device, in_overflow=True)
    sent = make(device, in_overflow=True)
    device.installation.adopt()
    assert send(device) is Outcome.EMPTY
    more = make(device, in_overflow=True)
    device.installation.adopt()
    device.installation.close()

    with pulled_out(disk / "overflow"):
        rebuild_queue(Home(device.home.root))
        with Installation.open(Home(device.home.root), SystemClock()) as again:
            again.adopt()
            found = {each.id: each for each in again.queue.snapshot().recordings}
            assert set(found) == {here, there, sent, more}
            assert found[sent].custody.verified
            assert found[more].segments == 2
            assert "not connected" in found[more].why
            assert set(verify_recordings(again).away) == {there, sent, more}

    device.installation = Installation.open(Home(device.home.root), SystemClock())
    assert send(device) is Outcome.EMPTY
    assert verify_recordings(device.installation).is_ok
    device.installation.close()


def test_a_session_on_both_disks_is_one_chain(device: Device) -> None:
    first = make(device, in_overflow=False)
    session = looked_at_session(device, first)
    later = datetime.now(UTC) + timedelta(minutes=1)
    second = make(device, session, later, in_overflow=True)
    third = make(device, session, later + timedelta(minutes=1), in_overflow=False)
    device.installation.adopt()

    manifests = [
        manifest
        for folder in device.home.session_recordings(session)
        if (manifest := salvage.read_manifest(folder)) is not None
    ]
    assert [each.announcement.recording for each in manifests] == [first, second, third]
    for before, after in pairwise(manifests):
        assert after.prev_session_manifest_sha256 == before.digest()
    assert send(device) is Outcome.EMPTY


def looked_at_session(device: Device, recording: str) -> str:
    device.installation.adopt()
    return looked_at(device, recording).session

"""A sender that hangs with a segment in its hands holds up nothing for long and loses nothing."""

import threading
from collections.abc import Callable, Iterator

import pytest

from tests.integration.uploader.conftest import Device
from tests.support.live_receiver import LiveReceiver
from uploader import turns, worker
from uploader.delivery import deliver_segment
from uploader.errors import ClaimLost
from uploader.line import Line
from uploader.transitions import Record
from uploader.worker import HUNG, Outcome

TIMEOUT_S = 60.0


class HangsOnce:
    """Sends as ever, but for the first segment: with it in its hands it waits for `wakes`."""

    def __init__(self) -> None:
        self.wakes = threading.Event()
        self.hangs = threading.Event()
        self.lost: list[ClaimLost] = []
        self.over = threading.Event()
        self._first = threading.Lock()

    def __call__(self, line: Line) -> bool:
        if not self._first.acquire(blocking=False):
            return deliver_segment(line)
        claim = line.queue.claims.claim_segment()
        if claim is None:
            self._first.release()
            return False
        self.hangs.set()
        self.wakes.wait(TIMEOUT_S)
        try:
            record = Record("segment", line.clock.now(), 0.1, "done")
            line.queue.settling.complete(claim, record)
        except ClaimLost as error:
            self.lost.append(error)
            raise
        finally:
            self.over.set()
        return True


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch) -> Iterator[HangsOnce]:
    hanging = HangsOnce()
    monkeypatch.setattr(turns, "deliver_segment", hanging)
    monkeypatch.setattr(worker, "LOOK_S", 0.02)
    monkeypatch.setattr(worker, "SENDER_HANGS_S", 150.0)
    yield hanging
    hanging.wakes.set()


def test_its_claim_is_returned_and_another_sender_sends_it(
    new_device: Callable[[str], Device], receiver: LiveReceiver, hanging: HangsOnce
) -> None:
    device = new_device(receiver.url)
    recording = device.record(30_000, 20_000, 10_000)

    outcome = device.installation.worker(device.events.append).run_until_empty(TIMEOUT_S)

    assert hanging.hangs.is_set()
    assert outcome is Outcome.EMPTY
    assert HUNG in [each.why for each in device.events]
    stored = receiver.stored(recording.folder.session, recording.id)
    assert stored == recording.segment_bytes()
    # Whatever it believes to have sent when it wakes changes nothing.
    hanging.wakes.set()
    assert hanging.over.wait(TIMEOUT_S)
    assert len(hanging.lost) == 1
    assert device.installation.queue.recording(recording.id).custody.verified

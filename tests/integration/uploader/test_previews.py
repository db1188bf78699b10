"""Preview pictures on their way to a real receiver: first on a slow link, and never in the way."""

from collections.abc import Callable

import pytest

from holdfast import durable
from holdfast.jsonform import canonical
from holdfast.protocol import HEADER_PROTOCOL, PROBLEM_TYPE, problem
from tests.integration.uploader.conftest import Device
from tests.recordings import RecordingOnDisk, make_recording
from tests.support.live_receiver import LiveReceiver
from tests.support.troubled_proxy import TroubledProxy, answer
from uploader.transitions import Record
from uploader.worker import Outcome

PICTURE = b"\xff\xd8\xff\xe0 segment %d \xff\xd9"


@pytest.fixture
def device(new_device: Callable[[str], Device], proxy: TroubledProxy) -> Device:
    return new_device(proxy.url)


def send(device: Device) -> Outcome:
    device.installation.adopt()
    return device.installation.worker(device.events.append).run_until_empty(60.0)


def with_previews(device: Device, *sizes: int) -> RecordingOnDisk:
    """A recording whose every segment has a preview, in the queue."""
    recording = make_recording(device.home, device.on_paper(), sizes=sizes)
    for segment in range(len(sizes)):
        durable.write_new(recording.folder.preview(segment), PICTURE % segment)
    device.installation.adopt()
    return recording


def step_by_step(device: Device, bytes_s: int) -> None:
    """Send everything, one thing after the other, on a link that was so fast until now."""
    worker = device.installation.worker(device.events.append)
    assert worker.run_once()
    queue = device.installation.queue
    sent = queue.claims.claim_segment()
    assert sent is not None
    now = device.installation.clock.now()
    queue.settling.release(sent, Record("segment", now, 1.0, "held", sent_bytes=bytes_s))
    while worker.run_once():
        pass


def kinds(proxy: TroubledProxy) -> list[str]:
    """What carried something of a recording, in the order in which it arrived."""
    words = {"/previews/": "preview", "/segments/": "segment", "/annotations": "quality"}
    puts = [each for each in proxy.seen if each.method == "PUT"]
    return [word for each in puts for part, word in words.items() if part in each.path]


def at_receiver(receiver: LiveReceiver, recording: RecordingOnDisk) -> list[bytes]:
    folder = receiver.data / "sessions" / recording.folder.session / recording.id / "previews"
    return [path.read_bytes() for path in sorted(folder.glob("*.jpg"))]


def test_on_a_slow_link_they_overtake_what_was_recorded(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = with_previews(device, 30_000, 30_000, 30_000)

    step_by_step(device, bytes_s=1000)

    carried = [each for each in kinds(proxy) if each != "quality"]
    assert carried == ["preview"] * 3 + ["segment"] * 3
    assert at_receiver(receiver, recording) == [PICTURE % segment for segment in range(3)]


def test_on_a_fast_link_they_come_last(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    recording = with_previews(device, 30_000, 30_000, 30_000)

    step_by_step(device, bytes_s=10_000_000)

    carried = [each for each in kinds(proxy) if each != "quality"]
    assert carried == ["segment"] * 3 + ["preview"] * 3
    assert len(at_receiver(receiver, recording)) == 3


def test_quality_numbers_do_not_wait_for_what_was_recorded(device: Device) -> None:
    recording = with_previews(device, 30_000)
    quality = {"format_version": 1, "face_seen": 0.9}
    durable.write_replacing(recording.folder.quality, canonical(quality))
    device.installation.adopt()

    step_by_step(device, bytes_s=10_000_000)

    done = [
        each.action
        for each in device.installation.queue.attempts(recording.id)
        if each.outcome == "done"
    ]
    assert done[:3] == ["announce", "annotate", "segment"]
    assert done.count("annotate") == 1


def test_a_receiver_that_takes_none_is_not_asked_again(
    device: Device, proxy: TroubledProxy
) -> None:
    recording = with_previews(device, 1000)
    refused = canonical(problem("not_found", "There is nothing here."))
    proxy.faults.append(
        answer(
            404, refused, {"Content-Type": PROBLEM_TYPE, HEADER_PROTOCOL: "1"}, path="/previews/"
        )
    )

    assert send(device) is Outcome.EMPTY
    assert send(device) is Outcome.EMPTY

    assert [each for each in proxy.seen if "/previews/" in each.path and each.status != 404] == []
    assert device.installation.queue.previews.segments(recording.id, ["left"]) == [0]


def test_a_torn_picture_is_left_and_nothing_waits_for_it(
    device: Device, proxy: TroubledProxy
) -> None:
    recording = with_previews(device, 1000)
    durable.write_replacing(recording.folder.preview(0), PICTURE[:-1])

    assert send(device) is Outcome.EMPTY

    assert "preview" not in kinds(proxy)
    assert recording.folder.receipt.exists()

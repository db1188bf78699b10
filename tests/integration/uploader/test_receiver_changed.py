"""Another receiver, or another key of the same one: said in a sentence, nothing lost, accepted."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from nacl.signing import SigningKey

from holdfast import durable
from holdfast.clock import SystemClock
from holdfast.jsonform import canonical
from holdfast.layout import Home
from holdfast.protocol import encode_key
from holdfast.receiver_layout import ReceiverData
from tests.integration.uploader.conftest import Device, in_review
from tests.integration.uploader.test_processes import listed, run
from tests.recordings import RecordingOnDisk
from tests.support.live_receiver import LiveReceiver
from tests.support.ports import free_port
from tests.support.serving import admin
from uploader.acquaintance import key_id
from uploader.enrol import enrol_device
from uploader.errors import EnrolmentRefused
from uploader.holding_rows import AT_FORMER
from uploader.installation import Installation
from uploader.items import Step
from uploader.rebuild import rebuild_queue
from uploader.worker import Outcome

TIMEOUT_S = 60.0


def upload(device: Device) -> Outcome:
    return device.installation.worker(device.events.append).run_until_empty(TIMEOUT_S)


def has(live: LiveReceiver, recording: RecordingOnDisk) -> bool:
    return live.stored(recording.folder.session, recording.id) == recording.segment_bytes()


def is_verified(device: Device, recording: RecordingOnDisk) -> bool:
    return device.installation.queue.recording(recording.id).custody.verified


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    with Installation.open(Home(tmp_path / "home"), SystemClock()) as installation:
        yield installation


# Another key ------------------------------------------------------------------------------------


@pytest.fixture
def rekeyed(tmp_path: Path) -> Iterator[Callable[[], LiveReceiver]]:
    """A receiver; each call after the first gives it another key, as if its own had been lost."""
    data, port = ReceiverData(tmp_path / "data"), free_port()
    running: list[LiveReceiver] = []

    def start() -> LiveReceiver:
        if running:
            running[-1].stop()
            content = json.loads(data.identity.read_text("utf-8"))
            content["signing_key"] = encode_key(bytes(SigningKey.generate()))
            data.identity.write_bytes(canonical(content))
        running.append(LiveReceiver.start(data.root, port))
        return running[-1]

    yield start
    running[-1].stop()


def accept(home: Home, key: str) -> Any:
    return run(home, "receiver", "accept", key)


def test_a_new_key_stops_everything_until_somebody_accepts_it(
    installation: Installation, rekeyed: Callable[[], LiveReceiver]
) -> None:
    device, home = Device(installation), installation.home
    live = rekeyed()
    enrol_device(installation, live.url, live.enrolment_code(), "kiosk")
    before = device.record(20_000)
    assert upload(device) is Outcome.EMPTY
    old_key = admin(live.data, "identity")["key"]
    live = rekeyed()
    new_key = admin(live.data, "identity")["key"]
    after = device.record(10_000)

    assert upload(device) is Outcome.FAILED

    state = listed(home)
    assert state["network"] == "paused"
    assert (
        f"another key than when this computer was enrolled ({new_key}, not {old_key})"
        in (state["why"])
    )
    assert f"holdfast receiver accept {new_key}" in state["why"]
    assert installation.queue.recording(after.id).step is not Step.FAILED
    assert is_verified(device, before)

    wrong = accept(home, old_key)
    assert (wrong.returncode, "Nothing was changed" in wrong.stderr) == (1, True)
    assert upload(device) is Outcome.FAILED
    right = accept(home, new_key)
    assert right.returncode == 0, right.stderr
    assert upload(device) is Outcome.EMPTY
    assert has(live, after)
    assert is_verified(device, after)

    # What was signed with the former key still counts, also for a queue that was lost.
    installation.close()
    rebuild_queue(home)
    with Installation.open(home, installation.clock) as again:
        again.adopt()
        assert all(each.custody.verified for each in again.queue.snapshot().recordings)


def test_a_key_that_the_former_one_vouches_for_is_followed_without_anybody(
    installation: Installation, tmp_path: Path
) -> None:
    device, home = Device(installation), installation.home
    live = LiveReceiver.start(tmp_path / "data", free_port())
    enrol_device(installation, live.url, live.enrolment_code(), "kiosk")
    before = device.record(20_000)
    assert upload(device) is Outcome.EMPTY
    live.stop()
    new_key = admin(live.data, "key", "rotate", "--yes")["key"]
    after = device.record(10_000)

    live = LiveReceiver.start(live.data, live.port)
    try:
        assert upload(device) is Outcome.EMPTY
        assert has(live, after)
    finally:
        live.stop()

    assert is_verified(device, after)
    shown = installation.enrolment()
    assert shown is not None
    assert key_id(shown.receiver_key) == new_key
    # What was signed with the former key is as good as before.
    verified = run(home, "queue", "verify", "--json")
    assert verified.returncode == 0, verified.stdout
    assert json.loads(verified.stdout)["without_receipt"] == []
    assert is_verified(device, before)


@pytest.mark.slow
def test_a_receipt_with_the_former_key_is_still_good_once_the_new_one_is_accepted(
    installation: Installation, rekeyed: Callable[[], LiveReceiver]
) -> None:
    device, home = Device(installation), installation.home
    live = rekeyed()
    enrol_device(installation, live.url, live.enrolment_code(), "kiosk")
    recording = device.record(20_000)
    assert upload(device) is Outcome.EMPTY
    # The receiver has it and says so with its former signature; only here it was lost.
    durable.remove(recording.folder.receipt)
    live = rekeyed()
    assert upload(device) is Outcome.FAILED
    assert accept(home, admin(live.data, "identity")["key"]).returncode == 0

    assert upload(device) is Outcome.EMPTY

    assert recording.folder.receipt.exists()
    assert is_verified(device, recording)


# Another receiver -------------------------------------------------------------------------------


@pytest.fixture
def another(tmp_path: Path) -> Iterator[LiveReceiver]:
    live = LiveReceiver.start(tmp_path / "another")
    yield live
    live.stop()


def test_with_another_receiver_what_is_verified_stays_and_the_rest_goes_there(
    installation: Installation, receiver: LiveReceiver, another: LiveReceiver
) -> None:
    device, home = Device(installation), installation.home
    enrol_device(installation, receiver.url, receiver.enrolment_code(), "kiosk")
    before = device.record(20_000, 10_000)
    assert upload(device) is Outcome.EMPTY
    # All of its bytes are at the first receiver, but it was not finalised there.
    with in_review(device, 30_000) as half_way:
        assert upload(device) is Outcome.REMAINS
    half_way.decide("kept")

    enrolled = run(home, "enrol", another.url, another.enrolment_code())
    assert "1 recording of before stay at the former receiver" in enrolled.stdout
    after = device.record(5_000)
    assert upload(device) is Outcome.EMPTY

    assert has(another, half_way)
    assert has(another, after)
    assert not has(another, before)
    assert is_verified(device, before)
    assert installation.queue.recording(before.id).why == AT_FORMER
    shown = json.loads(run(home, "receiver", "show", "--json").stdout)
    assert (shown["url"], shown["answers"], shown["why"]) == (another.url, True, "")
    assert [(each["url"], each["recordings"]) for each in shown["former"]] == [(receiver.url, 1)]

    # A queue that is built anew knows it as well.
    installation.close()
    rebuild_queue(home)
    with Installation.open(home, installation.clock) as opened:
        device = Device(opened)
        opened.adopt()
        assert opened.queue.holdings.at_former().keys() == {before.id}
        again = run(home, "receiver", "send-again", "--json")
        assert json.loads(again.stdout) == {"sent_again": [before.id]}
        assert upload(device) is Outcome.EMPTY
        assert has(another, before)
        assert opened.queue.recording(before.id).why != AT_FORMER
        assert opened.queue.holdings.at_former() == {}


@pytest.mark.slow
def test_a_receiver_in_the_others_place_is_sent_nothing(
    installation: Installation, tmp_path: Path
) -> None:
    port = free_port()
    first = LiveReceiver.start(tmp_path / "first", port)
    enrol_device(installation, first.url, first.enrolment_code(), "kiosk")
    device = Device(installation)
    before = device.record(10_000)
    assert upload(device) is Outcome.EMPTY
    first.stop()
    second = LiveReceiver.start(tmp_path / "second", port)
    try:
        after = device.record(20_000)

        assert upload(device) is Outcome.FAILED

        state = listed(installation.home)
        assert (state["network"], state["totals"]["failed"]) == ("paused", 0)
        assert "Ask your administrator for a new enrolment code" in state["why"]
        assert is_verified(device, before)
        with pytest.raises(EnrolmentRefused):
            enrol_device(installation, second.url, "wrong", "kiosk")
        enrol_device(installation, second.url, second.enrolment_code(), "kiosk")
        assert upload(device) is Outcome.EMPTY
        assert has(second, after)
    finally:
        second.stop()

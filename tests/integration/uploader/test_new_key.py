"""A computer that takes a new key to sign with loses nothing, whatever comes in between."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from nacl.signing import SigningKey

from holdfast.clock import SystemClock
from holdfast.layout import Home
from holdfast.protocol import encode_key, own_key_path
from tests.integration.uploader.conftest import Device
from tests.recordings import DeviceOnPaper, make_recording
from tests.support.live_receiver import LiveReceiver
from tests.support.troubled_proxy import TroubledProxy, lose_answer
from uploader.enrol import enrol_device
from uploader.installation import Installation
from uploader.receiver_cli import receiver as receiver_commands
from uploader.verify import verify_recordings
from uploader.worker import Outcome

TIMEOUT_S = 60.0


@pytest.fixture
def device(new_device: Callable[[str], Device], proxy: TroubledProxy) -> Device:
    return new_device(proxy.url)


def public(key: SigningKey) -> str:
    return encode_key(bytes(key.verify_key))


def renew(home: Home) -> Any:
    command = ["renew-key", "--json", "--home", str(home.root)]
    result = CliRunner().invoke(receiver_commands, command)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def upload(installation: Installation) -> None:
    installation.adopt()
    worker = installation.worker(lambda _event: None)
    assert worker.run_until_empty(TIMEOUT_S) is Outcome.EMPTY


def all_verified(installation: Installation) -> bool:
    return all(each.custody.verified for each in installation.queue.snapshot().recordings)


def known_keys(receiver: LiveReceiver, device: str) -> tuple[str, ...]:
    with receiver.opened() as opened:
        return opened.devices.signing_keys(device)


def test_what_either_key_signed_gets_home(device: Device, receiver: LiveReceiver) -> None:
    """Also what a process signs that has not heard of the new key."""
    before = device.record(20_000)
    first = device.installation.identity

    assert renew(device.home)["keys_before"] == 1
    late = device.record(10_000)

    with Installation.open(device.home, SystemClock()) as now:
        assert now.identity.device == first.device
        assert now.identity.public_key != first.public_key
        paper = DeviceOnPaper(now.identity.device, now.identity.key)
        after = make_recording(device.home, paper, sizes=[15_000])
        upload(now)
        assert all_verified(now)
        assert len(now.queue.snapshot().recordings) == 3
        assert verify_recordings(now).changed == []
    for each in (before, late, after):
        assert receiver.stored(each.folder.session, each.id) == each.segment_bytes()


def test_a_lost_answer_is_made_up_for_by_itself(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    """The receiver has taken the key, the device has not heard so: it signs with the former one."""
    first = device.installation.identity
    proxy.faults.append(lose_answer("POST", own_key_path()))
    command = ["renew-key", "--home", str(device.home.root)]
    result = CliRunner().invoke(receiver_commands, command)
    assert result.exit_code != 0
    assert "present key stays in use" in result.output
    taken = known_keys(receiver, first.device)
    assert len(taken) == 2

    recording = device.record(5_000)
    upload(device.installation)

    assert device.installation.queue.recording(recording.id).custody.verified
    with Installation.open(device.home, SystemClock()) as now:
        assert now.identity.public_key == taken[0]
        assert [public(each.key) for each in now.identity.former] == [first.public_key]
    assert known_keys(receiver, first.device) == taken


def test_a_receiver_may_ask_for_it(device: Device, receiver: LiveReceiver) -> None:
    first = device.installation.identity
    with receiver.opened() as opened:
        assert opened.devices.want_new_key(first.device) == [first.device]

    upload(device.installation)
    upload(device.installation)

    with Installation.open(device.home, SystemClock()) as now:
        assert known_keys(receiver, first.device) == (now.identity.public_key, first.public_key)


def test_another_receiver_hears_of_all_keys(
    device: Device, receiver: LiveReceiver, tmp_path: Path
) -> None:
    recording = device.record(10_000)
    for _ in range(2):
        renew(device.home)
    other = LiveReceiver.start(tmp_path / "other")
    try:
        with Installation.open(device.home, SystemClock()) as now:
            enrol_device(now, other.url, other.enrolment_code(), "kiosk")
            upload(now)
            assert now.queue.recording(recording.id).custody.verified
            expected = [encode_key(bytes(each.verify_key)) for each in now.identity.keys]
            assert list(known_keys(other, now.identity.device)) == expected
            assert len(expected) == 3
    finally:
        other.stop()


def test_a_computer_that_is_not_enrolled_may_renew_too(
    tmp_path: Path, receiver: LiveReceiver
) -> None:
    home = Home(tmp_path / "home")
    with Installation.open(home, SystemClock()) as first:
        paper = DeviceOnPaper(first.identity.device, first.identity.key)
        recording = make_recording(home, paper, sizes=[4_000])
    renew(home)
    with Installation.open(home, SystemClock()) as now:
        enrol_device(now, receiver.url, receiver.enrolment_code(), "kiosk")
        upload(now)
        assert now.queue.recording(recording.id).custody.verified

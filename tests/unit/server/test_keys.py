"""A receiver's new key: vouched for by the former one, and believed by nobody without that."""

from dataclasses import replace
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from holdfast.jsonform import FormatError, Json
from holdfast.protocol import encode_key, receipt_path, status_path
from holdfast.succession import handovers
from server.app import create_app
from server.domain.identity import ReceiverIdentity, load_or_create, rotate
from server.receiver import open_receiver
from server.settings import Settings
from tests.support.manual_clock import ManualClock
from tests.support.received import make_take
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running
from uploader.succession import successor


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "receiver.json"


@pytest.fixture
def first(path: Path) -> ReceiverIdentity:
    return load_or_create(path, ManualClock())


def told(identity: ReceiverIdentity, **changed: object) -> Json:
    """What a receiver says of itself."""
    return {
        "receiver": identity.receiver,
        "receiver_key": identity.public_key,
        "succession": identity.succession_json(),
        **changed,
    }


def test_a_device_follows_from_any_key_it_knew(path: Path, first: ReceiverIdentity) -> None:
    second = rotate(path, ManualClock())
    third = rotate(path, ManualClock())

    assert len({each.public_key for each in (first, second, third)}) == 3
    for known in (first, second, third):
        assert successor(first.receiver, known.public_key, told(third)) == third.public_key
    assert {each.receiver for each in (first, second, third)} == {first.receiver}


def test_the_former_keys_are_kept_to_open_what_was_meant_for_them(
    path: Path, first: ReceiverIdentity
) -> None:
    rotate(path, ManualClock())
    third = load_or_create(path, ManualClock())

    assert [bytes(key) for key in third.keys][1:] == [bytes(first.key)]
    assert path.stat().st_mode & 0o777 == 0o600
    assert encode_key(bytes(first.key)) not in repr(third)


def test_a_stranger_is_followed_nowhere(path: Path, first: ReceiverIdentity) -> None:
    stranger = encode_key(bytes(SigningKey.generate().verify_key))
    second = rotate(path, ManualClock())

    assert successor(first.receiver, first.public_key, told(second, receiver_key=stranger)) is None
    assert successor(first.receiver, stranger, told(second)) is None
    assert successor("another", first.public_key, told(second)) is None
    assert successor(first.receiver, first.public_key, told(second, succession=[])) is None
    assert successor(first.receiver, first.public_key, told(second, succession="x")) is None
    assert successor(first.receiver, first.public_key, None) is None


@pytest.mark.parametrize("signature", ["former_signature", "new_signature"])
def test_a_statement_needs_both_signatures(
    path: Path, first: ReceiverIdentity, signature: str
) -> None:
    second = rotate(path, ManualClock())
    (step,) = second.succession
    forged = encode_key(bytes(SigningKey.generate().sign(step.signed_bytes()).signature))
    changed = {**step.to_json(), signature: forged}

    said = told(second, succession=[changed])

    assert successor(first.receiver, first.public_key, said) is None


def test_a_statement_of_another_receiver_does_not_count(
    path: Path, tmp_path: Path, first: ReceiverIdentity
) -> None:
    """Even where both use the same keys: what is signed names the receiver."""
    second = rotate(path, ManualClock())
    (step,) = second.succession
    said = told(second, succession=[replace(step, holder="another").to_json()])

    assert successor(first.receiver, first.public_key, said) is None


def test_statements_that_are_none_are_refused() -> None:
    for value in ("x", [1], [{"receiver": "r"}]):
        with pytest.raises(FormatError):
            handovers(value)
    assert handovers(None) == ()


def test_a_restarted_receiver_says_how_it_came_to_its_key(
    running: Running, settings: Settings, device: EnrolledDevice
) -> None:
    take = make_take(device.id, []).signed(device.key)
    device.client.send(take)
    receipt = device.client.get(receipt_path(take.id))
    rotate(running.receiver.data.identity, running.clock)

    again = open_receiver(settings.data, running.clock, running.engines)
    client = create_app(settings, running.clock, again).test_client()
    headers = {"Authorization": f"Bearer {device.client.token}"}
    said = client.get("/api/v1/receiver", headers=headers).get_json()
    beat = client.put(status_path(), headers=headers, json={}).get_json()

    assert said["receiver_key"] == again.identity.public_key != device.receiver_key
    for each in (said, beat):
        new_key = successor(again.identity.receiver, device.receiver_key, each)
        assert new_key == again.identity.public_key
    assert client.get(receipt_path(take.id), headers=headers).get_json() == receipt
    again.close()

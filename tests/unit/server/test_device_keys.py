"""A device's new key: vouched for by its former one, whose signatures stay good."""

import json
from typing import Any

import pytest
import requests
from nacl.signing import SigningKey

from holdfast.clock import rfc3339
from holdfast.ids import new_id
from holdfast.jsonform import Json
from holdfast.protocol import encode_key, manifest_path, own_key_path, status_path
from holdfast.statement import signed
from server.domain import statements
from server.domain.device_keys import keys_of
from tests.support.received import STARTED, make_take
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running, only_on_sqlite
from tests.unit.server.test_devices import enrol
from tests.unit.server.test_segments import problem
from uploader.own_keys import FormerKey, handed_over

SECOND, THIRD = SigningKey.generate(), SigningKey.generate()


def statements_of(device: str, *keys: SigningKey) -> list[Json]:
    """How a device with this id came from the first of these keys to the last one."""
    former = [FormerKey(each, rfc3339(STARTED)) for each in keys[:-1]]
    return [each.to_json() for each in handed_over(device, former, keys[-1])]


def say(device: EnrolledDevice, *keys: SigningKey, holder: str = "") -> requests.Response:
    steps = statements_of(holder or device.id, device.key, *keys)
    return device.client.call("POST", own_key_path(), json={"succession": steps})


def public(key: SigningKey) -> str:
    return encode_key(bytes(key.verify_key))


def known_key(device: EnrolledDevice) -> Any:
    return device.client.call("PUT", status_path(), json={}).json()["device_key"]


def test_recordings_signed_with_either_key_are_taken(
    running: Running, device: EnrolledDevice
) -> None:
    waiting = make_take(device.id, []).signed(device.key)
    assert say(device, SECOND).json() == {"device": device.id, "device_key": public(SECOND)}
    later = make_take(device.id, []).signed(SECOND)
    stranger = make_take(device.id, []).signed(THIRD)

    assert known_key(device) == public(SECOND)
    for take in (waiting, later):
        assert device.client.send(take)["recording"] == take.id
    device.client.announce(stranger)
    answer = device.client.call("PUT", manifest_path(stranger.id), json=stranger.manifest)
    problem(answer, "manifest_mismatch")


def test_said_again_nothing_changes(running: Running, device: EnrolledDevice) -> None:
    for _ in range(2):
        assert say(device, SECOND).status_code == 200
    # A device that was not heard for long tells of several keys at once.
    for _ in range(2):
        assert say(device, SECOND, THIRD).status_code == 200

    keys = tuple(public(each) for each in (THIRD, SECOND, device.key))
    assert running.receiver.devices.signing_keys(device.id) == keys
    noted = [each.action for each in running.receiver.audit.entries()]
    assert noted.count("device.key_renewed") == 2


def test_nobody_gives_a_device_a_key_without_its_present_one(
    running: Running, device: EnrolledDevice
) -> None:
    """A stolen token is not enough, nor is a statement about another device."""
    thief = SigningKey.generate()
    stolen = statements_of(device.id, thief, SECOND)
    forged = [{**statements_of(device.id, device.key, SECOND)[0], "new_key": public(thief)}]
    half = [*statements_of(device.id, device.key, SECOND), *statements_of(device.id, thief, THIRD)]
    for steps in (stolen, forged, half):
        answer = device.client.call("POST", own_key_path(), json={"succession": steps})
        problem(answer, "conflict")
    problem(say(device, SECOND, holder=new_id(STARTED)), "conflict")

    assert known_key(device) == public(device.key)


def test_a_key_that_was_given_up_is_not_taken_again(device: EnrolledDevice) -> None:
    assert say(device, SECOND).status_code == 200

    problem(say(device, SECOND, device.key), "conflict")

    assert known_key(device) == public(SECOND)


@pytest.mark.parametrize(
    "body", [{}, {"succession": []}, {"succession": "x"}, {"succession": [{"device": 1}]}]
)
def test_what_is_no_statement_is_refused(device: EnrolledDevice, body: Json) -> None:
    problem(device.client.call("POST", own_key_path(), json=body), "bad_request")


def test_a_device_without_a_key_gets_none(running: Running) -> None:
    given = enrol(running, running.receiver.devices.add("script").code).json()
    headers = {"Authorization": f"Bearer {given['token']}"}
    steps = statements_of(given["device"], SECOND, THIRD)

    answer = requests.post(
        running.url + own_key_path(), json={"succession": steps}, headers=headers, timeout=10
    )

    problem(answer, "conflict")
    beat = requests.put(running.url + status_path(), json={}, headers=headers, timeout=10).json()
    assert "device_key" not in beat


def enrol_with_history(
    running: Running, device: str, key: SigningKey, *history: SigningKey
) -> requests.Response:
    body = {
        "code": running.receiver.devices.add("kiosk").code,
        "device": device,
        "public_key": public(key),
        "succession": statements_of(device, *history),
    }
    return requests.post(f"{running.url}/api/v1/devices/enrol", json=body, timeout=10)


def test_a_receiver_hears_of_former_keys_as_the_device_enrols(running: Running) -> None:
    first, own = SigningKey.generate(), new_id(STARTED)

    assert enrol_with_history(running, own, SECOND, first, SECOND).status_code == 201
    assert running.receiver.devices.signing_keys(own) == (public(SECOND), public(first))

    # Renewed since, it enrols again under the id that it has here.
    assert enrol_with_history(running, own, THIRD, first, SECOND, THIRD).status_code == 201
    assert running.receiver.devices.signing_keys(own)[0] == public(THIRD)


def test_a_history_that_leads_elsewhere_lets_nobody_in(
    running: Running, device: EnrolledDevice
) -> None:
    thief = SigningKey.generate()

    problem(enrol_with_history(running, new_id(STARTED), THIRD, thief, SECOND), "conflict")
    problem(enrol_with_history(running, device.id, SECOND, thief, SECOND), "conflict")

    assert known_key(device) == public(device.key)


def test_an_administrator_may_want_a_new_one(running: Running, device: EnrolledDevice) -> None:
    assert running.receiver.devices.want_new_key("nobody") == []
    assert running.receiver.devices.want_new_key(device.id) == [device.id]
    beat = device.client.call("PUT", status_path(), json={}).json()

    assert beat["wants_new_key"] is True
    say(device, SECOND)
    assert "wants_new_key" not in device.client.call("PUT", status_path(), json={}).json()


def test_what_a_device_said_before_is_still_its_word(
    running: Running, device: EnrolledDevice
) -> None:
    def card(key: SigningKey) -> Json:
        return signed({"kind": "x"}, device.id, lambda data: encode_key(key.sign(data).signature))

    say(device, SECOND)
    doubts = [
        statements.check(card(key), running.receiver.devices).doubt
        for key in (device.key, SECOND, THIRD)
    ]

    assert [bool(each) for each in doubts] == [False, False, True]


@only_on_sqlite
def test_the_keys_outlive_the_database(running: Running, device: EnrolledDevice) -> None:
    say(device, SECOND)
    keys = running.receiver.devices.signing_keys(device.id)
    file = json.loads(running.receiver.data.device(device.id).read_bytes())
    assert [each["new_key"] for each in file["succession"]] == [public(SECOND)]
    running.receiver.devices.want_new_key(device.id)

    (row,) = [each for each in running.receiver.devices.rows_from_files() if each.id == device.id]

    assert row.public_key == keys[0]
    assert [each["former_key"] for each in row.succession or []] == [keys[1]]
    assert row.key_wanted_at is not None


def test_former_keys_can_be_ended_and_believed_again(
    running: Running, device: EnrolledDevice
) -> None:
    stored = device.client.send(early := make_take(device.id, []).signed(device.key))
    waiting = make_take(device.id, []).signed(device.key)
    say(device, SECOND)
    device.client.announce(waiting)

    assert running.receiver.devices.end_former_keys(device.id) == 1
    assert running.receiver.devices.end_former_keys(device.id) == 0

    problem(
        device.client.call("PUT", manifest_path(waiting.id), json=waiting.manifest),
        "manifest_mismatch",
    )
    # What is stored is stored, and asking for its receipt again is no new word of the ended key.
    again = device.client.call("PUT", manifest_path(early.id), json=early.manifest)
    assert again.json() == stored
    assert device.client.send(make_take(device.id, []).signed(SECOND))
    assert running.receiver.devices.believe_former_keys(device.id) == 1
    assert device.client.send(waiting)["recording"] == waiting.id


def test_an_ended_key_stays_ended_whatever_comes_after_it(
    running: Running, device: EnrolledDevice
) -> None:
    say(device, SECOND)
    running.receiver.devices.end_former_keys(device.id)

    # A later key is not ended with it, nor does it bring the ended one back.
    assert say(device, SECOND, THIRD).status_code == 200
    assert running.receiver.devices.signing_keys(device.id) == (public(THIRD), public(SECOND))
    problem(say(device, SECOND, THIRD, device.key), "conflict")
    assert running.receiver.devices.end_former_keys(device.id) == 1
    assert running.receiver.devices.signing_keys(device.id) == (public(THIRD),)

    (row,) = [each for each in running.receiver.devices.rows_from_files() if each.id == device.id]
    assert keys_of(row) == (public(THIRD),)
    assert len(row.succession or []) == 2

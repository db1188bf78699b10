"""Enrolment codes, tokens, revocation, heartbeat; users and their links."""

import json
import stat

import pytest
import requests
from nacl.signing import SigningKey

from holdfast.ids import new_id
from holdfast.protocol import encode_key, enrol_path, status_path
from server.auth.policy import Role
from server.domain.identity import load_or_create
from server.domain.refusals import Refusal
from tests.support.manual_clock import ManualClock
from tests.support.received import STARTED
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem


def enrol(running: Running, code: str, **more: str) -> requests.Response:
    body = {"code": code, "name": "kiosk", **more}
    return requests.post(running.url + enrol_path(), json=body, timeout=10)


def test_a_code_works_once_however_it_is_typed(running: Running) -> None:
    code = running.receiver.devices.add("kiosk").code

    first = enrol(running, code.lower().replace("-", " "))

    assert first.status_code == 201
    assert set(first.json()) == {"device", "token", "receiver", "receiver_key"}
    problem(enrol(running, code), "code_invalid")


def test_a_code_expires_after_a_day(running: Running) -> None:
    code = running.receiver.devices.add("kiosk").code
    running.clock.advance(24 * 3600)

    problem(enrol(running, code), "code_invalid")


def test_guessing_is_slowed_down(running: Running) -> None:
    good = running.receiver.devices.add("kiosk").code
    for _ in range(10):
        problem(enrol(running, "ABCD-EFGH-JKLM"), "code_invalid")

    answer = enrol(running, good)

    problem(answer, "rate_limited")
    running.clock.advance(int(answer.headers["Retry-After"]))
    assert enrol(running, good).status_code == 201


def test_a_device_keeps_its_own_id_and_a_new_code_brings_a_new_token(running: Running) -> None:
    own = new_id(STARTED)
    key = encode_key(bytes(SigningKey.generate().verify_key))
    devices = running.receiver.devices
    first = enrol(running, devices.add("kiosk").code, device=own, public_key=key).json()
    devices.revoke("kiosk")

    second = enrol(running, devices.add("kiosk").code, device=own, public_key=key).json()

    assert first["device"] == second["device"] == own
    old, new = devices.by_token(first["token"]), devices.by_token(second["token"])
    assert (old, new is not None and new.id) == (None, own)


def test_nobody_takes_over_anothers_id(running: Running, device: EnrolledDevice) -> None:
    code = running.receiver.devices.add("thief").code
    key = encode_key(bytes(SigningKey.generate().verify_key))

    problem(enrol(running, code, device=device.id, public_key=key), "conflict")
    problem(enrol(running, code, device=device.id), "conflict")

    assert device.client.call("GET", "/api/v1/receiver").status_code == 200
    assert enrol(running, code).status_code == 201


@pytest.mark.parametrize(
    "more", [{"device": "kiosk-1"}, {"public_key": "AAAA"}, {"public_key": "?"}]
)
def test_an_identity_that_is_none_is_refused_and_the_code_stays(
    running: Running, more: dict[str, str]
) -> None:
    code = running.receiver.devices.add("kiosk").code

    problem(enrol(running, code, **more), "bad_request")

    assert enrol(running, code).status_code == 201


def test_a_revoked_device_is_told_so(running: Running, device: EnrolledDevice) -> None:
    assert running.receiver.devices.revoke(device.id) == [device.id]

    problem(device.client.call("GET", "/api/v1/receiver"), "token_revoked")


def test_the_heartbeat_is_kept(running: Running, device: EnrolledDevice) -> None:
    running.clock.advance(5)

    answer = device.client.call("PUT", status_path(), json={"queue": {"pending": 3}})

    assert answer.json()["orders"] == []
    # Who it is, so that a device notices another receiver or key in its place.
    assert answer.json()["receiver_key"] == device.receiver_key
    (row,) = running.receiver.devices.everyone()
    assert row.status == {"queue": {"pending": 3}}
    assert row.last_contact_at == running.clock.now()


def test_no_secret_lies_on_the_disk(running: Running, device: EnrolledDevice) -> None:
    user = running.user()
    link = running.receiver.users.add_link("bob", Role.VIEWER)
    code = running.receiver.devices.add("next").code
    data = running.receiver.data

    running.receiver.close()

    kept = b"".join(path.read_bytes() for path in data.root.rglob("*") if path.is_file())
    for secret in (device.client.token, user.token, link, code, code.replace("-", "")):
        assert secret.encode() not in kept
    assert stat.S_IMODE(data.identity.stat().st_mode) == 0o600
    assert json.loads(data.device(device.id).read_bytes())["name"] == "kiosk"


def test_a_users_role_is_not_changed_by_adding_again(running: Running) -> None:
    running.receiver.users.add_token("ann", Role.VIEWER)

    with pytest.raises(Refusal, match="viewer already"):
        running.receiver.users.add_link("ann", Role.ADMIN)


def test_a_link_signs_in_once_and_for_twelve_hours(running: Running) -> None:
    users = running.receiver.users
    link = users.add_link("ann", Role.VIEWER)

    signed_in = users.enter(link)

    assert signed_in is not None
    assert users.enter(link) is None
    principal = users.by_sign_in(signed_in.token)
    assert principal is not None
    assert (principal.role, principal.name) == (Role.VIEWER, "ann")
    running.clock.advance(12 * 3600)
    assert users.by_sign_in(signed_in.token) is None


def test_a_link_expires_and_signing_out_counts_here_too(running: Running) -> None:
    users = running.receiver.users
    old, new = users.add_link("ann", Role.VIEWER), users.add_link("ann", Role.VIEWER)
    signed_in = users.enter(new)
    assert signed_in is not None

    users.leave(signed_in.token)
    running.clock.advance(24 * 3600)

    assert users.by_sign_in(signed_in.token) is None
    assert users.enter(old) is None


def test_the_identity_is_made_once(running: Running) -> None:
    again = load_or_create(running.receiver.data.identity, ManualClock())

    assert again.receiver == running.receiver.identity.receiver
    assert again.public_key == running.receiver.identity.public_key


def test_a_code_made_by_a_clock_that_was_ahead_is_not_good_for_years(running: Running) -> None:
    code = running.receiver.devices.add("kiosk").code
    running.clock.advance(-20 * 365 * 86_400)

    answer = requests.post(running.url + enrol_path(), json={"code": code}, timeout=30)

    problem(answer, "code_invalid")

"""Enrolment grants: for so many devices, until when, for which studies, in whose place."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import requests
from nacl.signing import SigningKey

from holdfast.protocol import encode_key, enrol_path, recording_path, session_path
from server.auth.tokens import token_hash
from server.domain.audit import Wanted
from server.domain.audit_check import verify
from server.domain.grants import USES_MOST, Grants, grant_json
from server.domain.refusals import Refusal
from server.receiver import open_receiver
from server.settings import Settings
from tests.support.lost_rows import lose_rows
from tests.support.received import make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem


def enrol(running: Running, code: str, **more: str) -> requests.Response:
    return requests.post(running.url + enrol_path(), json={"code": code, **more}, timeout=30)


@pytest.fixture
def grants(running: Running) -> Grants:
    return running.receiver.grants


def refusals(running: Running) -> list[tuple[str, object]]:
    found = running.receiver.audit.newest(Wanted(action="enrolment.refused"), 10)
    return [(entry.subject, entry.facts["why"]) for entry in found]


def test_a_grant_is_good_for_so_many_devices_and_no_more(running: Running, grants: Grants) -> None:
    grant = grants.add("lab", uses_most=3)

    devices = {enrol(running, grant.code).json()["device"] for _ in range(3)}

    assert len(devices) == 3
    problem(enrol(running, grant.code), "code_invalid")
    assert refusals(running) == [(f"grant:{grant.id}", "used up")]
    assert {row.name for row in running.receiver.devices.everyone()} == {"lab"}


def test_a_grant_lasts_as_long_as_it_was_given(running: Running, grants: Grants) -> None:
    grant = grants.add("lab", uses_most=2, life=timedelta(days=7))
    running.clock.advance(7 * 86_400 - 1)
    assert enrol(running, grant.code).status_code == 201

    running.clock.advance(1)

    problem(enrol(running, grant.code), "code_invalid")
    assert refusals(running) == [(f"grant:{grant.id}", "expired")]


def test_a_revoked_grant_enrols_nobody_and_ends_nobody(running: Running, grants: Grants) -> None:
    grant = grants.add("lab", uses_most=9)
    device = EnrolledDevice.enrol(running.url, grant.code)

    assert grants.revoke(grant.id)

    problem(enrol(running, grant.code), "code_invalid")
    assert refusals(running) == [(f"grant:{grant.id}", "revoked")]
    assert device.client.call("GET", "/api/v1/receiver").status_code == 200
    assert not grants.revoke(device.id)


def test_an_unknown_code_is_noted_without_the_code(running: Running) -> None:
    problem(enrol(running, "ABCD-EFGH-JKLM"), "code_invalid")

    assert refusals(running) == [("grant:unknown", "unknown code")]
    assert b"ABCD" not in running.receiver.data.audit.read_bytes()


def test_a_refused_enrolment_does_not_use_the_grant_up(
    running: Running, grants: Grants, device: EnrolledDevice
) -> None:
    grant = grants.add("lab")

    problem(enrol(running, grant.code, device=device.id), "conflict")

    assert enrol(running, grant.code).status_code == 201


def test_every_enrolment_stands_in_the_audit_log(running: Running, grants: Grants) -> None:
    grant = grants.add("lab", uses_most=2, studies=("smile",))
    device = enrol(running, grant.code).json()["device"]

    (entry,) = running.receiver.audit.newest(Wanted(action="device.enrolled"), 10)

    assert (entry.actor, entry.subject) == (f"grant:{grant.id}", f"device:{device}")
    assert entry.facts == {"use": 1, "of": 2, "studies": ["smile"]}


def test_the_code_itself_is_kept_nowhere(running: Running, grants: Grants) -> None:
    grant = grants.add("lab", uses_most=2)
    token = enrol(running, grant.code).json()["token"]
    running.receiver.database.close()

    kept = b"".join(
        path.read_bytes() for path in running.receiver.data.root.rglob("*") if path.is_file()
    )

    assert grant.code.encode() not in kept
    assert token.encode() not in kept
    assert token_hash(token).encode() in kept
    assert grant.code not in repr(grant)


@pytest.mark.parametrize(
    "limits",
    [
        {"uses_most": 0},
        {"uses_most": USES_MOST + 1},
        {"life": timedelta(0)},
        {"life": timedelta(days=367)},
        {"uses_most": 2, "replaces": "some device"},
        {"name": "two\nlines"},
    ],
)
def test_a_grant_without_sense_is_refused(grants: Grants, limits: dict[str, object]) -> None:
    with pytest.raises(Refusal) as refused:
        grants.add(**{"name": "lab", **limits})  # type: ignore[arg-type]  # that is what is tried

    assert refused.value.code == "bad_request"
    assert grants.everything() == []


def test_the_list_says_what_became_of_each(running: Running, grants: Grants) -> None:
    used, revoked, good = grants.add("a"), grants.add("b"), grants.add("c", uses_most=2)
    enrol(running, used.code)
    enrol(running, good.code)
    grants.revoke(revoked.id)

    now = running.clock.now()
    states = {row.name: grant_json(row, now)["state"] for row in grants.everything()}

    assert states == {"a": "used up", "b": "revoked", "c": "good"}


def test_a_new_device_takes_the_place_of_a_lost_one_as_it_enrols(
    running: Running, device: EnrolledDevice
) -> None:
    take = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(take)
    code = running.receiver.grants.add("kiosk", replaces=device.id).code

    new = EnrolledDevice.enrol(running.url, code)

    assert new.client.get(recording_path(take.id))["state"] == "stored"
    problem(device.client.call("GET", "/api/v1/receiver"), "token_revoked")
    more = make_take(new.id, [], session=take.session_id)
    answer = new.client.call("PUT", session_path(take.session_id), json=take.session)
    assert answer.status_code == 200, answer.text
    put = new.client.call("PUT", recording_path(more.id), json=more.announcement)
    assert put.status_code == 201, put.text


def test_the_lost_device_itself_cannot_use_that_code(
    running: Running, device: EnrolledDevice
) -> None:
    code = running.receiver.grants.add("kiosk", replaces=device.id).code
    key = encode_key(bytes(device.key.verify_key))

    problem(enrol(running, code, device=device.id, public_key=key), "conflict")

    assert device.client.call("GET", "/api/v1/receiver").status_code == 200
    assert enrol(running, code).status_code == 201


def test_a_replacement_outlives_the_database(
    running: Running, settings: Settings, device: EnrolledDevice
) -> None:
    take = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(take)
    code = running.receiver.grants.add("kiosk", replaces=device.id).code
    new = EnrolledDevice.enrol(running.url, code)
    running.receiver.database.close()
    lose_rows(settings.data, settings.engines)

    again = open_receiver(settings.data, running.clock, settings.engines)

    assert again.custody.view(take.id, new.id).is_verified
    holder = again.devices.by_token(new.client.token)
    assert holder is not None
    assert holder.id == new.id
    again.close()


def test_a_renewed_token_ends_the_former_one_when_it_is_used(
    running: Running, device: EnrolledDevice
) -> None:
    answer = device.client.call("POST", "/api/v1/devices/self/token")
    assert answer.status_code == 201, answer.text
    token = answer.json()["token"]
    former = device.client
    assert former.call("GET", "/api/v1/receiver").status_code == 200

    new = EnrolledDevice(device.id, type(former)(running.url, token), SigningKey.generate(), "")
    assert new.client.call("GET", "/api/v1/receiver").status_code == 200

    problem(former.call("GET", "/api/v1/receiver"), "unauthorized")
    assert new.client.call("GET", "/api/v1/receiver").status_code == 200


def test_a_renewed_token_that_was_never_used_dies_with_revocation(
    running: Running, device: EnrolledDevice
) -> None:
    token = device.client.call("POST", "/api/v1/devices/self/token").json()["token"]
    running.receiver.devices.revoke(device.id)

    for each in (token, device.client.token):
        client = type(device.client)(running.url, each)
        problem(client.call("GET", "/api/v1/receiver"), "token_revoked")


def test_many_at_once_use_a_grant_as_often_as_it_is_good(running: Running, grants: Grants) -> None:
    code = grants.add("lab", uses_most=3).code

    with ThreadPoolExecutor(8) as threads:
        statuses = [
            answer.status_code for answer in threads.map(lambda _: enrol(running, code), range(8))
        ]

    assert sorted(statuses) == [201] * 3 + [403] * 5
    assert verify(running.receiver.audit).is_ok

"""Tracking over the real API: read it, choose whom it is about, and what is said without one."""

from pathlib import Path

import pytest

from holdfast.jsonform import Json, canonical
from holdfast.protocol import API
from server.auth.policy import Role
from server.db.access_rows import AuditRow
from server.db.models import RecordingRow
from server.jobs.kinds import KINDS, Made, Piece
from server.jobs.queue import Claim, submit
from server.jobs.results import results_on_disk
from server.jobs.settling import Settler
from server.tracking.making import Look, Place, make_payload
from server.tracking.payload import Engine, facts
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem

NEAR, FAR = Place(0.5, 0.3, 0.4, 0.4, 0.9), Place(0.1, 0.1, 0.1, 0.1, 0.8)


@pytest.fixture
def take(device: EnrolledDevice) -> Take:
    made = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(made)
    return made


@pytest.fixture
def operator(running: Running) -> Client:
    return running.user(Role.OPERATOR)


def payload_of(take: Take) -> Json:
    """Somebody near for five looks, somebody far away for ten."""
    found = [(FAR, NEAR) if number < 5 else (FAR,) for number in range(10)]
    looks = [Look(round(n * 0.2, 3), 0.2, (640, 360), each) for n, each in enumerate(found)]
    return make_payload(Engine("test", "1", 0.5, {}), 5, looks, take.id)


def claimed(running: Running, take: Take) -> Claim:
    """The job `track`, and no other, held by a worker."""
    receiver = running.receiver
    for each in receiver.job_control.page({"active": True}, None, 100).rows:
        receiver.job_control.cancel(each.id, "a test")
    with receiver.database.writing() as session:
        submit(session, take.id, ("track",), running.clock)
    claim = receiver.jobs.claim("w")
    assert claim is not None
    assert claim.kind == "track"
    return claim


def tracked(running: Running, take: Take) -> Json:
    """What the job makes, put where its worker puts it."""
    receiver, payload = running.receiver, payload_of(take)
    claim = claimed(running, take)
    folder = receiver.data.recording(take.session_id, take.id)
    folder.derived.mkdir(exist_ok=True)
    temporary = folder.derived / "a.tmp"
    temporary.write_bytes(canonical(payload))
    made = Made((Piece(temporary, folder.tracking),), facts(payload))
    settler = Settler(receiver.data, receiver.database, receiver.jobs)
    settler.settle(claim, KINDS["track"], folder, made)
    return payload


def path(take: Take) -> str:
    return f"{API}/recordings/{take.id}/tracking"


def choose(client: Client, take: Take, body: object) -> object:
    return client.call("PUT", f"{path(take)}/primary", json=body)


def test_everything_that_was_found_is_read(running: Running, operator: Client, take: Take) -> None:
    payload = tracked(running, take)

    answer = running.user(Role.VIEWER).call("GET", path(take))

    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/json")
    assert answer.json() == payload
    again = operator.call("GET", path(take), headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_before_there_is_a_result_none_is_made_up(operator: Client, take: Take) -> None:
    said = problem(operator.call("GET", path(take)), "not_ready")

    assert "yet" in str(said["detail"])
    problem(operator.call("PUT", f"{path(take)}/primary", json={"track": 0}), "not_ready")


def test_why_there_is_none_is_said(running: Running, operator: Client, take: Take) -> None:
    running.receiver.jobs.fail(claimed(running, take), "It has no picture.", again=False)

    said = problem(operator.call("GET", path(take)), "not_ready")

    assert str(said["detail"]).endswith("It has no picture.")


def test_an_operator_chooses_whom_the_numbers_are_about(
    running: Running, operator: Client, take: Take
) -> None:
    before = tracked(running, take)
    assert before["primary"] == 1
    first = operator.call("GET", path(take))

    answer = operator.call("PUT", f"{path(take)}/primary", json={"track": 0})

    assert answer.status_code == 200
    told = answer.json()
    assert (told["primary"], told["primaryBy"], told["tracks"]) == (0, "person", 2)
    assert told["derivedMetrics"]["coveragePercent"] == 100.0
    after = operator.call("GET", path(take))
    assert after.headers["ETag"] != first.headers["ETag"]
    assert after.json()["derivedMetrics"] == told["derivedMetrics"]
    assert after.json()["frameDetections"] == before["frameDetections"]
    assert running.receiver.results.of(take.id)["track"].facts == told


def test_the_choice_survives_the_loss_of_the_database(
    running: Running, operator: Client, take: Take
) -> None:
    tracked(running, take)
    operator.call("PUT", f"{path(take)}/primary", json={"track": 0})
    folder = running.receiver.data.recording(take.session_id, take.id)

    (result,) = results_on_disk(running.receiver.data.files, folder)

    assert (result.kind, result.facts["primary"]) == ("track", 0)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"track": 2}, "not_found"),
        ({"track": -1}, "not_found"),
        ({"track": "0"}, "bad_request"),
        ({"track": True}, "bad_request"),
        ({"track": 0.5}, "bad_request"),
        ({}, "bad_request"),
    ],
)
def test_a_choice_that_is_none_changes_nothing(
    running: Running, operator: Client, take: Take, body: Json, code: str
) -> None:
    payload = tracked(running, take)

    problem(operator.call("PUT", f"{path(take)}/primary", json=body), code)

    assert operator.get(path(take)) == payload


def test_who_may_only_watch_does_not_choose(running: Running, take: Take) -> None:
    payload = tracked(running, take)
    viewer = running.user(Role.VIEWER)

    problem(viewer.call("PUT", f"{path(take)}/primary", json={"track": 0}), "forbidden")

    assert viewer.get(path(take)) == payload


def test_a_choice_is_noted_with_who_made_it(running: Running, operator: Client, take: Take) -> None:
    tracked(running, take)

    operator.call("PUT", f"{path(take)}/primary", json={"track": 0})

    with running.receiver.database.reading() as session:
        noted = session.query(AuditRow).filter_by(action="recording.primary_chosen").one()
    assert (noted.subject, noted.facts) == (f"recording:{take.id}", {"track": 0})


def test_nothing_is_shown_of_what_may_not_be_opened(
    running: Running, operator: Client, take: Take
) -> None:

    tracked(running, take)
    with running.receiver.database.writing() as session:
        session.get_one(RecordingRow, take.id).scan = "quarantined"

    problem(operator.call("GET", path(take)), "forbidden")
    problem(operator.call("PUT", f"{path(take)}/primary", json={"track": 0}), "forbidden")


def test_files_of_other_hands_are_taken_for_what_they_are(
    running: Running, operator: Client, take: Take, tmp_path: Path
) -> None:
    tracked(running, take)
    running.receiver.data.recording(take.session_id, take.id).tracking.unlink()

    problem(operator.call("GET", path(take)), "not_ready")
    problem(operator.call("PUT", f"{path(take)}/primary", json={"track": 0}), "not_ready")

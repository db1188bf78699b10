"""Studies: versions, the devices they are given to, and what users of some studies may see."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask

from holdfast.jsonform import Json, digest
from holdfast.protocol import API, recording_path, session_path, status_path
from server.app import create_app
from server.auth.policy import (
    PAGES,
    ROLES,
    SCOPED_NAMES,
    Policy,
    Role,
    is_within_scope_by_itself,
    policy_of,
)
from server.domain.audit import Wanted
from server.domain.refusals import Refusal
from server.jobs.queue import submit
from server.receiver import open_receiver
from server.settings import Settings
from tests.support.lost_rows import lose_rows
from tests.support.manual_clock import ManualClock
from tests.support.received import Take, make_take
from tests.support.receiver_client import Client, EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem

View = Callable[..., Any]
SMILE: Json = {"format_version": 1, "study": "smile", "version": 1, "title": "Smiles", "x": [1]}


def named(study: str, version: int = 1, **more: Any) -> Json:
    return {**SMILE, "study": study, "version": version, **more}


def put(client: Client, content: Json) -> Any:
    return client.call("PUT", f"{API}/studies/{content['study']}", json=content)


def of_study(take: Take, study: str) -> Take:
    return Take(
        {**take.session, "study": study},
        {**take.announcement, "study": study},
        take.pieces,
        {**take.manifest, "study": study},
    )


def recorder(running: Running, *studies: str) -> EnrolledDevice:
    grant = running.receiver.grants.add("kiosk", studies=studies)
    return EnrolledDevice.enrol(running.url, grant.code)


def reader(running: Running, role: Role, *studies: str) -> Client:
    token = running.receiver.users.add_token(f"{role.value} {studies}", role, frozenset(studies))
    return Client(running.url, token)


def recorded(running: Running, study: str) -> Take:
    """A recording that was announced, with a segment of a few bytes and a job."""
    device = recorder(running, study)
    take = of_study(make_take(device.id, []), study)
    device.client.announce(take)
    assert device.client.put_chunk(take.id, 0, b"a segment").status_code == 201
    with running.receiver.database.writing() as session:
        submit(session, take.id, ("probe",), running.clock)
    return take


def test_a_study_has_versions_that_never_change(running: Running) -> None:
    admin = running.user(Role.ADMIN)

    first = put(admin, SMILE)
    again = put(admin, SMILE)
    second = put(admin, named("smile", 2, title="Smiles again"))

    assert (first.status_code, again.status_code, second.status_code) == (201, 200, 201)
    newest = admin.get(f"{API}/studies/smile")
    assert (newest["version"], newest["title"], newest["x"]) == (2, "Smiles again", [1])
    assert newest["by"] == "admin:the admin"
    assert admin.get(f"{API}/studies/smile/versions/1")["sha256"] == digest(SMILE)
    problem(admin.call("GET", f"{API}/studies/smile/versions/3"), "not_found")
    changes = running.receiver.audit.newest(Wanted(subject="study:smile"), 10)
    assert [entry.facts["version"] for entry in changes] == [2, 1]


@pytest.mark.parametrize("version", [1, 3])
def test_nobody_overwrites_a_version_they_have_not_seen(running: Running, version: int) -> None:
    admin = running.user(Role.ADMIN)
    put(admin, SMILE)

    answer = put(admin, named("smile", version, title="Other"))

    assert problem(answer, "stale")["current"] == 1
    assert admin.get(f"{API}/studies/smile")["title"] == "Smiles"


@pytest.mark.parametrize(
    "content",
    [
        {**SMILE, "study": "other"},
        {**SMILE, "title": " "},
        {**SMILE, "version": 0},
        {**SMILE, "format_version": 2},
        {"format_version": 1},
    ],
)
def test_what_is_no_study_is_refused(running: Running, content: Json) -> None:
    answer = running.user(Role.ADMIN).call("PUT", f"{API}/studies/smile", json=content)

    problem(answer, "bad_request")


@pytest.mark.parametrize("study", ["Smile", ".", "..", "a.b", "-a", "x" * 65, "a\\b"])
def test_a_studys_id_can_name_a_folder(running: Running, study: str) -> None:
    with pytest.raises(Refusal) as refused:
        running.receiver.studies.put(study, named(study), "test")

    assert refused.value.code == "bad_request"
    assert not running.receiver.data.studies.exists()


def test_studies_outlive_the_database(running: Running, settings: Settings) -> None:
    running.receiver.studies.put("smile", SMILE, "test")
    running.receiver.studies.put("smile", named("smile", 2), "test")
    before = running.receiver.studies.newest(None)
    running.receiver.database.close()
    lose_rows(settings.data, settings.engines)

    again = open_receiver(settings.data, ManualClock(), settings.engines)

    assert again.studies.newest(None) == before
    assert again.studies.get("smile", 1).content == SMILE
    again.close()


def test_a_device_is_given_its_studies_and_no_others(running: Running) -> None:
    for study in ("smile", "frown"):
        running.receiver.studies.put(study, named(study), "test")
    device = recorder(running, "smile")

    beat = device.client.call("PUT", status_path(), json={}).json()
    given = device.client.get(f"{API}/devices/self/studies")["studies"]

    assert beat["studies"] == [{"study": "smile", "version": 1, "sha256": digest(SMILE)}]
    assert [each["study"] for each in given] == ["smile"]
    assert device.client.get(f"{API}/studies/smile")["title"] == "Smiles"
    problem(device.client.call("GET", f"{API}/studies/frown"), "not_found")


def test_a_device_records_for_its_studies_only(running: Running) -> None:
    device = recorder(running, "smile")
    mine, other = (
        of_study(make_take(device.id, []), study).session for study in ("smile", "frown")
    )
    none = make_take(device.id, []).session

    def announce(session: Json) -> Any:
        return device.client.call("PUT", session_path(str(session["session"])), json=session)

    assert announce(mine).status_code == 201
    assert announce(none).status_code == 201
    problem(announce(other), "study_forbidden")

    running.receiver.devices.record_for(device.id, ["frown", "smile"])
    assert announce(other).status_code == 201


def test_a_device_of_no_study_records_for_every_one(running: Running) -> None:
    device = running.device()
    session = of_study(make_take(device.id, []), "smile").session

    answer = device.client.call("PUT", session_path(str(session["session"])), json=session)

    assert answer.status_code == 201


def test_the_studies_of_a_device_outlive_the_database(running: Running, settings: Settings) -> None:
    device = recorder(running, "smile")
    running.receiver.database.close()
    lose_rows(settings.data, settings.engines)

    again = open_receiver(settings.data, ManualClock(), settings.engines)

    row = again.devices.known(device.id)
    assert row is not None
    assert row.studies == ["smile"]
    again.close()


def test_a_user_of_one_study_finds_nothing_of_another(running: Running) -> None:
    smile, frown = recorded(running, "smile"), recorded(running, "frown")
    viewer = reader(running, Role.VIEWER, "smile")

    assert viewer.get(recording_path(smile.id))["state"] == "open"
    assert viewer.get(session_path(smile.session_id))["study"] == "smile"
    problem(viewer.call("GET", recording_path(frown.id)), "unknown_recording")
    problem(viewer.call("GET", session_path(frown.session_id)), "unknown_session")
    problem(viewer.call("GET", f"{API}/studies/frown"), "not_found")


def named_in(rule: str) -> set[str]:
    """What of the receiver's an address names: a kind of job is nobody's."""
    return set(re.findall(r"<(?:[^<>]*:)?(\w+)>", rule)) - {"kind"}


def routes_for_users(app: Flask) -> Iterator[tuple[str, str, View]]:
    """Method, rule and view of every route that a user's token may call."""
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        policy = policy_of(view)
        if policy is None or policy is Policy.PUBLIC or policy in PAGES:
            continue
        if Role.OPERATOR in ROLES[policy]:
            for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
                yield method, rule.rule, view


def test_every_route_keeps_users_to_their_studies(settings: Settings, running: Running) -> None:
    """What an address names, the gate looks up: nothing of another study is found."""
    frown = recorded(running, "frown")
    running.receiver.studies.put("frown", named("frown"), "test")
    running.receiver.studies.put("smile", SMILE, "test")
    (job,) = running.receiver.jobs.newest(active=True)
    values = {"session": frown.session_id, "recording": frown.id, "job": job.id, "study": "frown"}
    app = create_app(settings, running.clock, running.receiver)
    operator, everybody = reader(running, Role.OPERATOR, "smile"), running.user(Role.OPERATOR)
    tried = []
    for method, rule, view in routes_for_users(app):
        names = named_in(rule)
        if not names:
            continue
        assert names & SCOPED_NAMES, f"the gate cannot look up what {rule} names"
        path = re.sub(r"<(?:[^<>]*:)?(\w+)>", lambda found: values.get(found[1], "0"), rule)
        problem_of = operator.call(method, path, json={}).json()["code"]
        assert problem_of in ("unknown_recording", "unknown_session", "not_found"), rule
        assert not is_within_scope_by_itself(view), rule
        tried.append(path)
    assert everybody.get(recording_path(frown.id))["state"] == "open"
    assert recording_path(frown.id) in tried


def test_what_spans_all_studies_is_closed_to_users_of_some(
    settings: Settings, running: Running
) -> None:
    app = create_app(settings, running.clock, running.receiver)
    operator = reader(running, Role.OPERATOR, "smile")
    closed = [
        (method, rule)
        for method, rule, view in routes_for_users(app)
        if not named_in(rule) and not is_within_scope_by_itself(view)
    ]

    assert ("GET", "/metrics") in closed
    for method, rule in closed:
        problem(operator.call(method, rule, json={}), "forbidden")


def test_lists_hold_what_is_within_scope(running: Running) -> None:
    smile, frown = recorded(running, "smile"), recorded(running, "frown")
    viewer, everybody = reader(running, Role.VIEWER, "smile"), running.user(Role.VIEWER)

    def seen(client: Client, what: str, key: str) -> set[str]:
        return {each[key] for each in client.get(f"{API}/{what}")[what]}

    assert seen(viewer, "recordings", "recording") == {smile.id}
    assert seen(viewer, "sessions", "session") == {smile.session_id}
    assert seen(viewer, "jobs", "recording") == {smile.id}
    assert seen(everybody, "recordings", "recording") == {smile.id, frown.id}
    assert seen(everybody, "jobs", "recording") == {smile.id, frown.id}


def test_statistics_are_of_what_is_within_scope(running: Running) -> None:
    smile, frown = recorded(running, "smile"), recorded(running, "frown")
    viewer, everybody = reader(running, Role.VIEWER, "smile"), running.user(Role.VIEWER)
    of_smile, of_all = viewer.get(f"{API}/statistics"), everybody.get(f"{API}/statistics")

    assert of_all["recordings"] == {"open": 2}
    assert [each["study"] for each in of_all["studies"]] == ["frown", "smile"]
    assert of_smile["recordings"] == {"open": 1}
    assert [each["study"] for each in of_smile["studies"]] == ["smile"]
    assert [each["device"] for each in of_smile["devices"]] == [smile.announcement["device"]]
    assert of_smile["stored_bytes"] == len(b"a segment")
    assert of_smile["jobs"] == {"queued": 1}
    assert of_smile["transfers"] is of_smile["received_bytes"] is None
    assert of_smile["devices"][0]["transfers"] is None
    assert frown.announcement["device"] not in str(of_smile)


def test_what_is_asked_for_by_its_id_is_kept_to_scope_too(running: Running) -> None:
    smile, frown = recorded(running, "smile"), recorded(running, "frown")
    viewer = reader(running, Role.VIEWER, "smile")

    found = viewer.call(
        "POST", f"{API}/recordings/status", json={"recordings": [smile.id, frown.id]}
    ).json()["recordings"]
    asked = [{"recording": each.id, "segment": 0} for each in (smile, frown)]
    segments = viewer.call("POST", f"{API}/segments/status", json={"segments": asked}).json()

    assert [each["state"] for each in found] == ["open", "unknown"]
    assert [each["complete"] for each in segments["segments"]] == [True, False]

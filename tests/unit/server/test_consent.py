"""A study that takes nothing before the consent is there, and before one can see it given."""

from dataclasses import replace
from typing import Any

import pytest

from holdfast.consent import AWAITED, Consent, consent_of, is_awaited, with_consent
from holdfast.ids import new_id
from holdfast.jsonform import FormatError, Json
from holdfast.protocol import PROBLEMS, Retry, recording_path, session_path
from server.db.models import RecordingRow
from tests.support.received import STARTED, Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem

GIVEN = Consent("v3", "2026-11-20T13:58:00.000Z")


def study(running: Running, **asks: Any) -> None:
    newest = running.receiver.studies.current("smiles")
    version = 1 if newest is None else newest.version + 1
    content = {"format_version": 1, "study": "smiles", "version": version, "title": "Smiles"}
    running.receiver.studies.put("smiles", {**content, **asks}, "test")


def of_study(device: EnrolledDevice, consent: Json | None = None, **more: Any) -> Take:
    made = make_take(device.id, [scene_part(30)], **more)
    session = {**made.session, "study": "smiles"}
    if consent is not None:
        session["consent"] = consent
    return replace(
        made,
        session=session,
        announcement={**made.announcement, "study": "smiles"},
        manifest={**made.manifest, "study": "smiles"},
    ).signed(device.key)


def put_session(device: EnrolledDevice, take: Take, consent: Json | None) -> Any:
    session = {key: each for key, each in take.session.items() if key != "consent"}
    if consent is not None:
        session["consent"] = consent
    return device.client.call("PUT", session_path(take.session_id), json=session)


def announce(device: EnrolledDevice, take: Take) -> Any:
    return device.client.call("PUT", recording_path(take.id), json=take.announcement)


def test_nothing_is_taken_before_the_consent_stands_in_the_session(
    running: Running, device: EnrolledDevice
) -> None:
    study(running, consent={"required": True})
    take = of_study(device)
    assert put_session(device, take, None).status_code == 201

    problem(announce(device, take), "consent_missing")
    assert device.client.put_chunk(take.id, 0, take.pieces[0].data).status_code == 404
    assert PROBLEMS["consent_missing"].retry is Retry.LATER
    put_session(device, take, AWAITED)
    problem(announce(device, take), "consent_missing")

    assert put_session(device, take, GIVEN.to_json()).status_code == 200
    assert announce(device, take).status_code == 201
    told = device.client.get(session_path(take.session_id))
    assert told["consent"] == {
        "state": "given",
        "version": "v3",
        "at": GIVEN.at,
        "recording": None,
    }
    file = running.receiver.data.session_file(take.session_id)
    assert b'"version":"v3"' in file.read_bytes()


def test_a_study_that_asks_for_none_waits_for_none(
    running: Running, device: EnrolledDevice
) -> None:
    study(running)
    take = of_study(device)

    device.client.send(take)


def test_the_recording_of_the_consent_comes_first_and_has_to_play(
    running: Running, device: EnrolledDevice
) -> None:
    study(running, consent={"recording": True})
    spoken = of_study(device)
    other = of_study(device, session=spoken.session_id)
    put_session(device, spoken, GIVEN.to_json())
    problem(announce(device, spoken), "consent_missing")

    named = replace(GIVEN, recording=spoken.id).to_json()
    assert put_session(device, spoken, named).status_code == 200
    problem(announce(device, other), "consent_not_playable")
    assert announce(device, spoken).status_code == 201
    device.client.put_chunk(spoken.id, 0, spoken.pieces[0].data)
    device.client.finalise(spoken)
    problem(announce(device, other), "consent_not_playable")

    with running.receiver.database.writing() as session:
        session.get_one(RecordingRow, spoken.id).probe = {"ok": False}
    problem(announce(device, other), "consent_not_playable")
    with running.receiver.database.writing() as session:
        session.get_one(RecordingRow, spoken.id).probe = {"ok": True}
    assert announce(device, other).status_code == 201


def test_a_recording_of_another_session_is_no_consent(
    running: Running, device: EnrolledDevice
) -> None:
    elsewhere = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(elsewhere)
    with running.receiver.database.writing() as session:
        session.get_one(RecordingRow, elsewhere.id).probe = {"ok": True}
    study(running, consent={"recording": True})
    take = of_study(device)

    put_session(device, take, replace(GIVEN, recording=elsewhere.id).to_json())

    problem(announce(device, take), "consent_not_playable")


def test_a_consent_that_was_given_never_changes(running: Running, device: EnrolledDevice) -> None:
    take = of_study(device)
    put_session(device, take, GIVEN.to_json())
    named = replace(GIVEN, recording=take.id).to_json()

    problem(put_session(device, take, replace(GIVEN, version="v4").to_json()), "conflict")
    problem(put_session(device, take, replace(GIVEN, at="2027").to_json()), "conflict")
    assert put_session(device, take, named).status_code == 200
    other = replace(GIVEN, recording=new_id(STARTED)).to_json()
    problem(put_session(device, take, other), "conflict")
    # What travelled on a disk may be older, and takes nothing back.
    for older in (GIVEN.to_json(), AWAITED, None):
        assert put_session(device, take, older).status_code == 200
    assert device.client.get(session_path(take.session_id))["consent"] == named
    problem(put_session(device, take, {"state": "given"}), "bad_request")
    take.session["participant"] = "P-018"
    problem(put_session(device, take, named), "conflict")


def test_a_study_file_that_is_not_understood_takes_nothing(
    running: Running, device: EnrolledDevice
) -> None:
    study(running, consent="yes")
    take = of_study(device)
    put_session(device, take, GIVEN.to_json())

    problem(announce(device, take), "unavailable")


def test_a_consent_reads_back_and_nonsense_is_none() -> None:
    session: Json = {"format_version": 1, "session": "x"}
    assert consent_of(session) is None
    assert not is_awaited(session)
    awaited = {**session, "consent": AWAITED}
    assert is_awaited(awaited)
    assert consent_of(awaited) is None

    given = with_consent(awaited, GIVEN)

    assert consent_of(given) == GIVEN
    assert not is_awaited(given)
    with pytest.raises(ValueError, match="another consent"):
        with_consent(given, replace(GIVEN, version="v4"))
    for nonsense in ("yes", {"state": "perhaps"}, {"state": "given", "version": 3, "at": "now"}):
        with pytest.raises(FormatError):
            consent_of({**session, "consent": nonsense})

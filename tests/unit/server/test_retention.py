"""What studies keep no longer, and what never became whole: listed, told, and only then deleted."""

from datetime import timedelta
from typing import Any

import pytest

from holdfast.jsonform import Json
from holdfast.orders import Done
from holdfast.protocol import (
    encode_key,
    order_done_path,
    recording_path,
    session_close_path,
    session_path,
    status_path,
)
from server.db.models import RecordingRow
from server.domain.refusals import Refusal
from server.receiver import open_receiver
from tests.support.left_over import with_words
from tests.support.lost_rows import lose_rows
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_consent import of_study, study
from tests.unit.server.test_segments import problem

DAY_S = 86_400.0


@pytest.fixture
def take(running: Running, device: EnrolledDevice) -> Take:
    """A stored recording of a study that keeps for thirty days, whose film plays."""
    study(running, retention_days=30, abandoned_days=90)
    made = of_study(device)
    device.client.send(made)
    plays(running, made)
    return made


def plays(running: Running, take: Take, ok: bool = True) -> None:
    with running.receiver.database.writing() as session:
        session.get_one(RecordingRow, take.id).probe = {"ok": ok}


def test_a_session_is_listed_before_and_deleted_after_its_time(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    forever = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(forever)
    retention = running.receiver.retention
    running.clock.advance(20 * DAY_S)
    assert retention.due() == []
    assert retention.due(timedelta(days=9)) == []
    [soon] = retention.due(timedelta(days=11))
    assert (soon.session, soon.study, soon.recordings) == (take.session_id, "smiles", 1)
    assert soon.size_bytes == len(take.pieces[0].data)
    assert retention.delete("test") == []

    running.clock.advance(10 * DAY_S)

    assert [each.subject for each in retention.delete("test")] == [take.session_id]
    problem(device.client.call("GET", recording_path(take.id)), "withdrawn")
    assert device.client.get(recording_path(forever.id))["state"] == "stored"
    [order] = running.receiver.orders.waiting(device.id)
    assert (order["kind"], order["session"]) == ("withdraw-session", take.session_id)


def test_what_somebody_should_look_at_stays(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    retention = running.receiver.retention
    running.clock.advance(31 * DAY_S)
    reasons = []

    def stays() -> str:
        [due] = retention.due()
        assert (due.stays == "") is (retention.delete("test") != []) or due.stays
        return due.stays

    plays(running, take, ok=False)
    reasons.append(stays())
    plays(running, take)
    retention.hold(take.session_id, "the audit of 2027", "test")
    reasons.append(stays())
    retention.release(take.session_id, "test")
    with running.receiver.database.writing() as session:
        session.get_one(RecordingRow, take.id).state = "open"
    reasons.append(stays())

    assert reasons == ["it cannot be played", "held: the audit of 2027", "not all of it came"]
    assert device.client.call("GET", session_path(take.session_id)).status_code == 200


def test_the_page_gets_what_was_due_first_and_how_much_more_there_is(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    retention = running.receiver.retention
    sessions = [take.session_id]
    for _ in range(3):
        running.clock.advance(60)
        other = of_study(device)
        device.client.send(other)
        plays(running, other)
        sessions.append(other.session_id)
    soon = retention.oldest(timedelta(days=31), 2)
    assert [each.session for each in soon.soon] == sessions[:2]
    assert (soon.goes, soon.more_soon, soon.more_due) == ([], 2, 0)
    running.clock.advance(31 * DAY_S)
    retention.hold(sessions[0], "a question is open", "test")

    found = retention.oldest(timedelta(days=31), 2)

    # What stays takes no place of what goes.
    assert [each.session for each in found.stays] == sessions[:1]
    assert [each.session for each in found.goes] == sessions[1:3]
    assert (found.more_due, found.more_stays, found.soon) == (1, 0, [])
    assert [each.session for each in retention.due(among=sessions[2:])] == sessions[2:]


def test_a_study_file_that_is_not_understood_deletes_nothing(running: Running, take: Take) -> None:
    running.clock.advance(31 * DAY_S)
    study(running, retention_days="soon")

    with pytest.raises(Refusal, match="Nothing was deleted"):
        running.receiver.retention.delete("test")


# Abandoned uploads ---------------------------------------------------------------------------


def heartbeat(device: EnrolledDevice) -> list[Json]:
    answer = device.client.call("PUT", status_path(), json={"format_version": 1})
    found: list[Json] = answer.json()["orders"]
    return found


def half_sent(device: EnrolledDevice) -> Take:
    made = make_take(device.id, [scene_part(90)]).signed(device.key)
    device.client.announce(made)
    device.client.put_chunk(made.id, 0, made.pieces[0].data)
    device.client.put_chunk(made.id, 1, made.pieces[1].data, 0, 99)
    return made


def acknowledge(device: EnrolledDevice, order: str) -> None:
    said = Done(order, device.id, (), (), "2027-02-03T14:00:00.000Z")
    signature = encode_key(device.key.sign(said.signed_bytes()).signature)
    body = {**said.to_json(), "signature": signature}
    assert device.client.call("POST", order_done_path(order), json=body).status_code == 200


def test_a_device_is_told_before_what_it_left_goes(
    running: Running, device: EnrolledDevice
) -> None:
    take = half_sent(device)
    abandoned = running.receiver.abandoned
    running.clock.advance(75 * DAY_S)
    assert (heartbeat(device), abandoned.listing()) == ([], [])

    running.clock.advance(2 * DAY_S)
    [order] = heartbeat(device)
    assert heartbeat(device) == [order]
    assert (order["kind"], order["recordings"]) == ("notice", [take.id])
    [listed] = abandoned.listing()
    assert (listed.told_at, listed.goes_at) == (None, None)
    # Not even long after its time, as long as nobody over there knows.
    running.clock.advance(100 * DAY_S)
    assert abandoned.delete("test") == []

    acknowledge(device, order["order"])
    assert heartbeat(device) == []
    assert abandoned.delete("test") == []
    running.clock.advance(14 * DAY_S)
    assert [each.recording for each in abandoned.delete("test")] == [take.id]

    assert with_words(running.receiver.data.root / "sessions", take.id) == []
    assert list(running.receiver.data.incoming.iterdir()) == []
    # It is as welcome as ever.
    problem(device.client.call("GET", recording_path(take.id)), "unknown_recording")
    device.client.send(take)


def test_what_goes_on_is_not_abandoned(running: Running, device: EnrolledDevice) -> None:
    take = half_sent(device)
    running.clock.advance(80 * DAY_S)
    [order] = heartbeat(device)
    acknowledge(device, order["order"])
    device.client.put_chunk(take.id, 1, take.pieces[1].data, 100, 199)

    running.clock.advance(30 * DAY_S)

    assert running.receiver.abandoned.delete("test") == []
    running.clock.advance(50 * DAY_S)
    [again] = heartbeat(device)
    assert again["order"] != order["order"]
    assert running.receiver.abandoned.delete("test") == []


def test_a_chunk_that_comes_at_that_moment_keeps_it(
    running: Running, device: EnrolledDevice
) -> None:
    take = half_sent(device)
    [idle] = [each for each in _all_abandoned(running) if each.recording == take.id]
    device.client.put_chunk(take.id, 1, take.pieces[1].data, 100, 199)

    assert not running.receiver.recordings.forget_open(take.id, idle.since)

    assert device.client.get(recording_path(take.id))["state"] == "open"


def _all_abandoned(running: Running) -> list[Any]:
    running.clock.advance(77 * DAY_S)
    return list(running.receiver.abandoned.listing())


# Closing -------------------------------------------------------------------------------------


def close(device: EnrolledDevice, take: Take, expected: Any) -> Any:
    path = session_close_path(take.session_id)
    return device.client.call("POST", path, json={"expected_recordings": expected})


def test_a_closed_session_lists_what_is_missing(running: Running, device: EnrolledDevice) -> None:
    whole = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(whole)
    half = make_take(device.id, [scene_part(90)], session=whole.session_id).signed(device.key)
    device.client.call("PUT", recording_path(half.id), json=half.announcement)
    device.client.put_chunk(half.id, 0, half.pieces[0].data)

    answer = close(device, whole, 3)

    assert answer.status_code == 200
    told = answer.json()
    assert (told["recordings"], told["missing_recordings"], told["complete"]) == (2, 1, False)
    assert told["incomplete"] == [
        {"recording": half.id, "segments": 1, "whole_to": 1, "missing": None, "plays": False}
    ]
    assert [each.session for each in running.receiver.closing.incomplete()] == [whole.session_id]
    assert device.client.get(session_path(whole.session_id))["closing"] == told
    # What was missing may still come, and one may be mistaken about the number.
    device.client.put_chunk(half.id, 1, half.pieces[1].data)
    device.client.finalise(half)
    assert close(device, whole, 2).json()["complete"] is True
    assert running.receiver.closing.incomplete() == []


@pytest.mark.parametrize("nonsense", [None, -1, 10_001, "3", True, 1.5])
def test_a_number_that_is_none_closes_nothing(device: EnrolledDevice, nonsense: object) -> None:
    take = make_take(device.id, [])
    device.client.announce(take)

    problem(close(device, take, nonsense), "bad_request")

    assert device.client.get(session_path(take.session_id))["closing"]["closed_at"] is None


def test_a_lost_database_remembers_what_was_closed(
    running: Running, device: EnrolledDevice
) -> None:
    take = make_take(device.id, [scene_part(30)])
    device.client.announce(take)
    told = close(device, take, 4).json()
    running.receiver.database.close()
    lose_rows(running.receiver.data, running.engines)

    opened = open_receiver(running.receiver.data, running.clock, running.engines)

    assert opened.closing.state(take.session_id).to_json() == told
    opened.close()

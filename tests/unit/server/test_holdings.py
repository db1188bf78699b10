"""A device hears in one short value what the receiver has of its recordings, or of each of them."""

from holdfast.holdings import Holdings
from holdfast.ids import new_id
from holdfast.jsonform import Json
from holdfast.protocol import discard_path, recordings_status_path, status_path
from tests.support.received import STARTED, Take, make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem


def sent(device: EnrolledDevice, frames: int) -> tuple[Take, Json]:
    take = make_take(device.id, [scene_part(frames)]).signed(device.key)
    return take, device.client.send(take)


def told(device: EnrolledDevice) -> Json:
    answer = device.client.call("PUT", status_path(), json={"asks_stored": True})
    value: Json = answer.json()["stored"]
    return value


def statuses(client: Client, *recordings: str) -> dict[str, tuple[str, str | None]]:
    answer = client.call("POST", recordings_status_path(), json={"recordings": list(recordings)})
    return {
        each["recording"]: (each["state"], each["manifest_sha256"])
        for each in answer.json()["recordings"]
    }


def test_what_is_stored_for_good_is_told_in_one_value(
    running: Running, device: EnrolledDevice
) -> None:
    assert Holdings.from_json(told(device)) == Holdings()
    receipts = [sent(device, frames)[1] for frames in (30, 60)]
    device.client.announce(make_take(device.id, []))
    sent(running.device(), 30)

    expected = Holdings.of(each["manifest_sha256"] for each in reversed(receipts))
    assert Holdings.from_json(told(device)) == expected
    assert expected.recordings == 2


def test_it_is_told_only_to_who_asks_and_the_receiver_names_itself(device: EnrolledDevice) -> None:
    answer = device.client.call("PUT", status_path(), json={}).json()

    assert "stored" not in answer
    assert answer["receiver_key"] == device.receiver_key


def test_each_recording_has_a_state_that_its_own_device_may_know(
    running: Running, device: EnrolledDevice
) -> None:
    stored, receipt = sent(device, 30)
    opened, dropped = make_take(device.id, []), make_take(device.id, [])
    for take in (opened, dropped):
        device.client.announce(take)
    device.client.call("POST", discard_path(dropped.id))
    never = new_id(STARTED)
    asked = (stored.id, opened.id, dropped.id, never)

    assert statuses(device.client, *asked) == {
        stored.id: ("stored", receipt["manifest_sha256"]),
        opened.id: ("open", None),
        dropped.id: ("dropped", None),
        never: ("unknown", None),
    }
    foreign = statuses(running.device().client, *asked)
    assert set(foreign.values()) == {("unknown", None)}
    assert statuses(running.user(), stored.id)[stored.id][0] == "stored"


def test_nonsense_is_refused(device: EnrolledDevice) -> None:
    for body in ({}, {"recordings": "all"}, {"recordings": ["x"]}, {"recordings": [1]}):
        problem(device.client.call("POST", recordings_status_path(), json=body), "bad_request")


def test_what_comes_to_both_sides_leaves_the_difference_as_it_is() -> None:
    ours, theirs = ["1a", "2b"], ["1a", "2b", "3c"]
    before = Holdings.of(theirs).beyond(Holdings.of(ours))

    assert Holdings.of([*theirs, "4d"]).beyond(Holdings.of(["4d", *ours])) == before
    assert Holdings.of(theirs[:-1]).beyond(Holdings.of(ours)) != before
    assert Holdings.of([*theirs[:-1], "5e"]).beyond(Holdings.of(ours)) != before

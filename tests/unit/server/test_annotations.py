"""What is learned later: versions that nobody overwrites unseen, kept as files and rows."""

import threading
from pathlib import Path
from typing import Any

import pytest
import requests

from holdfast.annotations import Annotations
from holdfast.jsonform import Json, parse
from holdfast.protocol import annotations_history_path, annotations_path, discard_path
from server.auth.policy import Role
from server.domain.annotations import versions_on_disk
from server.receiver import open_receiver
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem

OFFSET = {"value": -1.25, "uncertainty": 0.02, "measured_at": "2026-11-21T10:00:00.000Z"}


@pytest.fixture
def take(device: EnrolledDevice) -> Take:
    made = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(made)
    return made


def body(version: int, **content: Any) -> Json:
    return {"format_version": 1, "version": version, **content}


def put(client: Client, take: Take, content: Json) -> requests.Response:
    return client.call("PUT", annotations_path(take.id), json=content)


def versions(client: Client, take: Take) -> list[Json]:
    found: list[Json] = client.get(annotations_history_path(take.id))["versions"]
    return found


def test_a_recording_begins_without_any(device: EnrolledDevice, take: Take) -> None:
    told = device.client.get(annotations_path(take.id))

    assert (told["version"], told["quality"], told["by"]) == (0, None, None)
    assert versions(device.client, take) == []


def test_every_version_says_who_wrote_it_and_when(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    operator = running.user(Role.OPERATOR)

    assert put(device.client, take, body(1, clock_offset_s=OFFSET)).status_code == 201
    running.clock.advance(60)
    second = body(2, clock_offset_s=OFFSET, notes="P-017 is P-018")
    assert put(operator, take, second).status_code == 201

    first, last = versions(device.client, take)
    assert device.client.get(annotations_path(take.id)) == last
    assert first["by"] == {"role": "device", "name": device.id}
    assert last["by"] == {"role": "operator", "name": "the operator"}
    assert first["at"] < last["at"]
    assert "notes" not in first
    assert (last["notes"], last["clock_offset_s"], last["quality"]) == (
        "P-017 is P-018",
        OFFSET,
        None,
    )


def test_the_same_again_is_the_same_version(device: EnrolledDevice, take: Take) -> None:
    put(device.client, take, body(1, notes="a"))
    put(device.client, take, body(2, notes="b"))

    # Also an older one whose answer was lost on the way.
    for version, notes in ((1, "a"), (2, "b")):
        answer = put(device.client, take, body(version, notes=notes))
        assert (answer.status_code, answer.json()["version"]) == (200, version)
    assert len(versions(device.client, take)) == 2


@pytest.mark.parametrize("version", [1, 2, 4, 99])
def test_a_stale_version_is_refused_with_the_current_one(
    device: EnrolledDevice, take: Take, version: int
) -> None:
    put(device.client, take, body(1, notes="a"))
    put(device.client, take, body(2, notes="b"))

    refused = problem(put(device.client, take, body(version, notes="c")), "stale")

    assert refused["current"] == device.client.get(annotations_path(take.id))
    assert len(versions(device.client, take)) == 2


@pytest.mark.parametrize(
    "content",
    [
        {"version": 1},
        body(0),
        {"format_version": 1},
        body(1, quality=[]),
        body(1, clock_offset_s={"value": None}),
        body(1, clock_offset_s={"value": "1", "uncertainty": 1}),
        body(1, clock_offset_s={"value": 1, "uncertainty": -1}),
    ],
)
def test_nonsense_is_refused(device: EnrolledDevice, take: Take, content: Json) -> None:
    problem(put(device.client, take, content), "bad_request")
    assert versions(device.client, take) == []


def test_who_only_reads_cannot_write(running: Running, take: Take) -> None:
    viewer = running.user(Role.VIEWER)

    problem(put(viewer, take, body(1)), "forbidden")
    assert viewer.get(annotations_path(take.id))["version"] == 0


def test_another_device_finds_nothing(running: Running, take: Take) -> None:
    problem(put(running.device().client, take, body(1)), "unknown_recording")


def test_of_two_writers_at_once_one_sees_the_others(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    answers: list[requests.Response] = []
    clients = [Client(running.url, device.client.token) for _ in range(4)]

    def write(number: int) -> None:
        answers.append(put(clients[number], take, body(1, notes=str(number))))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(each.status_code for each in answers) == [201, 409, 409, 409]
    (kept,) = versions(device.client, take)
    (made,) = [each for each in answers if each.status_code == 201]
    assert made.json()["notes"] == kept["notes"]


def test_a_lost_database_keeps_every_version(
    running: Running, device: EnrolledDevice, take: Take, tmp_path: Path
) -> None:
    put(device.client, take, body(1, notes="a"))
    put(running.user(), take, body(2, quality={"face_seen": 0.5}))
    before = versions(device.client, take)
    folder = running.receiver.data.recording(take.session_id, take.id)
    with folder.annotations.open("ab") as file:
        file.write(b'{"format_version": 1, "version": 3, "torn')
    for path in running.receiver.data.root.glob("holdfast.db*"):
        path.rename(tmp_path / path.name)

    rebuilt = open_receiver(running.receiver.data, running.clock, running.engines)
    found = rebuilt.annotations.history(take.id, None)
    rebuilt.close()

    assert [each.to_json() for each in found] == before


def test_a_line_without_its_row_is_replaced_by_the_one_that_was_acknowledged(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    put(device.client, take, body(1, notes="acknowledged"))
    folder = running.receiver.data.recording(take.session_id, take.id)
    line = folder.annotations.read_bytes()
    unacknowledged = line.replace(b"acknowledged", b"crashed")
    folder.annotations.write_bytes(unacknowledged + line)

    (row,) = versions_on_disk(running.receiver.data.files, folder)

    assert row.content["notes"] == "acknowledged"


def test_they_are_dropped_with_the_recording(running: Running, device: EnrolledDevice) -> None:
    made = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.announce(made)
    put(device.client, made, body(1, notes="a"))

    assert device.client.call("POST", discard_path(made.id)).status_code == 202

    problem(put(device.client, made, body(2)), "withdrawn")
    assert not running.receiver.data.recording(made.session_id, made.id).path.exists()


def test_the_file_can_be_read_by_a_person(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    put(device.client, take, body(1, notes="The window was open."))

    folder = running.receiver.data.recording(take.session_id, take.id)
    (line,) = folder.annotations.read_bytes().splitlines()
    told = parse(line, "it")

    assert (told["notes"], told["by"]["name"]) == ("The window was open.", device.id)
    assert Annotations.from_json(told) == Annotations(1, extra={"notes": "The window was open."})


def test_the_page_shows_the_newest(running: Running, device: EnrolledDevice, take: Take) -> None:
    put(device.client, take, body(1, notes="<b>open</b>", clock_offset_s=OFFSET))
    signed_in = running.receiver.users.enter(running.receiver.users.add_link("me", Role.VIEWER))
    assert signed_in is not None

    page = requests.get(
        f"{running.url}/web/recordings/{take.id}", cookies={"holdfast": signed_in.token}, timeout=10
    ).text

    assert "Learned later" in page
    assert "&lt;b&gt;open&lt;/b&gt;" in page
    assert "-1.250 s to this receiver" in page

"""Whoever means harm, or sends everything at once: nothing is stored twice, elsewhere or wrong."""

import json
import logging
import os
import threading
from base64 import b64encode
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from holdfast.jsonform import Json
from holdfast.protocol import manifest_path, recording_path, segment_path, session_path
from server.auth.policy import Role
from server.db.models import ImportRow, JobRow
from server.domain.disk_errors import is_unstorable
from tests.support.raw_wire import RawWire, head
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice
from tests.unit.server.conftest import Running

WHOLE = bytes(range(256)) * 400
MANY = 8


def all_at_once(call: Callable[[int], requests.Response]) -> list[requests.Response]:
    """The answers of many threads that begin together."""
    answers: list[requests.Response] = []
    start = threading.Barrier(MANY)

    def one(number: int) -> None:
        start.wait()
        answers.append(call(number))

    threads = [threading.Thread(target=one, args=(number,)) for number in range(MANY)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def clients(running: Running, device: EnrolledDevice) -> list[Client]:
    return [Client(running.url, device.client.token) for _ in range(MANY)]


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


# Everything at once --------------------------------------------------------------------------


def test_many_writers_of_the_same_bytes_store_them_once(
    running: Running, device: EnrolledDevice
) -> None:
    take = make_take(device.id, [])
    device.client.announce(take)
    senders = clients(running, device)

    answers = all_at_once(lambda number: senders[number].put_chunk(take.id, 0, WHOLE))

    assert sorted(answer.status_code for answer in answers) == [200] * (MANY - 1) + [201]
    folder = running.receiver.data.recording(take.session_id, take.id)
    assert folder.segment(0).read_bytes() == WHOLE
    assert running.receiver.custody.stored_bytes() == len(WHOLE)


def test_writers_of_different_bytes_leave_one_of_them_whole(
    running: Running, device: EnrolledDevice
) -> None:
    take = make_take(device.id, [])
    device.client.announce(take)
    senders = clients(running, device)
    wholes = [bytes([number]) + WHOLE for number in range(MANY)]

    answers = all_at_once(lambda number: senders[number].put_chunk(take.id, 0, wholes[number]))

    assert sorted(answer.status_code for answer in answers) == [201] + [409] * (MANY - 1)
    stored = running.receiver.data.recording(take.session_id, take.id).segment(0).read_bytes()
    assert stored in wholes


def test_many_finalise_at_once_and_get_one_receipt(
    running: Running, device: EnrolledDevice
) -> None:
    take = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.announce(take)
    for number, piece in enumerate(take.pieces):
        device.client.put_chunk(take.id, number, piece.data)
    senders = clients(running, device)

    answers = all_at_once(
        lambda number: senders[number].call("PUT", manifest_path(take.id), json=take.manifest)
    )

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    with running.receiver.database.reading() as session:
        kinds = dict(session.execute(select(JobRow.kind, func.count()).group_by(JobRow.kind)).all())
    assert kinds == {"assemble": 1, "probe": 1}


def test_finalising_while_segments_arrive_is_refused_or_complete(
    running: Running, device: EnrolledDevice
) -> None:
    take = make_take(device.id, [scene_part(90)]).signed(device.key)
    device.client.announce(take)
    senders = clients(running, device)

    def one(number: int) -> requests.Response:
        if number < len(take.pieces):
            return senders[number].put_chunk(take.id, number, take.pieces[number].data)
        return senders[number].call("PUT", manifest_path(take.id), json=take.manifest)

    answers = all_at_once(one)

    assert {answer.status_code for answer in answers} <= {200, 201, 409}
    assert {a.json()["code"] for a in answers if a.status_code == 409} <= {"missing"}
    receipts = {a.content for a in answers if a.status_code == 200}
    final = device.client.call("PUT", manifest_path(take.id), json=take.manifest)
    assert final.status_code == 200
    assert receipts <= {final.content}


# Names and paths -----------------------------------------------------------------------------

AN_IMPORT = {
    "id": "a",
    "device": "d",
    "purpose": "part",
    "state": "open",
    "completes_itself": False,
    "staged": "s",
    "name": "",
    "media_type": "",
    "details": {},
    "present": [],
    "created_at": datetime.now(UTC),
    "changed_at": datetime.now(UTC),
}
AN_ID = "01a1f941-c700-7e8b-9da3-4df03f77f7af"
NAMES = (
    "..",
    "../../../tmp/evil",
    "%2e%2e",
    "%2e%2e%2f%2e%2e%2fevil",
    "..%5c..%5cevil",
    "%00",
    AN_ID + "%00.mp4",
    "%c0%ae%c0%ae%c0%afevil",
    "CON",
    AN_ID.upper(),
    AN_ID + "/",
    AN_ID[:-1] + "/",
    "%F0%9F%92%A9",
    "a" * 5000,
)
REFUSED = (b"308", b"400", b"404", b"405")


def test_no_name_leads_out_of_the_data_folder(
    running: Running, device: EnrolledDevice, tmp_path: Path
) -> None:
    data = running.receiver.data
    files = {
        name for name in everything_in(tmp_path) if not Path(name).name.startswith("holdfast.db")
    }
    bearer = f"Authorization: Bearer {device.client.token}"
    for name in NAMES:
        for path in (
            f"/api/v1/sessions/{name}",
            f"/api/v1/recordings/{name}",
            f"/api/v1/recordings/{name}/manifest",
            f"/api/v1/recordings/{name}/segments/0",
            f"/api/v1/recordings/{AN_ID}/segments/{name}",
            f"/web/static/{name}",
        ):
            with RawWire(running.url) as wire:
                last = ("Content-Length: 2", "Connection: close")
                wire.send(head("PUT", path, bearer, *last) + b"{}")
                said = wire.read_all()
            assert said.split(b" ")[1] in REFUSED, (path, said)
    after = {
        name for name in everything_in(tmp_path) if not Path(name).name.startswith("holdfast.db")
    }

    assert after == files
    assert list(data.sessions.iterdir()) == []


def test_a_number_that_is_no_segments_is_not_found(device: EnrolledDevice) -> None:
    for number in ("-1", "1000000", str(2**63), "0x1", "1e3", "%31%00", "+1"):
        answer = device.client.call("GET", f"/api/v1/recordings/{AN_ID}/segments/{number}")
        assert answer.status_code in (404, 405), number


def test_a_link_that_was_planted_is_not_followed(
    running: Running, device: EnrolledDevice, tmp_path: Path
) -> None:
    take = make_take(device.id, [])
    device.client.announce(take)
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    running.receiver.data.incoming_segment(take.id, 0).symlink_to(victim)

    answer = device.client.put_chunk(take.id, 0, WHOLE)

    assert answer.status_code == 500
    assert victim.read_bytes() == b"precious"


# Documents -----------------------------------------------------------------------------------


NOT_TO_BE_READ = (
    b"[" * 100_000 + b"]" * 100_000,
    b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    b'{"format_version": NaN}',
    b'{"format_version": 1e999}',
    b'{"format_version": 1, "session": "\\ud800"}',
    b'{"format_version": ' + b"9" * 5000 + b"}",
    b'{"format_version": 1, "session": "a", "session": "b"}',
    b"\xff\xfe{}",
    b'{"format_version": 1}\x00',
)


def test_a_document_that_nobody_should_read_is_refused(
    running: Running, device: EnrolledDevice
) -> None:
    for body in NOT_TO_BE_READ:
        for path in (session_path(AN_ID), recording_path(AN_ID)):
            answer = device.client.call("PUT", path, data=body)
            assert (answer.status_code, answer.json()["code"]) == (400, "bad_request"), body[:80]
    assert list(running.receiver.data.sessions.iterdir()) == []


def test_a_key_that_is_there_twice_is_refused_whatever_it_says(
    running: Running, device: EnrolledDevice
) -> None:
    take = make_take(device.id, [])
    body = json.dumps(take.session).replace("{", '{"participant": "somebody", ', 1)

    answer = device.client.call("PUT", session_path(take.session_id), data=body)

    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")
    assert "the key 'participant' is there twice" in answer.json()["detail"]
    assert list(running.receiver.data.sessions.iterdir()) == []


def test_text_that_no_database_keeps_is_refused(running: Running, device: EnrolledDevice) -> None:
    take = make_take(device.id, [])
    odd: list[Json] = [
        {"participant": "a\0b"},
        {"more": {"k\0": 1}},
        {"study": "s\0"},
        {"study": "s" * 5000},
    ]
    admin = running.user(Role.ADMIN)
    tus = {"Tus-Resumable": "1.0.0", "Upload-Length": "5"}
    answers = [
        *(
            device.client.call("PUT", session_path(take.session_id), json={**take.session, **each})
            for each in odd
        ),
        device.client.call("PUT", "/api/v1/devices/self/status", json={"last_error": "\0"}),
        device.client.call("GET", "/api/v1/studies/%00"),
        admin.call("DELETE", "/api/v1/studies/%00/participants/a"),
        admin.call("DELETE", "/api/v1/studies/a/participants/%00"),
        admin.call("GET", "/api/v1/sessions?study=%00"),
        device.client.call(
            "POST",
            "/api/v1/uploads",
            headers={**tus, "Upload-Metadata": f"filename {b64encode(b'a%c' % 0).decode()}"},
        ),
    ]

    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [
        (400, "bad_request")
    ] * len(answers)
    assert list(running.receiver.data.sessions.iterdir()) == []


def test_a_value_that_slipped_through_is_the_senders_fault(running: Running) -> None:
    with (
        pytest.raises((OverflowError, DBAPIError)) as caught,
        running.receiver.database.writing() as session,
    ):
        session.add(ImportRow(**AN_IMPORT, size_bytes=1 << 70))

    assert is_unstorable(caught.value)
    assert not is_unstorable(OverflowError("another sum"))


# What is said of it --------------------------------------------------------------------------


def test_no_secret_and_nobodys_name_is_in_the_log(
    running: Running, device: EnrolledDevice, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("urllib3").setLevel(logging.INFO)
    take: Take = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(take)
    admin = running.user()
    token = admin.token
    admin.call("GET", f"/api/v1/recordings?token={token}")
    requests.get(f"{running.url}/api/v1/recordings?token={token}", timeout=30)
    with RawWire(running.url) as wire:
        wire.send(head("GET", f"/{token}", f"Authorization: Bearer {token}", "Content-Length: x"))
        wire.read_all()
    os.truncate(running.receiver.data.recording(take.session_id, take.id).segment(0), 5)
    device.client.put_chunk(take.id, 0, take.pieces[0].data)
    device.client.call("GET", segment_path(take.id, 99))

    said = "\n".join(record.getMessage() for record in caplog.records) + caplog.text
    for secret in (device.client.token, token, take.session["participant"]):
        assert str(secret) not in said

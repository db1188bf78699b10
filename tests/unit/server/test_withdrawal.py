"""Withdrawing sessions, recordings and participants: every byte goes, and nothing comes back."""

import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from holdfast import durable
from holdfast.ids import new_id
from holdfast.orders import Order, OrderKind
from holdfast.protocol import (
    API,
    decode_key,
    manifest_path,
    order_done_path,
    participant_path,
    preview_path,
    recording_path,
    segment_path,
    session_path,
)
from holdfast.receipt import Receipt
from server.db.models import SessionRow
from server.domain.chunks import Chunk
from server.domain.identity import ReceiverIdentity
from server.domain.refusals import Refusal
from tests.support.left_over import with_words
from tests.support.received import STARTED, Take, make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice
from tests.support.withdrawing import confirm, confirmation, of_study, orders, stored_take, withdraw
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem

DATABASE = {"holdfast.db", "holdfast.db-wal", "holdfast.db-shm"}
STAYS = {*DATABASE, "tombstones.jsonl", "audit.jsonl"}
"""What still names the ids of what was withdrawn."""
JPEG = b"\xff\xd8\xff preview \xff\xd9"


@pytest.fixture
def take(device: EnrolledDevice) -> Take:
    return stored_take(device)


def data_of(running: Running) -> Path:
    return running.receiver.data.root


def test_a_withdrawn_session_leaves_no_byte(
    running: Running, device: EnrolledDevice, admin: Client, take: Take
) -> None:
    """Stored, half sent, assembled, previewed, annotated: and the staged chunk of an open one."""
    open_one = make_take(device.id, [scene_part(90)], session=take.session_id)
    device.client.call("PUT", recording_path(open_one.id), json=open_one.announcement)
    whole = open_one.pieces[0].data
    assert device.client.put_chunk(open_one.id, 0, whole, 0, 99).status_code == 200
    device.client.call("PUT", preview_path(open_one.id, 0), data=JPEG)
    folder = running.receiver.data.recording(take.session_id, take.id)
    durable.make_folder(folder.derived)
    folder.assembled.write_bytes(b"the film")
    folder.probe.write_bytes(b"{}")

    done = withdraw(admin, take)

    assert done["deleted_here_at"] is not None
    left = with_words(data_of(running), take.id, open_one.id, "they asked")
    assert set(left) <= STAYS
    assert list(running.receiver.data.incoming.iterdir()) == []
    # The database's pages are looked at in a test of their own; here it is open.
    assert set(with_words(data_of(running), "P-017")) <= DATABASE
    assert running.receiver.jobs.newest(active=False) == []


@pytest.mark.parametrize("scope", ["session", "recording"])
def test_a_file_that_is_being_taken_in_goes_too(
    running: Running, device: EnrolledDevice, admin: Client, take: Take, scope: str
) -> None:
    begun = running.receiver.imports.create(
        device.id,
        size_bytes=1000,
        name="secret-P-017.mp4",
        media_type="video/mp4",
        metadata={},
        session=take.session_id,
        id="an upload",
    )
    running.receiver.imports.write(begun.id, device.id, 0, PlainBody(b"secret bytes"))
    assert with_words(running.receiver.data.incoming, "secret bytes") != []

    if scope == "session":
        withdraw(admin, take)
        with pytest.raises(Refusal):
            running.receiver.imports.status(begun.id, device.id)
        assert list(running.receiver.data.incoming.iterdir()) == []
    else:
        admin.call("DELETE", recording_path(take.id))
        assert running.receiver.imports.status(begun.id, device.id).size_bytes == 1000


@dataclass(frozen=True)
class PlainBody:
    data: bytes

    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    def blocks(self) -> Iterator[bytes]:
        yield self.data


def test_the_participant_is_in_no_page_of_the_database(
    running: Running, admin: Client, device: EnrolledDevice
) -> None:
    made = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.announce(made)
    withdraw(admin, made)

    running.receiver.database.close()

    assert with_words(data_of(running), "P-017") == []


def test_afterwards_everything_is_410_with_a_signed_order(
    device: EnrolledDevice, admin: Client, take: Take
) -> None:
    withdraw(admin, take)
    later = make_take(device.id, [], session=take.session_id)

    call = device.client.call
    answers = [
        call("PUT", session_path(take.session_id), json=take.session),
        call("GET", session_path(take.session_id)),
        call("PUT", recording_path(take.id), json=take.announcement),
        call("GET", recording_path(take.id)),
        call("PUT", manifest_path(take.id), json=take.manifest),
        call("GET", segment_path(take.id, 0)),
        device.client.put_chunk(take.id, 0, take.pieces[0].data),
        call("PUT", recording_path(later.id), json=later.announcement),
    ]

    for answer in answers:
        body = problem(answer, "withdrawn")
        order = Order.from_json(body["order"])  # type: ignore[arg-type]  # it checks
        assert (order.kind, order.session) == (OrderKind.WITHDRAW_SESSION, take.session_id)
        assert order.recordings == (take.id,)
        key = VerifyKey(decode_key(device.receiver_key, 32))
        key.verify(order.signed_bytes(), decode_key(order.signature, 64))
    changed = replace(order, session=new_id(STARTED))
    with pytest.raises(BadSignatureError):
        key.verify(changed.signed_bytes(), decode_key(order.signature, 64))
    problem(admin.call("GET", session_path(take.session_id)), "withdrawn")
    assert "order" not in admin.call("GET", recording_path(take.id)).json()


def test_asked_again_it_is_the_same_withdrawal(running: Running, admin: Client, take: Take) -> None:
    first, second = withdraw(admin, take), withdraw(admin, take)

    assert first == second
    assert len(running.receiver.withdrawals.listing()) == 1
    lines = (data_of(running) / "tombstones.jsonl").read_text().splitlines()
    assert len(lines) == 1


def test_the_device_is_ordered_until_it_confirms_and_its_word_is_kept(
    running: Running, device: EnrolledDevice, admin: Client, take: Take
) -> None:
    assert orders(device) == []
    withdraw(admin, take)
    [order] = orders(device)
    assert orders(device) == [order]
    assert [each.copies_may_remain for each in running.receiver.withdrawals.listing()] == [True]

    assert confirm(device, order["order"], deleted=(take.id,)).status_code == 200
    assert confirm(device, order["order"], deleted=(take.id,)).status_code == 200

    assert orders(device) == []
    [listed] = admin.get(f"{API}/withdrawals")["withdrawals"]
    assert listed["copies_may_remain"] is False
    assert listed["confirmation"]["deleted"] == [take.id]
    assert admin.get(f"{API}/withdrawals?open=true") == {"withdrawals": [], "next": None}


def test_many_withdrawals_come_in_pages(
    device: EnrolledDevice, admin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    # So that a page is put together from several looks at the table.
    monkeypatch.setattr("server.domain.withdrawal._BATCH", 2)
    made = []
    for _ in range(5):
        take = make_take(device.id, [])
        device.client.announce(take)
        made.append(withdraw(admin, take)["withdrawal"])
    [done] = [each for each in orders(device) if each["order"] == made[2]]
    confirm(device, done["order"], deleted=done["recordings"])
    expected = sorted(made, reverse=True)

    assert pages(admin, f"{API}/withdrawals?limit=2") == [expected[:2], expected[2:4], expected[4:]]
    still = [each for each in expected if each != made[2]]
    assert pages(admin, f"{API}/withdrawals?limit=2&open=true") == [still[:2], still[2:]]
    problem(admin.call("GET", f"{API}/withdrawals?cursor=x"), "bad_request")


def pages(admin: Client, url: str) -> list[list[str]]:
    """Which withdrawals each page of the list names, first to last."""
    found, cursor = [], ""
    while True:
        answer = admin.get(url + cursor)
        found.append([each["withdrawal"] for each in answer["withdrawals"]])
        if answer["next"] is None:
            return found
        cursor = f"&cursor={answer['next']}"


def test_copies_that_were_carried_away_stay_listed(
    running: Running, device: EnrolledDevice, admin: Client, take: Take
) -> None:
    withdraw(admin, take)
    [order] = orders(device)

    confirm(device, order["order"], elsewhere=("a suitcase of November 20",))

    [listed] = running.receiver.withdrawals.listing(open_only=True)
    assert listed.copies_may_remain


@pytest.mark.parametrize(
    "wrong", ["another key", "another device", "another order", "no signature"]
)
def test_only_the_devices_own_word_counts(
    running: Running, device: EnrolledDevice, admin: Client, take: Take, wrong: str
) -> None:
    withdraw(admin, take)
    [order] = orders(device)
    said = confirmation(device, order["order"])
    match wrong:
        case "another key":
            said = confirmation(replace(device, key=SigningKey.generate()), order["order"])
        case "another device":
            said = confirmation(running.device(), order["order"])
        case "another order":
            said = confirmation(device, new_id(STARTED))
        case "no signature":
            said["signature"] = None

    path = order_done_path(order["order"])
    problem(device.client.call("POST", path, json=said), "bad_request")

    assert orders(device) == [order]


def test_a_foreign_device_neither_gets_nor_confirms_the_order(
    running: Running, device: EnrolledDevice, admin: Client, take: Take
) -> None:
    withdraw(admin, take)
    [order] = orders(device)
    foreign = running.device()

    assert orders(foreign) == []
    problem(confirm(foreign, order["order"]), "not_found")
    put = foreign.client.call("PUT", session_path(take.session_id), json=take.session)
    assert put.json()["code"] in ("conflict", "not_found")
    assert orders(device) == [order]


def test_a_device_in_the_place_of_another_gets_its_orders(
    running: Running, device: EnrolledDevice, admin: Client, take: Take
) -> None:
    withdraw(admin, take)
    successor = running.device()
    running.receiver.replacements.replace(device.id, successor.id)

    [order] = orders(successor)

    assert confirm(successor, order["order"]).status_code == 200


def test_one_recording_goes_and_its_session_stays(
    running: Running, device: EnrolledDevice, admin: Client, take: Take
) -> None:
    second = make_take(device.id, [scene_part(30)], session=take.session_id).signed(device.key)
    device.client.call("PUT", recording_path(second.id), json=second.announcement)
    device.client.put_chunk(second.id, 0, second.pieces[0].data)
    device.client.finalise(second)

    assert admin.call("DELETE", recording_path(take.id)).status_code == 202

    problem(device.client.call("GET", recording_path(take.id)), "withdrawn")
    session = device.client.get(session_path(take.session_id))
    assert [each["recording"] for each in session["recordings"]] == [second.id]
    assert with_words(data_of(running) / "sessions", take.id) == []
    [order] = orders(device)
    assert (order["kind"], order["recordings"]) == ("withdraw-recording", [take.id])
    # Then the whole session, which takes the other one along.
    withdraw(admin, second)
    assert not running.receiver.data.session_folder(take.session_id).exists()
    assert len(orders(device)) == 2


def withdrawn_meanwhile(running: Running, take: Take) -> threading.Thread:
    """Withdraw the session in a thread of its own; returns once its rows are gone.

    If it does not wait for what is under way, its files are gone too by then.
    """
    thread = threading.Thread(
        target=running.receiver.withdrawals.withdraw_session, args=(take.session_id, "so", "test")
    )
    thread.start()
    while thread.is_alive():
        with running.receiver.database.reading() as session:
            if session.get(SessionRow, take.session_id) is None:
                break
        time.sleep(0.005)
    thread.join(0.5)
    return thread


@dataclass
class SlowBody:
    """A chunk that is written while its session is withdrawn."""

    data: bytes
    meanwhile: Callable[[], threading.Thread]
    thread: threading.Thread | None = None

    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    def blocks(self) -> Iterator[bytes]:
        yield self.data[:100]
        self.thread = self.thread or self.meanwhile()
        yield self.data[100:]


@pytest.mark.parametrize("part", [1.0, 0.5])
@pytest.mark.parametrize("begun", [False, True])
def test_a_chunk_on_its_way_goes_too(
    running: Running, device: EnrolledDevice, part: float, begun: bool
) -> None:
    take = make_take(device.id, [scene_part(30)])
    device.client.announce(take)
    whole = take.pieces[0].data
    if begun:
        device.client.put_chunk(take.id, 0, whole, len(whole) - 9)
    data = whole[: int(len(whole) * part)]
    body = SlowBody(data, lambda: withdrawn_meanwhile(running, take))
    sha256 = hashlib.sha256(whole).hexdigest()
    chunk = Chunk(0, len(data) - 1, len(whole), body.sha256(), sha256)

    with pytest.raises(Refusal, match="dropped: so"):
        running.receiver.uploads.put(take.id, 0, device.id, chunk, body)

    assert body.thread is not None
    body.thread.join()
    left = with_words(data_of(running), take.id)
    assert set(left) <= STAYS


def test_a_finalise_on_its_way_goes_too(
    running: Running, device: EnrolledDevice, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.announce(take)
    device.client.put_chunk(take.id, 0, take.pieces[0].data)
    threads: list[threading.Thread] = []
    sign = ReceiverIdentity.sign

    def withdrawn_first(identity: ReceiverIdentity, receipt: Receipt) -> Receipt:
        threads.append(withdrawn_meanwhile(running, take))
        return sign(identity, receipt)

    monkeypatch.setattr(ReceiverIdentity, "sign", withdrawn_first)

    problem(device.client.call("PUT", manifest_path(take.id), json=take.manifest), "withdrawn")

    threads[0].join()
    left = with_words(data_of(running), take.id)
    assert set(left) <= STAYS


def test_a_participant_goes_with_what_is_here_and_what_comes_later(
    running: Running, device: EnrolledDevice, admin: Client
) -> None:
    here, other = of_study(device, "smiles"), of_study(device, "smiles", "P-018")
    elsewhere = of_study(device, "frowns")
    for each in (here, other, elsewhere):
        device.client.send(each)
    later = of_study(device, "smiles")

    answer = admin.call("DELETE", participant_path("smiles", "P-017"))

    assert answer.status_code == 202
    assert [each["subject"] for each in answer.json()["sessions"]] == [here.session_id]
    body = problem(
        device.client.call("PUT", session_path(later.session_id), json=later.session), "withdrawn"
    )
    assert body["order"]["session"] == later.session_id  # type: ignore[index]  # it is one
    assert {each["session"] for each in orders(device)} == {here.session_id, later.session_id}
    for each in (other, elsewhere):
        assert device.client.get(recording_path(each.id))["state"] == "stored"
    assert with_words(data_of(running), "P-017") != []
    log = (data_of(running) / "tombstones.jsonl").read_text()
    assert "P-017" not in log
    # A second time it finds nothing more, and is no error.
    again = admin.call("DELETE", participant_path("smiles", "P-017"))
    assert (again.status_code, again.json()["sessions"]) == (202, [])

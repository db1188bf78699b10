"""What is withdrawn at the receiver goes here too: every copy, at the next contact, confirmed."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from nacl.signing import SigningKey

from holdfast import crash
from holdfast.jsonform import Json
from holdfast.locks import try_lock
from holdfast.orders import Order, OrderKind
from holdfast.protocol import API, encode_key, session_path
from server.auth.policy import Role
from tests.integration.uploader.conftest import Device
from tests.recordings import RecordingOnDisk, make_recording
from tests.support.left_over import with_words
from tests.support.live_receiver import LiveReceiver
from tests.support.receiver_client import Client
from uploader.items import Step
from uploader.order_delivery import checked, follow_orders
from uploader.worker import Outcome


@pytest.fixture
def admin(receiver: LiveReceiver) -> Client:
    return Client(receiver.url, receiver.user_token(Role.ADMIN))


def send(device: Device) -> Outcome:
    device.installation.adopt()
    return device.installation.worker(device.events.append).run_until_empty(60.0)


def withdraw(admin: Client, recording: RecordingOnDisk) -> Json:
    answer = admin.call("DELETE", session_path(recording.folder.session))
    assert answer.status_code == 202, answer.text
    done: Json = answer.json()
    return done


def withdrawal_of(admin: Client, recording: RecordingOnDisk) -> Json:
    """The receiver's listing of the withdrawal of a recording's session."""
    listed = admin.get(f"{API}/withdrawals")["withdrawals"]
    [found] = [each for each in listed if each["subject"] == recording.folder.session]
    assert isinstance(found, dict)
    return found


def left(device: Device, *words: str) -> list[str]:
    """The files of the home in which something of it is left, but for the queue's rows of ids."""
    found = with_words(device.home.root, *words)
    return [each for each in found if not each.startswith("queue.db")]


def step(device: Device, recording: RecordingOnDisk) -> Step:
    return device.installation.queue.recording(recording.id).step


def test_a_stored_recording_is_deleted_here_and_the_receiver_has_the_devices_word(
    device: Device, admin: Client
) -> None:
    first, other = device.record(20_000, 30_000), device.record(10_000)
    assert send(device) is Outcome.EMPTY
    withdraw(admin, first)
    assert withdrawal_of(admin, first)["copies_may_remain"]

    assert send(device) is Outcome.EMPTY

    assert left(device, first.id, first.folder.session) == []
    assert not first.folder.path.parent.exists()
    assert step(device, first) is Step.WITHDRAWN
    assert step(device, other) in (Step.VERIFIED, Step.PLAYABLE)
    assert len(other.segment_bytes()) == 1
    found = withdrawal_of(admin, first)
    assert found["copies_may_remain"] is False
    assert found["confirmation"]["deleted"] == [first.id]
    assert [each.recording for each in device.events if each.event == "withdrawn"] == [first.id]
    assert device.installation.queue.recording(first.id).participant == ""
    # Nothing is ordered, and nothing said, a second time.
    assert send(device) is Outcome.EMPTY
    assert [each.recording for each in device.events if each.event == "withdrawn"] == [first.id]


def test_what_was_never_sent_goes_at_the_first_410(device: Device, admin: Client) -> None:
    """The participant withdrew before this computer had a network."""
    known, unsent = device.record(10_000), device.record(20_000)
    assert send(device) is Outcome.EMPTY
    participant = json.loads(known.folder.session_file.read_text())["participant"]
    for folder in (known.folder, unsent.folder):
        _give(folder.session_file, study="smiles")
    withdrawn = device.record(30_000)
    _give(withdrawn.folder.session_file, study="smiles", participant="P-4711")
    admin.call("DELETE", f"{API}/studies/smiles/participants/P-4711")

    assert send(device) is Outcome.EMPTY

    assert left(device, withdrawn.id, "P-4711") == []
    assert step(device, withdrawn) is Step.WITHDRAWN
    assert withdrawal_of(admin, withdrawn)["copies_may_remain"] is False
    assert participant != "P-4711"
    assert len(known.segment_bytes()) == 1


def _give(session_file: Path, **what: str) -> None:
    content = json.loads(session_file.read_text())
    session_file.write_text(json.dumps({**content, **what}))


def test_a_running_recording_goes_when_it_has_ended(device: Device, admin: Client) -> None:
    ended = device.record(10_000)
    assert send(device) is Outcome.EMPTY
    running = make_recording(
        device.home, device.on_paper(), sizes=(20_000,), session=ended.folder.session
    )
    lock = try_lock(running.folder.lock)
    assert lock is not None
    withdraw(admin, ended)

    with lock:
        send(device)
        assert len(running.segment_bytes()) == 1
        assert ended.segment_bytes() == []
        assert withdrawal_of(admin, ended)["copies_may_remain"]

    assert send(device) is Outcome.EMPTY
    assert left(device, ended.id, running.id, ended.folder.session) == []
    found = withdrawal_of(admin, ended)
    assert found["copies_may_remain"] is False
    assert found["confirmation"]["deleted"] == sorted((ended.id, running.id))


def test_copies_on_a_suitcase_are_named(device: Device, admin: Client, tmp_path: Path) -> None:
    recording = device.record(10_000)
    assert send(device) is Outcome.EMPTY
    device.installation.queue.suitcases.note_packed(recording.id, "blue", is_news=True)
    withdraw(admin, recording)

    assert send(device) is Outcome.EMPTY

    [said] = withdrawal_of(admin, recording)["confirmation"]["elsewhere"]
    assert recording.id in said
    assert withdrawal_of(admin, recording)["copies_may_remain"]


def test_killed_before_the_files_are_gone_it_is_done_the_next_time(
    device: Device, admin: Client, tmp_path: Path
) -> None:
    recording = device.record(10_000)
    assert send(device) is Outcome.EMPTY
    withdraw(admin, recording)
    device.installation.close()

    def upload(**environment: str) -> int:
        command = (sys.executable, "-m", "holdfast", "upload", "--until-empty")
        home = {"HOLDFAST_HOME": str(device.home.root)}
        done = subprocess.run(
            command,
            env={**os.environ, **home, **environment},
            capture_output=True,
            timeout=120,
            check=False,
        )
        return done.returncode

    point = {
        crash.ENVIRONMENT: "uploader.before-withdrawn-files",
        crash.MARK: str(tmp_path / "passed"),
    }
    assert upload(**point) == -signal.SIGKILL
    assert recording.segment_bytes() != []

    assert upload(**point) == 0
    assert left(device, recording.id) == []
    assert withdrawal_of(admin, recording)["copies_may_remain"] is False


def test_a_queue_that_was_lost_brings_nothing_back(
    device: Device, admin: Client, new_device: Callable[[str], Device]
) -> None:
    recording = device.record(10_000)
    assert send(device) is Outcome.EMPTY
    copy = recording.folder.path.parent
    kept = device.home.root / "copy"
    shutil.copytree(copy, kept)
    withdraw(admin, recording)
    assert send(device) is Outcome.EMPTY
    # Somebody puts a copy back, and the queue knows nothing of it any more.
    shutil.copytree(kept, copy)
    shutil.rmtree(kept)
    with device.installation.database.write() as database:
        for table in ("segments", "attempts", "recordings"):
            database.execute(f"DELETE FROM {table}")
    recording.folder.receipt.unlink()

    assert send(device) is Outcome.EMPTY

    assert left(device, recording.id) == []


@pytest.mark.parametrize("wrong", ["signature", "key", "receiver", "session", "nonsense"])
def test_only_the_receivers_own_orders_count(
    device: Device, receiver: LiveReceiver, wrong: str
) -> None:
    recording = device.record(10_000)
    order = _order(receiver, recording)
    match wrong:
        case "signature":
            order["signature"] = encode_key(bytes(64))
        case "key":
            key = SigningKey.generate()
            unsigned = {name: each for name, each in order.items() if name != "signature"}
            order["signature"] = encode_key(key.sign(crash_free(unsigned)).signature)
        case "receiver":
            order["receiver"] = recording.id
        case "session":
            order = {**_order(receiver, device.record(10)), "session": recording.folder.session}
        case "nonsense":
            order = {"order": "delete everything"}

    _follow(device, [order, None, 7])

    assert len(recording.segment_bytes()) == 1
    assert step(device, recording) is Step.ANNOUNCE


def test_a_genuine_order_is_followed_even_if_nobody_can_be_told(
    device: Device, receiver: LiveReceiver
) -> None:
    """The same as above, but for what is wrong there; the receiver knows of no such order."""
    recording = device.record(10_000)

    _follow(device, [_order(receiver, recording)])

    assert recording.segment_bytes() == []
    assert step(device, recording) is Step.WITHDRAWN


def crash_free(value: Json) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _order(receiver: LiveReceiver, recording: RecordingOnDisk) -> Json:
    """An order that the receiver signed, whether it knows of it or not."""
    with receiver.opened() as opened:
        identity = opened.identity
        order = Order(
            order=recording.id,
            kind=OrderKind.WITHDRAW_SESSION,
            session=recording.folder.session,
            recordings=(recording.id,),
            reason="so",
            at="2026-11-20T14:00:00.000Z",
            receiver=identity.receiver,
            key_id=identity.key_id,
        )
        signature = encode_key(identity.key.sign(order.signed_bytes()).signature)
    return replace(order, signature=signature).to_json()


def _follow(device: Device, told: list[Any]) -> None:
    worker = device.installation.worker(device.events.append)
    worker._housekeeping.look(worker._wake.stopped)
    line = worker._lines.current
    assert line is not None
    follow_orders(line, told)


def test_an_order_of_a_former_key_of_the_receiver_counts(
    device: Device, receiver: LiveReceiver
) -> None:
    enrolment = device.installation.enrolment()
    assert enrolment is not None
    newer = replace(
        enrolment,
        receiver_key=encode_key(bytes(SigningKey.generate().verify_key)),
        former=enrolment.replaced_at("2026-11-20T14:00:00.000Z"),
    )

    order = checked(_order(receiver, device.record(10)), newer)

    assert order.kind is OrderKind.WITHDRAW_SESSION

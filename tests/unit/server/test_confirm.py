"""A confirmation says what is on the disk at this moment, signed, to whom it belongs."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from holdfast.confirmation import PIECE_MOST_BYTES, Confirmation, Piece, confirm_path
from holdfast.jsonform import Json, canonical, digest
from holdfast.protocol import decode_key, encode_key, manifest_path
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem

NONCE = "0123456789abcdef" * 2


@pytest.fixture
def take(device: EnrolledDevice) -> Take:
    """A recording of two segments that was finalised."""
    made = make_take(device.id, [scene_part(90)]).signed(device.key)
    device.client.announce(made)
    for number, piece in enumerate(made.pieces):
        assert device.client.put_chunk(made.id, number, piece.data).ok
    assert device.client.call("PUT", manifest_path(made.id), json=made.manifest).ok
    return made


def ask(device: EnrolledDevice, recording: str, *pieces: Json, nonce: str = NONCE) -> Any:
    question = {"nonce": nonce, "pieces": list(pieces)}
    return device.client.call("POST", confirm_path(recording), json=question)


def piece(segment: int, first: int, last: int) -> Json:
    return {"segment": segment, "first": first, "last": last}


def whole(take: Take, segment: int) -> Json:
    return piece(segment, 0, len(take.pieces[segment].data) - 1)


def segment_file(running: Running, take: Take, segment: int) -> Path:
    return running.receiver.data.recording(take.session_id, take.id).segment(segment)


def found_in(answer: Any) -> Confirmation:
    assert answer.status_code == 200, answer.text
    return Confirmation.from_json(answer.json())


def test_what_is_held_is_named_with_its_hash_and_signed(
    device: EnrolledDevice, running: Running, take: Take
) -> None:
    answer = ask(device, take.id, whole(take, 0), piece(1, 10, 19))

    found = found_in(answer)
    assert found.to_json() == answer.json()
    listed = take.manifest["segments"][0]
    assert found.pieces[0] == Piece(0, 0, listed["size_bytes"] - 1, listed["sha256"])
    assert found.pieces[1].sha256 == sha256(take.pieces[1].data[10:20])
    assert (found.recording, found.nonce) == (take.id, NONCE)
    assert found.manifest_sha256 == digest(take.manifest)
    assert found.checked_at >= found.stored_at
    identity = running.receiver.identity
    assert (found.receiver, found.key_id) == (identity.receiver, identity.key_id)
    key = VerifyKey(bytes(identity.key.verify_key))
    key.verify(found.signed_bytes(), decode_key(found.signature, 64))
    forged = {**answer.json(), "nonce": "f" * 32, "signature": ""}
    with pytest.raises(BadSignatureError):
        key.verify(Confirmation.from_json(forged).signed_bytes(), decode_key(found.signature, 64))
    assert encode_key(decode_key(found.signature, 64)) == found.signature
    assert canonical(answer.json()) == canonical(found.to_json())


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_what_is_not_there_whole_has_no_hash(
    device: EnrolledDevice, running: Running, take: Take
) -> None:
    short, gone = segment_file(running, take, 0), segment_file(running, take, 1)
    short.write_bytes(short.read_bytes()[:-1])
    gone.unlink()

    found = found_in(ask(device, take.id, whole(take, 0), whole(take, 1), piece(0, 0, 9)))

    assert [each.sha256 is None for each in found.pieces] == [True, True, False]


def test_a_segment_that_nobody_sent_is_no_error_of_ours(
    device: EnrolledDevice, take: Take, caplog: pytest.LogCaptureFixture
) -> None:
    found = found_in(ask(device, take.id, piece(77, 0, 9)))

    assert found.pieces[0].sha256 is None
    assert caplog.records == []


def test_bytes_that_rotted_have_another_hash(
    device: EnrolledDevice, running: Running, take: Take
) -> None:
    path = segment_file(running, take, 1)
    data = bytearray(path.read_bytes())
    data[5] ^= 1
    path.write_bytes(data)
    running.receiver.data.recording(take.session_id, take.id).manifest.write_bytes(b"{}")

    found = found_in(ask(device, take.id, whole(take, 1)))

    assert found.pieces[0].sha256 == sha256(bytes(data))
    assert found.manifest_sha256 == sha256(b"{}")


@pytest.mark.parametrize(
    "question",
    [
        {},
        {"nonce": NONCE},
        {"nonce": "short", "pieces": []},
        {"nonce": "!" * 32, "pieces": []},
        {"nonce": NONCE, "pieces": [{"segment": 0, "first": 5, "last": 4}]},
        {"nonce": NONCE, "pieces": [{"segment": -1, "first": 0, "last": 4}]},
        {"nonce": NONCE, "pieces": [piece(0, 0, 0)] * 501},
        {"nonce": NONCE, "pieces": [piece(0, 0, PIECE_MOST_BYTES)]},
        {"nonce": NONCE, "pieces": [piece(0, 0, PIECE_MOST_BYTES // 2)] * 2},
    ],
)
def test_a_question_that_is_none(device: EnrolledDevice, take: Take, question: Json) -> None:
    answer = device.client.call("POST", confirm_path(take.id), json=question)

    problem(answer, "bad_request")


def test_what_was_not_finalised_is_not_confirmed(device: EnrolledDevice) -> None:
    fresh = make_take(device.id, [scene_part(90)]).signed(device.key)
    device.client.announce(fresh)

    problem(ask(device, fresh.id), "not_ready")

"""Announce, finalise, receipt, discard."""

import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from nacl.signing import SigningKey, VerifyKey

from holdfast.ids import new_id
from holdfast.jsonform import Json, canonical
from holdfast.protocol import (
    decode_key,
    discard_path,
    manifest_path,
    receipt_path,
    recording_path,
    session_path,
)
from holdfast.receipt import Receipt
from server.domain.audit import Wanted
from tests.support.received import STARTED, Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice, digest_header
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem


@pytest.fixture
def take(device: EnrolledDevice) -> Take:
    """A recording of two segments, announced, with nothing sent."""
    made = make_take(device.id, [scene_part(90)]).signed(device.key)
    assert len(made.pieces) == 2
    device.client.announce(made)
    return made


def send(device: EnrolledDevice, take: Take, *numbers: int) -> None:
    for number in numbers:
        assert device.client.put_chunk(take.id, number, take.pieces[number].data).ok


def finalise(device: EnrolledDevice, take: Take, manifest: Json | None = None) -> Any:
    return device.client.call("PUT", manifest_path(take.id), json=manifest or take.manifest)


def signed(device: EnrolledDevice, take: Take, **changes: Any) -> Json:
    """The manifest with changes, signed again."""
    changed = {**take.manifest, **changes}
    return Take(take.session, take.announcement, (), changed).signed(device.key).manifest


def test_announcing_again_is_200_and_other_content_409(device: EnrolledDevice, take: Take) -> None:
    put = device.client.call
    fresh = make_take(device.id, [])
    assert put("PUT", session_path(fresh.session_id), json=fresh.session).status_code == 201
    assert put("PUT", recording_path(fresh.id), json=fresh.announcement).status_code == 201
    assert put("PUT", session_path(take.session_id), json=take.session).status_code == 200
    assert put("PUT", recording_path(take.id), json=take.announcement).status_code == 200

    changed = {**take.announcement, "prompt": "frown"}
    problem(put("PUT", recording_path(take.id), json=changed), "conflict")
    changed = {**take.session, "participant": "P-018"}
    problem(put("PUT", session_path(take.session_id), json=changed), "conflict")


def test_a_recording_needs_its_session(device: EnrolledDevice) -> None:
    made = make_take(device.id, [])

    answer = device.client.call("PUT", recording_path(made.id), json=made.announcement)

    problem(answer, "unknown_session")


@pytest.mark.parametrize(
    "change",
    [
        {"format_version": 2},
        {"take": 0},
        {"take": "1"},
        {"recording": "../../../etc"},
        {"video": {"codec": "h264"}},
    ],
)
def test_an_announcement_that_is_none_is_refused(
    device: EnrolledDevice, change: dict[str, Any]
) -> None:
    made = make_take(device.id, [])
    device.client.call("PUT", session_path(made.session_id), json=made.session)

    answer = device.client.call(
        "PUT", recording_path(made.id), json={**made.announcement, **change}
    )

    problem(answer, "bad_request")


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{", b'{"format_version": 1, "x": NaN}', b'{"x": "\\ud800"}', b"[" * 100_000],
    ids=["empty", "list", "torn", "nan", "surrogate", "deep"],
)
def test_a_body_that_is_no_json_object_is_refused(
    device: EnrolledDevice, take: Take, body: bytes
) -> None:
    answer = device.client.call("PUT", session_path(take.session_id), data=body)

    problem(answer, "bad_request")


def test_a_document_that_was_changed_on_the_way_is_neither_stored_nor_called_wrong(
    device: EnrolledDevice, take: Take
) -> None:
    body = canonical(take.manifest)
    changed = body.replace(b"P-017", b"P-018")
    headers = {"Content-Digest": digest_header(body)}

    answer = device.client.call("PUT", manifest_path(take.id), headers, data=changed)

    problem(answer, "digest_mismatch")


def test_the_receipt_is_signed_and_names_everything(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    send(device, take, 0, 1)
    receipt = Receipt.from_json(finalise(device, take).json())

    key = decode_key(device.receiver_key, 32)
    VerifyKey(key).verify(receipt.signed_bytes(), decode_key(receipt.signature, 64))
    assert receipt.key_id == hashlib.sha256(key).hexdigest()[:16]
    assert receipt.receiver == running.receiver.identity.receiver
    assert receipt.manifest_sha256 == hashlib.sha256(canonical(take.manifest)).hexdigest()
    assert [(each.segment, each.size_bytes, each.sha256) for each in receipt.segments] == [
        (number, len(piece.data), piece.sha256) for number, piece in enumerate(take.pieces)
    ]
    folder = running.receiver.data.recording(take.session_id, take.id)
    assert folder.manifest.read_bytes() == canonical(take.manifest)


def test_asked_again_it_is_the_same_receipt(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    send(device, take, 0, 1)
    first = finalise(device, take)
    running.clock.advance(3600)

    assert finalise(device, take).content == first.content
    assert device.client.call("GET", receipt_path(take.id)).content == first.content
    assert [job.kind for job in running.receiver.jobs.newest(active=True)] == ["probe", "assemble"]


def test_another_manifest_is_refused_afterwards(device: EnrolledDevice, take: Take) -> None:
    send(device, take, 0, 1)
    first = finalise(device, take).content

    problem(finalise(device, take, signed(device, take, state="interrupted")), "conflict")

    assert device.client.call("GET", receipt_path(take.id)).content == first


def test_missing_segments_are_listed(device: EnrolledDevice, take: Take) -> None:
    send(device, take, 0)
    device.client.put_chunk(take.id, 1, take.pieces[1].data, 0, 99)

    assert problem(finalise(device, take), "missing")["missing"] == [1]
    problem(device.client.call("GET", receipt_path(take.id)), "not_ready")
    view = device.client.get(recording_path(take.id))
    assert (view["state"], view["segments"]["missing"]) == ("open", [1])
    send(device, take, 1)
    assert device.client.get(recording_path(take.id))["segments"]["missing"] == []
    assert finalise(device, take).status_code == 200


def _wrong_segment(take: Take) -> Json:
    segments = [dict(each) for each in take.manifest["segments"]]
    segments[1]["sha256"] = "0" * 64
    return {"segments": segments}


def test_a_segment_whose_file_went_away_is_owed_before_there_is_a_receipt(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    send(device, take, 0, 1)
    folder = running.receiver.data.recording(take.session_id, take.id)
    folder.segment(1).unlink()

    assert problem(finalise(device, take), "missing")["missing"] == [1]

    assert not folder.receipt.exists()
    assert device.client.get(recording_path(take.id))["segments"]["missing"] == [1]
    send(device, take, 1)
    assert finalise(device, take).status_code == 200


@pytest.mark.parametrize(
    "change",
    [
        _wrong_segment,
        lambda _take: {"participant": "somebody else"},
        lambda _take: {"session": new_id(STARTED)},
    ],
    ids=["segment", "participant", "session"],
)
def test_a_manifest_that_does_not_match_is_refused(
    running: Running, device: EnrolledDevice, take: Take, change: Callable[[Take], Json]
) -> None:
    send(device, take, 0, 1)

    problem(finalise(device, take, signed(device, take, **change(take))), "manifest_mismatch")

    assert not running.receiver.data.recording(take.session_id, take.id).manifest.exists()
    assert finalise(device, take).status_code == 200


def test_the_manifest_must_be_signed_with_the_devices_key(
    device: EnrolledDevice, take: Take
) -> None:
    send(device, take, 0, 1)
    unsigned = {**take.manifest, "signature": None}
    foreign = Take(take.session, take.announcement, (), unsigned).signed(SigningKey.generate())
    changed = {**take.manifest, "markers": [{"t_s": 1.0, "name": "x", "source": "key"}]}

    for manifest in (unsigned, foreign.manifest, changed, {**take.manifest, "signature": "x"}):
        problem(finalise(device, take, manifest), "manifest_mismatch")
    assert finalise(device, take).status_code == 200


def test_a_lost_segment_and_unknown_keys_are_taken(device: EnrolledDevice, take: Take) -> None:
    send(device, take, 0)
    segments = [dict(each) for each in take.manifest["segments"]]
    segments[1]["lost"] = "rotten on disk"
    manifest = signed(device, take, segments=segments, state="interrupted", newer={"key": [1]})

    receipt = finalise(device, take, manifest).json()

    assert [each["segment"] for each in receipt["segments"]] == [0]
    assert receipt["manifest_sha256"] == hashlib.sha256(canonical(manifest)).hexdigest()


def test_a_recording_of_nothing_is_finalised_and_never_playable(
    running: Running, device: EnrolledDevice
) -> None:
    made = make_take(device.id, []).signed(device.key)

    device.client.send(made)

    view = device.client.get(recording_path(made.id))
    assert view["custody"] == {"received": True, "verified": True, "playable": False}
    assert "no segments" in view["playable"]["reason"]
    assert running.receiver.jobs.newest(active=True) == []


def test_a_complete_recording_takes_no_further_segments(device: EnrolledDevice, take: Take) -> None:
    send(device, take, 0, 1)
    finalise(device, take)

    problem(device.client.put_chunk(take.id, 2, b"more"), "conflict")
    again = device.client.put_chunk(take.id, 0, take.pieces[0].data)
    assert (again.status_code, again.json()["complete"]) == (200, True)


def test_a_receipt_that_a_crash_left_is_taken_up(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    send(device, take, 0, 1)
    first = finalise(device, take).content
    with running.receiver.database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM jobs")
        connection.exec_driver_sql("UPDATE recordings SET state = 'open', manifest_sha256 = NULL")
    running.clock.advance(60)

    for _ in range(2):
        running.receiver.heal()

    assert device.client.get(recording_path(take.id))["state"] == "stored"
    healed, before = running.receiver.audit.newest(Wanted(action="recording.stored"), 10)
    assert (healed.actor, healed.subject) == ("receiver", before.subject)
    assert healed.facts == {**before.facts, "after": "a crash"}
    assert finalise(device, take).content == first
    assert len(running.receiver.jobs.newest(active=True)) == 2


def test_what_is_discarded_is_gone_and_stays_away(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    send(device, take, 0)
    device.client.put_chunk(take.id, 1, take.pieces[1].data, 0, 99)

    assert device.client.call("POST", discard_path(take.id)).status_code == 202
    assert device.client.call("POST", discard_path(take.id)).status_code == 202

    assert not running.receiver.data.recording(take.session_id, take.id).path.exists()
    assert list(running.receiver.data.incoming.iterdir()) == []
    assert running.receiver.custody.stored_bytes() == 0
    for answer in (
        device.client.call("PUT", recording_path(take.id), json=take.announcement),
        device.client.put_chunk(take.id, 0, take.pieces[0].data),
        finalise(device, take),
        device.client.call("GET", recording_path(take.id)),
    ):
        problem(answer, "withdrawn")


def test_what_is_discarded_before_it_came_is_not_taken_any_more(
    running: Running, device: EnrolledDevice
) -> None:
    made = make_take(device.id, [scene_part(30)]).signed(device.key)

    for _ in range(2):
        assert device.client.call("POST", discard_path(made.id)).status_code == 202

    device.client.call("PUT", session_path(made.session_id), json=made.session)
    late = device.client.call("PUT", recording_path(made.id), json=made.announcement)
    problem(late, "withdrawn")
    problem(running.device().client.call("POST", discard_path(made.id)), "unknown_recording")


def test_a_finalised_recording_cannot_be_discarded(device: EnrolledDevice, take: Take) -> None:
    send(device, take, 0, 1)
    finalise(device, take)

    problem(device.client.call("POST", discard_path(take.id)), "conflict")

    assert device.client.get(recording_path(take.id))["segments"]["stored"] == 2

"""Sessions and videos in multipart chunks: exact answers, any order, and every refusal."""

import errno
import os
import random
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdfast.ids import new_id
from holdfast.protocol import API
from tests.support.dialects import SessionUploader, stored_files
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
VIDEO = b"\x1a\x45\xdf\xa3 a video " * 100


@pytest.fixture
def uploader(device: EnrolledDevice) -> SessionUploader:
    return SessionUploader(device.client)


def test_a_session_is_created_for_a_participant(
    running: Running, uploader: SessionUploader
) -> None:
    answer = uploader.client.call(
        "POST", "/api/session/create", json={"participant_id": "test_user"}
    ).json()

    assert set(answer) == {"session_id", "created_at", "status"}
    assert UUID.fullmatch(answer["session_id"])
    assert (answer["created_at"], answer["status"]) == ("2026-11-20T14:00:00Z", "created")
    assert running.receiver.sessions.get(answer["session_id"], None).participant == "test_user"


def test_the_participant_may_be_left_out(uploader: SessionUploader) -> None:
    for body in ({}, {"participant_id": ""}, {"participant_id": None}):
        answer = uploader.client.call("POST", "/api/session/create", json=body)
        assert answer.status_code == 201
    assert uploader.client.call("POST", "/api/session/create").status_code == 201


def test_a_video_of_one_chunk_is_whole_at_once(running: Running, uploader: SessionUploader) -> None:
    session = uploader.create()

    answer = uploader.chunk(session, "test_video_001", 0, 1, b"test data\n")

    assert (answer.status_code, answer.json()) == (
        200,
        {
            "status": "video_complete",
            "video_id": "test_video_001",
            "file_path": f"{session}/test_video_001.webm",
        },
    )
    assert stored_files(running.receiver.data.root) == [b"test data\n"]


def test_chunks_are_counted_until_the_last_one(uploader: SessionUploader) -> None:
    session = uploader.create()

    told = [uploader.chunk(session, "v", number, 3, VIDEO).json() for number in (0, 2, 1)]

    assert told[0] == {
        "status": "chunk_received",
        "chunk_index": 0,
        "total_chunks": 3,
        "received": 1,
    }
    assert (told[1]["received"], told[1]["chunk_index"]) == (2, 2)
    assert told[2]["status"] == "video_complete"


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sizes=st.lists(st.integers(1, 4000), min_size=1, max_size=6),
    seed=st.integers(0, 1000),
)
def test_any_order_any_sizes_and_repetitions_make_the_same_file(
    running: Running, uploader: SessionUploader, sizes: list[int], seed: int
) -> None:
    source = random.Random(seed)
    chunks = [source.randbytes(size) for size in sizes]
    order = [*range(len(chunks)), *source.choices(range(len(chunks)), k=3)]
    source.shuffle(order)
    session = uploader.create()

    told = [uploader.chunk(session, "v", each, len(chunks), chunks[each]).json() for each in order]

    assert told[-1]["status"] == "video_complete"
    assert stored_files(running.receiver.data.root, session) == [b"".join(chunks)]
    assert list(running.receiver.data.incoming.iterdir()) == []


def test_the_recording_has_a_receipt_like_any_other(
    running: Running, uploader: SessionUploader
) -> None:
    session = uploader.create("p-9")
    uploader.chunk(session, "v", 0, 1, VIDEO)
    (view,) = running.receiver.custody.in_session(session)

    receipt = running.user().get(f"{API}/recordings/{view.id}/receipt")

    assert (view.participant, view.is_verified) == ("p-9", True)
    assert receipt["segments"][0]["size_bytes"] == len(VIDEO)


def test_other_bytes_under_a_number_that_is_taken_are_refused(
    running: Running, uploader: SessionUploader
) -> None:
    session = uploader.create()
    uploader.chunk(session, "v", 0, 2, b"first")
    uploader.chunk(session, "v", 1, 2, b"second")

    for number, data in ((0, b"FIRST"), (1, b"second and more")):
        told = problem(uploader.chunk(session, "v", number, 2, data), "conflict")
        assert told["error"] == told["detail"]
    assert stored_files(running.receiver.data.root) == [b"firstsecond"]


def test_the_same_chunk_again_changes_nothing(running: Running, uploader: SessionUploader) -> None:
    session = uploader.create()

    told = [uploader.chunk(session, "v", 0, 2, b"first").json() for _ in range(3)]

    assert [each["received"] for each in told] == [1, 1, 1]


def test_another_count_of_chunks_is_refused(uploader: SessionUploader) -> None:
    session = uploader.create()
    uploader.chunk(session, "v", 0, 2, b"first")

    problem(uploader.chunk(session, "v", 1, 3, b"second"), "conflict")
    problem(uploader.chunk(session, "v", 2, 2, b"third"), "bad_request")


def test_metadata_of_a_video_with_missing_chunks_is_refused_with_their_numbers(
    uploader: SessionUploader,
) -> None:
    session = uploader.create()
    uploader.chunk(session, "v", 1, 4, b"second")
    uploader.chunk(session, "v", 2, 4, b"third")

    told = problem(uploader.metadata(session, "v", duration=1.0), "chunks_missing")

    assert (told["status"], told["missing"]) == (400, [0, 3])
    problem(uploader.metadata(session, "never-seen"), "chunks_missing")


def test_metadata_stands_in_the_session_and_at_the_recording(
    running: Running, uploader: SessionUploader
) -> None:
    session = uploader.create()
    uploader.chunk(session, "video_123", 0, 1, VIDEO)
    said = {"prompt_id": "facial_expressions", "duration": 45.2, "file_size": 15728640}

    answer = uploader.metadata(session, "video_123", **said)
    again = uploader.metadata(session, "video_123", **said)

    assert answer.json() == again.json() == {"status": "metadata_saved", "video_id": "video_123"}
    assert uploader.session(session) == {
        "session_id": session,
        "created_at": "2026-11-20T14:00:00Z",
        "status": "created",
        "videos": [
            {
                "video_id": "video_123",
                "prompt_id": "facial_expressions",
                "uploaded_at": "2026-11-20T14:00:00Z",
            }
        ],
    }
    (view,) = running.receiver.custody.in_session(session)
    annotations = running.user().get(f"{API}/recordings/{view.id}/annotations")
    assert (annotations["version"], annotations["metadata"]) == (1, said)


def test_metadata_may_be_corrected(running: Running, uploader: SessionUploader) -> None:
    session = uploader.create()
    uploader.chunk(session, "v", 0, 1, VIDEO)
    uploader.metadata(session, "v", prompt_id="one")

    uploader.metadata(session, "v", prompt_id="two")

    assert uploader.session(session)["videos"][0]["prompt_id"] == "two"


def test_several_videos_of_one_session_stand_in_their_order(
    running: Running, uploader: SessionUploader
) -> None:
    session = uploader.create()
    for name in ("video_002", "video_001"):
        uploader.chunk(session, name, 0, 1, VIDEO)
        running.clock.advance(1)
    uploader.chunk(session, "video_003", 0, 2, VIDEO)

    videos = uploader.session(session)["videos"]

    assert [video["video_id"] for video in videos] == ["video_002", "video_001"]
    assert videos[0]["prompt_id"] is None


def test_a_session_that_is_none_is_not_found(uploader: SessionUploader) -> None:
    for session in ("no-id", "00000000-0000-0000-0000-000000000000", "../../etc"):
        told = problem(uploader.chunk(session, "v", 0, 1, VIDEO), "unknown_session")
        assert "not found" in str(told["error"])
        problem(uploader.metadata(session, "v"), "unknown_session")


def test_an_unknown_and_a_foreign_session_are_not_found(
    running: Running, uploader: SessionUploader
) -> None:
    foreign = SessionUploader(running.device().client).create()

    for session in (foreign, new_id(running.clock.now())):
        problem(uploader.chunk(session, "v", 0, 1, VIDEO), "unknown_session")
        problem(uploader.metadata(session, "v"), "unknown_session")
        problem(uploader.client.call("GET", f"/api/session/{session}"), "unknown_session")


def test_a_video_id_that_could_be_a_path_is_refused(
    running: Running, uploader: SessionUploader
) -> None:
    session = uploader.create()

    for name in ("../../receiver", "a/b", "a\\b", "", ".hidden", "x" * 201, "\n"):
        problem(uploader.chunk(session, name, 0, 1, VIDEO), "bad_request")

    assert stored_files(running.receiver.data.root) == []


def test_a_field_that_makes_no_sense_is_refused(uploader: SessionUploader) -> None:
    session = uploader.create()

    for field, value in (
        ("chunk_index", "-1"),
        ("chunk_index", "one"),
        ("chunk_index", "٣"),
        ("total_chunks", "0"),
        ("total_chunks", "9" * 40),
        ("total_chunks", ""),
        ("video_id", ""),
    ):
        answer = uploader.chunk(session, "v", 0, 1, VIDEO, **{field: value})
        assert problem(answer, "bad_request")["error"]


def test_a_form_without_its_chunk_and_a_body_that_is_no_form_are_refused(
    uploader: SessionUploader,
) -> None:
    session = uploader.create()
    fields = {"session_id": session, "video_id": "v", "chunk_index": "0", "total_chunks": "1"}
    call = uploader.client.call

    without = call("POST", "/api/upload/chunk", files={k: (None, v) for k, v in fields.items()})
    no_form = call("POST", "/api/upload/chunk", json=fields)

    assert "'chunk'" in str(problem(without, "bad_request")["error"])
    problem(no_form, "unsupported_media")
    problem(uploader.chunk(session, "v", 0, 1, b""), "bad_request")


def test_a_write_that_fails_is_a_500_and_the_chunk_can_be_sent_again(
    running: Running, uploader: SessionUploader
) -> None:
    session = uploader.create()
    incoming = running.receiver.data.incoming
    uploader.chunk(session, "v", 0, 2, b"first")
    aside = incoming.with_name("gone")
    incoming.rename(aside)

    told = problem(uploader.chunk(session, "v", 1, 2, b"second"), "internal")

    assert told["status"] == 500
    aside.rename(incoming)
    assert uploader.chunk(session, "v", 1, 2, b"second").json()["status"] == "video_complete"
    assert stored_files(running.receiver.data.root) == [b"firstsecond"]


def test_a_full_disk_is_a_500_too(
    uploader: SessionUploader, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = uploader.create()

    def full(*_arguments: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fdatasync", full)
        disk.setattr(os, "fsync", full)
        told = problem(uploader.chunk(session, "v", 0, 1, VIDEO), "internal")

    assert told["status"] == 500
    assert uploader.chunk(session, "v", 0, 1, VIDEO).json()["status"] == "video_complete"


def test_what_expired_begins_anew(running: Running, uploader: SessionUploader) -> None:
    session = uploader.create()
    uploader.chunk(session, "v", 1, 2, b"second")
    running.clock.advance(91 * 24 * 3600)
    assert running.receiver.imports.drop_expired() == 2

    problem(uploader.chunk(session, "v", 0, 2, b"first"), "not_found")

    assert uploader.chunk(session, "v", 0, 2, b"first").json()["received"] == 1
    uploader.chunk(session, "v", 1, 2, b"second")
    assert stored_files(running.receiver.data.root) == [b"firstsecond"]


def test_health_says_the_words_of_this_dialect_beside_ours(running: Running) -> None:
    told = running.anonymous().get(f"{running.url}/health", timeout=30).json()

    assert {key: told[key] for key in ("status", "service", "version")} == {
        "status": "healthy",
        "service": "facial-data-collection-backend",
        "version": "1.0.0",
    }
    assert told["stored_bytes"] == 0


def test_without_a_token_nothing_is_taken(running: Running) -> None:
    answer = running.anonymous().post(f"{running.url}/api/session/create", json={}, timeout=30)

    problem(answer, "unauthorized")

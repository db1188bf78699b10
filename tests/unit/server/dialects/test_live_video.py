"""Chunks of any size while a video is recorded: two at a time, repeated, out of order, missing."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.support.dialects import LiveUploader, stored_files
from tests.support.receiver_client import Client, EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem

CHUNKS = [bytes([number]) * (100 + 37 * number) for number in range(12)]


@pytest.fixture
def uploader(device: EnrolledDevice) -> LiveUploader:
    return LiveUploader(device.client)


def begun(uploader: LiveUploader) -> str:
    session: str = uploader.init(filename="talk.webm", mimeType="video/webm").json()["sessionId"]
    return session


def test_a_video_is_assembled_at_the_end(running: Running, uploader: LiveUploader) -> None:
    session = begun(uploader)
    for number, data in enumerate(CHUNKS):
        told = uploader.chunk(session, number, data).json()
        assert (told["status"], told["chunkIndex"]) == ("received", number)

    answer = uploader.finalise(session, totalChunks=len(CHUNKS))

    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert told["status"] == "completed"
    assert told["receivedChunks"] == list(range(len(CHUNKS)))
    played = running.user().call("GET", told["videoUrl"])
    assert played.status_code in (200, 404)  # No worker runs here: the film is made later.
    assert stored_files(running.receiver.data.root) == [b"".join(CHUNKS)]


def test_two_senders_in_any_order_make_the_same_file(
    running: Running, uploader: LiveUploader
) -> None:
    session = begun(uploader)
    order = [*range(1, len(CHUNKS), 2), *range(0, len(CHUNKS), 2), 0, 5]

    def send(number: int) -> int:
        own = LiveUploader(Client(uploader.client.url, uploader.client.token))
        return own.chunk(session, number, CHUNKS[number]).status_code

    with ThreadPoolExecutor(2) as senders:
        assert set(senders.map(send, order)) == {200}
    uploader.finalise(session, totalChunks=len(CHUNKS))

    assert stored_files(running.receiver.data.root) == [b"".join(CHUNKS)]
    assert list(running.receiver.data.incoming.iterdir()) == []


def test_finalise_lists_what_is_missing_and_works_once_it_came(
    running: Running, uploader: LiveUploader
) -> None:
    session = begun(uploader)
    for number in (0, 2, 5):
        uploader.chunk(session, number, CHUNKS[number])

    told = problem(uploader.finalise(session, totalChunks=6), "chunks_missing")

    assert (told["status"], told["missingChunks"]) == (400, [1, 3, 4])
    for number in (4, 3, 1):
        uploader.chunk(session, number, CHUNKS[number])
    assert uploader.finalise(session, totalChunks=6).json()["status"] == "completed"
    assert stored_files(running.receiver.data.root) == [b"".join(CHUNKS[:6])]


def test_finalise_again_is_the_same_answer(uploader: LiveUploader) -> None:
    session = begun(uploader)
    uploader.chunk(session, 0, CHUNKS[0])

    told = [uploader.finalise(session, totalChunks=1).json() for _ in range(2)]

    assert told[0] == told[1]


def test_the_client_may_list_its_chunks_instead_of_counting_them(uploader: LiveUploader) -> None:
    session = begun(uploader)
    uploader.chunk(session, 0, CHUNKS[0])

    told = problem(uploader.finalise(session, uploadedChunks=[0, 2]), "chunks_missing")

    assert told["missingChunks"] == [1, 2]
    problem(uploader.finalise(session), "bad_request")
    problem(uploader.finalise(session, uploadedChunks=["0"]), "bad_request")


def test_fewer_chunks_than_came_are_refused(uploader: LiveUploader) -> None:
    session = begun(uploader)
    uploader.chunk(session, 0, CHUNKS[0])
    uploader.chunk(session, 1, CHUNKS[1])

    problem(uploader.finalise(session, totalChunks=1), "conflict")


def test_conflicting_and_late_chunks_are_refused(running: Running, uploader: LiveUploader) -> None:
    session = begun(uploader)
    uploader.chunk(session, 0, CHUNKS[0])
    uploader.chunk(session, 3, CHUNKS[3])

    for number in (0, 3):
        problem(uploader.chunk(session, number, b"other"), "conflict")
    for number in (1, 2):
        uploader.chunk(session, number, CHUNKS[number])
    uploader.finalise(session, totalChunks=4)
    problem(uploader.chunk(session, 4, CHUNKS[4]), "conflict")
    assert uploader.chunk(session, 3, CHUNKS[3]).status_code == 200
    assert stored_files(running.receiver.data.root) == [b"".join(CHUNKS[:4])]


def test_a_session_may_be_named_and_begun_again(uploader: LiveUploader) -> None:
    first = uploader.init(sessionId="made-by-the-page", filename="a.webm")
    again = uploader.init(session_id="made-by-the-page", filename="a.webm")

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert first.json()["sessionId"] == "made-by-the-page"


def test_an_unknown_and_a_foreign_session_are_not_found(
    running: Running, uploader: LiveUploader
) -> None:
    foreign = begun(LiveUploader(running.device().client))

    for session in ("never-seen", foreign):
        problem(uploader.chunk(session, 0, CHUNKS[0]), "unknown_session")
        problem(uploader.finalise(session, totalChunks=1), "unknown_session")

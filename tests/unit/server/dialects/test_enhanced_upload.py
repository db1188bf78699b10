"""Chunks of one size with hashes: how far, damaged ones, cancelling, numbers over all uploads."""

import random

import pytest

from tests.support.dialects import HashingUploader, LiveUploader, stored_files
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem

CHUNK = 1000
FILE = random.Random(3).randbytes(3 * CHUNK + 500)
CHUNKS = [FILE[at : at + CHUNK] for at in range(0, len(FILE), CHUNK)]


@pytest.fixture
def uploader(device: EnrolledDevice) -> HashingUploader:
    return HashingUploader(device.client)


def begun(uploader: HashingUploader) -> str:
    upload: str = uploader.initiate(len(FILE), chunkSize=CHUNK).json()["uploadId"]
    return upload


def test_the_client_is_told_how_to_cut_the_file(uploader: HashingUploader) -> None:
    answer = uploader.initiate(12 * 1024, projectId="p1")

    told = answer.json()
    assert answer.status_code == 201
    assert told["status"] == "initiated"
    assert (told["totalChunks"], told["completedChunks"]) == (1, 0)
    assert (told["projectId"], told["progressPercentage"]) == ("p1", 0.0)


def test_a_file_goes_through_all_chunks_and_is_completed(
    running: Running, uploader: HashingUploader
) -> None:
    upload = begun(uploader)
    running.clock.advance(2)
    seen = []
    for number in (3, 0, 2, 1):
        answer = uploader.chunk(upload, number, CHUNKS[number])
        assert answer.json()["success"] is True
        seen.append(answer.json()["progressPercentage"])

    status = uploader.status(upload)
    assert seen == sorted(seen)
    assert seen[-1] == status["progressPercentage"] == 100.0
    assert (status["status"], status["completedChunks"], status["totalChunks"]) == (
        "completed",
        4,
        4,
    )
    assert (status["uploadSpeed"], status["estimatedTimeRemaining"]) == (len(FILE) / 2, 0.0)
    assert stored_files(running.receiver.data.root) == [FILE]


def test_half_way_speed_and_time_left_are_told(running: Running, uploader: HashingUploader) -> None:
    upload = begun(uploader)
    assert uploader.status(upload)["estimatedTimeRemaining"] is None
    running.clock.advance(4)
    for number in (0, 1):
        uploader.chunk(upload, number, CHUNKS[number])

    status = uploader.status(upload)

    assert (status["uploadSpeed"], status["estimatedTimeRemaining"]) == (500.0, 3.0)
    assert status["progressPercentage"] == pytest.approx(100 * 2000 / 3500)


def test_a_damaged_chunk_is_refused_counted_and_sent_again(
    running: Running, uploader: HashingUploader
) -> None:
    upload = begun(uploader)
    for number in (0, 1, 3):
        uploader.chunk(upload, number, CHUNKS[number])

    problem(uploader.chunk(upload, 2, CHUNKS[2], claimed="0" * 64), "digest_mismatch")

    assert uploader.status(upload)["failedChunks"] == [2]
    retried = uploader.client.call("POST", f"/api/uploads/{upload}/retry-failed").json()
    assert (retried["success"], retried["retriedChunks"], retried["failedChunks"]) == (
        True,
        [2],
        [],
    )
    assert uploader.chunk(upload, 2, CHUNKS[2]).json()["status"] == "completed"
    assert stored_files(running.receiver.data.root) == [FILE]
    told = uploader.client.get("/api/uploads/statistics")
    assert told["chunkRetryRate"] == 0.2


def test_a_chunk_of_another_size_than_agreed_is_refused(uploader: HashingUploader) -> None:
    upload = begun(uploader)

    for number, size in ((0, CHUNK - 1), (3, CHUNK), (4, 1)):
        problem(uploader.chunk(upload, number, b"x" * size), "bad_request")


def test_a_cancelled_upload_leaves_nothing(running: Running, uploader: HashingUploader) -> None:
    upload = begun(uploader)
    uploader.chunk(upload, 2, CHUNKS[2])

    for method, path in (("POST", f"{upload}/cancel"), ("DELETE", upload)):
        told = uploader.client.call(method, f"/api/uploads/{path}").json()
        assert told["success"] is True

    assert list(running.receiver.data.incoming.iterdir()) == []
    assert uploader.status(upload)["status"] == "cancelled"
    problem(uploader.chunk(upload, 0, CHUNKS[0]), "withdrawn")


def test_a_completed_upload_stays(uploader: HashingUploader) -> None:
    upload = begun(uploader)
    for number, data in enumerate(CHUNKS):
        uploader.chunk(upload, number, data)

    problem(uploader.client.call("POST", f"/api/uploads/{upload}/cancel"), "conflict")


def test_a_whole_file_is_one_request(running: Running, uploader: HashingUploader) -> None:
    answer = uploader.client.call(
        "POST",
        "/api/videos",
        data={"project_id": "p1"},
        files={"file": ("talk.mp4", FILE * 600, "video/mp4")},
    )

    assert answer.status_code == 201, answer.text
    told = answer.json()
    assert (told["projectId"], told["filename"], told["originalName"], told["status"]) == (
        "p1",
        "talk.mp4",
        "talk.mp4",
        "uploaded",
    )
    assert told["size"] == len(FILE) * 600
    assert uploader.status(told["id"])["status"] == "completed"
    assert stored_files(running.receiver.data.root) == [FILE * 600]


def test_whoever_does_not_say_who_they_are_sends_no_large_file(running: Running) -> None:
    """Its bytes would lie here until the end showed that they are nobody's."""
    answer = running.anonymous().post(
        f"{running.url}/api/videos", files={"file": ("talk.mp4", FILE * 600)}, timeout=30
    )

    problem(answer, "too_large")


def test_what_is_too_large_says_so_in_the_words_that_clients_look_for(
    running: Running, uploader: HashingUploader
) -> None:
    announced = uploader.initiate((4 << 20) + 1)
    whole = uploader.client.call(
        "POST", "/api/videos", files={"file": ("talk.mp4", b"x" * ((3 << 20) + 1))}
    )

    for answer in (announced, whole):
        assert "File too large" in str(problem(answer, "too_large")["detail"])


def test_only_videos_are_taken(uploader: HashingUploader) -> None:
    for name in ("talk.exe", "talk", "mp4", "../talk.mp4", "", "talk.mp4.sh"):
        problem(uploader.initiate(100, filename=name), "bad_request")
    whole = uploader.client.call("POST", "/api/videos", files={"file": ("talk.exe", b"x")})
    problem(whole, "bad_request")


def test_a_beginning_that_makes_no_sense_is_refused(uploader: HashingUploader) -> None:
    senseless: tuple[dict[str, object], ...] = (
        {"fileSize": None},
        {"fileSize": -1},
        {"fileSize": 0},
        {"fileSize": True},
        {"fileSize": "12"},
        {"chunkSize": 0},
        {"chunkSize": 1 << 40},
        {"metadata": []},
        {"uploadId": "a/b"},
    )
    for said in senseless:
        problem(uploader.initiate(100, **said), "bad_request")


def test_a_foreign_upload_and_one_of_another_dialect_are_not_found(
    running: Running, device: EnrolledDevice, uploader: HashingUploader
) -> None:
    foreign = begun(HashingUploader(running.device().client))
    called = LiveUploader(uploader.client).init(filename="talk.webm").json()["sessionId"]
    video = running.receiver.chunked_files.find("live-video", device.id, "", called)
    assert video is not None

    for upload in (foreign, "nonsense", video.id):
        problem(uploader.chunk(upload, 0, CHUNKS[0]), "not_found")
        for method, path in (
            ("GET", "status"),
            ("POST", "cancel"),
            ("POST", "retry-failed"),
        ):
            problem(uploader.client.call(method, f"/api/uploads/{upload}/{path}"), "not_found")


def test_statistics_tell_rates_speeds_and_sizes(
    running: Running, uploader: HashingUploader
) -> None:
    cancelled, silent, done = (begun(uploader) for _ in range(3))
    uploader.client.call("POST", f"/api/uploads/{cancelled}/cancel")
    running.clock.advance(3600)
    for number, data in enumerate(CHUNKS):
        uploader.chunk(done, number, data)
    begun(HashingUploader(running.device().client))

    told = uploader.client.get("/api/uploads/statistics")

    assert uploader.status(silent)["status"] == "initiated"
    counts = ("totalUploads", "activeUploads", "completedUploads", "failedUploads")
    assert [told[name] for name in counts] == [3, 1, 1, 1]
    rates = ("successRate", "failureRate", "timeoutRate", "chunkRetryRate")
    assert [told[name] for name in rates] == [1 / 3, 1 / 3, 1 / 3, 0.0]
    assert told["averageUploadSpeed"] == pytest.approx(len(FILE) / 3600)
    assert told["fileSizes"]["under10MB"] == 3

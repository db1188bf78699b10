"""Sessions that are one video each: import, jobs, details, tracking; for operators."""

import pytest

from holdfast.ids import new_id
from server.auth.policy import Role
from server.jobs.queue import JobQueue
from tests.support.dialects import stored_files
from tests.support.receiver_client import Client, EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem

VIDEO = b"\x00\x00\x00\x18ftypmp42 a video"


@pytest.fixture
def operator(running: Running) -> Client:
    return running.user(Role.OPERATOR)


def imported(
    operator: Client, metadata: str | None = '{"sessionName":"Test Session"}'
) -> dict[str, str]:
    files: dict[str, tuple[str | None, bytes | str, str]] = {"video": ("a.mp4", VIDEO, "video/mp4")}
    if metadata is not None:
        files["metadata"] = (None, metadata, "application/json")
    answer = operator.call("POST", "/sessions/import", files=files)
    assert answer.status_code == 200, answer.text
    found: dict[str, str] = answer.json()
    return found


def work(jobs: JobQueue, times: int) -> None:
    """Do as a worker does, without doing the work."""
    for _ in range(times):
        claim = jobs.claim("w")
        assert claim is not None
        with jobs._database.writing() as session:
            assert jobs.succeed(session, claim)


def test_an_import_answers_job_and_session(running: Running, operator: Client) -> None:
    told = imported(operator)

    assert set(told) == {"jobId", "sessionId"}
    assert stored_files(running.receiver.data.root) == [VIDEO]
    assert operator.get(f"/jobs/{told['jobId']}") == {
        "jobId": told["jobId"],
        "sessionId": told["sessionId"],
        "status": "queued",
        "progress": 0.0,
        "error": None,
        "createdAt": "2026-11-20T14:00:00.000Z",
        "finishedAt": None,
    }


def test_quotes_that_a_shell_left_escaped_count_as_quotes(operator: Client) -> None:
    told = imported(operator, '{\\"sessionName\\":\\"Test Session\\"}')

    assert operator.get(f"/sessions/{told['sessionId']}")["sessionName"] == "Test Session"


def test_metadata_that_is_no_object_is_refused(running: Running, operator: Client) -> None:
    for metadata in ("nonsense", "[]", '{"sessionName": 3}', "[" * 100_000):
        files = {"video": ("a.mp4", VIDEO, "video/mp4"), "metadata": (None, metadata, "text/plain")}
        problem(operator.call("POST", "/sessions/import", files=files), "bad_request")

    assert running.receiver.sessions.newest(None, 10) == []


def test_an_import_without_a_video_is_refused(operator: Client) -> None:
    for files in ({"metadata": (None, "{}")}, {"video": ("a.mp4", b"")}):
        problem(operator.call("POST", "/sessions/import", files=files), "bad_request")


def test_a_job_runs_and_is_completed_when_nothing_is_left_to_do(
    running: Running, operator: Client
) -> None:
    told = imported(operator, None)
    seen = []
    for _ in range(2):
        work(running.receiver.jobs, 1)
        job = operator.get(f"/jobs/{told['jobId']}")
        seen.append((job["status"], job["progress"]))

    assert seen == [("running", 0.5), ("completed", 1.0)]


def test_active_jobs_are_listed_alone(running: Running, operator: Client) -> None:
    done = imported(operator)["jobId"]
    work(running.receiver.jobs, 2)
    running.clock.advance(1)
    waiting = imported(operator)["jobId"]

    everything = operator.call("GET", "/jobs").json()
    active = operator.call("GET", "/jobs?active=true").json()

    assert {job["jobId"] for job in everything} == {done, waiting}
    assert [job["jobId"] for job in active] == [waiting]


def test_sessions_are_listed_with_what_they_are_called(running: Running, operator: Client) -> None:
    first = imported(operator)["sessionId"]
    running.clock.advance(1)
    second = imported(operator, None)["sessionId"]

    listed = operator.call("GET", "/sessions").json()

    assert [each["sessionId"] for each in listed] == [second, first]
    assert [each["sessionName"] for each in listed] == ["unknown", "Test Session"]
    assert {each["status"] for each in listed} == {"processing"}
    assert {each["hasInstructorTrackingResult"] for each in listed} == {False}


def test_a_failed_job_says_why(running: Running, operator: Client) -> None:
    told = imported(operator)
    claim = running.receiver.jobs.claim("w")
    assert claim is not None
    running.receiver.jobs.fail(claim, "it is no video", again=False)

    job = operator.get(f"/jobs/{told['jobId']}")

    assert (job["status"], job["error"]) == ("failed", "it is no video")
    assert operator.get(f"/sessions/{told['sessionId']}")["status"] == "failed"


def test_tracking_is_not_there_before_it_was_made(running: Running, operator: Client) -> None:
    session = imported(operator)["sessionId"]
    path = f"/sessions/{session}/results/instructor-tracking"
    problem(operator.call("GET", path), "not_ready")
    (view,) = running.receiver.custody.in_session(session)
    tracking = running.receiver.data.recording(session, view.id).tracking
    tracking.parent.mkdir(parents=True)
    tracking.write_bytes(b'{"version":"v1"}')

    assert operator.get(path) == {"version": "v1"}
    assert operator.get(f"/sessions/{session}")["hasInstructorTrackingResult"] is True


def test_what_is_unknown_is_not_found(running: Running, operator: Client) -> None:
    for name in ("nonsense", new_id(running.clock.now())):
        problem(operator.call("GET", f"/jobs/{name}"), "not_found")
        problem(operator.call("GET", f"/sessions/{name}"), "unknown_session")


def test_only_operators_and_admins_come_in(running: Running, device: EnrolledDevice) -> None:
    for client in (device.client, running.user(Role.VIEWER)):
        for path in ("/sessions", "/jobs"):
            problem(client.call("GET", path), "forbidden")
    assert running.user(Role.ADMIN).call("GET", "/sessions").json() == []

"""Sessions that are one video each: import, jobs, details, tracking; for operators."""

import pytest

from holdfast.ids import new_id
from server.auth.policy import Role
from server.jobs.queue import JobQueue
from tests.support.dialects import SessionUploader, stored_files
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
    for metadata in (
        "nonsense",
        "[]",
        '{"sessionName": 3}',
        "[" * 100_000,
        '{"a": NaN}',
        '{"a": "\\ud800"}',
        '{"sessionName": "a", "sessionName": "b"}',
        '{"sessionName": "a\\u0000"}',
        '{"sessionName": "a"}\0',
    ):
        files = {"video": ("a.mp4", VIDEO, "video/mp4"), "metadata": (None, metadata, "text/plain")}
        problem(operator.call("POST", "/sessions/import", files=files), "bad_request")

    assert operator.call("GET", "/sessions").json() == []


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


def test_a_job_is_cancelled_whether_it_waits_or_runs(running: Running, operator: Client) -> None:
    waiting = imported(operator)["jobId"]
    running.clock.advance(1)
    under_way = imported(operator)["jobId"]
    cancelled = operator.call("DELETE", f"/jobs/{waiting}").json()
    claim = running.receiver.jobs.claim("w")
    assert claim is not None

    told = operator.call("DELETE", f"/jobs/{under_way}").json()

    assert [cancelled["status"], told["status"]] == ["cancelled", "cancelled"]
    assert running.receiver.jobs.renew(claim, 0.5) is False
    assert operator.call("GET", "/jobs?active=true").json() == []


def test_a_job_that_ended_cannot_be_cancelled(running: Running, operator: Client) -> None:
    job = imported(operator)["jobId"]
    work(running.receiver.jobs, 2)

    problem(operator.call("DELETE", f"/jobs/{job}"), "ended")


def test_a_session_is_processed_again(running: Running, operator: Client) -> None:
    first = imported(operator)
    work(running.receiver.jobs, 2)
    running.clock.advance(1)

    again = operator.call("POST", f"/sessions/{first['sessionId']}/process").json()

    assert (again["sessionId"], again["jobId"] != first["jobId"]) == (first["sessionId"], True)
    assert operator.get(f"/jobs/{again['jobId']}")["status"] == "queued"
    assert operator.get(f"/jobs/{first['jobId']}")["status"] == "completed"


def test_a_deleted_session_leaves_nothing(running: Running, operator: Client) -> None:
    told = imported(operator)
    path = f"/sessions/{told['sessionId']}"
    problem(operator.call("DELETE", path), "forbidden")

    answer = running.user(Role.ADMIN).call("DELETE", path)

    assert answer.json() == {"sessionId": told["sessionId"], "deleted": True}
    assert stored_files(running.receiver.data.root) == []
    assert running.receiver.chunked_files.in_session(told["sessionId"], own(running)) == []
    assert running.receiver.withdrawals.listing(open_only=True) == []
    problem(operator.call("GET", path), "withdrawn")
    problem(operator.call("GET", f"/jobs/{told['jobId']}"), "not_found")


def own(running: Running) -> str:
    return running.receiver.own_device.id()


def test_what_is_on_its_way_goes_with_its_session(running: Running, device: EnrolledDevice) -> None:
    uploader = SessionUploader(device.client)
    session = uploader.create()
    for number in (0, 2):
        uploader.chunk(session, "v", number, 3, VIDEO)

    running.user(Role.ADMIN).call("DELETE", f"/sessions/{session}")

    assert list(running.receiver.data.incoming.iterdir()) == []
    assert running.receiver.chunked_files.in_session(session, device.id) == []
    problem(uploader.chunk(session, "v", 1, 3, VIDEO), "withdrawn")


def test_an_operator_of_one_study_sees_nothing_else(running: Running, operator: Client) -> None:
    told = imported(operator)
    token = running.receiver.users.add_token("of one study", Role.OPERATOR, frozenset({"faces"}))
    of_one_study = Client(running.url, token)

    assert of_one_study.call("GET", "/sessions").json() == []
    assert of_one_study.call("GET", "/jobs").json() == []
    problem(of_one_study.call("GET", f"/sessions/{told['sessionId']}"), "unknown_session")
    problem(of_one_study.call("GET", f"/jobs/{told['jobId']}"), "not_found")
    files = {"video": ("a.mp4", VIDEO, "video/mp4")}
    problem(of_one_study.call("POST", "/sessions/import", files=files), "forbidden")


def test_sessions_come_in_pages(running: Running, operator: Client) -> None:
    made = []
    for _ in range(3):
        made.append(imported(operator)["sessionId"])
        running.clock.advance(1)

    first = operator.call("GET", "/sessions?limit=2")
    rest = operator.call("GET", first.links["next"]["url"])

    assert [each["sessionId"] for each in first.json()] == [made[2], made[1]]
    assert [each["sessionId"] for each in rest.json()] == [made[0]]
    assert "next" not in rest.links

"""Jobs for people: lists, history, cancelling, trying again, processing; over the real API."""

import pytest
from werkzeug.http import parse_options_header

from holdfast.jsonform import Json
from holdfast.protocol import API
from server.auth.policy import Role
from server.jobs.queue import Claim
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice, digest_header
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem

WORKER = "01a1f941-c700-7be7-9086-7d34c31426fc"


@pytest.fixture
def take(device: EnrolledDevice) -> Take:
    made = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(made)
    return made


@pytest.fixture
def operator(running: Running) -> Client:
    return running.user(Role.OPERATOR)


def jobs(client: Client, query: str = "") -> dict[str, Json]:
    return {each["kind"]: each for each in client.get(f"{API}/jobs?{query}")["jobs"]}


def job(client: Client, kind: str) -> Json:
    return client.get(f"{API}/jobs/{jobs(client)[kind]['job']}")


def claimed(running: Running) -> Claim:
    claim = running.receiver.jobs.claim(WORKER)
    assert claim is not None
    return claim


def post(client: Client, path: str) -> Json:
    answer = client.call("POST", f"{API}{path}")
    assert answer.status_code == 202, answer.text
    value: Json = answer.json()
    return value


def cancel(client: Client, kind: str) -> Json:
    answer = client.call("DELETE", f"{API}/jobs/{jobs(client)[kind]['job']}")
    assert answer.status_code == 202, answer.text
    value: Json = answer.json()
    return value


def succeed(running: Running) -> None:
    claim = claimed(running)
    with running.receiver.database.writing() as session:
        assert running.receiver.jobs.succeed(session, claim)


def test_a_running_job_is_cancelled_and_its_worker_finds_out(
    running: Running, operator: Client, take: Take
) -> None:
    claim = claimed(running)

    answer = cancel(operator, "assemble")

    assert (answer["state"], answer["error"]) == (
        "cancelled",
        "It was cancelled by operator the operator.",
    )
    assert not running.receiver.jobs.renew(claim, 0.5)
    with running.receiver.database.writing() as session:
        assert not running.receiver.jobs.succeed(session, claim)
    assert {kind: each["state"] for kind, each in jobs(operator).items()} == {
        "assemble": "cancelled",
        "probe": "cancelled",
    }
    assert running.receiver.jobs.claim(WORKER) is None


def test_cancelling_again_changes_nothing(running: Running, operator: Client, take: Take) -> None:
    first = cancel(operator, "probe")
    running.clock.advance(5)

    assert cancel(operator, "probe") == first
    assert job(operator, "assemble")["state"] == "queued"


def test_what_ended_by_itself_cannot_be_cancelled(
    running: Running, operator: Client, take: Take
) -> None:
    succeed(running)
    path = f"{API}/jobs/{jobs(operator)['assemble']['job']}"

    problem(operator.call("DELETE", path), "ended")
    problem(operator.call("POST", f"{path}/retry"), "ended")


def test_a_failed_job_is_tried_again_from_where_it_failed(
    running: Running, operator: Client, take: Take
) -> None:
    running.receiver.jobs.fail(claimed(running), "damaged", again=False)
    probe = job(operator, "probe")
    assert (probe["state"], probe["error"]) == ("failed", "damaged")

    post(operator, f"/jobs/{probe['job']}/retry")
    again = post(operator, f"/jobs/{probe['job']}/retry")

    assert (again["state"], again["error"], again["attempts"]) == ("queued", None, 0)
    assert claimed(running).kind == "assemble"
    events = [(each["event"], each["text"]) for each in job(operator, "assemble")["log"]]
    assert events == [
        ("started", ""),
        ("failed", "damaged"),
        ("queued", "by operator the operator"),
        ("started", ""),
    ]


def test_a_cancelled_job_can_be_tried_again(running: Running, operator: Client, take: Take) -> None:
    cancelled = cancel(operator, "assemble")

    again = post(operator, f"/jobs/{cancelled['job']}/retry")

    assert (again["state"], again["finished_at"]) == ("queued", None)
    succeed(running)
    assert claimed(running).kind == "probe"


def test_a_recording_is_processed_once_at_a_time(
    running: Running, operator: Client, take: Take
) -> None:
    waiting = {each["job"] for each in jobs(operator).values()}
    path = f"/recordings/{take.id}/process"
    assert set(post(operator, path)["jobs"]) == waiting
    succeed(running)
    succeed(running)

    anew = post(operator, path)

    assert not waiting & set(anew["jobs"])
    assert post(operator, path) == anew
    assert [claimed(running).job, len(anew["jobs"])] == [anew["jobs"][0], 2]


def test_what_is_not_stored_is_not_processed(operator: Client, device: EnrolledDevice) -> None:
    open_one = make_take(device.id, [])
    device.client.announce(open_one)

    problem(operator.call("POST", f"{API}/recordings/{open_one.id}/process"), "not_ready")


def test_jobs_are_listed_by_what_they_are(
    running: Running, operator: Client, device: EnrolledDevice, take: Take
) -> None:
    other = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(other)
    running.receiver.jobs.fail(claimed(running), "damaged", again=False)
    waiting = jobs(operator, "active=true")["assemble"]["job"]
    assert operator.call("DELETE", f"{API}/jobs/{waiting}").status_code == 202

    def count(query: str) -> int:
        return len(operator.get(f"{API}/jobs?{query}")["jobs"])

    assert [count(each) for each in ("", "active=true", "active=false")] == [4, 0, 4]
    assert [count(f"state={each}") for each in ("failed", "cancelled", "queued")] == [2, 2, 0]
    assert count(f"recording={other.id}") == 2
    assert count("kind=probe") == 2
    first = operator.get(f"{API}/jobs?limit=3")
    rest = operator.get(f"{API}/jobs?limit=3&cursor={first['next']}")
    seen = [each["job"] for page in (first, rest) for each in page["jobs"]]
    assert (len(set(seen)), rest["next"]) == (4, None)
    problem(operator.call("GET", f"{API}/jobs?cursor=1.x"), "bad_request")


def test_statistics_count_what_came_and_how_it_ended(
    running: Running, operator: Client, device: EnrolledDevice, take: Take
) -> None:
    data = take.pieces[0].data
    device.client.put_chunk(take.id, 0, data)
    device.client.put_chunk(take.id, 0, data, 0, 9)
    headers = {"Content-Digest": "none"}
    device.client.call("PUT", f"{API}/recordings/{take.id}/segments/0", data=b"x", headers=headers)
    running.receiver.jobs.fail(claimed(running), "damaged", again=False)

    said = operator.get(f"{API}/statistics")

    assert said["recordings"] == {"stored": 1}
    assert (said["jobs"], said["failure_rate"], said["success_rate"]) == ({"failed": 2}, 1.0, 0.0)
    assert said["segment_bytes_most"] == max(len(each.data) for each in take.pieces)
    assert said["stored_bytes"] == sum(len(each.data) for each in take.pieces)
    chunks = len(take.pieces) + 2
    assert said["transfers"]["chunks"] == chunks
    assert said["transfers"]["repeat_rate"] == pytest.approx(2 / chunks)
    assert said["transfers"]["refusal_rate"] == pytest.approx(1 / (chunks + 1))
    assert [(each["device"], each["name"]) for each in said["devices"]] == [(device.id, "kiosk")]
    assert said["devices"][0]["transfers"] == said["transfers"]
    assert [each["study"] for each in said["studies"]] == [None]


def test_what_was_counted_is_there_after_a_restart(
    running: Running, operator: Client, take: Take
) -> None:
    before = operator.get(f"{API}/statistics")["transfers"]

    counts = running.receiver.transfers.of_devices()

    assert sum(each.chunks for each in counts.values()) == before["chunks"] == len(take.pieces)
    assert sum(each.received_bytes for each in counts.values()) == before["received_bytes"]


def test_the_first_preview_stands_for_the_recording(
    operator: Client, device: EnrolledDevice, take: Take
) -> None:
    path = f"{API}/recordings/{take.id}"
    problem(operator.call("GET", f"{path}/thumbnail"), "not_ready")
    picture = b"\xff\xd8\xff one picture \xff\xd9"
    sent = device.client.call(
        "PUT",
        f"{path}/previews/0",
        data=picture,
        headers={"Content-Digest": digest_header(picture)},
    )
    assert sent.status_code == 201

    shown = operator.call("GET", f"{path}/thumbnail")

    assert (shown.content, shown.headers["Content-Type"]) == (picture, "image/jpeg")


def test_a_film_is_taken_along_as_a_file(running: Running, operator: Client, take: Take) -> None:
    path = f"{API}/recordings/{take.id}/download"
    problem(operator.call("GET", path), "not_ready")
    film = running.receiver.data.recording(take.session_id, take.id).assembled
    film.write_bytes(bytes(range(100)))

    whole = operator.call("GET", path)
    piece = operator.call("GET", path, headers={"Range": "bytes=10-19"})

    said = parse_options_header(whole.headers["Content-Disposition"])
    assert said == ("attachment", {"filename": f"{take.id}.mp4"})
    assert (piece.status_code, piece.content) == (206, bytes(range(10, 20)))
    outside = operator.call("GET", path, headers={"Range": "bytes=100-"})
    problem(outside, "range_unsatisfiable")


def test_what_people_did_stands_in_the_audit_log(
    running: Running, operator: Client, take: Take
) -> None:
    film = running.receiver.data.recording(take.session_id, take.id).assembled
    film.write_bytes(b"film")
    cancelled = cancel(operator, "assemble")["job"]
    post(operator, f"/jobs/{cancelled}/retry")
    post(operator, f"/recordings/{take.id}/process")
    operator.call("GET", f"{API}/recordings/{take.id}/download")

    asked = f"{API}/audit?actor=operator:the%20operator"
    entries = running.user(Role.ADMIN).get(asked)["entries"]

    assert [(each["action"], each["subject"]) for each in reversed(entries)] == [
        ("job.cancelled", f"job:{cancelled}"),
        ("job.retried", f"job:{cancelled}"),
        ("recording.processed", f"recording:{take.id}"),
        ("recording.downloaded", f"recording:{take.id}"),
    ]

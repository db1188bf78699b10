"""The receiver killed at each of its crash points: nothing is lost, nothing is doubled."""

import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import requests
from nacl.signing import SigningKey

from holdfast import crash
from holdfast.clock import SystemClock
from holdfast.jsonform import Json
from holdfast.protocol import (
    encode_key,
    manifest_path,
    recording_path,
    segment_path,
    session_path,
)
from holdfast.receiver_layout import ReceiverData
from server.auth.policy import Role
from server.domain.devices import Applicant
from server.receiver import open_receiver
from tests.support.left_over import with_words
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice
from tests.support.serving import Serving

PATIENCE_S = 60
WHOLE_CHUNKS = ((0, 29_999), (30_000, None))
IN_THE_SERVER = (
    "receiver.mid-chunk",
    "receiver.before-chunk-row",
    "receiver.before-created",
    "receiver.before-receipt",
    "receiver.before-stored-row",
)
IN_A_WITHDRAWAL = ("receiver.after-tombstone", "receiver.before-withdrawn-files")
IN_AN_IMPORT = ("receiver.before-import-row", "receiver.before-imported-row")
IN_THE_WORKER = ("receiver.mid-assembly", "receiver.before-assembled-rename")


def until_settled(client: Client, recording: str) -> Json:
    """The recording, once nothing works on it any more."""
    for _ in range(PATIENCE_S * 10):
        view = client.get(recording_path(recording))
        if view["state"] == "stored" and view["playable"]["job"] is None:
            return view
        time.sleep(0.1)
    raise AssertionError(f"nothing settled: {view}")


def send_everything(client: Client, take: Take) -> None:
    """As a device does it: announce, ask what is missing, send that, finalise."""
    client.announce(take)
    for number, piece in enumerate(take.pieces):
        answer = client.call("GET", segment_path(take.id, number))
        missing = answer.json()["missing"] if answer.ok else WHOLE_CHUNKS
        for first, last in missing:
            sent = client.put_chunk(take.id, number, piece.data, first, last)
            assert sent.status_code in (200, 201), sent.text
    assert client.call("PUT", manifest_path(take.id), json=take.manifest).status_code == 200


def with_url(device: EnrolledDevice, serving: Serving) -> Client:
    return Client(serving.url, device.client.token)


def check_complete(serving: Serving, client: Client, take: Take) -> None:
    view = until_settled(client, take.id)
    assert view["custody"] == {"received": True, "verified": True, "playable": True}, view
    folder = serving.data / "sessions" / take.session_id / take.id
    files = sorted((folder / "segments").iterdir())
    assert [path.read_bytes() for path in files] == [piece.data for piece in take.pieces]
    sizes = sum(path.stat().st_size for path in files)
    assert requests.get(f"{serving.url}/health", timeout=10).json()["stored_bytes"] == sizes
    assert list((serving.data / "incoming").iterdir()) == []
    assert sorted(path.name for path in folder.glob("recording*")) == ["recording.mp4"]


def prepared(folder: Path) -> tuple[EnrolledDevice, Take]:
    """A device that is enrolled with a receiver which does not run yet, and its recording."""
    receiver = open_receiver(ReceiverData(folder), SystemClock())
    key = SigningKey.generate()
    code = receiver.devices.add("kiosk").code
    new = receiver.enrolment.enrol(code, Applicant(None, encode_key(bytes(key.verify_key))))
    receiver.close()
    device = EnrolledDevice(new.device, Client("", new.token), key, receiver.identity.public_key)
    return device, make_take(device.id, [scene_part(90)]).signed(device.key)


def crashing(data: Path, tmp_path: Path, point: str) -> Serving:
    return Serving(data, {crash.ENVIRONMENT: point, crash.MARK: str(tmp_path / "passed")})


@pytest.mark.parametrize("point", IN_THE_SERVER)
def test_a_killed_server_goes_on_where_it_was(tmp_path: Path, point: str) -> None:
    device, take = prepared(tmp_path / "data")
    with crashing(tmp_path / "data", tmp_path, point) as doomed:
        with pytest.raises(requests.RequestException):
            send_everything(with_url(device, doomed), take)
        assert doomed.process.wait(PATIENCE_S) == -signal.SIGKILL

    with Serving(tmp_path / "data") as serving:
        client = with_url(device, serving)
        send_everything(client, take)
        check_complete(serving, client, take)


@pytest.mark.parametrize("point", IN_AN_IMPORT)
def test_a_tus_upload_goes_on_after_a_kill(tmp_path: Path, point: str) -> None:
    device, take = prepared(tmp_path / "data")
    file = take.pieces[0].data
    tus = {"Tus-Resumable": "1.0.0"}
    as_bytes = {**tus, "Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}
    with crashing(tmp_path / "data", tmp_path, point) as doomed:
        client = with_url(device, doomed)
        length = {**tus, "Upload-Length": str(len(file))}
        path = client.call("POST", "/api/v1/uploads", headers=length).headers["Location"]
        with pytest.raises(requests.RequestException):
            client.call("PATCH", path, headers=as_bytes, data=file)
        assert doomed.process.wait(PATIENCE_S) == -signal.SIGKILL

    with Serving(tmp_path / "data") as serving:
        client = with_url(device, serving)
        here = client.call("HEAD", path, headers=tus).headers
        if point == "receiver.before-import-row":
            assert here["Upload-Offset"] == "0"
            sent = client.call("PATCH", path, headers=as_bytes, data=file)
            assert sent.status_code == 204
        recording = client.call("HEAD", path, headers=tus).headers["Holdfast-Recording"]
        view = until_settled(client, recording)
        assert view["custody"] == {"received": True, "verified": True, "playable": True}, view
        (stored,) = (tmp_path / "data" / "sessions").glob("*/*/segments/*")
        assert stored.read_bytes() == file
        assert list((tmp_path / "data" / "incoming").iterdir()) == []


@pytest.mark.parametrize("point", IN_THE_WORKER)
def test_a_killed_job_is_done_again_while_the_server_goes_on(tmp_path: Path, point: str) -> None:
    device, take = prepared(tmp_path / "data")
    with crashing(tmp_path / "data", tmp_path, point) as serving:
        client = with_url(device, serving)
        send_everything(client, take)

        check_complete(serving, client, take)

        (job,) = [
            each
            for each in serving.user().get("/api/v1/jobs")["jobs"]
            if each["kind"] == "assemble"
        ]
        assert (job["state"], job["attempts"]) == ("succeeded", 2)


@pytest.mark.parametrize("point", IN_A_WITHDRAWAL)
def test_a_withdrawal_that_is_cut_short_is_done_before_anybody_is_answered(
    tmp_path: Path, point: str
) -> None:
    device, take = prepared(tmp_path / "data")
    with crashing(tmp_path / "data", tmp_path, point) as doomed:
        send_everything(with_url(device, doomed), take)
        with pytest.raises(requests.RequestException):
            doomed.user(Role.ADMIN).call("DELETE", session_path(take.session_id))
        assert doomed.process.wait(PATIENCE_S) == -signal.SIGKILL

    with Serving(tmp_path / "data") as serving:
        client = with_url(device, serving)
        assert client.call("GET", recording_path(take.id)).status_code == 410
        left = with_words(tmp_path / "data", take.id, "P-017")
        stays = {"tombstones.jsonl", "audit.jsonl"}
        assert {each for each in left if not each.startswith("holdfast.db")} <= stays


def test_what_is_withdrawn_while_a_job_works_on_it_is_gone(tmp_path: Path) -> None:
    """Again and again, so that the job is in another place of its work each time."""
    device, first = prepared(tmp_path / "data")
    takes = [first, *(make_take(device.id, [scene_part(90)]).signed(device.key) for _ in range(3))]
    with Serving(tmp_path / "data") as serving:
        client, admin = with_url(device, serving), serving.user(Role.ADMIN)
        for steps, take in enumerate(takes, start=1):
            send_everything(client, take)
            while steps_of(client, take) < steps:
                time.sleep(0.01)
            assert admin.call("DELETE", session_path(take.session_id)).status_code == 202
        until(lambda: not with_words(tmp_path / "data" / "sessions", *(each.id for each in takes)))
        # Nothing of it stops the work on the next one.
        last = make_take(device.id, [scene_part(90)]).signed(device.key)
        send_everything(client, last)
        check_complete(serving, client, last)
        assert [each.name for each in (tmp_path / "data" / "sessions").iterdir()] == [
            last.session_id
        ]


def steps_of(client: Client, take: Take) -> int:
    """How far the jobs are: 0 before the first begins, 1 in it, up to 4 when both have ended."""
    job = client.get(recording_path(take.id))["playable"]["job"]
    if job is None:
        return 4
    return 2 * ("assemble", "probe").index(job["kind"]) + int(job["state"] == "running")


def until(condition: Callable[[], bool]) -> None:
    for _ in range(PATIENCE_S * 100):
        if condition():
            return
        time.sleep(0.01)
    raise AssertionError("it did not come to that")


def test_every_crash_point_of_the_receiver_is_tried() -> None:
    ours = {point for point in crash.POINTS if point.startswith("receiver.")}

    assert ours == {*IN_THE_SERVER, *IN_THE_WORKER, *IN_A_WITHDRAWAL, *IN_AN_IMPORT}


def test_acknowledged_chunks_survive_a_kill(tmp_path: Path) -> None:
    device, take = prepared(tmp_path / "data")
    whole = take.pieces[0].data
    with Serving(tmp_path / "data") as serving:
        client = with_url(device, serving)
        client.announce(take)
        acknowledged = client.put_chunk(take.id, 0, whole, 10_000, 19_999).json()
        serving.kill()

    with Serving(tmp_path / "data") as again:
        assert with_url(device, again).get(segment_path(take.id, 0)) == acknowledged


def test_kills_at_any_moment_end_in_one_identical_recording(tmp_path: Path) -> None:
    device, take = prepared(tmp_path / "data")
    receipts: set[bytes] = set()
    for delay_s in (0.02, 0.1, 0.2, 0.4):
        with Serving(tmp_path / "data") as serving:
            killer = threading.Timer(delay_s, serving.process.kill)
            killer.start()
            _send_while_it_lives(with_url(device, serving), take)
            killer.join()

    with Serving(tmp_path / "data") as serving:
        client = with_url(device, serving)
        for _ in range(2):
            send_everything(client, take)
            receipts.add(client.call("GET", f"{recording_path(take.id)}/receipt").content)
        check_complete(serving, client, take)
    assert len(receipts) == 1


def _send_while_it_lives(client: Client, take: Take) -> None:
    try:
        send_everything(client, take)
    except requests.RequestException:
        # The server was killed in the middle of this, as it was meant to be.
        return

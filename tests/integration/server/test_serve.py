"""`holdfast serve` as a process: its one line, its lock, its end, its worker."""

import hashlib
import os
import resource
import signal
import subprocess
import time
from pathlib import Path

import psutil
import requests

from holdfast.protocol import segment_path
from tests.integration.server.test_crashes import until_settled
from tests.support.chain import wait_for
from tests.support.received import Piece, Take, make_take, scene_part
from tests.support.receiver_client import Client, digest_header
from tests.support.serving import COMMAND, STOP_TIMEOUT_S, Serving, admin

PATIENCE_S = 30


def worker_of(serving: Serving, other_than: int | None = None) -> psutil.Process:
    """The worker process: the one child of `serve` that is a spawned Python."""
    for _ in range(PATIENCE_S * 10):
        for child in psutil.Process(serving.process.pid).children():
            command = " ".join(child.cmdline())
            if "spawn_main" in command and child.pid != other_than:
                return child
        time.sleep(0.1)
    raise AssertionError("there is no worker")


def is_said_to_work(serving: Serving) -> bool:
    said = requests.get(f"{serving.url}/ready", timeout=PATIENCE_S).json()
    return bool(said["worker"] == "here")


def is_gone(process: psutil.Process) -> bool:
    for _ in range(PATIENCE_S * 10):
        if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.1)
    return False


def test_it_says_one_line_and_ends_when_told(tmp_path: Path) -> None:
    serving = Serving(tmp_path / "data")
    worker = worker_of(serving)
    port = serving.url.rpartition(":")[2]
    wait_for(lambda: is_said_to_work(serving), "the worker says that it is there")

    assert serving.line == f"Holdfast receiver on {serving.url} (data in {tmp_path / 'data'})\n"
    assert int(port) > 0
    started = time.monotonic()  # the promise is about real seconds
    serving.process.send_signal(signal.SIGTERM)
    rest, _ = serving.process.communicate(timeout=STOP_TIMEOUT_S)
    assert time.monotonic() - started < 5
    assert (serving.process.returncode, rest) == (0, "")
    assert is_gone(worker)


def test_ctrl_c_ends_it_too(tmp_path: Path) -> None:
    serving = Serving(tmp_path / "data")
    worker = worker_of(serving)

    serving.process.send_signal(signal.SIGINT)

    assert serving.stop() == 0
    assert is_gone(worker)


def test_the_worker_does_not_outlive_a_killed_server(tmp_path: Path) -> None:
    with Serving(tmp_path / "data") as serving:
        worker = worker_of(serving)

        serving.kill()

        assert is_gone(worker)


def test_a_second_server_on_the_same_data_is_refused(tmp_path: Path) -> None:
    with Serving(tmp_path / "data") as serving:
        second = subprocess.run(
            [*COMMAND, "serve", "--data", str(serving.data), "--port", "0"],
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )

    assert (second.returncode, second.stdout) == (1, "")
    assert second.stderr.startswith("Another receiver already serves")
    assert second.stderr.count("\n") == 1


def test_a_port_that_is_taken_is_a_sentence(tmp_path: Path) -> None:
    with Serving(tmp_path / "data") as serving:
        port = serving.url.rpartition(":")[2]
        second = subprocess.run(
            [*COMMAND, "serve", "--data", str(tmp_path / "other"), "--port", port],
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )

    assert second.returncode == 1
    assert second.stderr.startswith(f"Another program uses port {port}")
    assert "Traceback" not in second.stderr


def test_administration_works_before_the_first_start_and_during_it(tmp_path: Path) -> None:
    data = tmp_path / "data"
    early = admin(data, "user", "add", "ann", "--role", "viewer", "--token")
    with Serving(data) as serving:
        device = serving.enrolled()
        (listed,) = admin(data, "device", "list")["devices"]

        assert early["user"] == "ann"
        assert (listed["device"], listed["name"], listed["signs"]) == (device.id, "kiosk", True)
        assert admin(data, "device", "revoke", "kiosk") == {"revoked": [device.id]}
        assert device.client.call("GET", "/api/v1/receiver").status_code == 401


def test_a_killed_worker_is_replaced_and_its_job_done_once(tmp_path: Path) -> None:
    with Serving(tmp_path / "data") as serving:
        device = serving.enrolled()
        take = make_take(device.id, [scene_part(300)]).signed(device.key)
        worker = worker_of(serving)
        device.client.send(take)
        user = serving.user()
        for _ in range(PATIENCE_S * 20):
            jobs = user.get("/api/v1/jobs")["jobs"]
            if any(job["state"] == "running" for job in jobs):
                break
            time.sleep(0.01)
        worker.kill()

        view = until_settled(device.client, take.id)

        assert view["custody"]["playable"] is True
        assert worker_of(serving).pid != worker.pid
        jobs = user.get("/api/v1/jobs")["jobs"]
        assert all(job["state"] == "succeeded" and job["attempts"] <= 2 for job in jobs)


def test_one_bad_recording_does_not_stop_the_rest(tmp_path: Path) -> None:
    with Serving(tmp_path / "data") as serving:
        device = serving.enrolled()
        bad = make_take(device.id, [scene_part(90)])
        rubbish = [b"x" * 5000, b"y" * 5000]
        bad = with_bytes(bad, rubbish).signed(device.key)
        good = make_take(device.id, [scene_part(90)]).signed(device.key)
        device.client.send(bad)
        device.client.send(good)

        failed = until_settled(device.client, bad.id)
        fine = until_settled(device.client, good.id)

    assert fine["custody"]["playable"] is True
    assert failed["custody"] == {"received": True, "verified": True, "playable": False}
    assert "damaged" in failed["playable"]["reason"]


def with_bytes(take: Take, datas: list[bytes]) -> Take:
    """The same recording with other bytes in its segments."""
    pieces = [
        Piece(
            data,
            {
                **piece.entry,
                "size_bytes": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
            },
        )
        for piece, data in zip(take.pieces, datas, strict=True)
    ]
    manifest = {**take.manifest, "segments": [piece.entry for piece in pieces]}
    return Take(take.session, take.announcement, tuple(pieces), manifest)


def test_a_full_disk_refuses_a_chunk_and_keeps_the_others(tmp_path: Path) -> None:
    # The largest file that the receiver may write stands for the end of the disk.
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, resource.RLIM_INFINITY))

    with Serving(tmp_path / "data") as serving:
        device = serving.enrolled()
    whole = os.urandom(3_000_000)
    take = make_take(device.id, [])
    path = segment_path(take.id, 0)
    with Serving(tmp_path / "data", before=limit) as serving:
        client = Client(serving.url, device.client.token)
        client.announce(take)
        assert client.put_chunk(take.id, 0, whole, 0, 999_999).status_code == 200

        refused = client.put_chunk(take.id, 0, whole, 1_000_000, 1_999_999)
        alone = client.call(
            "PUT",
            segment_path(take.id, 1),
            data=whole[:2_000_000],
            headers={
                "Content-Digest": digest_header(whole[:2_000_000]),
                "Repr-Digest": digest_header(whole[:2_000_000]),
            },
        )

        assert (refused.status_code, refused.json()["code"]) == (507, "storage_full")
        assert int(refused.headers["Retry-After"]) > 0
        assert alone.status_code == 507
        assert client.get(path)["missing"] == [[1_000_000, 2_999_999]]
        assert [each.name for each in (serving.data / "incoming").iterdir()] == [f"{take.id}.0"]

    with Serving(tmp_path / "data") as serving:
        client = Client(serving.url, device.client.token)
        assert client.put_chunk(take.id, 0, whole, 1_000_000, 2_999_999).status_code == 201
    (kept,) = (tmp_path / "data").glob("sessions/*/*/segments/000000.mp4")
    assert kept.read_bytes() == whole

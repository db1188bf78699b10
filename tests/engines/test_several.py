"""Two receivers and three workers on Postgres, a bucket and Redis are one receiver to a device."""

import hashlib
import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from holdfast.protocol import (
    discard_path,
    manifest_path,
    recording_path,
    segment_path,
)
from server.auth.policy import Role
from server.engines import Engines
from tests.integration.server.test_crashes import until_settled
from tests.support.engine_servers import KEYS
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice
from tests.support.serving import COMMAND, Serving

PATIENCE_S = 60
CHUNK_BYTES = 20_000


@dataclass(frozen=True, slots=True)
class Both:
    """Two receivers that share their engines, and have a folder each."""

    receivers: tuple[Serving, Serving]

    def clients(self, token: str) -> tuple[Client, Client]:
        one, two = self.receivers
        return Client(one.url, token), Client(two.url, token)

    def enrolled(self) -> EnrolledDevice:
        return self.receivers[0].enrolled()

    def viewer(self) -> tuple[Client, Client]:
        return self.clients(self.receivers[1].user(Role.OPERATOR).token)


@pytest.fixture
def environment(engines: Engines) -> dict[str, str]:
    return {
        "DATABASE_URL": engines.database_url,
        "BLOB_URL": engines.blob_url,
        "QUEUE_URL": engines.queue_url,
        **KEYS,
    }


@pytest.fixture
def both(tmp_path: Path, environment: dict[str, str]) -> Iterator[Both]:
    with ExitStack() as stack:
        one, two = (
            stack.enter_context(Serving(tmp_path / name, environment, words=("--workers", "0")))
            for name in ("one", "two")
        )
        yield Both((one, two))


@contextmanager
def workers(folder: Path, environment: dict[str, str], many: int) -> Iterator[None]:
    """That many worker processes, as on machines of their own."""
    started = []
    try:
        for number in range(many):
            data = str(folder / f"worker{number}")
            process = subprocess.Popen(
                [*COMMAND, "serve", "--worker", "--data", data],
                stdout=subprocess.PIPE,
                text=True,
                env={**os.environ, **environment, "PYTHONUNBUFFERED": "1"},
            )
            started.append(process)
        for process in started:
            assert process.stdout is not None
            assert process.stdout.readline().startswith("Holdfast is preparing videos")
        yield
    finally:
        for process in started:
            process.send_signal(signal.SIGTERM)
        for process in started:
            assert process.wait(PATIENCE_S) == 0
            assert process.stdout is not None
            process.stdout.close()


def chunks(data: bytes) -> list[tuple[int, int]]:
    return [
        (first, min(first + CHUNK_BYTES, len(data)) - 1)
        for first in range(0, len(data), CHUNK_BYTES)
    ]


def send_by_turns(take: Take, clients: tuple[Client, Client]) -> None:
    """Every chunk to the other receiver than the one before it."""
    turn = 0
    clients[0].announce(take)
    for number, piece in enumerate(take.pieces):
        answers = []
        for first, last in chunks(piece.data):
            turn += 1
            sent = clients[turn % 2].put_chunk(take.id, number, piece.data, first, last)
            answers.append(sent.status_code)
        assert answers == [200] * (len(answers) - 1) + [201]


def played(client: Client, take: Take) -> bytes:
    answer = client.call("GET", f"{recording_path(take.id)}/video")
    assert answer.status_code == 200, answer.text
    return answer.content


def test_one_upload_whose_chunks_alternate_between_receivers(
    both: Both, tmp_path: Path, environment: dict[str, str]
) -> None:
    device = both.enrolled()
    takes = [make_take(device.id, [scene_part(90)]).signed(device.key) for _ in range(3)]
    clients = both.clients(device.client.token)

    with workers(tmp_path, environment, 3):
        for take in takes:
            send_by_turns(take, clients)
            receipt = clients[0].finalise(take)
            assert clients[1].finalise(take) == receipt
            assert [each["sha256"] for each in receipt["segments"]] == [
                each.sha256 for each in take.pieces
            ]
        readers = both.viewer()
        for take in takes:
            view = until_settled(readers[1], take.id)
            assert view["custody"] == {"received": True, "verified": True, "playable": True}, view

    jobs = readers[0].get("/api/v1/jobs")["jobs"]
    assert {(each["state"], each["attempts"]) for each in jobs} == {("succeeded", 1)}
    assert len(jobs) == 6
    for take in takes:
        film = played(readers[0], take)
        assert film == played(readers[1], take)
        part = readers[1].call(
            "GET", f"{recording_path(take.id)}/video", headers={"Range": "bytes=100-299"}
        )
        assert (part.status_code, part.content) == (206, film[100:300])
    # Nothing of it lies with a receiver: any of them may be thrown away.
    for serving in both.receivers:
        assert not list((serving.data / "sessions").iterdir())
        assert not list((serving.data / "incoming").iterdir())


def test_both_receivers_at_once_store_a_segment_once(both: Both) -> None:
    device = both.enrolled()
    take = make_take(device.id, [scene_part(90)]).signed(device.key)
    clients = both.clients(device.client.token)
    clients[0].announce(take)
    failures: list[str] = []

    def send(client: Client, backwards: bool) -> None:
        own = Client(client.url, client.token, requests.Session())
        for number, piece in enumerate(take.pieces):
            order = chunks(piece.data)
            for first, last in reversed(order) if backwards else order:
                sent = own.put_chunk(take.id, number, piece.data, first, last)
                if sent.status_code not in (200, 201):
                    failures.append(sent.text)

    senders = [
        threading.Thread(target=send, args=(client, backwards))
        for client, backwards in zip(clients, (False, True), strict=True)
    ]
    for each in senders:
        each.start()
    for each in senders:
        each.join()

    assert failures == []
    receipts: list[object] = []
    enders = [
        threading.Thread(target=lambda own=client: receipts.append(own.finalise(take)))
        for client in clients
    ]
    for each in enders:
        each.start()
    for each in enders:
        each.join()
    assert len(receipts) == 2
    assert receipts[0] == receipts[1]


def test_a_killed_receivers_upload_goes_on_at_the_other(both: Both) -> None:
    device = both.enrolled()
    take = make_take(device.id, [scene_part(90)]).signed(device.key)
    one, two = both.clients(device.client.token)
    one.announce(take)
    data = take.pieces[0].data
    spans = chunks(data)
    assert len(spans) > 2
    for first, last in spans[:-1]:
        assert one.put_chunk(take.id, 0, data, first, last).status_code == 200

    both.receivers[0].kill()

    state = two.get(segment_path(take.id, 0))
    assert state["missing"] == [list(spans[-1])]
    assert two.put_chunk(take.id, 0, data, *spans[-1]).status_code == 201
    for number, piece in enumerate(take.pieces[1:], start=1):
        assert two.put_chunk(take.id, number, piece.data).status_code == 201
    assert two.finalise(take)["segments"][0]["sha256"] == hashlib.sha256(data).hexdigest()


def test_bytes_that_do_not_match_are_dropped_everywhere(both: Both) -> None:
    """What one receiver had already seen of a segment must not outlive its end at the other."""
    device = both.enrolled()
    take = make_take(device.id, [scene_part(90)]).signed(device.key)
    one, two = both.clients(device.client.token)
    one.announce(take)
    right = take.pieces[0].data
    half = len(right) // 2
    wrong = right[:half] + bytes(len(right) - half)

    def put(client: Client, data: bytes, first: int, last: int) -> int:
        path = segment_path(take.id, 0)
        from tests.support.receiver_client import digest_header

        part = data[first : last + 1]
        headers = {
            "Content-Digest": digest_header(part),
            "Repr-Digest": digest_header(right),
            "Content-Range": f"bytes {first}-{last}/{len(right)}",
        }
        return client.call("PUT", path, data=part, headers=headers).status_code

    assert put(one, wrong, 0, half - 1) == 200
    assert put(two, wrong, half, len(right) - 1) == 422
    assert put(two, wrong[half:] + right, 0, half - 1) in (200, 422)
    assert put(one, right, half, len(right) - 1) == 422
    assert put(two, right, 0, half - 1) == 200
    assert put(one, right, half, len(right) - 1) == 201


def test_what_is_discarded_at_one_is_gone_at_the_other(both: Both) -> None:
    device = both.enrolled()
    take = make_take(device.id, [scene_part(90)]).signed(device.key)
    one, two = both.clients(device.client.token)
    one.announce(take)
    one.put_chunk(take.id, 0, take.pieces[0].data, 0, 999)

    assert two.call("POST", discard_path(take.id)).status_code in (200, 202)

    answer = one.put_chunk(take.id, 0, take.pieces[0].data, 1000)
    assert (answer.status_code, answer.json()["code"]) == (410, "withdrawn")
    assert one.call("PUT", manifest_path(take.id), json=take.manifest).status_code == 410


def test_an_empty_database_is_filled_from_the_bucket(
    both: Both, tmp_path: Path, environment: dict[str, str], postgres_server: str
) -> None:
    from tests.support.engine_servers import make_database

    device = both.enrolled()
    take = make_take(device.id, [scene_part(90)]).signed(device.key)
    send_by_turns(take, both.clients(device.client.token))
    receipt = both.clients(device.client.token)[0].finalise(take)
    lost = {**environment, "DATABASE_URL": make_database(postgres_server, f"again{os.getpid()}")}

    with Serving(tmp_path / "again", lost, words=("--workers", "0")) as again:
        client = Client(again.url, device.client.token)
        assert client.get(f"{recording_path(take.id)}/receipt") == receipt
        assert client.finalise(take) == receipt

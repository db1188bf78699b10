"""What strangers can make the receiver keep: connections, bodies, threads. Over raw sockets."""

import os
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

import pytest
import requests
from waitress.adjustments import Adjustments

from holdfast.protocol import segment_path, session_path
from server import arriving
from server.arriving import Arriving, Limits
from server.auth.policy import Role
from server.settings import Settings
from tests.support.raw_wire import RawWire, head
from tests.support.received import make_take
from tests.support.receiver_client import EnrolledDevice, digest_header
from tests.unit.server.conftest import Running

MIB = 1 << 20
HEALTH = head("GET", "/health")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        data_folder=tmp_path / "data",
        port=0,
        threads=1,
        body_most_bytes=48 * MIB,
        stranger_most_bytes=1000,
        arriving_most_bytes=64 * MIB,
    )


def a_moment(running: Running, seconds: float = 0.0) -> None:
    """Let the server take what came, and then so much time go by."""
    assert requests.get(f"{running.url}/health", timeout=30).ok
    running.clock.advance(seconds)
    assert requests.get(f"{running.url}/health", timeout=30).ok


def segment_head(device: EnrolledDevice, path: str, data: bytes, *more: str) -> bytes:
    return head(
        "PUT",
        path,
        f"Authorization: Bearer {device.client.token}",
        f"Content-Digest: {digest_header(data)}",
        f"Repr-Digest: {digest_header(data)}",
        f"Content-Length: {len(data)}",
        *more,
    )


TWO_READINGS = (
    head("POST", "/health", "Content-Length: 4", "Transfer-Encoding: chunked"),
    head("POST", "/health", "Transfer-Encoding: chunked", "Content-Length: 4"),
    head("POST", "/health", "Content-Length: 4", "Content-Length: 4"),
    head("POST", "/health", "Transfer-Encoding: chunked", "transfer-encoding: chunked"),
    head("POST", "/health", "Transfer-Encoding: chunked").replace(b"/1.1", b"/1.0"),
    head("POST", "/health", "Transfer-Encoding: gzip, chunked"),
    head("POST", "/health", "X-Long: one", " Content-Length: 4"),
    head("POST", "/health", "Content-Length: +4"),
    head("POST", "/health", "Content-Length : 4"),
)


def test_a_head_that_can_be_read_in_two_ways_is_refused_and_ends_the_connection(
    running: Running,
) -> None:
    for sent in TWO_READINGS:
        with RawWire(running.url) as wire:
            wire.send(sent + b"0\r\n\r\n" + HEALTH)
            said = wire.read_all()

        assert said.startswith((b"HTTP/1.1 400", b"HTTP/1.0 400", b"HTTP/1.1 501")), sent
        assert b"Nothing was stored" in said, sent
        assert said.count(b"\r\n\r\n") == 1, sent


def test_a_head_without_end_is_refused(running: Running) -> None:
    with RawWire(running.url) as wire:
        wire.send(b"GET /health HTTP/1.1\r\nX-Long: " + b"x" * (1 << 19))

        assert b" 431 " in wire.read_until(b"}")


def test_a_stranger_sends_little(running: Running) -> None:
    path = "/api/v1/devices/enrol"
    for sent in (
        head("POST", path, "Content-Length: 1001"),
        head("POST", path, "Content-Length: 1001", "Expect: 100-continue"),
        head("POST", path, "Transfer-Encoding: chunked") + b"7d0\r\n" + b"x" * 2000,
    ):
        with RawWire(running.url) as wire:
            wire.send(sent)
            said = wire.read_all()

        assert said.startswith(b"HTTP/1.1 413 "), sent[:200]
        assert b'"limit":1000' in said


def test_no_more_arrives_at_once_than_there_is_room_for(
    running: Running, device: EnrolledDevice
) -> None:
    with RawWire(running.url) as first, RawWire(running.url) as second:
        first.send(segment_head(device, "/x", bytes(40 * MIB)) + b"x")
        a_moment(running)
        second.send(segment_head(device, "/x", bytes(30 * MIB)))
        said = second.read_all()
        first.close()
        a_moment(running)

    assert said.startswith(b"HTTP/1.1 503 ")
    assert b"Retry-After: " in said
    with RawWire(running.url) as third:
        third.send(segment_head(device, "/x", bytes(30 * MIB)) + bytes(30 * MIB))
        assert b" 404 " in third.read_until(b"}")


def test_nobody_is_waited_for_without_end(running: Running) -> None:
    put = head("PUT", session_path("x"), "Content-Length: 100")
    with ExitStack() as waited_for:
        wires = [waited_for.enter_context(RawWire(running.url)) for _ in range(6)]
        for wire, begun in zip(
            wires, (b"", b"\r\n", HEALTH[:9], put, put + b"x" * 99, HEALTH), strict=True
        ):
            wire.send(begun)
        assert wires[-1].read_until(b"}").startswith(b"HTTP/1.1 200")
        a_moment(running, 301)
        assert [wire.is_ended() for wire in wires] == [True] * 6


def test_a_drip_is_ended_though_it_is_never_silent(
    running: Running, device: EnrolledDevice
) -> None:
    data = bytes(200_000)
    with RawWire(running.url) as wire:
        wire.send(segment_head(device, "/x", data))
        for _ in range(4):
            wire.send(b"x")
            a_moment(running, 10)

        assert wire.is_ended()


def test_who_is_slow_but_steady_is_waited_for(running: Running, device: EnrolledDevice) -> None:
    take = make_take(device.id, [])
    device.client.announce(take)
    data = os.urandom(300_000)
    with RawWire(running.url) as wire:
        wire.send(segment_head(device, f"/api/v1/recordings/{take.id}/segments/0", data))
        for first in range(0, len(data), 50_000):
            wire.send(data[first : first + 50_000])
            a_moment(running, 40)

        assert wire.read_until(b"}").startswith(b"HTTP/1.1 201")


def test_a_connection_that_is_used_stays(running: Running) -> None:
    with RawWire(running.url) as wire:
        for _ in range(4):
            wire.send(HEALTH)
            assert wire.read_until(b"}").startswith(b"HTTP/1.1 200")
            a_moment(running, 200)


def test_a_thousand_that_hang_are_in_nobodys_way(running: Running, device: EnrolledDevice) -> None:
    take = make_take(device.id, [])
    device.client.announce(take)
    with ExitStack() as hanging:
        for number in range(1050):
            wire = hanging.enter_context(RawWire(running.url))
            wire.send(HEALTH[:-2] if number % 2 else segment_head(device, "/x", bytes(999)) + b"x")

        assert requests.get(f"{running.url}/health", timeout=30).ok
        assert device.client.put_chunk(take.id, 0, b"a segment").status_code == 201


def test_who_takes_nothing_of_a_film_holds_no_thread(
    running: Running, device: EnrolledDevice
) -> None:
    take = make_take(device.id, []).signed(device.key)
    device.client.announce(take)
    film = os.urandom(40 * MIB)
    assert device.client.put_chunk(take.id, 0, film).status_code == 201
    admin = running.user(Role.ADMIN)
    running.clock.advance(8 * 24 * 3600)
    path = f"/api/v1/recordings/{take.id}/segments/0/video"
    bearer = f"Authorization: Bearer {admin.token}"

    with RawWire(running.url) as player:
        player.send(head("GET", path, bearer, "Range: bytes=1000-"))
        assert player.read_some().startswith(b"HTTP/1.1 206 ")
        # There is one thread.
        assert requests.get(f"{running.url}/health", timeout=30).ok
        some = admin.call("GET", path, headers={"Range": "bytes=5000000-25000000"})

    assert some.headers["Content-Range"] == f"bytes 5000000-25000000/{len(film)}"
    assert some.content == film[5_000_000:25_000_001]


# Without a server ----------------------------------------------------------------------------


class Quiet:
    """Nothing else arrives, on so many connections."""

    def __init__(self, connections: int = 1) -> None:
        self._connections = connections

    def connections(self) -> int:
        return self._connections

    def expected_bytes(self) -> int:
        return 0


def parser(folder: Path, connections: int) -> Arriving:
    limits = Limits(10 * MIB, 1000, 4 * MIB, 2 * MIB, 64 * MIB, folder)
    made = type("Parser", (Arriving,), {"limits": limits, "load": Quiet(connections)})
    return made(Adjustments())  # type: ignore[no-any-return]  # waitress has no types


@pytest.mark.parametrize(
    ("size_bytes", "connections", "is_file"),
    [
        (MIB, 1, False),
        (3 * MIB, 1, True),
        (MIB, 3, False),
        (MIB, 8, True),
        (100_000, 1000, True),
        (50_000, 1000, False),
    ],
)
def test_the_memory_for_bodies_is_shared(
    tmp_path: Path, size_bytes: int, connections: int, is_file: bool
) -> None:
    whole = os.urandom(size_bytes)
    request = parser(tmp_path, connections)
    request.received(head("PUT", "/x", "Authorization: x", f"Content-Length: {size_bytes}"))
    for first in range(0, size_bytes, 100_000):
        request.received(whole[first : first + 100_000])

    body = request.get_body_stream()
    try:
        assert request.completed
        assert request.error is None
        assert body.read() == whole
        # A file of the receiver's folder, and one that nobody else can find there.
        assert hasattr(body, "name") is is_file
        if is_file:
            assert os.fstat(body.fileno()).st_dev == tmp_path.stat().st_dev
            assert os.readlink(f"/proc/self/fd/{body.fileno()}").startswith(str(tmp_path))  # noqa: PTH115 - not a path
        assert list(tmp_path.iterdir()) == []
    finally:
        request.close()


def test_a_body_that_finds_no_room_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def on_full_disk(mode: str, **_: Any) -> IO[bytes]:
        # What really is on a full disk: this file refuses every write with ENOSPC.
        return open("/dev/full", mode, buffering=0)  # noqa: PTH123 - the parser closes it

    monkeypatch.setattr(arriving, "TemporaryFile", on_full_disk)
    request = parser(tmp_path, 1)
    request.received(head("PUT", "/x", "Authorization: x", f"Content-Length: {4 * MIB}"))
    for _ in range(4):
        request.received(bytes(MIB))

    assert request.completed
    assert request.error.code == 507


def test_how_fast_chunks_came_is_counted(running: Running, device: EnrolledDevice) -> None:
    take = make_take(device.id, [])
    device.client.announce(take)
    data = bytes(1000)
    with RawWire(running.url) as wire:
        wire.send(segment_head(device, segment_path(take.id, 0), data) + data[:500])
        a_moment(running, 2.0)
        wire.send(data[500:])
        assert b'"complete":true' in wire.read_until(b"}")
    device.client.put_chunk(take.id, 1, b"a chunk that came at once")

    counted = running.user(Role.ADMIN).get("/api/v1/statistics")["transfers"]

    assert (counted["chunks"], counted["bytes_per_s"]) == (2, 500.0)

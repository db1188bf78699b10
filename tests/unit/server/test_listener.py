"""What strangers can make the receiver keep: connections, bodies, threads. Over raw sockets."""

import os
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

import pytest
import requests
from waitress.adjustments import Adjustments
from waitress.channel import ClientDisconnected, HTTPChannel

from holdfast.protocol import segment_path, session_path
from server import arriving
from server.arriving import Arriving, Limits, Load
from server.auth.policy import Role
from server.held import Memory
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


@pytest.mark.parametrize("address", ["http://[", "http://[::1"])
def test_an_address_that_is_none_is_the_senders_fault(
    running: Running, caplog: pytest.LogCaptureFixture, address: str
) -> None:
    with RawWire(running.url) as wire:
        wire.send(head("GET", address))
        said = wire.read_all()

    assert said.startswith(b"HTTP/1.1 400"), said
    assert caplog.records == []


def test_a_head_without_end_is_refused(running: Running) -> None:
    with RawWire(running.url) as wire:
        wire.send(b"GET /health HTTP/1.1\r\nX-Long: " + b"x" * (1 << 19))

        assert b" 431 " in wire.read_until(b"}")


def test_who_leaves_before_a_refusal_is_let_go(
    running: Running, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Also where nothing of the head could be read, not even for what it asked."""

    def gone(_channel: HTTPChannel, _data: object) -> int:
        raise ClientDisconnected

    with RawWire(running.url) as wire:
        monkeypatch.setattr(HTTPChannel, "write_soon", gone)
        wire.send(TWO_READINGS[0] + b"0\r\n\r\n")
        assert wire.is_ended()

    assert [each.getMessage() for each in caplog.records if each.levelname == "ERROR"] == []


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


def parser(folder: Path, memory: Memory) -> Arriving:
    limits = Limits(10 * MIB, 1000, 2 * MIB, folder)
    # Nothing else arrives.
    load = Load(64 * MIB, lambda: 0)
    made = type("Parser", (Arriving,), {"limits": limits, "load": load, "memory": memory})
    return made(Adjustments())  # type: ignore[no-any-return]  # waitress has no types


def begun(folder: Path, memory: Memory, size_bytes: int, how: str = "received") -> Arriving:
    """A request whose body has not come."""
    request = parser(folder, memory)
    length = "Transfer-Encoding: chunked" if how == "chunked" else f"Content-Length: {size_bytes}"
    request.received(head("PUT", "/x", "Authorization: x", length))
    return request


def bring(request: Arriving, whole: bytes, how: str) -> None:
    """Its body, as bytes that were received or into the room that it has."""
    for first in range(0, len(whole), 100_000):
        piece: bytes | memoryview = whole[first : first + 100_000]
        room = request.room() if how == "in place" else None
        if room is not None:
            room[: len(piece)] = piece
            piece = room[: len(piece)]
        if how == "chunked":
            piece = b"%x\r\n%s\r\n" % (len(piece), piece)
        request.received(piece)
    if how == "chunked":
        request.received(b"0\r\n\r\n")


def is_in_file(request: Arriving, folder: Path) -> bool:
    """Whether the body lies in a file: of the receiver's folder, and without a name there."""
    body = request.get_body_stream()
    if not hasattr(body, "name"):
        return False
    assert os.fstat(body.fileno()).st_dev == folder.stat().st_dev
    assert os.readlink(f"/proc/self/fd/{body.fileno()}").startswith(str(folder))  # noqa: PTH115 - not a path
    assert list(folder.iterdir()) == []
    return True


@pytest.mark.parametrize("how", ["received", "in place", "chunked"])
@pytest.mark.parametrize(
    ("size_bytes", "free_bytes", "is_file"),
    [
        (MIB, 4 * MIB, False),
        (2 * MIB, 2 * MIB, False),
        (2 * MIB + 1, 4 * MIB, True),
        (MIB, MIB - 1, True),
        (50_000, 100_000, False),
    ],
)
def test_a_body_is_in_memory_while_there_is_room(
    tmp_path: Path, size_bytes: int, free_bytes: int, is_file: bool, how: str
) -> None:
    whole = os.urandom(size_bytes)
    request = begun(tmp_path, Memory(free_bytes), size_bytes, how)
    bring(request, whole, how)

    try:
        assert request.completed
        assert request.error is None
        # Nobody knows beforehand how long a body in chunks will be.
        assert is_in_file(request, tmp_path) is (
            is_file or (how == "chunked" and size_bytes >= MIB)
        )
        assert request.get_body_stream().read() == whole
    finally:
        request.close()


@pytest.mark.parametrize("end", ["answered", "cut off"])
def test_the_memory_of_a_body_that_is_done_with_is_free_again(tmp_path: Path, end: str) -> None:
    memory = Memory(2 * MIB)
    first = begun(tmp_path, memory, 2 * MIB)
    bring(first, b"a" * MIB, "in place")
    assert begun(tmp_path, memory, 1).room() is None
    if end == "answered":
        bring(first, b"a" * MIB, "in place")
        first.get_body_stream().close()
        assert first.body_rcv.getbuf().memory == b""
        first.close()
    del first

    # What is taken again is not clear, and shows nothing of the body before.
    second = begun(tmp_path, memory, MIB)
    bring(second, b"b" * MIB, "in place")
    assert second.get_body_stream().read() == b"b" * MIB
    assert memory.hold(1) is None
    second.close()
    assert memory.hold(2 * MIB) is not None


def test_a_short_body_takes_no_large_room() -> None:
    memory = Memory(4 * MIB)
    long = memory.hold(2 * MIB)
    assert long is not None
    room = long.room().obj
    long.close()

    short, alike = memory.hold(10), memory.hold(2 * MIB - 1)
    assert short is not None
    assert alike is not None
    assert bytes(short.room().obj) == bytes(10)
    # The room itself counts, however much of it is used.
    assert alike.room().obj is room
    assert len(alike.room()) == 2 * MIB - 1
    assert memory.hold(2 * MIB - 9) is None
    assert memory.hold(2 * MIB - 10) is not None


def test_a_body_in_memory_is_a_file_like_any_other(tmp_path: Path) -> None:
    request = begun(tmp_path, Memory(MIB), 10)
    bring(request, b"0123456789", "in place")
    body = request.get_body_stream()

    assert body.read(4) == b"0123"
    assert body.tell() == 4
    assert body.seek(-3, os.SEEK_END) == 7
    assert body.read() == b"789"
    assert body.seek(-100, os.SEEK_CUR) == 0
    assert list(body) == [b"0123456789"]


def test_a_body_that_finds_no_room_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def on_full_disk(mode: str, **_: Any) -> IO[bytes]:
        # What really is on a full disk: this file refuses every write with ENOSPC.
        return open("/dev/full", mode, buffering=0)  # noqa: PTH123 - the parser closes it

    monkeypatch.setattr(arriving, "TemporaryFile", on_full_disk)
    request = parser(tmp_path, Memory(0))
    request.received(head("PUT", "/x", "Authorization: x", f"Content-Length: {4 * MIB}"))
    for _ in range(4):
        request.received(bytes(MIB))

    assert request.completed
    assert request.error.code == 507
    request.close()


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

"""Requests over real sockets: what is sent, what is believed, and how failures are told apart."""

import os
import random
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from holdfast.protocol import digest_field
from tests.support import troubled_proxy as trouble
from tests.support.troubled_proxy import Fault, TroubledProxy
from uploader.errors import Interrupted, Offline, Stopped, TransportError, Unreachable
from uploader.transport import Chunk, Transport, Window

RECORDING = "01a1fb8a-b410-7945-970f-03c5d525a059"


@pytest.fixture
def stop() -> threading.Event:
    return threading.Event()


@pytest.fixture
def server() -> Iterator[TroubledProxy]:
    # Nothing stands behind it: each test says what it answers.
    served = TroubledProxy("http://127.0.0.1:9").start()
    yield served
    served.stop()


@pytest.fixture
def transport(server: TroubledProxy, stop: threading.Event) -> Iterator[Transport]:
    with Transport(server.url, "token", stop, timeout_s=(2.0, 1.0)) as transport:
        yield transport


@pytest.fixture
def payload(tmp_path: Path) -> Iterator[tuple[int, bytes]]:
    data = random.Random(5).randbytes(3_000_000)
    path = tmp_path / "segment"
    path.write_bytes(data)
    descriptor = os.open(path, os.O_RDONLY)
    yield descriptor, data
    os.close(descriptor)


def closed_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def chunk(descriptor: int, first: int, last: int, whole_bytes: int = 3_000_000) -> Chunk:
    return Chunk(descriptor, first, last, "a" * 64, whole_bytes, "b" * 64)


class Echo:
    """Keeps what came, and answers in the receiver's name."""

    def __init__(self) -> None:
        self.headers: dict[str, str] = {}
        self.body = b""
        self.connections: set[object] = set()

    def __call__(self, handler: trouble._Handler) -> int:
        self.headers = dict(handler.headers.items())
        self.body = handler.body()
        self.connections.add(handler.client_address)
        return handler.answer(200, b'{"a": 1}', {"Holdfast-Protocol": "1"})


def test_a_stretch_of_a_file_arrives_with_both_digests(
    server: TroubledProxy, transport: Transport, payload: tuple[int, bytes]
) -> None:
    echo = Echo()
    server.always = Fault(echo)

    answer = transport.put_chunk(RECORDING, 3, chunk(payload[0], 1000, 2_000_999))

    assert answer.is_ok
    assert answer.body == {"a": 1}
    assert echo.body == payload[1][1000:2_001_000]
    assert echo.headers["Content-Range"] == "bytes 1000-2000999/3000000"
    assert echo.headers["Content-Digest"] == digest_field("a" * 64)
    assert echo.headers["Repr-Digest"] == digest_field("b" * 64)
    assert echo.headers["Content-Length"] == "2000000"
    assert "Transfer-Encoding" not in echo.headers
    assert "Expect" not in echo.headers


def test_a_whole_segment_needs_no_range(
    server: TroubledProxy, transport: Transport, payload: tuple[int, bytes]
) -> None:
    echo = Echo()
    server.always = Fault(echo)

    transport.put_chunk(RECORDING, 0, chunk(payload[0], 0, 2_999_999))

    assert "Content-Range" not in echo.headers
    assert echo.body == payload[1]


def test_the_connection_is_kept(server: TroubledProxy, transport: Transport) -> None:
    echo = Echo()
    server.always = Fault(echo)

    for _ in range(5):
        transport.get("/x")

    assert len(echo.connections) == 1


def test_each_thread_has_a_connection_of_its_own(
    server: TroubledProxy, transport: Transport
) -> None:
    echo = Echo()
    server.always = Fault(echo)
    transport.get("/x")
    other = threading.Thread(target=transport.get, args=("/x",))
    other.start()
    other.join()

    assert len(echo.connections) == 2


def test_netrc_does_not_replace_the_token(
    server: TroubledProxy,
    transport: Transport,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login eve password x\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    echo = Echo()
    server.always = Fault(echo)

    transport.get("/x")
    assert echo.headers["Authorization"] == "Bearer token"

    with Transport(server.url, None, threading.Event()) as anonymous:
        anonymous.get("/x")
    assert "Authorization" not in echo.headers


def test_proxies_of_the_environment_are_not_for_loopback(
    server: TroubledProxy, transport: Transport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{closed_port()}")
    server.always = Fault(Echo())

    assert transport.get("/x").is_ok


def test_a_redirect_is_not_followed(server: TroubledProxy, transport: Transport) -> None:
    server.always = trouble.answer(302, b"", {"Location": "/elsewhere"})

    assert transport.get("/x").status == 302
    assert [each.path for each in server.seen] == ["/x"]


def test_an_answer_without_our_header_is_nobodys(
    server: TroubledProxy, transport: Transport
) -> None:
    server.always = trouble.login_page()

    answer = transport.get("/x")

    assert (answer.status, answer.is_ours, answer.is_ok, answer.body) == (200, False, False, None)


@pytest.mark.parametrize("data", [b"[1]", b"{", b"\xff", b"", b"[" * 100_000])
def test_a_body_that_is_no_object_is_none(
    server: TroubledProxy, transport: Transport, data: bytes
) -> None:
    server.always = trouble.answer(200, data, {"Holdfast-Protocol": "1"})

    assert transport.get("/x").body is None


def test_nobody_listening_is_unreachable(stop: threading.Event) -> None:
    with Transport(f"http://127.0.0.1:{closed_port()}", "t", stop) as transport:
        with pytest.raises(Unreachable) as caught:
            transport.get("/x")
        assert not isinstance(caught.value, Interrupted)


def test_a_name_that_nobody_knows_is_offline(stop: threading.Event) -> None:
    with Transport("http://receiver.invalid", "t", stop) as transport, pytest.raises(Offline):
        transport.get("/x")


def test_a_cut_is_an_interruption(
    server: TroubledProxy, transport: Transport, payload: tuple[int, bytes]
) -> None:
    server.always = trouble.cut_after(100_000)

    with pytest.raises(Interrupted):
        transport.put_chunk(RECORDING, 0, chunk(payload[0], 0, 2_999_999))


def test_silence_is_noticed(
    server: TroubledProxy, transport: Transport, payload: tuple[int, bytes]
) -> None:
    server.always = trouble.stall()

    with pytest.raises(Unreachable) as caught:
        transport.put_chunk(RECORDING, 0, chunk(payload[0], 0, 99))
    assert not isinstance(caught.value, Interrupted)


def test_a_plain_port_does_not_pass_for_tls(server: TroubledProxy, stop: threading.Event) -> None:
    with (
        Transport(server.url.replace("http:", "https:"), "t", stop) as transport,
        pytest.raises(Unreachable, match="does not encrypt"),
    ):
        transport.get("/x")


def test_aborting_ends_a_wait_for_an_answer(
    server: TroubledProxy, stop: threading.Event, payload: tuple[int, bytes]
) -> None:
    server.always = trouble.stall()
    caught: list[TransportError] = []

    def send(transport: Transport) -> None:
        try:
            transport.put_chunk(RECORDING, 0, chunk(payload[0], 0, 99))
        except TransportError as error:
            caught.append(error)

    with Transport(server.url, "token", stop, timeout_s=(60.0, 60.0)) as transport:
        sender = threading.Thread(target=send, args=(transport,))
        sender.start()
        while sender.is_alive():
            transport.abort()
            sender.join(0.01)

    assert len(caught) == 1


def test_stopping_ends_a_body_that_is_being_sent(
    server: TroubledProxy,
    transport: Transport,
    stop: threading.Event,
    payload: tuple[int, bytes],
) -> None:
    server.always = Fault(Echo())
    stop.set()

    with pytest.raises(Stopped):
        transport.put_chunk(RECORDING, 0, chunk(payload[0], 0, 2_999_999))


def test_a_window_is_exactly_its_stretch(payload: tuple[int, bytes], stop: threading.Event) -> None:
    window = Window(payload[0], 10, 109, stop)

    assert len(window) == 100
    assert window.read(60) + window.read(60) + window.read(60) == payload[1][10:110]
    assert Window(payload[0], 0, 2_999_999, stop).read() == payload[1]


def test_a_file_that_shrinks_while_it_is_sent_ends_the_request(
    payload: tuple[int, bytes], stop: threading.Event
) -> None:
    window = Window(payload[0], 2_999_990, 3_000_009, stop)
    window.read(10)

    with pytest.raises(Interrupted, match="shorter"):
        window.read(10)

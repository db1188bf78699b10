"""Silence, movement and early answers on real sockets of the loopback."""

import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import troubled_proxy as trouble
from tests.support.troubled_proxy import Fault, TroubledProxy
from uploader.connections import _LOOKS, _Inactivity, unacknowledged_bytes
from uploader.errors import Interrupted, Unreachable
from uploader.transport import Chunk, Transport

RECORDING = "01a1fb8a-b410-7945-970f-03c5d525a059"
WHOLE_BYTES = 30_000_000


@pytest.fixture
def server() -> Iterator[TroubledProxy]:
    served = TroubledProxy("http://127.0.0.1:9").start()
    yield served
    served.stop()


@pytest.fixture
def descriptor(tmp_path: Path) -> Iterator[int]:
    path = tmp_path / "segment"
    with path.open("wb") as file:
        file.truncate(WHOLE_BYTES)
    opened = os.open(path, os.O_RDONLY)
    yield opened
    os.close(opened)


@pytest.fixture
def full_pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    """A sender whose connection takes nothing more, and the reader at its other end."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16 * 1024)
        listener.bind(("127.0.0.1", 0))
        listener.listen(1)
        with socket.create_connection(listener.getsockname()) as sender:
            reader, _ = listener.accept()
            with reader:
                _fill(sender)
                yield sender, reader


def _fill(sender: socket.socket) -> None:
    sender.settimeout(0.05)
    try:
        while True:
            sender.send(bytes(64 * 1024))
    except TimeoutError:
        return


def _take_until(sender: socket.socket, reader: socket.socket, left_bytes: int) -> None:
    while (unacknowledged_bytes(sender) or 0) >= left_bytes:
        reader.recv(256 * 1024)


def test_movement_seen_by_the_other_side_alone_is_no_stall(
    full_pair: tuple[socket.socket, socket.socket],
) -> None:
    sender, reader = full_pair
    moves: list[int] = []
    inactivity = _Inactivity(sender, 1.0, lambda: moves.append(1))
    for _ in range(3):
        left = unacknowledged_bytes(sender)
        assert left
        for _ in range(_LOOKS - 1):
            inactivity.look()
        _take_until(sender, reader, left)
        inactivity.look()
    for _ in range(_LOOKS - 1):
        inactivity.look()

    with pytest.raises(TimeoutError):
        inactivity.look()
    assert len(moves) == 3


def test_what_a_closed_connection_holds_is_not_known() -> None:
    with socket.socket() as closed:
        pass

    assert unacknowledged_bytes(closed) is None


def test_a_body_that_nobody_takes_is_a_stall(server: TroubledProxy, descriptor: int) -> None:
    server.always = Fault(lambda handler: handler.server.proxy.released.wait(60))  # type: ignore[attr-defined]  # the handler's way to the proxy

    with (
        Transport(server.url, "t", threading.Event(), stall_s=0.4) as transport,
        pytest.raises(Unreachable) as caught,
    ):
        transport.put_chunk(RECORDING, 0, _chunk(descriptor))

    assert not isinstance(caught.value, Interrupted)
    assert 0 < caught.value.sent_bytes < WHOLE_BYTES


def test_the_rest_of_a_body_that_was_refused_stays_here(
    server: TroubledProxy, descriptor: int
) -> None:
    answered = threading.Event()
    taken: list[int] = []
    connections: set[object] = set()

    def refuse(handler: trouble._Handler) -> int:
        connections.add(handler.client_address)
        status = handler.answer(413, b"{}", {"Holdfast-Protocol": "1"})
        answered.set()
        # Like a proxy that reads on, so that its answer is not lost in a reset.
        handler.body()
        handler.close_connection = True
        return status

    def take(wanted_bytes: int) -> int:
        taken.append(wanted_bytes)
        if len(taken) == 2:
            assert answered.wait(30)
        return wanted_bytes

    server.always = Fault(refuse, "*", "/")
    with Transport(server.url, "t", threading.Event(), take=take) as transport:
        assert transport.put_chunk(RECORDING, 0, _chunk(descriptor)).status == 413
        assert transport.get("/x").status == 413

    assert sum(taken) < WHOLE_BYTES
    # What is left of the body must not be taken for the next request.
    assert len(connections) == 2


def _chunk(descriptor: int) -> Chunk:
    return Chunk(descriptor, 0, WHOLE_BYTES - 1, "a" * 64, WHOLE_BYTES, "b" * 64)

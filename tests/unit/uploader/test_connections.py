"""Silence, movement and early answers on real sockets of the loopback."""

import json
import os
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.support import troubled_proxy as trouble
from tests.support.certificates import Authority
from tests.support.troubled_proxy import Fault, TroubledProxy
from uploader import connections
from uploader.connections import _LOOKS, _Inactivity, unacknowledged_bytes
from uploader.errors import Interrupted, Unreachable
from uploader.transport import Chunk, Take, Transport, at_once

RECORDING = "01a1fb8a-b410-7945-970f-03c5d525a059"
WHOLE_BYTES = 30_000_000
# Longer than what is read at once.
WORDS = json.dumps({"detail": "too large " * 5_000}).encode()


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


@pytest.fixture
def own_authority(tmp_path: Path) -> Authority:
    return Authority.found(tmp_path)


@pytest.fixture
def encrypted(own_authority: Authority) -> Iterator[TroubledProxy]:
    served = TroubledProxy("http://127.0.0.1:9", tls=own_authority.context("127.0.0.1")).start()
    yield served
    served.stop()


@pytest.fixture(params=["plain", "encrypted"])
def refusing(request: pytest.FixtureRequest) -> "Refusing":
    served = request.getfixturevalue("server" if request.param == "plain" else "encrypted")
    authority = request.getfixturevalue("own_authority")
    return Refusing(served, str(authority.file))


@dataclass
class Refusing:
    """A server that answers 413 at once, and what it saw."""

    server: TroubledProxy
    ca_file: str
    answered: threading.Event = field(default_factory=threading.Event)
    connections: set[object] = field(default_factory=set)

    def refuse(
        self, then: Callable[[trouble._Handler], object], once: threading.Event | None = None
    ) -> None:
        """Answer, once that has happened, and do with the rest of the request what `then` does."""

        def act(handler: trouble._Handler) -> int:
            if once is not None:
                assert once.wait(60)
            self.connections.add(handler.client_address)
            status = handler.answer(413, WORDS, {"Holdfast-Protocol": "1"})
            self.answered.set()
            then(handler)
            handler.close_connection = True
            return status

        self.server.always = Fault(act, "*", "/")

    def transport(self, take: Take = at_once, stall_s: float = 20.0) -> Transport:
        never = threading.Event()
        return Transport(self.server.url, "t", never, self.ca_file, take=take, stall_s=stall_s)


def test_the_rest_of_a_body_that_was_refused_stays_here(
    refusing: Refusing, descriptor: int
) -> None:
    taken: list[int] = []
    # Like a proxy that reads on, so that its answer is not lost in a reset.
    refusing.refuse(lambda handler: handler.body())

    def take(wanted_bytes: int) -> int:
        taken.append(wanted_bytes)
        if len(taken) == 2:
            assert refusing.answered.wait(30)
        return wanted_bytes

    with refusing.transport(take) as transport:
        answer = transport.put_chunk(RECORDING, 0, _chunk(descriptor))
        assert (answer.status, answer.body) == (413, json.loads(WORDS))
        assert transport.get("/x").status == 413

    assert sum(taken) < WHOLE_BYTES
    # What is left of the body must not be taken for the next request.
    assert len(refusing.connections) == 2


def test_whoever_answers_and_takes_no_more_is_no_stall(
    refusing: Refusing, descriptor: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer comes when no byte of the body moves any more."""
    stuck = threading.Event()

    class Watched(_Inactivity):
        def look(self) -> None:
            stuck.set()
            super().look()

    monkeypatch.setattr(connections, "_Inactivity", Watched)
    refusing.refuse(lambda handler: handler.server.proxy.released.wait(60), stuck)  # type: ignore[attr-defined]  # the handler's way to the proxy

    with refusing.transport(stall_s=4.0) as transport:
        answer = transport.put_chunk(RECORDING, 0, _chunk(descriptor))

    assert (answer.status, answer.body) == (413, json.loads(WORDS))


def test_what_tls_says_for_itself_is_no_answer(encrypted: TroubledProxy, tmp_path: Path) -> None:
    """Tickets come with the first bytes of every connection; the whole body leaves all the same."""
    taken: list[int] = []

    def take_in(handler: trouble._Handler) -> int:
        taken.append(len(handler.body()))
        return handler.answer(200, b"{}", {"Holdfast-Protocol": "1"})

    encrypted.always = Fault(take_in, "*", "/")
    data = tmp_path / "small"
    data.write_bytes(bytes(3_000_000))
    with (
        data.open("rb") as file,
        Transport(
            encrypted.url, "t", threading.Event(), str(tmp_path / "authority.pem")
        ) as transport,
    ):
        for _ in range(2):
            chunk = Chunk(file.fileno(), 0, 2_999_999, "a" * 64, 3_000_000, "b" * 64)
            assert transport.put_chunk(RECORDING, 0, chunk).status == 200

    assert taken == [3_000_000, 3_000_000]


def _chunk(descriptor: int) -> Chunk:
    return Chunk(descriptor, 0, WHOLE_BYTES - 1, "a" * 64, WHOLE_BYTES, "b" * 64)

"""The drill's line: bytes pass unchanged, a cut is felt at once, and it can be mended."""

import socket
import threading
from collections.abc import Iterator

import pytest

from desktop.drill.relay import Relay

LIMIT_S = 20.0


class Echo:
    """A receiver that says back what it hears."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(line,), daemon=True).start()

    def _answer(self, line: socket.socket) -> None:
        with line:
            try:
                while block := line.recv(65_536):
                    line.sendall(block)
            except OSError:
                return

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()


@pytest.fixture
def relay() -> Iterator[Relay]:
    echo = Echo()
    made = Relay(echo.port)
    yield made
    made.close()
    echo.close()


def connected(relay: Relay) -> socket.socket:
    port = int(relay.url.rpartition(":")[2])
    return socket.create_connection(("127.0.0.1", port), timeout=LIMIT_S)


def echoed(line: socket.socket, data: bytes) -> bytes:
    threading.Thread(target=line.sendall, args=(data,), daemon=True).start()
    found = b""
    while len(found) < len(data) and (block := line.recv(65_536)):
        found += block
    return found


def is_dead(line: socket.socket) -> bool:
    try:
        line.sendall(b"still there?")
        return line.recv(1) == b""
    except OSError:
        return True


def is_refused(relay: Relay) -> bool:
    try:
        with connected(relay) as line:
            return is_dead(line)
    except OSError:
        # The line was ended before it was ours.
        return True


def test_bytes_pass_unchanged_in_both_directions(relay: Relay) -> None:
    data = bytes(range(256)) * 4096

    with connected(relay) as line:
        assert echoed(line, data) == data


def test_a_cut_ends_what_is_open_and_refuses_what_comes(relay: Relay) -> None:
    with connected(relay) as line:
        assert echoed(line, b"before") == b"before"
        relay.cut()
        assert is_dead(line)
    assert is_refused(relay)


def test_mended_it_passes_bytes_again(relay: Relay) -> None:
    relay.cut()
    relay.mend()

    with connected(relay) as line:
        assert echoed(line, b"after") == b"after"


def test_a_receiver_that_is_gone_looks_like_one(relay: Relay) -> None:
    nowhere = socket.create_server(("127.0.0.1", 0))
    port = nowhere.getsockname()[1]
    nowhere.close()
    lonely = Relay(port)

    assert is_refused(lonely)
    lonely.close()

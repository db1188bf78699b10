"""A slow link on loopback: rate, round trip, a queue, slow start, and resets where they are wanted.

A process of its own, so that it shares no interpreter with what it slows down. It stands in front
of a receiver and models the way up, which is the narrow one; the way down has delay alone. What it
does not model is loss: where a real link would drop, its queue makes the sender wait.
"""

import asyncio
import json
import os
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Final
from urllib.parse import urlsplit

_SEGMENT_BYTES: Final = 1460
_FIRST_WINDOW_BYTES: Final = 10 * _SEGMENT_BYTES
_QUEUE_S: Final = 0.25
_LATE_S: Final = 0.02
"""This much a busy machine may be late without the link counting as idle."""
_TIMEOUT_LEAST_S: Final = 0.2
_READ_BYTES: Final = 16 * 1024
_KERNEL_BYTES: Final = 32 * 1024


@dataclass(frozen=True, slots=True)
class Shape:
    """What the link is like; `reset_every_bytes` counts each connection's bytes up, 0 for never."""

    rate_bytes_s: float
    round_trip_s: float
    reset_every_bytes: int = 0


@dataclass(slots=True)
class Carried:
    """What the link saw since its start."""

    bytes_up: int = 0
    connections: int = 0
    resets: int = 0


class SlowLink:
    """A running link; `url` is where the receiver seems to be."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.url = f"http://127.0.0.1:{self._line()}"

    def carried(self) -> Carried:
        """What it carried by now."""
        assert self._process.stdin is not None
        self._process.stdin.write("carried\n")
        self._process.stdin.flush()
        return Carried(**json.loads(self._line()))

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@contextmanager
def slow_link(upstream: str, shape: Shape) -> Iterator[SlowLink]:
    """A link to the receiver at `upstream`, for as long as the block runs."""
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.slow_link", upstream, json.dumps(asdict(shape))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield SlowLink(process)
    finally:
        process.terminate()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


# In the process of its own --------------------------------------------------------------------


class _Link:
    """The narrow way that all connections share."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.carried = Carried()
        self._free_at_s = 0.0

    def departure_s(self, now_s: float, size_bytes: int) -> float:
        """When so many bytes, given to it now, have left."""
        start_s = self._free_at_s if now_s - self._free_at_s < _LATE_S else now_s
        self._free_at_s = max(start_s, self._free_at_s) + size_bytes / self.shape.rate_bytes_s
        return self._free_at_s

    def queue_s(self, now_s: float) -> float:
        """How long what is given to it now would wait."""
        return max(0.0, self._free_at_s - now_s)


class _Connection:
    def __init__(
        self,
        link: _Link,
        below: tuple[asyncio.StreamReader, asyncio.StreamWriter],
        above: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    ) -> None:
        self._link = link
        self._reader, self._writer = below
        self._above_reader, self._above_writer = above
        self._loop = asyncio.get_running_loop()
        self._window_bytes = float(_FIRST_WINDOW_BYTES)
        self._in_flight_bytes = 0
        self._up_bytes = 0
        self._acknowledged = asyncio.Event()
        self._sent_at_s = 0.0

    async def run(self) -> None:
        # The handshake, of which nothing can be seen in front of a connection that is open.
        await asyncio.sleep(self._link.shape.round_trip_s)
        down = asyncio.create_task(self._down())
        try:
            await self._up()
        finally:
            # What is on its way arrives, then the connection ends.
            self._loop.call_later(self._link.shape.round_trip_s + 1.0, self._close)
            await asyncio.wait([down])

    async def _up(self) -> None:
        while True:
            await self._wait_for_room()
            room = max(_SEGMENT_BYTES, int(self._window_bytes) - self._in_flight_bytes)
            data = await self._reader.read(min(_READ_BYTES, room))
            if not data:
                return
            if self._is_reset(len(data)):
                return
            self._send(data)

    async def _wait_for_room(self) -> None:
        while self._in_flight_bytes >= self._window_bytes:
            self._acknowledged.clear()
            await self._acknowledged.wait()
        too_long_s = self._link.queue_s(self._loop.time()) - _QUEUE_S
        if too_long_s > 0:
            await asyncio.sleep(too_long_s)

    def _send(self, data: bytes) -> None:
        shape, now_s = self._link.shape, self._loop.time()
        self._restart_after_idling(now_s)
        self._sent_at_s = now_s
        self._in_flight_bytes += len(data)
        left_s = self._link.departure_s(now_s, len(data))
        self._loop.call_at(left_s + shape.round_trip_s / 2, self._above_writer.write, data)
        self._loop.call_at(left_s + shape.round_trip_s, self._acknowledge, len(data))

    def _restart_after_idling(self, now_s: float) -> None:
        # Half the window for each retransmission time-out without sending, as Linux has it.
        idle_s = now_s - self._sent_at_s
        timeout_s = self._link.shape.round_trip_s + _TIMEOUT_LEAST_S
        while idle_s > timeout_s and self._window_bytes > _FIRST_WINDOW_BYTES:
            self._window_bytes = max(_FIRST_WINDOW_BYTES, self._window_bytes / 2)
            idle_s -= timeout_s

    def _acknowledge(self, size_bytes: int) -> None:
        self._in_flight_bytes -= size_bytes
        shape = self._link.shape
        most_bytes = 2 * shape.rate_bytes_s * (shape.round_trip_s + _QUEUE_S)
        self._window_bytes = min(self._window_bytes + size_bytes, most_bytes)
        self._acknowledged.set()

    def _is_reset(self, size_bytes: int) -> bool:
        every_bytes = self._link.shape.reset_every_bytes
        self._up_bytes += size_bytes
        if not every_bytes or self._up_bytes <= every_bytes:
            self._link.carried.bytes_up += size_bytes
            return False
        self._link.carried.bytes_up += every_bytes - (self._up_bytes - size_bytes)
        self._link.carried.resets += 1
        linger = struct.pack("ii", 1, 0)
        self._writer.get_extra_info("socket").setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, linger
        )
        self._writer.transport.abort()
        return True

    async def _down(self) -> None:
        half_s = self._link.shape.round_trip_s / 2
        while data := await self._above_reader.read(_READ_BYTES):
            self._loop.call_later(half_s, self._writer.write, data)
        self._loop.call_later(half_s, self._writer.close)

    def _close(self) -> None:
        self._above_writer.close()
        self._writer.close()


def _be_punctual() -> None:
    """A link is never late because its machine is busy; where that is not allowed, it may be."""
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    except (OSError, AttributeError):
        print("the link has no real-time priority: a busy machine slows it", file=sys.stderr)


async def _serve(upstream: str, shape: Shape) -> None:
    address = urlsplit(upstream)
    link = _Link(shape)

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        link.carried.connections += 1
        try:
            above = await asyncio.open_connection(address.hostname, address.port)
            await _Connection(link, (reader, writer), above).run()
        except OSError:
            # Either side is gone, which is what the other one sees next.
            writer.close()

    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _KERNEL_BYTES)
    listener.bind(("127.0.0.1", 0))
    server = await asyncio.start_server(accept, sock=listener, limit=_READ_BYTES)
    print(listener.getsockname()[1], flush=True)
    async with server:
        while await asyncio.to_thread(sys.stdin.readline):
            print(json.dumps(asdict(link.carried)), flush=True)


if __name__ == "__main__":
    _be_punctual()
    asyncio.run(_serve(sys.argv[1], Shape(**json.loads(sys.argv[2]))))

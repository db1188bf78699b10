"""Kiosks that send all at once: each a connection of its own, kept alive, with real chunks.

A slow one hands over its line's share four times a second; how much longer than its line a chunk
takes is the receiver's doing. A busy one sends a segment every few seconds, as fast as it goes.
"""

import asyncio
import random
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from holdfast.protocol import segment_path
from tests.support.received import make_take
from tests.support.receiver_client import EnrolledDevice, digest_header
from tests.support.serving import Serving

BUSY_EVERY_S, BUSY_BYTES = 4.0, 2_000_000
_SEED: Final = 12
_BEATS_A_SECOND: Final = 4
_ANSWER_S: Final = 120.0


@dataclass(slots=True)
class Seen:
    """What the kiosks saw: seconds for each chunk, and what was not taken."""

    took_s: list[float] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def at(self, share: float) -> float:
        """The time within which this share of the chunks was answered."""
        ordered = sorted(self.took_s)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def send_all_the_time(serving: Serving, count: int, rounds: int) -> tuple[Seen, int]:
    """So many kiosks send so many segments each; what they saw, and how many are stored whole."""
    device, seen = serving.enrolled(), Seen()
    kiosks = [Kiosk(serving.url, device, seen, BUSY_BYTES, number) for number in range(count)]

    async def together() -> None:
        await asyncio.gather(
            *(
                each.send_all_the_time(rounds, BUSY_EVERY_S * n / count)
                for n, each in enumerate(kiosks)
            )
        )

    asyncio.run(together())
    stored = sum(
        path.stat().st_size == BUSY_BYTES
        for path in serving.data.glob("sessions/*/*/segments/*.mp4")
    )
    return seen, stored


class Kiosk:
    """One kept-alive connection of a device that is recorded on."""

    def __init__(
        self, url: str, device: EnrolledDevice, seen: Seen, chunk_bytes: int, number: int
    ) -> None:
        place = urlsplit(url)
        assert place.hostname is not None
        assert place.port is not None
        self._host, self._port = place.hostname, place.port
        self._token = device.client.token
        self._seen = seen
        self._data = random.Random(_SEED + number).randbytes(chunk_bytes)
        self._digest = digest_header(self._data)
        take = make_take(device.id, [])
        device.client.announce(take)
        self._recording = take.id

    async def send_slowly(self, chunks: int, wait_s: float, bytes_s: int) -> None:
        """Chunk after chunk as its line carries them."""
        await asyncio.sleep(wait_s)
        reader, writer = await asyncio.open_connection(self._host, self._port)
        for number in range(chunks):
            began_s = asyncio.get_running_loop().time()
            writer.write(self._head(number))
            share = bytes_s // _BEATS_A_SECOND
            for beat, first in enumerate(range(0, len(self._data), share), 1):
                writer.write(self._data[first : first + share])
                await writer.drain()
                rest_s = began_s + beat / _BEATS_A_SECOND - asyncio.get_running_loop().time()
                await asyncio.sleep(max(0.0, rest_s))
            await self._answered(reader, began_s)
        writer.close()

    async def send_all_the_time(self, rounds: int, wait_s: float) -> None:
        """A segment at a time, each as fast as it goes, at its own beat."""
        loop = asyncio.get_running_loop()
        reader, writer = await asyncio.open_connection(self._host, self._port)
        first_s = loop.time() + wait_s
        for number in range(rounds):
            await asyncio.sleep(max(0.0, first_s + number * BUSY_EVERY_S - loop.time()))
            began_s = loop.time()
            writer.write(self._head(number))
            writer.write(self._data)
            await writer.drain()
            await self._answered(reader, began_s)
        writer.close()

    def _head(self, number: int) -> bytes:
        lines = [
            f"PUT {segment_path(self._recording, number)} HTTP/1.1",
            f"Host: {self._host}:{self._port}",
            f"Authorization: Bearer {self._token}",
            "Holdfast-Protocol: 1",
            "Content-Type: application/octet-stream",
            f"Content-Length: {len(self._data)}",
            f"Content-Digest: {self._digest}",
            f"Repr-Digest: {self._digest}",
        ]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    async def _answered(self, reader: asyncio.StreamReader, began_s: float) -> None:
        async with asyncio.timeout(_ANSWER_S):
            head = await reader.readuntil(b"\r\n\r\n")
            status, *fields = head.decode().split("\r\n")
            sizes = [
                each.split(":")[1] for each in fields if each.lower().startswith("content-length")
            ]
            await reader.readexactly(int(sizes[0]))
        if " 201 " in status:
            self._seen.took_s.append(asyncio.get_running_loop().time() - began_s)
        else:
            self._seen.refused.append(status)

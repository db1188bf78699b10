"""Many kiosks at one receiver: two hundred on slow lines, and forty that each send all the time.

Each kiosk is a connection of its own, kept alive, that sends real chunks with their digests. A slow
one hands over its line's share four times a second; how much longer than its line a chunk takes is
the receiver's doing.
"""

import asyncio
import random
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import psutil

from benchmarks.machine import load
from benchmarks.report import Goal, heading, say
from holdfast.protocol import segment_path
from tests.support.received import make_take
from tests.support.receiver_client import EnrolledDevice, digest_header
from tests.support.serving import Serving

_KIB: Final = 1024
_SEED: Final = 12
SLOW, SLOW_BYTES_S, SLOW_CHUNK_BYTES = 200, 64 * _KIB, 512 * _KIB
SERVED, STRETCH, MEMORY_MIB = 0.99, 1.05, 200.0
BUSY, BUSY_EVERY_S, BUSY_BYTES = 40, 4.0, 2_000_000
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


def measure(folder: Path, slow_chunks: int, busy_s: float, busy: int = BUSY) -> list[Goal]:
    """Slow kiosks send so many chunks each; then busy ones send for so long."""
    with Serving(folder / "loaded") as serving:
        return [*_slow(serving, slow_chunks), *_busy(serving, busy_s, busy)]


def _slow(serving: Serving, chunks: int) -> list[Goal]:
    heading(f"{SLOW} kiosks, each on a line of {SLOW_BYTES_S // _KIB} KiB/s")
    device = serving.enrolled()
    ideal_s = SLOW_CHUNK_BYTES / SLOW_BYTES_S
    seen = Seen()
    kiosks = [_Kiosk(serving.url, device, seen, SLOW_CHUNK_BYTES, number) for number in range(SLOW)]

    async def together() -> None:
        await asyncio.gather(
            *(
                each.send_slowly(chunks, ideal_s * number / SLOW)
                for number, each in enumerate(kiosks)
            )
        )

    began_s = time.monotonic()
    asyncio.run(together())
    took_s = time.monotonic() - began_s
    ideal = SLOW * chunks
    served = len(seen.took_s) / ideal * min(1.0, ideal_s * (chunks + 1) / took_s)
    stretch = seen.at(0.95) / ideal_s
    memory_mib = psutil.Process(serving.process.pid).memory_info().rss / 2**20
    say(
        f"{len(seen.took_s)} of {ideal} chunks in {took_s:.0f} s ({ideal_s * (chunks + 1):.0f} s "
        f"by their lines); refused: {len(seen.refused)} {seen.refused[:1]}; load {load()}"
    )
    return [
        Goal(f"served at least {SERVED:.0%} of the ideal: {served:.1%}", served >= SERVED),
        Goal(f"95 of 100 chunks within {STRETCH} times: {stretch:.3f}", stretch <= STRETCH),
        Goal(f"memory at most {MEMORY_MIB:.0f} MiB: {memory_mib:.0f}", memory_mib <= MEMORY_MIB),
    ]


def _busy(serving: Serving, seconds: float, count: int) -> list[Goal]:
    heading(f"{count} kiosks, each sending 2 MB every {BUSY_EVERY_S:g} s for {seconds:g} s")
    device = serving.enrolled()
    seen = Seen()
    kiosks = [_Kiosk(serving.url, device, seen, BUSY_BYTES, number) for number in range(count)]
    rounds = max(1, int(seconds / BUSY_EVERY_S))

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
    say(
        f"{len(seen.took_s)} segments; answers p50 {seen.at(0.5) * 1000:.0f} ms, "
        f"p99 {seen.at(0.99) * 1000:.0f} ms, most {max(seen.took_s) * 1000:.0f} ms; "
        f"refused: {len(seen.refused)} {seen.refused[:1]}; load {load()}"
    )
    return [Goal(f"nothing lost: {stored} of {count * rounds} stored", stored == count * rounds)]


class _Kiosk:
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

    async def send_slowly(self, chunks: int, wait_s: float) -> None:
        """Chunk after chunk as its line carries them."""
        await asyncio.sleep(wait_s)
        reader, writer = await asyncio.open_connection(self._host, self._port)
        for number in range(chunks):
            began_s = asyncio.get_running_loop().time()
            writer.write(self._head(number))
            share = SLOW_BYTES_S // _BEATS_A_SECOND
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

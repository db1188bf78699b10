"""Many kiosks at one receiver: two hundred on slow lines, and forty that each send all the time.

Each kiosk is a connection of its own, kept alive, that sends real chunks with their digests.
`make soak KIND=kiosks` lets two hundred send all the time.
"""

import asyncio
import time
from pathlib import Path
from typing import Final

import psutil

from benchmarks.machine import load
from benchmarks.report import Goal, heading, say
from tests.support.kiosks import BUSY_EVERY_S, Kiosk, Seen, send_all_the_time
from tests.support.serving import Serving

_KIB: Final = 1024
SLOW, SLOW_BYTES_S, SLOW_CHUNK_BYTES = 200, 64 * _KIB, 512 * _KIB
SERVED, STRETCH, MEMORY_MIB = 0.99, 1.05, 200.0
BUSY = 40


def measure(folder: Path, slow_chunks: int, busy_s: float, busy: int = BUSY) -> list[Goal]:
    """Slow kiosks send so many chunks each; then busy ones send for so long."""
    with Serving(folder / "loaded") as serving:
        return [*_slow(serving, slow_chunks), *_busy(serving, busy_s, busy)]


def _slow(serving: Serving, chunks: int) -> list[Goal]:
    heading(f"{SLOW} kiosks, each on a line of {SLOW_BYTES_S // _KIB} KiB/s")
    device = serving.enrolled()
    ideal_s = SLOW_CHUNK_BYTES / SLOW_BYTES_S
    seen = Seen()
    kiosks = [Kiosk(serving.url, device, seen, SLOW_CHUNK_BYTES, number) for number in range(SLOW)]

    async def together() -> None:
        await asyncio.gather(
            *(
                each.send_slowly(chunks, ideal_s * number / SLOW, SLOW_BYTES_S)
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
    rounds = max(1, int(seconds / BUSY_EVERY_S))
    seen, stored = send_all_the_time(serving, count, rounds)
    say(
        f"{len(seen.took_s)} segments; answers p50 {seen.at(0.5) * 1000:.0f} ms, "
        f"p99 {seen.at(0.99) * 1000:.0f} ms, most {max(seen.took_s) * 1000:.0f} ms; "
        f"refused: {len(seen.refused)} {seen.refused[:1]}; load {load()}"
    )
    return [Goal(f"nothing lost: {stored} of {count * rounds} stored", stored == count * rounds)]

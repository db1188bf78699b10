"""Connections that hang: each sends a byte now and then, and comes again when it is ended.

A process of its own, so that it takes no time from whoever measures.
"""

import asyncio
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.synchronize import Event
from typing import Any
from urllib.parse import urlsplit

HEAD = b"PUT /api/v1/x HTTP/1.1\r\nHost: here\r\nX-Slow: " + b"x" * 4000
BODY = b"PUT /api/v1/x HTTP/1.1\r\nHost: here\r\nContent-Length: 100000\r\n\r\n"
BYTE_EVERY_S = 1.0


@contextmanager
def dripping(url: str, connections: int) -> Iterator[Any]:
    """So many connections hang on the server meanwhile; gives how often one was ended."""
    context = multiprocessing.get_context("spawn")
    ready, ended = context.Event(), context.Value("i", 0)
    process = context.Process(target=_main, args=(url, connections, ready, ended), daemon=True)
    process.start()
    try:
        assert ready.wait(60), "the connections could not be made"
        yield ended
    finally:
        process.kill()
        process.join()


def _main(url: str, connections: int, ready: Event, ended: Any) -> None:
    asyncio.run(_drip(url, connections, ready, ended))


async def _drip(url: str, connections: int, ready: Event, ended: Any) -> None:
    opened = asyncio.Semaphore(0)

    async def one(number: int) -> None:
        is_first = True
        while True:
            writer = await _begun(url, number)
            if is_first:
                opened.release()
                is_first = False
            await _until_ended(writer, HEAD[64:] if number % 2 else b"x" * 10_000)
            ended.value += 1

    tasks = [asyncio.create_task(one(number)) for number in range(connections)]
    for _ in range(connections):
        await opened.acquire()
    ready.set()
    await asyncio.gather(*tasks)


async def _begun(url: str, number: int) -> asyncio.StreamWriter:
    parts = urlsplit(url)
    while True:
        try:
            _, writer = await asyncio.open_connection(parts.hostname, parts.port)
        except OSError:
            await asyncio.sleep(0.2)
            continue
        writer.write(HEAD[:64] if number % 2 else BODY)
        return writer


async def _until_ended(writer: asyncio.StreamWriter, rest: bytes) -> None:
    try:
        for each in rest:
            writer.write(bytes([each]))
            await writer.drain()
            await asyncio.sleep(BYTE_EVERY_S)
    except OSError:
        pass
    finally:
        writer.close()

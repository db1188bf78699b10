"""`make soak KIND=drip`: health is asked, and recordings arrive, while 1,000 connections hang."""

import os
import statistics
import threading
import time
from pathlib import Path

import click
import pytest
import requests

from tests.support.dripping import dripping
from tests.support.received import make_take
from tests.support.receiver_client import Client
from tests.support.serving import Serving

CONNECTIONS = 1000
SENDERS = 4
CHUNK = os.urandom(960 * 1024)
SECONDS = min(float(os.environ.get("HOLDFAST_SOAK_SECONDS") or 40), 100.0)
MOST_S = 0.5
"""Within which health answers, nineteen times of twenty."""


def sends(serving: Serving, token: str, device: str, stop: threading.Event) -> list[int]:
    """Send whole segments until told to stop; what was answered."""
    client, answers = Client(serving.url, token), []
    take = make_take(device, [])
    client.announce(take)
    for number in range(100_000):
        if stop.is_set():
            break
        answers.append(client.put_chunk(take.id, number, CHUNK).status_code)
    return answers


def asked(url: str, seconds: float) -> list[float]:
    """How long health took, asked on a connection of its own each time."""
    took = []
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        began = time.monotonic()
        assert requests.get(f"{url}/health", timeout=30).ok
        took.append(time.monotonic() - began)
        time.sleep(0.05)
    return took


def measured(serving: Serving, seconds: float) -> tuple[list[float], int]:
    """Health's times and the number of segments that arrived meanwhile."""
    device, stop = serving.enrolled(), threading.Event()
    answers: list[list[int]] = []
    threads = [
        threading.Thread(
            target=lambda: answers.append(sends(serving, device.client.token, device.id, stop))
        )
        for _ in range(SENDERS)
    ]
    for thread in threads:
        thread.start()
    took = asked(serving.url, seconds)
    stop.set()
    for thread in threads:
        thread.join()
    assert {each for sent in answers for each in sent} == {201}
    return took, sum(map(len, answers))


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_health_answers_while_a_thousand_connections_drip(tmp_path: Path) -> None:
    with Serving(tmp_path / "data") as serving:
        _, alone = measured(serving, 10)
        with dripping(serving.url, CONNECTIONS) as ended:
            took, beside = measured(serving, SECONDS)
            cut = ended.value
    p95 = statistics.quantiles(took, n=20)[-1]
    click.echo(
        f"\n{CONNECTIONS} drips, {cut} of them ended; {len(took)} answers of health: "
        f"p50 {statistics.median(took) * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms, "
        f"longest {max(took) * 1000:.0f} ms; segments a second: {beside / SECONDS:.1f}, "
        f"without drips {alone / 10:.1f}"
    )
    assert p95 <= MOST_S
    assert cut >= CONNECTIONS

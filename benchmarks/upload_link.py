"""What is made of a slow link: how much of it is used, what breaks cost, and how soon it ends.

Our uploader and receiver, unchanged, with an emulated link between them (`slow_link.py`). Payload
alone counts as use; the senders' handshakes and slow start are in the time.
"""

import random
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.machine import load
from benchmarks.report import Goal, heading, table
from benchmarks.slow_link import Carried, Shape, slow_link
from holdfast.clock import SystemClock
from holdfast.layout import Home
from tests.recordings import DeviceOnPaper, make_recording
from tests.support.serving import COMMAND, admin
from uploader.enrol import enrol_device
from uploader.installation import Installation
from uploader.items import Network
from uploader.worker import Outcome, Worker

SEED: Final = 7
MIB: Final = 1 << 20
RESET_EVERY_BYTES: Final = 3 * MIB
MBIT_S: Final = 1e6 / 8
SEGMENT_BYTES: Final = 1_500_000
_LONGEST_S: Final = 900.0
_WAIT_S: Final = 30.0
_LOOK_S: Final = 0.02
_STOP_S: Final = 30
_HEAD: Final = (
    "link",
    "MiB",
    "s in all",
    "use",
    "use in all",
    "sent / payload",
    "connections",
    "resets",
    "load",
)
_READY: Final = "Holdfast receiver on "


@dataclass(frozen=True, slots=True)
class Case:
    """One link and what is sent over it. `goal` is the least use, `most` the most bytes sent."""

    name: str
    shape: Shape
    mib: int
    in_one_file: bool
    goal: float
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a case: use of the link, and bytes up per byte of payload."""

    case: Case
    payload_bytes: int
    sent_s: float
    all_s: float
    carried: Carried

    @property
    def use(self) -> float:
        """From when the recording is announced to the answer to its last chunk."""
        return self.payload_bytes / (self.case.shape.rate_bytes_s * self.sent_s)

    @property
    def use_in_all(self) -> float:
        """From the worker's start to the receipt."""
        return self.payload_bytes / (self.case.shape.rate_bytes_s * self.all_s)

    @property
    def sent(self) -> float:
        return self.carried.bytes_up / self.payload_bytes


def cases(mib: int) -> list[Case]:
    """The links of the goals; `mib` is what goes over the first, the others get less."""
    rate = 10 * MBIT_S
    near, far = Shape(rate, 0.2), Shape(rate, 0.6)
    breaks = Shape(rate, 0.2, RESET_EVERY_BYTES)
    return [
        Case("200 ms, segments", near, mib, False, 0.97),
        Case("200 ms, one file", near, mib, True, 0.97),
        Case("600 ms, segments", far, max(1, mib // 3), False, 0.83),
        Case("600 ms, one file", far, max(1, mib // 3), True, 0.83),
        Case("resets every 3 MiB, segments", breaks, max(4, mib // 2), False, 0.70, 1.15),
        Case("resets every 3 MiB, one file", breaks, max(4, mib // 2), True, 0.70, 1.15),
    ]


def quick_cases() -> list[Case]:
    """Links ten times as fast and as near, so that as much is on its way: seconds, not minutes."""
    rate = 100 * MBIT_S
    near, breaks = Shape(rate, 0.02), Shape(rate, 0.02, RESET_EVERY_BYTES)
    return [
        Case("20 ms, segments", near, 12, False, 0.97),
        Case("resets every 3 MiB, one file", breaks, 12, True, 0.70, 1.15),
    ]


def measure(folder: Path, wanted: Sequence[Case], tries: int) -> list[Goal]:
    """Send over each link, then stop and come online often; returns what was shown."""
    heading("Slow links")
    goals: list[Goal] = []
    rows = []
    for number, case in enumerate(wanted):
        run = _send(folder / f"case{number}", case)
        rows.append(
            (
                case.name,
                f"{run.payload_bytes / MIB:.0f}",
                f"{run.all_s:.1f}",
                f"{run.use:.1%}",
                f"{run.use_in_all:.1%}",
                f"{run.sent:.3f}",
                f"{run.carried.connections}",
                f"{run.carried.resets}",
                load(),
            )
        )
        goals += _goals(run)
    table(_HEAD, rows)
    return [*goals, *_stops(folder / "stops", tries), *_comes_online(folder / "online", tries)]


def _goals(run: Run) -> list[Goal]:
    case = run.case
    goals = [
        Goal(
            f"{case.name}: at least {case.goal:.0%} of the link is used: {run.use:.1%}",
            run.use >= case.goal,
        )
    ]
    if case.most is not None:
        goals.append(
            Goal(
                f"{case.name}: connections broke: {run.carried.resets}",
                run.carried.resets > 0,
                vital=True,
            )
        )
        goals.append(
            Goal(
                f"{case.name}: at most {case.most} bytes for each of payload: {run.sent:.3f}",
                run.sent <= case.most,
            )
        )
    return goals


def _send(folder: Path, case: Case) -> Run:
    payload = case.mib * MIB
    with (
        _receiver(folder) as (data, url),
        slow_link(url, case.shape) as link,
        _enrolled(folder, data, link.url) as installation,
    ):
        _record(installation, [payload] if case.in_one_file else _segments(payload))
        told: dict[str, int] = {}
        begun_ns = time.monotonic_ns()
        worker = installation.worker(lambda each: told.update({each.event: time.monotonic_ns()}))
        outcome = worker.run_until_empty(_LONGEST_S)
        all_ns = time.monotonic_ns() - begun_ns
        if outcome is not Outcome.EMPTY:
            raise RuntimeError(f"{case.name} ended {outcome.value}: nothing was measured.")
        sent_ns = told["sent"] - told["started"]
        return Run(case, payload, sent_ns / 1e9, all_ns / 1e9, link.carried())


def _stops(folder: Path, tries: int) -> list[Goal]:
    """How long a worker takes to end while both connections are full."""
    took_ms = []
    with (
        _receiver(folder) as (data, url),
        slow_link(url, Shape(10 * MBIT_S, 0.2)) as link,
        _enrolled(folder, data, link.url) as installation,
    ):
        _record(installation, _segments(200 * MIB))
        for _ in range(tries):
            with _running(_worker(installation)) as (stop, thread):
                enough_bytes = link.carried().bytes_up + SEGMENT_BYTES
                _wait_for(lambda: link.carried().bytes_up > enough_bytes)  # noqa: B023 - called at once
                started_ns = time.monotonic_ns()
                stop.set()
                thread.join()
                took_ms.append((time.monotonic_ns() - started_ns) / 1e6)
    return [_within("stopped in the middle of two chunks", took_ms, 50.0)]


def _comes_online(folder: Path, tries: int) -> list[Goal]:
    """How long after the network is back, with a long wait before it, the first byte leaves."""
    took_ms = []
    with _receiver(folder) as (data, url):
        enrolled = _enrolled(folder, data, url)
        installation = enrolled.__enter__()
    port = int(url.rpartition(":")[2])
    try:
        _record(installation, _segments(4 * MIB))
        worker = _worker(installation)
        with _running(worker):
            for _ in range(tries):
                _wait_for(lambda: installation.queue.network().state is not Network.ONLINE)
                with socket.create_server(("127.0.0.1", port)) as listener:
                    started_ns = time.monotonic_ns()
                    worker.try_now()
                    connection, _ = listener.accept()
                    with connection:
                        connection.recv(1)
                        took_ms.append((time.monotonic_ns() - started_ns) / 1e6)
    finally:
        enrolled.__exit__(None, None, None)
    return [_within("first byte after coming online", took_ms, 100.0)]


def _within(what: str, took_ms: list[float], most_ms: float) -> Goal:
    worst_ms = max(took_ms)
    return Goal(
        f"{what}: at most {most_ms:.0f} ms, the worst of {len(took_ms)}: {worst_ms:.0f} ms "
        f"(median {median(took_ms):.0f} ms)",
        worst_ms <= most_ms,
    )


@contextmanager
def _receiver(folder: Path) -> Iterator[tuple[Path, str]]:
    """`holdfast serve` on a free port: its data and its address."""
    data = folder / "receiver"
    data.mkdir(parents=True)
    # It says of each recording of noise that it cannot be joined, which is true.
    with (folder / "receiver.log").open("w") as log:
        process = subprocess.Popen(
            [*COMMAND, "serve", "--data", str(data), "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        assert process.stdout is not None
        try:
            yield data, process.stdout.readline().removeprefix(_READY).split()[0]
        finally:
            process.terminate()
            process.wait(_STOP_S)
            process.stdout.close()


@contextmanager
def _enrolled(folder: Path, data: Path, url: str) -> Iterator[Installation]:
    """A home that is enrolled at the receiver, to be reached at `url`."""
    code = admin(data, "device", "add", "bench")["code"]
    with Installation.open(Home(folder / "home"), SystemClock()) as installation:
        enrol_device(installation, url, code, "bench")
        yield installation


def _record(installation: Installation, sizes: list[int]) -> None:
    identity = installation.identity
    noise = random.Random(SEED).randbytes(max(sizes))
    segments = [noise[:size] for size in sizes]
    make_recording(installation.home, DeviceOnPaper(identity.device, identity.key), segments)
    installation.adopt()


def _segments(payload_bytes: int) -> list[int]:
    count = payload_bytes // SEGMENT_BYTES
    rest = payload_bytes - count * SEGMENT_BYTES
    return [SEGMENT_BYTES] * count + ([rest] if rest else [])


def _worker(installation: Installation) -> Worker:
    return installation.worker(lambda _event: None)


@contextmanager
def _running(worker: Worker) -> Iterator[tuple[threading.Event, threading.Thread]]:
    stop = threading.Event()
    thread = threading.Thread(target=worker.run, args=(stop,))
    thread.start()
    try:
        yield stop, thread
    finally:
        stop.set()
        thread.join()


def _wait_for(condition: Callable[[], bool]) -> None:
    deadline_ns = time.monotonic_ns() + int(_WAIT_S * 1e9)
    while not condition():
        if time.monotonic_ns() > deadline_ns:
            raise RuntimeError("What was to be measured did not begin.")
        time.sleep(_LOOK_S)

"""What storing costs one receiver: its processor time, its memory, and how long it took.

It compares nobody; `receiver_cost.py` and `form_cost.py` do.
"""

import base64
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import Final

import psutil

from benchmarks.machine import load
from benchmarks.peers import Peer
from benchmarks.report import say, table
from holdfast.protocol import content_range, segment_path
from tests.support.receiver_client import Client, digest_header
from tests.support.serving import Serving

MIB: Final = 1 << 20
FILE_MIB: Final = 64
"""How large each file is that comes in pieces."""
NO_JOBS: Final = ("--workers", "0")
"""What is whole is prepared by others: no cost of storing, and no more is a worker's start."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of storing everything once."""

    cpu_s: float
    wall_s: float
    memory_mib: float


Store = Callable[[Path], Cost]


def cost_of(peer: Peer, store: Callable[[], None]) -> Cost:
    processes = [peer.process, *peer.process.children(recursive=True)]
    before_s, began_s = _cpu_s(processes), time.perf_counter()
    store()
    wall_s = time.perf_counter() - began_s
    memory_mib = max(_most_memory_mib(each) for each in processes)
    return Cost(_cpu_s(processes) - before_s, wall_s, memory_mib)


def _cpu_s(processes: list[psutil.Process]) -> float:
    return sum(each.cpu_times().user + each.cpu_times().system for each in processes)


def _most_memory_mib(process: psutil.Process) -> float:
    for line in Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("this system does not say how much memory a process had at most")


def peer_of(serving: Serving) -> Peer:
    """Ours, as one to be measured."""
    return Peer(serving.url, psutil.Process(serving.process.pid))


def show(found: Mapping[str, list[Cost]], total_mib: int) -> None:
    """The costs of each, their medians first."""
    per_gib = 1024 / total_mib
    head = ["", "CPU s per GiB", "each run", "wall s per GiB", "memory MiB, most"]
    table(
        head,
        [
            [
                name,
                f"{median(each.cpu_s for each in costs) * per_gib:.2f}",
                " ".join(f"{each.cpu_s * per_gib:.2f}" for each in costs),
                f"{median(each.wall_s for each in costs) * per_gib:.2f}",
                f"{max(each.memory_mib for each in costs):.0f}",
            ]
            for name, costs in found.items()
        ],
    )
    say(f"Load at the end: {load()}")


class FileInPieces:
    """A large file made of one piece again and again, sent as a device sends it."""

    def __init__(self, piece: bytes) -> None:
        self._piece = piece
        self._count = FILE_MIB * MIB // len(piece)
        whole = sha256()
        for _ in range(self._count):
            whole.update(piece)
        self.sha256 = whole.hexdigest()
        self._headers = {
            "Content-Digest": digest_header(piece),
            "Repr-Digest": f"sha-256=:{base64.b64encode(whole.digest()).decode()}:",
        }

    def send(self, client: Client, recording: str, number: int) -> None:
        """Store it as this segment."""
        path, size_bytes = segment_path(recording, number), len(self._piece)
        for first in range(0, self._count * size_bytes, size_bytes):
            spot = content_range(first, first + size_bytes - 1, FILE_MIB * MIB)
            headers = {**self._headers, "Content-Range": spot}
            client.call("PUT", path, data=self._piece, headers=headers).raise_for_status()

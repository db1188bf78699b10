"""What sending costs: our uploader and receiver against other people's on the same bytes.

Ours hashes on both sides, syncs to the disk before it acknowledges, and keeps a queue and a
database; `curl -T` into nginx and `tuspy` into @tus/server do none of that. Against curl it is the
processor time of the clients that counts, against tuspy that of client and receiver; the jobs that
a receiver does afterwards do not.
"""

import os
import random
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

import psutil

from benchmarks.cost import run
from benchmarks.machine import load
from benchmarks.peers import Absent, Peer, needs, nginx, tus_server
from benchmarks.report import Goal, heading, say, table
from benchmarks.traffic import enrolled_home, our_receiver
from benchmarks.turns import in_turns
from tests.support.ports import free_port

_MIB: Final = 1 << 20
_SEED: Final = 5
CURL_GOALS: Final = {1: 2.2, 8: 1.5}
"""By the size of a file in MiB: at most so many times curl's processor time."""
TUS_CPU, TUS_WALL = 0.65, 0.8
_TUS_FILES: Final = 500


@dataclass(frozen=True, slots=True)
class Sent:
    """One upload of everything: processor time of both sides, and time on the wall."""

    client_s: float
    receiver_s: float
    wall_s: float

    @property
    def cpu_s(self) -> float:
        return self.client_s + self.receiver_s


Send = Callable[[Path], Sent]


def measure(folder: Path, total_mib: int, runs: int) -> list[Goal]:
    """Send with each, taking turns; returns what was shown."""
    goals: list[Goal] = []
    for file_mib, most in CURL_GOALS.items():
        goals += _against_curl(folder, file_mib, total_mib // file_mib, runs, most)
    count = min(_TUS_FILES, total_mib)
    return goals + _against_tus(folder, count, runs)


def _against_curl(folder: Path, file_mib: int, count: int, runs: int, most: float) -> list[Goal]:
    heading(f"Sending {count} files of {file_mib} MiB: against curl -T into nginx")
    senders: dict[str, Send] = {
        "holdfast": lambda place: _ours(place, file_mib, count),
        "curl and nginx": lambda place: _curl(place, file_mib, count),
        "requests and nginx": lambda place: _bare(place, file_mib, count),
    }
    try:
        needs("curl")
        rounds = in_turns(senders, folder, runs)
    except Absent as error:
        say(f"Left out: {error}.")
        return []
    _show(rounds, count * file_mib)
    ours, curl, bare = (rounds[each] for each in senders)
    say(
        f"The client's processor time, times curl's: a bare loop over requests {_times(bare, curl)}"
    )
    ratio = _times(ours, curl)
    text = f"{file_mib} MiB a file: at most {most} times curl's processor time: {ratio}"
    return [Goal(text, ratio <= most)]


def _times(ours: list["Sent"], theirs: list["Sent"]) -> float:
    return round(median(a.client_s / b.client_s for a, b in zip(ours, theirs, strict=True)), 2)


def _against_tus(folder: Path, count: int, runs: int) -> list[Goal]:
    heading(f"Sending {count} files of 1 MiB: against tuspy into @tus/server")
    senders: dict[str, Send] = {
        "holdfast": lambda place: _ours(place, 1, count),
        "tuspy and @tus/server": lambda place: _tus(place, count),
    }
    try:
        rounds = in_turns(senders, folder, runs)
    except Absent as error:
        say(f"Left out: {error}.")
        return []
    _show(rounds, count)
    pairs = list(zip(*rounds.values(), strict=True))
    cpu = median(ours.cpu_s / theirs.cpu_s for ours, theirs in pairs)
    wall = median(ours.wall_s / theirs.wall_s for ours, theirs in pairs)
    return [
        Goal(f"at most {TUS_CPU} times their processor time: {cpu:.2f}", cpu <= TUS_CPU),
        Goal(f"at most {TUS_WALL} times their time: {wall:.2f}", wall <= TUS_WALL),
    ]


def _show(rounds: Mapping[str, Sequence[Sent]], mib: int) -> None:
    head = ["", "CPU s per GiB: client", "receiver", "both", "each run", "wall s per GiB"]
    rows = []
    for name, each in rounds.items():
        per_gib = 1024 / mib
        rows.append(
            [
                name,
                f"{median(one.client_s for one in each) * per_gib:.2f}",
                f"{median(one.receiver_s for one in each) * per_gib:.2f}",
                f"{median(one.cpu_s for one in each) * per_gib:.2f}",
                " ".join(f"{one.cpu_s * per_gib:.2f}" for one in each),
                f"{median(one.wall_s for one in each) * per_gib:.2f}",
            ]
        )
    table(head, rows)
    say(f"Load at the end: {load()}")


def _ours(place: Path, file_mib: int, count: int) -> Sent:
    with our_receiver(place / "receiver") as (url, pid):
        home = enrolled_home(place, url, count * file_mib * _MIB, file_mib * _MIB)
        receiver = Peer(url, psutil.Process(pid))
        command = [sys.executable, "-m", "holdfast", "upload", "--home", str(home.root)]
        before_s = receiver.own_cpu_s()
        cost = run([*command, "--until-empty"], _environment(), place / "said.txt", alone=False)
        return Sent(cost.cpu_s, receiver.own_cpu_s() - before_s, cost.wall_s)


def _curl(place: Path, file_mib: int, count: int) -> Sent:
    files = _files(place / "sent", file_mib, count)
    with nginx(place / "nginx", free_port()) as peer:
        listing = place / "curl.cfg"
        listing.write_text(
            "".join(f'upload-file = "{each}"\nurl = "{peer.url}{each.name}"\n' for each in files)
        )
        words = ["curl", "--silent", "--show-error", "--fail", "--config", str(listing)]
        before_s = peer.cpu_s()
        cost = run(words, os.environ, place / "said.txt", alone=False)
        return Sent(cost.cpu_s, peer.cpu_s() - before_s, cost.wall_s)


def _bare(place: Path, file_mib: int, count: int) -> Sent:
    files = _files(place / "sent", file_mib, count)
    with nginx(place / "nginx", free_port()) as peer:
        words = [sys.executable, "-m", "benchmarks.bare_client", peer.url, str(files[0].parent)]
        before_s = peer.cpu_s()
        cost = run(words, _environment(), place / "said.txt", alone=False)
        return Sent(cost.cpu_s, peer.cpu_s() - before_s, cost.wall_s)


def _tus(place: Path, count: int) -> Sent:
    _files(place / "sent", 1, count)
    with tus_server(place / "tus") as peer:
        words = [sys.executable, "-m", "benchmarks.tus_client", peer.url, str(place / "sent")]
        before_s = peer.cpu_s()
        cost = run([*words, str(_MIB)], _environment(), place / "said.txt", alone=False)
        return Sent(cost.cpu_s, peer.cpu_s() - before_s, cost.wall_s)


def _files(folder: Path, file_mib: int, count: int) -> list[Path]:
    folder.mkdir()
    data = random.Random(_SEED).randbytes(file_mib * _MIB)
    made = [folder / f"{number:06}" for number in range(count)]
    for each in made:
        each.write_bytes(data)
    return made


def _environment() -> dict[str, str]:
    environment = {key: value for key, value in os.environ.items() if "HOLDFAST" not in key}
    # An installed program is compiled once, not at every start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment

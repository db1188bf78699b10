"""What storing costs a receiver: ours against @tus/server and nginx, fed by the same client.

Ours compares each piece with its digest, syncs it to the disk and notes it in a database before it
answers; the others do none of that. Pieces of large files, so that each request is one piece.
Only the receiver's own processor time counts, not its jobs'.
"""

import random
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Final
from urllib.parse import urljoin

import psutil
import requests

from benchmarks import form_cost
from benchmarks.machine import load
from benchmarks.peers import Absent, nginx, tus_server
from benchmarks.report import Goal, heading, say
from benchmarks.storing import (
    FILE_MIB,
    MIB,
    NO_JOBS,
    Cost,
    FileInPieces,
    Store,
    cost_of,
    peer_of,
    show,
)
from benchmarks.turns import empty_folder, in_turns
from holdfast.layout import Home
from holdfast.protocol import manifest_path, segment_path
from tests.recordings import DeviceOnPaper, RecordingOnDisk, make_recording
from tests.support.ports import free_port
from tests.support.received import make_take
from tests.support.receiver_client import Client, EnrolledDevice, digest_header
from tests.support.serving import Serving

_SEED: Final = 9
PIECES_MIB: Final = (1, 8)
CPU, MEMORY = 1.0, 0.8
FINALISED_MS: Final = 50.0
_COPIED_MOST_BYTES: Final = 8 * MIB
"""What a finalise may write beside the answer: rows, receipt, manifest, their journals."""


def measure(folder: Path, total_mib: int, runs: int) -> list[Goal]:
    """Store so much in pieces of each size, taking turns; then finalise 1 GiB."""
    goals: list[Goal] = []
    for piece_mib in PIECES_MIB:
        goals += _against_others(folder, piece_mib, max(FILE_MIB, total_mib), runs)
    for whole_mib in PIECES_MIB:
        goals += _whole_against_others(folder, whole_mib, max(FILE_MIB, total_mib), runs)
    goals += form_cost.measure(folder, max(FILE_MIB, total_mib), runs)
    return [*goals, *_finalised(folder, total_mib)]


def _against_others(folder: Path, piece_mib: int, total_mib: int, runs: int) -> list[Goal]:
    heading(f"Receiving {total_mib} MiB in pieces of {piece_mib} MiB")
    files = total_mib // FILE_MIB
    data = random.Random(_SEED).randbytes(piece_mib * MIB)
    stores: Mapping[str, Store] = {
        "holdfast": lambda place: _ours(place, data, files),
        "@tus/server": lambda place: _tus(place, data, files),
        "nginx": lambda place: _nginx(place, data, files),
    }
    return _compared(stores, folder, f"pieces of {piece_mib} MiB", total_mib, runs)


def _whole_against_others(folder: Path, whole_mib: int, total_mib: int, runs: int) -> list[Goal]:
    """Most segments fit one request, and so does a small upload of tus: created with its bytes."""
    heading(f"Receiving {total_mib} MiB in whole segments and uploads of {whole_mib} MiB")
    count = total_mib // whole_mib
    data = random.Random(_SEED).randbytes(whole_mib * MIB)
    stores: Mapping[str, Store] = {
        "holdfast": lambda place: _ours_whole(place, data, count),
        "@tus/server": lambda place: _tus_whole(place, data, count),
    }
    return _compared(stores, folder, f"whole, {whole_mib} MiB", total_mib, runs)


def _compared(
    stores: Mapping[str, Store], folder: Path, what: str, total_mib: int, runs: int
) -> list[Goal]:
    try:
        found = in_turns(stores, folder, runs)
    except Absent as error:
        say(f"Left out: {error}.")
        return []
    show(found, total_mib)
    pairs = list(zip(found["holdfast"], found["@tus/server"], strict=True))
    cpu = median(ours.cpu_s / theirs.cpu_s for ours, theirs in pairs)
    memory = median(ours.memory_mib / theirs.memory_mib for ours, theirs in pairs)
    return [
        Goal(f"{what}: at most {CPU} times @tus/server's CPU: {cpu:.2f}", cpu <= CPU),
        Goal(f"{what}: at most {MEMORY} times its memory: {memory:.2f}", memory <= MEMORY),
    ]


def _ours(place: Path, data: bytes, files: int) -> Cost:
    file = FileInPieces(data)
    with Serving(place / "data", words=NO_JOBS) as serving:
        device = serving.enrolled()
        take = make_take(device.id, [])
        device.client.announce(take)

        def store() -> None:
            for number in range(files):
                file.send(device.client, take.id, number)

        return cost_of(peer_of(serving), store)


def _ours_whole(place: Path, data: bytes, count: int) -> Cost:
    with Serving(place / "data", words=NO_JOBS) as serving:
        device = serving.enrolled()
        take = make_take(device.id, [])
        device.client.announce(take)
        digest = digest_header(data)
        headers = {"Content-Digest": digest, "Repr-Digest": digest}

        def store() -> None:
            for number in range(count):
                path = segment_path(take.id, number)
                device.client.call("PUT", path, data=data, headers=headers).raise_for_status()

        return cost_of(peer_of(serving), store)


def _tus(place: Path, data: bytes, files: int) -> Cost:
    with tus_server(place / "tus") as peer, requests.Session() as session:
        session.headers["Tus-Resumable"] = "1.0.0"
        size_bytes = FILE_MIB * MIB

        def store() -> None:
            for _ in range(files):
                made = session.post(peer.url, headers={"Upload-Length": str(size_bytes)})
                made.raise_for_status()
                where = urljoin(peer.url, made.headers["Location"])
                for first in range(0, size_bytes, len(data)):
                    headers = {
                        "Upload-Offset": str(first),
                        "Content-Type": "application/offset+octet-stream",
                    }
                    session.patch(where, data=data, headers=headers).raise_for_status()

        return cost_of(peer, store)


def _tus_whole(place: Path, data: bytes, count: int) -> Cost:
    with tus_server(place / "tus") as peer, requests.Session() as session:
        headers = {
            "Tus-Resumable": "1.0.0",
            "Upload-Length": str(len(data)),
            "Content-Type": "application/offset+octet-stream",
        }

        def store() -> None:
            for _ in range(count):
                made = session.post(peer.url, data=data, headers=headers)
                made.raise_for_status()
                assert made.headers["Upload-Offset"] == headers["Upload-Length"]

        return cost_of(peer, store)


def _nginx(place: Path, data: bytes, files: int) -> Cost:
    with nginx(place / "nginx", free_port()) as peer, requests.Session() as session:

        def store() -> None:
            for number in range(files * FILE_MIB * MIB // len(data)):
                session.put(f"{peer.url}{number:06}", data=data).raise_for_status()

        return cost_of(peer, store)


# Finalise -------------------------------------------------------------------------------------


def _finalised(folder: Path, total_mib: int) -> list[Goal]:
    heading(f"Finalising a recording of {total_mib} MiB")
    segment_mib = 4
    with empty_folder(folder / "run") as place, Serving(place / "data") as serving:
        device = serving.enrolled()
        recording = _recorded(place, device, [segment_mib * MIB] * (total_mib // segment_mib))
        _send(device.client, recording)
        process = psutil.Process(serving.process.pid)
        manifest = recording.folder.manifest.read_bytes()
        before_bytes, began_s = process.io_counters().write_bytes, time.perf_counter()
        answer = device.client.call("PUT", manifest_path(recording.id), data=manifest)
        took_ms = (time.perf_counter() - began_s) * 1000
        answer.raise_for_status()
        copied_bytes = process.io_counters().write_bytes - before_bytes
    say(f"{took_ms:.0f} ms to the receipt; {copied_bytes / 1024:.0f} KiB written. Load: {load()}")
    return [
        Goal(f"finalise within {FINALISED_MS:.0f} ms: {took_ms:.0f} ms", took_ms <= FINALISED_MS),
        Goal("finalise copies nothing", copied_bytes <= _COPIED_MOST_BYTES),
    ]


def _recorded(place: Path, device: EnrolledDevice, sizes: list[int]) -> RecordingOnDisk:
    paper = DeviceOnPaper(device.id, device.key)
    return make_recording(Home(place / "home"), paper, sizes=sizes)


def _send(client: Client, recording: RecordingOnDisk) -> None:
    for path, file in (
        (f"/api/v1/sessions/{recording.folder.session}", recording.folder.session_file),
        (f"/api/v1/recordings/{recording.id}", recording.folder.announce),
    ):
        client.call("PUT", path, data=file.read_bytes()).raise_for_status()
    for number, segment in recording.folder.segments().items():
        client.put_chunk(recording.id, number, segment.read_bytes()).raise_for_status()

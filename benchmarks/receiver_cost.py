"""What storing costs a receiver: ours against @tus/server and nginx, fed by the same client.

Ours compares each piece with its digest, syncs it to the disk and notes it in a database before it
answers; the others do none of that. Pieces of large files, so that each request is one piece.
Only the receiver's own processor time counts, not its jobs'.
"""

import base64
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import Final
from urllib.parse import urljoin

import psutil
import requests

from benchmarks.machine import load
from benchmarks.peers import Absent, Peer, nginx, tus_server
from benchmarks.report import Goal, heading, say, table
from benchmarks.turns import empty_folder, in_turns
from holdfast.layout import Home
from holdfast.protocol import content_range, manifest_path, segment_path
from tests.recordings import DeviceOnPaper, RecordingOnDisk, make_recording
from tests.support.ports import free_port
from tests.support.received import make_take
from tests.support.receiver_client import Client, EnrolledDevice, digest_header
from tests.support.serving import Serving

_MIB: Final = 1 << 20
_FILE_MIB: Final = 64
_SEED: Final = 9
PIECES_MIB: Final = (1, 8)
FORMS_MIB: Final = (1, 4)
"""A form of 8 MiB is more than is taken at once."""
CPU, MEMORY, FORM_CPU = 1.0, 0.8, 1.25
FINALISED_MS: Final = 50.0
_NO_JOBS: Final = ("--workers", "0")
"""What is whole is prepared by others: no cost of storing, and no more is a worker's start."""
_COPIED_MOST_BYTES: Final = 8 * _MIB
"""What a finalise may write beside the answer: rows, receipt, manifest, their journals."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of storing everything once."""

    cpu_s: float
    wall_s: float
    memory_mib: float


Store = Callable[[Path], Cost]


def measure(folder: Path, total_mib: int, runs: int) -> list[Goal]:
    """Store so much in pieces of each size, taking turns; then finalise 1 GiB."""
    goals: list[Goal] = []
    for piece_mib in PIECES_MIB:
        goals += _against_others(folder, piece_mib, max(_FILE_MIB, total_mib), runs)
    for whole_mib in PIECES_MIB:
        goals += _whole_against_others(folder, whole_mib, max(_FILE_MIB, total_mib), runs)
    for piece_mib in FORMS_MIB:
        goals += _forms_against_raw(folder, piece_mib, max(_FILE_MIB, total_mib), runs)
    return [*goals, *_finalised(folder, total_mib)]


def _against_others(folder: Path, piece_mib: int, total_mib: int, runs: int) -> list[Goal]:
    heading(f"Receiving {total_mib} MiB in pieces of {piece_mib} MiB")
    files = total_mib // _FILE_MIB
    data = random.Random(_SEED).randbytes(piece_mib * _MIB)
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
    data = random.Random(_SEED).randbytes(whole_mib * _MIB)
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
    _show(found, total_mib)
    pairs = list(zip(found["holdfast"], found["@tus/server"], strict=True))
    cpu = median(ours.cpu_s / theirs.cpu_s for ours, theirs in pairs)
    memory = median(ours.memory_mib / theirs.memory_mib for ours, theirs in pairs)
    return [
        Goal(f"{what}: at most {CPU} times @tus/server's CPU: {cpu:.2f}", cpu <= CPU),
        Goal(f"{what}: at most {MEMORY} times its memory: {memory:.2f}", memory <= MEMORY),
    ]


def _forms_against_raw(folder: Path, piece_mib: int, total_mib: int, runs: int) -> list[Goal]:
    heading(f"Receiving {total_mib} MiB in pieces of {piece_mib} MiB, in forms and raw")
    files = total_mib // _FILE_MIB
    data = random.Random(_SEED).randbytes(piece_mib * _MIB)
    stores: Mapping[str, Store] = {
        "raw": lambda place: _ours(place, data, files),
        "multipart": lambda place: _ours_in_forms(place, data, files),
    }
    found = in_turns(stores, folder, runs)
    _show(found, total_mib)
    pairs = zip(found["multipart"], found["raw"], strict=True)
    cpu = median(forms.cpu_s / raw.cpu_s for forms, raw in pairs)
    sentence = f"{piece_mib} MiB: multipart at most {FORM_CPU} times raw's CPU: {cpu:.2f}"
    return [Goal(sentence, cpu <= FORM_CPU)]


def _show(found: Mapping[str, list[Cost]], total_mib: int) -> None:
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


def _ours(place: Path, data: bytes, files: int) -> Cost:
    pieces = _FILE_MIB * _MIB // len(data)
    whole = sha256()
    for _ in range(pieces):
        whole.update(data)
    with Serving(place / "data", words=_NO_JOBS) as serving:
        device = serving.enrolled()
        take = make_take(device.id, [])
        device.client.announce(take)
        headers = {
            "Content-Digest": digest_header(data),
            "Repr-Digest": f"sha-256=:{base64.b64encode(whole.digest()).decode()}:",
        }

        def store() -> None:
            for number in range(files):
                for piece in range(pieces):
                    first = piece * len(data)
                    spot = content_range(first, first + len(data) - 1, _FILE_MIB * _MIB)
                    answer = device.client.call(
                        "PUT",
                        segment_path(take.id, number),
                        data=data,
                        headers={**headers, "Content-Range": spot},
                    )
                    answer.raise_for_status()

        return _cost(Peer(serving.url, psutil.Process(serving.process.pid)), store)


def _ours_whole(place: Path, data: bytes, count: int) -> Cost:
    with Serving(place / "data", words=_NO_JOBS) as serving:
        device = serving.enrolled()
        take = make_take(device.id, [])
        device.client.announce(take)
        digest = digest_header(data)
        headers = {"Content-Digest": digest, "Repr-Digest": digest}

        def store() -> None:
            for number in range(count):
                path = segment_path(take.id, number)
                device.client.call("PUT", path, data=data, headers=headers).raise_for_status()

        return _cost(Peer(serving.url, psutil.Process(serving.process.pid)), store)


def _ours_in_forms(place: Path, data: bytes, files: int) -> Cost:
    """As other uploaders send it: numbered chunks with their digest, each a file in a form."""
    pieces = _FILE_MIB * _MIB // len(data)
    digest = sha256(data).hexdigest()
    words = ("--dialects", "--dialects-port", "0", *_NO_JOBS)
    with Serving(place / "data", words=words) as serving:
        client = serving.enrolled().client

        def store() -> None:
            for number in range(files):
                told = {
                    "filename": f"{number}.mp4",
                    "fileSize": _FILE_MIB * _MIB,
                    "chunkSize": len(data),
                }
                begun = client.call("POST", "/api/uploads/initiate", json=told)
                begun.raise_for_status()
                path = f"/api/uploads/{begun.json()['uploadId']}/chunk"
                for piece in range(pieces):
                    form = {"chunkNumber": str(piece), "hash": digest}
                    answer = client.call("POST", path, data=form, files={"chunk": ("c", data)})
                    answer.raise_for_status()

        return _cost(Peer(serving.url, psutil.Process(serving.process.pid)), store)


def _tus(place: Path, data: bytes, files: int) -> Cost:
    with tus_server(place / "tus") as peer, requests.Session() as session:
        session.headers["Tus-Resumable"] = "1.0.0"
        size_bytes = _FILE_MIB * _MIB

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

        return _cost(peer, store)


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

        return _cost(peer, store)


def _nginx(place: Path, data: bytes, files: int) -> Cost:
    with nginx(place / "nginx", free_port()) as peer, requests.Session() as session:

        def store() -> None:
            for number in range(files * _FILE_MIB * _MIB // len(data)):
                session.put(f"{peer.url}{number:06}", data=data).raise_for_status()

        return _cost(peer, store)


def _cost(peer: Peer, store: Callable[[], None]) -> Cost:
    processes = [peer.process, *peer.process.children(recursive=True)]
    # Ours has a worker beside it, which has nothing to do here.
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


# Finalise -------------------------------------------------------------------------------------


def _finalised(folder: Path, total_mib: int) -> list[Goal]:
    heading(f"Finalising a recording of {total_mib} MiB")
    segment_mib = 4
    with empty_folder(folder / "run") as place, Serving(place / "data") as serving:
        device = serving.enrolled()
        recording = _recorded(place, device, [segment_mib * _MIB] * (total_mib // segment_mib))
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

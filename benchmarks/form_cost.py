"""What chunks in forms cost a receiver, against the same chunks raw.

Both ways end with the same: recordings that are whole, with their receipts. So the raw way
announces and finalises each file, too.
"""

import random
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import Any, Final

from benchmarks.report import Goal, heading
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
from benchmarks.turns import in_turns
from tests.support.received import Take, make_take
from tests.support.receiver_client import EnrolledDevice
from tests.support.serving import Serving

PIECES_MIB: Final = (1, 4)
"""A form of 8 MiB is more than is taken at once."""
CPU: Final = 1.25
_SEED: Final = 9


def measure(folder: Path, total_mib: int, runs: int) -> list[Goal]:
    """Store so much in pieces of each size, in forms and raw, taking turns."""
    return [_against_raw(folder, piece_mib, total_mib, runs) for piece_mib in PIECES_MIB]


def _against_raw(folder: Path, piece_mib: int, total_mib: int, runs: int) -> Goal:
    heading(f"Receiving {total_mib} MiB in pieces of {piece_mib} MiB, in forms and raw")
    files = total_mib // FILE_MIB
    data = random.Random(_SEED).randbytes(piece_mib * MIB)
    stores: Mapping[str, Store] = {
        "raw": lambda place: _raw(place, data, files),
        "multipart": lambda place: _in_forms(place, data, files),
    }
    found = in_turns(stores, folder, runs)
    show(found, total_mib)
    pairs = zip(found["multipart"], found["raw"], strict=True)
    cpu = median(forms.cpu_s / raw.cpu_s for forms, raw in pairs)
    return Goal(f"{piece_mib} MiB: multipart at most {CPU} times raw's CPU: {cpu:.2f}", cpu <= CPU)


def _raw(place: Path, data: bytes, files: int) -> Cost:
    file = FileInPieces(data)
    with Serving(place / "data", words=NO_JOBS) as serving:
        device = serving.enrolled()
        takes = [_recording_of(device, file.sha256) for _ in range(files)]

        def store() -> None:
            for take in takes:
                device.client.announce(take)
                file.send(device.client, take.id, 0)
                device.client.finalise(take)

        return cost_of(peer_of(serving), store)


def _recording_of(device: EnrolledDevice, sha256_hex: str) -> Take:
    """A recording of one segment, which is not looked into before it is prepared."""
    take = make_take(device.id, [])
    entry: dict[str, Any] = {
        "segment": 0,
        "part": 0,
        "container": "mp4",
        "size_bytes": FILE_MIB * MIB,
        "sha256": sha256_hex,
        "start_s": 0.0,
        "duration_s": 60.0,
        "frames": 1800,
        "losses": [],
        "lost": None,
        "enc": None,
    }
    manifest = {
        **take.manifest,
        "parts": [{"part": 0, "offset_s": 0.0, "reason": "start"}],
        "segments": [entry],
        "totals": {
            "duration_s": 60.0,
            "frames": 1800,
            "lost_frames": 0,
            "size_bytes": FILE_MIB * MIB,
        },
    }
    return Take(take.session, take.announcement, (), manifest).signed(device.key)


def _in_forms(place: Path, data: bytes, files: int) -> Cost:
    """As other uploaders send it: numbered chunks with their digest, each a file in a form."""
    pieces = FILE_MIB * MIB // len(data)
    digest = sha256(data).hexdigest()
    words = ("--dialects", "--dialects-port", "0", *NO_JOBS)
    with Serving(place / "data", words=words) as serving:
        client = serving.enrolled().client

        def store() -> None:
            for number in range(files):
                told = {
                    "filename": f"{number}.mp4",
                    "fileSize": FILE_MIB * MIB,
                    "chunkSize": len(data),
                }
                begun = client.call("POST", "/api/uploads/initiate", json=told)
                begun.raise_for_status()
                path = f"/api/uploads/{begun.json()['uploadId']}/chunk"
                for piece in range(pieces):
                    form = {"chunkNumber": str(piece), "hash": digest}
                    answer = client.call("POST", path, data=form, files={"chunk": ("c", data)})
                    answer.raise_for_status()

        return cost_of(peer_of(serving), store)

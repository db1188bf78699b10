"""What must hold at the end of the chain, whatever was killed on the way. It only looks.

Every closed segment is at the receiver once, byte for byte; the counters agree; and the codes in
the pictures of the final file show none twice, and none missing but in the gaps of the manifest.
"""

import hashlib
import itertools
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from desktop.recording.scene_code import read_code
from holdfast import salvage
from holdfast.journal import PartStarted
from holdfast.layout import RecordingFolder
from holdfast.manifest import Manifest
from holdfast.receiver_layout import ReceivedRecording
from tests.support.chain import Chain, Process, wait_for

FRAME_S = 1 / 30
LOSS_MOST_S = 1.0
"""The most that a kill may take of the open segment."""
_EXACT_S = 0.003

Closed = dict[tuple[str, int], str]
"""SHA-256 of closed segments, by recording and number."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of the final file: when on the recording's clock, and which of the scene."""

    t_s: float
    code: int


def sha256(path: Path) -> str:
    """The digest of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def closed_segments(folders: Iterable[RecordingFolder]) -> Closed:
    """Every segment that has its final name now."""
    return {
        (folder.recording, number): sha256(path)
        for folder in folders
        for number, path in folder.segments().items()
    }


def all_lights(recording: dict[str, Any]) -> bool:
    """Whether saved, received, verified and playable are lit, in the JSON of the queue.

    What was killed before its first picture was kept has nothing to play, and says so.
    """
    custody = recording["custody"]
    everything = custody["received"]["segments"] == recording["segments"]
    plays = custody["playable"] if recording["segments"] else "nothing" in recording["why"]
    return bool(custody["saved"] and everything and custody["verified"] and plays)


def assert_nothing_lost(chain: Chain, closed: Closed) -> list[Manifest]:
    """Check everything; returns the manifests of all recordings that ever had a picture.

    `closed` is what was seen closed before kills. The receiver must be running.
    """
    queue = chain.queue()
    assert all(all_lights(each) for each in queue), json.dumps(queue, indent=1)
    begun = [folder for folder in chain.folders() if folder.announce.exists()]
    assert {each["folder"] for each in queue} == {str(folder.path) for folder in begun}
    here = closed_segments(chain.folders())
    assert {key: here.get(key) for key in closed} == closed, "a closed segment was changed or lost"
    manifests = [_assert_arrived(chain, folder) for folder in begun]
    listed = {
        (manifest.recording, each.segment): each.sha256
        for manifest in manifests
        for each in manifest.segments
    }
    assert listed == here
    assert chain.health()["stored_bytes"] == sum(each.size_bytes for each in manifests)
    assert list(chain.data.incoming.iterdir()) == []
    return manifests


def _assert_arrived(chain: Chain, folder: RecordingFolder) -> Manifest:
    manifest = salvage.read_manifest(folder)
    assert manifest is not None
    assert folder.open_parts() == {}
    assert not list(folder.path.glob("*.tmp"))
    there = chain.data.recording(folder.session, folder.recording)
    assert {
        path.name: (path.stat().st_size, sha256(path)) for path in there.segments.iterdir()
    } == {
        folder.segment(each.segment).name: (each.size_bytes, each.sha256)
        for each in manifest.segments
    }
    assert there.manifest.read_bytes() == folder.manifest.read_bytes()
    assert there.receipt.read_bytes() == folder.receipt.read_bytes()
    assert not list(there.path.glob("*.tmp"))
    if manifest.segments:
        assert_only_gaps_are_missing(pictures_of(there, manifest), manifest)
    return manifest


def pictures_of(there: ReceivedRecording, manifest: Manifest) -> list[Picture]:
    """Every picture of the assembled file, decoded and read."""
    begin_s = manifest.parts[0].offset_s
    with av.open(there.assembled) as container:
        return [
            Picture(begin_s + float(frame.pts * frame.time_base), _code(frame))
            for frame in container.decode(video=0)
            if frame.pts is not None and frame.time_base is not None
        ]


def _code(frame: av.VideoFrame) -> int:
    code = read_code(np.asarray(frame.to_ndarray(format="gray"), np.uint8))
    assert code is not None, f"the picture at {frame.time} s has no readable code"
    return code.frame


def assert_only_gaps_are_missing(pictures: list[Picture], manifest: Manifest) -> None:
    """No picture twice, none missing outside a gap, and every time is the scene's own."""
    assert len(pictures) == manifest.frames
    zero_s = pictures[0].t_s - pictures[0].code * FRAME_S
    for each in pictures:
        assert each.t_s - each.code * FRAME_S == pytest.approx(zero_s, abs=_EXACT_S), each
    for before, after in itertools.pairwise(pictures):
        assert after.code > before.code, "a picture came twice"
        if after.code > before.code + 1:
            assert any(
                each.from_s <= before.t_s + FRAME_S + _EXACT_S and after.t_s <= each.to_s + _EXACT_S
                for each in manifest.gaps
            ), f"a hole from {before} to {after} in no gap: {manifest.gaps}"


def lost_s(folder: RecordingFolder, killed_ns: int) -> float:
    """Seconds between the last picture kept and a kill (monotonic) while a segment was open.

    The scene's frames are due by the monotonic clock, so this counts also what the recorder had not
    come to take yet.
    """
    announcement = salvage.read_announcement(folder)
    assert announcement is not None
    zero_ns = announcement.started_monotonic_ns
    killed_s = (killed_ns - zero_ns) / 1e9
    parts = [each for each in salvage.read_journal(folder) if isinstance(each, PartStarted)]
    begun = [each.offset_s for each in parts if each.offset_s <= killed_s]
    sidecars = [salvage.read_sidecar(folder, number) for number in folder.segments()]
    kept = [
        sidecar.start_s + time_us / 1e6 + FRAME_S
        for sidecar in sidecars
        if sidecar is not None
        for time_us in sidecar.frame_times_us
    ]
    return killed_s - max([each for each in [*kept, *begun] if each <= killed_s], default=0.0)


def wait_for_lights(chain: Chain, upload: Process | None = None) -> None:
    """Wait until all four lights of every recording are lit, with `upload` running or another.

    `upload --until-empty` ends once all is verified; whether it plays is asked by `upload` alone.
    """
    queue = chain.queue()
    dark = {each["id"] for each in queue if each["segments"] and not all_lights(each)}
    sender = upload or chain.start("upload", "--json")

    def all_said() -> bool:
        assert sender.is_running, sender.said()
        events = [json.loads(line) for line in sender.said().splitlines() if line.endswith("}")]
        return {e["recording"] for e in events if e["event"] == "playable"} >= dark

    wait_for(all_said, "the light `playable` of each recording")
    if not all(each["segments"] for each in queue):
        wait_for(lambda: all(all_lights(each) for each in chain.queue()), "the other lights")
    sender.stop()

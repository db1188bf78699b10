"""Joining segments and looking into the result, on real media."""

import hashlib
from pathlib import Path

import pytest

from holdfast.ids import new_id
from holdfast.jsonform import Json, canonical
from holdfast.layout import ReceivedRecording, ReceiverData
from server.jobs.assemble import assemble
from server.jobs.media import JoinedPart, open_input
from server.jobs.probe import probe
from tests.support.received import STARTED, Take, make_take, scene_part

DEVICE = new_id(STARTED)


def stored(root: Path, take: Take) -> ReceivedRecording:
    """The recording's files as the receiver keeps them."""
    folder = ReceiverData(root).recording(take.session_id, take.id)
    folder.segments.mkdir(parents=True)
    for piece in take.pieces:
        folder.segment(piece.entry["segment"]).write_bytes(piece.data)
    folder.manifest.write_bytes(canonical(take.manifest))
    return folder


def joined(root: Path, take: Take) -> ReceivedRecording:
    folder = stored(root, take)
    for each in assemble(folder, "attempt.1", lambda _share: None):
        each.temporary.rename(each.final)
    return folder


def payloads(file: Path | JoinedPart, kind: str) -> list[str]:
    with open_input(file if isinstance(file, JoinedPart) else str(file)) as container:
        return [
            hashlib.sha256(bytes(packet)).hexdigest()
            for packet in container.demux()
            if packet.stream.type == kind and packet.dts is not None
        ]


def looked_into(folder: ReceivedRecording) -> Json:
    return probe(folder, lambda _share: None)


def test_ten_seconds_stay_300_frames_and_480000_samples(tmp_path: Path) -> None:
    folder = joined(tmp_path, make_take(DEVICE, [scene_part(300)]))

    with open_input(str(folder.assembled)) as container:
        frames = [frame.pts for frame in container.decode(video=0)]
        container.seek(0)
        samples = sum(frame.samples for frame in container.decode(audio=0))
        starts = [stream.start_time for stream in container.streams]
        seconds = (container.duration or 0) / 1_000_000
    assert frames == [number * 3000 for number in range(300)]
    # The last packet is padded to 1024 samples; the edit list takes the priming away.
    assert 480_000 <= samples < 480_000 + 1024
    assert starts == [0, 0]
    assert seconds == pytest.approx(10, abs=0.1)

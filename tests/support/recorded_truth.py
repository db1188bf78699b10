"""What the files of a simulated recording hold, against what its devices gave.

It reads files alone, and joins them as the receiver does.
"""

import hashlib
import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import pytest

from desktop.recording.model import RecordingEnded
from desktop.recording.scene_code import read_code
from desktop.recording.sources import RATE_HZ
from holdfast import fragments, salvage
from holdfast.layout import RecordingFolder
from holdfast.manifest import Manifest
from holdfast.receiver_layout import ReceivedRecording, ReceiverData
from holdfast.sidecar import Sidecar
from server.jobs.assemble import assemble, by_format
from server.jobs.media import JoinedPart, open_input
from server.jobs.parts import PartFiles, part_files
from tests.support.simulated_devices import Delivered
from tests.support.simulated_recording import Recorded
from tests.support.simulated_sound import clicks_between

FRAME_MOST_S = 1 / 30
EDGE_S = 0.3
"""Clicks so near to a part's ends may be cut."""
LOUD = 0.15
"""Of full scale; a click is four times as loud."""
MEAN_MOST_S = 0.010
PACKET_SAMPLES = 1024


@dataclass(frozen=True, slots=True)
class Seen:
    """One picture in a segment: its number, and where it is in its part in seconds."""

    number: int
    t_s: float


def assert_true(recorded: Recorded, root: Path) -> Manifest:
    """The files hold everything that was given, once, in its place; and so does the joined file."""
    ended = [each for each in recorded.events if isinstance(each, RecordingEnded)]
    assert [each.state for each in ended] == ["complete"], recorded.events
    salvaged = salvage.close_recording(recorded.folder, lambda data: "unsigned")
    assert salvaged is not None
    assert salvaged.segments == (), "something was left open"
    manifest = salvaged.manifest
    sidecars = _sidecars(recorded.folder)
    for part, given in enumerate(recorded.given):
        own = [each for each in sidecars if each.part == part]
        _assert_pictures(recorded, given, own, part)
        _assert_sound_lasts(recorded, own)
    _assert_totals(manifest, sidecars, recorded.seams)
    _assert_joined(recorded, manifest, root)
    return manifest


def _sidecars(folder: RecordingFolder) -> list[Sidecar]:
    found = []
    for number, path in sorted(folder.segments().items()):
        sidecar = salvage.read_sidecar(folder, number)
        assert sidecar is not None
        data = path.read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (sidecar.size_bytes, sidecar.sha256)
        found.append(sidecar)
    assert [each.segment for each in found] == list(range(len(found)))
    return found


def _expected(given: list[Delivered], *, is_first: bool) -> tuple[list[Delivered], int]:
    """The pictures that must be there, each with what was lost before it; and lost after all."""
    expected: list[Delivered] = []
    lost = 0
    for each in given:
        lost += each.lost_before + each.torn
        if not each.torn:
            expected.append(replace(each, lost_before=0 if is_first and not expected else lost))
            lost = 0
    return expected, lost


def _with_drops(given: list[Delivered], kept: set[int]) -> tuple[list[Delivered], int]:
    """The same where a queue ran over: what was not kept was dropped."""
    expected: list[Delivered] = []
    dropped = 0
    for each in given:
        if each.number in kept:
            expected.append(replace(each, lost_before=dropped))
            dropped = 0
        else:
            dropped += 1
    return expected, dropped


def _assert_pictures(
    recorded: Recorded, given: list[Delivered], sidecars: list[Sidecar], part: int
) -> None:
    expected, lost_at_end = _expected(given, is_first=part == 0)
    seen: list[Seen] = []
    for sidecar in sidecars:
        shown = played_alone(recorded.folder.segment(sidecar.segment))
        assert len(shown) == sidecar.frames
        seen += shown
    recorded.numbers += [each.number for each in seen]
    if recorded.scenario.hurry:
        expected, lost_at_end = _with_drops(given, {each.number for each in seen})
    assert [each.number for each in seen] == [each.number for each in expected]
    for picture, truth in zip(seen, expected, strict=True):
        assert picture.t_s == pytest.approx(truth.stamp_s - expected[0].stamp_s, abs=0.001)
    stamps_ns = [recorded.clock.ns(each.stamp_s) for each in expected]
    noted_ns = [
        sidecar.base_monotonic_ns + delta_us * 1000
        for sidecar in sidecars
        for delta_us in sidecar.frame_times_us
    ]
    for noted, stamp in zip(noted_ns, stamps_ns, strict=True):
        assert 0 <= stamp - noted < 1000
    lost = [
        ((stamp_ns - recorded.zero_ns) / 1e9, each.lost_before)
        for stamp_ns, each in zip(stamps_ns, expected, strict=True)
        if each.lost_before
    ]
    if lost_at_end:
        lost.append((sidecars[-1].start_s + sidecars[-1].duration_s, lost_at_end))
    noted_losses = [loss for sidecar in sidecars for loss in sidecar.losses]
    assert [count for _, count in noted_losses] == [count for _, count in lost]
    assert [at_s for at_s, _ in noted_losses] == pytest.approx([at_s for at_s, _ in lost], abs=1e-3)


def played_alone(segment: Path) -> list[Seen]:
    """Decode one segment by itself: it begins with a key frame and every picture has a code."""
    seen: list[Seen] = []
    with av.open(str(segment)) as container:
        for frame in container.decode(video=0):
            assert frame.key_frame or seen, f"{segment.name} does not begin with a key frame"
            code = read_code(np.asarray(frame.to_ndarray(format="gray"), np.uint8))
            assert code is not None, f"picture {len(seen)} of {segment.name} has no readable code"
            assert frame.pts is not None
            assert frame.time_base is not None
            seen.append(Seen(code.frame, float(frame.pts * frame.time_base)))
    return seen


def _assert_sound_lasts(recorded: Recorded, sidecars: list[Sidecar]) -> None:
    samples = sum(each.samples for each in sidecars)
    if recorded.scenario.microphone is None:
        assert samples == 0
        return
    duration_s = sum(each.duration_s for each in sidecars)
    assert samples == pytest.approx(duration_s * RATE_HZ, abs=2)


def _assert_totals(manifest: Manifest, sidecars: list[Sidecar], seams: set[int]) -> None:
    assert manifest.frames == sum(each.frames for each in sidecars)
    assert manifest.lost_frames == sum(each.lost_frames for each in sidecars)
    assert manifest.size_bytes == sum(each.size_bytes for each in sidecars)
    last = sidecars[-1]
    assert manifest.duration_s == pytest.approx(last.start_s + last.duration_s, abs=0.00001)
    assert [each.part for each in manifest.parts] == sorted({each.part for each in sidecars})
    assert len(manifest.gaps) == len(manifest.parts) - 1 - len(seams)
    for before, after in itertools.pairwise(sidecars):
        end_s = before.start_s + before.duration_s
        if before.part == after.part or after.part in seams:
            assert after.start_s == pytest.approx(end_s, abs=0.00002)
        else:
            assert after.start_s > end_s


def received(recorded: Recorded, manifest: Manifest, root: Path) -> ReceivedRecording:
    """The recording's files as a receiver keeps them; segments are linked, not copied."""
    folder = ReceiverData(root).recording(manifest.announcement.session, manifest.recording)
    folder.segments.mkdir(parents=True)
    for number, path in recorded.folder.segments().items():
        os.link(path, folder.segment(number))
    os.link(recorded.folder.manifest, folder.manifest)
    return folder


def _assert_joined(recorded: Recorded, manifest: Manifest, root: Path) -> None:
    folder = received(recorded, manifest, root)
    finished = assemble(folder, "attempt.1", lambda share: None)
    groups = by_format(part_files(folder, manifest))
    assert len(finished) == len(groups)
    recorded.joined = [each.temporary for each in finished]
    for (_, parts), joined in zip(groups, finished, strict=True):
        assert packets(str(joined.temporary), "video") == _packets_of_parts(parts, "video")
        if recorded.scenario.microphone is not None:
            _assert_sound_packets(str(joined.temporary), parts)
            recorded.click_errors_s += _click_errors_s(recorded, joined.temporary, parts)
    if recorded.scenario.microphone is not None:
        assert abs(float(np.mean(recorded.click_errors_s))) <= MEAN_MOST_S
        assert float(np.max(np.abs(recorded.click_errors_s))) <= FRAME_MOST_S


Packets = list[tuple[int, str]]
"""When each packet is, in ticks of its track, and the digest of what is in it."""


def packets(file: "str | JoinedPart", kind: str, shift_s: float = 0.0) -> Packets:
    """All packets of one kind, in order, moved by so much."""
    with open_input(file) as container:
        stream = next(each for each in container.streams if each.type == kind)
        assert stream.time_base is not None
        shift = round(shift_s / stream.time_base)
        return [
            (packet.pts + shift, hashlib.sha256(bytes(packet)).hexdigest())
            for packet in container.demux(stream)
            if packet.pts is not None
        ]


def _packets_of_parts(parts: list[PartFiles], kind: str) -> Packets:
    start_s = parts[0].offset_s
    return [
        packet
        for part in parts
        for packet in packets(JoinedPart(part.paths), kind, part.offset_s - start_s)
    ]


def _assert_sound_packets(file: str, parts: list[PartFiles]) -> None:
    """All of the segments' packets in their order; between parts there may be silent ones."""
    joined = iter(digest for _, digest in packets(file, "audio"))
    wanted = [digest for _, digest in _packets_of_parts(parts, "audio")]
    assert all(digest in joined for digest in wanted)
    contents = [fragments.content(*fragments.read(path)) for part in parts for path in part.paths]
    frames = sum(each.frames for each in contents)
    assert frames == len(packets(file, "video"))


def _click_errors_s(recorded: Recorded, file: Path, parts: list[PartFiles]) -> list[float]:
    """How late each of the world's clicks is heard in a joined file; all must be heard."""
    heard = heard_in(file)
    wanted = round(sum(each.duration_s for each in parts) * RATE_HZ)
    if len(parts) == 1:
        # The last packet is padded; nothing else is added, and nothing is missing.
        assert wanted - 2 <= heard.samples < wanted + PACKET_SAMPLES
    clicks_s = np.array(heard.clicks_s)
    start_ns = recorded.zero_ns + round(parts[0].offset_s * 1e9)
    start_s = (start_ns - recorded.clock.zero_ns) / 1e9
    errors = []
    for part in parts:
        begin_s = (recorded.zero_ns - recorded.clock.zero_ns) / 1e9 + part.offset_s
        inside = clicks_between(begin_s + EDGE_S, begin_s + part.duration_s - EDGE_S)
        for click_s in inside:
            late_s = clicks_s - (click_s - start_s)
            nearest = float(late_s[np.argmin(np.abs(late_s))])
            assert abs(nearest) < 0.1, f"the click at {click_s} s is not heard"
            errors.append(nearest)
    return errors


@dataclass(frozen=True, slots=True)
class Heard:
    """When loud sound begins after silence, in seconds of a file's clock; and all its samples."""

    clicks_s: tuple[float, ...]
    samples: int


def heard_in(file: Path) -> Heard:
    """Listen to a file piece by piece: an hour of it would not fit into memory."""
    heard: list[float] = []
    quiet_from = end = 0
    for first, samples in _placed(file):
        for place in (first + np.flatnonzero(np.abs(samples) > LOUD)).tolist():
            if place >= quiet_from:
                heard.append(place / RATE_HZ)
            quiet_from = place + RATE_HZ // 10
        end = first + len(samples)
    return Heard(tuple(heard), end)


def _placed(file: Path) -> Iterator[tuple[int, npt.NDArray[np.float32]]]:
    """The sound of a file in pieces, each with its place in samples; the priming is left out."""
    with open_input(str(file)) as container:
        for frame in container.decode(audio=0):
            assert frame.pts is not None
            assert frame.time_base is not None
            first = round(frame.pts * frame.time_base * RATE_HZ)
            samples = np.asarray(frame.to_ndarray()[0], np.float32)[max(0, -first) :]
            yield max(0, first), samples

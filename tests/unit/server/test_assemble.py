"""Joining segments and looking into the result, on real media."""

import hashlib
import io
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from desktop.recording.encoding import (
    CAMERA_JPEG,
    DEFAULT,
    PLAIN_ULTRAFAST,
    SUPERFAST,
    ULTRAFAST,
    Encoding,
)
from desktop.recording.scene_picture import ScenePainter
from holdfast.fragments import Damaged, whole_prefix
from holdfast.ids import new_id
from holdfast.jsonform import Json
from holdfast.receiver_layout import ReceivedRecording
from server.jobs.assemble import assemble, prove
from server.jobs.media import JoinedPart, open_input
from server.jobs.parts import CannotSucceed
from server.jobs.probe import probe
from server.jobs.track import Track
from tests.support.derived import stored
from tests.support.received import (
    STARTED,
    PartBytes,
    Take,
    encoded_part,
    make_take,
    scene_part,
)
from tests.support.scene_media import scene_frame

DEVICE = new_id(STARTED)
FRAGMENTED = {
    "movflags": "+frag_keyframe+delay_moov+default_base_moof+negative_cts_offsets",
    "frag_duration": "500000",
}


def joined(root: Path, take: Take) -> ReceivedRecording:
    folder = stored(root, take)
    for each in assemble(folder, "attempt.1", lambda _share: None):
        each.temporary.rename(each.final)
    return folder


def with_short_sound(frames: int, sound_frames: int) -> PartBytes:
    """A part whose sound stops before its picture, as no recorder of ours would make it."""
    buffer = io.BytesIO()
    whole = io.BytesIO(scene_part(frames).data)
    with open_input(whole) as source, av.open(buffer, "w", "mp4", options=FRAGMENTED) as output:
        streams = {each.type: output.add_stream_from_template(each) for each in source.streams}
        for packet in source.demux():
            if packet.dts is None or packet.pts is None or packet.time_base is None:
                continue
            kind = packet.stream.type
            if kind == "audio" and packet.pts * packet.time_base >= sound_frames / 30:
                continue
            packet.stream = streams[kind]
            output.mux_one(packet)
    data = buffer.getvalue()
    return PartBytes(data[: whole_prefix(data)])


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
        starts = [stream.start_time for stream in container.streams]
        seconds = (container.duration or 0) / 1_000_000
    # Opened anew: FFmpeg 9 takes the priming away once more after a seek.
    with open_input(str(folder.assembled)) as container:
        samples = sum(frame.samples for frame in container.decode(audio=0))
    assert frames == [number * 3000 for number in range(300)]
    # The last packet is padded to 1024 samples; the edit list takes the priming away.
    assert 480_000 <= samples < 480_000 + 1024
    assert starts == [0, 0]
    assert seconds == pytest.approx(10, abs=0.1)


def test_every_packet_stays_as_it_was(tmp_path: Path) -> None:
    folder = joined(tmp_path, make_take(DEVICE, [scene_part(300)]))
    segments = [folder.segment(number) for number in range(5)]

    for kind in ("video", "audio"):
        assert payloads(folder.assembled, kind) == payloads(JoinedPart(segments), kind)


def test_parts_lie_at_their_places_with_silence_between(tmp_path: Path) -> None:
    take = make_take(DEVICE, [scene_part(90), scene_part(60, 4.0), scene_part(60, 7.5)])

    folder = joined(tmp_path, take)

    found = looked_into(folder)
    assert (found["ok"], found["video"]["frames"]) == (True, 210)
    assert found["video"]["duration_s"] == pytest.approx(9.5, abs=0.001)
    with open_input(str(folder.assembled)) as container:
        pts = sorted(packet.pts for packet in container.demux(video=0) if packet.pts is not None)
        container.seek(0)
        frames = list(container.decode(audio=0))
    heard = [(float(frame.time or 0), frame.to_ndarray()) for frame in frames]
    assert [pts[90], pts[150]] == [4 * 90_000, round(7.5 * 90_000)]
    # What players count is what they decode: it must not run away from the clock.
    decoded_s = sum(samples.shape[1] for _, samples in heard) / 48_000
    assert decoded_s == pytest.approx(9.5, abs=0.03)
    between = [float(np.abs(samples).max()) for at_s, samples in heard if 3.1 < at_s < 3.9]
    assert between
    assert max(between) < 1e-4


def test_a_packet_that_changed_on_its_way_is_noticed(tmp_path: Path) -> None:
    folder = joined(tmp_path, make_take(DEVICE, [scene_part(90)]))
    with open_input(str(folder.assembled)) as container:
        tracks: dict[str, Track] = {}
        for each in container.streams:
            tracks[each.type] = Track(each, Fraction(1))
        for packet in container.demux():
            if packet.dts is not None and packet.pos is not None:
                tracks[packet.stream.type].packets.add(bytes(packet))
                place = packet.pos
    prove(folder.assembled, tracks)

    with folder.assembled.open("r+b") as file:
        file.seek(place + 20)
        file.write(b"\x00\x01\x02")

    with pytest.raises(CannotSucceed, match="packets of the segments unchanged"):
        prove(folder.assembled, tracks)


@pytest.mark.parametrize("lost", [0, 2])
def test_a_segment_that_was_given_up_leaves_a_silent_hole(tmp_path: Path, lost: int) -> None:
    take = make_take(DEVICE, [scene_part(300)])
    segments = [dict(each) for each in take.manifest["segments"]]
    segments[lost]["lost"] = "rotten on disk"
    manifest = {**take.manifest, "segments": segments}
    take = Take(take.session, take.announcement, take.pieces, manifest)

    folder = joined(tmp_path, take)

    found = looked_into(folder)
    assert (found["ok"], found["reason"]) == (True, None)
    assert found["video"]["frames"] == 240
    with open_input(str(folder.assembled)) as container:
        decoded_s = sum(frame.samples for frame in container.decode(audio=0)) / 48_000
    assert decoded_s == pytest.approx(10, abs=0.03)


def test_sound_that_comes_with_a_later_part_starts_there(tmp_path: Path) -> None:
    parts = [scene_part(90, sound=False), scene_part(60, 4.0), scene_part(30, 6.5, sound=False)]

    found = looked_into(joined(tmp_path, make_take(DEVICE, parts)))

    assert (found["ok"], found["reason"]) == (True, None)
    assert found["video"]["audio"]["duration_s"] == pytest.approx(7.5, abs=0.05)


def test_a_part_of_another_size_gets_a_file_of_its_own(tmp_path: Path) -> None:
    parts = [scene_part(60), scene_part(30, 3.0, width=640, height=480), scene_part(30, 5.0)]

    folder = joined(tmp_path, make_take(DEVICE, parts))

    found = looked_into(folder)
    assert found["ok"], found["reason"]
    files = [(each["file"], each["width"], each["frames"]) for each in found["files"]]
    assert files == [("recording.mp4", 320, 90), ("recording.part1.mp4", 640, 30)]
    assert folder.assembled_part(1).exists()


def grey(file: str) -> list[bytes]:
    """Every picture of a file, decoded in one go from its beginning."""
    with open_input(file) as container:
        return [
            hashlib.sha256(frame.to_ndarray(format="gray").tobytes()).digest()
            for frame in container.decode(video=0)
        ]


def test_parts_of_faster_presets_are_joined_and_decode_as_their_segments_do(
    tmp_path: Path,
) -> None:
    parts = [
        encoded_part(frames, offset_s, encoding)
        for frames, offset_s, encoding in ((90, 0.0, DEFAULT), (60, 3.0, SUPERFAST))
    ]
    parts += [encoded_part(75, 5.0, ULTRAFAST), encoded_part(30, 7.5, DEFAULT)]

    folder = joined(tmp_path, make_take(DEVICE, parts))

    found = looked_into(folder)
    assert found["ok"], found["reason"]
    assert [(each["file"], each["frames"]) for each in found["files"]] == [("recording.mp4", 255)]
    segments = sorted(folder.segments.glob("*.mp4"))
    alone = [picture for path in segments for picture in grey(str(path))]
    assert grey(str(folder.assembled)) == alone
    assert len(alone) == 255


@pytest.mark.parametrize(("other", "codec"), [(CAMERA_JPEG, "mjpeg"), (PLAIN_ULTRAFAST, "h264")])
def test_parts_that_cannot_be_joined_get_a_file_that_decodes_to_its_last_picture(
    tmp_path: Path, other: Encoding, codec: str
) -> None:
    parts = [encoded_part(60, 0.0, DEFAULT), encoded_part(45, 2.0, other)]
    parts += [encoded_part(30, 3.5, other), encoded_part(30, 4.5, SUPERFAST)]

    folder = joined(tmp_path, make_take(DEVICE, parts))

    found = looked_into(folder)
    assert found["ok"], found["reason"]
    files = [(each["file"], each["codec"], each["frames"]) for each in found["files"]]
    assert files == [("recording.mp4", "h264", 90), ("recording.part1.mp4", codec, 75)]
    assert found["files"][1]["duration_s"] == pytest.approx(2.5, abs=0.001)
    assert found["files"][1]["audio"]["duration_s"] == pytest.approx(2.5, abs=0.05)
    assert len(grey(str(folder.assembled_part(1)))) == 75


def test_the_cameras_pictures_stay_untouched_to_the_joined_file(tmp_path: Path) -> None:
    take = make_take(DEVICE, [encoded_part(60, 0.0, CAMERA_JPEG)])

    folder = joined(tmp_path, take)

    painter = ScenePainter(320, 240, 30)
    sent = [scene_frame(painter, number, jpeg=True).jpeg or b"" for number in range(60)]
    assert payloads(folder.assembled, "video") == [
        hashlib.sha256(each).hexdigest() for each in sent
    ]
    assert looked_into(folder)["ok"]


def test_a_part_with_another_codec_than_the_manifest_says_is_noticed(tmp_path: Path) -> None:
    part = replace(encoded_part(60, 0.0, DEFAULT), video=encoded_part(60, 0.0, CAMERA_JPEG).video)

    found = looked_into(joined(tmp_path, make_take(DEVICE, [part])))

    assert found["reason"] == "recording.mp4 holds h264 instead of mjpeg."


def test_a_recording_without_sound_needs_none(tmp_path: Path) -> None:
    take = make_take(DEVICE, [scene_part(60, sound=False)], sound=False)

    found = looked_into(joined(tmp_path, take))

    assert (found["ok"], found["video"]["audio"]) == (True, None)


def test_an_empty_sound_track_never_gets_the_light(tmp_path: Path) -> None:
    take = make_take(DEVICE, [scene_part(60, sound=False)], sound=True)

    found = looked_into(joined(tmp_path, take))

    assert (found["ok"], found["reason"]) == (
        False,
        "The manifest promises sound, but no segment holds any.",
    )


def test_sound_that_ends_early_never_gets_the_light(tmp_path: Path) -> None:
    take = make_take(DEVICE, [with_short_sound(90, 60), scene_part(30, 5.0)])

    found = looked_into(joined(tmp_path, take))

    assert not found["ok"]
    assert found["reason"].startswith("The sound of part 0 is 2.0")


def changed(take: Take, **totals: object) -> Take:
    """The same recording with one segment described otherwise."""
    segments = [dict(each) for each in take.manifest["segments"]]
    segments[-1] |= totals
    return Take(
        take.session, take.announcement, take.pieces, {**take.manifest, "segments": segments}
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [({"frames": 31}, "pictures instead of"), ({"duration_s": 1.2}, "picture of recording.mp4 is")],
)
def test_what_the_manifest_says_is_compared(
    tmp_path: Path, change: dict[str, object], reason: str
) -> None:
    found = looked_into(joined(tmp_path, changed(make_take(DEVICE, [scene_part(90)]), **change)))

    assert not found["ok"]
    assert reason in found["reason"]


def test_another_picture_size_than_announced_is_noticed(tmp_path: Path) -> None:
    take = make_take(DEVICE, [scene_part(30, width=640, height=480)])

    found = looked_into(joined(tmp_path, take))

    assert found["reason"] == "The picture of recording.mp4 is 640x480 instead of 320x240."


def test_an_end_that_cannot_be_decoded_is_noticed(tmp_path: Path) -> None:
    folder = joined(tmp_path, make_take(DEVICE, [scene_part(90)]))
    with open_input(str(folder.assembled)) as container:
        last = max(
            (packet for packet in container.demux(video=0) if packet.pts is not None),
            key=lambda packet: packet.pts or 0,
        )
        assert last.pos is not None
        place, size = last.pos, last.size
    with folder.assembled.open("r+b") as file:
        file.seek(place)
        file.write(b"\xff" * size)

    found = looked_into(folder)

    assert not found["ok"]


@pytest.mark.parametrize("damage", [b"", b"no video at all", b"\x00" * 4096])
def test_a_damaged_segment_is_named_as_the_reason(tmp_path: Path, damage: bytes) -> None:
    folder = stored(tmp_path, make_take(DEVICE, [scene_part(90)]))
    folder.segment(1).write_bytes(damage)

    with pytest.raises((CannotSucceed, Damaged)):
        assemble(folder, "attempt.1", lambda _share: None)

    assert not folder.assembled.exists()


def test_a_recording_of_nothing_says_so(tmp_path: Path) -> None:
    folder = stored(tmp_path, make_take(DEVICE, []))

    with pytest.raises(CannotSucceed, match="no segments"):
        assemble(folder, "attempt.1", lambda _share: None)


def test_a_film_is_joined_without_numpy() -> None:
    # It would take longer to load than most films to join.
    code = "import sys, server.jobs.child, server.jobs.film; print('numpy' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "False"

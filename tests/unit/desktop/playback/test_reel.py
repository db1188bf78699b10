"""Pictures and sound over all segments: each picture once, in order, and sound without a hole."""

from pathlib import Path

import av
import numpy as np
import pytest

from desktop.playback.reel import frames, samples, sound_of
from desktop.playback.timeline import timeline_of
from tests.support.scene_media import encoded_scene
from tests.support.watchable import SIZE, frame_number, write_segments

FRAME_S = 1 / 30


def test_every_picture_comes_once_and_at_its_time(tmp_path: Path) -> None:
    found = list(frames(timeline_of(write_segments(tmp_path, 135)), 0.0))

    assert [frame_number(each.picture(*SIZE)) for each in found] == list(range(135))
    assert [each.at_s for each in found] == pytest.approx([n * FRAME_S for n in range(135)])


def test_from_the_middle_on_the_first_picture_is_the_one_that_shows_then(tmp_path: Path) -> None:
    timeline = timeline_of(write_segments(tmp_path, 135))

    found = [frame_number(each.picture(*SIZE)) for each in frames(timeline, 2.02)]

    assert found == list(range(60, 135))


def test_beyond_the_end_the_last_picture_stays(tmp_path: Path) -> None:
    timeline = timeline_of(write_segments(tmp_path, 75))

    assert [frame_number(each.picture(*SIZE)) for each in frames(timeline, 99.0)] == [74]


def test_a_later_part_s_pictures_come_at_its_place(tmp_path: Path) -> None:
    files = write_segments(tmp_path, 30)
    files += write_segments(tmp_path, 15, offset_s=10.0, part=1)

    at_s = [each.at_s for each in frames(timeline_of(files), 0.0)]

    assert len(at_s) == 45
    assert at_s[29:31] == pytest.approx([29 * FRAME_S, 10.0])


def test_a_picture_is_no_larger_than_it_is_shown_and_keeps_its_shape(tmp_path: Path) -> None:
    frame = next(frames(timeline_of(write_segments(tmp_path, 15)), 0.0))

    small, large = frame.picture(100, 1000), frame.picture(5000, 5000)

    assert (small.width, small.height) == (100, 76)
    assert (large.width, large.height) == SIZE
    assert len(large.bgra) >= large.stride * large.height


def test_sound_goes_over_segments_as_if_it_were_one_file(tmp_path: Path) -> None:
    files = write_segments(tmp_path, 150)
    whole = tmp_path / "whole.mp4"
    whole.write_bytes(encoded_scene(150, *SIZE).data)
    timeline = timeline_of(files)
    sound = sound_of(timeline)
    assert sound is not None

    pieces = list(samples(timeline, sound, 0.0))
    heard = np.concatenate([each.samples for each in pieces]).reshape(-1)

    ends = [each.at_s + len(each.samples) / sound.rate_hz for each in pieces]
    assert [each.at_s for each in pieces[1:]] == pytest.approx(ends[:-1], abs=1e-6)
    assert np.array_equal(heard, decoded_at_once(whole)[: len(heard)])
    assert len(heard) == pytest.approx(5 * sound.rate_hz, abs=2048)


def test_sound_from_the_middle_begins_exactly_there(tmp_path: Path) -> None:
    timeline = timeline_of(write_segments(tmp_path, 150))
    sound = sound_of(timeline)
    assert sound is not None
    everything = np.concatenate([each.samples for each in samples(timeline, sound, 0.0)])

    first = next(samples(timeline, sound, 3.5))

    assert first.at_s == pytest.approx(3.5, abs=1e-4)
    begin = round(3.5 * sound.rate_hz)
    assert np.abs(first.samples - everything[begin : begin + len(first.samples)]).max() < 64


def test_a_recording_without_a_microphone_has_no_sound(tmp_path: Path) -> None:
    assert sound_of(timeline_of(write_segments(tmp_path, 15, sound=False))) is None


def decoded_at_once(path: Path) -> np.ndarray:
    resampler = av.AudioResampler(format="s16", layout="mono", rate=48_000)
    pieces = []
    with av.open(str(path), "r") as container:
        for frame in container.decode(audio=0):
            frame.pts = None
            pieces += [each.to_ndarray().reshape(-1) for each in resampler.resample(frame)]
    return np.concatenate(pieces)

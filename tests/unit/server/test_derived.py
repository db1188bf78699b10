"""Thumbnail, sprite, waveform and quality of real films, and of what is odd about some."""

import json
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from server.jobs import quality, sprite, thumbnail, tracking, waveform
from server.jobs.film_source import film_of, opened, picture_track
from server.jobs.frames import Decoding, pictures_at
from server.jobs.parts import CannotSucceed
from server.jobs.sound_measures import listen
from tests.support.derived import Work, filmed, taken_in, work_on
from tests.support.footage import FPS, make_footage
from tests.support.photograph import Colour

TONE = 0.2 / 2**0.5
"""A fifth of full scale on one channel, given to two."""


def grey_of(path: Path) -> Colour:
    found = cv2.imread(str(path))
    assert found is not None
    return np.asarray(found, np.uint8)


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return work_on(tmp_path / "data", make_footage(tmp_path / "clip.mkv", frames=75))


def test_a_thumbnail_shows_the_film_where_there_is_something_to_see(work: Work) -> None:
    made = work.run(thumbnail.make)

    picture = grey_of(work.folder.thumbnail)
    assert picture.shape[:2] == (120, 160)
    assert (made.facts["width"], made.facts["height"]) == (160, 120)
    assert made.facts["at_s"] == 0.28
    # Every picture of it is grey, as bright as five times its number.
    shown = round(made.facts["at_s"] * FPS)
    assert abs(int(np.median(picture)) - shown * 5) <= 4


def test_a_film_that_was_held_upright_is_shown_upright(tmp_path: Path) -> None:
    source = make_footage(tmp_path / "clip.mp4", sound=None)
    turned = tmp_path / "turned.mp4"
    with av.open(str(source)) as before, av.open(str(turned), "w") as after:
        stream = after.add_stream_from_template(before.streams.video[0])
        stream.set_display_rotation(90)
        for packet in before.demux(before.streams.video[0]):
            if packet.dts is not None:
                packet.stream = stream
                after.mux_one(packet)
    work = work_on(tmp_path / "data", turned)

    work.run(thumbnail.make)

    assert grey_of(work.folder.thumbnail).shape[:2] == (160, 120)


def test_a_sprite_holds_a_tile_for_every_second(work: Work) -> None:
    made = work.run(sprite.make)

    facts = made.facts
    assert (facts["tiles"], facts["columns"], facts["rows"]) == (3, 3, 1)
    assert facts["times_s"] == [0.0, 1.0, 2.0]
    sheet = grey_of(work.folder.sprite)
    assert sheet.shape[:2] == (facts["tile_height"], 3 * facts["tile_width"])
    for number in range(3):
        left = number * facts["tile_width"]
        shade = int(np.median(sheet[:, left : left + facts["tile_width"]]))
        assert abs(shade - number * FPS * 5) <= 6


def test_pictures_far_apart_are_those_that_are_shown_then(tmp_path: Path) -> None:
    work = work_on(tmp_path / "data", make_footage(tmp_path / "c.mkv", frames=300, sound=None))
    film = film_of(work.folder)

    with opened(film) as container:
        decoding = Decoding(container, picture_track(container))
        found = pictures_at(decoding, [1.0, 3.0, 5.5], work.shares.append)
        near = [(number, round(time_s, 3)) for number, time_s, _ in found]
    with opened(film) as container:
        decoding = Decoding(container, picture_track(container))
        found = pictures_at(decoding, [0.0, 5.5, 11.0], work.shares.append)
        far = [(number, round(time_s, 3)) for number, time_s, _ in found]

    assert near == [(0, 1.0), (1, 3.0), (2, 5.48)]
    assert far == [(0, 0.0), (1, 5.48), (2, 11.0)]


def test_a_waveform_is_as_loud_as_the_film(work: Work) -> None:
    made = work.run(waveform.make)

    written = json.loads(work.folder.waveform.read_bytes())
    peaks = np.array(written["peaks"])
    assert written["rate_hz"] == 50
    assert len(peaks) == made.facts["count"] == pytest.approx(150, abs=3)
    # The tone, from the first stretch to near the last.
    assert np.abs(peaks[5:-10, 1] - TONE * 127).max() <= 2
    assert np.abs(peaks[5:-10, 0] + TONE * 127).max() <= 2


def test_a_waveform_is_of_the_loudest_channel_and_keeps_its_place(work: Work) -> None:
    late = np.array([[0.5] * 100, [-0.25] * 100], np.float32)
    peaks = waveform.Peaks(3.0, 10.0)

    peaks.add([(1.0, late)], 1000, 0.0, work.shares.append)
    peaks.add([(0.5, np.array(late / 2, np.float32))], 1000, 2.0, work.shares.append)

    assert peaks.found[10].tolist() == [-0.25, 0.5]
    assert peaks.found[25].tolist() == [-0.125, 0.25]
    assert np.count_nonzero(peaks.found) == 4
    assert work.shares == [1.0, 2.5]


def test_a_film_without_sound_says_so(tmp_path: Path) -> None:
    work = work_on(tmp_path / "data", make_footage(tmp_path / "c.mkv", sound=None))

    made = work.run(waveform.make)
    measured = work.run(quality.make).facts

    assert made.facts["has_sound"] is False
    assert json.loads(work.folder.waveform.read_bytes())["peaks"] == []
    assert measured["sound"] is None


def test_quality_tells_what_is_wrong_with_a_dark_and_empty_film(tmp_path: Path) -> None:
    work = work_on(tmp_path / "data", make_footage(tmp_path / "c.mkv", frames=50))

    facts = work.run(quality.make).facts

    # Grey rises from 0 to 245 in two seconds: looks at 0, 60, 125 and 187.
    assert facts["picture"]["looks"] == 4
    assert facts["picture"]["dark_share"] == 0.25
    assert facts["picture"]["face_seen_share"] == 0.0
    assert facts["sound"]["level_db"] == pytest.approx(20 * np.log10(TONE) - 3, abs=0.5)
    assert facts["sound"]["clipped_share"] == 0.0
    assert facts["timing"]["frame_rate"]["mean_fps"] == pytest.approx(FPS)
    assert facts["timing"]["frame_rate"]["longest_interval_ms"] == pytest.approx(40)
    # No face is expected in footage of other cameras.
    assert [each["code"] for each in facts["findings"]] == ["too_dark"]
    assert json.loads(work.folder.quality.read_bytes()) == facts


def test_sound_that_was_cut_off_is_told_from_loud_and_from_silent_sound() -> None:
    times = np.arange(48_000) / 48_000
    wave = np.sin(times * 2 * np.pi * 440).astype(np.float32)
    sound = [
        (0.0, np.clip(wave * 3, -1, 1).reshape(1, -1)),
        (1.0, (wave * 0.9).reshape(1, -1)),
        (2.0, np.zeros((1, 48_000), np.float32)),
        (3.0, np.vstack((np.zeros_like(wave), wave * 0.5))),
    ]

    heard = listen(sound, 48_000, lambda _share: None)

    assert heard.windows == 20
    assert heard.clipped_share == 0.25
    assert heard.silent_share == 0.25
    assert heard.peak_db == 0.0


def test_a_damaged_packet_costs_its_picture_and_is_counted(tmp_path: Path) -> None:
    file = make_footage(tmp_path / "clip.avi", frames=75, codec="mpeg4", sound=None)
    work = work_on(tmp_path / "data", file)
    with opened(film_of(work.folder)) as container:
        places = [
            (packet.pos, packet.size)
            for packet in container.demux(video=0)
            if packet.pos is not None and packet.size
        ]
    with work.folder.assembled.open("r+b") as film:
        for pos, size in places[30:33]:
            film.seek(pos)
            film.write(bytes(size))

    facts = work.run(quality.make).facts
    tiles = work.run(sprite.make).facts["tiles"]

    assert facts["picture"]["damaged_packets"] == 3
    assert "damaged" in [each["code"] for each in facts["findings"]]
    assert tiles == 3


def test_a_film_that_is_the_file_itself_is_worked_on_as_any_other(tmp_path: Path) -> None:
    file = make_footage(tmp_path / "old.avi", codec="msmpeg4", sound=None, frames=50)
    work = work_on(tmp_path / "data", file)

    for make in (thumbnail.make, sprite.make, waveform.make, quality.make, tracking.make):
        work.run(make)

    assert json.loads(work.folder.tracking.read_bytes())["sampleFps"] == 5
    assert not work.folder.assembled.exists()


def test_nothing_is_made_of_what_was_found_not_to_play(work: Work) -> None:
    probe = json.loads(work.folder.probe.read_bytes())
    work.folder.probe.write_text(json.dumps({**probe, "ok": False}))

    with pytest.raises(CannotSucceed, match="no film of this recording that plays"):
        work.run(thumbnail.make)
    work.folder.probe.unlink()
    with pytest.raises(CannotSucceed, match="not looked into yet"):
        work.run(thumbnail.make)


def test_nothing_is_made_of_what_does_not_play(tmp_path: Path) -> None:
    file = tmp_path / "clip.mp4"
    make_footage(file)
    file.write_bytes(file.read_bytes()[:3000])
    folder = taken_in(tmp_path / "data", file)
    assert not filmed(folder)["ok"]

    for make in (thumbnail.make, sprite.make, waveform.make, quality.make):
        with pytest.raises(CannotSucceed, match="no film of this recording that plays"):
            Work(folder).run(make)

"""The job `track` on real films: against the truth, across pauses, and where there is nobody."""

import itertools
import math
import struct
import subprocess
from pathlib import Path
from typing import Any

import av
import pytest

from server.jobs.parts import CannotSucceed
from server.jobs.sampling import Film, sample
from server.jobs.tracking import track
from server.tracking.detectors import HaarFace
from tests.support.footage import make_footage
from tests.support.moving_face import Walk, face_film, swaying

HIDDEN = ((5.0, 6.5), (9.0, 9.4))


def tracked(films: list[Film], fps: float = 5) -> dict[str, Any]:
    return track(films, HaarFace(), fps, "r", lambda _t: None)


@pytest.fixture(scope="module")
def swayed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Somebody sways for twelve seconds and is hidden twice."""
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    face_film(path, [Walk(swaying, HIDDEN)], 12, fps=15)
    return tracked([Film(path, 0.0)])


def test_the_track_is_where_the_face_was(swayed: dict[str, Any]) -> None:
    seen = [each for each in swayed["trackPoints"] if not each["predicted"]]

    assert len(swayed["tracks"]) == 1
    for each in seen:
        assert (each["x"], each["y"]) == pytest.approx(swaying(each["t"]), abs=0.01)
    assert {each["t"] for each in swayed["trackPoints"] if each["predicted"]} == {
        each for each, _ in swayed["samples"] if any(a <= each < b for a, b in HIDDEN)
    }


def test_the_numbers_are_those_of_the_truth(swayed: dict[str, Any]) -> None:
    found = swayed["derivedMetrics"]

    # 1.9 of 12 seconds are hidden; a look stands for a fifth of a second.
    assert found["coveragePercent"] == pytest.approx(100 * (12 - 1.9) / 12, abs=100 * 0.2 / 12)
    assert found["gapsCount"] == 1
    assert found["longestGapSec"] == pytest.approx(1.5, abs=0.2)
    assert swayed["gaps"] == [[5.0, 6.6]]
    assert found["totalDistance"] == pytest.approx(_swayed(), rel=0.1)
    assert found["jitter"] < 0.01


def test_a_film_without_anybody_is_a_result(tmp_path: Path) -> None:
    made = tracked([Film(face_film(tmp_path / "a.mp4", [], 2, fps=10), 0.0)])

    assert made["derivedMetrics"]["coveragePercent"] == 0.0
    assert (made["primary"], made["gaps"]) == (None, [[0.0, 2.0]])
    assert "found nobody" in made["note"]


def test_a_pause_is_no_gap(tmp_path: Path) -> None:
    walk = Walk(lambda _t: (0.5, 0.5))
    path = face_film(tmp_path / "a.mp4", [walk], 30, fps=10, pauses=[(1.0, 28.0)])

    made = tracked([Film(path, 0.0)])

    assert sum(lasts_s for _, lasts_s in made["samples"]) == pytest.approx(3.0)
    found = made["derivedMetrics"]
    assert (found["coveragePercent"], found["gapsCount"]) == (100.0, 0)


def test_parts_in_files_of_their_own_are_on_one_clock(tmp_path: Path) -> None:
    first = face_film(tmp_path / "a.mp4", [Walk(lambda _t: (0.3, 0.5))], 5, fps=10, pauses=[(1, 4)])
    other = face_film(tmp_path / "b.mp4", [], 1, fps=10, size=(360, 640))

    made = tracked([Film(first, 0.0), Film(other, 2.0)])

    times = [t_s for t_s, _ in made["samples"]]
    assert times == sorted(times)
    assert [t_s for t_s in times if 1 <= t_s < 4] == [round(2 + n / 5, 3) for n in range(5)]
    assert made["gaps"] == [[2.0, 3.0]]
    assert made["frameSizes"] == [
        {"fromSec": 0.0, "size": [640, 360]},
        {"fromSec": 2.0, "size": [360, 640]},
        {"fromSec": 4.0, "size": [640, 360]},
    ]


@pytest.mark.parametrize(("fps", "wanted"), [(30, 5), (24, 5), (15, 2), (3, 5), (25, 0.5)])
def test_pictures_stand_for_all_of_the_film_whatever_its_pace(
    tmp_path: Path, fps: int, wanted: float
) -> None:
    path = make_footage(tmp_path / "a.mp4", frames=fps * 4, sound=None)
    _at_pace(path, tmp_path / "b.mp4", fps)

    found = list(sample(Film(tmp_path / "b.mp4"), wanted, 480))

    assert len(found) == math.ceil(4 * min(wanted, fps))
    assert sum(each.lasts_s for each in found) == pytest.approx(4.0, abs=0.002)
    for each, after in itertools.pairwise(found):
        assert each.t_s + each.lasts_s == pytest.approx(after.t_s, abs=0.0011)


def test_a_film_that_a_phone_took_upright_is_looked_at_upright(tmp_path: Path) -> None:
    upright = face_film(
        tmp_path / "a.mp4", [Walk(lambda _t: (0.7, 0.5), height=0.25)], 1, fps=5, size=(360, 640)
    )
    turned = tmp_path / "b.mp4"
    _ffmpeg("-i", str(upright), "-vf", "transpose=1", "-c:v", "libx264", str(turned))
    _say_turned(turned)

    made = tracked([Film(turned, 0.0)])

    assert made["frameSize"] == [360, 640]
    assert len(made["trackPoints"]) == 5
    for each in made["trackPoints"]:
        assert (each["x"], each["y"]) == pytest.approx((0.7, 0.5), abs=0.02)


def test_a_film_of_oblong_pixels_is_looked_at_as_it_is_shown(tmp_path: Path) -> None:
    square = make_footage(tmp_path / "a.mp4", sound=None)
    oblong = tmp_path / "b.mp4"
    _ffmpeg("-i", str(square), "-vf", "setsar=2", "-c:v", "libx264", str(oblong))

    first = next(sample(Film(oblong), 5, 480))

    assert first.size == (320, 120)
    assert first.pixels.shape == (120, 320, 3)


def test_what_cannot_be_decoded_in_the_middle_is_passed_over(tmp_path: Path) -> None:
    path = make_footage(tmp_path / "a.mp4", sound=None)
    content = bytearray(path.read_bytes())
    with av.open(str(path)) as container:
        packets = [each for each in container.demux(video=0) if each.pos is not None and each.size]
    broken = packets[20]
    assert broken.pos is not None
    content[broken.pos : broken.pos + broken.size] = bytes(broken.size)
    path.write_bytes(content)

    found = list(sample(Film(path), 25, 480))

    assert len(found) == 49
    assert sum(each.lasts_s for each in found) == pytest.approx(2.0, abs=0.01)


def test_sound_alone_has_nobody_to_look_for(tmp_path: Path) -> None:
    path = tmp_path / "sound.mp4"
    _ffmpeg("-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac", str(path))

    with pytest.raises(CannotSucceed, match="no picture"):
        tracked([Film(path, 0.0)])


def test_a_film_without_one_whole_picture_is_no_result(tmp_path: Path) -> None:
    path = make_footage(tmp_path / "a.mp4", sound=None, frames=3)
    with av.open(str(path)) as container:
        places = [(each.pos, each.size) for each in container.demux(video=0) if each.size]
    content = bytearray(path.read_bytes())
    for pos, size in places:
        assert pos is not None
        content[pos : pos + size] = bytes(size)
    path.write_bytes(content)

    with pytest.raises(CannotSucceed, match="No picture"):
        tracked([Film(path, 0.0)])


def _swayed() -> float:
    """How far the face went while it was seen, in widths of the picture."""
    steps = [number / 100 for number in range(1201)]
    path = [(x, y * 9 / 16) for x, y in map(swaying, steps)]
    return sum(
        math.dist(a, b)
        for t_s, a, b in zip(steps, path, path[1:], strict=False)
        if not 5.0 <= t_s < 6.6
    )


def _say_turned(path: Path) -> None:
    """Write beside the picture that players are to turn it to the left (ISO 14496-12, 8.3.2)."""
    content = bytearray(path.read_bytes())
    matrix = content.index(b"tkhd") + 44
    assert struct.unpack_from(">9i", content, matrix) == (
        1 << 16,
        0,
        0,
        0,
        1 << 16,
        0,
        0,
        0,
        1 << 30,
    )
    struct.pack_into(">9i", content, matrix, 0, -1 << 16, 0, 1 << 16, 0, 0, 0, 640 << 16, 1 << 30)
    path.write_bytes(content)


def _at_pace(path: Path, to: Path, fps: int) -> None:
    # The same pictures, each standing longer or shorter.
    _ffmpeg("-itsscale", str(25 / fps), "-i", str(path), "-c", "copy", str(to))


def _ffmpeg(*words: str) -> None:
    subprocess.run(
        ["ffmpeg", "-v", "error", *words], check=True, timeout=60, stdin=subprocess.DEVNULL
    )

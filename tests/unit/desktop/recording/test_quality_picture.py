"""What the quality check measures on real pictures, and what the thresholds make of it."""

import cv2
import numpy as np
import pytest

from desktop.recording.preview_memory import Picture
from desktop.recording.quality_picture import Examiner, FaceFinder
from holdfast.quality import Look, PictureCounts
from tests.support.photograph import Colour, defocused, in_light, noisy, portrait, tilted, wall

PORTRAIT = portrait()
SECOND_NS = 1_000_000_000


def shown(picture: Colour, time_ns: int = 0) -> Picture:
    """The picture as it stands in the preview's memory."""
    bgra = cv2.cvtColor(picture, cv2.COLOR_BGR2BGRA)
    height, width = bgra.shape[:2]
    return Picture(width, height, width * 4, time_ns, bgra.tobytes())


def look(picture: Colour) -> Look:
    return Examiner(FaceFinder()).look(shown(picture))


def counted(picture: Colour) -> PictureCounts:
    return PictureCounts().and_look(look(picture))


def small(picture: Colour) -> Colour:
    return np.asarray(cv2.resize(picture, (480, 270), interpolation=cv2.INTER_AREA), np.uint8)


GOOD = {
    "as it is": PORTRAIT,
    "small, for the check alone": small(PORTRAIT),
    "of a noisy camera": noisy(PORTRAIT, 6),
    "at 0.3 of its light": noisy(in_light(PORTRAIT, 0.3), 2),
    "a little soft": defocused(PORTRAIT, 0.0015),
    "tilted by 8 degrees": tilted(PORTRAIT, 8),
}


@pytest.mark.parametrize("picture", GOOD.values(), ids=GOOD.keys())
def test_a_portrait_shows_a_face_in_good_light_and_focus(picture: Colour) -> None:
    assert counted(picture) == PictureCounts(looks=1, with_face=1)


DARK = {
    "black": np.zeros((720, 1280, 3), np.uint8),
    "a covered lens": noisy(np.zeros((720, 1280, 3), np.uint8), 3),
    "at 0.2 of its light": in_light(PORTRAIT, 0.2),
    "at 0.05 of its light": noisy(in_light(PORTRAIT, 0.05), 2),
}


@pytest.mark.parametrize("picture", DARK.values(), ids=DARK.keys())
def test_a_dark_picture_is_dark_and_nothing_else(picture: Colour) -> None:
    counts = counted(picture)

    assert (counts.dark, counts.blurred) == (1, 0)


@pytest.mark.parametrize("share_of_width", [0.004, 0.0125, 0.02])
@pytest.mark.parametrize("noise", [0, 6])
@pytest.mark.parametrize("size", [(1280, 720), (480, 270)])
def test_a_picture_out_of_focus_is_blurred(
    share_of_width: float, noise: float, size: tuple[int, int]
) -> None:
    blurred = noisy(defocused(PORTRAIT, share_of_width), noise)
    picture = np.asarray(cv2.resize(blurred, size, interpolation=cv2.INTER_AREA), np.uint8)

    counts = counted(picture)

    assert (counts.dark, counts.blurred) == (0, 1)


@pytest.mark.parametrize("noise", [0, 2, 6])
def test_a_plain_wall_is_neither_blurred_nor_a_face(noise: float) -> None:
    assert counted(noisy(wall(), noise)) == PictureCounts(looks=1, with_face=0)


def test_a_face_on_a_plain_wall_is_judged_by_the_face() -> None:
    person = wall()
    person[400:720, 400:720] = portrait(320, 320)

    assert counted(person) == PictureCounts(looks=1, with_face=1)
    assert counted(defocused(person, 0.008)).blurred == 1


def test_the_same_picture_again_has_not_changed_and_a_cameras_next_one_has() -> None:
    examiner = Examiner(None)
    camera = [noisy(PORTRAIT, 1.5, seed) for seed in range(2)]

    changes = [
        examiner.look(shown(picture)).change for picture in (camera[0], camera[0], camera[1])
    ]

    assert changes[:2] == [None, 0.0]
    assert changes[2] is not None
    assert changes[2] > 0.05


def test_a_picture_of_another_size_is_a_new_one() -> None:
    examiner = Examiner(None)
    examiner.look(shown(portrait(640, 480)))

    assert examiner.look(shown(PORTRAIT)).change is None


def test_nobody_looks_for_a_face_where_none_is_expected() -> None:
    first = Examiner(None).look(shown(PORTRAIT))

    assert first.faces is None
    assert PictureCounts().and_look(first).with_face is None


def test_a_face_is_followed_and_its_leaving_seen() -> None:
    finder = FaceFinder()
    grey = np.asarray(cv2.cvtColor(small(PORTRAIT), cv2.COLOR_BGR2GRAY), np.uint8)
    moved = np.roll(grey, 12, axis=1)
    far = np.roll(grey, 150, axis=1)
    gone = np.full_like(grey, 120)

    first, second, third = finder.find(grey), finder.find(moved), finder.find(far)

    assert first is not None
    assert second is not None
    assert third is not None
    assert second.left - first.left == pytest.approx(12, abs=4)
    assert third.left - first.left == pytest.approx(150, abs=6)
    assert finder.find(gone) is None
    assert finder.find(grey) is not None


def test_a_face_that_comes_back_after_long_is_seen_at_the_second_look() -> None:
    finder = FaceFinder()
    grey = np.asarray(cv2.cvtColor(small(PORTRAIT), cv2.COLOR_BGR2GRAY), np.uint8)
    gone = np.full_like(grey, 120)

    for looks_in_vain in range(10):
        for _ in range(looks_in_vain):
            assert finder.find(gone) is None
        assert finder.find(grey) is not None or finder.find(grey) is not None


def test_where_the_face_is_can_be_told_to_whoever_sits_there() -> None:
    examiner = Examiner(FaceFinder())
    examiner.look(shown(PORTRAIT))

    sighting = examiner.sighting
    assert sighting is not None
    assert sighting.looked_for_face
    assert sighting.face is not None
    across, down = sighting.face.centre
    # The astronaut looks at us from a little left of the middle, in the upper half.
    assert (across, down) == pytest.approx((0.47, 0.24), abs=0.06)

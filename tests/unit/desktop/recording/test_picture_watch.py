"""A camera that hangs or is covered is noticed; a still slide on a grabber is not."""

from collections.abc import Callable, Iterable
from itertools import count

import cv2
import numpy as np
import pytest

from desktop.recording.picture_watch import (
    FROZEN_S,
    MARKERS,
    SENTENCES,
    STILL_S,
    PictureAlarmKind,
    PictureWatch,
)
from desktop.recording.sources import Frame, Pixels

RNG = np.random.default_rng(21)
SHAPE = (120, 160, 3)
FPS = 30
Show = Callable[[Pixels, int], Frame]


def as_pixels(pixels: Pixels, time_ns: int) -> Frame:
    return Frame(time_ns, pixels=pixels)


def as_jpeg(pixels: Pixels, time_ns: int) -> Frame:
    return Frame(time_ns, jpeg=cv2.imencode(".jpg", pixels)[1].tobytes())


def noisy(level: float = 120.0, noise: float = 3.0) -> Pixels:
    """A still scene as a camera sees it: with noise."""
    picture = np.full(SHAPE, level) + np.linspace(-80, 80, SHAPE[1])[None, :, None] * (level > 90)
    return np.clip(picture + RNG.normal(0, noise, SHAPE), 0, 255).astype(np.uint8)


def camera(seconds: float, fps: int = FPS, level: float = 120.0) -> list[Pixels]:
    return [noisy(level) for _ in range(round(seconds * fps))]


def repeated(picture: Pixels, seconds: float, fps: int = FPS) -> list[Pixels]:
    return [picture] * round(seconds * fps)


def watch_all(
    pictures: Iterable[Pixels],
    show: Show = as_pixels,
    fps: int = FPS,
    *,
    watch: PictureWatch | None = None,
) -> list[tuple[float, PictureAlarmKind | None]]:
    """Each change of the alarm, with the seconds at which it came, looking twice a second."""
    watch = watch or PictureWatch()
    changes: list[tuple[float, PictureAlarmKind | None]] = []
    last: PictureAlarmKind | None = None
    for number, picture in zip(count(), pictures, strict=False):
        watch.add(show(picture, number * 1_000_000_000 // fps))
        if number % max(1, fps // 2) == 0 and (now := watch.judge()) != last:
            changes.append((number / fps, now))
            last = now
    return changes


BOTH = pytest.mark.parametrize("show", [as_pixels, as_jpeg])


@BOTH
def test_a_camera_that_repeats_its_picture_is_frozen_within_three_seconds(show: Show) -> None:
    pictures = camera(4)
    changes = watch_all([*pictures, *repeated(pictures[-1], 4), *camera(2)], show)

    (frozen_s, kind), (well_s, well) = changes
    assert (kind, well) == ("frozen", None)
    assert 4 + FROZEN_S - 0.1 <= frozen_s <= 4 + 3.0
    assert 8.0 <= well_s <= 8.6


@BOTH
@pytest.mark.parametrize("level", [120.0, 60.0, 30.0])
def test_a_camera_on_a_still_scene_is_well(show: Show, level: float) -> None:
    assert watch_all(camera(6, level=level), show) == []


def test_a_slow_camera_in_the_dark_is_well() -> None:
    # It gives each picture twice, and later two a second.
    doubled = [picture for picture in camera(3, fps=15) for _ in range(2)]
    assert watch_all(doubled) == []
    assert watch_all(camera(6, fps=2), fps=2) == []


def test_two_equal_pictures_of_a_very_slow_camera_are_not_frozen() -> None:
    watch = PictureWatch(always_changes=True)
    picture = noisy()
    watch.add(as_pixels(picture, 0))
    watch.add(as_pixels(picture, round(1.5 * FROZEN_S * 1e9)))
    assert watch.judge() is None

    watch.add(as_pixels(picture, round(3.0 * FROZEN_S * 1e9)))

    assert watch.judge() == "frozen"


@BOTH
def test_a_slide_that_was_there_from_the_start_is_asked_about_late(show: Show) -> None:
    slide = noisy()

    changes = watch_all(repeated(slide, STILL_S + 2), show)

    ((still_s, kind),) = changes
    assert kind == "still"
    assert STILL_S <= still_s <= STILL_S + 1


def test_slides_that_follow_each_other_are_no_alarm() -> None:
    slides = [picture for _ in range(4) for picture in repeated(noisy(), 6)]

    assert watch_all(slides) == []


def test_a_source_that_stood_still_twice_by_itself_may_do_so_for_ever() -> None:
    pictures = camera(4)
    for _ in range(2):
        pictures += repeated(pictures[-1], 1.5) + camera(4)

    assert watch_all([*pictures, *repeated(pictures[-1], 40)]) == []


def test_one_pause_of_a_camera_does_not_hide_the_next() -> None:
    pictures = camera(4)
    pictures += repeated(pictures[-1], 1.5) + camera(4)

    assert [kind for _, kind in watch_all([*pictures, *repeated(pictures[-1], 4)])] == ["frozen"]


def test_a_known_camera_that_comes_back_frozen_need_not_be_learned() -> None:
    watch = PictureWatch(always_changes=True)

    changes = watch_all(repeated(noisy(), 4), watch=watch)

    ((frozen_s, kind),) = changes
    assert kind == "frozen"
    assert frozen_s <= 3.0


def test_a_time_in_the_head_of_a_repeated_jpeg_changes_nothing() -> None:
    def stamped(pixels: Pixels, time_ns: int) -> Frame:
        jpeg = as_jpeg(pixels, time_ns).jpeg
        assert jpeg is not None
        comment = b"\xff\xfe\x00\x0a%08d" % (time_ns // 1_000_000 % 10**8)
        return Frame(time_ns, jpeg=jpeg[:2] + comment + jpeg[2:])

    pictures = camera(4)
    changes = watch_all([*pictures, *repeated(pictures[-1], 4)], stamped)

    assert [kind for _, kind in changes] == ["frozen"]


@BOTH
@pytest.mark.parametrize(("level", "noise"), [(0.0, 0.0), (16.0, 0.0), (8.0, 4.0)])
def test_a_covered_lens_is_black_and_not_frozen(show: Show, level: float, noise: float) -> None:
    covered = [noisy(level, noise) for _ in range(4 * FPS)]

    changes = watch_all([*camera(4), *covered, *camera(2)], show)

    (black_s, kind), (well_s, well) = changes
    assert (kind, well) == ("black", None)
    assert 4.5 <= black_s <= 7.0
    assert 8.0 <= well_s <= 8.6


@BOTH
def test_a_dark_room_with_a_lamp_is_not_black(show: Show) -> None:
    room = [noisy(12.0) for _ in range(4 * FPS)]
    for picture in room:
        picture[40:80, 60:100] = 180

    assert watch_all(room, show) == []


def test_a_jpeg_that_is_too_dense_to_be_decoded_often_is_still_found_black() -> None:
    def dense(pixels: Pixels, time_ns: int) -> Frame:
        jpeg = as_jpeg(pixels, time_ns).jpeg
        assert jpeg is not None
        return Frame(time_ns, jpeg=jpeg + bytes(SHAPE[0] * SHAPE[1]))

    changes = watch_all([*camera(4), *repeated(noisy(0.0, 0.0), 4)], dense)

    ((black_s, kind),) = changes
    assert kind == "black"
    assert black_s <= 7.0


def test_a_broken_jpeg_is_no_alarm() -> None:
    watch = PictureWatch()
    for number in range(120):
        watch.add(Frame(number * 33_333_333, jpeg=b"\xff\xd8\xff\xdb torn %d" % number))

    assert watch.judge() is None


def test_each_alarm_has_its_sentence_and_its_marker() -> None:
    assert set(MARKERS) == {*SENTENCES, None}
    assert MARKERS["frozen"] == "picture frozen"
    assert MARKERS["black"] == "picture black"
    assert MARKERS[None] == "picture well again"

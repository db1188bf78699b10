"""Choosing among a camera's modes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.recording.v4l2 import Mode, choose_mode

WEBCAM = [
    Mode(640, 480, 30.0, "YUYV"),
    Mode(1280, 720, 10.0, "YUYV"),
    Mode(1920, 1080, 5.0, "YUYV"),
    Mode(640, 480, 30.0, "MJPG"),
    Mode(1280, 720, 30.0, "MJPG"),
    Mode(1920, 1080, 30.0, "MJPG"),
]
SLOW = [
    Mode(640, 480, 25.0, "YUYV"),
    Mode(640, 480, 25.0, "BGR3"),
    Mode(1280, 720, 12.5, "YUYV"),
    Mode(1920, 1080, 5.0, "YUYV"),
]


@pytest.mark.parametrize(
    ("modes", "wanted", "chosen"),
    [
        (WEBCAM, (None, None, None), Mode(1280, 720, 30.0, "MJPG")),
        (WEBCAM, (640, 480, None), Mode(640, 480, 30.0, "MJPG")),
        (WEBCAM, (1920, 1080, 30.0), Mode(1920, 1080, 30.0, "MJPG")),
        (WEBCAM[:3], (None, None, None), Mode(640, 480, 30.0, "YUYV")),
        (SLOW, (None, None, None), Mode(640, 480, 25.0, "YUYV")),
        # A person who asks for a size gets it, slow or not.
        (SLOW, (1280, 720, None), Mode(1280, 720, 12.5, "YUYV")),
        (SLOW, (None, None, 5.0), Mode(1280, 720, 12.5, "YUYV")),
        ([], (None, None, None), None),
    ],
)
def test_the_mode_nearest_to_the_wish(
    modes: list[Mode],
    wanted: tuple[int | None, int | None, float | None],
    chosen: Mode | None,
) -> None:
    assert choose_mode(modes, *wanted) == chosen
    assert choose_mode(modes[::-1], *wanted) == chosen


MODES = st.lists(
    st.builds(
        Mode,
        st.sampled_from([320, 640, 1280, 1920]),
        st.sampled_from([240, 480, 720, 1080]),
        st.sampled_from([5.0, 12.5, 25.0, 30.0, 60.0]),
        st.sampled_from(["MJPG", "YUYV", "BGR3"]),
    ),
    min_size=1,
)


@given(MODES)
def test_a_size_that_is_asked_for_and_offered_is_chosen(modes: list[Mode]) -> None:
    wish = modes[-1]

    chosen = choose_mode(modes, wish.width, wish.height, None)

    assert chosen is not None
    assert (chosen.width, chosen.height) == (wish.width, wish.height)

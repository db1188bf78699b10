"""On a small screen everything at the kiosk is smaller, so that nothing has to be scrolled to."""

import os
import subprocess
import sys

import pytest

from desktop.ui.kiosk.parts import BUTTON_PX
from desktop.ui.kiosk.screen import LEAST, factor_for

STARTED = """
from desktop.ui.kiosk.parts import BUTTON_PX
from desktop.ui.kiosk.screen import fitting_application
app = fitting_application()
size, ratio = app.primaryScreen().size(), app.primaryScreen().devicePixelRatio()
assert fitting_application() is app
print(size.width(), size.height(), ratio)
"""


def test_a_button_stays_large_enough_for_a_finger_on_1024_x_768() -> None:
    assert BUTTON_PX * factor_for(1024, 768) >= 64


@pytest.mark.parametrize(
    ("size", "factor"),
    [((1280, 800), 1.0), ((1920, 1080), 1.0), ((1280, 400), 0.5), ((576, 800), 0.5)],
)
def test_it_shrinks_by_what_is_missing_and_never_grows(
    size: tuple[int, int], factor: float
) -> None:
    assert factor_for(*size) == factor


def test_a_screen_at_400_percent_has_room_for_the_pages_all_the_same() -> None:
    # Qt's offscreen screen has 800 x 800 pixels: at 400 % these are 200 x 200 of its own.
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "4"}
    words = [sys.executable, "-c", STARTED]
    said = subprocess.run(words, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout
    width, height, ratio = (float(each) for each in said.split())

    assert width >= LEAST[0]
    assert height >= LEAST[1]
    assert width * ratio == pytest.approx(800, abs=2)

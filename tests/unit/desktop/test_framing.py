"""What somebody in front of the camera is told, for every way to sit wrong."""

import pytest

from desktop.framing import STALE_AFTER_S, Advice, advice, is_present
from desktop.recording.sighting import Face, Sighting

NOW_NS = 100_000_000_000
GOOD = Face(0.4, 0.27, 0.22, 0.4)


def seen(
    face: Face | None = GOOD,
    *,
    brightness: float = 140.0,
    looked: bool = True,
    age_s: float = 0.3,
    change: float | None = 0.5,
) -> Sighting:
    return Sighting(NOW_NS - round(age_s * 1e9), looked, face, brightness, change)


@pytest.mark.parametrize(
    ("sighting", "told"),
    [
        (seen(), Advice.GOOD),
        (None, Advice.NOTHING),
        (seen(age_s=STALE_AFTER_S + 0.1), Advice.NOTHING),
        (seen(brightness=20), Advice.TOO_DARK),
        (seen(None, brightness=20, looked=False), Advice.TOO_DARK),
        (seen(None), Advice.NO_FACE),
        (seen(None, looked=False), Advice.NOTHING),
        (seen(Face(0.45, 0.4, 0.07, 0.12)), Advice.CLOSER),
        (seen(Face(0.2, 0.1, 0.5, 0.8)), Advice.BACK),
        (seen(Face(0.05, 0.27, 0.22, 0.4)), Advice.LEFT),
        (seen(Face(0.70, 0.27, 0.22, 0.4)), Advice.RIGHT),
        (seen(Face(0.4, 0.0, 0.22, 0.4)), Advice.DOWN),
        (seen(Face(0.4, 0.55, 0.22, 0.4)), Advice.UP),
    ],
)
def test_the_one_thing_that_helps_most_is_told(sighting: Sighting | None, told: Advice) -> None:
    assert advice(sighting, NOW_NS) is told


@pytest.mark.parametrize(
    ("sighting", "there"),
    [
        (seen(), True),
        (seen(None, change=8.0), True),
        (seen(None, change=0.4), False),
        (seen(None, change=None), False),
        (seen(age_s=30), False),
        (None, False),
    ],
)
def test_a_face_or_movement_is_somebody(sighting: Sighting | None, there: bool) -> None:
    assert is_present(sighting, NOW_NS) is there


@pytest.mark.parametrize("sighting", [seen(), seen(None, change=None, looked=False)])
def test_a_sighting_survives_the_memory(sighting: Sighting) -> None:
    there = Sighting.unpacked(sighting.packed())

    assert (there.time_ns, there.looked_for_face, there.change) == (
        sighting.time_ns,
        sighting.looked_for_face,
        sighting.change,
    )
    assert there.brightness == pytest.approx(sighting.brightness)
    assert (there.face is None) == (sighting.face is None)
    if there.face is not None:
        assert there.face.centre == pytest.approx(GOOD.centre, abs=1e-6)

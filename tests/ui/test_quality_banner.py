"""What the window says of a recording's quality."""

from dataclasses import replace

import pytest

from desktop.recording.quality import Quality, RecorderCounts, Totals, judge
from desktop.ui import texts
from desktop.ui.quality_banner import Checked, and_checked, findings_banner, good_banner
from holdfast.quality import PictureCounts

WHOLE = Totals(60.0, 1800, 0, has_sound=True)
PICTURES = PictureCounts(looks=100, with_face=100)
GOOD = judge(PICTURES, RecorderCounts(heard=300), WHOLE)
DARK = judge(replace(PICTURES, dark=50), RecorderCounts(heard=300), WHOLE)
UNSEEN = judge(None, RecorderCounts(heard=300), WHOLE, "The pictures were not checked.")


def of(*qualities: Quality) -> tuple[Checked, ...]:
    return tuple(Checked(number, f"Camera {number}", each) for number, each in enumerate(qualities))


@pytest.mark.parametrize("qualities", [[GOOD], [GOOD, GOOD]])
def test_what_is_good_is_said_calmly(qualities: list[Quality]) -> None:
    banner = good_banner(of(*qualities))

    assert banner is not None
    assert (banner.tone, banner.action) == ("ok", "dismiss")
    assert banner.sentence == "Picture and sound look good."
    assert findings_banner(of(*qualities)) is None


def test_what_was_found_is_said_and_that_the_recording_is_kept() -> None:
    banner = findings_banner(of(DARK))

    assert banner is not None
    assert (banner.tone, banner.action) == ("warn", "dismiss")
    assert banner.sentence == (
        f"The picture was too dark for 50 % of the time. {texts.FINDINGS_SAFE}"
    )
    assert good_banner(of(DARK)) is None


def test_of_several_cameras_it_says_which() -> None:
    banner = findings_banner(of(GOOD, DARK))

    assert banner is not None
    assert banner.sentence.startswith("Camera 1: The picture was too dark")
    assert "Camera 0" not in banner.sentence
    assert good_banner(of(GOOD, DARK)) is None


def test_what_was_not_checked_is_not_called_good() -> None:
    banner = findings_banner(of(UNSEEN))

    assert banner is not None
    assert (banner.tone, good_banner(of(UNSEEN))) == ("info", None)
    assert banner.sentence.startswith("The pictures were not checked.")


def test_before_anything_was_checked_nothing_is_said() -> None:
    assert findings_banner(()) is None
    assert good_banner(()) is None


def test_of_each_camera_the_last_recording_counts() -> None:
    first, second = of(DARK, DARK)
    again = replace(first, quality=GOOD)

    assert and_checked(and_checked((), second), first) == (first, second)
    assert and_checked((first, second), again) == (again, second)

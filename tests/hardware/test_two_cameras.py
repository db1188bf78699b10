"""Two real cameras of one session at the same time. Run with `-m hardware` (vivid n_devs=2)."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from holdfast import salvage
from holdfast.ids import new_id
from holdfast.layout import Home, RecordingFolder
from holdfast.manifest import Manifest
from tests.hardware.vivid import FPS, control, needs_vivid, wait_a_moment
from tests.integration.recorder.conftest import CLOCK, decode
from tests.support.command_line import Running, Said, holdfast

CAMERAS = ("/dev/video0", "/dev/video1")

pytestmark = [
    pytest.mark.hardware,
    pytest.mark.timeout(180),
    needs_vivid,
    pytest.mark.skipif(not Path(CAMERAS[1]).exists(), reason="needs a second camera"),
]


@pytest.fixture(autouse=True)
def _small_pictures(home: Path) -> None:
    (home / "config.toml").write_text(f"[capture]\nwidth = 640\nheight = 480\nfps = {FPS}\n")


@dataclass(frozen=True, slots=True)
class Side:
    """What one camera's command said, and what stands on disk."""

    said: Said
    folder: RecordingFolder
    manifest: Manifest

    @classmethod
    def of(cls, home: Path, said: Said) -> "Side":
        assert said.exit_code == 0, said.err
        printed = said.json_lines[-1]
        folder = Home(home).recording(printed["session"], printed["id"])
        manifest = salvage.read_manifest(folder)
        assert manifest is not None
        return cls(said, folder, manifest)

    @property
    def zero_ns(self) -> int:
        return self.manifest.announcement.started_monotonic_ns


def words(camera: str, session: str, seconds: float) -> tuple[str, ...]:
    given = ("--audio", "none", "--session", session, "--participant", "P-001", "--json")
    return ("record", "--source", camera, "--seconds", f"{seconds:g}", *given)


def test_both_are_recorded_as_one_session_on_one_clock(home: Path) -> None:
    session = new_id(CLOCK.now())
    with (
        Running(home, *words(CAMERAS[0], session, 6)) as first,
        Running(home, *words(CAMERAS[1], session, 6)) as second,
    ):
        sides = [Side.of(home, each.ended()) for each in (first, second)]

    assert [each.folder.session for each in sides] == [session, session]
    videos = [each.manifest.announcement.video for each in sides]
    assert [each and each.camera_id.startswith("/dev/") for each in videos] == [True, True]
    assert len({each and each.camera_id for each in videos}) == 2
    for side in sides:
        assert side.manifest.gaps == ()
        assert side.manifest.frames + side.manifest.lost_frames == pytest.approx(60, abs=8)
        for listed in side.manifest.segments:
            assert len(decode(side.folder.segment(listed.segment))) == listed.frames
    boots = {each.manifest.announcement.boot_id for each in sides}
    assert len(boots) == 1, "one clock"
    assert abs(sides[0].zero_ns - sides[1].zero_ns) < 20e9
    listed = holdfast(home, "queue", "list", "--json").json["recordings"]
    assert [each["custody"]["saved"] for each in listed] == [True, True]


def test_one_that_fails_costs_the_other_nothing(home: Path) -> None:
    session = new_id(CLOCK.now())
    with (
        Running(home, *words(CAMERAS[0], session, 9)) as first,
        Running(home, *words(CAMERAS[1], session, 9)) as second,
    ):
        for each in (first, second):
            each.wait_until_it_says("Recording ")
        wait_a_moment(2.0)
        control("inject_fatal_streaming_error=1", Path(CAMERAS[1]))
        well, failing = (Side.of(home, each.ended()) for each in (first, second))

    assert well.manifest.gaps == ()
    assert [each.part for each in well.manifest.parts] == [0]
    assert [each.part for each in failing.manifest.parts] == [0, 1]
    assert len(failing.manifest.gaps) == 1
    assert {well.manifest.state, failing.manifest.state} == {"complete"}

"""Two real cameras recorded by one command at the same time. Run with `-m hardware`.

They are two of the kernel's test cameras (modprobe vivid n_devs=2).
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from holdfast import salvage
from holdfast.journal import Marker
from holdfast.layout import Home, RecordingFolder
from holdfast.manifest import Manifest
from tests.hardware.vivid import FPS, control, needs_vivid, wait_a_moment
from tests.integration.recorder.conftest import decode
from tests.support.command_line import Running, Said, holdfast

CAMERAS = ("/dev/video0", "/dev/video1")
SECONDS = 9
Note = Callable[[str, object], None]

pytestmark = [
    pytest.mark.hardware,
    pytest.mark.timeout(180),
    needs_vivid,
    pytest.mark.skipif(not Path(CAMERAS[1]).exists(), reason="needs a second camera"),
]
RECORD = (
    *("record", "--source", CAMERAS[0], "--source", CAMERAS[1], "--audio", "none"),
    *("--participant", "P-001", "--seconds", str(SECONDS), "--marker-stdin", "--json"),
)


@pytest.fixture(autouse=True)
def _small_pictures(home: Path) -> None:
    (home / "config.toml").write_text(f"[capture]\nwidth = 640\nheight = 480\nfps = {FPS}\n")


@dataclass(frozen=True, slots=True)
class Side:
    """What one of the cameras recorded."""

    folder: RecordingFolder
    manifest: Manifest

    @property
    def camera(self) -> str:
        video = self.manifest.announcement.video
        assert video is not None
        return video.camera_id

    @property
    def zero_ns(self) -> int:
        return self.manifest.announcement.started_monotonic_ns

    def marked_at_ns(self) -> list[int]:
        """The instants of its markers on the computer's clock."""
        entries = salvage.read_journal(self.folder)
        times_s = [each.t_s for each in entries if isinstance(each, Marker)]
        return [self.zero_ns + round(each * 1e9) for each in times_s]


def sides(home: Path, said: Said) -> list[Side]:
    """Both recordings, in the order of the cameras."""
    assert said.exit_code == 0, said.err
    printed = [each for each in said.json_lines if "custody" in each]
    found = []
    for each in printed:
        folder = Home(home).recording(each["session"], each["id"])
        manifest = salvage.read_manifest(folder)
        assert manifest is not None
        found.append(Side(folder, manifest))
    return found


def test_both_are_recorded_as_one_session_on_one_clock(home: Path, record_property: Note) -> None:
    with Running(home, *RECORD) as running:
        running.wait_until_it_says("Recording ")
        wait_a_moment(2.0)
        running.type_line("look up")
        first, second = sides(home, running.ended())

    assert first.folder.session == second.folder.session
    assert first.camera != second.camera
    apart_ms = (first.zero_ns - second.zero_ns) / 1e6
    record_property("zeros_apart_ms", round(apart_ms, 1))
    for side in (first, second):
        record_property("pictures", [side.manifest.frames, side.manifest.lost_frames])
        assert side.manifest.state == "complete"
        assert side.manifest.gaps == ()
        assert side.manifest.frames + side.manifest.lost_frames == pytest.approx(
            SECONDS * FPS, abs=0.1 * SECONDS * FPS
        )
        for listed in side.manifest.segments:
            assert len(decode(side.folder.segment(listed.segment))) == listed.frames
    assert first.manifest.announcement.boot_id == second.manifest.announcement.boot_id
    (here,), (there,) = first.marked_at_ns(), second.marked_at_ns()
    assert abs(here - there) < 1e6, "one marker is one instant in both"
    listed = holdfast(home, "queue", "list", "--json").json["recordings"]
    assert [each["custody"]["saved"] for each in listed] == [True, True]


def test_one_that_fails_costs_the_other_nothing(home: Path, record_property: Note) -> None:
    with Running(home, *RECORD) as running:
        running.wait_until_it_says("Recording ")
        wait_a_moment(2.0)
        control("inject_fatal_streaming_error=1", Path(CAMERAS[1]))
        well, failing = sides(home, running.ended())

    assert well.manifest.gaps == ()
    assert [each.part for each in well.manifest.parts] == [0]
    assert [each.part for each in failing.manifest.parts] == [0, 1]
    (gap,) = failing.manifest.gaps
    record_property("gap_s", round(gap.to_s - gap.from_s, 3))
    assert {well.manifest.state, failing.manifest.state} == {"complete"}

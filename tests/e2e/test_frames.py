"""The files that arrive, frame by frame: what each one shows, when, and what is heard.

Each frame of the scene carries its number and its time, so the receiver's file is compared with
what was in front of the camera and not with what our own code says about it.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from holdfast.layout import Home, RecordingFolder
from holdfast.manifest import Manifest
from holdfast.receiver_layout import ReceivedRecording, ReceiverData
from holdfast.sidecar import Sidecar
from tests.mjpeg_server import MjpegServer, mjpeg_server
from tests.pulse import Pulse
from tests.support.chain import wait_for
from tests.support.command_line import Running, Said, holdfast
from tests.support.demo_run import Demo
from tests.support.live_receiver import LiveReceiver
from tests.support.played import (
    RATE_HZ,
    Shown,
    loudest_hz,
    make_video,
    numbers,
    shown_by,
    sound_of,
)

TICK_S = 1 / 90_000
SLACK_S = 1e-6  # Sidecars count whole microseconds.
FILM_RATE = Fraction(24_000, 1001)
FILM_FRAMES = 60
FILM_SIZE = (641, 361)
TONE_HZ = 700.0
PERIOD_S = 1 / 1000
"""Of the beep."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """One recording on the device, and its file on the receiver."""

    folder: RecordingFolder
    file: Path

    @property
    def manifest(self) -> Manifest:
        return Manifest.from_json(json.loads(self.folder.manifest.read_bytes()))

    def sidecar_times_s(self) -> list[float]:
        """When each frame was taken, on the recording's clock."""
        zero_ns = self.manifest.announcement.started_monotonic_ns
        return [
            (sidecar.base_monotonic_ns - zero_ns) / 1e9 + time_us / 1e6
            for number in self.folder.sidecars()
            for sidecar in [Sidecar.from_json(json.loads(self.folder.sidecar(number).read_bytes()))]
            for time_us in sidecar.frame_times_us
        ]

    def shown(self) -> list[Shown]:
        """Every frame of the receiver's file, each at the time that its sidecar tells."""
        frames = shown_by(self.file)
        times_s = self.sidecar_times_s()
        assert len(frames) == len(times_s) == self.manifest.frames
        late_s = [frame.t_s - time_s for frame, time_s in zip(frames, times_s, strict=True)]
        assert max(map(abs, late_s)) <= TICK_S + SLACK_S
        return frames


def assert_the_scenes_time_is_kept(frames: list[Shown]) -> None:
    first = frames[0]
    drift_s = [(f.t_s - first.t_s) - (f.scene_s - first.scene_s) for f in frames]
    assert max(map(abs, drift_s)) < 0.001


@dataclass
class Lab:
    """A computer that is enrolled at a receiver; both are real."""

    home: Path
    receiver: LiveReceiver

    def arrived(self, recording: Said) -> Arrived:
        """A recording that `holdfast record --json` printed, once the receiver has its file."""
        assert recording.exit_code == 0, recording.err
        printed = recording.json_lines[-1]
        sent = holdfast(self.home, "upload", "--until-empty", "--timeout", "40")
        assert sent.exit_code == 0, sent.err
        folder = Home(self.home).recording(printed["session"], printed["id"])
        received = ReceiverData(self.receiver.data).recording(printed["session"], printed["id"])
        return Arrived(folder, self._assembled(received))

    def _assembled(self, received: ReceivedRecording) -> Path:
        wait_for(received.assembled.exists, "the receiver's file")
        return received.assembled


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    folder = tmp_path_factory.mktemp("lab")
    receiver = LiveReceiver.start(folder / "receiver")
    home = folder / "home"
    enrolled = holdfast(home, "enrol", receiver.url, receiver.enrolment_code())
    assert enrolled.exit_code == 0, enrolled.err
    (home / "config.toml").write_text("[capture]\nwidth = 640\nheight = 360\n")
    yield Lab(home, receiver)
    receiver.stop()


@dataclass(frozen=True, slots=True)
class Made:
    """What was recorded from three sources at the same time, and what the camera sent."""

    stream: Said
    live: Said
    film: Said
    camera: MjpegServer


@pytest.fixture(scope="module")
def made(lab: Lab, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    film = tmp_path_factory.mktemp("film") / "film.mov"
    make_video(film, FILM_FRAMES, FILM_RATE, FILM_SIZE)
    three_seconds = ("--seconds", "3", "--json")
    with (
        mjpeg_server() as camera,
        Running(lab.home, "record", "--source", camera.url, *three_seconds) as stream,
        Running(lab.home, "record", "--source", "test:live", *three_seconds) as live,
        Running(lab.home, "record", "--source", str(film), "--as-fast", "--json") as fast,
    ):
        yield Made(stream.ended(), live.ended(), fast.ended(), camera)


@pytest.mark.trace
def test_every_frame_of_the_demo_is_where_it_belongs(demo: Demo) -> None:
    arrived = Arrived(RecordingFolder(demo.folder), demo.file)

    frames = arrived.shown()

    first = frames[0].code.frame
    assert numbers(frames) == list(range(first, first + 300))
    assert_the_scenes_time_is_kept(frames)


@pytest.mark.trace
def test_the_demos_beeps_are_on_its_flashes(demo: Demo) -> None:
    """A beep of 1 kHz lasts as long as each flash; both begin at the same instant."""
    sound = sound_of(demo.file)

    length_s = len(sound) / RATE_HZ
    assert length_s == pytest.approx(10.0, abs=0.03)
    loud = np.abs(sound) > 0.2
    begins = np.flatnonzero(loud[1:] & ~loud[:-1])
    first_of_each = begins[np.diff(begins, prepend=-RATE_HZ) > RATE_HZ // 2] / RATE_HZ
    # One that went on already when the recording began is heard from there on.
    whole = first_of_each[first_of_each > PERIOD_S]
    assert whole[0] < 1.001 + PERIOD_S
    assert len(whole) == math.ceil(length_s - whole[0])
    assert np.diff(whole) == pytest.approx(1.0, abs=0.002)


def test_a_network_cameras_frames_arrive_as_it_sent_them(lab: Lab, made: Made) -> None:
    arrived = lab.arrived(made.stream)
    sent_ns = dict(made.camera.sent)

    frames = arrived.shown()

    recorded = numbers(frames)
    sent = [number for number in sorted(sent_ns) if recorded[0] <= number <= recorded[-1]]
    assert recorded == sorted(set(recorded)), "each once, in order"
    assert set(recorded) <= set(sent)
    assert len(sent) - len(recorded) == arrived.manifest.lost_frames
    assert len(recorded) > 30
    zero_ns = arrived.manifest.announcement.started_monotonic_ns
    late_s = [f.t_s - (sent_ns[f.code.frame] - zero_ns) / 1e9 for f in frames]
    assert min(late_s) > -0.001
    assert max(late_s) < 2.0


def test_a_live_scenes_frames_are_there_or_counted(lab: Lab, made: Made) -> None:
    arrived = lab.arrived(made.live)

    frames = arrived.shown()

    recorded = numbers(frames)
    assert recorded == sorted(set(recorded)), "each once, in order"
    left_out = recorded[-1] - recorded[0] + 1 - len(recorded)
    assert left_out <= arrived.manifest.lost_frames
    assert len(recorded) + arrived.manifest.lost_frames == pytest.approx(90, abs=3)
    assert_the_scenes_time_is_kept(frames)


def test_a_film_of_odd_rate_and_size_is_taken_over_frame_by_frame(lab: Lab, made: Made) -> None:
    arrived = lab.arrived(made.film)

    frames = arrived.shown()

    assert numbers(frames) == list(range(FILM_FRAMES))
    wrong_s = [f.t_s - float(f.code.frame / FILM_RATE) for f in frames]
    assert max(map(abs, wrong_s)) <= TICK_S + SLACK_S
    video = arrived.manifest.announcement.video
    assert video is not None
    assert (video.width, video.height, video.padded) == (642, 362, True)
    assert arrived.manifest.lost_frames == 0


@pytest.mark.audio
def test_what_the_microphone_hears_is_in_the_file(lab: Lab, pulse: Pulse) -> None:
    with pulse.playing(TONE_HZ):
        words = ("--source", "test", "--audio", "default", "--seconds", "3", "--json")
        said = holdfast(lab.home, "record", *words, **pulse.environment)
    sound = sound_of(lab.arrived(said).file)

    assert len(sound) / RATE_HZ == pytest.approx(3.0, abs=0.05)
    assert loudest_hz(sound) == pytest.approx(TONE_HZ, abs=2.0)

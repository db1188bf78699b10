"""Copies for browsers: made where they are needed, proven, bounded, and ended with their job."""

import subprocess
import sys
from pathlib import Path

import av
import pytest

from desktop.recording.encoding import CAMERA_JPEG
from holdfast.clock import SystemClock
from holdfast.ids import new_id
from server.jobs import transcode
from server.jobs.ffmpeg import (
    Ffmpeg,
    FfmpegFailed,
    NoFfmpeg,
    Runner,
    Told,
    TookTooLong,
    bundled,
    find_ffmpeg,
)
from server.jobs.film_source import film_of
from server.jobs.parts import CannotSucceed
from server.jobs.room import NoRoom
from tests.support.chain import wait_for
from tests.support.derived import ARRIVED, Work, work_on, work_on_take
from tests.support.footage import make_footage
from tests.support.manual_clock import ManualClock
from tests.support.received import encoded_part, make_take, scene_part

IS_LINUX = sys.platform == "linux"


def tracks(path: Path) -> dict[str, str]:
    with av.open(str(path)) as container:
        return {each.type: each.codec_context.name for each in container.streams}


def program(folder: Path, text: str) -> Path:
    path = folder / "ffmpeg"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def test_what_browsers_play_is_left_as_it_is(tmp_path: Path) -> None:
    work = work_on(tmp_path / "data", make_footage(tmp_path / "clip.mkv"))

    made = work.run(transcode.make)

    assert made.files == ()
    assert made.facts["skipped"] is True
    assert made.facts["reason"] == (
        "The film is h264 (yuv420p) with aac sound and begins to play at once: browsers play it "
        "as it is."
    )


@pytest.mark.parametrize(
    ("container", "codec", "sound"),
    [
        ("mkv", "libx265", "aac"),
        ("mkv", "libvpx-vp9", "flac"),
        ("avi", "msmpeg4", None),
        ("avi", "mpeg4", "libmp3lame"),
        ("mpg", "mpeg2video", "mp2"),
    ],
)
def test_footage_of_every_kind_becomes_what_browsers_play(
    tmp_path: Path, container: str, codec: str, sound: str | None
) -> None:
    file = make_footage(tmp_path / f"clip.{container}", codec=codec, sound=sound)
    work = work_on(tmp_path / "data", file)

    made = work.run(transcode.make)

    found = tracks(work.folder.playback)
    assert found.pop("video") == "h264"
    assert found == ({} if sound is None else {"audio": "aac"})
    assert transcode.begins_at_once(work.folder.playback)
    assert made.facts["films"][0]["frames"] == 50
    assert made.facts["films"][0]["duration_s"] == pytest.approx(
        film_of(work.folder).duration_s, abs=0.1
    )
    assert work.folder.segment(0).read_bytes() == file.read_bytes()
    assert max(work.shares) > 0.5


def test_a_part_that_a_slow_computer_recorded_otherwise_gets_a_copy_too(tmp_path: Path) -> None:
    parts = [scene_part(30), encoded_part(30, 1.5, CAMERA_JPEG)]
    work = work_on_take(tmp_path, make_take(new_id(ARRIVED), parts))
    folder = work.folder

    made = work.run(transcode.make)

    assert [each.final for each in made.files] == [folder.playback_part(1)]
    assert [each["skipped"] for each in made.facts["films"]] == [True, False]
    assert tracks(folder.playback_part(1))["video"] == "h264"


def test_sound_alone_is_encoded_where_only_that_does_not_play(tmp_path: Path) -> None:
    work = work_on(tmp_path / "data", make_footage(tmp_path / "c.mov", sound="pcm_s16le"))
    before = film_of(work.folder)

    made = work.run(transcode.make)

    assert "its sound is encoded anew" in made.facts["reason"]
    assert "picture is encoded" not in made.facts["reason"]
    assert pictures(work.folder.playback) == pictures(before.path)


def pictures(path: Path) -> list[bytes]:
    with av.open(str(path)) as container:
        return [bytes(packet) for packet in container.demux(video=0) if packet.size]


def test_an_index_at_the_end_is_moved_to_the_front(tmp_path: Path) -> None:
    file = make_footage(tmp_path / "clip.mp4")
    assert not transcode.begins_at_once(file)
    work = work_on(tmp_path / "data", file)

    made = work.run(transcode.make)

    assert "only its index is moved to the front" in made.facts["reason"]
    assert transcode.begins_at_once(work.folder.playback)
    assert pictures(work.folder.playback) == pictures(file)


def test_a_large_picture_becomes_one_that_browsers_show(tmp_path: Path) -> None:
    work = work_on(tmp_path / "data", make_footage(tmp_path / "clip.avi", codec="mpeg4"))
    film = film_of(work.folder)
    with av.open(str(film.path)) as container:
        plan = transcode.plan_of(container, film)

    words = " ".join(transcode.arguments(film, plan, tmp_path / "out.mp4", Ffmpeg(Path(), (4, 4))))

    assert "min(1920,iw)" in words
    assert "-vsync vfr" in words
    assert "-protocol_whitelist file,pipe -f mp4 -max_pixels 67108864" in words


# Which program ----------------------------------------------------------------------------------


def test_the_second_program_is_taken_where_the_system_has_none() -> None:
    found = find_ffmpeg(which=lambda _name: None)

    assert found.path == Path(bundled() or "")
    assert found.version >= (4, 4)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('echo "ffmpeg version 4.3.9 Copyright"; echo libx264', "is version 4.3"),
        ('echo "ffmpeg version 6.1 Copyright"', "has no libx264"),
        ("exit 3", "cannot be run"),
        ("echo something else", "does not say which version"),
    ],
)
def test_a_program_that_will_not_do_is_told(tmp_path: Path, text: str, why: str) -> None:
    path = program(tmp_path, text)

    with pytest.raises(NoFfmpeg, match=why) as told:
        find_ffmpeg(which=lambda _name: str(path), second=lambda: None)

    assert "The recording is safe" in str(told.value)


@pytest.mark.parametrize(
    ("said", "version"),
    [
        ("ffmpeg version 7.1.1-0ubuntu1 ", (7, 1)),
        ("ffmpeg version n8.0 ", (8, 0)),
        ("ffmpeg version N-112233-gabc ", (0, 0)),
    ],
)
def test_versions_are_read_as_builders_write_them(
    tmp_path: Path, said: str, version: tuple[int, int]
) -> None:
    path = program(tmp_path, f'echo "{said}"; echo "V..... libx264"')

    assert find_ffmpeg(which=lambda _name: str(path), second=lambda: None).version == version


# While it runs ----------------------------------------------------------------------------------


def run(folder: Path, text: str, clock: SystemClock | ManualClock | None = None) -> list[str]:
    said: list[str] = []
    told: list[Told] = []
    runner = Runner(Ffmpeg(program(folder, text), (6, 1)), clock or SystemClock(), said.append)
    runner.run([], told.append, limit_s=10)
    return [*said, *(f"{each.frames} in {each.out_s:g} s" for each in told)]


def test_its_progress_and_its_words_are_told_apart(tmp_path: Path) -> None:
    text = (
        "echo frame=12; echo out_time_us=N/A; echo total_size=48; echo progress=continue; "
        "echo '[mov] careful, x=1'; "
        "echo frame=25; echo out_time_us=1000000; echo progress=end"
    )

    assert run(tmp_path, text) == ["[mov] careful, x=1", "12 in 0 s", "25 in 1 s"]


def test_its_last_words_are_the_reason(tmp_path: Path) -> None:
    with pytest.raises(FfmpegFailed, match="Invalid data"):
        run(tmp_path, "echo warming up; echo 'Invalid data found'; exit 1")
    with pytest.raises(FfmpegFailed, match=r"ffmpeg 6\.1 ended with 9"):
        run(tmp_path, "exit 9")


def test_what_never_ends_is_ended(tmp_path: Path) -> None:
    class Hurrying(ManualClock):
        def monotonic_ns(self) -> int:
            self.advance(6)
            return super().monotonic_ns()

    with pytest.raises(TookTooLong):
        run(tmp_path, "while true; do echo progress=continue; done", Hurrying())


@pytest.mark.skipif(not IS_LINUX, reason="other systems have no such bounds")
def test_it_may_take_only_so_much_memory_and_dies_with_its_parent(tmp_path: Path) -> None:
    limits = "ulimit -d; ulimit -c; grep -c . /proc/self/status"

    said = run(tmp_path, limits)

    assert said[:2] == [str((3 << 30) // 1024), "0"]
    script = (
        "import subprocess, sys\n"
        "from server.jobs.ffmpeg import _confinement\n"
        "child = subprocess.Popen([*_confinement(), '/bin/sleep', '60'])\n"
        "print(child.pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    # Not before it has become the program: until then it ends by itself.
    wait_for(lambda: Path(f"/proc/{pid}/comm").read_text() == "sleep\n", "the program")
    parent.kill()
    parent.wait()
    parent.communicate()
    wait_for(lambda: not is_alive(pid), "the end of the program")


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_a_disk_that_fills_up_lets_it_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = work_on(tmp_path / "data", make_footage(tmp_path / "clip.avi", codec="mpeg4"))
    monkeypatch.setattr(transcode, "free_bytes", lambda _folder: 1000)

    with pytest.raises(NoRoom, match="What was received is safe"):
        work.run(transcode.make)


def test_a_copy_that_is_not_the_film_is_refused(tmp_path: Path) -> None:
    work = work_on(tmp_path / "data", make_footage(tmp_path / "clip.mkv", frames=50))
    other = Work(work_on(tmp_path / "other", make_footage(tmp_path / "o.mkv", frames=20)).folder)

    with pytest.raises(CannotSucceed, match=r"0\.80 s long, the film 2\.00 s"):
        transcode.prove(other.folder.assembled, film_of(work.folder), lambda _share: None)

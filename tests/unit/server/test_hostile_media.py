"""Files that mean harm: each job ends with a reason, bounds hold, and nobody else is harmed."""

import socket
from collections.abc import Callable
from pathlib import Path

import av
import pytest

from server.jobs import film_source, frames, quality, sprite, thumbnail, transcode, waveform
from server.jobs.media import PIXELS_MOST, open_file
from server.jobs.parts import CannotSucceed
from tests.support import hostile_media
from tests.support.brought import bring, folder_of, jobs_of, work_off
from tests.support.derived import filmed, taken_in, work_on
from tests.support.footage import make_footage
from tests.unit.server.conftest import Running

ALL = (thumbnail.make, sprite.make, waveform.make, transcode.make, quality.make)


def large(path: Path) -> Path:
    return hostile_media.enormous_picture(path, side=20_000)


@pytest.mark.parametrize(
    ("make", "name", "why"),
    [
        (hostile_media.truncated, "cut.mp4", "cannot be read: Invalid data"),
        (hostile_media.no_pictures, "empty.mp4", "has no picture"),
        (hostile_media.only_sound, "sound.mp4", "has no picture"),
        (large, "large.avi", "cannot be read|points large"),
        (hostile_media.lying_index, "lies.mp4", "cannot be read"),
        (hostile_media.agreed_lie, "all-lies.mp4", "cannot be read"),
    ],
)
def test_what_cannot_be_played_is_said_to_be_so(
    tmp_path: Path, make: Callable[[Path], Path], name: str, why: str
) -> None:
    file = make(tmp_path / name)
    folder = taken_in(tmp_path / "data", file)

    found = filmed(folder)

    assert not found["ok"]
    assert any(each in found["reason"] for each in why.split("|")), found["reason"]
    assert str(tmp_path) not in found["reason"]
    assert folder.segment(0).read_bytes() == file.read_bytes()


def test_a_picture_is_decoded_up_to_a_bound_and_no_further(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = hostile_media.enormous_picture(tmp_path / "small.avi", side=400)
    work = work_on(tmp_path / "data", small)
    with open_file(small, "avi") as container:
        assert next(container.decode(video=0)).width == 400
    assert PIXELS_MOST < 20_000**2

    monkeypatch.setattr("server.jobs.media.PIXELS_MOST", 399 * 400)
    for make in ALL:
        with pytest.raises(CannotSucceed, match="400 x 400 points large"):
            work.run(make)


@pytest.mark.parametrize("name", ["list.m3u8", "list.mp4", "list.mkv"])
@pytest.mark.parametrize("make", [hostile_media.playlist, hostile_media.concat_list])
def test_a_list_of_other_files_is_no_video_whatever_it_is_called(
    tmp_path: Path, name: str, make: Callable[[Path, str], Path]
) -> None:
    secret = tmp_path / "secret.mp4"
    make_footage(secret)
    file = make(tmp_path / name, f"file://{secret}")

    with pytest.raises(CannotSucceed, match="no video of a kind that is known"):
        filmed(taken_in(tmp_path / "data", file))


def test_a_list_that_begins_like_a_film_asks_nobody(tmp_path: Path) -> None:
    asked: list[bool] = []
    with socket.create_server(("127.0.0.1", 0)) as door:
        address = f"http://127.0.0.1:{door.getsockname()[1]}/film.ts"
        file = hostile_media.playlist(tmp_path / "list.ts", address)
        # As broadcast footage begins, so that it is opened at all.
        packet = b"\x47" + bytes(187)
        file.write_bytes(packet + packet + file.read_bytes())
        with pytest.raises(CannotSucceed, match="cannot be read as ts"):
            filmed(taken_in(tmp_path / "data", file))
        door.setblocking(False)
        try:
            door.accept()
        except BlockingIOError:
            asked.append(False)

    assert asked == [False]


def test_pictures_that_are_said_to_lie_in_another_file_are_not_taken_from_there(
    tmp_path: Path,
) -> None:
    other = make_footage(tmp_path / "other.mp4", frames=50, codec="mpeg4", sound=None)
    work = work_on(tmp_path / "data", hostile_media.elsewhere(tmp_path / "clip.mp4", other))
    taken = packets(other)

    work.run(transcode.make)

    for film in (work.folder.assembled, work.folder.playback):
        assert not taken & packets(film)


def packets(path: Path) -> set[bytes]:
    with av.open(str(path)) as container:
        return {bytes(packet) for packet in container.demux(video=0) if packet.size}


def test_what_claims_to_last_for_ever_is_left_alone(tmp_path: Path) -> None:
    work = work_on(tmp_path / "data", hostile_media.endless(tmp_path / "clip.mp4"))

    for make in ALL:
        with pytest.raises(CannotSucceed, match="more than any recording has"):
            work.run(make)
    assert list(work.folder.derived.glob("*.tmp")) == []


def test_more_pictures_than_a_recording_has_are_not_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = work_on(tmp_path / "data", make_footage(tmp_path / "clip.mkv", sound=None))
    monkeypatch.setattr(frames, "FRAMES_MOST", 30)

    with pytest.raises(CannotSucceed, match="more than 30 pictures"):
        work.run(quality.make)
    monkeypatch.setattr(film_source, "FRAMES_MOST", 30)
    for make in ALL:
        with pytest.raises(CannotSucceed, match="50 pictures"):
            work.run(make)


def test_whoever_comes_after_is_not_kept_waiting(running: Running, tmp_path: Path) -> None:
    here = running.receiver
    bad = {
        bring(here, hostile_media.agreed_lie(tmp_path / "lies.mp4")): "cannot be read",
        bring(
            here, hostile_media.playlist(tmp_path / "list.mp4", "file:///etc/passwd")
        ): "no video",
        bring(here, large(tmp_path / "large.avi")): "cannot be read",
    }
    good = bring(here, make_footage(tmp_path / "good.mkv"))
    before = {each: folder_of(here, each).segment(0).read_bytes() for each in bad}

    work_off(here)

    assert here.custody.view(good, None).is_playable
    for recording, why in bad.items():
        failed = [each for each in jobs_of(here, recording).values() if each.state == "failed"]
        assert any(why in (each.error or "") for each in failed), [each.error for each in failed]
        assert here.custody.view(recording, None).is_verified
        assert folder_of(here, recording).segment(0).read_bytes() == before[recording]

"""Footage at the receiver: which film is made of which file, and that nothing in it changes."""

from pathlib import Path

import av
import pytest

from holdfast.receiver_layout import ReceivedRecording
from server.jobs.footage import FootageFile, assemble_footage, bare
from server.jobs.footage_probe import probe_footage
from server.jobs.parts import CannotSucceed
from tests.support.footage import make_footage

UNITS = [b"\x67\x42\x00\x1e", b"\x65" + bytes(range(1, 200))]


def received(tmp_path: Path, container: str, **made: object) -> FootageFile:
    folder = ReceivedRecording(tmp_path / "recording")
    folder.segments.mkdir(parents=True, exist_ok=True)
    path = folder.segment(0)
    if not path.exists():
        suffix = tmp_path / f"made.{container}"
        make_footage(suffix, **made)  # type: ignore[arg-type]  # what a test wants made
        path.write_bytes(suffix.read_bytes())
    has_sound = made.get("sound", "aac") is not None
    return FootageFile(path, container, path.stat().st_size, 2.0, has_sound, folder.assembled)


def film_of(footage: FootageFile) -> Path:
    made = assemble_footage(footage, "1", lambda _share: None, pytest.fail)
    assert made is not None
    made.temporary.rename(made.final)
    return made.final


@pytest.mark.parametrize(
    ("container", "codec", "sound"),
    [
        ("mkv", "libx264", "aac"),
        ("mov", "libx264", "aac"),
        ("ts", "libx264", "aac"),
        ("ts", "mpeg2video", "mp2"),
        ("avi", "mpeg4", None),
        ("mpg", "mpeg2video", "mp2"),
    ],
)
def test_what_is_no_mp4_is_put_into_one_and_plays(
    tmp_path: Path, container: str, codec: str, sound: str | None
) -> None:
    footage = received(tmp_path, container, codec=codec, sound=sound)
    before = footage.path.read_bytes()

    film_of(footage)

    found = probe_footage(footage, lambda _share: None)
    assert found["ok"], found["reason"]
    assert found["video"]["frames"] == 50
    assert (found["video"]["audio"] is not None) == (sound is not None)
    assert footage.path.read_bytes() == before


def shown_s(path: Path) -> list[float]:
    """When each picture is shown, in the order in which they are decoded; the first at zero."""
    with av.open(str(path)) as container:
        times = [
            float(packet.pts * packet.time_base)
            for packet in container.demux(video=0)
            if packet.pts is not None and packet.size
        ]
    return [round(each - min(times), 3) for each in times]


@pytest.mark.parametrize(
    ("container", "frames"), [("mkv", 2), ("mkv", 50), ("mov", 50), ("ts", 50)]
)
def test_every_picture_is_shown_when_it_was(tmp_path: Path, container: str, frames: int) -> None:
    footage = received(tmp_path, container, sound=None, frames=frames)

    film = film_of(footage)

    times = shown_s(film)
    assert times == shown_s(tmp_path / f"made.{container}")
    # Some are shown out of turn, or this proves nothing.
    assert frames == 2 or times != sorted(times)


def test_what_no_mp4_can_hold_is_its_own_film(tmp_path: Path) -> None:
    footage = received(tmp_path, "avi", codec="msmpeg4", sound=None)
    said: list[str] = []

    made = assemble_footage(footage, "1", lambda _share: None, said.append)

    found = probe_footage(footage, lambda _share: None)
    assert made is None
    assert said == ["No MP4 can hold msmpeg4: the file itself is the film."]
    assert list(tmp_path.glob("recording/*.tmp")) == []
    assert found["ok"], found["reason"]
    assert (found["video"]["file"], found["video"]["container"]) == ("segments/000000.mp4", "avi")


def test_an_mp4_is_the_film_itself(tmp_path: Path) -> None:
    footage = received(tmp_path, "mp4")

    film = film_of(footage)

    assert film.samefile(footage.path)
    assert probe_footage(footage, lambda _share: None)["ok"]


def test_what_claims_to_be_another_container_is_not_read(tmp_path: Path) -> None:
    footage = received(tmp_path, "mkv")
    lying = FootageFile(footage.path, "avi", 1, 2.0, True, footage.film)
    unknown = FootageFile(footage.path, "exe", 1, 2.0, True, footage.film)

    with pytest.raises(CannotSucceed, match="cannot be read as avi"):
        film_of(lying)
    with pytest.raises(CannotSucceed, match="exe"):
        film_of(unknown)


@pytest.mark.parametrize(
    ("length_s", "has_sound", "said"),
    [(9.0, True, "the manifest says 9.00 s"), (2.0, True, "promises sound")],
)
def test_a_film_that_is_not_what_the_manifest_says_is_not_playable(
    tmp_path: Path, length_s: float, has_sound: bool, said: str
) -> None:
    made = received(tmp_path, "mkv", sound=None)
    footage = FootageFile(made.path, "mkv", made.size_bytes, length_s, has_sound, made.film)
    film_of(footage)

    found = probe_footage(footage, lambda _share: None)

    assert not found["ok"]
    assert said in found["reason"]


def test_a_film_that_is_torn_is_not_playable(tmp_path: Path) -> None:
    footage = received(tmp_path, "mkv")
    film = film_of(footage)
    film.write_bytes(film.read_bytes()[:2000])

    assert not probe_footage(footage, lambda _share: None)["ok"]


def test_units_are_the_same_with_start_codes_and_with_lengths() -> None:
    broadcast = b"".join(b"\0\0\0\1" + each for each in UNITS)
    in_a_film = b"".join(len(each).to_bytes(4, "big") + each for each in UNITS)

    assert bare("h264", broadcast) == bare("h264", in_a_film) == b"".join(UNITS)
    assert bare("h264", in_a_film[:-1]) != b"".join(UNITS)
    assert bare("mpeg4", broadcast) == broadcast


def test_a_header_of_broadcast_sound_is_left_out() -> None:
    assert bare("aac", b"\xff\xf1" + b"12345" + b"sound!") == b"sound!"
    assert bare("aac", b"\xff\xf0" + b"1234567" + b"sound!") == b"sound!"
    assert bare("aac", b"sound without any header") == b"sound without any header"

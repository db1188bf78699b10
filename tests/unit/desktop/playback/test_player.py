"""The player by a clock that a test moves: what is due, pause, seek, end, and no loudspeaker."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from desktop.playback.player import Player
from desktop.playback.reel import Picture, Sound
from desktop.playback.sound_out import START_LIMIT_S, Heard, SoundOut
from holdfast.clock import Clock
from tests.support.manual_clock import ManualClock
from tests.support.watchable import frame_number, write_segments

SPEAKER = Path(__file__).parents[3] / "support" / "loudspeaker.py"
LIMIT_S = 30.0


class Room:
    """A player, its clock, and a way to wait for it."""

    def __init__(self, manner: str | None = None) -> None:
        self.clock = ManualClock()
        self.changed = threading.Event()
        self.player = Player(self.clock, self.changed.set, self._speaker(manner))

    def _speaker(self, manner: str | None) -> Callable[..., SoundOut]:
        def opened(sound: Sound, clock: Clock, on_change: Callable[[], None]) -> SoundOut:
            return SoundOut(sound, clock, on_change, SPEAKER, *([manner] if manner else []))

        return opened

    def next_picture(self) -> Picture:
        return self.wait(self.player.picture)

    def wait(self, look: Callable[[], Picture | None]) -> Picture:
        found: list[Picture] = []

        def seen() -> bool:
            picture = look()
            found.extend([picture] if picture is not None else [])
            return bool(found)

        self.until(seen)
        return found[-1]

    def until(self, is_so: Callable[[], bool]) -> None:
        waiter = threading.Event()
        for _ in range(round(LIMIT_S / 0.005)):
            if is_so():
                return
            waiter.wait(0.005)
        raise AssertionError(f"still not so after {LIMIT_S} s")

    def picture_at(self, frame: int) -> None:
        """Look until this frame of the scene is the one that shows."""
        self.until(lambda: self._shows(frame))

    def _shows(self, frame: int) -> bool:
        picture = self.player.picture()
        return picture is not None and frame_number(picture) == frame


@pytest.fixture
def rooms() -> Iterator[Callable[..., Room]]:
    with ExitStack() as stack:

        def made(files: list[Path], manner: str | None = None) -> Room:
            room = Room(manner)
            stack.callback(room.player.close)
            room.player.open(files)
            return room

        yield made


def test_the_first_picture_shows_before_anybody_plays(
    tmp_path: Path, rooms: Callable[..., Room]
) -> None:
    room = rooms(write_segments(tmp_path, 75, sound=False))

    assert frame_number(room.next_picture()) == 0
    assert not room.player.is_playing
    assert room.player.duration_s == pytest.approx(2.5)


def test_pictures_come_when_they_are_due_and_never_before(
    tmp_path: Path, rooms: Callable[..., Room]
) -> None:
    room = rooms(write_segments(tmp_path, 75, sound=False))
    room.player.play()
    assert frame_number(room.next_picture()) == 0
    assert room.player.picture() is None

    room.clock.advance(0.05)
    room.picture_at(1)
    assert room.player.picture() is None

    room.clock.advance(2.0)
    room.picture_at(61)
    assert room.player.position_s == pytest.approx(2.05)


def test_paused_it_stands_still_and_goes_on_from_there(
    tmp_path: Path, rooms: Callable[..., Room]
) -> None:
    room = rooms(write_segments(tmp_path, 75, sound=False))
    room.player.play()
    room.next_picture()
    room.clock.advance(1.0)
    room.picture_at(30)

    room.player.pause()
    room.clock.advance(60.0)

    assert room.player.position_s == pytest.approx(1.0)
    assert room.player.picture() is None
    room.player.play()
    room.clock.advance(0.1)
    room.picture_at(33)


def test_seeking_while_it_stands_shows_the_picture_of_that_moment(
    tmp_path: Path, rooms: Callable[..., Room]
) -> None:
    room = rooms(write_segments(tmp_path, 135, sound=False))
    room.next_picture()

    room.player.seek(3.51)
    room.picture_at(105)
    room.player.seek(0.5)
    room.picture_at(15)

    assert room.player.position_s == pytest.approx(0.5)


def test_seeking_while_it_plays_goes_on_playing_there(
    tmp_path: Path, rooms: Callable[..., Room]
) -> None:
    room = rooms(write_segments(tmp_path, 135, sound=False))
    room.player.play()
    room.next_picture()

    room.player.seek(3.0)
    room.picture_at(90)
    room.clock.advance(0.5)
    room.picture_at(105)


def test_at_the_end_it_stops_and_plays_from_the_beginning_again(
    tmp_path: Path, rooms: Callable[..., Room]
) -> None:
    room = rooms(write_segments(tmp_path, 45, sound=False))
    room.player.play()
    room.next_picture()
    room.clock.advance(9.0)

    room.until(lambda: room.player.picture() is None and not room.player.is_playing)
    assert room.player.position_s == pytest.approx(1.5)

    room.player.play()
    room.picture_at(0)
    room.clock.advance(0.5)
    room.picture_at(15)


def test_the_last_picture_holds_through_a_pause_of_the_recording(
    tmp_path: Path, rooms: Callable[..., Room]
) -> None:
    files = write_segments(tmp_path, 30, sound=False)
    files += write_segments(tmp_path, 30, offset_s=100.0, sound=False, part=1)
    room = rooms(files)
    room.player.play()
    room.next_picture()

    room.clock.advance(50.0)
    room.picture_at(29)
    assert room.player.position_s == pytest.approx(50.0)
    room.clock.advance(50.2)
    room.picture_at(6)


def test_what_is_heard_is_the_clock(tmp_path: Path, rooms: Callable[..., Room]) -> None:
    room = rooms(write_segments(tmp_path, 75))
    room.player.play()

    # This loudspeaker hears everything at once, and the test's clock stands still.
    room.until(lambda: room.player.picture() is None and room.player.position_s > 2.4)

    assert room.player.has_sound


def test_a_loudspeaker_that_breaks_off_leaves_the_pictures_going(
    tmp_path: Path, rooms: Callable[..., Room]
) -> None:
    room = rooms(write_segments(tmp_path, 75), "dies")
    room.player.play()
    room.next_picture()
    room.until(lambda: room.player.picture() is None and not room.player.has_sound)
    heard_s = room.player.position_s

    room.clock.advance(1.0)

    assert room.player.position_s == pytest.approx(heard_s + 1.0)


def test_a_loudspeaker_that_never_gets_ready_is_not_waited_for_for_ever(
    tmp_path: Path, rooms: Callable[..., Room]
) -> None:
    room = rooms(write_segments(tmp_path, 75), "mute")
    room.player.play()
    room.next_picture()
    room.clock.advance(START_LIMIT_S / 2)
    assert room.player.picture() is None
    assert room.player.position_s == 0.0

    room.clock.advance(START_LIMIT_S)
    room.until(lambda: not room.player.has_sound)
    room.player.picture()
    room.clock.advance(0.5)

    room.picture_at(15)


def test_what_cannot_be_played_says_so(tmp_path: Path, rooms: Callable[..., Room]) -> None:
    room = rooms([tmp_path / "000000.mp4"])

    room.until(lambda: room.player.trouble is not None)

    assert "is not on this computer any more" in str(room.player.trouble)
    assert not room.player.is_playing


def test_damage_in_the_middle_is_told_when_it_is_met(
    tmp_path: Path, rooms: Callable[..., Room]
) -> None:
    files = write_segments(tmp_path, 135, sound=False)
    files[1].write_bytes(b"not a video any more")
    room = rooms(files)
    room.player.play()
    room.next_picture()
    room.clock.advance(3.0)

    room.until(lambda: room.player.picture() is None and room.player.trouble is not None)

    assert "000001.mp4 cannot be played" in str(room.player.trouble)


@pytest.mark.parametrize(
    ("later_ms", "position_s"), [(-500, 0.5), (0, 1.0), (10, 1.01), (20, 1.02), (500, 1.02)]
)
def test_the_position_is_what_is_heard_and_never_what_was_not_handed_over(
    later_ms: int, position_s: float
) -> None:
    heard = Heard(run=1, first=48_000, last=48_960, at_ns=7_000_000_000)

    now_ns = 7_000_000_000 + later_ms * 1_000_000
    assert heard.position(now_ns, 48_000) == pytest.approx(position_s)

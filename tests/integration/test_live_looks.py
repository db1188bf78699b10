"""The process that looks at the live picture: a face, the light, who moves; and that it ends."""

import queue
from collections.abc import Callable, Iterator
from typing import Any

import cv2
import numpy as np
import psutil
import pytest

from desktop.live_looks import LiveLook, LiveLooks
from desktop.recording import look_host
from desktop.recording.preview_memory import PreviewReader, PreviewWriter
from desktop.recording.quality_picture import Examiner, FaceFinder
from tests.support.photograph import Colour, in_light, portrait

PATIENCE_S = 60.0


class Studio:
    """A preview into which a test holds pictures, and what is seen in them."""

    def __init__(self) -> None:
        self.reader = PreviewReader.create()
        self._writer = PreviewWriter(self.reader.name)
        self._seen: queue.SimpleQueue[LiveLook] = queue.SimpleQueue()
        self.looks = LiveLooks(self._seen.put)
        self._time_ns = 0

    def hold(self, picture: Colour) -> None:
        small = cv2.resize(picture, (960, 540))
        bgra = np.ascontiguousarray(cv2.cvtColor(small, cv2.COLOR_BGR2BGRA))
        self._time_ns += 1
        self._writer.write(bgra.tobytes(), 960, 540, self._time_ns)

    def until(self, picture: Colour, holds: Callable[[LiveLook], bool]) -> LiveLook:
        """Hold this picture until a look says what is expected of it."""
        while True:
            self.hold(picture)
            look = self._seen.get(timeout=PATIENCE_S)
            if holds(look):
                return look

    def close(self) -> None:
        self.looks.close()
        self._writer.close()
        self.reader.close()


@pytest.fixture
def studio() -> Iterator[Studio]:
    made = Studio()
    yield made
    made.close()


def test_it_sees_a_face_where_it_is_the_light_and_who_moves(studio: Studio) -> None:
    studio.looks.watch(studio.reader.name)
    picture = portrait()

    face = studio.until(picture, lambda look: look.face is not None).face
    assert face is not None
    # The photograph stands in the middle, and the head in its upper half.
    assert 0.3 < face.left + face.width / 2 < 0.6
    assert 0.1 < face.top + face.height / 2 < 0.5
    assert 0.1 < face.height < 0.5

    still = studio.until(picture, lambda look: look.change is not None and look.change < 0.1)
    assert still.brightness > 100
    moved = studio.until(np.roll(picture, 80, axis=1), lambda look: (look.change or 0.0) > 2.0)
    assert moved.change is not None
    dark = studio.until(in_light(picture, 0.1), lambda look: look.brightness < 50)
    assert dark.face is None


def test_another_source_gets_another_process_and_the_end_leaves_none(studio: Studio) -> None:
    studio.looks.watch(studio.reader.name)
    first = studio.looks.pid
    studio.looks.watch(studio.reader.name)
    assert studio.looks.pid == first
    assert first is not None

    other = PreviewReader.create()
    studio.looks.watch(other.name)
    second = studio.looks.pid
    assert second not in (first, None)
    assert not psutil.pid_exists(first)

    studio.looks.close()
    studio.looks.rest(rests=True)
    other.close()
    assert studio.looks.pid is None
    assert second is not None
    assert not psutil.pid_exists(second)


class ToldConnection:
    """A pipe that says what a test wrote down, and notes how long it was waited for."""

    def __init__(self, *words: bool | None) -> None:
        self._words = list(words)
        self.waits: list[float | None] = []
        self.sent: list[object] = []

    def poll(self, timeout_s: float | None) -> bool:
        self.waits.append(timeout_s)
        if self._words and self._words[0] is None:
            self._words.pop(0)
            return False
        return True

    def recv(self) -> bool:
        word = self._words.pop(0) if self._words else None
        if word is None:
            raise EOFError
        return word

    def send(self, seen: object) -> None:
        self.sent.append(seen)


def test_at_rest_it_looks_at_nothing_and_waits_for_the_word_to_go_on(studio: Studio) -> None:
    studio.hold(portrait())
    connection: Any = ToldConnection(None, True, False, None)

    with pytest.raises(EOFError):
        look_host.watch(connection, studio.reader, Examiner(FaceFinder()))

    every_s = look_host.LOOK_EVERY_S
    assert connection.waits == [every_s, every_s, None, every_s, every_s]
    # The second look found the same picture again, which is none.
    assert len(connection.sent) == 1

"""The quality check's process as its parent sees it, with other processes in its place."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

import psutil
import pytest

from desktop import quality_process
from desktop.quality_process import Main, NotAnswered, QualityProcess
from desktop.recording.quality_looks import Answer, Ask, Watching
from holdfast.clock import SystemClock
from holdfast.quality import PictureCounts

COUNTS = PictureCounts(looks=7, with_face=5)


def answers(connection: "Connection[Any, Any]", _block: str, _faces: bool) -> None:
    connection.send(Watching())
    while True:
        try:
            word = connection.recv()
        except EOFError:
            return
        if isinstance(word, Ask):
            # An answer that came too late the last time must not be taken for this one's.
            connection.send(Answer(word.number - 1, PictureCounts()))
            connection.send(Answer(word.number, COUNTS))


def dies(connection: "Connection[Any, Any]", _block: str, _faces: bool) -> None:
    connection.recv()
    os._exit(1)


def hangs(connection: "Connection[Any, Any]", _block: str, _faces: bool) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    connection.send(Watching())
    while True:
        time.sleep(60)


def starts_for_ever(_connection: "Connection[Any, Any]", _block: str, _faces: bool) -> None:
    time.sleep(600)


@contextmanager
def process(main: Main) -> Iterator[QualityProcess]:
    started = QualityProcess("block", True, SystemClock(), main)
    try:
        yield started
    finally:
        started.close()


def asked(started: QualityProcess) -> PictureCounts:
    started.begin(0)
    return started.answer(started.ask(10))


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    limit_s = 30.0 if "right" in request.node.name else 0.3
    monkeypatch.setattr(quality_process, "ANSWER_S", limit_s)


def test_the_right_answer_is_taken_and_no_other() -> None:
    with process(answers) as started:
        assert asked(started) == COUNTS
        assert asked(started) == COUNTS
        pid = started.pid
    assert not psutil.pid_exists(pid)


def test_the_right_sentence_is_said_of_one_that_died_and_another_is_started() -> None:
    with process(dies) as started:
        first = started.pid
        with pytest.raises(NotAnswered, match="stopped unexpectedly"):
            asked(started)
        second = started.pid
        assert second != first
        assert psutil.pid_exists(second)
    assert not psutil.pid_exists(second)


def test_one_that_hangs_is_replaced_and_killed_at_the_end() -> None:
    with process(hangs) as started:
        first = started.pid
        said = {sentence_of(started), sentence_of(started)}
        assert quality_process.LATE in said
        assert not psutil.pid_exists(first)
        second = started.pid
    assert not psutil.pid_exists(second)


def sentence_of(started: QualityProcess) -> str:
    with pytest.raises(NotAnswered) as caught:
        asked(started)
    return str(caught.value)


def test_one_that_still_starts_is_given_another_chance_and_no_third() -> None:
    with process(starts_for_ever) as started:
        first = started.pid
        with pytest.raises(NotAnswered, match="still starting"):
            asked(started)
        assert started.pid == first
        with pytest.raises(NotAnswered, match="in time"):
            asked(started)
        assert started.pid != first
        second = started.pid
    assert not psutil.pid_exists(second)

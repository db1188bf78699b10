"""What a drill says of a recording that does not begin, and how long it waits for staff."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, cast

import pytest

from desktop.drill.accidents import Accident, Finding, Watch, cut_network, unplug_camera
from desktop.drill.sandbox import Sandbox
from holdfast.clock import SystemClock


class NothingSaved:
    """A sandbox whose queue stays empty, and in which the time is always over."""

    def recording_of(self, prompt: str) -> Mapping[str, Any] | None:
        return None

    def until(self, is_so: Callable[[], bool], limit_s: float) -> bool:
        return is_so()


class Listener:
    """Staff who do nothing, and note what they are told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def do(self, accident: Accident) -> None:
        raise AssertionError("nothing was recorded to which it could happen")

    def see(self, accident: Accident, sentence: str) -> None:
        self.told.append(sentence)

    def found(self, finding: Finding) -> None:
        raise AssertionError("nothing was found yet")


@contextmanager
def program(code: str) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen([sys.executable, "-c", code], text=True) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize(
    ("ends", "said"), [(True, "record.log says why"), (False, "too much else to do")]
)
def test_a_log_is_named_only_where_the_recorder_ended(ends: bool, said: str) -> None:
    staff = Listener()
    watch = Watch(cast(Sandbox, NothingSaved()), staff, SystemClock(), Accident.NETWORK)
    with program("" if ends else "import time; time.sleep(60)") as process:
        if ends:
            process.wait(timeout=60)
        assert not watch.began(process)

    assert len(staff.told) == 1
    assert said in staff.told[0]


RECORDER = """
import json, signal, sys

def end(*_):
    custody = {"saved": True}
    gap = {"from_s": 4.0, "to_s": 8.5}
    for line in ({"gap": gap}, {"state": "complete", "duration_s": 31.0, "custody": custody}):
        print(json.dumps(line))
    sys.exit()

signal.signal(signal.SIGTERM, end)
print("ready", flush=True)
signal.pause()
"""
"""A recording that goes on until somebody ends it."""


class OnPaper:
    """A sandbox whose recorder only waits to be ended; an accident is noticed at once, or never."""

    def __init__(self, notices: bool = True) -> None:
        self.network = self
        self.camera = self
        self._notices = notices
        self.recorder: subprocess.Popen[str] | None = None
        self.happened: list[str] = []
        self._segments = 0

    def record(self, prompt: str) -> "subprocess.Popen[str]":
        words = [sys.executable, "-c", RECORDER]
        self.recorder = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        assert self.recorder.stdout is not None
        assert self.recorder.stdout.readline() == "ready\n"
        return self.recorder

    def cut(self) -> None:
        self.happened.append("cut" if self.is_recording else "too late")

    def unplug(self) -> None:
        self.happened.append("unplugged" if self.is_recording else "too late")

    def mend(self) -> None:
        assert not self.is_recording, "it comes back after the recording's end"

    def plug_in(self) -> None:
        assert self.is_recording

    @property
    def is_recording(self) -> bool:
        return self.recorder is not None and self.recorder.poll() is None

    def queue(self) -> Mapping[str, Any]:
        is_noticed = self.happened and self._notices
        return {"network": "offline" if is_noticed else "online", "why": "Offline."}

    def recording_of(self, prompt: str) -> Mapping[str, Any]:
        self._segments += 1
        custody = {"verified": True, "playable": True}
        return {"id": "1", "segments": self._segments, "duration_s": 31.0, "custody": custody}

    def until(self, is_so: Callable[[], bool], limit_s: float) -> bool:
        return any(is_so() for _ in range(10))

    def wait(self, seconds: float) -> None:
        return


class Willing(Listener):
    """Staff who do what they are asked."""

    def do(self, accident: Accident) -> None:
        self.told.append("pressed")


@pytest.mark.parametrize(
    ("accident", "make", "happens"),
    [(Accident.NETWORK, cut_network, "cut"), (Accident.CAMERA, unplug_camera, "unplugged")],
)
def test_a_recording_goes_on_until_its_accident_has_happened(
    accident: Accident, make: Callable[[Watch], Finding], happens: str
) -> None:
    sandbox, staff = OnPaper(), Willing()

    finding = make(Watch(cast(Sandbox, sandbox), staff, SystemClock(), accident))

    assert sandbox.happened == [happens]
    assert not sandbox.is_recording
    assert finding.held
    assert finding.lost_s == (4.5 if accident is Accident.CAMERA else 0.0)
    assert "pressed" in staff.told


def test_a_cut_that_the_queue_does_not_notice_has_not_held_and_it_says_so() -> None:
    staff = Willing()
    sandbox = cast(Sandbox, OnPaper(notices=False))

    finding = cut_network(Watch(sandbox, staff, SystemClock(), Accident.NETWORK))

    assert not finding.held
    assert "The queue has not noticed that nothing gets through." in finding.seen

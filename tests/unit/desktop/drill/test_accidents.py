"""What a drill says of a recording that does not begin: why it did not, as far as it can know."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, cast

import pytest

from desktop.drill.accidents import Accident, Finding, Watch
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

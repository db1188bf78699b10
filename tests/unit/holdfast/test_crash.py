"""Crash points: they kill when asked, count, and are spent afterwards."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from holdfast import crash

SCRIPT = """
from holdfast import crash
for _ in range(3):
    crash.point("uploader.mid-chunk")
    print("lived", flush=True)
"""

TOGETHER = """
import sys, threading
from holdfast import crash
sys.setswitchinterval(1e-6)
start = threading.Barrier(8)
def pass_it():
    start.wait()
    crash.point("uploader.mid-chunk")
threads = [threading.Thread(target=pass_it) for _ in range(8)]
for each in threads:
    each.start()
for each in threads:
    each.join()
"""


def run(wanted: str, mark: Path, script: str = SCRIPT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, crash.ENVIRONMENT: wanted, crash.MARK: str(mark)}
    return subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False
    )


def test_a_point_does_nothing_by_itself() -> None:
    for name in crash.POINTS:
        crash.point(name)


def test_a_point_that_is_not_in_the_table_is_refused() -> None:
    with pytest.raises(ValueError, match="no-such-point"):
        crash.point("no-such-point")


def test_it_kills_at_the_time_that_was_asked_for_and_only_then(tmp_path: Path) -> None:
    done = run("uploader.mid-chunk:2", tmp_path / "mark")

    assert done.returncode == -signal.SIGKILL
    assert done.stdout.split() == ["lived"]


def test_a_spent_point_lets_the_next_process_live(tmp_path: Path) -> None:
    run("uploader.mid-chunk", tmp_path / "mark")

    again = run("uploader.mid-chunk", tmp_path / "mark")

    assert again.returncode == 0
    assert again.stdout.split() == ["lived"] * 3


def test_another_point_is_not_this_one(tmp_path: Path) -> None:
    assert run("receiver.mid-chunk", tmp_path / "mark").returncode == 0


def test_each_of_several_names_counts_for_itself(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    both = "receiver.mid-chunk,uploader.mid-chunk:3"

    assert run(both, mark).returncode == -signal.SIGKILL
    assert mark.read_text().split() == ["uploader.mid-chunk"] * 3
    assert run(both, mark).returncode == 0


@pytest.mark.parametrize("attempt", range(5))
def test_threads_that_arrive_together_pass_once(attempt: int, tmp_path: Path) -> None:
    mark = tmp_path / "mark"

    assert run("uploader.mid-chunk", mark, TOGETHER).returncode == -signal.SIGKILL
    assert mark.read_text().split() == ["uploader.mid-chunk"]

"""The bench itself: a short run prints its commands, its tables and counts that agree.

One runs every time, the others with `make thorough`.
"""

import os
import re
import subprocess
import sys

import pytest

LIMIT_S = 110


def quick_bench(*names: str) -> str:
    """What a short run of these benches says; it ends in good order."""
    # Not in the environment of the tests: a person's shell has no HOLDFAST_HOME either.
    environment = {key: value for key, value in os.environ.items() if "HOLDFAST" not in key}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--quick", *names],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT_S,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_quick_bench_says_what_it_ran_and_ends_with_a_figure() -> None:
    said = quick_bench("frame_cost")

    figure = r"a picture beside its encoding: [\d.]+ ms$"
    assert re.search(rf"^Goal (met|not met): .*{figure}", said, re.MULTILINE), said


@pytest.mark.slow
@pytest.mark.probe
def test_a_quick_bench_counts_the_same_frames_and_loses_some_on_purpose() -> None:
    said = quick_bench("recorder_cpu", "frames_lost")

    assert "-m holdfast record --home HOME --source" in said
    assert "-c:v libx264 -preset veryfast -tune zerolatency -crf 23" in said
    (ours,) = re.findall(r"^\| holdfast +\|.*\| (\d+) +\| \d+ +\| [\d.]+ +\|$", said, re.MULTILINE)
    (theirs,) = re.findall(r"^\| ffmpeg +\|.*\| (\d+) +\| \d+ +\| [\d.]+ +\|$", said, re.MULTILINE)
    assert ours == theirs == "60"
    assert "Goal met: every frame is recorded or counted as lost" in said
    assert re.search(r"Goal met: the same recorder in the window's process loses some: \d+", said)
    assert re.search(r"^Goal (met|not met): no frame lost in a process of its own: \d+", said, re.M)


@pytest.mark.slow
@pytest.mark.probe
def test_a_quick_bench_of_losses_and_limits_ends_with_figures() -> None:
    said = quick_bench("frame_cost", "memory", "lateness", "power_cuts", "kills")

    assert "Goal met: the queue was full of jpeg" in said
    assert "Goal met: the queue was full of pixels" in said
    for figure in (
        r"a picture beside its encoding: [\d.]+ ms$",
        r"at most 180 MiB with jpeg: \d+ MiB$",
        r"99 % within 20 ms: [\d.]+ ms$",
        r"lost to a power cut: [\d.]+ s$",
        r"lost to a kill: -?[\d.]+ s$",
    ):
        assert re.search(rf"^Goal (met|not met): .*{figure}", said, re.MULTILINE), said


@pytest.mark.slow
@pytest.mark.probe
def test_a_quick_bench_of_slow_links_breaks_connections_and_sends_everything() -> None:
    said = quick_bench("upload_link")

    assert re.search(
        r"^Goal met: resets every 3 MiB, one file: connections broke: [1-9]", said, re.M
    )
    for figure in (
        r"20 ms, segments: at least 97% of the link is used: [\d.]+%$",
        r"at most 1\.15 bytes for each of payload: [\d.]+$",
        r"stopped in the middle of two chunks: .* of 2: \d+ ms \(median \d+ ms\)$",
        r"first byte after coming online: .* of 2: \d+ ms \(median \d+ ms\)$",
    ):
        assert re.search(rf"^Goal (met|not met): .*{figure}", said, re.MULTILINE), said

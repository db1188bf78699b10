"""Every named instant of the chain: the process is killed there, and the ordinary commands go on.

Nothing is repaired by hand. A point that is never reached fails, because its mark is missing.
The receiver's points are tried by server/test_crashes.py in every run, too, by a client of its own.
Here, with the app's recording and its uploader, all of them with `make soak KIND=syscalls`.
"""

import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from holdfast import crash, salvage
from holdfast.clock import SystemClock
from holdfast.journal import PartStarted
from holdfast.layout import RecordingFolder
from holdfast.manifest import Manifest
from tests.support.chain import Chain, Crash, ready_chain, wait_for
from tests.support.nothing_lost import (
    LOSS_MOST_S,
    Closed,
    assert_nothing_lost,
    closed_segments,
    lost_s,
    wait_for_lights,
)
from tests.support.troubled_proxy import limit_bodies

CLOCK = SystemClock()
RECORDER = (
    "recorder.segment-open",
    "recorder.before-fsync",
    "recorder.before-sidecar",
    "recorder.between-sidecar-and-rename",
    "recorder.after-rename",
)
STATION = tuple(sorted(each for each in crash.POINTS if each.startswith("station.")))
FREEING = {"uploader.before-freeing", "uploader.mid-freeing", "uploader.before-freed-row"}
"""Points at which nothing is sent any more; test_kill_freeing.py tries them."""
WITHDRAWING = {
    "uploader.before-withdrawn-files",
    "receiver.after-tombstone",
    "receiver.before-withdrawn-files",
}
"""Points of deletions for good; test_withdrawal.py and server/test_crashes.py try them."""
IMPORTING = {"receiver.before-import-row", "receiver.before-imported-row"}
"""Points in files that come by other clients; server/test_crashes.py tries them."""
UPLOADER = tuple(
    sorted(each for each in crash.POINTS - FREEING - WITHDRAWING if each.startswith("uploader."))
)
RECEIVER = tuple(
    sorted(each for each in crash.POINTS - WITHDRAWING - IMPORTING if each.startswith("receiver."))
)
WORKER = {"receiver.mid-assembly", "receiver.before-assembled-rename"}
"""Points in child processes of the receiver, which itself goes on."""
IN_CHUNKS = {"receiver.mid-chunk", "receiver.before-chunk-row"}
IN_EVERY_RUN = {"receiver.mid-chunk"}
SMALL_BODIES = 128 * 1024
"""So that the quarter of a megabyte of one segment is several chunks."""


def test_every_point_is_tried_below() -> None:
    elsewhere = FREEING | WITHDRAWING | IMPORTING
    assert {*RECORDER, *STATION, *UPLOADER, *RECEIVER, *elsewhere} == crash.POINTS


# The recorder: five kills in one recording ---------------------------------------------------


@dataclass(frozen=True, slots=True)
class Killed:
    """A recording whose recorder was killed at each of its points, one after the other."""

    folder: RecordingFolder
    manifest: Manifest
    at_ns: dict[str, int]
    """The monotonic time at which each kill was noticed."""
    said: str


@pytest.fixture(scope="module")
def killed_recorder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Killed]:
    root = tmp_path_factory.mktemp("recorder")
    kills = Crash(root / "mark", RECORDER)
    at_ns: dict[str, int] = {}
    closed: Closed = {}
    with ready_chain(root / "chain") as chain:
        record = chain.record(300.0, crash=kills)
        while not kills.has_happened():
            known = len(kills.passed)
            wait_for(lambda known=known: len(kills.passed) > known, "the next kill")  # type: ignore[misc]  # mypy wants no defaults here
            at_ns[kills.passed[-1]] = CLOCK.monotonic_ns()
            closed.update(closed_segments(chain.folders()))
        (folder,) = chain.folders()
        wait_for(lambda: _parts_begun(folder) > len(RECORDER), "a recorder after the last kill")
        wait_for(folder.open_parts, "its first segment")
        assert record.stop() == 0, record.said()
        wait_for_lights(chain)
        (manifest,) = assert_nothing_lost(chain, closed)
        chain.stop_receiver()
        chain.assert_nothing_left()
        yield Killed(folder, manifest, at_ns, record.said())


def _parts_begun(folder: RecordingFolder) -> int:
    return sum(isinstance(each, PartStarted) for each in salvage.read_journal(folder))


@pytest.mark.parametrize("point", RECORDER)
def test_a_recorder_killed_at(point: str, killed_recorder: Killed) -> None:
    assert lost_s(killed_recorder.folder, killed_recorder.at_ns[point]) <= LOSS_MOST_S


def test_a_recorder_killed_five_times_makes_one_recording(killed_recorder: Killed) -> None:
    manifest = killed_recorder.manifest
    assert manifest.state == "complete"
    assert [each.part for each in manifest.parts] == list(range(len(RECORDER) + 1))
    assert [each.reason for each in manifest.gaps] == ["recorder restarted"] * len(RECORDER)
    assert killed_recorder.said.count("another recorder is being started") == len(RECORDER)


# The station ---------------------------------------------------------------------------------


@pytest.mark.parametrize("point", STATION)
def test_a_station_killed_at(point: str, tmp_path: Path) -> None:
    kill = Crash(tmp_path / "mark", (point,))
    with ready_chain(tmp_path / "chain") as chain:
        record = chain.record(6.0, crash=kill)
        assert record.wait() == -signal.SIGKILL, record.said()
        assert kill.has_happened()
        closed = closed_segments(chain.folders())
        wait_for(lambda: not record.group(), "the recorder's own end")

        wait_for_lights(chain)

        (manifest,) = assert_nothing_lost(chain, closed)
        assert manifest.state == _STATE_AFTER[point]


_STATE_AFTER = {
    "station.before-queue-row": "interrupted",
    "station.before-manifest": "complete",
}


# Uploader and receiver: each from the same recording ------------------------------------------


@pytest.mark.parametrize("point", UPLOADER)
def test_an_uploader_killed_at(point: str, unsent: Chain, tmp_path: Path) -> None:
    kill = Crash(tmp_path / "mark", (point,))
    closed = closed_segments(unsent.folders())
    unsent.serve()
    upload = unsent.upload(crash=kill)
    assert upload.wait() == -signal.SIGKILL, upload.said()
    assert kill.has_happened()

    wait_for_lights(unsent)

    assert_nothing_lost(unsent, closed)
    unsent.stop_receiver()


@pytest.mark.parametrize(
    "point",
    [
        pytest.param(each, marks=() if each in IN_EVERY_RUN else pytest.mark.slow)
        for each in RECEIVER
    ],
)
def test_a_receiver_killed_at(point: str, unsent: Chain, tmp_path: Path) -> None:
    kill = Crash(tmp_path / "mark", (point,))
    closed = closed_segments(unsent.folders())
    if point in IN_CHUNKS:
        unsent.put_proxy_between().always = limit_bodies(SMALL_BODIES)
    unsent.serve(crash=kill)
    upload = unsent.start("upload", "--json")
    wait_for(kill.has_happened, f"the kill at {point}")
    if point not in WORKER:
        unsent.serve_again()

    wait_for_lights(unsent, upload)

    assert_nothing_lost(unsent, closed)
    unsent.stop_receiver()

"""Killed while copies are deleted, and killed again while that is carried on: nothing is in between.

Either everything is still here, or the deletion was begun on the receiver's word and ends at the
next start. What proves the recording is never touched.
"""

import json
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from holdfast import crash, salvage
from holdfast.layout import RecordingFolder
from tests.support.chain import Chain, Crash, Process
from tests.support.nothing_lost import (
    assert_only_gaps_are_missing,
    closed_segments,
    pictures_of,
    wait_for_lights,
)
from tests.support.other_disk import other_disk
from uploader.freed import read_freed

POINTS = tuple(sorted(each for each in crash.POINTS if "freeing" in each or "freed" in each))
UNTOUCHED = "uploader.before-freeing"


@pytest.fixture
def sent(unsent: Chain) -> Iterator[Chain]:
    """The recording is at the receiver, whose data are on another disk than the home."""
    with other_disk(unsent.root) as folder:
        shutil.move(unsent.data.root, folder / "data")
        unsent.data.root.symlink_to(folder / "data")
        unsent.serve()
        assert unsent.upload().wait() == 0
        yield unsent
        unsent.stop_receiver()


def free(chain: Chain, kill: Crash) -> Process:
    return chain.start("queue", "free", "--older-than", "0", "--yes", crash=kill)


def proof_of(folder: RecordingFolder) -> dict[str, bytes]:
    """Everything that says what the recording was."""
    paths = [folder.manifest, folder.receipt, folder.announce, folder.decision, folder.journal]
    return {path.name: path.read_bytes() for path in [*paths, *folder.sidecars().values()]}


@pytest.mark.parametrize("point", POINTS)
def test_killed_while_freeing_and_again_while_carrying_on(
    point: str, sent: Chain, tmp_path: Path
) -> None:
    (folder,) = sent.folders()
    closed, proof = closed_segments([folder]), proof_of(folder)

    kill = Crash(tmp_path / "first", (point,))
    assert free(sent, kill).wait() == -signal.SIGKILL
    assert kill.has_happened()
    if point == UNTOUCHED:
        assert closed_segments([folder]) == closed
        assert not folder.freed.exists()
        assert json.loads(sent.run("queue", "verify", "--json"))["freed"] == []
    else:
        assert len(closed_segments([folder])) < len(closed)
        assert json.loads(sent.run("queue", "verify", "--json"))["freed"] == [folder.recording]

    for again in POINTS:
        second = Crash(tmp_path / again, (again,))
        process = free(sent, second) if point == UNTOUCHED else sent.upload(second)
        process.wait()
    assert sent.upload().wait() == 0
    if not folder.freed.exists():
        sent.run("queue", "free", "--older-than", "0", "--yes")

    assert closed_segments([folder]) == {}
    assert proof_of(folder) == proof
    freed = read_freed(folder)
    assert freed is not None
    assert freed.is_done
    (queued,) = sent.queue()
    assert (queued["custody"]["verified"], queued["custody"]["freed"]) == (True, True)
    assert json.loads(sent.run("queue", "verify", "--receiver", "--json"))["ok"]


@pytest.mark.parametrize("segment", [0, 1])
def test_what_is_left_of_a_recording_plays(unsent: Chain, segment: int) -> None:
    (folder,) = unsent.folders()
    folder.segment(segment).unlink()
    unsent.serve()
    unsent.run("queue", "give-up", folder.recording, "--segment", str(segment), "--yes")

    wait_for_lights(unsent)

    (queued,) = unsent.queue()
    assert queued["custody"]["playable"]
    manifest = salvage.read_manifest(folder)
    assert manifest is not None
    there = unsent.data.recording(folder.session, folder.recording)
    assert_only_gaps_are_missing(pictures_of(there, manifest), manifest)
    unsent.stop_receiver()

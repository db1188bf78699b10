"""Killed while copies are deleted, and again while that is carried on: nothing is in between.

Either everything is still here, or the deletion was begun on the receiver's word and ends at the
next start. What proves the recording is never touched.
"""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from holdfast import salvage
from holdfast.layout import RecordingFolder
from tests.support.chain import Chain, Crash
from tests.support.nothing_lost import (
    assert_only_gaps_are_missing,
    closed_segments,
    pictures_of,
    wait_for_lights,
)
from tests.support.other_disk import other_disk
from uploader.freed import FREED, FREEING, read_freed


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


def proof_of(folder: RecordingFolder) -> dict[str, bytes]:
    """Everything that says what the recording was."""
    paths = [folder.manifest, folder.receipt, folder.announce, folder.decision, folder.journal]
    return {path.name: path.read_bytes() for path in [*paths, *folder.sidecars().values()]}


def test_killed_at_every_point_and_again_while_carrying_on(sent: Chain, tmp_path: Path) -> None:
    (folder,) = sent.folders()
    closed, proof = closed_segments([folder]), proof_of(folder)
    first = min(closed)
    assert len(closed) == 2

    kill(sent, tmp_path, FREE, "uploader.before-freeing")
    assert (closed_segments([folder]), folder.freed.exists()) == (closed, False)
    assert verified(sent)["freed"] == []

    kill(sent, tmp_path, FREE, "uploader.mid-freeing")
    assert closed_segments([folder]).keys() == closed.keys() - {first}
    assert verified(sent)["freed"] == [folder.recording]
    assert not sent.queue()[0]["custody"]["freed"]

    # What was begun goes on by itself: the sender does it.
    kill(sent, tmp_path, SEND, "uploader.before-freeing")
    assert closed_segments([folder]).keys() == closed.keys() - {first}
    kill(sent, tmp_path, SEND, "uploader.mid-freeing")
    assert (closed_segments([folder]), stage_of(folder)) == ({}, FREEING)
    kill(sent, tmp_path, SEND, "uploader.before-freed-row")
    assert stage_of(folder) == FREED

    custody = sent.queue()[0]["custody"]
    assert (custody["saved"], custody["verified"], custody["freed"]) == (False, True, True)
    assert proof_of(folder) == proof
    assert verified(sent, "--receiver")["ok"]


FREE = ("queue", "free", "--older-than", "0", "--yes")
SEND = ("upload", "--until-empty", "--timeout", "60")


def kill(chain: Chain, marks: Path, words: tuple[str, ...], point: str) -> None:
    """Run a command that is killed at this point."""
    death = Crash(marks / f"{words[0]} {point}", (point,))
    process = chain.start(*words, crash=death)
    assert process.wait() == -signal.SIGKILL, process.said()
    assert death.has_happened()


def verified(chain: Chain, *more: str) -> Any:
    return chain.run_json("queue", "verify", *more)


def stage_of(folder: RecordingFolder) -> str:
    freed = read_freed(folder)
    assert freed is not None
    return freed.stage


@pytest.mark.parametrize("segment", [0, pytest.param(1, marks=pytest.mark.slow)])
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

"""The disk fails or fills up under a real recorder: a clear sentence, no loop, nothing lost."""

from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from holdfast.manifest import Manifest
from tests.support.bad_disk import failing_calls, fill, injected, small_disk
from tests.support.chain import SMALL, Chain, Process, ready_chain, wait_for
from tests.support.nothing_lost import Closed, assert_nothing_lost, closed_segments, wait_for_lights

SECONDS = 6
pytestmark = pytest.mark.strace


@dataclass(frozen=True, slots=True)
class Ended:
    """A recording on a bad disk, at its end."""

    code: int
    said: str
    manifest: Manifest


def _recorder_of(record: Process) -> psutil.Process:
    return wait_for(lambda: next(iter(record.children()), None), "a recorder process")


def _sent_from_a_good_disk(chain: Chain, closed: Closed) -> Manifest:
    wait_for_lights(chain)
    (manifest,) = assert_nothing_lost(chain, closed)
    chain.stop_receiver()
    chain.assert_nothing_left()
    return manifest


def _segment_is_open(chain: Chain, number: int) -> bool:
    return any(number in each.open_parts() for each in chain.folders())


def _record_on_a_disk_that_fails(root: Path, calls: str, when: str) -> Ended:
    """Let one of these calls fail in the first segment, or all (`1+`) from the second one on."""
    with ready_chain(root) as chain:
        record = chain.record(SECONDS)
        number = 1 if when.endswith("+") else 0
        wait_for(lambda: _segment_is_open(chain, number), "that segment")
        with failing_calls(_recorder_of(record), calls, "EIO", when) as log:
            wait_for(lambda: injected(log), f"a {calls} that fails")
            closed = closed_segments(chain.folders())
            code = record.wait() if when.endswith("+") else None
        code = record.wait() if code is None else code
        return Ended(code, record.said(), _sent_from_a_good_disk(chain, closed))


@pytest.mark.parametrize("call", [pytest.param("fdatasync", marks=pytest.mark.slow), "fsync"])
def test_a_sync_that_fails_once_costs_nothing(tmp_path: Path, call: str) -> None:
    ended = _record_on_a_disk_that_fails(tmp_path / "chain", call, "1")

    assert ended.code == 0, ended.said
    assert ended.manifest.state == "complete"
    assert ended.manifest.gaps == ()
    assert ended.manifest.frames == SECONDS * 30


@pytest.mark.slow
@pytest.mark.parametrize(
    ("calls", "when"),
    [
        pytest.param("fsync,fdatasync", "1+", id="no sync works any more"),
        pytest.param("link,linkat", "1+", id="no rename works any more"),
    ],
)
def test_a_disk_that_is_of_no_use_ends_the_recording(tmp_path: Path, calls: str, when: str) -> None:
    ended = _record_on_a_disk_that_fails(tmp_path / "chain", calls, when)

    assert ended.code == 1
    assert ended.manifest.state == "interrupted"
    assert "disk" in ended.said.splitlines()[-1]


def test_a_disk_that_fails_before_anything_is_recorded(tmp_path: Path) -> None:
    with Chain(tmp_path / "chain") as chain:
        record = chain.record(SECONDS)
        with failing_calls(_recorder_of(record), "fsync", "EIO", "1+"):
            assert record.wait() == 1
        assert "cannot be written" in record.said().splitlines()[-1]
        chain.assert_nothing_left()


def test_a_disk_that_fills_up(tmp_path: Path) -> None:
    with (
        ready_chain(tmp_path / "chain") as chain,
        small_disk(chain.home.recordings, 16_000_000) as is_small,
    ):
        # It must not see it coming: somebody else fills the disk in an instant.
        chain.home.config.write_text(f"{SMALL}stop_minutes = 0\n")
        if is_small:
            code, said, closed = _record_until_it_is_full(chain)
        else:
            code, said, closed = _record_until_it_is_said_to_be_full(chain)
        assert code == 1
        assert "The disk is full" in said.splitlines()[-1]
        assert closed
        manifest = _sent_from_a_good_disk(chain, closed)
        assert manifest.state == "interrupted"


Full = tuple[int, str, Closed]


def _record_until_it_is_full(chain: Chain) -> Full:
    record = chain.record(60.0)
    wait_for(lambda: closed_segments(chain.folders()), "a closed segment")
    wait_for(lambda: _segment_is_open(chain, 1), "a second segment")
    filler = fill(chain.home.recordings)
    code = record.wait()
    closed = closed_segments(chain.folders())
    filler.unlink()
    return code, record.said(), closed


def _record_until_it_is_said_to_be_full(chain: Chain) -> Full:
    """The same where nothing may be mounted: every sync of the disk after the tenth fails so."""
    record = chain.record(60.0)
    with failing_calls(_recorder_of(record), "fdatasync", "ENOSPC", "10+"):
        code = record.wait()
    return code, record.said(), closed_segments(chain.folders())

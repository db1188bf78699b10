"""Whoever records is killed in the middle, alone or with its recorder; and a receiver that is away.

Nobody repairs anything: the next command that looks at the queue closes what is left.
"""

import re
from pathlib import Path

import pytest

from holdfast import salvage
from holdfast.clock import SystemClock
from holdfast.journal import Ended
from holdfast.layout import RecordingFolder
from tests.support.chain import Chain, Process, ready_chain, wait_for
from tests.support.nothing_lost import (
    LOSS_MOST_S,
    assert_nothing_lost,
    closed_segments,
    lost_s,
    wait_for_lights,
)

CLOCK = SystemClock()


def _recorded_into_its_second_segment(chain: Chain, record: Process) -> RecordingFolder:
    def second_segment_has_pictures() -> RecordingFolder | None:
        assert record.is_running, record.said()
        for folder in chain.folders():
            part = folder.open_parts().get(1)
            if folder.segments() and part is not None and part.stat().st_size > 20_000:
                return folder
        return None

    return wait_for(second_segment_has_pictures, "pictures in the second segment")


@pytest.mark.parametrize(
    "together",
    [
        pytest.param(False, id="alone", marks=pytest.mark.slow),
        pytest.param(True, id="with its recorder"),
    ],
)
def test_a_station_killed_while_it_records(tmp_path: Path, together: bool) -> None:
    with ready_chain(tmp_path / "chain") as chain:
        record = chain.record(120.0)
        folder = _recorded_into_its_second_segment(chain, record)
        killed_ns = CLOCK.monotonic_ns()
        if together:
            record.kill_group()
        else:
            record.kill()
        closed = closed_segments(chain.folders())
        wait_for(lambda: not record.group(), "the end of the recorder")

        (adopted,) = chain.queue()

        assert adopted["state"] == "interrupted"
        assert adopted["custody"]["saved"]
        assert adopted["segments"] == 2
        ended = [each for each in salvage.read_journal(folder) if isinstance(each, Ended)]
        last = salvage.read_sidecar(folder, 1)
        assert last is not None
        assert last.salvaged is together
        assert [each.reason for each in ended] == ([] if together else ["the app ended"])
        assert lost_s(folder, killed_ns) <= LOSS_MOST_S
        wait_for_lights(chain)
        (manifest,) = assert_nothing_lost(chain, closed)
        assert manifest.state == "interrupted"
        assert manifest.gaps == ()
        chain.stop_receiver()
        chain.assert_nothing_left()


def test_a_receiver_that_was_away_for_the_whole_recording(tmp_path: Path) -> None:
    with ready_chain(tmp_path / "chain") as chain:
        chain.stop_receiver()
        upload = chain.start("upload", "--json")
        record = chain.record(5.0)
        assert record.wait() == 0, record.said()
        (waiting,) = chain.queue()

        sentence = r"The receiver does not answer \(tried .+\)\. Next try in \d+:\d\d\."
        wait_for(
            lambda: re.fullmatch(sentence, chain.run("queue", "why", waiting["id"]).strip()),
            "the reason",
        )
        assert not waiting["custody"]["verified"]
        assert upload.is_running
        chain.serve()
        wait_for_lights(chain, upload)
        assert_nothing_lost(chain, closed_segments(chain.folders()))
        chain.stop_receiver()
        chain.assert_nothing_left()

"""Connections that cut, lie and lose answers while it is recorded; two uploaders on one queue."""

from pathlib import Path

import pytest

from desktop.station import open_station
from holdfast.clock import SystemClock
from tests.support.chain import Chain, wait_for
from tests.support.nothing_lost import (
    all_lights,
    assert_nothing_lost,
    closed_segments,
    wait_for_lights,
)
from tests.support.troubled_proxy import corrupt, cut_after, login_page, lose_answer


def test_a_bad_link_while_it_is_recorded(tmp_path: Path) -> None:
    with Chain(tmp_path / "chain") as chain:
        proxy = chain.put_proxy_between()
        chain.serve()
        chain.enrol()
        faults = [
            cut_after(70_000),
            corrupt(),
            lose_answer(),
            login_page("PUT", "/segments/"),
            login_page("PUT", "/manifest"),
            cut_after(0),
        ]
        proxy.faults.extend(faults)
        upload = chain.start("upload", "--json")
        record = chain.record(6.0)

        assert record.wait() == 0, record.said()
        wait_for_lights(chain, upload)

        assert_nothing_lost(chain, closed_segments(chain.folders()))
        assert not proxy.faults
        assert 422 in [each.status for each in proxy.segment_puts()]
        chain.stop_receiver()
        chain.assert_nothing_left()


@pytest.mark.slow
def test_the_app_and_a_command_send_each_segment_once(tmp_path: Path) -> None:
    with Chain(tmp_path / "chain") as chain:
        proxy = chain.put_proxy_between()
        chain.serve()
        chain.enrol()
        records = [chain.record(1.0) for _ in range(2)]
        assert [each.wait() for each in records] == [0, 0]
        station = open_station(chain.home, SystemClock(), lambda _event: None, uploads=True)
        try:
            command = chain.start("upload", "--json")
            station.start()
            wait_for(lambda: all(all_lights(each) for each in chain.queue()), "all lights")
            assert command.stop() == 0
        finally:
            station.close()

        assert len(assert_nothing_lost(chain, closed_segments(chain.folders()))) == 2
        assert len(proxy.segment_puts()) == 2
        chain.stop_receiver()
        chain.assert_nothing_left()

"""What is measured of a link, what is remembered for its network, and the chunks that follow."""

from pathlib import Path

import pytest

from holdfast.protocol import CHUNK_LEAST_BYTES, CHUNK_MOST_BYTES, CHUNK_START_BYTES
from tests.support.queues import LeapingClock, QueueInHome
from uploader.link_rows import LIMIT_HOLDS_S, NETWORKS_MOST, LinkMemory, Remembered
from uploader.pace import Pace, network_name

FOOTAGE_BYTES = 1 << 30
HOME, OFFICE = "192.168.1.20", "10.3.7.4"


class Network:
    """The connection in use, as the system would name it."""

    def __init__(self) -> None:
        self.name: str | None = None

    def __call__(self) -> str | None:
        return self.name


@pytest.fixture
def opened(tmp_path: Path) -> QueueInHome:
    return QueueInHome.open(tmp_path / "home", LeapingClock())


def memory_of(opened: QueueInHome, receiver: str = "r") -> LinkMemory:
    return LinkMemory(opened.queue.links, opened.queue.receiver, receiver)


def pace_of(opened: QueueInHome, connection: Network | None = None) -> Pace:
    return Pace(memory_of(opened), opened.clock, connection or Network())


def send(opened: QueueInHome, pace: Pace, rate_bytes_s: float, chunks: int = 30) -> None:
    for _ in range(chunks):
        size_bytes = pace.chunk_bytes(FOOTAGE_BYTES)
        began_ns = pace.begin()
        opened.clock.advance(size_bytes / rate_bytes_s)
        pace.arrived(began_ns, size_bytes)


def test_the_rate_is_that_of_all_connections_while_they_send(opened: QueueInHome) -> None:
    pace = pace_of(opened)
    for _ in range(10):
        first, second = pace.begin(), pace.begin()
        opened.clock.advance(1.0)
        pace.arrived(first, 500_000)
        opened.clock.advance(1.0)
        pace.arrived(second, 500_000)
        opened.clock.advance(60.0)

    measured = pace.measured()
    assert measured.rate_bytes_s == pytest.approx(500_000)
    assert measured.connections == 2


def test_a_chunk_that_broke_took_time_and_brought_nothing(opened: QueueInHome) -> None:
    pace = pace_of(opened)
    for _ in range(10):
        broken = pace.begin()
        opened.clock.advance(1.0)
        pace.broke(500_000, 400_000)
        assert broken
        began = pace.begin()
        opened.clock.advance(1.0)
        pace.arrived(began, 500_000)

    assert pace.measured().rate_bytes_s == pytest.approx(250_000)


def test_the_round_trip_is_the_shortest_of_the_last(opened: QueueInHome) -> None:
    pace = pace_of(opened)
    for seconds in (0.01, *(0.7, 0.6, 0.9) * 6):
        asked = pace.asked()
        opened.clock.advance(seconds)
        pace.answered(asked)

    assert pace.measured().round_trip_s == pytest.approx(0.6)


def test_a_long_way_gets_larger_chunks(opened: QueueInHome) -> None:
    near, far = pace_of(opened), pace_of(opened)
    for pace, round_trip_s in ((near, 0.02), (far, 1.5)):
        asked = pace.asked()
        opened.clock.advance(round_trip_s)
        pace.answered(asked)
        send(opened, pace, 500_000)

    assert near.chunk_bytes(FOOTAGE_BYTES) == pytest.approx(750_000, rel=0.1)
    assert far.chunk_bytes(FOOTAGE_BYTES) == pytest.approx(3_000_000, rel=0.1)


@pytest.mark.parametrize(("round_trip_s", "smaller"), [(0.02, True), (0.6, False)])
def test_a_first_chunk_that_begins_slowly_over_a_long_way_is_not_taken_for_a_slow_link(
    opened: QueueInHome, round_trip_s: float, smaller: bool
) -> None:
    pace = pace_of(opened)
    asked = pace.asked()
    opened.clock.advance(round_trip_s)
    pace.answered(asked)
    before = pace.chunk_bytes(FOOTAGE_BYTES)

    began_ns = pace.begin()
    opened.clock.advance(4.5)
    pace.arrived(began_ns, before)

    assert (pace.chunk_bytes(FOOTAGE_BYTES) < before) is smaller


def test_a_break_halves_at_once_but_not_one_before_anything_was_sent(
    opened: QueueInHome,
) -> None:
    pace = pace_of(opened)
    pace.begin()
    pace.broke(CHUNK_START_BYTES, 0)
    assert pace.chunk_bytes(FOOTAGE_BYTES) == CHUNK_START_BYTES

    pace.begin()
    pace.broke(CHUNK_START_BYTES, 1)
    assert pace.chunk_bytes(FOOTAGE_BYTES) == CHUNK_START_BYTES // 2


def test_a_fast_link_carries_what_it_can_and_a_new_one_what_a_default_proxy_takes(
    opened: QueueInHome,
) -> None:
    pace = pace_of(opened)
    assert pace.chunk_bytes(CHUNK_START_BYTES + 1) <= CHUNK_START_BYTES

    send(opened, pace, 100e6)

    assert pace.chunk_bytes(FOOTAGE_BYTES) == CHUNK_MOST_BYTES
    assert pace.chunk_bytes(CHUNK_MOST_BYTES) == CHUNK_MOST_BYTES


@pytest.mark.parametrize("left_bytes", [1, 700_000, 983_040, 983_041, 1_500_000, 3_900_000])
def test_what_is_left_goes_in_even_pieces(opened: QueueInHome, left_bytes: int) -> None:
    pace = pace_of(opened)
    pieces, left = [], left_bytes
    while left:
        pieces.append(pace.chunk_bytes(left))
        left -= pieces[-1]

    assert max(pieces) - min(pieces) <= len(pieces)
    assert max(pieces) <= CHUNK_START_BYTES
    assert len(pieces) == -(-left_bytes // CHUNK_START_BYTES)


def test_a_piece_may_be_a_little_larger_to_save_one_but_never_over_a_limit(
    opened: QueueInHome,
) -> None:
    pace = pace_of(opened)
    pace.begin()
    pace.broke(CHUNK_START_BYTES, 1)
    assert pace.chunk_bytes(600_000) == 600_000
    assert pace.chunk_bytes(FOOTAGE_BYTES) == CHUNK_START_BYTES // 2

    assert pace.refused(600_000, None)
    assert pace.chunk_bytes(600_000) == 300_000
    assert pace.chunk_bytes(600_001) == 200_001


def test_each_network_is_remembered_by_itself_and_over_restarts(opened: QueueInHome) -> None:
    pace = pace_of(opened)
    pace.connected(HOME)
    send(opened, pace, 100e6)
    opened.clock.advance(60)
    pace.connected(OFFICE)
    assert pace.chunk_bytes(FOOTAGE_BYTES) == CHUNK_START_BYTES
    send(opened, pace, 10e3)
    assert pace.chunk_bytes(FOOTAGE_BYTES) == CHUNK_LEAST_BYTES

    again = pace_of(opened)
    # The network used last is the best guess until there is a connection.
    assert again.chunk_bytes(FOOTAGE_BYTES) < CHUNK_START_BYTES
    again.connected(HOME)
    assert again.chunk_bytes(FOOTAGE_BYTES) > 4 * CHUNK_START_BYTES


def test_a_network_that_was_never_met_is_not_taken_for_the_last_one(opened: QueueInHome) -> None:
    pace = pace_of(opened)
    pace.connected(HOME)
    send(opened, pace, 100e6)

    again = pace_of(opened)
    again.connected(OFFICE)

    assert again.chunk_bytes(FOOTAGE_BYTES) == CHUNK_START_BYTES


def test_what_the_system_calls_a_network_tells_two_apart(opened: QueueInHome) -> None:
    network = Network()
    network.name = "Office"
    pace = pace_of(opened, network)
    pace.connected(HOME)
    send(opened, pace, 100e6)
    network.name = "Café"

    pace.connected(HOME)

    assert pace.chunk_bytes(FOOTAGE_BYTES) == CHUNK_START_BYTES


def test_a_change_of_network_in_the_middle_of_a_chunk_is_survived(opened: QueueInHome) -> None:
    pace = pace_of(opened)
    pace.connected(HOME)
    began = pace.begin()
    pace.connected(OFFICE)
    opened.clock.advance(1.0)
    pace.arrived(began, 400_000)

    send(opened, pace, 400_000, chunks=10)

    assert pace.measured().rate_bytes_s == pytest.approx(400_000)
    assert pace.measured().connections == 1


def test_breaks_are_remembered_so_that_larger_chunks_are_tried_with_care(
    opened: QueueInHome,
) -> None:
    pace = pace_of(opened)
    pace.connected(HOME)
    pace.begin()
    pace.broke(CHUNK_START_BYTES, 1)
    send(opened, pace, 100e6, chunks=1)

    again = pace_of(opened)
    before = again.chunk_bytes(FOOTAGE_BYTES)
    send(opened, again, 100e6, chunks=4)

    assert CHUNK_START_BYTES // 2 <= before < again.chunk_bytes(FOOTAGE_BYTES) < 1.2 * before


def test_what_a_proxy_refused_is_remembered_for_its_network_alone(opened: QueueInHome) -> None:
    pace = pace_of(opened)
    pace.connected(OFFICE)
    assert pace.refused(CHUNK_START_BYTES, None)
    send(opened, pace, 100e6)
    assert pace.chunk_bytes(FOOTAGE_BYTES) <= CHUNK_START_BYTES // 2

    again = pace_of(opened)
    again.connected(OFFICE)
    send(opened, again, 100e6)
    assert again.chunk_bytes(FOOTAGE_BYTES) <= CHUNK_START_BYTES // 2
    again.connected(HOME)
    send(opened, again, 100e6)
    assert again.chunk_bytes(FOOTAGE_BYTES) == CHUNK_MOST_BYTES


def test_what_the_receiver_itself_refuses_holds_from_everywhere(opened: QueueInHome) -> None:
    pace = pace_of(opened)
    pace.connected(OFFICE)
    assert pace.refused(CHUNK_START_BYTES, 200_000)
    send(opened, pace, 100e6)
    known = memory_of(opened).of(network_name(None, OFFICE))
    assert known is not None
    assert known.limit_bytes is None

    again = pace_of(opened)
    again.connected(HOME)

    assert again.chunk_bytes(FOOTAGE_BYTES) == 200_000
    other = Pace(memory_of(opened, "other"), opened.clock, Network())
    assert other.chunk_bytes(FOOTAGE_BYTES) == CHUNK_START_BYTES


def test_a_refusal_is_believed_for_a_week_from_the_day_it_came(opened: QueueInHome) -> None:
    rows = opened.queue.links
    rows.keep("r", "n", Remembered(300_000, limit_bytes=400_000))
    opened.clock.advance(LIMIT_HOLDS_S - 10)
    rows.keep("r", "n", Remembered(200_000, limit_bytes=400_000))
    known = rows.of("r", "n")
    assert known is not None
    assert (known.chunk_bytes, known.limit_bytes) == (200_000, 400_000)

    opened.clock.advance(20)

    known = rows.of("r", "n")
    assert known is not None
    assert known.limit_bytes is None


def test_only_so_many_networks_are_remembered(opened: QueueInHome) -> None:
    rows = opened.queue.links
    for number in range(NETWORKS_MOST + 5):
        rows.keep("r", f"n{number}", Remembered(300_000, True, None, 1.5, 0.25))
        opened.clock.advance(1)

    assert rows.of("r", "n4") is None
    assert rows.of("r", "n5") == Remembered(300_000, True, None, 1.5, 0.25)
    assert rows.of("other") is None


@pytest.mark.parametrize(
    ("connection", "address", "name"),
    [
        (None, "192.168.1.20", "192.168.1.0/24"),
        ("Office", "192.168.1.20", "Office 192.168.1.0/24"),
        (None, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (None, "fe80::1%eth0", "fe80::/64"),
        ("Office", "", "Office "),
    ],
)
def test_a_network_has_a_name(connection: str | None, address: str, name: str) -> None:
    assert network_name(connection, address) == name

"""The size of a chunk: bounds, what it follows, and what a break or a refusal does to it."""

from hypothesis import given
from hypothesis import strategies as st

from holdfast.protocol import CHUNK_LEAST_BYTES, CHUNK_MOST_BYTES, CHUNK_START_BYTES
from uploader.chunk_size import CHUNK_AIM_S, ChunkSize, Measured

MIB = 1 << 20


def settled(chunk: ChunkSize, measured: Measured, chunks: int = 40) -> ChunkSize:
    """After so many chunks that arrived at the measured rate."""
    assert measured.rate_bytes_s is not None
    for _ in range(chunks):
        took_s = chunk.size_bytes * measured.connections / measured.rate_bytes_s
        chunk = chunk.towards(measured.aim_bytes() or 0, chunk.size_bytes, took_s)
    return chunk


@given(
    st.lists(st.tuples(st.integers(1, 1 << 40), st.floats(0.001, 100), st.booleans()), max_size=40),
    st.one_of(st.none(), st.integers(CHUNK_LEAST_BYTES, 2 * CHUNK_MOST_BYTES)),
)
def test_the_chunk_follows_the_link_within_its_bounds(
    steps: list[tuple[int, float, bool]], limit_bytes: int | None
) -> None:
    chunk = ChunkSize.under(limit_bytes)
    for aim_bytes, took_s, cut in steps:
        before = chunk.size_bytes
        chunk = chunk.after_cut() if cut else chunk.towards(aim_bytes, before, took_s)
        assert CHUNK_LEAST_BYTES <= chunk.size_bytes <= CHUNK_MOST_BYTES
        assert chunk.size_bytes <= (limit_bytes or CHUNK_MOST_BYTES)
        assert chunk.size_bytes <= 2 * before


def test_a_fast_link_gets_the_largest_chunk_and_a_slow_one_the_least() -> None:
    assert settled(ChunkSize(), Measured(100e6, 0.01, 2)).size_bytes == CHUNK_MOST_BYTES
    assert settled(ChunkSize(), Measured(20e3, 0.3, 2)).size_bytes == CHUNK_LEAST_BYTES


def test_a_chunk_takes_about_as_long_as_it_should() -> None:
    chunk = settled(ChunkSize(), Measured(1.25e6, 0.2, 2))

    assert 0.9 * CHUNK_AIM_S <= chunk.size_bytes * 2 / 1.25e6 <= CHUNK_AIM_S


@given(st.floats(5e4, 5e6), st.floats(0.001, 1.5), st.integers(1, 4))
def test_chunks_of_all_connections_are_three_round_trips_worth(
    rate_bytes_s: float, round_trip_s: float, connections: int
) -> None:
    aim = Measured(rate_bytes_s, round_trip_s, connections).aim_bytes()

    assert aim is not None
    assert (aim + 1) * connections >= 3 * round_trip_s * rate_bytes_s


def test_a_small_piece_makes_no_chunk_smaller() -> None:
    assert ChunkSize().towards(100, 10, 0.2) == ChunkSize()


def test_small_pieces_make_chunks_larger_unless_one_broke() -> None:
    broken = ChunkSize().after_cut()

    assert ChunkSize().towards(CHUNK_MOST_BYTES, 10, 0.2).size_bytes > CHUNK_START_BYTES
    assert broken.towards(CHUNK_MOST_BYTES, 10, 0.2) == broken


def test_a_chunk_that_broke_is_halved_at_once_and_grows_slowly_from_there() -> None:
    fast = Measured(100e6, 0.01, 2)
    chunk = settled(ChunkSize(), fast).after_cut()
    assert chunk.size_bytes == CHUNK_MOST_BYTES // 2

    once = settled(chunk, fast, 1)

    assert chunk.size_bytes < once.size_bytes < 1.1 * chunk.size_bytes
    assert settled(chunk, fast).size_bytes == CHUNK_MOST_BYTES


def test_connections_that_break_together_halve_it_once() -> None:
    chunk = ChunkSize().after_cut(CHUNK_START_BYTES)

    assert chunk.after_cut(CHUNK_START_BYTES) == chunk


def test_a_link_that_breaks_every_3_mib_costs_few_bytes_twice() -> None:
    measured = Measured(1.25e6, 0.2, 1)
    chunk, since_break, arrived, sent = ChunkSize(), 0, 0, 0
    while arrived < 200 * MIB:
        if since_break + chunk.size_bytes > 3 * MIB:
            sent += 3 * MIB - since_break
            chunk, since_break = chunk.after_cut(chunk.size_bytes), 0
            continue
        since_break += chunk.size_bytes
        arrived += chunk.size_bytes
        sent += chunk.size_bytes
        chunk = settled(chunk, measured, 1)

    assert sent / arrived < 1.10


def test_a_refused_chunk_is_halved_at_once_and_never_grows_over_it_again() -> None:
    chunk = ChunkSize().after_refusal(CHUNK_START_BYTES, None)
    assert chunk is not None
    assert chunk.size_bytes == CHUNK_START_BYTES // 2

    assert settled(chunk, Measured(1e9, 0.001, 1)).size_bytes <= CHUNK_START_BYTES // 2


def test_a_refusal_that_comes_late_does_not_undo_a_smaller_size() -> None:
    chunk = ChunkSize.under(CHUNK_START_BYTES // 4)

    assert chunk.after_refusal(CHUNK_START_BYTES, None) == chunk


def test_the_receivers_own_limit_is_taken_at_its_word() -> None:
    chunk = ChunkSize().after_refusal(CHUNK_START_BYTES, 50_000)

    assert chunk is not None
    assert (chunk.size_bytes, chunk.limit_bytes) == (50_000, 50_000)


def test_a_limit_that_was_kept_to_is_no_reason_to_send_one_byte_less() -> None:
    chunk = ChunkSize().after_refusal(CHUNK_START_BYTES, 1 << 36)

    assert chunk is not None
    assert chunk.size_bytes == CHUNK_START_BYTES // 2


def test_the_least_chunk_refused_is_the_end() -> None:
    assert ChunkSize().after_refusal(CHUNK_LEAST_BYTES, None) is None
    assert ChunkSize().after_refusal(CHUNK_LEAST_BYTES - 5, None) is None

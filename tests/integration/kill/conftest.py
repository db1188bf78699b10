"""One recording that nobody has sent, made once and copied by every test that sends it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.chain import Chain, ready_chain


@pytest.fixture(scope="session")
def recorded_chain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chain]:
    """A home with one recording of two segments, and the receiver where it is enrolled."""
    with ready_chain(tmp_path_factory.mktemp("recorded") / "chain") as chain:
        record = chain.record(6.0)
        assert record.wait() == 0, record.said()
        chain.stop_receiver()
        yield chain


@pytest.fixture
def unsent(recorded_chain: Chain, tmp_path: Path) -> Iterator[Chain]:
    """A copy of it; nothing runs yet."""
    with Chain.copied(recorded_chain, tmp_path / "chain") as chain:
        yield chain
        chain.assert_nothing_left()

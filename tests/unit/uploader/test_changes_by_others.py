"""A process that waits hears of what another one puts into the queue."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from holdfast.layout import Home
from uploader.database import Database, open_queue_database


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Database, Database]]:
    home = Home(tmp_path)
    first, second = open_queue_database(home), open_queue_database(home)
    yield first, second
    first.close()
    second.close()


def note(database: Database, value: str) -> None:
    with database.write() as writing:
        writing.execute("INSERT INTO meta VALUES ('note', ?)", (value,))


def test_a_change_by_another_connection_is_noticed(two: tuple[Database, Database]) -> None:
    ours, theirs = two
    before = ours.changes_by_others()

    note(theirs, "new")

    assert ours.changes_by_others() != before


def test_own_changes_and_none_at_all_are_no_news(two: tuple[Database, Database]) -> None:
    ours, _ = two
    before = ours.changes_by_others()

    note(ours, "own")

    assert ours.changes_by_others() == before

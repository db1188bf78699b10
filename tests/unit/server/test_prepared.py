"""Statements that are compiled once say what the library's own way says, and fail as it does."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Integer,
    MetaData,
    String,
    Table,
    bindparam,
    or_,
    select,
)
from sqlalchemy.exc import IntegrityError, OperationalError

from server.db.engine import Database
from server.db.prepared import Change, Question
from server.db.types import Instant

THINGS = Table(
    "things",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("said", JSON),
    Column("is_whole", Boolean),
    Column("at", Instant),
)
NAMES = ("id", "name", "said", "is_whole", "at")
ADD = Change(THINGS.insert().values({name: bindparam(name) for name in NAMES}))
RENAME = Change(
    THINGS.update().where(THINGS.c.id == bindparam("of_id")).values(name=bindparam("name"))
)
ALL = Question(select(THINGS).order_by(THINGS.c.id))
LATE = datetime(2026, 11, 21, 23, 30, tzinfo=timezone(timedelta(hours=-2)))
ONE: dict[str, Any] = {
    "id": 1,
    "name": "a scene",
    "said": {"ranges": [[0, 5], [7, 9]], "ü": None},
    "is_whole": True,
    "at": LATE,
}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "things.db")
    with made.migrating() as connection:
        THINGS.metadata.create_all(connection)
    yield made
    made.close()


def add(database: Database, **more: object) -> None:
    with database.changing() as connection:
        assert ADD.run(connection, {**ONE, **more}) == 1


def add_twice(database: Database) -> None:
    with database.changing() as connection:
        ADD.run(connection, {**ONE, "id": 2})
        ADD.run(connection, {**ONE, "id": 2})


def test_what_is_written_so_is_read_as_the_library_reads_it(database: Database) -> None:
    add(database)
    add(database, id=2, said=None, is_whole=None, at=None)

    with database.querying() as connection:
        (one, two) = ALL.all(connection, {})
    with database.reading() as session:
        by_the_library = [tuple(row) for row in session.execute(select(THINGS))]

    assert [tuple(one), tuple(two)] == by_the_library
    assert one._asdict() == {**ONE, "at": datetime(2026, 11, 22, 1, 30, tzinfo=UTC)}
    assert one.is_whole is True
    assert (two.said, two.is_whole, two.at) == (None, None, None)


def test_a_placeholder_may_stand_twice_and_beside_a_fixed_value(database: Database) -> None:
    add(database)
    add(database, id=2, name="other")
    add(database, id=3, name="third")
    add(database, id=4, name="fourth")
    asked = Question(
        select(THINGS.c.name).where(
            or_(THINGS.c.id == bindparam("it"), THINGS.c.name == bindparam("name")),
            or_(THINGS.c.id == bindparam("it"), THINGS.c.name != "fourth"),
        )
    )

    with database.querying() as connection:
        found = asked.all(connection, {"it": 2, "name": "third"})
        none = asked.all(connection, {"it": 5, "name": "fourth"})

    assert [each.name for each in found] == ["other", "third"]
    assert none == []


def test_a_change_says_how_many_rows_it_concerned(database: Database) -> None:
    add(database)

    with database.changing() as connection:
        assert RENAME.run(connection, {"of_id": 1, "name": "new"}) == 1
        assert RENAME.run(connection, {"of_id": 2, "name": "new"}) == 0

    with database.querying() as connection:
        assert ALL.one_or_none(connection, {}).name == "new"


def test_a_change_goes_with_its_transaction(database: Database) -> None:
    with pytest.raises(IntegrityError):
        add_twice(database)

    with database.querying() as connection:
        assert ALL.one_or_none(connection, {}) is None


def test_a_row_may_be_made_of_its_columns_by_others(database: Database) -> None:
    add(database)
    asked = Question(select(THINGS.c.said, THINGS.c.id), tuple)

    with database.querying() as connection:
        assert asked.all(connection, {}) == [(ONE["said"], 1)]


def test_it_fails_as_the_library_does_and_tells_nothing_of_the_values(database: Database) -> None:
    add(database)

    with pytest.raises(IntegrityError) as refused:
        add(database, name="nobody's business")
    assert "nobody" not in str(refused.value)

    with database.migrating() as connection:
        THINGS.drop(connection)
    with pytest.raises(OperationalError, match="no such table"):
        add(database)

"""SQLite as the receiver needs it, and migrations that match the models."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from holdfast.receiver_layout import ReceiverData
from server.db.engine import Database, DatabaseUnusable
from server.db.kept import KEPT_MOST
from server.db.migrate import migrate, upgrade
from server.db.models import Base, MetaRow, TombstoneRow, UserRow
from server.receiver import open_receiver
from tests.support.manual_clock import EPOCH, ManualClock


@pytest.fixture
def database(tmp_path: Path) -> Database:
    made = Database(tmp_path / "holdfast.db")
    upgrade(made)
    return made


def test_a_committed_row_survives_a_power_cut(database: Database) -> None:
    with database.reading() as session:
        pragmas = {
            name: session.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }

    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 10_000,
    }
    database.close()


def test_sqlite_is_one_without_the_wal_reset_bug(database: Database) -> None:
    with database.reading() as session:
        version = str(session.scalar(text("SELECT sqlite_version()")))
    database.close()

    assert tuple(int(each) for each in version.split(".")) >= (3, 51, 3)


def test_no_update_is_lost_between_writers(database: Database) -> None:
    with database.writing() as session:
        session.add(MetaRow(key="count", value="0"))

    def add() -> None:
        for _ in range(25):
            with database.writing() as session:
                row = session.get_one(MetaRow, "count")
                row.value = str(int(row.value) + 1)

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.reading() as session:
        assert session.scalar(select(MetaRow.value)) == "100"
    database.close()


def counted(database: Database) -> Any:
    with database.querying() as connection:
        return connection.scalar(text("SELECT value FROM meta WHERE key = 'count'"))


def test_a_connection_that_is_kept_sees_what_others_changed_since(database: Database) -> None:
    insert = text("INSERT INTO meta (key, value) VALUES ('count', :value)")
    with database.changing() as connection:
        connection.execute(insert, {"value": "1"})
    with database.querying() as first:
        assert first.scalar(text("SELECT value FROM meta WHERE key = 'count'")) == "1"
    with database.writing() as session:
        session.get_one(MetaRow, "count").value = "2"

    with database.querying() as again:
        # The same one, and not in the view of before.
        assert again is first
        assert again.scalar(text("SELECT value FROM meta WHERE key = 'count'")) == "2"
        with database.querying() as within:
            assert within is not again
    database.close()


def test_no_more_connections_are_kept_than_a_few(database: Database) -> None:
    with ExitStack() as at_once:
        for _ in range(KEPT_MOST + 3):
            at_once.enter_context(database.querying())
        within = database.engine.pool.checkedout()  # type: ignore[attr-defined]  # its type's own

    assert within == KEPT_MOST + 3
    assert database.engine.pool.checkedout() == KEPT_MOST  # type: ignore[attr-defined]  # as above
    database.close()
    assert database.engine.pool.checkedout() == 0  # type: ignore[attr-defined]  # as above


def test_a_change_that_fails_is_undone_and_its_connection_is_not_used_again(
    database: Database,
) -> None:
    insert = text("INSERT INTO meta (key, value) VALUES ('count', '1')")
    used = []

    def fail_in_the_middle() -> None:
        with database.changing() as connection:
            used.append(connection)
            connection.execute(insert)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_in_the_middle()
    assert used[0].closed
    assert counted(database) is None

    with database.changing() as another:
        another.execute(insert)
    assert counted(database) == "1"
    with pytest.raises(IntegrityError), database.changing() as another:
        another.execute(insert)
    # The file's write lock is free.
    with database.writing() as session:
        session.get_one(MetaRow, "count").value = "2"
    assert counted(database) == "2"
    database.close()


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Database]:
    """A database that was made by the migrations, one after the other."""
    database = Database(tmp_path / "migrated.db")
    with database.migrating() as connection:
        migrate(connection)
    yield database
    database.close()


def test_the_migrations_make_what_the_models_say(migrated: Database) -> None:
    with migrated.migrating() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)

    assert differences == []


def test_a_new_database_is_the_same_as_a_migrated_one(
    migrated: Database, database: Database
) -> None:
    assert _described(database) == _described(migrated)
    database.close()


def _described(database: Database) -> dict[str, Any]:
    """Every table as the database itself sees it, checks included, and what stands in it."""
    with database.querying() as connection:
        seen = inspect(connection)
        return {
            table: {
                "columns": _sorted(seen.get_columns(table)),
                "key": seen.get_pk_constraint(table)["constrained_columns"],
                "foreign": _sorted(seen.get_foreign_keys(table)),
                "indexes": _sorted(seen.get_indexes(table)),
                "unique": _sorted(seen.get_unique_constraints(table)),
                "checks": _sorted(seen.get_check_constraints(table)),
                "rows": connection.execute(text(f"SELECT * FROM {table}")).all(),
            }
            for table in seen.get_table_names()
        }


def _sorted(parts: Sequence[Any]) -> list[str]:
    return sorted(str(sorted((key, str(value)) for key, value in part.items())) for part in parts)


def test_upgrading_again_changes_nothing(database: Database) -> None:
    with database.writing() as session:
        session.add(MetaRow(key="kept", value="yes"))

    upgrade(database)

    with database.reading() as session:
        assert session.get_one(MetaRow, "kept").value == "yes"
    database.close()


def test_a_newer_schema_is_refused_untouched(tmp_path: Path) -> None:
    data = ReceiverData(tmp_path)
    open_receiver(data, ManualClock()).close()
    database = Database(data.database)
    with database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()

    with pytest.raises(DatabaseUnusable, match="newer Holdfast"):
        open_receiver(data, ManualClock())


def test_a_state_that_does_not_exist_cannot_be_stored(database: Database) -> None:
    with pytest.raises(IntegrityError), database.writing() as session:
        session.add(UserRow(name="ann", role="emperor", created_at=EPOCH))
    database.close()


def test_instants_come_back_in_utc(database: Database) -> None:
    moment = datetime(2026, 11, 20, 16, 0, tzinfo=timezone(timedelta(hours=2)))
    with database.writing() as session:
        session.add(TombstoneRow(recording="r", device="d", reason="x", at=moment))

    with database.reading() as session:
        read = session.scalar(select(TombstoneRow.at))
    database.close()

    assert read == moment
    assert read is not None
    assert read.tzinfo is UTC


def test_an_instant_without_an_offset_is_refused(database: Database) -> None:
    naive = datetime(2026, 11, 20, 16, 0)  # noqa: DTZ001 - that is what is refused
    with pytest.raises(StatementError, match="offset"), database.writing() as session:
        session.add(TombstoneRow(recording="r", device="d", reason="x", at=naive))
    database.close()

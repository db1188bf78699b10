"""Postgres as orderly as SQLite: migrations, writers one at a time, named ones side by side."""

import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from functools import partial

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, OperationalError

from server.db.engine import Database, DatabaseUnusable
from server.db.migrate import migrate, upgrade
from server.db.models import Base, MetaRow, TombstoneRow
from server.domain.disk_errors import is_busy
from tests.support.ports import free_port

PATIENCE_S = 30


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    made = Database(database_url)
    upgrade(made)
    yield made
    made.close()


def _migrated(database: Database) -> None:
    with database.migrating() as connection:
        migrate(connection)


@pytest.mark.parametrize("made", [upgrade, _migrated])
def test_a_new_database_and_a_migrated_one_are_what_the_models_say(
    database_url: str, made: Callable[[Database], None]
) -> None:
    database = Database(database_url)
    made(database)
    with database.migrating() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    database.close()

    assert differences == []


def test_upgrading_at_once_in_several_processes_is_done_once(database_url: str) -> None:
    databases = [Database(database_url) for _ in range(4)]
    failures: list[Exception] = []

    def start(database: Database) -> None:
        try:
            upgrade(database)
        except Exception as error:  # noqa: BLE001 - whatever it is, the test must see it
            failures.append(error)

    _all_at_once([partial(start, each) for each in databases])
    for each in databases:
        each.close()

    assert failures == []


def test_no_update_is_lost_between_writers(database: Database) -> None:
    with database.writing() as session:
        session.add(MetaRow(key="count", value="0"))

    def add() -> None:
        for _ in range(25):
            with database.writing() as session:
                row = session.get_one(MetaRow, "count")
                row.value = str(int(row.value) + 1)

    _all_at_once([add] * 4)

    with database.reading() as session:
        assert session.get_one(MetaRow, "count").value == "100"


def test_writers_about_different_things_do_not_wait_for_each_other(database: Database) -> None:
    done = threading.Event()

    def other() -> None:
        with database.writing(of="b") as session:
            session.add(MetaRow(key="b", value=""))
        done.set()

    with database.writing(of="a"):
        thread = threading.Thread(target=other)
        thread.start()
        assert done.wait(PATIENCE_S)
    thread.join()


@pytest.mark.parametrize("of", ["a", None], ids=["the same thing", "everything"])
def test_a_writer_excludes_those_it_must(database: Database, of: str | None) -> None:
    entered = threading.Event()

    def other() -> None:
        with database.writing(of=of):
            entered.set()

    with database.writing(of="a"):
        thread = threading.Thread(target=other)
        thread.start()
        _until_somebody_waits(database)
        assert not entered.is_set()
    thread.join()
    assert entered.is_set()


def test_a_lock_of_all_receivers_is_given_back_by_a_dead_one(database_url: str) -> None:
    dying, living = Database(database_url), Database(database_url)
    lock = dying.shared_lock("segments", "1")
    assert lock is not None
    lock.__enter__()
    taken = threading.Event()

    def take() -> None:
        second = living.shared_lock("segments", "1")
        assert second is not None
        with second:
            taken.set()

    thread = threading.Thread(target=take)
    thread.start()
    _until_somebody_waits(living)
    assert not taken.is_set()
    with psycopg.connect(database_url, autocommit=True) as admin:
        admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
            " AND pid NOT IN (SELECT pid FROM pg_locks WHERE NOT granted)"
        )

    assert taken.wait(PATIENCE_S)
    thread.join()
    with pytest.raises(OperationalError):
        lock.__exit__(None, None, None)
    dying.close()
    living.close()


def test_a_reader_sees_one_state_and_changes_nothing(database: Database) -> None:
    with database.reading() as session:
        assert session.get(MetaRow, "late") is None
        with database.writing() as writer:
            writer.add(MetaRow(key="late", value=""))
        assert session.scalar(select(MetaRow.key).where(MetaRow.key == "late")) is None
        with pytest.raises(DBAPIError, match="read-only"):
            session.execute(text("DELETE FROM meta"))


def test_instants_come_back_in_utc(database: Database) -> None:
    moment = datetime(2026, 11, 20, 16, 0, tzinfo=timezone(timedelta(hours=2)))
    with database.writing() as session:
        session.add(TombstoneRow(recording="r", device="d", reason="x", at=moment))

    with database.reading() as session:
        read = session.scalar(select(TombstoneRow.at))

    assert read == moment
    assert read is not None
    assert read.utcoffset() == timedelta(0)


def test_a_server_that_forgets_in_a_power_cut_is_refused(database_url: str) -> None:
    with psycopg.connect(database_url, autocommit=True) as admin:
        admin.execute("ALTER SYSTEM SET full_page_writes = off")
        admin.execute("SELECT pg_reload_conf()")
    database = Database(database_url)
    try:
        _until_it_is_off(database_url)
        with pytest.raises(DatabaseUnusable, match="full_page_writes = off"):
            upgrade(database)
    finally:
        with psycopg.connect(database_url, autocommit=True) as admin:
            admin.execute("ALTER SYSTEM RESET full_page_writes")
            admin.execute("SELECT pg_reload_conf()")
        database.close()


def test_a_commit_waits_for_the_disk_whatever_the_database_says(database_url: str) -> None:
    name = database_url.rpartition("/")[2]
    with psycopg.connect(database_url, autocommit=True) as admin:
        admin.execute(f"ALTER DATABASE {name} SET synchronous_commit = off".encode())
    database = Database(database_url)

    with database.querying() as connection:
        assert connection.scalar(text("SHOW synchronous_commit")) == "on"
    database.close()


def test_a_server_that_is_away_is_a_sentence_and_no_password(database_url: str) -> None:
    database = Database(f"postgresql://ann:secret@127.0.0.1:{free_port()}/x")

    with pytest.raises(DatabaseUnusable, match="does not answer") as caught:
        upgrade(database)

    assert "secret" not in str(caught.value)
    with pytest.raises(OperationalError) as away, database.writing():
        pass
    assert is_busy(away.value)


def _until_it_is_off(database_url: str) -> None:
    wait = threading.Event()
    for _ in range(PATIENCE_S * 10):
        with psycopg.connect(database_url) as asking:
            if asking.execute("SHOW full_page_writes").fetchone() == ("off",):
                return
        wait.wait(0.1)
    raise AssertionError("the server did not read its settings")


def _until_somebody_waits(database: Database) -> None:
    query = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    wait = threading.Event()
    for _ in range(PATIENCE_S * 100):
        with database.querying() as connection:
            if connection.scalar(query):
                return
        wait.wait(0.01)
    raise AssertionError("nobody waits")


def _all_at_once(works: list[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=each) for each in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

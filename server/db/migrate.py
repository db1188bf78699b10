"""Brings the database to the schema of this version, and refuses one that is newer.

A new database is made at once, as the models say. Alembic is imported only where there is something
to migrate: loading it takes as long as all the rest of a command, and a seventh of a receiver's
memory for ever.
"""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, insert, inspect, text

from server.db import access_rows, care_rows, dialect_rows, models, work_rows
from server.db.engine import Database, DatabaseUnusable

_SCRIPTS: Final = Path(__file__).with_name("migrations")
_NUMBERED: Final = "[0-9][0-9][0-9][0-9]_*.py"
_TABLE: Final = "alembic_version"
_DECLARING: Final = (models, access_rows, care_rows, dialect_rows, work_rows)
"""The modules whose tables there are: `Base` knows those of modules that were imported."""


def tables() -> set[str]:
    """The names of all tables that the receiver has."""
    return {name for each in _DECLARING for name in each.Base.metadata.tables}


def upgrade(database: Database) -> None:
    """Run what is missing, all in one transaction. Raises DatabaseUnusable for a newer schema."""
    known = _revisions()
    with database.migrating() as connection:
        current = _current(connection)
        if current is None:
            _create(connection, known[-1])
        elif current not in known:
            raise DatabaseUnusable(
                "The database was made by a newer Holdfast than this one. Nothing was changed; "
                "use that version, or restore an older copy."
            )
        elif current != known[-1]:
            migrate(connection)


def _revisions() -> list[str]:
    """The revisions in their order: each is the number that its script's name begins with."""
    return sorted(path.name.partition("_")[0] for path in (_SCRIPTS / "versions").glob(_NUMBERED))


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_TABLE):
        return None
    revision: str | None = connection.scalar(text(f"SELECT version_num FROM {_TABLE}"))
    return revision


def _create(connection: Connection, revision: str) -> None:
    models.Base.metadata.create_all(connection)
    connection.execute(insert(access_rows.AuditHeadRow), access_rows.AUDIT_BEGINS)
    connection.execute(
        text(f"CREATE TABLE {_TABLE} (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    )
    connection.execute(text(f"INSERT INTO {_TABLE} VALUES (:revision)"), {"revision": revision})


def migrate(connection: Connection) -> None:
    """Run every script that this database has not seen; on an empty one, all of them."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

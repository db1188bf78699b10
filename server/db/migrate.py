"""Brings the database to the schema of this version, and refuses one that is newer.

Alembic is imported only where there is something to migrate: loading it takes as long as all the
rest of a command.
"""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

from server.db.engine import Database, DatabaseUnusable

_SCRIPTS: Final = Path(__file__).with_name("migrations")
_NUMBERED: Final = "[0-9][0-9][0-9][0-9]_*.py"
_TABLE: Final = "alembic_version"


def upgrade(database: Database) -> None:
    """Run what is missing, all in one transaction. Raises DatabaseUnusable for a newer schema."""
    known = _revisions()
    with database.migrating() as connection:
        current = _current(connection)
        if current is not None and current not in known:
            raise DatabaseUnusable(
                "The database was made by a newer Holdfast than this one. Nothing was changed; "
                "use that version, or restore an older copy."
            )
        if current != known[-1]:
            _migrate(connection)


def _revisions() -> list[str]:
    """The revisions in their order: each is the number that its script's name begins with."""
    return sorted(path.name.partition("_")[0] for path in (_SCRIPTS / "versions").glob(_NUMBERED))


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_TABLE):
        return None
    revision: str | None = connection.scalar(text(f"SELECT version_num FROM {_TABLE}"))
    return revision


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

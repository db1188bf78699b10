"""Brings the database to the schema of this version, and refuses one that is newer."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.script.revision import ResolutionError
from alembic.util import CommandError
from sqlalchemy import Connection

from server.db.engine import Database, DatabaseUnusable

_SCRIPTS = Path(__file__).with_name("migrations")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    return config


def upgrade(database: Database) -> None:
    """Run what is missing, all in one transaction. Raises DatabaseUnusable for a newer schema."""
    config = _config()
    scripts = ScriptDirectory.from_config(config)
    with database.migrating() as connection:
        current = _current(connection, scripts)
        if current == scripts.get_current_head():
            return
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _current(connection: Connection, scripts: ScriptDirectory) -> str | None:
    current = MigrationContext.configure(connection).get_current_revision()
    if current is None:
        return None
    try:
        scripts.get_revision(current)
    except (CommandError, ResolutionError) as error:
        raise DatabaseUnusable(
            "The database was made by a newer Holdfast than this one. Nothing was changed; "
            "use that version, or restore an older copy."
        ) from error
    return current

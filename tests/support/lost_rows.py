"""A receiver whose database is gone, as after a disk died: its files are all that is left."""

from pathlib import Path

from holdfast.receiver_layout import ReceiverData
from server.engines import Engines


def lose_rows(data: ReceiverData, engines: Engines) -> None:
    """Take the database away, in whichever engine it is; nobody may have it open."""
    if engines.is_database_here:
        for path in Path(data.root).glob("holdfast.db*"):
            path.unlink()
        return
    import psycopg

    with psycopg.connect(engines.database_url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")

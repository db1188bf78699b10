"""Building the queue anew: the old database is put aside, adoption does the rest."""

from pathlib import Path

from holdfast.layout import Home
from uploader.database import put_aside, refuse_while_open


def rebuild_queue(home: Home) -> Path | None:
    """Put the queue database aside, whatever state it is in; where it was put, or None.

    The next `Installation.open` builds a new one. Raises QueueBusy while another process uses it.
    """
    with refuse_while_open(home):
        return put_aside(home) if home.queue_database.exists() else None

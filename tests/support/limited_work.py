"""A job's process on a disk that fills: no file of it can grow beyond a few kilobytes."""

import resource
from multiprocessing.connection import Connection

from server.jobs import child

MOST_BYTES = 50_000


def main(errand: child.Errand, out: Connection, said: Connection | None) -> None:
    """As `server.jobs.child.main`, where no larger file can be written."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_BYTES, resource.RLIM_INFINITY))
    child.main(errand, out, said)

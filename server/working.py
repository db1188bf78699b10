"""Runs workers without a receiver: `holdfast serve --worker`, on as many machines as there are."""

import signal
import threading

import click

from holdfast import durable
from holdfast.command import Failure
from server.db.engine import open_database
from server.db.migrate import upgrade
from server.jobs.supervisor import WorkerSupervisor
from server.logs import LogSettings
from server.settings import Settings


def work_until_stopped(settings: Settings, log: LogSettings) -> None:
    """Prepare videos in `settings.workers` processes, at least one.

    Raises Failure, EngineUnusable, OSError.
    """
    engines = settings.engines
    if engines.is_queue_here:
        raise Failure(
            "QUEUE_URL is `embedded`: the receiver's own workers do all that is to be done. Start "
            "more of those with --workers, or name a Postgres or Redis server in QUEUE_URL."
        )
    durable.make_folder(settings.data.root)
    database = open_database(settings.data.database, engines)
    upgrade(database)
    database.close()
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda _signal, _frame: stop.set())
    workers = [
        WorkerSupervisor(settings.data_folder, engines, log, is_alone=False)
        for _ in range(max(1, settings.workers))
    ]
    for worker in workers:
        worker.start()
    click.echo(f"Holdfast is preparing videos ({len(workers)} at a time)")
    stop.wait()
    for worker in workers:
        worker.stop()

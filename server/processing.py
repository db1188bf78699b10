"""Does a job here and now, without waiting for a worker: for scripts, trials and repairs.

    from server.processing import process_job
    process_job("01a1f941-...")            # or: python -m server.processing 01a1f941-...

It claims what it does as any worker would, so that a receiver may go on serving the same data.
"""

import os
import signal
import threading
from pathlib import Path
from typing import Final

import click

from holdfast.clock import SystemClock
from holdfast.command import HOME_ENVIRONMENT, Failure, home_option, resolve_home
from holdfast.ids import new_id
from holdfast.layout import Home
from holdfast.receiver_layout import ReceiverData
from server.blobs.store import open_store
from server.db.engine import Database, open_database
from server.db.migrate import upgrade
from server.domain.session_work import SessionWork, Work
from server.engines import Engines, EngineUnusable
from server.jobs.queue import JobQueue
from server.jobs.runner import Runner

_POLL_S: Final = 0.2


class NoSuchJob(LookupError):
    """Nothing of this id is known in this data folder; the message is a sentence."""


def process_job(job: str, data: Path | None = None, stop: threading.Event | None = None) -> Work:
    """Do this job and all that was queued together with it, and tell how that ended.

    `data` is the receiver's folder, by default the one that `holdfast serve` takes. What another
    worker has begun is waited for; pauses and bounds of whole queues do not count here. Raises
    NoSuchJob, EngineUnusable, OSError.
    """
    if data is None:
        named = os.environ.get(HOME_ENVIRONMENT)
        data = resolve_home(Path(named) if named else None).receiver
    folder = ReceiverData(data.expanduser().absolute())
    engines = Engines.from_environment(os.environ)
    if engines.is_database_here and not folder.database.exists():
        raise NoSuchJob(f"There is no receiver's data in {folder.root}. Nothing was changed.")
    database = open_database(folder.database, engines)
    try:
        upgrade(database)
        return _process(job, folder, database, engines, stop or threading.Event())
    finally:
        database.close()


def _process(
    job: str, folder: ReceiverData, database: Database, engines: Engines, stop: threading.Event
) -> Work:
    store, _ = open_store(folder, engines, database)
    clock = database.clock(SystemClock())
    queue, works = JobQueue(database, clock), SessionWork(database)
    runner, name = Runner(store, database, queue, stop), new_id(clock.now())
    while True:
        work = works.of_job(job)
        if work is None:
            raise NoSuchJob(f"No job {job} is known in {folder.root}. Nothing was changed.")
        if not work.is_active or stop.is_set():
            return work
        claim = queue.claim(name, only=work.active)
        if claim is None:
            stop.wait(_POLL_S)
        else:
            runner.run(claim)


@click.command()
@click.argument("job")
@home_option
@click.option(
    "--data",
    "data_folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="The receiver's data folder.",
)
def main(job: str, home: Home, data_folder: Path | None) -> None:
    """Do a job, and all that was queued together with it, here and now."""
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda _signal, _frame: stop.set())
    try:
        work = process_job(job, data_folder or home.receiver, stop)
    except (NoSuchJob, EngineUnusable) as error:
        raise Failure(str(error)) from error
    click.echo(work.state)
    if work.error is not None:
        raise Failure(work.error)


if __name__ == "__main__":
    main()

"""The uploader's subcommands: upload, queue. It parses, joins and prints; no more.

What is slow to import (requests, keyring, SQLite) is imported by the commands when they run, so
that `--help` stays fast.
"""

import re
import signal
import threading
from typing import TYPE_CHECKING

import click

from holdfast.clock import rfc3339
from holdfast.command import (
    EXIT_FAILED,
    EXIT_WORK_REMAINS,
    Failure,
    home_option,
    json_option,
    leave,
    print_json,
)
from holdfast.layout import Home
from uploader import texts
from uploader.items import UploadEvent
from uploader.opened import find, length_s, opened, sentences
from uploader.queue_commands import QueueCommands
from uploader.why import NOT_ENROLLED

if TYPE_CHECKING:
    from uploader.installation import Installation
    from uploader.worker import Outcome


_FACTOR = {"": 1, "k": 1000, "m": 1_000_000}
_RATE_LEAST_BYTES_S = 1000


@click.command()
@home_option
@json_option
@click.option("--until-empty", is_flag=True, help="End once every recording is verified.")
@click.option(
    "--timeout",
    "timeout_s",
    type=click.FloatRange(min=0),
    help="With --until-empty: end after so many seconds in any case, with exit code 3.",
)
@click.option(
    "--limit-rate",
    "limit_bytes_s",
    callback=lambda _context, _parameter, text: None if text is None else _rate(text),
    metavar="RATE",
    help="At most so many bytes a second, as 500K or 2M; before uploader.limit_rate_kb_s.",
)
def upload(
    home: Home,
    as_json: bool,
    until_empty: bool,
    timeout_s: float | None,
    limit_bytes_s: int | None,
) -> None:
    """Send what waits, until stopped."""
    if timeout_s is not None and not until_empty:
        raise click.UsageError("--timeout needs --until-empty.")
    with opened(home) as installation:
        if installation.enrolment() is None:
            raise Failure(NOT_ENROLLED)
        stop = _stop_on_signals()
        worker = installation.worker(_printer(as_json), limit_bytes_s=limit_bytes_s)
        if not until_empty:
            worker.run(stop)
            return
        outcome = worker.run_until_empty(timeout_s, stop)
        _leave_with(outcome, installation)


def _leave_with(outcome: "Outcome", installation: "Installation") -> None:
    from uploader.worker import Outcome

    snapshot = installation.queue.snapshot()
    if outcome is Outcome.FAILED:
        failed = next((each.why for each in snapshot.recordings if each.is_failed), snapshot.why)
        raise Failure(failed or snapshot.why)
    if outcome is Outcome.REMAINS:
        click.echo(texts.remains(snapshot), err=True)
        leave(EXIT_WORK_REMAINS)


def _rate(text: str) -> int:
    found = re.fullmatch(r"(\d+(?:\.\d+)?)([kKmM]?)", text.strip())
    rate = 0 if found is None else int(float(found[1]) * _FACTOR[found[2].lower()])
    if rate < _RATE_LEAST_BYTES_S:
        raise click.BadParameter(
            f"{text!r} is no rate; give bytes a second from {_RATE_LEAST_BYTES_S} on, "
            "as 500000, 500K or 2M."
        )
    return rate


def _stop_on_signals() -> threading.Event:
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    return stop


def _printer(as_json: bool) -> "_Printer":
    return _Printer(as_json)


class _Printer:
    """Prints events, whole lines only: they come from several threads."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._lock = threading.Lock()

    def __call__(self, event: UploadEvent) -> None:
        with self._lock:
            if self._as_json:
                print_json(event.to_json())
            else:
                click.echo(texts.event(event))


@click.group(cls=QueueCommands)
def queue() -> None:
    """Look at the upload queue and act on it."""


@queue.command("list")
@home_option
@json_option
def list_(home: Home, as_json: bool) -> None:
    """List all recordings with where they are and why."""
    with opened(home) as installation:
        snapshot = installation.queue.snapshot()
    if as_json:
        print_json(snapshot.to_json())
    else:
        click.echo(texts.listing(snapshot))


@queue.command()
@home_option
@json_option
@click.argument("id_", metavar="ID")
def show(home: Home, as_json: bool, id_: str) -> None:
    """Show one recording with its segments and every attempt at them."""
    with opened(home) as installation:
        recording = find(installation, id_)
        segments = installation.queue.segments(recording.id)
        attempts = installation.queue.attempts(recording.id)
    if as_json:
        print_json(
            {
                **recording.to_json(),
                "items": [each.to_json() for each in segments],
                "attempts": [each.to_json() for each in attempts],
            }
        )
    else:
        click.echo(texts.details(recording, segments, attempts))


@queue.command()
@home_option
@json_option
@click.argument("id_", metavar="ID")
def why(home: Home, as_json: bool, id_: str) -> None:
    """Say in one sentence why a recording is not further."""
    with opened(home) as installation:
        recording = find(installation, id_)
    if as_json:
        next_try = recording.next_try_at
        print_json(
            {
                "id": recording.id,
                "why": recording.why,
                "next_try_at": None if next_try is None else rfc3339(next_try),
            }
        )
    else:
        click.echo(recording.why or texts.nothing_in_the_way(recording))


@queue.command()
@home_option
@json_option
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--failed", is_flag=True, help="All recordings that failed.")
@click.option("--now", is_flag=True, help="End every wait, also for the network and the receiver.")
def retry(home: Home, as_json: bool, ids: tuple[str, ...], failed: bool, now: bool) -> None:
    """Start failed recordings afresh, and end the waits of others."""
    if bool(ids) + failed + now != 1:
        raise click.UsageError("Name recordings, or give --failed or --now.")
    with opened(home) as installation:
        if failed:
            retried = installation.queue.retry_failed()
        else:
            retried = [find(installation, each).id for each in ids]
            for recording in retried:
                installation.queue.retry(recording)
        installation.queue.ask_to_try_now()
    if as_json:
        print_json({"retried": retried})
    else:
        click.echo(texts.TRYING_NOW if now else texts.retried(len(retried)))


@queue.command()
@home_option
@json_option
@click.option(
    "--for",
    "seconds",
    callback=lambda _context, _parameter, text: None if text is None else length_s(text),
    metavar="TIME",
    help="Resume by itself after 30m, 1h, 2d. Left out, it lasts until queue resume.",
)
def pause(home: Home, as_json: bool, seconds: float | None) -> None:
    """Send nothing more, whatever runs or is started again, until resumed."""
    from uploader.pauses import sentence

    with opened(home) as installation:
        paused = installation.queue.rules.pause_sending(seconds, "holdfast queue pause")
        said = sentence(paused, installation.clock.now())
    if as_json:
        print_json({"paused": paused.to_json(), "why": said})
    else:
        click.echo(said)


@queue.command()
@home_option
@json_option
def resume(home: Home, as_json: bool) -> None:
    """End the pause; what waits is sent."""
    with opened(home) as installation:
        was_paused = installation.queue.rules.resume_sending()
    if as_json:
        print_json({"paused": None, "was_paused": was_paused})
    else:
        click.echo(texts.resumed(was_paused))


@queue.command()
@home_option
@json_option
@click.option(
    "--receiver", "ask", is_flag=True, help="Have the receiver read its own copies again, too."
)
def verify(home: Home, as_json: bool, ask: bool) -> None:
    """Hash everything on disk again and compare it with manifests and receipts.

    That needs no network. Nothing is changed.
    """
    from uploader.asking import asking
    from uploader.verify import verify_recordings

    with opened(home) as installation, asking(installation, threading.Event()) as asker:
        if ask and asker is None:
            raise Failure(NOT_ENROLLED)
        report = verify_recordings(installation, asker if ask else None)
    if as_json:
        print_json(report.to_json())
    else:
        click.echo(texts.verification(report))
    if not report.is_ok:
        leave(EXIT_FAILED)


@queue.command()
@home_option
@json_option
def rebuild(home: Home, as_json: bool) -> None:
    """Build the queue anew from the files on disk. Nothing is sent a second time."""
    from uploader.rebuild import rebuild_queue

    with sentences(home):
        put_aside = rebuild_queue(home)
    with opened(home) as installation:
        snapshot = installation.queue.snapshot()
    if as_json:
        print_json(snapshot.to_json())
    else:
        click.echo(texts.rebuilt(len(snapshot.recordings), put_aside))

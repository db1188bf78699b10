"""`holdfast serve`. Heavy imports happen inside the command; nothing of `admin` is loaded."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from holdfast.command import Failure, unusable_folder
from holdfast.layout import Home
from holdfast.loading import loading
from server.admin_data import UNTOUCHED, data_option, engines_here
from server.dialect_options import dialect_options, require_loopback
from server.serving_cli import service_options
from server.serving_options import bounds_of, expected_in, remember_folder, serving_options

if TYPE_CHECKING:
    from server.logs import LogSettings
    from server.serving import Server
    from server.settings import DialectSettings, Settings


@click.command()
@data_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Port; 0 takes a free one.",
)
@click.option(
    "--threads",
    default=12,
    show_default=True,
    type=click.IntRange(1, 64),
    help="Requests that are worked on at the same time.",
)
@serving_options
@service_options
@click.option(
    "--workers",
    default=1,
    show_default=True,
    type=click.IntRange(0, 16),
    help="Processes beside it that prepare videos; 0 leaves that to others.",
)
@click.option("--worker", "only_work", is_flag=True, help="Prepare videos only; answer nobody.")
@click.option(
    "--cors-origin",
    "cors_origins",
    multiple=True,
    callback=lambda _context, _parameter, origins: _origins(origins),
    help="Let pages of this origin call the API from a browser; may be repeated.",
)
@dialect_options
@click.option(
    "--with-parent",
    is_flag=True,
    help="Stop where standard input ends: for a program that runs a receiver as its child.",
)
def serve(
    home: Home,
    data_folder: Path | None,
    host: str,
    port: int,
    threads: int,
    workers: int,
    only_work: bool,
    accept_folder: bool,
    cors_origins: tuple[str, ...],
    dialects: "DialectSettings",
    log_form: Any,
    log_level: str,
    behind_proxy: str | None,
    public_url: str | None,
    with_parent: bool,
    **bounds: int | None,
) -> None:
    """Run the receiver until it is stopped.

    DATABASE_URL, BLOB_URL and QUEUE_URL name other engines than the data folder.
    """
    from server.logs import LogSettings, configure
    from server.malloc import give_back, keep_small
    from server.settings import Settings

    keep_small()
    log = LogSettings(log_form, log_level)
    configure(log)
    settings = Settings(
        data_folder=(data_folder or home.receiver).expanduser().absolute(),
        host=host,
        port=port,
        threads=threads,
        workers=workers,
        engines=engines_here(),
        behind_proxy=behind_proxy,
        public_url=public_url,
        bounds=bounds_of(bounds),
        cors_origins=cors_origins,
        dialects=dialects,
    )
    if only_work:
        from server.working import work_until_stopped

        with _told_in_a_sentence(settings):
            work_until_stopped(settings, log)
        return
    require_loopback(settings)
    with _told_in_a_sentence(settings):
        server = _server(home, settings, log, accept_folder=accept_folder)
    server.stop_on_signals()
    if with_parent:
        server.stop_at_end_of(sys.stdin.buffer)
    folder = settings.data_folder
    give_back()
    server.run(lambda: click.echo(f"Holdfast receiver on {server.url} (data in {folder})"))


def _server(
    home: Home, settings: "Settings", log: "LogSettings", *, accept_folder: bool
) -> "Server":
    """The receiver, listening; its folder is the one that was served before, or `accept_folder`."""
    from holdfast.clock import SystemClock

    folder = settings.data_folder
    expected = None if accept_folder else expected_in(home, folder)
    with loading():
        from server.serving import Server

        server = Server(settings, SystemClock(), expected, log)
    if settings.engines.are_blobs_here:
        remember_folder(home, folder, server.receiver_id)
    return server


@contextmanager
def _told_in_a_sentence(settings: "Settings") -> Iterator[None]:
    """Whatever keeps a receiver or its workers from starting becomes a Failure."""
    from holdfast.jsonform import FormatError
    from server.db.engine import DatabaseUnusable
    from server.domain.mounts import WrongFolder
    from server.serving import AlreadyServed

    try:
        yield
    except (AlreadyServed, DatabaseUnusable, WrongFolder) as error:
        raise Failure(str(error)) from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Failure(
                f"Another program uses port {settings.port} on {settings.host}. Nothing that was "
                "received was touched; stop that program, or choose another with --port."
            ) from error
        raise unusable_folder(settings.data_folder, error, UNTOUCHED) from error
    except FormatError as error:
        raise Failure(f"The receiver cannot start: {error} {UNTOUCHED}") from error


def _origins(origins: tuple[str, ...]) -> tuple[str, ...]:
    from server.api.cors import is_origin

    for origin in origins:
        if not is_origin(origin):
            raise click.BadParameter(
                f"{origin!r} is no origin; give scheme, host and port: https://lab.example.org"
            )
    return origins

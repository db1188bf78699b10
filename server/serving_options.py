"""What `holdfast serve` can be told of its disk: which folder is meant, and how full it may get."""

import logging
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from holdfast.command import Failure, reason_of
from holdfast.layout import Home
from holdfast.receiver_layout import ReceiverData

if TYPE_CHECKING:
    from server.bounds import Bounds

_SIZE: Final = re.compile(r"(\d{1,15})([KMGT]?)\Z")
_UNITS: Final = {"": 0, "K": 1, "M": 2, "G": 3, "T": 4}
_log = logging.getLogger(__name__)


def _size(_context: click.Context, _parameter: click.Parameter, said: str | None) -> int | None:
    """Bytes, or `500M`, `2G`, `1T`."""
    if said is None:
        return None
    match = _SIZE.match(said.upper())
    if match is None:
        raise click.BadParameter(f"{said!r} is no size: say bytes, or 500M, 2G, 1T.")
    return int(match[1]) << (10 * _UNITS[match[2]])


def serving_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options; the command receives `accept_folder` and what `bounds_of` takes."""
    options = (
        click.option(
            "--accept-folder",
            is_flag=True,
            help="Serve this folder though another receiver was served from it before.",
        ),
        click.option(
            "--keep-free",
            "keep_free_bytes",
            metavar="SIZE",
            callback=_size,
            help="With less free than this (1G), nothing new is begun.",
        ),
        click.option(
            "--device-quota",
            "device_bytes",
            metavar="SIZE",
            callback=_size,
            help="What one device's segments may take. Default: no bound.",
        ),
        click.option(
            "--device-daily",
            "device_bytes_a_day",
            metavar="SIZE",
            callback=_size,
            help="What one device may send within a day. Default: no bound.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def bounds_of(told: Mapping[str, int | None]) -> "Bounds":
    """The bounds, with what was told in place of what they are by themselves."""
    from server.bounds import Bounds

    given: Mapping[str, Any] = {name: each for name, each in told.items() if each is not None}
    return Bounds(**given)


def expected_in(home: Home, folder: Path) -> str | None:
    """The receiver that this computer has served from a folder."""
    from server.domain.mounts import served_before

    return served_before(home.served, folder)


def require_expected(home: Home, data: ReceiverData) -> None:
    """Raises Failure where another receiver, or none, is in a folder than was served from it."""
    from server.domain.mounts import WrongFolder, prove

    expected = expected_in(home, data.root)
    if expected is None:
        return
    try:
        prove(data, expected)
    except WrongFolder as error:
        raise Failure(str(error)) from error


def remember_folder(home: Home, folder: Path, receiver: str) -> None:
    """Remember it for the next start. A service may have no home to write to."""
    from server.domain.mounts import remember

    try:
        remember(home.served, folder, receiver)
    except OSError as error:
        _log.warning(
            "if the disk of %s is missing at the next start, that is not noticed: %s",
            folder,
            reason_of(error),
        )

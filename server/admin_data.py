"""What the receiver's commands share: its folder, opening it, refusals as sentences."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from holdfast.command import Failure, home_option, unusable_folder
from holdfast.receiver_layout import ReceiverData

if TYPE_CHECKING:
    from server.engines import Engines
    from server.receiver import Receiver

UNTOUCHED: Final = "Nothing that was received was touched."
Found = TypeVar("Found")


def data_option(command: Any) -> Any:
    """Add `--data DIR` and `--home DIR`; the command receives `home` and `data_folder`."""
    return home_option(
        click.option(
            "--data",
            "data_folder",
            type=click.Path(path_type=Path, file_okay=False),
            help="The receiver's folder. Default: `receiver` in the home.",
        )(command)
    )


def open_data(data: ReceiverData) -> "Receiver":
    """The receiver in this folder, which ends with the command. Raises Failure."""
    from holdfast.clock import SystemClock
    from holdfast.jsonform import FormatError
    from server.db.engine import DatabaseUnusable
    from server.receiver import open_receiver

    try:
        receiver = open_receiver(data, SystemClock(), engines_here())
    except DatabaseUnusable as error:
        raise Failure(str(error)) from error
    except OSError as error:
        raise unusable_folder(data.root, error, UNTOUCHED) from error
    except FormatError as error:
        raise Failure(f"The receiver's data cannot be opened: {error} {UNTOUCHED}") from error
    # A database's server is told that nobody is there any more.
    click.get_current_context().call_on_close(receiver.close)
    return receiver


def engines_here() -> "Engines":
    """The engines that the environment names. Raises Failure."""
    from server.engines import Engines, EngineUnusable

    try:
        return Engines.from_environment(os.environ)
    except EngineUnusable as error:
        raise Failure(str(error)) from error


def refusable(call: Callable[[], Found]) -> Found:
    """What the call returns; its refusal is a failure of the command."""
    from server.domain.refusals import Refusal

    try:
        return call()
    except Refusal as refusal:
        raise Failure(refusal.detail) from refusal


def at_the_console() -> str:
    """How the audit log names whoever runs a command on the receiver itself."""
    import getpass

    try:
        return f"console:{getpass.getuser()}"
    except (KeyError, OSError):
        return "console:unknown"

"""What every subcommand shares: the home, `--json`, failures in one sentence, exit codes.

It imports Click and nothing heavy, so that `holdfast --help` stays fast. No subcommand is here.
"""

import importlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click

from holdfast.layout import Home

EXIT_DONE = 0
EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_WORK_REMAINS = 3

HOME_ENVIRONMENT = "HOLDFAST_HOME"

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Failure(click.ClickException):
    """Something failed: one sentence on stderr, exit code 1."""

    exit_code = EXIT_FAILED

    def show(self, file: Any = None) -> None:
        click.echo(self.format_message(), err=True)


class WrongUsage(Failure):
    """The words of the command are off: one sentence on stderr, exit code 2."""

    exit_code = EXIT_USAGE


def load_command(place: str) -> click.Command:
    """The command at `module:attribute`, which is imported now and not before."""
    module, _, attribute = place.partition(":")
    command = getattr(importlib.import_module(module), attribute)
    assert isinstance(command, click.Command)
    return command


def resolve_home(named: Path | None) -> Home:
    """The home that was named, or this user's own. Raises Failure where its disk is away."""
    if named is not None:
        return Home(named.expanduser().absolute())
    import platformdirs

    config_folder = Path(platformdirs.user_config_dir("holdfast", appauthor=False))
    usual = Path(platformdirs.user_data_dir("holdfast", appauthor=False))
    return _own_home(usual, config_folder)


def _own_home(usual: Path, config_folder: Path) -> Home:
    from holdfast.home_choice import HomeMissing, chosen_folder

    home = Home(usual, config_folder=config_folder)
    try:
        chosen = chosen_folder(home.config)
    except HomeMissing as error:
        raise Failure(str(error)) from error
    return home if chosen is None else Home(chosen, config_folder=config_folder)


def home_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--home DIR`; the command receives `home: Home`."""
    return click.option(
        "--home",
        envvar=HOME_ENVIRONMENT,
        type=click.Path(path_type=Path, file_okay=False),
        callback=lambda _context, _parameter, named: resolve_home(named),
        help="Folder with everything of this installation. Default: this user's own.",
    )(command)


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--json`; the command receives `as_json: bool`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def print_json(value: object) -> None:
    """Print one value as one line of JSON and let the reader at the other end have it at once."""
    click.echo(json.dumps(value, ensure_ascii=False))
    sys.stdout.flush()


def reason_of(error: OSError) -> str:
    """What the system says, in words and without its numbers: `Not a directory: /home/x`."""
    said = error.strerror or str(error)
    return said if error.filename is None else f"{said}: {error.filename}"


def unusable_folder(folder: Path, error: OSError, safe: str) -> Failure:
    """The failure of a command that cannot use its folder; `safe` says what that means."""
    return Failure(
        f"The folder {folder} cannot be used ({reason_of(error)}). {safe} "
        "Make it writable, or choose another."
    )


def leave(exit_code: int) -> NoReturn:
    """End the command with this exit code."""
    raise click.exceptions.Exit(exit_code)

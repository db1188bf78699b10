"""`holdfast passport`: writes a session's passport as a page and as JSON, or prints it."""

import json
from pathlib import Path

import click

from desktop.passport import NoPassport, passport_of
from desktop.passport_sync import measure_recording
from holdfast.clock import SystemClock
from holdfast.command import Failure, WrongUsage, print_json, unusable_folder
from holdfast.durable import make_folder, write_replacing
from holdfast.ids import is_id
from holdfast.layout import Home
from holdfast.overflow import with_remembered
from holdfast.passport_page import passport_page


def run_passport(home: Home, session: str, output: Path, as_json: bool) -> None:
    """Write the passport into `output`, or print it with `as_json`. Raises Failure."""
    if not is_id(session):
        raise WrongUsage(
            f"{session!r} is not the id of a session. `holdfast queue list --json` shows the ids."
        )
    try:
        passport = passport_of(with_remembered(home), session, SystemClock(), measure_recording)
    except NoPassport as error:
        raise Failure(str(error)) from error
    except OSError as error:
        raise unusable_folder(home.root, error, "Nothing was changed.") from error
    if as_json:
        print_json(passport)
        return
    page = output / f"passport-{session}.html"
    numbers = page.with_suffix(".json")
    try:
        make_folder(output.absolute())
        write_replacing(page, passport_page(passport).encode())
        write_replacing(numbers, json.dumps(passport, indent=1, ensure_ascii=False).encode())
    except OSError as error:
        raise unusable_folder(output, error, "The recordings are untouched.") from error
    click.echo(f"{page}\n{numbers}")

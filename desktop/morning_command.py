"""`holdfast rehearse`: the morning rehearsal at a terminal, and the card for the lab's door."""

import os
import socket
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import click

from desktop.check import Check
from desktop.doctor import checks
from desktop.morning import journey_checks
from desktop.morning_card import NOT_READY, READY, card_page, is_ready
from desktop.settings import load_settings
from holdfast.clock import Clock, SystemClock
from holdfast.command import EXIT_FAILED, leave, print_json, unusable_folder
from holdfast.durable import make_folder, write_replacing
from holdfast.layout import Home


def run_rehearsal(home: Home, as_json: bool, card: Path | None) -> None:
    """Print every check as it is made; ends with 1 where an essential one fails. Raises Failure."""
    clock = SystemClock()
    made: list[Check] = []
    for check in _all(home, clock):
        made.append(check)
        if as_json:
            print_json(check.to_json())
        else:
            click.echo(check.line())
    ready = is_ready(made)
    if card is not None:
        _write(card, card_page(made, socket.gethostname(), f"{clock.now().astimezone():%c}"))
    if not as_json:
        click.echo(f"{READY}." if ready else f"{NOT_READY}: {_broken(made)}.")
    if not ready:
        leave(EXIT_FAILED)


def _all(home: Home, clock: Clock) -> Iterator[Check]:
    capture = load_settings(home.config, os.environ).capture()
    return chain(checks(home, rehearse=True), journey_checks(home, capture, clock))


def _broken(made: Sequence[Check]) -> str:
    return ", ".join(each.name for each in made if each.essential and not each.ok)


def _write(card: Path, html: str) -> None:
    from desktop.ui.report_pdf import pdf_of

    try:
        make_folder(card.absolute().parent)
        write_replacing(card, pdf_of(html) if card.suffix == ".pdf" else html.encode())
    except OSError as error:
        raise unusable_folder(card, error, "The rehearsal itself is done.") from error

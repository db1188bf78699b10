"""`holdfast rehearse`: the morning rehearsal at a terminal, and the card for the lab's door."""

import os
import socket
from collections.abc import Iterator, Sequence
from html import escape
from itertools import chain
from pathlib import Path
from typing import Final

import click

from desktop.check import Check
from desktop.doctor import checks
from desktop.morning import journey_checks
from desktop.settings import load_settings
from holdfast.clock import Clock, SystemClock
from holdfast.command import EXIT_FAILED, leave, print_json, unusable_folder
from holdfast.durable import make_folder, write_replacing
from holdfast.layout import Home

READY: Final = "Ready to record"
NOT_READY: Final = "Not ready"
_STYLE: Final = """
body{font-family:Inter,"Noto Sans",sans-serif;color:#16202e}
h1{font-size:44pt;margin-bottom:4px}
p{font-size:14pt;margin-top:0px;margin-bottom:18px}
td{font-size:13pt;padding:5px 18px 5px 0px;vertical-align:top}
.ok{color:#176f3d}
.bad{color:#b3261e}
.hint{color:#8a5200}
"""


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
    is_ready = _is_ready(made)
    if card is not None:
        _write(card, card_page(made, socket.gethostname(), f"{clock.now().astimezone():%c}"))
    if not as_json:
        click.echo(f"{READY}." if is_ready else f"{NOT_READY}: {_broken(made)}.")
    if not is_ready:
        leave(EXIT_FAILED)


def card_page(made: Sequence[Check], computer: str, when: str) -> str:
    """The card for the door: green where everything essential is well, and what is not."""
    is_ready = _is_ready(made)
    tone, word = ("ok", READY) if is_ready else ("bad", NOT_READY)
    rows = "".join(_row(each) for each in made)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><style>{_STYLE}</style>'
        f'</head><body><h1 class="{tone}">{word}</h1><p>{escape(computer)}, {escape(when)}</p>'
        f'<table cellspacing="0">{rows}</table></body></html>\n'
    )


def _row(check: Check) -> str:
    tone, mark = ("ok", "✓") if check.ok else ("bad", "✗") if check.essential else ("hint", "!")
    words = escape(f"{check.detail} {check.do}".strip())
    return f'<tr><td class="{tone}">{mark} {escape(check.name)}</td><td>{words}</td></tr>'


def _all(home: Home, clock: Clock) -> Iterator[Check]:
    capture = load_settings(home.config, os.environ).capture()
    return chain(checks(home, rehearse=True), journey_checks(home, capture, clock))


def _is_ready(made: Sequence[Check]) -> bool:
    return bool(made) and all(each.ok for each in made if each.essential)


def _broken(made: Sequence[Check]) -> str:
    return ", ".join(each.name for each in made if each.essential and not each.ok)


def _write(card: Path, html: str) -> None:
    from desktop.ui.report_pdf import pdf_of

    try:
        make_folder(card.absolute().parent)
        write_replacing(card, pdf_of(html) if card.suffix == ".pdf" else html.encode())
    except OSError as error:
        raise unusable_folder(card, error, "The rehearsal itself is done.") from error

"""`holdfast drill`: runs the fire drill for people at a terminal or for the window, and reports."""

import json
import os
import socket
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from desktop.children import command, ended_by_signals
from desktop.drill.accidents import Accident, Finding
from desktop.drill.drill import Report, run_drill
from desktop.drill.report import report_page
from desktop.drill.sandbox import IN_OWN_NAMESPACE, is_small_disk_possible
from holdfast.clock import Clock, SystemClock
from holdfast.command import EXIT_FAILED, Failure, leave, print_json, unusable_folder
from holdfast.durable import make_folder, write_replacing
from holdfast.jsonform import Json
from holdfast.layout import Home
from holdfast.statement import signed
from uploader.errors import SecretsUnreadable
from uploader.identity import Identity, open_secrets

ON_SMALL_DISK: Final = "--on-small-disk"
ASK: Final = {
    Accident.NETWORK: "Press Enter to cut the network.",
    Accident.CAMERA: "Press Enter to unplug the camera.",
    Accident.KILL: "Press Enter to kill the program.",
    Accident.DISK: "Press Enter to fill the disk.",
}


class People:
    """Whoever watches the drill: at a terminal, or a window at the other end of a pipe."""

    def __init__(self, *, as_json: bool, by_itself: bool) -> None:
        self._as_json = as_json
        self._by_itself = by_itself

    def do(self, accident: Accident) -> None:
        """Return once somebody has pressed Enter. Raises Failure when nobody is there any more."""
        if self._by_itself:
            return
        if self._as_json:
            print_json({"event": "ask", "accident": accident.value})
        else:
            click.echo(ASK[accident])
        if not sys.stdin.readline():
            raise Failure("Nobody answers any more: the drill was ended. Nothing else was touched.")

    def see(self, accident: Accident, sentence: str) -> None:
        """Tell what was seen."""
        if self._as_json:
            print_json({"event": "seen", "accident": accident.value, "sentence": sentence})
        else:
            click.echo(f"{accident.value:8} {sentence}")

    def found(self, finding: Finding) -> None:
        """Tell what came of an accident."""
        if self._as_json:
            accident, held = finding.accident.value, finding.held
            print_json({"event": "found", "accident": accident, "held": held})


def run(
    home: Home,
    output: Path,
    accidents: Sequence[Accident],
    *,
    by_itself: bool,
    as_json: bool,
    on_small_disk: bool,
) -> None:
    """Run the drill and write its report into `output`. Raises Failure."""
    wanted = tuple(accidents) or tuple(Accident)
    if not on_small_disk and Accident.DISK in wanted and is_small_disk_possible():
        _start_again(home, output, wanted, by_itself=by_itself, as_json=as_json)
    clock = SystemClock()
    people = People(as_json=as_json, by_itself=by_itself)
    try:
        make_folder(home.root)
        make_folder(output.absolute())
        with (
            ended_by_signals(),
            tempfile.TemporaryDirectory(
                dir=home.root, prefix="drill-", ignore_cleanup_errors=True
            ) as folder,
        ):
            report = run_drill(
                Path(folder),
                people,
                clock,
                socket.gethostname(),
                wanted,
                on_small_disk=on_small_disk,
            )
        files = _write(home, output, report, clock)
    except OSError as error:
        raise unusable_folder(home.root, error, "The drill touches no recording.") from error
    _tell(report, files, as_json=as_json)
    if not report.held:
        leave(EXIT_FAILED)


def _start_again(
    home: Home, output: Path, accidents: Sequence[Accident], *, by_itself: bool, as_json: bool
) -> None:
    """Go on as a process that may make a small disk for itself; never returns."""
    words = ["drill", ON_SMALL_DISK, "--output", str(output)]
    words += ["--home", str(home.root)] if home.is_named else []
    words += [word for each in accidents for word in ("--only", each.value)]
    words += ["--by-itself"] if by_itself else []
    words += ["--json"] if as_json else []
    sys.stdout.flush()
    os.execvp(IN_OWN_NAMESPACE[0], [*IN_OWN_NAMESPACE, *command(words)])


def _write(home: Home, output: Path, report: Report, clock: Clock) -> list[Path]:
    value = _signed(home, report.to_json(), clock)
    stem = f"fire-drill-{report.began_at[:10]}-{report.began_at[11:16].replace(':', '')}"
    page, numbers = output / f"{stem}.html", output / f"{stem}.json"
    html = report_page(value)
    write_replacing(page, html.encode())
    write_replacing(numbers, json.dumps(value, indent=1, ensure_ascii=False).encode())
    return [page, _pdf(output / f"{stem}.pdf", html), numbers]


def _pdf(path: Path, html: str) -> Path:
    from desktop.ui.report_pdf import pdf_of

    write_replacing(path, pdf_of(html))
    return path


def _signed(home: Home, value: Json, clock: Clock) -> Json:
    try:
        identity = Identity.load_or_create(open_secrets(home), clock)
    except SecretsUnreadable as error:
        click.echo(f"{error} The report is not signed.", err=True)
        return value
    return signed(value, identity.device, identity.sign)


def _tell(report: Report, files: Sequence[Path], *, as_json: bool) -> None:
    if as_json:
        names = [str(each.absolute()) for each in files]
        print_json({"event": "report", "held": report.held, "files": names, **report.to_json()})
        return
    click.echo(
        "Everything that was recorded came home."
        if report.held
        else "Not everything held; the report says what did not."
    )
    for each in files:
        click.echo(str(each))

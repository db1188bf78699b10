"""`holdfast queue export` and `holdfast queue import`: a disk that travels instead of a network."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

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
from uploader import suitcase_texts as texts
from uploader.opened import opened

if TYPE_CHECKING:
    from uploader.identity import Enrolment
    from uploader.installation import Installation

_disk_argument = click.argument(
    "disk", metavar="DIR", type=click.Path(path_type=Path, file_okay=False)
)


def _enrolment(installation: "Installation") -> "Enrolment":
    enrolment = installation.enrolment()
    if enrolment is None:
        raise Failure(texts.NOT_ENROLLED)
    return enrolment


@click.command("export")
@home_option
@json_option
@click.option(
    "--encrypt/--plain",
    "encrypted",
    default=True,
    show_default=True,
    help="Encrypt it so that only the receiver can open it, or leave files that anybody plays.",
)
@_disk_argument
def export_suitcase(home: Home, as_json: bool, encrypted: bool, disk: Path) -> None:
    """Copy what waits onto the disk at DIR, to be taken to the receiver by hand.

    Run again, it goes on where it stopped and adds what is new. What the receiver has already
    is left out.
    """
    from uploader.suitcase_packing import pack

    with opened(home) as installation:
        report = pack(
            installation,
            _enrolment(installation),
            disk.absolute(),
            encrypted,
            lambda recording: None if as_json else click.echo(f"Packed {recording}"),
        )
    print_json(report.to_json()) if as_json else click.echo(texts.packed(report))
    if report.damaged:
        leave(EXIT_FAILED)
    if report.remains:
        leave(EXIT_WORK_REMAINS)


@click.command("import")
@home_option
@json_option
@click.option(
    "--clear", is_flag=True, help="Delete from DIR what is verified, so that it has room again."
)
@_disk_argument
def import_receipts(home: Home, as_json: bool, clear: bool, disk: Path) -> None:
    """Take the receipts that came back on the disk at DIR; what they prove is verified."""
    from uploader.suitcase_receipts import unpack

    with opened(home) as installation:
        report = unpack(installation, _enrolment(installation), disk.absolute(), clear=clear)
    print_json(report.to_json()) if as_json else click.echo(texts.unpacked(report))
    if report.refused:
        leave(EXIT_FAILED)
    if report.waiting:
        leave(EXIT_WORK_REMAINS)

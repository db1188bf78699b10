"""`holdfast admin audit`: read the audit log, prove it, and keep its head elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from holdfast.command import EXIT_FAILED, Failure, json_option, leave, print_json, reason_of
from holdfast.receiver_layout import ReceiverData
from server.admin_data import open_data

if TYPE_CHECKING:
    from server.domain.audit_check import Head, Verdict
    from server.receiver import Receiver


@click.group()
def audit() -> None:
    """Who did what to what, when."""


@audit.command("list")
@click.option("--actor", help="As device:ID, admin:NAME or console:NAME.")
@click.option("--action", help="As device.enrolled or recording.played.")
@click.option("--subject", help="As recording:ID or study:ID.")
@click.option("--before", type=click.IntRange(min=1), help="Only entries before this number.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True)
@json_option
@click.pass_obj
def audit_list(
    data: ReceiverData,
    actor: str | None,
    action: str | None,
    subject: str | None,
    before: int | None,
    limit: int,
    as_json: bool,
) -> None:
    """List entries, newest first."""
    from holdfast.jsonform import canonical
    from server.domain.audit import Wanted

    wanted = Wanted(actor, action, subject, before)
    found = open_data(data).audit.newest(wanted, limit)
    if as_json:
        print_json({"entries": [entry.to_json() for entry in found]})
        return
    for entry in found:
        facts = canonical(entry.facts).decode() if entry.facts else ""
        line = f"{entry.seq}   {entry.at}   {entry.actor}   {entry.action}   {entry.subject}"
        click.echo(f"{line}   {facts}".rstrip())


@audit.command("verify")
@click.option(
    "--head",
    "files",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A head that was kept elsewhere; may be repeated.",
)
@json_option
@click.pass_obj
def audit_verify(data: ReceiverData, files: tuple[Path, ...], as_json: bool) -> None:
    """Prove that nothing was changed in the log, taken out of it or put in; exit 1 if it was."""
    from server.domain.audit_check import verify

    receiver = open_data(data)
    verdict = verify(receiver.audit, tuple(_kept(receiver, file) for file in files))
    if as_json:
        print_json(verdict.to_json())
    else:
        _tell(verdict, len(files))
    if not verdict.is_ok:
        leave(EXIT_FAILED)


def _tell(verdict: "Verdict", heads: int) -> None:
    for fault in verdict.faults:
        click.echo(fault.sentence)
    if verdict.is_ok:
        with_heads = f" and with {heads} kept heads" if heads else ""
        click.echo(f"{verdict.entries} entries agree with each other, their copy{with_heads}.")
    else:
        click.echo("The log was tampered with or damaged. Keep its file and database as they are.")


def _kept(receiver: "Receiver", file: Path) -> "Head":
    from holdfast.jsonform import FormatError, parse
    from server.domain.audit_check import Head

    try:
        return Head.from_json(parse(file.read_bytes(), str(file)), receiver.identity)
    except (FormatError, OSError) as error:
        said = reason_of(error) if isinstance(error, OSError) else str(error)
        raise Failure(f"{file} is no head of this log ({said}). Nothing was changed.") from error


@audit.command("head")
@click.pass_obj
def audit_head(data: ReceiverData) -> None:
    """Print the log's end, signed. Kept on another machine, it proves what the log was today."""
    from server.domain.audit_check import Head

    receiver = open_data(data)
    print_json(Head.of(receiver.audit, receiver.identity, receiver.clock).signed)

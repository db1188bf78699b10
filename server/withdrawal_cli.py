"""`holdfast admin session|recording|participant|withdrawals|retention|abandoned|tombstones`.

They parse, ask and print. What is deleted is decided in `server.domain`.
"""

from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from holdfast.command import (
    EXIT_WORK_REMAINS,
    Failure,
    json_option,
    leave,
    print_json,
    reason_of,
)
from holdfast.receiver_layout import ReceiverData
from server.admin_data import at_the_console, open_data, refusable

if TYPE_CHECKING:
    from server.domain.withdrawal_rows import Withdrawn

_REASON = "it was withdrawn"
_reason = click.option(
    "--reason",
    default=_REASON,
    show_default=True,
    help="Why; devices are told. No name belongs here.",
)
_yes = click.option("--yes", is_flag=True, help="Delete without asking.")


def _ask(what: str, yes: bool, as_json: bool) -> None:
    if yes:
        return
    if as_json or not click.confirm(f"{what} This cannot be undone. Go on?", default=False):
        raise Failure("Nothing was deleted. Say --yes to delete without being asked.")


def _tell(done: Sequence["Withdrawn"], as_json: bool) -> None:
    if as_json:
        print_json({"withdrawals": [each.to_json() for each in done]})
    else:
        click.echo("\n".join(map(_text, done)) if done else "Nothing had to be deleted.")
    if any(each.cleared_at is None for each in done):
        leave(EXIT_WORK_REMAINS)


def _text(done: "Withdrawn") -> str:
    here = "deleted here" if done.cleared_at else "files are left here, deleted at the next start"
    what = f"{done.scope} {done.subject}".strip()
    if done.device is None:
        return f"{what}: refused from now on"
    if done.confirmation is None:
        return f"{what}: {here}; its device is told at its next contact"
    elsewhere = "; ".join(map(str, done.confirmation.get("elsewhere", ())))
    remain = f"; copies may remain: {elsewhere}" if elsewhere else ""
    return f"{what}: {here} and on its device{remain}"


@click.group()
def session() -> None:
    """Sessions: close, hold, withdraw."""


@session.command("withdraw")
@click.argument("id_")
@_reason
@_yes
@json_option
@click.pass_obj
def session_withdraw(data: ReceiverData, id_: str, reason: str, yes: bool, as_json: bool) -> None:
    """Delete a session for good: every byte here, and every copy on its device."""
    _ask(f"Everything of session {id_} is deleted, here and on its device.", yes, as_json)
    with closing(open_data(data)) as receiver:
        done = refusable(
            lambda: receiver.withdrawals.withdraw_session(id_, reason, at_the_console())
        )
    _tell([done], as_json)


@session.command("close")
@click.argument("id_")
@click.option("--expected", required=True, type=int, help="How many recordings it has.")
@json_option
@click.pass_obj
def session_close(data: ReceiverData, id_: str, expected: int, as_json: bool) -> None:
    """Say that a session is over; what is missing of it is listed."""
    with closing(open_data(data)) as receiver:
        found = refusable(lambda: receiver.closing.close(id_, expected, at_the_console()))
    _tell_closed([found.to_json()], as_json)


@session.command("incomplete")
@json_option
@click.pass_obj
def session_incomplete(data: ReceiverData, as_json: bool) -> None:
    """List closed sessions of which something is missing."""
    with closing(open_data(data)) as receiver:
        found = [each.to_json() for each in receiver.closing.incomplete()]
    _tell_closed(found, as_json)


def _tell_closed(found: Sequence[dict[str, object]], as_json: bool) -> None:
    if as_json:
        print_json({"sessions": list(found)})
        return
    for each in found:
        incomplete = each["incomplete"]
        assert isinstance(incomplete, list)
        click.echo(
            f"{each['session']}   {each['recordings']} of {each['expected_recordings']} recordings"
            f" are here, {len(incomplete)} of them incomplete"
        )
        for one in incomplete:
            click.echo(f"  {one['recording']}   whole up to segment {one['whole_to']}")
    if not found:
        click.echo("Every session that was closed is complete.")


@session.command("hold")
@click.argument("id_")
@click.option("--reason", required=True, help="Why it is kept beyond its time.")
@json_option
@click.pass_obj
def session_hold(data: ReceiverData, id_: str, reason: str, as_json: bool) -> None:
    """Keep a session beyond its study's time, until it is released."""
    with closing(open_data(data)) as receiver:
        refusable(lambda: receiver.retention.hold(id_, reason, at_the_console()))
    print_json({"session": id_, "held": reason}) if as_json else click.echo(f"{id_} is held.")


@session.command("release")
@click.argument("id_")
@json_option
@click.pass_obj
def session_release(data: ReceiverData, id_: str, as_json: bool) -> None:
    """Let a session go when its study's time is over."""
    with closing(open_data(data)) as receiver:
        refusable(lambda: receiver.retention.release(id_, at_the_console()))
    print_json({"session": id_, "held": None}) if as_json else click.echo(f"{id_} is released.")


@click.group()
def recording() -> None:
    """Single recordings: withdraw."""


@recording.command("withdraw")
@click.argument("id_")
@_reason
@_yes
@json_option
@click.pass_obj
def recording_withdraw(data: ReceiverData, id_: str, reason: str, yes: bool, as_json: bool) -> None:
    """Delete one recording for good, here and on its device; its session stays."""
    _ask(f"Everything of recording {id_} is deleted, here and on its device.", yes, as_json)
    with closing(open_data(data)) as receiver:
        done = refusable(
            lambda: receiver.withdrawals.withdraw_recording(id_, reason, at_the_console())
        )
    _tell([done], as_json)


@click.group()
def participant() -> None:
    """Participants: withdraw."""


@participant.command("withdraw")
@click.argument("study")
@click.argument("participant_id", metavar="PARTICIPANT")
@_reason
@_yes
@json_option
@click.pass_obj
def participant_withdraw(
    data: ReceiverData, study: str, participant_id: str, reason: str, yes: bool, as_json: bool
) -> None:
    """Delete all sessions of a participant of STUDY, also those that devices still have."""
    _ask(f"Everything of participant {participant_id} of {study} is deleted.", yes, as_json)
    with closing(open_data(data)) as receiver:
        done = refusable(
            lambda: receiver.withdrawals.withdraw_participant(
                study, participant_id, reason, at_the_console()
            )
        )
    _tell(done, as_json)


@click.command()
@click.option("--open", "open_only", is_flag=True, help="Only those that may leave copies.")
@json_option
@click.pass_obj
def withdrawals(data: ReceiverData, open_only: bool, as_json: bool) -> None:
    """List what was withdrawn, and where copies may remain."""
    with closing(open_data(data)) as receiver:
        found = receiver.withdrawals.listing(open_only=open_only)
    if as_json:
        print_json({"withdrawals": [each.to_json() for each in found]})
        return
    click.echo("\n".join(map(_text, found)) if found else "Nothing was withdrawn.")


@click.group()
def retention() -> None:
    """How long studies keep what they recorded: `retention_days` in the study's file."""


@retention.command("list")
@click.option("--within", "days", default=14, show_default=True, help="Also what is due so soon.")
@json_option
@click.pass_obj
def retention_list(data: ReceiverData, days: int, as_json: bool) -> None:
    """List sessions whose time is, or soon will be, over. Deletes nothing."""
    with closing(open_data(data)) as receiver:
        found = refusable(lambda: receiver.retention.due(timedelta(days=days)))
    if as_json:
        print_json({"sessions": [each.to_json() for each in found]})
        return
    for each in found:
        stays = f"   stays: {each.stays}" if each.stays else ""
        click.echo(
            f"{each.session}   {each.study}   {each.due_at:%Y-%m-%d}   {each.recordings} recordings"
            f"   {each.size_bytes / 1e6:.1f} MB{stays}"
        )
    if not found:
        click.echo(f"Nothing is due within {days} days.")


@retention.command("delete")
@_yes
@json_option
@click.pass_obj
def retention_delete(data: ReceiverData, yes: bool, as_json: bool) -> None:
    """Delete for good what is due, here and on the devices; `retention list` shows it first."""
    with closing(open_data(data)) as receiver:
        due = [each for each in refusable(receiver.retention.due) if not each.stays]
        if due:
            _ask(f"{len(due)} sessions are deleted, here and on their devices.", yes, as_json)
        done = refusable(lambda: receiver.retention.delete(at_the_console()))
    _tell(done, as_json)


@click.group()
def abandoned() -> None:
    """What came of recordings that never became whole: `abandoned_days` in the study's file."""


@abandoned.command("list")
@json_option
@click.pass_obj
def abandoned_list(data: ReceiverData, as_json: bool) -> None:
    """List them, and whether their devices were told. Deletes nothing."""
    with closing(open_data(data)) as receiver:
        found = refusable(receiver.abandoned.listing)
    if as_json:
        print_json({"recordings": [each.to_json() for each in found]})
        return
    for each in found:
        goes = f"may go {each.goes_at:%Y-%m-%d}" if each.goes_at else "its device was not told yet"
        click.echo(
            f"{each.recording}   nothing since {each.since:%Y-%m-%d}"
            f"   {each.size_bytes / 1e6:.1f} MB   {goes}"
        )
    if not found:
        click.echo("Nothing is abandoned.")


@abandoned.command("delete")
@_yes
@json_option
@click.pass_obj
def abandoned_delete(data: ReceiverData, yes: bool, as_json: bool) -> None:
    """Delete what came of those whose devices were told in time. A device may send it again."""
    _ask("What came of recordings that are listed as free to go is deleted here.", yes, as_json)
    with closing(open_data(data)) as receiver:
        gone = refusable(lambda: receiver.abandoned.delete(at_the_console()))
    if as_json:
        print_json({"deleted": [each.recording for each in gone]})
        return
    click.echo(f"{len(gone)} recordings are deleted; their devices may send them again.")


@click.group()
def tombstones() -> None:
    """The log of what was withdrawn, which a restored backup must not forget."""


@tombstones.command("keep")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--nowhere", is_flag=True, help="Keep no second log any more.")
@json_option
@click.pass_obj
def tombstones_keep(data: ReceiverData, file: Path | None, nowhere: bool, as_json: bool) -> None:
    """Keep the log a second time in FILE, on a disk that restoring a backup does not touch.

    At every start both are read: what was withdrawn after the backup was made is deleted again
    before anybody is answered.
    """
    from server.blobs.store import Store
    from server.domain.tombstones import TombstoneLog

    if (file is None) is not nowhere:
        raise Failure("Name a FILE, or say --nowhere. Nothing was changed.")
    second = None if file is None else file.expanduser().absolute()
    try:
        TombstoneLog(Store(data.root)).keep_at(second)
    except OSError as error:
        raise Failure(
            f"{second or data.root} cannot be written ({reason_of(error)}). Nothing was changed."
        ) from error
    if as_json:
        print_json({"second": None if second is None else str(second)})
        return
    click.echo("There is no second log." if second is None else f"The second log is {second}.")


COMMANDS = (session, recording, participant, withdrawals, retention, abandoned, tombstones)

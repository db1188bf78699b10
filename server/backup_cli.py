"""`holdfast admin backup`: a copy of everything, made while the receiver runs."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from holdfast.command import (
    EXIT_FAILED,
    Failure,
    json_option,
    leave,
    print_json,
    reason_of,
)
from holdfast.receiver_layout import ReceiverData
from server.admin_data import at_the_console, open_data

if TYPE_CHECKING:
    from server.ops.backup import Backup


@click.command("backup")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--verify", is_flag=True, help="Copy nothing; read the backup in DIR again.")
@json_option
@click.pass_obj
def backup(data: ReceiverData, target: Path, verify: bool, as_json: bool) -> None:
    """Bring the backup in DIR up to date; it can be served as it is.

    Works while the receiver runs. Only what is new is copied, and what was withdrawn is deleted
    there too. SHA256SUMS in DIR is checked with `sha256sum -c`, or with --verify.
    """
    if verify:
        _verify(target.absolute(), as_json)
        return
    done = _back_up(data, target.absolute())
    if as_json:
        print_json(done.to_json())
    else:
        _tell(done)
    if done.damaged:
        leave(EXIT_FAILED)


def _back_up(data: ReceiverData, target: Path) -> "Backup":
    from holdfast.jsonform import FormatError
    from holdfast.locks import try_lock
    from server.ops.backup import BackupRefused, Copying

    with closing(open_data(data)) as receiver:
        lock = try_lock(data.backup_lock)
        if lock is None:
            raise Failure("Another backup of this receiver is running. Nothing was changed.")
        with lock:
            copying = Copying(
                receiver.data, receiver.database, receiver.identity.receiver, receiver.clock
            )
            try:
                done = copying.back_up(target)
            except (BackupRefused, FormatError) as error:
                raise Failure(str(error)) from error
            except OSError as error:
                raise Failure(
                    f"The backup cannot go on ({reason_of(error)}). The receiver's data is "
                    "untouched. Put that right, then run the same command; it goes on there."
                ) from error
        receiver.audit.record(at_the_console(), "backup.made", f"receiver:{done.receiver}")
        return done


def _verify(target: Path, as_json: bool) -> None:
    from holdfast.jsonform import FormatError
    from server.ops.backup import BackupRefused, changed_in

    try:
        changed = changed_in(target)
    except (BackupRefused, FormatError) as error:
        raise Failure(str(error)) from error
    except OSError as error:
        raise Failure(f"The backup cannot be read ({reason_of(error)}).") from error
    if as_json:
        print_json({"changed": [{"file": path, "how": how} for path, how in changed]})
    else:
        click.echo("\n".join(f"{path}: {how}" for path, how in changed) or "Everything is right.")
    if changed:
        leave(EXIT_FAILED)


def _tell(done: "Backup") -> None:
    click.echo(
        f"{done.copied} files copied ({done.copied_bytes / 1e6:.1f} MB), {done.unchanged} were "
        f"there before, {len(done.removed)} withdrawn."
    )
    for path in done.damaged:
        click.echo(
            f"Needs attention: {path} is not what was received, or is gone. What the backup holds "
            "of it was kept; run holdfast admin check."
        )

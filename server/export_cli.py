"""`holdfast admin export`: a study's recordings as a BIDS tree."""

from contextlib import closing
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
from server.admin_data import at_the_console, open_data

if TYPE_CHECKING:
    from server.ops.export import Export


@click.command("export")
@click.argument("study")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@json_option
@click.pass_obj
def export(data: ReceiverData, study: str, target: Path, as_json: bool) -> None:
    """Write the recordings of STUDY into DIR as a BIDS tree with checksums.

    Run again, it copies what is new and takes out what was withdrawn. Ends with 3 where recordings
    of the study are not playable yet; they are named.
    """
    done = _export(data, study, target.absolute(), as_json)
    if as_json:
        print_json(done.to_json())
    else:
        click.echo(
            f"{len(done.recordings)} recordings of {study} are in {target} "
            f"({done.copied_bytes / 1e6:.1f} MB copied, {len(done.removed)} files removed)."
        )
        for recording, why in done.left_out.items():
            click.echo(f"Left out: {recording}: {why}")
    if done.left_out:
        leave(EXIT_WORK_REMAINS)


def _export(data: ReceiverData, study: str, target: Path, as_json: bool) -> "Export":
    from holdfast.jsonform import FormatError
    from server.ops.export import Exporting, ExportRefused

    with closing(open_data(data)) as receiver:
        exporting = Exporting(
            receiver.data,
            receiver.database,
            receiver.annotations,
            receiver.clock,
            lambda each: None if as_json else click.echo(f"Wrote {each}"),
        )
        try:
            done = exporting.export(study, target)
        except (ExportRefused, FormatError) as error:
            raise Failure(str(error)) from error
        except OSError as error:
            raise Failure(
                f"The export cannot go on ({reason_of(error)}). What was received is untouched. "
                "Put that right, then run the same command; it goes on there."
            ) from error
        for recording in done.recordings:
            receiver.audit.record(at_the_console(), "recording.exported", f"recording:{recording}")
        return done

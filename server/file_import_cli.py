"""`holdfast admin import FILE...`: video files that somebody brought to the receiver."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from holdfast.command import EXIT_FAILED, Failure, leave, print_json, reason_of
from server.admin_data import at_the_console, refusable

if TYPE_CHECKING:
    from server.ops.file_import import Brought, FileImports
    from server.receiver import Receiver


def import_files(
    receiver: "Receiver",
    files: Sequence[Path],
    participant: str | None,
    prompt: str | None,
    study: str | None,
    *,
    as_json: bool,
) -> None:
    """Take files in and say what became of each; ends the command with 1 if any was refused."""
    from server.domain.import_papers import UNKNOWN_PARTICIPANT
    from server.ops.file_import import FileImports, Told

    importing = FileImports(
        receiver.database,
        receiver.imports,
        receiver.sessions,
        refusable(receiver.own_device.id),
        receiver.clock,
        Told(participant or UNKNOWN_PARTICIPANT, prompt, study),
    )
    brought = [_take(importing, file) for file in files]
    for each in brought:
        if each.state == "stored":
            what = f"recording:{each.recording}"
            receiver.audit.record(at_the_console(), "recording.imported", what)
    if as_json:
        print_json({"files": [each.to_json() for each in brought]})
    else:
        click.echo("\n".join(map(_text, brought)))
    if any(each.state == "refused" for each in brought):
        leave(EXIT_FAILED)


def _take(importing: "FileImports", file: Path) -> "Brought":
    try:
        return importing.take(file.absolute())
    except OSError as error:
        raise Failure(
            f"It cannot go on ({reason_of(error)}). What was taken before is safe. Put that right, "
            "then run the same command; it goes on there."
        ) from error


def _text(brought: "Brought") -> str:
    if brought.state == "refused":
        return f"{brought.file} was not taken: {brought.why}"
    how = "stored as" if brought.state == "stored" else "was here before as"
    return f"{brought.file} {how} {brought.recording}"

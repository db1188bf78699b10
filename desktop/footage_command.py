"""`holdfast queue add`: parses, joins the look with the intake, and prints. No more."""

from pathlib import Path

import click

from holdfast.command import EXIT_FAILED, home_option, json_option, leave, print_json
from holdfast.jsonform import Json
from holdfast.layout import Home


@click.command("add")
@home_option
@json_option
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--participant", help="Whom the footage shows. Default: a generated id.")
@click.option("--prompt", help="What the participant was asked to do.")
@click.option("--copy", is_flag=True, help="Copy, also where a second name for the file would do.")
def add(
    home: Home,
    as_json: bool,
    files: tuple[Path, ...],
    participant: str | None,
    prompt: str | None,
    copy: bool,
) -> None:
    """Take video files of other cameras into the queue, each as a recording of its own.

    The files are read and never changed: on the same disk they get a second name, else a copy.
    """
    from desktop.footage_probe import look
    from desktop.record import generated_participant
    from uploader import texts
    from uploader.errors import UploaderError
    from uploader.footage import Intake, Taken, Whose, remove_leftovers
    from uploader.opened import opened

    taken: list[Taken] = []
    refused: list[Json] = []
    with opened(home) as installation:
        remove_leftovers(installation)
        whose = Whose(participant or generated_participant(), prompt, copy=copy)
        intake = Intake(installation, look, whose)
        for path in files:
            if not as_json:
                click.echo(texts.reading(path), err=True)
            try:
                taken.append(intake.take(path))
            except (UploaderError, OSError) as error:
                refused.append({"file": str(path), "why": str(error)})
                click.echo(str(error), err=True)
            else:
                if not as_json:
                    click.echo(texts.taken_in(taken[-1]))
    if as_json:
        print_json(
            {
                "participant": whose.participant,
                "added": [
                    {
                        "file": str(each.path),
                        "recording": each.recording,
                        "way": each.way.value,
                        "bytes": each.size_bytes,
                    }
                    for each in taken
                ],
                "refused": refused,
            }
        )
    if refused:
        leave(EXIT_FAILED)

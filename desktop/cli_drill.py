"""The `drill` subcommand: parses its words and calls what it is for; no more."""

from pathlib import Path

import click

from holdfast.command import home_option, json_option
from holdfast.layout import Home

ACCIDENTS = ("network", "camera", "kill", "disk")


@click.command()
@home_option
@json_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Folder for the report: a page, a PDF and the signed numbers. Default: this one.",
)
@click.option(
    "--only",
    type=click.Choice(ACCIDENTS),
    multiple=True,
    help="This accident alone. Again for a further one. Default: all four.",
)
@click.option("--by-itself", is_flag=True, help="Wait for nobody.")
@click.option("--on-small-disk", is_flag=True, hidden=True)
def drill(
    home: Home,
    as_json: bool,
    output: Path,
    only: tuple[str, ...],
    by_itself: bool,
    on_small_disk: bool,
) -> None:
    """Cut the network, unplug the camera, kill the program, fill a disk: and see all arrive.

    It runs in a sandbox with a drawn scene and touches no recording. Takes about two minutes.
    """
    from desktop.drill.accidents import Accident
    from desktop.drill.command import run

    run(
        home,
        output,
        [Accident(each) for each in only],
        by_itself=by_itself,
        as_json=as_json,
        on_small_disk=on_small_disk,
    )

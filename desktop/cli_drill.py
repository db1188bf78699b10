"""The subcommands `rehearse` and `drill`: each parses its words and calls what it is for."""

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


@click.command()
@home_option
@json_option
@click.option(
    "--card",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write a card for the lab's door there: a .pdf, or a page of HTML.",
)
def rehearse(home: Home, as_json: bool, card: Path | None) -> None:
    """Check camera, sound, sync, disk, clock and receiver, and send a short recording home.

    The recording stays at the receiver, as participant REHEARSAL. Ends with 1 where anything that
    recordings need is broken, and names it.
    """
    from desktop.morning_command import run_rehearsal

    run_rehearsal(home, as_json, card)

"""`holdfast diagnostics`: what would go into a diagnostics bundle, and the bundle itself."""

from pathlib import Path

import click

from holdfast.command import home_option, json_option, print_json, unusable_folder
from holdfast.layout import Home


@click.command()
@home_option
@json_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the bundle there. Without it, only what would go in is listed.",
)
@click.option("--with-participants", is_flag=True, help="Keep participants' ids readable.")
def diagnostics(home: Home, as_json: bool, output: Path | None, with_participants: bool) -> None:
    """Gather logs, versions, devices, disk and queue for whoever helps. No media, no secrets."""
    from desktop.diagnostics import collect
    from holdfast.clock import SystemClock

    bundle = collect(home, SystemClock(), with_participants=with_participants)
    if output is not None:
        try:
            bundle.save(output.absolute())
        except OSError as error:
            raise unusable_folder(output.absolute().parent, error, "Nothing was saved.") from error
    if as_json:
        files = [{"name": each.name, "bytes": each.size_bytes} for each in bundle.entries]
        print_json({"files": files, "saved": str(output.absolute()) if output else None})
        return
    for each in bundle.entries:
        click.echo(f"{each.size_bytes:>10}  {each.name}")
    click.echo(f"Saved as {output}." if output else "Nothing was saved; --output FILE does.")

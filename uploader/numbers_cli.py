"""`holdfast queue numbers`: what sending came to, day by day. It reads and prints."""

import click

from holdfast.command import home_option, json_option, print_json
from holdfast.layout import Home
from uploader import numbers_texts
from uploader.opened import opened


@click.command()
@home_option
@json_option
@click.option(
    "--days",
    "newest",
    type=click.IntRange(min=1),
    default=14,
    show_default=True,
    help="So many of the newest days on which something was sent or tried.",
)
def numbers(home: Home, as_json: bool, newest: int) -> None:
    """Say how fast sending is, what it came to each day, and what stood in the way."""
    with opened(home) as installation:
        snapshot = installation.queue.snapshot()
        days, reasons = installation.queue.days(newest)
    if as_json:
        print_json(
            {
                "sending": snapshot.sending.to_json(),
                "days": [each.to_json() for each in days],
                "reasons": [each.to_json() for each in reasons],
            }
        )
    else:
        click.echo(numbers_texts.numbers(snapshot.sending, days, reasons))

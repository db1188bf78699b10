"""`holdfast queue card`: the state of this computer's queue, signed, for a phone to carry."""

import click

from holdfast.clock import SystemClock
from holdfast.command import home_option, json_option, print_json
from holdfast.layout import Home
from holdfast.statement import to_line
from uploader.opened import opened


@click.command()
@home_option
@json_option
def card(home: Home, as_json: bool) -> None:
    """Show the queue's state as a QR code, signed by this computer, for a receiver out of reach.

    At the receiver `holdfast admin statement` reads it and says whether it is genuine.
    """
    from uploader.state_card import state_card

    with opened(home) as installation:
        statement = state_card(installation.queue, installation.identity, SystemClock())
    line = to_line(statement)
    if as_json:
        print_json({"card": statement, "line": line})
        return
    _draw(line)
    click.echo(line)


def _draw(line: str) -> None:
    try:
        import segno
    except ImportError:
        # A computer that only uploads may be without it; the line says the same.
        return
    segno.make_qr(line, error="l").terminal(compact=True)

"""`holdfast admin identity` and `key`: who this receiver is, and a new key for it."""

import click

from holdfast.command import json_option, print_json
from holdfast.receiver_layout import ReceiverData
from server.admin_data import at_the_console, open_data


@click.command()
@json_option
@click.pass_obj
def identity(data: ReceiverData, as_json: bool) -> None:
    """Print the receiver's id and the name of its key, for whoever accepts a new key."""
    own = open_data(data).identity
    if as_json:
        print_json({"receiver": own.receiver, "key": own.key_id})
        return
    click.echo(f"receiver {own.receiver}, key {own.key_id}")


@click.group()
def key() -> None:
    """The key that signs receipts."""


@key.command("rotate")
@click.confirmation_option(prompt="Give this receiver a new key?")
@json_option
@click.pass_obj
def key_rotate(data: ReceiverData, as_json: bool) -> None:
    """Make a new key, which the present one vouches for; devices follow by themselves."""
    from server.domain.identity import rotate

    receiver = open_data(data)
    former = receiver.identity.key_id
    new = rotate(data.identity, receiver.clock, receiver.data.files)
    receiver.audit.record(
        at_the_console(), "receiver.key_rotated", f"receiver:{new.receiver}", key=new.key_id
    )
    if as_json:
        print_json({"receiver": new.receiver, "key": new.key_id, "former": former})
        return
    click.echo(
        f"The key is {new.key_id} once the receiver is started again; until then it signs with "
        f"{former}. Receipts given before stay good, and devices follow by themselves."
    )

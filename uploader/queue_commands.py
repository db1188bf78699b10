"""The queue's commands that are loaded when they are used: where they are, as text.

`queue list` runs often and needs none of them; and one needs more than this package has, which
imports none of the others.
"""

from typing import Final

import click

from holdfast.command import load_command

PLACES: Final = {
    "add": "desktop.footage_command:add",
    "card": "uploader.card_cli:card",
    "consent": "uploader.consent_cli:consent",
    "discard": "uploader.decision_cli:discard",
    "export": "uploader.suitcase_cli:export_suitcase",
    "free": "uploader.freeing_cli:free",
    "give-up": "uploader.freeing_cli:give_up",
    "import": "uploader.suitcase_cli:import_receipts",
    "keep": "uploader.decision_cli:keep",
    "numbers": "uploader.numbers_cli:numbers",
}


class QueueCommands(click.Group):
    """A group of which these commands are loaded one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *PLACES])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = PLACES.get(cmd_name)
        return super().get_command(ctx, cmd_name) if place is None else load_command(place)

"""The queue's commands that need more than the uploader has: where they are, as text.

They are loaded when they are used, and this package imports none of the others.
"""

import importlib
from typing import Final

import click

ELSEWHERE: Final = {"add": "desktop.footage_command:add"}


class WithElsewhere(click.Group):
    """A group of which some commands stand in another package."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *ELSEWHERE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = ELSEWHERE.get(cmd_name)
        if place is None:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = place.partition(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

"""The `holdfast` command: a table of subcommands, each loaded only when it is used.

It decides nothing itself. Subcommands are named as text, so that `--help` imports no Qt, no
OpenCV, no PyAV and no Flask, and so that this package imports none of the others.
"""

import sys
from dataclasses import dataclass

import click

from holdfast.command import load_command
from holdfast.version import VERSION


@dataclass(frozen=True, slots=True)
class Subcommand:
    """Where a subcommand is (`module:attribute`), and what it does, for the list in `--help`."""

    place: str
    summary: str


SUBCOMMANDS = {
    "app": Subcommand("desktop.cli:app", "Open the window (also without a subcommand)."),
    "demo": Subcommand("desktop.cli:demo", "Run the whole chain on this machine, once."),
    "record": Subcommand("desktop.cli:record", "Record without a window."),
    "study": Subcommand("desktop.study_cli:study", "Check a study's file, and see its pages."),
    "devices": Subcommand("desktop.cli:devices", "List cameras and microphones."),
    "doctor": Subcommand("desktop.cli:doctor", "Check this computer, and measure sync."),
    "rehearse": Subcommand("desktop.cli_drill:rehearse", "Try the whole chain, once a morning."),
    "drill": Subcommand("desktop.cli_drill:drill", "Cause accidents on purpose, and report."),
    "diagnostics": Subcommand(
        "desktop.diagnostics_command:diagnostics", "Gather what helps to find out, without secrets."
    ),
    "passport": Subcommand("desktop.cli:passport", "Write down how a session was recorded."),
    "upload": Subcommand("uploader.cli:upload", "Send what waits, without a window."),
    "queue": Subcommand("uploader.cli:queue", "Look at the upload queue and act on it."),
    "receiver": Subcommand(
        "uploader.receiver_cli:receiver", "See where this device sends, and accept a change."
    ),
    "enrol": Subcommand("uploader.enrol_cli:enrol", "Get this device its token from a receiver."),
    "serve": Subcommand("server.serve_cli:serve", "Run the receiver."),
    "admin": Subcommand("server.admin_cli:admin", "Administer a receiver's devices and users."),
}


class Table(click.Group):
    """A group whose subcommands stand in a table and are imported one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        subcommand = SUBCOMMANDS.get(cmd_name)
        return None if subcommand is None else load_command(subcommand.place)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, each.summary) for name, each in SUBCOMMANDS.items()])


@click.group(cls=Table, invoke_without_command=True)
@click.version_option(VERSION, prog_name="holdfast", message="%(prog)s %(version)s")
@click.option("--kiosk", metavar="STUDY.yaml", help="Guide participants through this study.")
@click.pass_context
def main(context: click.Context, kiosk: str | None) -> None:
    """Record people on camera, and get the recordings home."""
    if context.invoked_subcommand is None:
        app = main.get_command(context, "app")
        assert app is not None
        words = [] if kiosk is None else ["--kiosk", kiosk]
        sys.exit(app.main(args=words, prog_name="holdfast app", standalone_mode=True))
    elif kiosk is not None:
        raise click.UsageError("--kiosk is for the app; leave the subcommand away.")


if __name__ == "__main__":
    main()

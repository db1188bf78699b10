"""`holdfast queue keep` and `holdfast queue discard`. It parses, asks and prints; no more."""

from pathlib import Path
from typing import Final

import click

from holdfast.clock import rfc3339
from holdfast.command import home_option, json_option, print_json
from holdfast.decision import DecisionNote
from holdfast.layout import Home, RecordingFolder
from uploader import texts
from uploader.items import RecordingSnapshot
from uploader.opened import find, opened

_BY: Final = "command"


@click.command()
@home_option
@json_option
@click.argument("id_", metavar="ID")
def keep(home: Home, as_json: bool, id_: str) -> None:
    """Keep a recording that waits for it, or that was discarded a moment ago."""
    with opened(home) as installation:
        recording = find(installation, id_)
        note = installation.decisions().keep(_folder(recording), _BY)
    _say(recording, note, texts.kept(recording), as_json)


@click.command()
@home_option
@json_option
@click.argument("id_", metavar="ID")
def discard(home: Home, as_json: bool, id_: str) -> None:
    """Discard a recording, here and at the receiver; for ten minutes it can be kept again."""
    with opened(home) as installation:
        recording = find(installation, id_)
        note = installation.decisions().discard(_folder(recording), _BY)
    _say(recording, note, texts.discarded(recording, note), as_json)


def _folder(recording: RecordingSnapshot) -> RecordingFolder:
    return RecordingFolder(Path(recording.folder))


def _say(recording: RecordingSnapshot, note: DecisionNote, said: str, as_json: bool) -> None:
    if not as_json:
        click.echo(said)
        return
    until = note.undo_until
    print_json(
        {
            "id": recording.id,
            "decision": note.decision,
            "at": note.at,
            "by": note.by,
            "undo_until": None if until is None else rfc3339(until),
        }
    )

"""What the uploader's commands share: a home opened with its sentences, a recording by its id.

It imports nothing heavy before a command runs, so that `--help` stays fast.
"""

from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from holdfast.clock import SystemClock
from holdfast.command import Failure, unusable_folder
from holdfast.jsonform import FormatError
from holdfast.layout import Home
from holdfast.settings_table import SettingError
from uploader import texts
from uploader.errors import UploaderError
from uploader.items import RecordingSnapshot

if TYPE_CHECKING:
    from uploader.installation import Installation


@contextmanager
def sentences(home: Home) -> Generator[None, None, None]:
    """What goes wrong inside becomes one sentence and exit code 1."""
    try:
        yield
    except SettingError as error:
        raise Failure(f"{error} {texts.UNTOUCHED}") from error
    except (UploaderError, FormatError) as error:
        raise Failure(str(error)) from error
    except OSError as error:
        raise unusable_folder(home.root, error, texts.UNTOUCHED) from error


@contextmanager
def opened(home: Home) -> Generator["Installation", None, None]:
    """The home's queue, with everything on disk in it."""
    from uploader.installation import Installation

    with sentences(home), Installation.open(home, SystemClock()) as installation:
        if installation.put_aside is not None:
            click.echo(texts.put_aside(installation.put_aside), err=True)
        adoption = installation.adopt()
        if adoption.recovered:
            found = texts.recovered(len(adoption.recovered), adoption.recovered_s)
            click.echo(f"{found}. {texts.RECOVERED_MORE}", err=True)
        for trouble in adoption.troubles:
            click.echo(trouble, err=True)
        installation.queue.note_enrolled(installation.enrolment() is not None)
        yield installation


def find(installation: "Installation", prefix: str) -> RecordingSnapshot:
    """The one recording whose id begins like this. Raises Failure."""
    found = [
        each for each in installation.queue.snapshot().recordings if each.id.startswith(prefix)
    ]
    if not found:
        raise Failure(
            f"No recording's id begins with {prefix}. Nothing was changed; "
            "holdfast queue list shows the ids."
        )
    if len(found) > 1:
        raise Failure(
            f"{len(found)} recordings' ids begin with {prefix}. Nothing was changed; "
            "give more of the id."
        )
    return found[0]


def length_s(text: str) -> float:
    """Seconds of `30m`, `1h`, `2d`; a bare number is minutes. Raises click.BadParameter."""
    from uploader import pauses

    try:
        return pauses.length_s(text)
    except ValueError as error:
        raise click.BadParameter(f"{error}.") from error

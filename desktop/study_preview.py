"""`holdfast study preview`: a study's pages as participants see them, on a home that goes again.

It is the kiosk itself with the built-in scene as camera, so that what is seen is what will be.
Nothing is sent, and what was recorded is gone at the end.
"""

import os
import tempfile
from pathlib import Path
from typing import Final

import click

from desktop.operator_pin import hash_of
from desktop.recording.model import CaptureRequest
from desktop.settings import load_settings
from desktop.study import StudyFaulty, load
from holdfast.command import Failure, reason_of
from holdfast.layout import Home
from holdfast.settings_table import SettingError

PIN: Final = "0000"
_SETTINGS: Final = """\
# No reserve on the disk, and nobody is called, for what is only looked at.
[disk]
ballast_mib = 0
[alarms]
sound = false
"""
_HOW_TO_LEAVE: Final = (
    f"Ctrl+Shift+Q, or a hand on the top left corner for 3 s, asks for the staff PIN: here {PIN}."
    " Nothing is kept or sent."
)


def run_preview(home: Home, file: Path, source: str) -> int:
    """Show the pages until staff leave; returns the exit code.

    `home` says how windows look; what is recorded lies elsewhere, and goes. Raises Failure.
    """
    try:
        study = load(file)
        settings = load_settings(home.config, os.environ)
    except StudyFaulty as error:
        raise Failure(str(error)) from error
    except OSError as error:
        raise Failure(f"{file} cannot be read ({reason_of(error)}).") from error
    except SettingError as error:
        raise Failure(f"{error} What was recorded is untouched.") from error

    from desktop.ui.kiosk.app import run

    click.echo(_HOW_TO_LEAVE)
    with tempfile.TemporaryDirectory(prefix="holdfast-preview-") as folder:
        for_a_while = Home(Path(folder))
        for_a_while.config.write_text(_SETTINGS, "utf-8")
        return run(
            for_a_while,
            study,
            CaptureRequest(source),
            hash_of(PIN),
            _keep_nothing,
            scheme=settings.scheme,
            language=settings.language,
        )


def _keep_nothing(_pin_hash: str) -> None:
    """A PIN that is changed here is of no use later."""

"""`holdfast doctor`: looks at everything that a recording needs, and says what to do.

It prints and decides the exit code; what is looked at stands in `computer_checks.py`,
`receiver_checks.py` and `rehearsal.py`. It repairs nothing.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import click

from desktop.check import Check
from holdfast.clock import SystemClock
from holdfast.command import Failure, leave, print_json
from holdfast.layout import Home

EXIT_UNFIT = 1


def run_sync(file: Path, as_json: bool) -> None:
    """Print how far sound and picture of a file are apart. Raises Failure."""
    from desktop.recording.sync import SyncUnmeasurable
    from desktop.recording.sync_file import measure_file
    from desktop.sync_text import sync_text

    try:
        sync = measure_file(file)
    except SyncUnmeasurable as error:
        raise Failure(str(error)) from error
    if as_json:
        print_json({"file": str(file), **sync.to_json()})
    else:
        click.echo(sync_text(sync, file.name))


def run_doctor(home: Home, as_json: bool, *, rehearse: bool) -> None:
    """Print all checks as they are made; ends with exit code 1 where an essential one fails."""
    made = []
    for check in checks(home, rehearse=rehearse):
        made.append(check)
        if not as_json:
            click.echo(check.line())
    if as_json:
        print_json({"checks": [each.to_json() for each in made]})
    if any(each.essential and not each.ok for each in made):
        leave(EXIT_UNFIT)


def checks(home: Home, *, rehearse: bool) -> Iterator[Check]:
    """Each check as it is made. Raises Failure where the settings cannot be read."""
    from desktop.computer_checks import (
        check_camera,
        check_disk,
        check_encoder,
        check_ffmpeg,
        check_microphone,
        check_overflow,
        check_sqlite,
    )
    from desktop.receiver_checks import receiver_checks
    from desktop.recording.devices import list_devices
    from desktop.settings import load_settings
    from holdfast.settings_table import SettingError
    from uploader.settings import load_settings as load_upload_settings

    clock = SystemClock()
    try:
        settings = load_settings(home.config, os.environ)
        upload_settings = load_upload_settings(home.config, os.environ)
    except SettingError as error:
        raise Failure(f"{error} What was recorded is untouched.") from error
    devices = list_devices()
    yield check_camera(settings, devices)
    yield check_microphone(settings, devices)
    disk = check_disk(home, clock)
    yield disk
    if settings.overflow_folder is not None:
        yield check_overflow(home, settings.overflow_folder)
    if disk.ok or home.root.is_dir():
        yield check_sqlite(home)
        yield check_encoder(home, settings)
    yield from receiver_checks(home, upload_settings, clock)
    yield check_ffmpeg()
    if rehearse:
        from desktop.rehearsal import rehearsal_checks

        yield from rehearsal_checks(home, settings.capture(), clock)

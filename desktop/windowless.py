"""A station for commands without a window: opened, started and closed, its faults as sentences.

It sends nothing and prints nothing; what is recorded on it is the command's.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from desktop.settings import load_settings
from desktop.station import Station, StationEvent, open_station
from holdfast.clock import Clock
from holdfast.command import Failure, unusable_folder
from holdfast.layout import Home
from holdfast.settings_table import SettingError
from uploader.errors import UploaderError

NOTHING = "Nothing was recorded."


@contextmanager
def opened_station(
    home: Home,
    clock: Clock,
    on_event: Callable[[StationEvent], None],
    *,
    with_reserve: bool = True,
    checks_quality: bool = True,
    with_overflow: bool = True,
    uploads: bool = False,
) -> Iterator[Station]:
    """A station that records, and sends where asked; closed at the end. Raises Failure."""
    try:
        settings = load_settings(home.config, os.environ)
        if not with_reserve:
            settings = replace(settings, ballast_bytes=0)
        if not checks_quality:
            settings = replace(settings, quality=replace(settings.quality, enabled=False))
        station = open_station(
            home,
            clock,
            on_event,
            uploads=uploads,
            settings=settings,
            with_overflow=with_overflow,
        )
        station.start()
    except (SettingError, UploaderError) as error:
        raise Failure(f"{error} {NOTHING}") from error
    except OSError as error:
        raise unusable_folder(home.root, error, NOTHING) from error
    try:
        yield station
    finally:
        station.close()

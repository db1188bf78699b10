"""`holdfast --kiosk STUDY.yaml`: reads what the kiosk needs, and opens it.

No Qt is imported before everything else is found to be in order.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from desktop.given_studies import given_study
from desktop.kiosk_devices import kiosk_capture
from desktop.settings import load_settings
from desktop.study import StudyFaulty, load
from desktop.window_settings import PIN, load_window_settings
from holdfast.command import Failure, reason_of
from holdfast.layout import Home
from holdfast.settings_table import SettingError


def run_kiosk(home: Home, named: str, sources: Sequence[str], audio: str | None) -> int:
    """Guide participants through this study until staff leave; returns the exit code.

    `named` is a file, or the id of a study that the receiver gave.

    Raises Failure with a sentence where the study or the settings are not in order.
    """
    try:
        study = given_study(home, named) or load(Path(named))
        settings = load_settings(home.config, os.environ)
        own = load_window_settings(home.config, os.environ)
        capture = kiosk_capture(settings, own, study.capture, sources, audio)
    except StudyFaulty as error:
        raise Failure(f"{error}\nThe kiosk was not opened. Nothing was changed.") from error
    except OSError as error:
        raise Failure(
            f"{named} cannot be read ({reason_of(error)}). The kiosk was not opened."
        ) from error
    except SettingError as error:
        raise Failure(f"{error} What was recorded is untouched.") from error

    def keep(kept: str) -> None:
        from desktop.settings_file import change

        change(home.config, {PIN.name: kept})

    from desktop.ui.kiosk.app import run

    return run(
        home,
        study,
        capture,
        own.pin_hash,
        keep,
        scheme=settings.scheme,
        language=settings.language,
    )

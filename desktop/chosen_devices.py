"""Keeps the devices that a person chose in the settings file, so that the next start opens them.

The built-in scene is never kept, and nothing is where the environment names the devices: it would
win all the same.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop import settings_file
from desktop.choosing import Choose
from desktop.recording.choice import LIVE_SCENE, SCENE
from desktop.settings import TABLE
from holdfast.settings_table import load

_SCENES = (SCENE, LIVE_SCENE)
SOURCE, AUDIO, MORE = "capture.source", "capture.audio", "capture.more_sources"


def keep(file: Path, environ: Mapping[str, str], choice: Choose, camera: int) -> None:
    """Write it down for camera `camera`, 0 the first. Raises SettingError and OSError."""
    stated = load(TABLE, file, environ)
    wanted: dict[str, object] = {}
    if choice.source is not None and choice.source not in _SCENES:
        if camera == 0:
            wanted[SOURCE] = choice.source
        else:
            wanted[MORE] = ", ".join(_with(stated[MORE], camera - 1, choice.source))
    if choice.audio is not None and choice.audio not in _SCENES:
        wanted[AUDIO] = choice.audio
    named = {each.name for each in TABLE if each.environment in environ}
    settings_file.change(file, {key: wanted[key] for key in wanted if key not in named})


def _with(stated: str, number: int, source: str) -> Sequence[str]:
    names = [each.strip() for each in stated.split(",") if each.strip()]
    names[number : number + 1] = [source]
    return names

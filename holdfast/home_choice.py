"""Where this user's own home is, where somebody chose another folder than the platform's.

One setting of the settings file, read before there is a home. It writes nothing.
"""

import tomllib
from pathlib import Path
from typing import Final

_SECTION: Final = "storage"
_KEY: Final = "folder"
FOLDER: Final = f"{_SECTION}.{_KEY}"


class HomeMissing(Exception):
    """The folder that was chosen is not there. The message is a sentence for a person."""


def chosen_folder(config: Path) -> Path | None:
    """The folder that the settings name; None where they name none, or cannot be read.

    Whoever reads the other settings tells what is wrong with the file. Raises HomeMissing: an empty
    folder must never take the place of one with recordings on a disk that is away.
    """
    try:
        with config.open("rb") as stream:
            stated = tomllib.load(stream).get(_SECTION)
    except (OSError, tomllib.TOMLDecodeError):
        return None
    named = stated.get(_KEY) if isinstance(stated, dict) else None
    if not isinstance(named, str) or not named:
        return None
    folder = Path(named).expanduser()
    if not folder.is_dir():
        raise HomeMissing(
            f"The folder {folder}, where recordings are kept, is not there. Nothing was changed. "
            f"Connect its disk and start again, or name another in {config} ({FOLDER})."
        )
    return folder.absolute()

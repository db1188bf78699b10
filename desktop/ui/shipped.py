"""Where the files lie that are shipped beside the code: icons, fonts, translations, styles.

It owns that one folder, and reads nothing. `importlib.resources` would say the same, and take
longer to load than the window takes to find its files: they always lie unpacked, as Qt needs them.
"""

from pathlib import Path

import resources


def shipped(*names: str) -> Path:
    """The file, or folder, of these names below the package `resources`."""
    return Path(resources.__file__).parent.joinpath(*names)

"""Starting with the computer: one file in a folder that the system looks into after signing in.

Linux: a desktop entry in `~/.config/autostart` (freedesktop.org, Desktop Application Autostart);
macOS: a property list in `~/Library/LaunchAgents`; Windows: a script in the Startup folder.
"""

import os
import plistlib
import shlex
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from holdfast import durable
from holdfast.layout import Home

LABEL: Final = "org.holdfast.window"
_MODE: Final = 0o644


@dataclass(frozen=True, slots=True)
class Autostart:
    """The file for this user, whether it is there or not."""

    file: Path
    content: bytes

    @property
    def is_on(self) -> bool:
        """Whether the window starts with the computer."""
        return self.file.is_file()

    def switch(self, *, on: bool) -> None:
        """Have it start, or not, from now on. Raises OSError."""
        if on:
            durable.make_folder(self.file.parent)
            durable.write_replacing(self.file, self.content, _MODE)
        elif self.is_on:
            durable.remove(self.file)


def autostart(
    home: Home,
    environ: Mapping[str, str],
    user: Path,
    platform: str = sys.platform,
    program: str = sys.executable,
) -> Autostart:
    """How the window of this home is started with the computer; `user` is the user's folder."""
    words = [program, "-m", "holdfast", "app", "--tray"]
    if home.is_named:
        words += ["--home", str(home.root)]
    if platform == "darwin":
        return Autostart(user / "Library" / "LaunchAgents" / f"{LABEL}.plist", _agent(words))
    if platform == "win32":
        roaming = Path(environ.get("APPDATA") or user / "AppData" / "Roaming")
        startup = roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs" / "Startup"
        return Autostart(startup / "Holdfast.cmd", _script(words))
    config = Path(environ.get("XDG_CONFIG_HOME") or user / ".config")
    return Autostart(config / "autostart" / "holdfast.desktop", _entry(words))


def own_autostart(home: Home) -> Autostart:
    """That of whoever is signed in."""
    return autostart(home, os.environ, Path.home())


def _entry(words: Sequence[str]) -> bytes:
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=Holdfast",
        f"Exec={' '.join(_quoted(each) for each in words)}",
        "Icon=holdfast",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return ("\n".join(lines) + "\n").encode()


def _quoted(word: str) -> str:
    """As the Desktop Entry Specification quotes an argument of Exec."""
    escaped = word.replace("%", "%%")
    if shlex.quote(word) == word:
        return escaped
    for character in '\\"`$':
        escaped = escaped.replace(character, f"\\{character}")
    return f'"{escaped}"'.replace("\\", "\\\\")


def _agent(words: Sequence[str]) -> bytes:
    return plistlib.dumps({"Label": LABEL, "ProgramArguments": list(words), "RunAtLoad": True})


def _script(words: Sequence[str]) -> bytes:
    quoted = " ".join(f'"{each.replace("%", "%%")}"' for each in words)
    return f'@start "" {quoted}\r\n'.encode()

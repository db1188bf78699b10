"""A disk that travels between a device and a receiver in a test, by the very commands."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from holdfast.layout import Home
from holdfast.suitcase_layout import PackedRecording, SuitcaseFolder, suitcases_in
from server.admin_cli import admin
from uploader.cli import queue


@dataclass(frozen=True, slots=True)
class Disk:
    """A folder that stands for the disk."""

    path: Path

    def export(self, home: Home, *words: str) -> Result:
        """`holdfast queue export`, on the device."""
        return _run(queue, "export", str(self.path), "--home", str(home.root), *words)

    def bring_back(self, home: Home, *words: str) -> Result:
        """`holdfast queue import`, on the device."""
        return _run(queue, "import", str(self.path), "--home", str(home.root), *words)

    def take_in(self, data: Path, *words: str) -> Result:
        """`holdfast admin import`, at the receiver."""
        return _run(admin, "--data", str(data), "import", str(self.path), *words)

    def suitcases(self) -> list[SuitcaseFolder]:
        """Every suitcase on it."""
        return suitcases_in(self.path)

    def packed(self, recording: str) -> PackedRecording:
        """A recording in the one suitcase on it."""
        (suitcase,) = self.suitcases()
        return suitcase.packed(recording)

    def files(self) -> dict[str, bytes]:
        """Name -> content of everything on it."""
        return {
            str(path.relative_to(self.path)): path.read_bytes()
            for path in sorted(self.path.rglob("*"))
            if path.is_file()
        }


def printed(result: Result, exit_code: int = 0) -> Any:
    """The JSON that a command printed, which ended with this exit code."""
    assert result.exit_code == exit_code, result.output
    return json.loads(result.stdout)


def _run(group: Any, *words: str) -> Result:
    return CliRunner().invoke(group, words)


def pieces_of(packed: PackedRecording) -> list[Path]:
    """The files that a packed recording's media travel in, in order."""
    return sorted(packed.path.glob("0*"))

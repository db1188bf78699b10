"""A folder's checksums in the form that `sha256sum -c` checks, without Holdfast.

One line a file: the SHA-256 in hex, two spaces, the path from the folder with slashes.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from holdfast import durable
from holdfast.jsonform import FormatError

NAME: Final = "SHA256SUMS"


def read_sums(folder: Path) -> dict[str, str]:
    """Path -> SHA-256; nothing where there is no list yet. Raises FormatError, OSError."""
    try:
        lines = (folder / NAME).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError as error:
        raise FormatError(f"{folder / NAME} is no list of checksums") from error
    return dict(_line(line, folder) for line in lines)


def _line(line: str, folder: Path) -> tuple[str, str]:
    sha256, _, path = line.partition("  ")
    if len(sha256) != 64 or not path:
        raise FormatError(f"{folder / NAME} has a line that is no checksum: {line[:100]!r}")
    return path, sha256


def write_sums(folder: Path, sums: Mapping[str, str]) -> None:
    """Replace the list, durably."""
    text = "".join(f"{sums[path]}  {path}\n" for path in sorted(sums))
    durable.write_replacing(folder / NAME, text.encode())


def differing(folder: Path, sums: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Read every file of the list; each that is missing or has changed, and which of the two."""
    for path in sorted(sums):
        try:
            sha256 = durable.sha256_file(folder / path)
        except FileNotFoundError:
            yield path, "missing"
            continue
        if sha256 != sums[path]:
            yield path, "changed"

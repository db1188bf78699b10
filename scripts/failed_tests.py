"""Prints the tests that failed last, one a line, as pytest's cache in a folder has them.

It runs nothing.
"""

import json
import sys
from pathlib import Path


def failed(cache: Path) -> list[str]:
    """The names of the tests, as pytest takes them."""
    try:
        return sorted(json.loads((cache / "v" / "cache" / "lastfailed").read_text("utf-8")))
    except FileNotFoundError:
        return []


if __name__ == "__main__":
    for name in failed(Path(sys.argv[1])):
        print(name)

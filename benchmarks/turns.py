"""Peers take turns: each runs once a round, every other round in the other order, in a folder that
is empty, on a disk that has nothing left to write. It measures nothing itself."""

import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

_Found = TypeVar("_Found")
_SETTLE_S: Final = 1.0


def in_turns(
    peers: Mapping[str, Callable[[Path], _Found]], folder: Path, rounds: int
) -> dict[str, list[_Found]]:
    """What each peer showed, round by round; each is given an empty folder. Raises what they do."""
    found: dict[str, list[_Found]] = {name: [] for name in peers}
    order = list(peers)
    for _ in range(rounds):
        for name in order:
            with empty_folder(folder / "run") as place:
                found[name].append(peers[name](place))
        order.reverse()
    return found


@contextmanager
def empty_folder(place: Path) -> Iterator[Path]:
    """This folder, made anew; afterwards it is gone."""
    place.mkdir()
    os.sync()
    time.sleep(_SETTLE_S)
    try:
        yield place
    finally:
        shutil.rmtree(place)

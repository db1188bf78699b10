"""Small pictures of a whole recording in one file, for whoever moves along its time line."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Final

import numpy as np

from holdfast.jsonform import FORMAT_VERSION
from server.jobs.film_source import (
    Film,
    films_of,
    length_s,
    opened,
    picture_track,
    shown_at,
)
from server.jobs.frames import Decoding, Pixels, Progress, jpeg, pictures_at, upright
from server.jobs.kinds import Made, Task
from server.jobs.making import made_of
from server.jobs.parts import CannotSucceed

TILES_MOST: Final = 100
COLUMNS: Final = 10
TILE: Final = (160, 160)
EVERY_LEAST_S: Final = 1.0

Tile = tuple[float, Pixels]
"""When the picture was shown, seconds of the recording's clock, and the small picture."""


def make(task: Task) -> Made:
    """`derived/sprite.jpg`: tile n, row by row, shows the recording at n times `every_s`.

    Raises CannotSucceed, NoRoom, FFmpegError, OSError.
    """
    films = films_of(task.folder)
    every_s, times_s = places(length_s(films))
    found: dict[float, Tile] = {}
    damaged = 0
    for film in films:
        own_s = [time_s for time_s in times_s if shown_at(films, time_s) is film]
        done = len(found)

        def told(share: float, done: int = done, own: int = len(own_s)) -> None:
            task.told((done + share * own) / len(times_s))

        if own_s:
            tiles, lost = _tiles_of(film, own_s, told)
            found |= tiles
            damaged += lost
    if not found:
        raise CannotSucceed("No picture of the film could be decoded.")
    tiles_in_order = list(_without_holes(found, times_s))
    sheet, width, height = _sheet([pixels for _, pixels in tiles_in_order])
    piece = made_of(task, task.folder.sprite, jpeg(sheet, 70))
    facts = {
        "format_version": FORMAT_VERSION,
        "columns": min(COLUMNS, len(times_s)),
        "rows": ceil(len(times_s) / COLUMNS),
        "tile_width": width,
        "tile_height": height,
        "tiles": len(times_s),
        "every_s": every_s,
        "times_s": [time_s for time_s, _ in tiles_in_order],
        "damaged_packets": damaged,
    }
    return Made((piece,), facts)


def places(duration_s: float) -> tuple[float, list[float]]:
    """The distance of two tiles in seconds, and the time of each."""
    every_s = max(EVERY_LEAST_S, round(duration_s / TILES_MOST, 3))
    count = max(1, min(TILES_MOST, ceil(duration_s / every_s)))
    return every_s, [round(number * every_s, 3) for number in range(count)]


def _tiles_of(film: Film, times_s: list[float], told: Progress) -> tuple[dict[float, Tile], int]:
    """Tiles of one film by their places on the recording's clock, and how many packets are
    damaged."""
    within_s = [max(0.0, time_s - film.begins_s) for time_s in times_s]
    with opened(film) as container:
        decoding = Decoding(container, picture_track(container))
        tiles = {
            times_s[number]: (round(film.begins_s + shown_s, 3), upright(picture, *TILE))
            for number, shown_s, picture in pictures_at(decoding, within_s, told)
        }
        return tiles, decoding.damaged


def _without_holes(found: Mapping[float, Tile], times_s: Sequence[float]) -> Iterator[Tile]:
    """A tile for each time: what a damaged film does not have shows what came before it."""
    tile = found[min(found)]
    for time_s in times_s:
        tile = found.get(time_s, tile)
        yield tile


def _sheet(tiles: list[Pixels]) -> tuple[Pixels, int, int]:
    """All tiles in rows, each in the middle of a place that is large enough for any."""
    height = max(each.shape[0] for each in tiles)
    width = max(each.shape[1] for each in tiles)
    rows, columns = ceil(len(tiles) / COLUMNS), min(COLUMNS, len(tiles))
    sheet = np.zeros((rows * height, columns * width, 3), np.uint8)
    for number, tile in enumerate(tiles):
        top = number // COLUMNS * height + (height - tile.shape[0]) // 2
        left = number % COLUMNS * width + (width - tile.shape[1]) // 2
        sheet[top : top + tile.shape[0], left : left + tile.shape[1]] = tile
    return sheet, width, height

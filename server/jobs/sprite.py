"""Small pictures of the whole film in one file, for whoever moves along its time line."""

from math import ceil
from typing import Final

import numpy as np

from holdfast.jsonform import FORMAT_VERSION
from server.jobs.film_source import Film, film_of, opened, picture_track
from server.jobs.frames import Decoding, Pixels, jpeg, pictures_at, upright
from server.jobs.kinds import Made, Task
from server.jobs.making import made_of
from server.jobs.parts import CannotSucceed

TILES_MOST: Final = 100
COLUMNS: Final = 10
TILE: Final = (160, 160)
EVERY_LEAST_S: Final = 1.0


def make(task: Task) -> Made:
    """`derived/sprite.jpg`: tile n, row by row, shows the film at n times `every_s`.

    Raises CannotSucceed, NoRoom, FFmpegError, OSError.
    """
    film = film_of(task.folder)
    every_s, times_s = places(film)
    tiles: list[Pixels] = []
    shown_s: list[float] = []
    with opened(film) as container:
        decoding = Decoding(container, picture_track(container))
        for time_s, picture in pictures_at(decoding, times_s, task.told):
            tiles.append(upright(picture, *TILE))
            shown_s.append(round(time_s, 3))
    if not tiles:
        raise CannotSucceed("No picture of the film could be decoded.")
    sheet, width, height = _sheet(tiles)
    piece = made_of(task, task.folder.sprite, jpeg(sheet, 70))
    facts = {
        "format_version": FORMAT_VERSION,
        "columns": min(COLUMNS, len(tiles)),
        "rows": ceil(len(tiles) / COLUMNS),
        "tile_width": width,
        "tile_height": height,
        "tiles": len(tiles),
        "every_s": every_s,
        "times_s": shown_s,
        "damaged_packets": decoding.damaged,
    }
    return Made((piece,), facts)


def places(film: Film) -> tuple[float, list[float]]:
    """The distance of two tiles in seconds, and the time of each."""
    every_s = max(EVERY_LEAST_S, round(film.duration_s / TILES_MOST, 3))
    count = max(1, min(TILES_MOST, ceil(film.duration_s / every_s)))
    return every_s, [round(number * every_s, 3) for number in range(count)]


def _sheet(tiles: list[Pixels]) -> tuple[Pixels, int, int]:
    height, width = tiles[0].shape[:2]
    rows, columns = ceil(len(tiles) / COLUMNS), min(COLUMNS, len(tiles))
    sheet = np.zeros((rows * height, columns * width, 3), np.uint8)
    for number, tile in enumerate(tiles):
        top, left = number // COLUMNS * height, number % COLUMNS * width
        # A film may change its size on the way; a tile never does.
        own = tile[:height, :width]
        sheet[top : top + own.shape[0], left : left + own.shape[1]] = own
    return sheet, width, height

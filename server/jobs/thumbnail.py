"""A recording's picture for lists: the first of a few places where there is something to see."""

from typing import Final

import numpy as np

from holdfast.jsonform import FORMAT_VERSION
from server.jobs.film_source import film_of, opened, picture_track
from server.jobs.frames import Decoding, Pixels, jpeg, upright
from server.jobs.kinds import Made, Task
from server.jobs.making import made_of
from server.jobs.parts import CannotSucceed

SIZE: Final = (640, 360)
PLACES: Final = (0.1, 0.25, 0.5, 0.75, 0.0)
"""Shares of the film's length: people are seldom ready in its first second."""
CONTRAST_LEAST: Final = 8.0
"""Standard deviation of grey levels; a covered lens has under 3, a person before a wall over 20."""


def make(task: Task) -> Made:
    """`derived/thumbnail.jpg`. Raises CannotSucceed, NoRoom, FFmpegError, OSError."""
    film = film_of(task.folder)
    best: tuple[float, float, Pixels] | None = None
    with opened(film) as container:
        decoding = Decoding(container, picture_track(container))
        for number, place in enumerate(PLACES):
            task.told(number / len(PLACES))
            found = decoding.at(place * film.duration_s)
            if found is None:
                continue
            pixels = upright(found[1], *SIZE)
            contrast = float(np.std(pixels))
            if best is None or contrast > best[0]:
                best = (contrast, found[0], pixels)
            if contrast >= CONTRAST_LEAST:
                break
    if best is None:
        raise CannotSucceed("No picture of the film could be decoded.")
    _, at_s, pixels = best
    piece = made_of(task, task.folder.thumbnail, jpeg(pixels))
    facts = {
        "format_version": FORMAT_VERSION,
        "at_s": round(at_s, 3),
        "width": pixels.shape[1],
        "height": pixels.shape[0],
    }
    return Made((piece,), facts)

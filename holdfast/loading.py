"""Loads what a process needs for its whole life. It knows nothing of what that is."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """What comes to be in here stays: it is not looked through for garbage, now or later."""
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()

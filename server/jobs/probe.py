"""Decodes both ends of what was assembled: the evidence behind the light *playable*."""

from collections.abc import Callable

from holdfast.jsonform import Json
from holdfast.layout import ReceivedRecording


def probe(folder: ReceivedRecording, progress: Callable[[float], None]) -> Json:
    raise NotImplementedError

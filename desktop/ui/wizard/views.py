"""What the pages of the first start show, as frozen values; a page decides nothing. Pure."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from desktop.ui.device_choice import Entry
from desktop.ui.views import MeterView, PreviewView, Tone

Way = Literal["elsewhere", "here", "later"]
WayOn = Literal["next", "skip", "finish"]
LightState = Literal["on", "works", "waits", "later"]


class Page(IntEnum):
    """The pages, in their order."""

    STORAGE = 0
    DEVICES = 1
    RECEIVER = 2
    REHEARSAL = 3


@dataclass(frozen=True, slots=True)
class FrameView:
    """What stands around the page: the steps, and which buttons do something."""

    page: Page
    can_go_back: bool
    can_go_on: bool
    on: WayOn = "next"
    is_busy: bool = False


@dataclass(frozen=True, slots=True)
class StorageView:
    """The folder, its room, and a sentence about it."""

    folder: str
    room: str
    room_line: str
    tone: Tone
    sentence: str
    can_choose: bool
    used_share: int = 0
    """Of the disk that is in use, in thousandths."""


@dataclass(frozen=True, slots=True)
class DevicesView:
    """What can be chosen, what is chosen, and what it gives."""

    cameras: tuple[Entry, ...]
    microphones: tuple[Entry, ...]
    really: str
    """What the camera gives, measured; empty until it is open."""
    note: str
    is_looking: bool
    preview: PreviewView
    meter: MeterView


@dataclass(frozen=True, slots=True)
class ReceiverView:
    """Which way was chosen, and how it went."""

    way: Way
    is_busy: bool
    is_connected: bool
    title: str
    sentence: str
    tone: Tone
    can_open_page: bool = False


@dataclass(frozen=True, slots=True)
class LightRow:
    """One of the four lights with what it means."""

    name: str
    state: LightState
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class RehearsalView:
    """The lights, what happens now, and what can be pressed."""

    lights: tuple[LightRow, ...]
    sentence: str
    detail: str
    tone: Tone
    can_start: bool
    was_run: bool
    preview: PreviewView
    meter: MeterView

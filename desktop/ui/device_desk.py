"""Choosing devices: looks for them off the thread of Qt, shows the dialog, tells what is chosen.

It holds what is asked for of each camera now. What the station does with a choice is not its
business.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.choosing import Choose
from desktop.recording.choice import SourceKind, kind_of
from desktop.recording.devices import Devices
from desktop.recording.errors import RecordingError
from desktop.recording.model import CaptureRequest
from desktop.ui.device_choice import SCENES, Place, device_choice
from desktop.ui.device_dialog import DeviceDialog
from desktop.ui.facts import Facts
from desktop.ui.views import ChooseWhat


class DeviceDesk(QObject):
    """Lives on the thread of Qt."""

    chosen = Signal(int, object)
    """For which camera, 0 the first, and a `Choose`."""
    _found = Signal(object)

    def __init__(self, captures: Sequence[CaptureRequest]) -> None:
        super().__init__()
        self.captures = tuple(captures)
        """What is asked for, the first camera's first."""
        self._with_scene = any(each.source in SCENES for each in captures)
        self._look: Callable[[], Devices] | None = None
        self._is_looking = False
        self._devices: Devices | None = None
        self._place = 0
        self._facts: Facts | None = None
        self._dialog: DeviceDialog | None = None
        self._found.connect(self._have_found)

    def ask(self, parent: QWidget, what: ChooseWhat, look: Callable[[], Devices]) -> None:
        """Show the devices that there are; `look` finds them, and may take seconds."""
        self._look = look
        self._place = what.camera
        if self._dialog is None:
            dialog = self._dialog = DeviceDialog(parent)
            dialog.look_pressed.connect(self._look_again)
            dialog.place_chosen.connect(self._show_place)
            dialog.chosen.connect(self._choose)
        self._look_again()
        self._dialog.ask(what.device)

    @property
    def dialog(self) -> DeviceDialog | None:
        """The dialog, once somebody has asked for it."""
        return self._dialog

    def show_facts(self, facts: Facts) -> None:
        """Show what is in use now."""
        self._facts = facts
        if self._dialog is not None and self._dialog.isVisible():
            self._show()

    def close(self) -> None:
        """Take the dialog away."""
        if self._dialog is not None:
            self._dialog.close()

    def _look_again(self) -> None:
        if not self._is_looking:
            self._is_looking = True
            threading.Thread(target=self._find, name="devices", daemon=True).start()
        self._show()

    def _find(self) -> None:
        assert self._look is not None
        self._found.emit(self._look())

    def _have_found(self, devices: Devices) -> None:
        self._devices, self._is_looking = devices, False
        self._show()

    def _show_place(self, place: int) -> None:
        self._place = place
        self._show()

    def _show(self) -> None:
        if self._dialog is None or self._facts is None:
            return
        view = device_choice(
            self._devices,
            self._places(self._facts),
            self._place,
            recording=self._facts.is_active,
            with_scene=self._with_scene,
            looking=self._is_looking,
        )
        self._dialog.show_view(view)

    def _places(self, facts: Facts) -> list[Place]:
        pairs = zip(self.captures, facts.recorders, strict=True)
        return [
            Place(capture.source, capture.audio, facts.name_of(number), recorder)
            for number, (capture, recorder) in enumerate(pairs)
        ]

    def _choose(self, place: int, choice: Choose) -> None:
        captures = list(self.captures)
        before = captures[place]
        captures[place] = replace(
            before, source=choice.source or before.source, audio=choice.audio or before.audio
        )
        self.captures = tuple(captures)
        self.chosen.emit(place, choice)


def is_mirrored(source: str) -> bool:
    """Whether the preview is mirrored: people expect a mirror of a camera, and of nothing else."""
    try:
        return kind_of(source) is SourceKind.CAMERA
    except RecordingError:
        return False

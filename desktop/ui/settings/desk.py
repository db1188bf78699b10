"""The settings window at work: reads, keeps and puts back, off the thread of Qt.

What a value may be is `desktop/all_settings.py`'s; what holds at once is told to whoever it
concerns.
"""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop import all_settings, enrolling
from desktop.all_settings import UPLOADING, Values
from desktop.autostart import Autostart
from desktop.operator_pin import hash_of
from desktop.recording.devices import Devices, list_devices
from desktop.ui import device_texts, sentences
from desktop.ui.device_choice import NO_SOUND
from desktop.ui.retelling import retell
from desktop.ui.settings import texts
from desktop.ui.settings.fields import FIELDS, Tab
from desktop.ui.settings.window import SettingsWindow
from desktop.ui.theme import Tokens
from desktop.ui.wizard.receiver_desk import ReceiverDesk
from desktop.ui.words import tr
from desktop.window_settings import KIOSK_CAMERA, KIOSK_MICROPHONE, PIN
from holdfast.command import reason_of
from holdfast.layout import Home
from holdfast.settings_table import SettingError

SCHEME = "appearance.scheme"


class SettingsDesk(QObject):
    """Lives on the thread of Qt."""

    scheme_changed = Signal(str)
    sending_changed = Signal()
    folder_pressed = Signal()
    devices_pressed = Signal()
    log_pressed = Signal()
    bundle_pressed = Signal()
    about_pressed = Signal()
    _read = Signal(object)
    _found = Signal(object)
    _kept = Signal(str, str)
    """A setting's name, and what was wrong; empty where it was kept."""

    def __init__(
        self,
        home: Home,
        environ: Mapping[str, str],
        autostart: Autostart,
        receiver: ReceiverDesk,
        look: Callable[[], Devices] = list_devices,
    ) -> None:
        """`look` finds the devices that there are, and may take seconds."""
        super().__init__()
        self._home = home
        self._environ = environ
        self._autostart = autostart
        self._receiver = receiver
        self._look = look
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="settings")
        self._values: Values | None = None
        self._parent: QWidget | None = None
        self._tokens: Tokens | None = None
        self.window: SettingsWindow | None = None
        self._read.connect(self._show)
        self._kept.connect(self._have_kept)
        self._found.connect(self._offer)

    def attach(self, parent: QWidget, tokens: Tokens) -> None:
        """The window belongs to `parent`."""
        self._parent, self._tokens = parent, tokens

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        self._tokens = tokens
        if self.window is not None:
            self.window.set_tokens(tokens)

    def ask(self, tab: Tab = Tab.GENERAL) -> None:
        """Show the settings as they stand now."""
        if self.window is None:
            self.window = self._make_window()
        self._read_again()
        self.window.ask(tab)

    def close(self) -> None:
        """Take the window away, and end what runs."""
        window, self.window = self.window, None
        if window is not None:
            window.close()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _make_window(self) -> SettingsWindow:
        assert self._tokens is not None, "attach comes first"
        defaults = {each.name: all_settings.setting(each.name).default for each in FIELDS}
        window = SettingsWindow(self._parent, self._tokens, defaults, enrolling.own_name())
        window.home.setText(str(self._home.root))
        window.entered.connect(self.keep)
        window.put_back.connect(self.put_back)
        window.pin_entered.connect(self.set_pin)
        window.autostart_toggled.connect(self.switch_autostart)
        window.folder_pressed.connect(self.folder_pressed)
        window.devices_pressed.connect(self.devices_pressed)
        window.log_pressed.connect(self.log_pressed)
        window.bundle_pressed.connect(self.bundle_pressed)
        window.about_pressed.connect(self.about_pressed)
        window.kiosk_shown.connect(self._look_for_devices)
        self._receiver.attach(window.receiver, window, self._tokens)
        return window

    def _look_for_devices(self) -> None:
        self._threads.submit(lambda: self._found.emit(self._look()))

    def _offer(self, found: Devices) -> None:
        if self.window is None:
            return
        cameras = {each.id: each.name for each in found.cameras}
        microphones = {each.name: each.name for each in found.microphones}
        self.window.rows[KIOSK_CAMERA.name].offer(cameras)
        self.window.rows[KIOSK_MICROPHONE.name].offer(
            {**microphones, NO_SOUND: tr(device_texts.NO_SOUND_WANTED)}
        )

    def keep(self, name: str, value: Any) -> None:
        """Write one setting down."""
        file, environ = self._home.config, self._environ
        self._try(name, lambda: all_settings.write(file, environ, name, value))

    def put_back(self, name: str) -> None:
        """Have it be what it is by itself."""
        file, environ = self._home.config, self._environ
        self._try(name, lambda: all_settings.put_back(file, environ, name))

    def set_pin(self, pin: str) -> None:
        """Keep the hash of a new PIN, or with nothing none."""
        file, environ = self._home.config, self._environ
        self._try(
            PIN.name,
            lambda: all_settings.write(file, environ, PIN.name, hash_of(pin) if pin else ""),
        )

    def switch_autostart(self, on: bool) -> None:
        """Start with the computer, or not."""
        self._try("", lambda: self._autostart.switch(on=on))

    def _try(self, name: str, change: Callable[[], None]) -> None:
        def tried() -> None:
            why = ""
            try:
                change()
            except OSError as error:
                why = reason_of(error)
            except SettingError as error:
                why = str(error)
            self._kept.emit(name, why)

        self._threads.submit(tried)

    def _have_kept(self, name: str, why: str) -> None:
        if self.window is None:
            return
        if why:
            self._say(name, tr(texts.NOT_SAVED).format(why=retell(why)))
            return
        if name.startswith(UPLOADING):
            self.sending_changed.emit()
        self._read_again()

    def _say(self, name: str, sentence: str) -> None:
        if self.window is None:
            return
        if name in self.window.rows:
            self.window.rows[name].show_trouble(sentence)
        elif name == PIN.name:
            self.window.kiosk.show_trouble(sentence)
        else:
            self.window.autostart.setToolTip(sentence)

    def _read_again(self) -> None:
        def read() -> None:
            try:
                self._read.emit(all_settings.read(self._home.config, self._environ))
            except SettingError as error:
                self._read.emit(str(error))

        self._threads.submit(read)

    def _show(self, values: Values | str) -> None:
        window = self.window
        if window is None:
            return
        if isinstance(values, str):
            for row in window.rows.values():
                row.show_trouble(retell(values))
            return
        before, self._values = self._values, values
        for name, row in window.rows.items():
            fixed = values.fixed.get(name)
            row.show_value(
                values.current[name],
                is_default=values.is_default(name),
                fixed=sentences.fixed_by(fixed) if fixed else "",
            )
        window.kiosk.show_set(is_set=bool(values.current[PIN.name]))
        window.autostart.setChecked(self._autostart.is_on)
        if before is not None and before.current[SCHEME] != values.current[SCHEME]:
            self.scheme_changed.emit(values.current[SCHEME])

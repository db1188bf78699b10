"""Settings and help in one place: what the menus of window and tray lead to.

It joins the two desks and tells the app what it has to do itself: another look, a restart.
"""

import os
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.autostart import own_autostart
from desktop.enrolling import enrolled_at
from desktop.own_receiver import OwnReceiver
from desktop.ui.help.desk import HelpDesk
from desktop.ui.ports import PreviewReader
from desktop.ui.settings.desk import SettingsDesk
from desktop.ui.theme import Tokens
from desktop.ui.views import PreviewView
from desktop.ui.wizard.asking import Asking
from desktop.ui.wizard.receiver_desk import ReceiverDesk
from desktop.ui.wizard.scanning import TappedReader
from desktop.window_settings import load_window_settings
from holdfast.clock import Clock
from holdfast.layout import Home


class StaffDesk(QObject):
    """Lives on the thread of Qt."""

    def __init__(
        self,
        home: Home,
        clock: Clock,
        reader: Callable[[], PreviewReader | None],
        own: OwnReceiver | None = None,
    ) -> None:
        """`reader` gives the first camera's picture, for an invitation that is held up; `own` is
        the receiver on this computer, if there is one.
        """
        super().__init__()
        self.receiver = ReceiverDesk(
            lambda: home, lambda at: _own(at, clock), clock, Asking(), TappedReader(reader)
        )
        self.receiver.show_preview(_PLAIN)
        self.receiver.know(enrolled_at(home), own)
        self.settings = SettingsDesk(home, os.environ, own_autostart(home), self.receiver)
        self.help = HelpDesk(home, clock)
        self.settings.log_pressed.connect(self.help.show_log)
        self.settings.bundle_pressed.connect(self.help.show_bundle)
        self.settings.about_pressed.connect(self.help.show_about)

    def attach(self, parent: QWidget, tokens: Tokens) -> None:
        """Their windows belong to `parent`."""
        self.settings.attach(parent, tokens)
        self.help.attach(parent, tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        self.settings.set_tokens(tokens)
        self.help.set_tokens(tokens)

    def close(self) -> None:
        """Take all of it away. A receiver that was started here ends, too."""
        self.settings.close()
        self.help.close()
        self.receiver.close()


_PLAIN = PreviewView(
    recording=False,
    badge="",
    badge_waiting=False,
    footer="",
    icon="camera-off",
    title="",
    sentence="",
    can_retry=False,
    wants_picture=True,
)


def _own(home: Home, clock: Clock) -> OwnReceiver:
    return OwnReceiver(home, clock, load_window_settings(home.config, os.environ).own_receiver_port)

"""Where plain threads meet the kiosk: as for the window, and the visit's state besides."""

from PySide6.QtCore import Signal

from desktop.ui.bridge import Bridge


class KioskBridge(Bridge):
    """What comes from other threads, with the visit's state."""

    flow = Signal(object)

"""How large everything at the kiosk is: as designed, or smaller where the screen has less room.

Nobody scrolls at a kiosk: what a page needs is on the screen, also on a small one at 200 %.
"""

import os
import sys
from typing import Final

from PySide6.QtWidgets import QApplication

LEAST: Final = (1152, 800)
"""What the pages need in the longest language, in pixels of their own."""
FACTOR: Final = "QT_SCALE_FACTOR"


def factor_for(width: int, height: int) -> float:
    """By how much everything has to shrink on a screen of so many of Qt's pixels; 1 for not."""
    return min(1.0, width / LEAST[0], height / LEAST[1])


def fitting_application() -> QApplication:
    """The application that runs already, or one as small as this screen needs it.

    Qt reads the factor once, when an application begins, and knows the screen only from then on:
    so on a small screen the first one looks, and the second one is the kiosk's. To be called before
    anything else of Qt is made: the end of the first would take it along.
    """
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication(sys.argv[:1])
    size = app.primaryScreen().size()
    factor = factor_for(size.width(), size.height())
    if factor == 1:
        return app
    app.shutdown()
    del app
    os.environ[FACTOR] = str(factor * float(os.environ.get(FACTOR) or 1))
    return QApplication(sys.argv[:1])

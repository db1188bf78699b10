"""What tests of the window share: a real screen of air, and a scheme for the widgets."""

import gc
import itertools
import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication

from desktop.ui import theme
from desktop.ui.theme import LIGHT, Tokens

TESTS_PER_COLLECTION = 10
_ended = itertools.count(1)


@pytest.fixture(autouse=True)
def _garbage_of_qt_dies_here() -> Iterator[None]:
    # Left in a cycle, a widget of this test would be collected by whichever thread a later test
    # runs, and a Qt object that dies on a thread of its own takes the process with it.
    gc.disable()
    yield
    if QApplication.instance() is not None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    # Not after each: to look through everything that is alive takes as long as many a test.
    if next(_ended) % TESTS_PER_COLLECTION == 0:
        gc.collect()


@pytest.fixture(scope="package", autouse=True)
def _garbage_is_collected_after_the_last() -> Iterator[None]:
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _numbers_of_no_country() -> None:
    # Whatever country this computer is set to, or an earlier test spoke of.
    QLocale.setDefault(QLocale.c())


@pytest.fixture(scope="session")
def tokens(qapp: QApplication) -> Tokens:
    """The light scheme, applied to the application of the tests."""
    theme.load_fonts()
    theme.apply(qapp, "light")
    return LIGHT


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """The environment of a process that has an empty X screen of 1280 x 800 for itself."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait(timeout=10)


def needs(*programs: str) -> None:
    """Skip, visibly, where a program is not installed."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        pytest.skip(f"{', '.join(missing)} not installed (scripts/system-packages.sh test)")

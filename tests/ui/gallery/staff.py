"""Settings and help with what they usually show, ready to be looked at."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop import all_settings
from desktop.licences import Part
from desktop.log_reader import LogLine
from desktop.ui.help import texts as help_texts
from desktop.ui.help.about_dialog import AboutDialog
from desktop.ui.help.bundle_dialog import BundleDialog, Item
from desktop.ui.help.fault_dialog import FaultDialog
from desktop.ui.help.log_window import LogWindow
from desktop.ui.settings.fields import FIELDS, Tab
from desktop.ui.settings.window import SettingsWindow
from desktop.ui.theme import Tokens
from desktop.ui.wizard import presenter
from desktop.ui.wizard.presenter import Receiver
from desktop.ui.words import tr

DATA = (
    r"/home/[\w/.]+",
    r"Deutsch",
    r"Español",
    r"\d{4}-\d\d-\d\dT[\d:.]+Z \w+ [\w.]+: .*",
    r"(desktop|uploader)\.\w+",
    r"(the station is open|HD Webcam is open|the receiver is away|nobody caught this)",
    r"Trace",
    r"BSD-3-Clause",
    r"Inter 4",
    r"SIL Open Font License 1\.1",
)
NOWHERE = Path("/nonexistent/config.toml")
DEFAULTS = {each.name: all_settings.setting(each.name).default for each in FIELDS}
LINES = (
    LogLine("2026-11-21T09:02:11.120Z", "info", "desktop.station", "the station is open"),
    LogLine("2026-11-21T09:02:13.007Z", "info", "desktop.supervisor", "HD Webcam is open"),
    LogLine("2026-11-21T09:14:40.551Z", "warning", "uploader.worker", "the receiver is away"),
    LogLine("2026-11-21T09:15:02.313Z", "error", "desktop.window", "nobody caught this", "Trace\n"),
)
ITEMS = (
    Item("versions.json", 4_237),
    Item("settings.toml", 66),
    Item("queue.json", 18_033),
    Item("logs/app.log", 812_411),
    Item("logs/app.log.1", 2_000_000),
)
PARTS = (
    Part("av", "18.1.0", "BSD-3-Clause", "Redistribution and use are permitted.\n" * 12),
    Part("Inter", "4", "SIL Open Font License 1.1", "This Font Software is licensed under…"),
)
FAULT = 'Traceback (most recent call last):\n  File "meter.py", line 84, in paintEvent\nValueError'


def settings(tokens: Tokens, tab: Tab) -> SettingsWindow:
    """The settings as they are by themselves, but for a speed limit."""
    window = SettingsWindow(None, tokens, DEFAULTS, "Lab kiosk 2")
    values = all_settings.read(NOWHERE, {"HOLDFAST_UPLOADER__LIMIT_RATE_KB_S": "400"})
    for name, row in window.rows.items():
        row.show_value(values.current[name], is_default=values.is_default(name), fixed="")
    window.home.setText("/home/lab/.local/share/holdfast")
    window.kiosk.show_set(is_set=True)
    window.receiver.show_view(presenter.receiver_view(Receiver(url="https://lab.example.org")))
    window.tabs.setCurrentRow(tab)
    return window


def bundle(tokens: Tokens) -> BundleDialog:
    """What would go in, before it is saved."""
    made = BundleDialog(None, tokens)
    made.show_items(ITEMS, "holdfast-diagnostics.zip")
    return made


def log(tokens: Tokens) -> LogWindow:
    """A log of four lines."""
    made = LogWindow(None, tokens)
    made.show_lines(LINES)
    return made


def fault(tokens: Tokens) -> FaultDialog:
    """A defect in a part of the window."""
    made = FaultDialog(None, tokens)
    made.tell(tr(help_texts.FAULT_TITLE), tr(help_texts.FAULT_SENTENCE), FAULT)
    return made


def crash(tokens: Tokens) -> FaultDialog:
    """The run before ended without a word."""
    made = FaultDialog(None, tokens)
    title = tr(help_texts.CRASH_TITLE).format(time="14:06")
    made.tell(title, tr(help_texts.CRASH_SENTENCE), restarts=False)
    return made


def pages(tokens: Tokens) -> Iterator[tuple[str, QWidget]]:
    """Every page, by the name of its picture."""
    for tab in Tab:
        yield f"settings-{tab.name.lower()}", settings(tokens, tab)
    yield "help-log", log(tokens)
    yield "help-bundle", bundle(tokens)
    yield "help-fault", fault(tokens)
    yield "help-crash", crash(tokens)
    yield "help-about", AboutDialog(None, PARTS)

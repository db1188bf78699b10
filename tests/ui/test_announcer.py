"""What somebody hears who does not see the window."""

import pytest

from desktop.ui import main_window
from desktop.ui.announcer import Announcer
from desktop.ui.theme import Tokens
from desktop.ui.views import Banner, MarksView, PausedView, WindowView
from tests.ui.station_script import READY
from tests.ui.test_window import RECORDING, view

PAUSED = PausedView("0:12", "The recording's clock goes on: 0:20", "Nothing is recorded.", False)
FULL = Banner("danger", "disk", "The disk is nearly full.", "Space for 3 minutes left.")


def said(*views: WindowView) -> list[tuple[str, bool]]:
    heard: list[tuple[str, bool]] = []
    announcer = Announcer(lambda words, urgent: heard.append((words, urgent)))
    for each in views:
        announcer.hear(each)
    return heard


def test_the_first_view_and_the_same_again_are_no_news() -> None:
    assert said(view(READY), view(READY)) == []


def test_recording_begins_pauses_goes_on_and_ends() -> None:
    recording = view(*RECORDING)
    paused = recording._replace(paused=PAUSED)

    assert said(view(READY), recording, paused, recording, view(READY)) == [
        ("Recording has begun.", False),
        ("The recording is paused.", False),
        ("Recording goes on.", False),
        ("Recording has ended.", False),
    ]


def test_a_running_clock_is_not_said() -> None:
    later = view(*RECORDING)._replace(preview=view(*RECORDING).preview._replace(badge="REC 0:43"))

    assert said(view(*RECORDING), later) == []


def test_a_mark_and_a_banner_are_said_once() -> None:
    marked = view(*RECORDING)._replace(marks=MarksView(last=("Mark 1 at 00:07:42",)))
    warned = marked._replace(banner=FULL)

    assert said(view(*RECORDING), marked, warned, warned) == [
        ("Mark 1 at 00:07:42", False),
        ("The disk is nearly full. Space for 3 minutes left.", True),
    ]


def test_the_window_says_what_it_shows(tokens: Tokens, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(
        main_window, "to_screen_reader", lambda _window: lambda words, _urgent: heard.append(words)
    )
    window = main_window.MainWindow(tokens, lambda _camera: None, mirrored=[True])
    window.show_view(view(READY))
    window.show_view(view(*RECORDING))
    window.let_close()

    assert heard == ["Recording has begun."]

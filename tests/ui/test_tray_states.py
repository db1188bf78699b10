"""Which state the tray shows, how calm it stays, and the three notifications: pure functions."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from desktop.recording.disk import Rate
from desktop.ui import icons
from desktop.ui.facts import Facts
from desktop.ui.presenter import present
from desktop.ui.tray_calm import Calm, settled
from desktop.ui.tray_news import News, Told, news_of
from desktop.ui.views import TrayState
from tests.ui.station_script import ROOMY, queue_of, recording
from uploader.items import Hold, Network, QueueSnapshot, Step

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
WAITING = recording(1)
FAILED = recording(2, step=Step.FAILED, why="The receiver does not know this study.")
SENT = recording(3, step=Step.PLAYABLE)
ASIDE = replace(FAILED, hold=Hold.ASIDE)
ALL_SENT = queue_of(SENT)
OFFLINE = queue_of(WAITING, SENT, network=Network.OFFLINE, why="Offline since 14:02.")
REFUSED = replace(
    queue_of(WAITING, FAILED, network=Network.PAUSED, why="This computer is not allowed."),
    is_refused=True,
)


def facts(queue: QueueSnapshot | None, space_s: float | None = None) -> Facts:
    space = ROOMY
    if space_s is not None:
        rate = Rate(1_000_000.0, "last")
        space = replace(ROOMY, free_bytes=int(space_s * rate.bytes_s), rate=rate)
    return Facts(source="test", now=NOW, queue=queue, space=space, zone=UTC)


@pytest.mark.parametrize(
    ("queue", "state"),
    [
        (REFUSED, "stopped"),
        (queue_of(WAITING, FAILED, SENT, uploading=1), "attention"),
        (queue_of(WAITING, network=Network.PAUSED, why="Paused."), "paused"),
        (OFFLINE, "offline"),
        (queue_of(WAITING, network=Network.RECEIVER_UNREACHABLE, why="No."), "offline"),
        (queue_of(WAITING, SENT, uploading=1), "sending"),
        (queue_of(WAITING, SENT), "waiting"),
        (queue_of(ASIDE, SENT), "waiting"),
        (queue_of(ASIDE, SENT, network=Network.OFFLINE, why="Offline."), "waiting"),
        (queue_of(recording(4, step=Step.VERIFIED), SENT), "checking"),
        (ALL_SENT, "verified"),
        (queue_of(), "empty"),
        (None, "empty"),
    ],
)
def test_the_worst_state_wins(queue: QueueSnapshot | None, state: TrayState) -> None:
    assert present(facts(queue)).tray.state == state


def test_what_was_set_aside_is_not_sent_and_never_green() -> None:
    tray = present(facts(queue_of(ASIDE, SENT))).tray

    assert tray.sentence == "1 recording is set aside and not sent."
    assert tray.retry_label is None


def test_a_refused_computer_says_why_and_that_it_is_stopped() -> None:
    view = present(facts(REFUSED))

    assert view.tray.sentence == "Sending is stopped. This computer is not allowed."
    assert view.pill.text == "Sending is stopped"


def test_little_space_outranks_all_but_what_needs_a_person() -> None:
    little = present(facts(ALL_SENT, space_s=28 * 60)).tray

    assert little.state == "attention"
    assert little.sentence.startswith("Space for ")
    assert present(facts(REFUSED, space_s=28 * 60)).tray.state == "stopped"
    assert present(facts(ALL_SENT, space_s=45 * 60)).tray.state == "verified"


@pytest.mark.parametrize(
    ("queue", "label"),
    [
        (ALL_SENT, "Show queue…"),
        (OFFLINE, "Show queue (1 waiting)…"),
        (queue_of(WAITING, FAILED), "Show queue (2 waiting, 1 needs you)…"),
    ],
)
def test_the_menu_counts(queue: QueueSnapshot, label: str) -> None:
    assert present(facts(queue)).tray.queue_label == label


def test_every_state_has_an_icon() -> None:
    assert set(icons.TRAY_COLOURS) == set(icons.TRAY_GLYPHS) == set(get_args(TrayState))


# Calm -------------------------------------------------------------------------------------------


def shown(steps: Iterable[tuple[float, TrayState]], calm: Calm | None = None) -> list[TrayState]:
    calm = calm or Calm()
    found: list[TrayState] = []
    for now_s, state in steps:
        calm = settled(calm, state, now_s)
        found.append(calm.shown)
    return found


def test_a_short_stretch_of_sending_changes_no_icon() -> None:
    steps: list[tuple[float, TrayState]] = [
        (0, "paused"),
        (10, "sending"),
        (12, "sending"),
        (13, "sending"),
        (14, "paused"),
    ]
    assert shown(steps) == ["paused", "waiting", "waiting", "sending", "paused"]


def test_contact_that_is_lost_for_seconds_changes_no_icon() -> None:
    steps: list[tuple[float, TrayState]] = [
        (0, "sending"),
        (3, "sending"),
        (10, "offline"),
        (60, "offline"),
        (61, "sending"),
        (64, "sending"),
        (70, "offline"),
        (130, "offline"),
    ]
    assert shown(steps) == [
        "waiting",
        "sending",
        "sending",
        "sending",
        "sending",
        "sending",
        "sending",
        "offline",
    ]


def test_green_goes_at_once() -> None:
    assert shown([(0, "verified"), (1, "sending")]) == ["verified", "waiting"]
    assert shown([(0, "verified"), (1, "offline")]) == ["verified", "waiting"]


def test_what_was_urgent_does_not_stay() -> None:
    assert shown([(0, "attention"), (1, "sending")]) == ["attention", "waiting"]
    assert shown([(0, "recording"), (1, "verified")]) == ["recording", "verified"]


# News -------------------------------------------------------------------------------------------


def told_over(steps: Iterable[tuple[QueueSnapshot, float | None, timedelta]]) -> list[News]:
    told = Told()
    found: list[News] = []
    for queue, space_s, after in steps:
        told, news = news_of(told, queue, space_s, NOW + after)
        found += news
    return found


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def test_what_needs_a_person_is_told_once_and_again_after_a_day() -> None:
    queue = queue_of(WAITING, FAILED)
    steps = [(queue, None, minutes(each)) for each in (0, 1, 1439, 1440, 1441)]

    found = told_over(steps)

    assert found == [News("1 recording needs you", FAILED.why, "needs")] * 2


def test_another_reason_is_told_and_one_that_came_back_is_told_again() -> None:
    other = recording(5, step=Step.FAILED, why="A recorded file was changed.")
    steps = [
        (queue_of(FAILED), None, minutes(0)),
        (queue_of(FAILED, other), None, minutes(1)),
        (ALL_SENT, None, minutes(2)),
        (queue_of(FAILED), None, minutes(3)),
    ]

    assert [each.sentence for each in told_over(steps)] == [FAILED.why, other.why, FAILED.why]


def test_space_is_told_at_thirty_ten_and_two_minutes() -> None:
    left = [45, 29, 28, 9, 9, 1.5, 1, 45, 20]
    steps = [(ALL_SENT, each * 60.0, minutes(0)) for each in left]

    titles = [each.title.replace("\N{NO-BREAK SPACE}", " ") for each in told_over(steps)]

    assert titles == [
        "Space for 29 min is left",
        "Space for 9 min is left",
        "Space for 1 min is left",
        "Space for 20 min is left",
    ]


def test_that_all_was_sent_is_told_after_an_hour_without_contact() -> None:
    many = queue_of(WAITING, recording(6), recording(7), network=Network.OFFLINE)
    online = queue_of(WAITING, SENT)

    def after(away_min: float) -> list[str]:
        steps = [
            (many, None, minutes(0)),
            (many, None, minutes(away_min)),
            (online, None, minutes(away_min + 1)),
            (ALL_SENT, None, minutes(away_min + 2)),
            (ALL_SENT, None, minutes(away_min + 3)),
        ]
        return [each.title for each in told_over(steps)]

    assert after(61) == ["All 3 recordings were sent"]
    assert after(59) == []

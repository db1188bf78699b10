"""The only three notifications there are, and when each is due. Pure.

"1 recording needs you", once for each reason and again after a day; little space, at 30, 10 and
2 minutes; everything is sent, after more than an hour without contact. Nothing else is ever told.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from desktop.ui import amounts
from desktop.ui import queue_texts as texts
from desktop.ui import texts as window_texts
from desktop.ui.queue_view import standing_of
from desktop.ui.retelling import retell
from desktop.ui.words import tr
from uploader.items import Network, QueueSnapshot

SPACE_STEPS_S: Final = (30 * 60.0, 10 * 60.0, 2 * 60.0)
AGAIN_AFTER: Final = timedelta(days=1)
LONG_AWAY: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class News:
    """One notification. `about` is what a click on it should show."""

    title: str
    sentence: str
    about: str


@dataclass(frozen=True, slots=True)
class Told:
    """What was told already, and what is being waited for."""

    reasons: dict[str, datetime] = field(default_factory=dict)
    """Why something needs a person -> when that was told."""
    space_steps: int = 0
    """How many of SPACE_STEPS_S were told."""
    away_since: datetime | None = None
    was_away_long: bool = False
    waited: int = 0
    """How many recordings waited at the most since the contact was lost."""


def news_of(
    told: Told, queue: QueueSnapshot | None, space_left_s: float | None, now: datetime
) -> tuple[Told, tuple[News, ...]]:
    """What is to be told now, and what is remembered of it."""
    found: list[News] = []
    if queue is not None:
        told = _needs(told, queue, now, found)
        told = _all_sent(told, queue, now, found)
    if space_left_s is not None:
        told = _space(told, space_left_s, found)
    return told, tuple(found)


def _needs(told: Told, queue: QueueSnapshot, now: datetime, found: list[News]) -> Told:
    needing = standing_of(queue).needing
    reasons = {each.why for each in needing}
    # A reason that is over is news again when it comes back.
    known = {why: at for why, at in told.reasons.items() if why in reasons}
    due = sorted(why for why in reasons if why not in known or now - known[why] >= AGAIN_AFTER)
    if due:
        title = tr(texts.NEEDS_TITLE, len(needing))
        found.append(News(title, retell(due[0]) or tr(window_texts.SAFE), "needs"))
        known |= dict.fromkeys(due, now)
    return replace(told, reasons=known)


def _all_sent(told: Told, queue: QueueSnapshot, now: datetime, found: list[News]) -> Told:
    unsent = standing_of(queue).unsent
    if unsent and queue.network in (Network.OFFLINE, Network.RECEIVER_UNREACHABLE):
        since = told.away_since or now
        is_long = told.was_away_long or now - since >= LONG_AWAY
        waited = max(told.waited, unsent)
        return replace(told, away_since=since, was_away_long=is_long, waited=waited)
    if unsent:
        return replace(told, away_since=None, waited=max(told.waited, unsent))
    if told.was_away_long and told.waited:
        said = tr(texts.NEWS_SENT_SENTENCE)
        found.append(News(tr(texts.NEWS_SENT, told.waited), said, "queue"))
    return replace(told, away_since=None, was_away_long=False, waited=0)


def _space(told: Told, left_s: float, found: list[News]) -> Told:
    steps = sum(1 for step in SPACE_STEPS_S if left_s <= step)
    if steps > told.space_steps:
        title = tr(texts.NEWS_SPACE).format(time=amounts.span(left_s))
        found.append(News(title, tr(texts.NEWS_SPACE_SENTENCE), "space"))
    # Freed space is told anew when it is used up again.
    return replace(told, space_steps=steps)

"""What stands around the queue's table: pill, banner, tools, counts, footer. Pure.

From a snapshot to one frozen view; sentences come from `queue_texts.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Final, Literal

from desktop.ui import amounts, queue_view, sentences
from desktop.ui import queue_texts as texts
from desktop.ui import texts as window_texts
from desktop.ui.queue_rows import Filter, Kind, left_text, own_kind, speed_text
from desktop.ui.retelling import retell
from desktop.ui.views import Pill, Tone
from desktop.ui.words import isolated, tr
from holdfast.clock import rfc3339
from uploader.items import Network, QueueSnapshot, RecordingSnapshot, Standing

QueueBannerAction = Literal["retry", "resume"]
_STOPPED_LOOKS: Final[dict[Network, tuple[Tone, str]]] = {
    Network.PAUSED: ("warn", "pause"),
    Network.OFFLINE: ("muted", "cloud-off"),
    Network.RECEIVER_UNREACHABLE: ("muted", "cloud-off"),
}
"""Nobody has to do anything where there is no network: it is said, and not alarming."""


@dataclass(frozen=True, slots=True)
class QueueBanner:
    """What concerns the whole queue: `action` has a button with `label`."""

    tone: Tone
    icon: str
    title: str
    sentence: str
    action: QueueBannerAction | None = None
    label: str = ""
    can_show: bool = False


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Everything around the table at one moment."""

    pill: Pill
    banner: QueueBanner | None
    needing: tuple[str, ...]
    can_try: bool
    is_paused: bool
    filters: tuple[str, ...]
    footer: str
    contact: str
    """Which receiver it is, and when it answered last."""
    empty_title: str
    empty_sentence: str


def page_of(
    queue: QueueSnapshot | None, now: datetime, is_filtered: bool, zone: tzinfo | None = None
) -> QueuePage:
    """The page as of now; `queue` is None until it was read."""
    facts = queue_view.facts_of(queue)
    standing = queue_view.standing_of(queue) if queue is not None else Standing()
    is_paused = queue is not None and queue.pause is not None and not queue.pause.is_over(now)
    empty = _empty(queue, is_filtered)
    return QueuePage(
        pill=queue_view.pill(facts, now, zone),
        banner=_banner(queue, standing, is_paused),
        needing=tuple(each.id for each in standing.needing),
        can_try=standing.unsent > 0 and not is_paused,
        is_paused=is_paused,
        filters=_filters(queue, standing),
        footer=_footer(queue, standing),
        contact=_contact(queue, now, zone),
        empty_title=empty[0],
        empty_sentence=empty[1],
    )


def _empty(queue: QueueSnapshot | None, is_filtered: bool) -> tuple[str, str]:
    if queue is None:
        return tr(texts.READING_TITLE), ""
    if is_filtered and queue.recordings:
        return tr(texts.NONE_FOUND_TITLE), tr(texts.NONE_FOUND_SENTENCE)
    return tr(texts.EMPTY_TITLE), tr(texts.EMPTY_SENTENCE)


def _banner(queue: QueueSnapshot | None, standing: Standing, is_paused: bool) -> QueueBanner | None:
    if queue is None:
        return None
    if standing.needing:
        return _needs(standing.needing)
    if is_paused and queue.pause is not None:
        title, sentence = tr(texts.PAUSED_TITLE), retell(queue.pause.sentence)
        return QueueBanner("warn", "pause", title, sentence, "resume", tr(texts.RESUME))
    if queue.is_refused and standing.unsent and queue.network is not Network.PAUSED:
        said = tr(texts.TOO_LONG).format(why=retell(queue.stopped))
        return QueueBanner("danger", "warning", tr(texts.TOO_LONG_TITLE), said)
    if queue.stopped and standing.unsent > standing.aside:
        tone, icon = _STOPPED_LOOKS.get(queue.network, ("muted", "clock"))
        return QueueBanner(tone, icon, tr(texts.STOPPED_TITLE), retell(queue.stopped))
    return None


def _needs(needing: Sequence[RecordingSnapshot]) -> QueueBanner:
    reasons = [each for each in dict.fromkeys(each.why for each in needing) if each]
    said = tr(texts.NEEDS_NO_REASON).format(safe=tr(window_texts.SAFE))
    if reasons:
        # Asked before it is retold: no other language says it with that word.
        said = sentences.retold_and_safe(reasons[0])
        if len(reasons) > 1:
            said = tr(texts.NEEDS_AND_MORE, len(reasons) - 1).format(first=said)
    title = tr(texts.NEEDS_TITLE, len(needing))
    label = tr(texts.TRY_AGAIN)
    return QueueBanner("danger", "warning", title, said, "retry", label, can_show=True)


def _filters(queue: QueueSnapshot | None, standing: Standing) -> tuple[str, ...]:
    counts = {
        Filter.ALL: 0 if queue is None else len(queue.recordings),
        Filter.NEEDS: len(standing.needing) + _to_decide(standing),
        Filter.UNSENT: standing.unsent,
        Filter.SENT: standing.at_home,
    }
    return tuple(
        tr(words).format(count=counts[Filter(number)]) for number, words in enumerate(texts.FILTERS)
    )


def _to_decide(standing: Standing) -> int:
    return sum(1 for each in standing.open if own_kind(each) is Kind.DECIDE)


def _footer(queue: QueueSnapshot | None, standing: Standing) -> str:
    if queue is None:
        return ""
    if not standing.unsent:
        return tr(texts.ALL_SENT) if standing.at_home else ""
    size = amounts.size(queue.totals.bytes_unsent)
    said = [tr(texts.UNSENT, standing.unsent).format(size=size)]
    if standing.aside:
        said.append(tr(texts.FOOTER_ASIDE, standing.aside))
    if queue.sending.bytes_s:
        speed = speed_text(queue.sending.bytes_s)
        if queue.sending.left_s is None:
            said.append(tr(texts.FOOTER_SPEED).format(speed=speed))
        else:
            left = left_text(queue.sending.left_s)
            said.append(tr(texts.FOOTER_PACE).format(speed=speed, left=left))
    return " · ".join(said)


def _contact(queue: QueueSnapshot | None, now: datetime, zone: tzinfo | None) -> str:
    if queue is None or queue.contact is None:
        return ""
    time = amounts.moment(rfc3339(queue.contact.at), now, zone)
    receiver = isolated(queue.contact.receiver)
    return tr(texts.FOOTER_CONTACT).format(receiver=receiver, time=time)

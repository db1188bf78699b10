"""The queue's snapshot as people see it: rows with lights, the pill, what is left to send. Pure.

It owns which state wins. It must never show green while anything is unsent.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Final, Literal

from desktop.ui import amounts, queue_texts, sentences, texts
from desktop.ui.decision_view import can_discard, can_keep
from desktop.ui.retelling import retell
from desktop.ui.row_views import Light, Row
from desktop.ui.views import Pill, Tone, ToSendView
from desktop.ui.words import tr
from uploader.items import (
    AT_HOME,
    ItemState,
    Network,
    QueueSnapshot,
    RecordingSnapshot,
    Standing,
    Step,
)
from uploader.standing import Standings

SHOWN: Final = 200
"""So many recordings the field window lists."""

QueueState = Literal[
    "reading",
    "stopped",
    "attention",
    "paused",
    "unreachable",
    "offline",
    "sending",
    "live",
    "waiting",
    "checking",
    "verified",
    "empty",
]

_STOPPED_WORDS: Final = {
    Network.OFFLINE: queue_texts.NO_INTERNET,
    Network.RECEIVER_UNREACHABLE: queue_texts.NO_RECEIVER,
    Network.PAUSED: queue_texts.PAUSED,
}


@dataclass(frozen=True, slots=True)
class QueueFacts:
    """What the snapshot comes down to; `state` is the worst of all that holds."""

    state: QueueState
    unsent: int
    failed: tuple[RecordingSnapshot, ...]
    checking: int
    total: int
    bytes_unsent: int
    oldest: str | None
    why: str
    aside: int = 0
    """Of the unsent ones, those that somebody set aside."""
    pace: str = ""
    """How fast it goes and how long it takes, where that is known."""


def facts_of(queue: QueueSnapshot | None) -> QueueFacts:
    """Count once; everything else reads these numbers."""
    if queue is None:
        return QueueFacts("reading", 0, (), 0, 0, 0, None, "")
    standing = standing_of(queue)
    return QueueFacts(
        state=_worst(queue, standing),
        unsent=standing.unsent,
        failed=standing.needing,
        checking=standing.checking,
        total=standing.total,
        bytes_unsent=queue.totals.bytes_unsent,
        oldest=queue.totals.oldest_unsent_at,
        why=queue.why,
        aside=standing.aside,
        pace=queue.pace,
    )


def standing_of(queue: QueueSnapshot) -> Standing:
    """How many recordings stand where, counted only where nobody has."""
    return queue.standing or Standings(queue.recordings).standing()


def why_of(recording: RecordingSnapshot, queue: QueueSnapshot) -> str:
    """Why a recording is not further: its own reason, or what stops the whole queue."""
    if recording.follows_queue and queue.stopped:
        return retell(queue.stopped)
    return retell(recording.why)


def own_why_of(recording: RecordingSnapshot, queue: QueueSnapshot) -> str:
    """What only this recording has to say: what stops them all is said once, above the rows."""
    if not (recording.follows_queue and queue.stopped):
        return retell(recording.why)
    is_touched = recording.attempts or recording.custody.received_bytes
    if not is_touched and recording.state != "recording":
        return ""
    first = recording.why.partition(". ")[0].rstrip(".")
    return "" if first in queue.stopped else retell(recording.why)


def _waits_for(recording: RecordingSnapshot, queue: QueueSnapshot) -> str:
    """What the whole queue waits for, in a word; empty where this one does not wait with it.

    Nor is there a word where it only waits: its light says so.
    """
    if not (recording.follows_queue and queue.stopped) or recording.step in AT_HOME:
        return ""
    if queue.network not in _STOPPED_WORDS or (
        queue.answers and queue.network is Network.RECEIVER_UNREACHABLE
    ):
        return ""
    return tr(_STOPPED_WORDS[queue.network])


def _worst(queue: QueueSnapshot, standing: Standing) -> QueueState:
    if queue.is_refused and standing.unsent:
        return "stopped"
    if standing.needing:
        return "attention"
    if standing.unsent == 0:
        return _nothing_unsent(standing)
    if standing.aside == standing.unsent:
        return "waiting"
    by_network: dict[Network, QueueState] = {
        Network.PAUSED: "paused",
        Network.OFFLINE: "offline",
        Network.RECEIVER_UNREACHABLE: "unreachable",
    }
    if queue.network is Network.RECEIVER_UNREACHABLE and queue.answers:
        return "waiting"
    if queue.network in by_network:
        return by_network[queue.network]
    if not queue.why and standing.live == standing.unsent:
        return "live"
    return "sending" if queue.totals.uploading > 0 else "waiting"


def _nothing_unsent(standing: Standing) -> QueueState:
    if standing.checking > 0:
        return "checking"
    return "verified" if standing.at_home else "empty"


_PILLS: dict[QueueState, tuple[Tone, str]] = {
    "reading": ("muted", "clock"),
    "stopped": ("danger", "cross"),
    "attention": ("danger", "warning"),
    "paused": ("warn", "pause"),
    "unreachable": ("muted", "cloud-off"),
    "offline": ("muted", "cloud-off"),
    "sending": ("info", "upload"),
    "live": ("info", "upload"),
    "waiting": ("muted", "clock"),
    "checking": ("info", "clock"),
    "verified": ("ok", "check"),
    "empty": ("muted", "circle"),
}


def pill(facts: QueueFacts, now: datetime, zone: tzinfo | None = None) -> Pill:
    """The queue in a few words."""
    tone, icon = _PILLS[facts.state]
    return Pill(tone, icon, _pill_text(facts), sentence(facts, now, zone))


def _pill_text(facts: QueueFacts) -> str:
    words: dict[QueueState, str] = {
        "reading": tr(texts.PILL_READING),
        "stopped": tr(queue_texts.PILL_STOPPED),
        "attention": sentences.pill_attention(len(facts.failed)),
        "paused": sentences.pill_with_waiting(tr(texts.PILL_PAUSED), facts.unsent),
        "unreachable": sentences.pill_with_waiting(tr(texts.PILL_UNREACHABLE), facts.unsent),
        "offline": sentences.pill_with_waiting(tr(texts.PILL_OFFLINE), facts.unsent),
        "sending": sentences.pill_sending(facts.unsent),
        "live": tr(texts.PILL_LIVE),
        "waiting": sentences.pill_waiting(facts.unsent),
        "checking": sentences.pill_checking(facts.checking),
        "verified": tr(texts.PILL_VERIFIED),
        "empty": tr(texts.PILL_EMPTY),
    }
    return words[facts.state]


def sentence(facts: QueueFacts, now: datetime, zone: tzinfo | None = None) -> str:
    """Count, oldest age and reason: the tray's tooltip and the pill's long form."""
    since = amounts.moment(facts.oldest, now, zone) if facts.oldest else None
    if facts.state == "stopped":
        return tr(queue_texts.TRAY_STOPPED).format(why=retell(facts.why))
    if facts.unsent and facts.aside == facts.unsent:
        return tr(queue_texts.TRAY_ASIDE, facts.aside)
    if facts.state == "attention":
        first = facts.failed[0].why if facts.failed else ""
        return (
            f"{sentences.attention_title(len(facts.failed))} {sentences.attention_sentence(first)}"
        )
    if facts.state == "sending":
        return sentences.tray_sending(facts.unsent, amounts.size(facts.bytes_unsent), facts.pace)
    if facts.state == "live":
        return _live(facts)
    if facts.state in ("paused", "unreachable", "offline", "waiting"):
        return sentences.tray_waiting(facts.unsent, since, facts.why or tr(texts.SENDING_BY_ITSELF))
    done: dict[QueueState, str] = {
        "reading": tr(texts.TRAY_READING),
        "checking": sentences.tray_checking(facts.checking),
        "verified": tr(texts.TRAY_VERIFIED),
        "empty": tr(texts.TRAY_EMPTY),
    }
    return done[facts.state]


def _live(facts: QueueFacts) -> str:
    """The recording that is being made, and nothing else, is on its way."""
    left = amounts.size(facts.bytes_unsent) if facts.bytes_unsent else None
    return sentences.sent_while_recorded(left)


def to_send(facts: QueueFacts) -> ToSendView:
    """How much waits, and why."""
    if facts.state == "reading":
        return ToSendView("…", tr(texts.READING_TITLE), can_try=False)
    if facts.unsent == 0:
        verified = facts.total if facts.state in ("verified", "checking") else 0
        return ToSendView(
            sentences.to_send(0), sentences.to_send_all_verified(verified), can_try=False
        )
    if facts.state == "live":
        return ToSendView(sentences.to_send(facts.unsent), _live(facts), can_try=False)
    why = retell(facts.why) or sentences.at_pace(facts.pace)
    if facts.state == "attention":
        why = sentences.attention_title(len(facts.failed))
    line = sentences.to_send_size(amounts.size(facts.bytes_unsent), why)
    return ToSendView(sentences.to_send(facts.unsent), line, can_try=True)


def rows(queue: QueueSnapshot | None, now: datetime, zone: tzinfo | None = None) -> tuple[Row, ...]:
    """The newest recordings, newest first; the queue's own window has them all."""
    if queue is None:
        return ()
    newest = queue.recordings[-SHOWN:]
    newest_first = sorted(newest, key=lambda each: each.id, reverse=True)
    cameras = Counter(_act(each) for each in newest_first)
    return tuple(
        _row(each, _short_why(each, queue), now, zone, cameras[_act(each)] > 1)
        for each in newest_first
    )


def _short_why(recording: RecordingSnapshot, queue: QueueSnapshot) -> str:
    """For a row: its own reason, else what all wait for, else how far it is."""
    if can_keep(recording) and recording.decision == "pending":
        # The line under the list says the rest, with the buttons that answer it.
        return tr(queue_texts.TO_DECIDE)
    return own_why_of(recording, queue) or _waits_for(recording, queue) or _calm(recording)


def _act(recording: RecordingSnapshot) -> tuple[str, str | None, int]:
    """What recordings share that several cameras made at once."""
    return recording.session, recording.prompt, recording.take


def _row(
    recording: RecordingSnapshot,
    why: str,
    now: datetime,
    zone: tzinfo | None,
    is_one_of_several: bool,
) -> Row:
    when = amounts.moment(recording.started_at, now, zone) if recording.started_at else ""
    return Row(
        recording=recording.id,
        title=sentences.recording_title(recording.participant, recording.prompt),
        subtitle=sentences.recording_subtitle(
            recording.take, recording.camera if is_one_of_several else "", when
        ),
        length=amounts.short_length(recording.duration_s),
        size=amounts.size(recording.size_bytes),
        lights=lights(recording),
        why=why,
        needs_person=recording.needs_person,
        can_keep=can_keep(recording),
        can_discard=can_discard(recording),
        has_ended=recording.state != "recording",
    )


def _calm(recording: RecordingSnapshot) -> str:
    """Where nothing is in the way: how far it is."""
    if recording.step is Step.PLAYABLE:
        return tr(texts.FREED_HERE) if recording.custody.freed else tr(texts.AT_HOME)
    if recording.step is Step.VERIFIED:
        return tr(texts.PREPARING)
    return tr(texts.SENDING) if recording.counts.get(ItemState.UPLOADING, 0) else ""


def lights(recording: RecordingSnapshot) -> tuple[Light, Light, Light, Light]:
    """The four custody lights, each from its own evidence."""
    custody = recording.custody
    saved, received, verified, playable = (tr(each) for each in texts.LIGHT_NAMES)
    if custody.saved:
        first = Light(saved, "on", tr(texts.YES))
    elif custody.freed:
        first = Light(saved, "off", tr(texts.FREED))
    else:
        running = recording.state == "recording"
        first = Light(saved, "partial" if running else "off", tr(texts.SAVING))
    return (
        first,
        _received(recording, received),
        _light(verified, custody.verified),
        _light(playable, custody.playable),
    )


def _light(name: str, is_on: bool) -> Light:
    return Light(name, "on", tr(texts.YES)) if is_on else Light(name, "off", tr(texts.NOT_YET))


def _received(recording: RecordingSnapshot, name: str) -> Light:
    if recording.is_received:
        return Light(name, "on", tr(texts.YES))
    if recording.is_failed:
        return Light(name, "problem", tr(texts.STOPPED))
    received = recording.custody.received_bytes
    if received == 0:
        waits = tr(texts.NOT_YET) if recording.is_left_alone else tr(texts.WAITING)
        return Light(name, "off", waits)
    # Never 100 before the receiver has everything: a running recording grows.
    share = min(99, amounts.percent(received, recording.size_bytes))
    return Light(name, "partial", sentences.percent(share), share)

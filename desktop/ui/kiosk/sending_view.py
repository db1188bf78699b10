"""Where this visit's recordings are: the quiet line, and the four faces of the last page. Pure.

Everything is counted anew from the queue's rows each time it is shown, never from a summary. It
must never say that all is sent while anything is not.
"""

from desktop.kiosk.state import FAREWELL_S, FlowState
from desktop.study_values import CONSENT_PROMPT
from desktop.ui import amounts
from desktop.ui.kiosk import texts
from desktop.ui.kiosk.facts import Facts
from desktop.ui.kiosk.views import ClosingRow, ClosingView
from desktop.ui.kiosk.wording import percent
from desktop.ui.views import Pill
from desktop.ui.words import tr
from uploader.items import AT_HOME, ItemState, Network, QueueSnapshot, RecordingSnapshot, Step

_NOT_YET = 99
"""What has arrived but is not verified is not all of it."""


def quiet_line(facts: Facts) -> Pill | None:
    """The queue in a few words, top right; None where there is nothing to say."""
    if facts.queue is None:
        return None
    known = [each for each in facts.queue.recordings if not each.is_left_alone]
    failed = sum(each.is_failed for each in known)
    unsent = sum(each.step not in AT_HOME for each in known)
    if failed:
        return Pill("warn", "warning", tr(texts.NEED_ATTENTION, failed), "")
    if unsent:
        return _waiting(facts.queue, unsent)
    sent = len(facts.session_recordings) or facts.at_home
    return Pill("ok", "check", tr(texts.ALL_SENT, sent), "") if sent else None


def _waiting(queue: QueueSnapshot, unsent: int) -> Pill:
    if queue.network is Network.PAUSED:
        return Pill("muted", "pause", tr(texts.WAITING_PAUSED), "")
    if queue.network is Network.OFFLINE:
        return Pill("muted", "cloud-off", tr(texts.WAITING_OFFLINE), "")
    if queue.network is Network.RECEIVER_UNREACHABLE:
        return Pill("muted", "clock", tr(texts.WAITING_PAUSED), "")
    return Pill("info", "upload", tr(texts.SENDING_WAITING, unsent), "")


def all_there(facts: Facts) -> bool:
    """Whether the receiver's receipt for everything of this visit is stored here."""
    mine = _counted(facts)
    return bool(mine) and all(each.step in AT_HOME for each in mine)


def closing(facts: Facts) -> ClosingView:
    """The last page as of now."""
    mine = _counted(facts)
    title, sentence, more = _face(facts, mine)
    failed = any(each.is_failed for each in mine)
    return ClosingView(
        title=title,
        sentence=sentence,
        rows=tuple(_row(facts, each) for each in mine),
        more=more,
        reference=tr(texts.REFERENCE).format(reference=facts.flow.reference) if mine else "",
        try_again=tr(texts.RETRY_FAILED) if failed else "",
        finish=tr(texts.FINISH),
        lights=lights(mine),
    )


def _counted(facts: Facts) -> tuple[RecordingSnapshot, ...]:
    return tuple(each for each in facts.session_recordings if each.step is not Step.DISCARDED)


def _face(facts: Facts, mine: tuple[RecordingSnapshot, ...]) -> tuple[str, str, str]:
    """Title, sentence, and what comes next."""
    if not mine:
        return tr(texts.CLOSING_SENDING_TITLE), tr(texts.CLOSING_NOTHING), ""
    failed = sum(each.is_failed for each in mine)
    if failed:
        words = tr(texts.CLOSING_FAILED, failed)
        return tr(texts.CLOSING_FAILED_TITLE), words, tr(texts.CLOSING_NOTHING_LOST)
    unsent = sum(each.step not in AT_HOME for each in mine)
    if not unsent:
        return tr(texts.CLOSING_DONE_TITLE), tr(texts.CLOSING_DONE, len(mine)), _closes(facts.flow)
    assert facts.queue is not None
    return _unsent_face(facts, facts.queue.network, unsent)


def _unsent_face(facts: Facts, network: Network, unsent: int) -> tuple[str, str, str]:
    title = tr(texts.CLOSING_SENDING_TITLE)
    if network is Network.OFFLINE:
        return title, tr(texts.CLOSING_OFFLINE), tr(texts.CLOSING_NOTHING_TO_DO)
    if network is not Network.ONLINE:
        return title, tr(texts.CLOSING_LATER), tr(texts.CLOSING_NOTHING_TO_DO)
    waits = texts.CLOSING_PLEASE_WAIT if facts.flow.waits else texts.CLOSING_STILL_SENDING
    return title, tr(texts.CLOSING_SENDING), tr(waits, unsent)


def _closes(flow: FlowState) -> str:
    if not flow.all_there:
        return ""
    return tr(texts.CLOSES_IN, max(1, round(FAREWELL_S - flow.idle_s)))


def _row(facts: Facts, recording: RecordingSnapshot) -> ClosingRow:
    title = prompt_title(facts.flow, recording.prompt or "")
    if recording.step in AT_HOME:
        return ClosingRow("check", "ok", title, 100, tr(texts.ROW_SENT))
    if recording.is_failed:
        return ClosingRow("warning", "danger", title, 0, tr(texts.ROW_FAILED))
    if recording.state == "recording":
        return ClosingRow("clock", "muted", title, 0, tr(texts.ROW_SAVING))
    share = amounts.percent(recording.custody.received_bytes, recording.size_bytes)
    if recording.is_received:
        return ClosingRow("upload", "info", title, _NOT_YET, tr(texts.ROW_ALMOST))
    assert facts.queue is not None
    return _row_underway(facts.queue.network, recording, title, min(share, _NOT_YET))


def _row_underway(
    network: Network, recording: RecordingSnapshot, title: str, share: int
) -> ClosingRow:
    if network is Network.OFFLINE:
        return ClosingRow("clock", "muted", title, share, tr(texts.ROW_OFFLINE))
    if network is Network.PAUSED:
        return ClosingRow("clock", "muted", title, share, tr(texts.ROW_PAUSED))
    if network is Network.RECEIVER_UNREACHABLE or recording.next_try_at is not None:
        return ClosingRow("clock", "muted", title, share, tr(texts.ROW_RETRY))
    if recording.counts.get(ItemState.UPLOADING, 0) or share:
        words = tr(texts.ROW_SENDING).format(percent=percent(share))
        return ClosingRow("upload", "info", title, share, words)
    return ClosingRow("clock", "muted", title, share, tr(texts.ROW_WAITING))


def lights(recordings: tuple[RecordingSnapshot, ...]) -> tuple[str, ...]:
    """The four custody lights of some recordings, in numbers."""
    if not recordings:
        return ()
    counts = (
        (texts.LIGHT_SAVED, sum(each.custody.saved for each in recordings)),
        (texts.LIGHT_RECEIVED, sum(each.is_received for each in recordings)),
        (texts.LIGHT_VERIFIED, sum(each.custody.verified for each in recordings)),
        (texts.LIGHT_PLAYABLE, sum(each.custody.playable for each in recordings)),
    )
    return tuple(tr(words).format(count=count, of=len(recordings)) for words, count in counts)


def prompt_title(flow: FlowState, prompt: str) -> str:
    """What a participant knows a prompt by."""
    if prompt == CONSENT_PROMPT:
        return tr(texts.CONSENT_ROW)
    found = flow.study.prompt(prompt)
    return found.title if found is not None else tr(texts.A_RECORDING)

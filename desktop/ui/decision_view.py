"""Which recording somebody has to keep or discard, or may keep after all, in words. Pure."""

from desktop.ui import sentences, texts
from desktop.ui.views import DecisionView
from desktop.ui.words import tr
from uploader.items import AT_HOME, LEFT_ALONE, QueueSnapshot, RecordingSnapshot


def can_keep(recording: RecordingSnapshot) -> bool:
    """Whether there is something to decide, or to undo."""
    if recording.step in LEFT_ALONE or recording.state == "recording":
        return False
    return recording.decision == "pending" or recording.undo_until is not None


def can_discard(recording: RecordingSnapshot) -> bool:
    """Whether it is not yet received as a whole, nor discarded."""
    if recording.step in AT_HOME | LEFT_ALONE or recording.state == "recording":
        return False
    return recording.decision != "discarded"


def _newest_first(queue: QueueSnapshot) -> list[RecordingSnapshot]:
    standing = queue.standing
    found = queue.recordings if standing is None else standing.open
    open_ones = [each for each in found if can_keep(each)]
    return sorted(open_ones, key=lambda each: each.id, reverse=True)


def decision(queue: QueueSnapshot | None) -> DecisionView | None:
    """The newest recording that waits for a decision or, where none does, the newest to undo."""
    open_ones = _newest_first(queue) if queue else []
    pending = [each for each in open_ones if each.decision == "pending"]
    found = next(iter(pending or open_ones), None)
    if found is None:
        return None
    title = sentences.recording_title(found.participant, found.prompt)
    more = max(0, len(pending) - 1)
    return DecisionView(
        recording=found.id,
        sentence=sentences.to_decide(title, found.take, found.why, more),
        keep_label=tr(texts.KEEP_MNEMONIC) if pending else tr(texts.KEEP_AFTER_ALL_MNEMONIC),
        can_discard=bool(pending),
    )

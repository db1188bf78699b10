"""What is said of the recordings that are selected in the queue's window: one, many or none. Pure.

How one recording looks from near is `queue_detail.py`'s.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from desktop.ui import amounts
from desktop.ui import queue_texts as texts
from desktop.ui.queue_actions import Action, fitting
from desktop.ui.queue_detail import DetailView, as_text, detail_of, tries_of
from desktop.ui.queue_rows import cells_of, details_of
from desktop.ui.words import tr
from uploader.items import AT_HOME, History, QueueSnapshot, RecordingSnapshot


def view_of_one(
    recording: RecordingSnapshot, queue: QueueSnapshot, history: History | None, now: datetime
) -> DetailView:
    """The one that is selected; `history` is None until it was fetched."""
    view = detail_of(recording, queue, history, now)
    can_try = bool(fitting(Action.TRY_NOW, [recording]))
    return replace(view, can_show=True, can_copy=True, can_try=can_try, can_more=True)


def view_of_many(many: Sequence[RecordingSnapshot]) -> DetailView:
    """Several that are selected, or none."""
    if not many:
        return DetailView(tr(texts.NOTHING_SELECTED), "")
    unsent = [
        each.size_bytes - each.custody.received_bytes
        for each in many
        if each.step not in AT_HOME and not each.is_left_alone
    ]
    size = amounts.size(sum(each.size_bytes for each in many))
    said = tr(texts.SELECTED_MORE).format(size=size, unsent=amounts.size(sum(unsent)))
    return DetailView(
        tr(texts.SELECTED, len(many)), said, can_copy=True, can_try=bool(unsent), can_more=True
    )


def text_of(
    recording: RecordingSnapshot, queue: QueueSnapshot, near: History | None, now: datetime
) -> str:
    """All that is known of one, to be pasted somewhere; `near` may be of another recording."""
    # Whoever reads this elsewhere does not see what stands above the table.
    cells = replace(cells_of(recording, queue, None, now), details=details_of(recording, queue))
    is_near = near is not None and near.recording.id == recording.id
    tries = tries_of(near, now) if near is not None and is_near else ()
    return as_text(cells, recording, tries)

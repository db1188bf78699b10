"""What the tray shows: the worst state of all, its sentence, and which entries make sense. Pure."""

from desktop.ui import amounts, queue_texts, queue_view, texts
from desktop.ui.banners import silent_banner
from desktop.ui.facts import Facts
from desktop.ui.queue_view import QueueFacts
from desktop.ui.recorder_state import CHANGING, RecorderState, is_active
from desktop.ui.retelling import retell
from desktop.ui.space_view import seconds_left
from desktop.ui.views import SendingView, TrayState, TrayView
from desktop.ui.words import tr

_TRAY_STATES: dict[queue_view.QueueState, TrayState] = {
    "reading": "empty",
    "stopped": "stopped",
    "attention": "attention",
    "paused": "paused",
    "unreachable": "offline",
    "offline": "offline",
    "sending": "sending",
    "live": "sending",
    "waiting": "waiting",
    "checking": "checking",
    "verified": "verified",
    "empty": "empty",
}


LITTLE_SPACE_S = 30 * 60.0
"""With less than this left the tray says so, also while nothing is recorded."""


_WORSE_THAN_SPACE = ("stopped", "attention")


def tray_view(facts: Facts, queue: QueueFacts) -> TrayView:
    """The tray's state, sentence and entries at this moment."""
    state, sentence = _tray_state(facts, queue)
    failed = len(queue.failed)
    return TrayView(
        state=state,
        sentence=sentence,
        retry_label=texts.retry_failed(failed) if failed else None,
        quit_label=texts.quit_label(queue.unsent),
        sending=sending_view(facts),
        queue_label=_queue_label(queue),
    )


def _queue_label(queue: QueueFacts) -> str:
    if queue.failed:
        words = tr(queue_texts.TRAY_QUEUE_NEEDS, len(queue.failed))
        return words.format(waiting=queue.unsent)
    if queue.unsent:
        return tr(queue_texts.TRAY_QUEUE_WAITING).format(waiting=queue.unsent)
    return tr(queue_texts.TRAY_QUEUE)


def _trouble(recorder: RecorderState) -> str | None:
    """The worst that is wrong with a running recording, as a sentence."""
    if recorder.not_growing is not None:
        return retell(recorder.not_growing)
    if recorder.problem is not None and recorder.problem.code != CHANGING:
        return retell(recorder.problem.sentence)
    alarm, silent = recorder.picture_alarm, silent_banner(recorder)
    if alarm is not None and alarm.sentence is not None:
        return retell(alarm.sentence)
    if silent is not None:
        return silent.sentence
    return retell(recorder.changed[0].sentence) if recorder.changed else None


def _tray_state(facts: Facts, queue: QueueFacts) -> tuple[TrayState, str]:
    recorder = facts.leading
    troubles = [_trouble(each) for each in facts.recorders] if facts.is_active else []
    for trouble in troubles:
        if trouble is not None:
            return "attention", texts.tray_problem(trouble)
    if is_active(recorder) and recorder.sound_alarm is not None:
        return "attention", texts.tray_problem(retell(recorder.sound_alarm))
    if recorder.paused_for_s is not None:
        return "recording_paused", texts.tray_paused(amounts.clock_length(recorder.paused_for_s))
    if is_active(recorder):
        left_s = seconds_left(facts.space, facts.rated)
        room = amounts.span(left_s) if left_s is not None else None
        return "recording", texts.tray_recording(amounts.clock_length(recorder.elapsed_s), room)
    if facts.queue_problem is not None:
        return "attention", f"{tr(texts.QUEUE_FAILED_TITLE)} {tr(texts.SAFE)}"
    left_s = seconds_left(facts.space, facts.rated)
    if left_s is not None and left_s < LITTLE_SPACE_S and queue.state not in _WORSE_THAN_SPACE:
        return "attention", tr(queue_texts.TRAY_SPACE).format(time=amounts.span(left_s))
    return _TRAY_STATES[queue.state], queue_view.sentence(queue, facts.now, facts.zone)


def sending_view(facts: Facts) -> SendingView:
    """What the menus say of sending."""
    rules = facts.rules
    if rules is None:
        return SendingView(facts.pause is not None)
    is_fixed = rules.is_fixed("while_recording")
    return SendingView(facts.pause is not None, rules.while_recording, is_fixed)

"""What the window shows, decided from what is known. Pure: no Qt, no clock, no files.

It joins the recorder's state, the queue's snapshot and the disk's space into one frozen view; the
worst state wins. Sentences come from `texts.py`.
"""

from desktop.trip import plan
from desktop.ui import amounts, field_view, queue_view, texts
from desktop.ui.banners import banner
from desktop.ui.decision_view import decision
from desktop.ui.facts import Facts
from desktop.ui.queue_view import QueueFacts
from desktop.ui.recorder_state import CHANGING, Phase, RecorderState, is_active
from desktop.ui.retelling import retell
from desktop.ui.space_view import space_view
from desktop.ui.tray_view import sending_view, tray_view
from desktop.ui.views import (
    AlarmView,
    BesideView,
    CaptureView,
    MeterView,
    PausedView,
    PreviewView,
    RecordView,
    SpaceView,
    Tone,
    ToSendView,
    WindowView,
)
from desktop.ui.words import tr


def present(facts: Facts) -> WindowView:
    """The whole window and the tray at this moment."""
    queue = queue_view.facts_of(facts.queue)
    rows = queue_view.rows(facts.queue, facts.now, facts.zone)
    reading = facts.queue is None
    return WindowView(
        pill=queue_view.pill(queue, facts.now, facts.zone),
        banner=banner(facts, queue),
        preview=_preview(facts.recorder),
        record=_record(facts.leading, facts.stop_guard),
        can_mark=_can_mark(facts),
        marks=field_view.marks_view(facts.recorder.last_marks, can_mark=_can_mark(facts)),
        study=field_view.study_view(facts.shelf, can_change=not facts.is_active),
        can_pause=facts.leading.phase in (Phase.RECORDING, Phase.WAITING),
        paused=_paused(facts),
        alarm=_alarm(facts),
        meter=_meter(facts.recorder),
        capture=_capture(facts),
        space=_space(facts),
        to_send=_to_send(facts, queue),
        tray=tray_view(facts, queue),
        rows=rows,
        empty_title=tr(texts.READING_TITLE) if reading else tr(texts.NO_RECORDINGS_TITLE),
        empty_sentence="" if reading else tr(texts.NO_RECORDINGS_SENTENCE),
        failed=tuple(each.id for each in queue.failed),
        sending=sending_view(facts),
        beside=tuple(BesideView(each.name, _preview(each.recorder)) for each in facts.beside),
        decision=decision(facts.queue),
    )


def _to_send(facts: Facts, queue: QueueFacts) -> ToSendView:
    view, is_paused = queue_view.to_send(queue), facts.pause is not None
    if is_paused and queue.unsent:
        # The banner has the whole sentence.
        line = texts.to_send_size(amounts.size(queue.bytes_unsent), tr(texts.SENDING_IS_PAUSED))
        view = view._replace(sentence=line)
    return view._replace(
        can_try=view.can_try and not is_paused,
        can_pause=queue.unsent > 0 and not is_paused,
        can_resume=is_paused,
    )


def _alarm(facts: Facts) -> AlarmView | None:
    sentence = facts.not_growing
    if sentence is None or facts.alarm_hidden:
        return None
    return AlarmView(tr(texts.NOT_GROWING_TITLE), retell(sentence))


def _paused(facts: Facts) -> PausedView | None:
    paused_s = facts.leading.paused_for_s
    if paused_s is None:
        return None
    reminders = reminders_due(facts)
    sentence = tr(texts.PAUSED_SENTENCE)
    if facts.leading.problem is not None:
        sentence = retell(facts.leading.problem.sentence)
    elif reminders:
        sentence = texts.paused_long(amounts.span(paused_s))
    return PausedView(
        clock=amounts.clock_length(paused_s),
        line=texts.paused_line(amounts.clock_length(facts.leading.elapsed_s)),
        sentence=sentence,
        is_long=reminders > 0,
        stop_guarded=facts.stop_guard,
    )


def reminders_due(facts: Facts) -> int:
    """How often somebody should have been reminded of the present pause by now."""
    paused_s = facts.leading.paused_for_s
    if paused_s is None or facts.reminder_minutes <= 0:
        return 0
    return int(paused_s / (facts.reminder_minutes * 60))


def _stop(guarded: bool) -> RecordView:
    hint = tr(texts.STOP_GUARDED_HINT if guarded else texts.STOP_HINT)
    return RecordView(tr(texts.STOP_MNEMONIC), tr(texts.STOP), hint, "stop", True, guarded)


def _record(recorder: RecorderState, guarded: bool) -> RecordView:
    if recorder.phase is Phase.STOPPING:
        return RecordView(
            tr(texts.STOPPING), tr(texts.STOPPING), tr(texts.STOP_HINT), "stop", enabled=False
        )
    if recorder.phase is Phase.BEGINNING:
        # It can be stopped before the first frame: a camera may never give one.
        return _stop(guarded)
    if is_active(recorder):
        return _stop(guarded)
    ready = recorder.phase is Phase.READY
    return RecordView(
        tr(texts.RECORD_MNEMONIC), tr(texts.RECORD), tr(texts.RECORD_HINT), "record", ready
    )


def _can_mark(facts: Facts) -> bool:
    return facts.leading.phase in (Phase.RECORDING, Phase.WAITING, Phase.PAUSED)


def _preview(recorder: RecorderState) -> PreviewView:
    active = is_active(recorder)
    waiting = recorder.phase in (Phase.WAITING, Phase.PAUSED)
    icon, title, sentence = _instead_of_picture(recorder)
    return PreviewView(
        recording=active,
        badge=_badge(recorder),
        badge_waiting=waiting,
        footer=_footer(recorder),
        icon=icon,
        title=title,
        sentence=sentence,
        can_retry=recorder.phase is Phase.UNAVAILABLE,
        wants_picture=recorder.phase is not Phase.UNAVAILABLE,
    )


def _badge(recorder: RecorderState) -> str:
    if not is_active(recorder):
        return ""
    if recorder.phase is Phase.BEGINNING:
        return tr(texts.BEGINNING)
    if recorder.phase is Phase.PAUSED:
        return tr(texts.PAUSED_WORD)
    word = tr(texts.WAITING_BADGE) if recorder.phase is Phase.WAITING else tr(texts.RECORDING_BADGE)
    return f"{word}  {amounts.clock_length(recorder.elapsed_s)}"


def _footer(recorder: RecorderState) -> str:
    if recorder.phase is not Phase.RECORDING or recorder.fps <= 0:
        return ""
    return texts.numbers_line(amounts.number(recorder.fps, 2), amounts.number(recorder.lost_frames))


def _instead_of_picture(recorder: RecorderState) -> tuple[str, str, str]:
    problem = recorder.problem
    if recorder.phase is Phase.UNAVAILABLE and problem is not None:
        title = retell(problem.title) or tr(texts.NO_CAMERA_TITLE)
        return "camera-off", title, retell(problem.sentence) or tr(texts.NO_CAMERA_NEXT)
    if recorder.phase is Phase.WAITING and problem is not None and problem.code == CHANGING:
        return "camera", tr(texts.CHANGING_TITLE), tr(texts.WAITING_SENTENCE)
    if recorder.phase is Phase.WAITING:
        return "camera-off", tr(texts.WAITING_TITLE), tr(texts.WAITING_SENTENCE)
    if problem is not None:
        return "camera-off", tr(texts.NO_CAMERA_TITLE), retell(problem.sentence)
    return "camera", tr(texts.OPENING_TITLE), tr(texts.OPENING_SENTENCE)


def _meter(recorder: RecorderState) -> MeterView:
    if recorder.audio is None:
        word = (
            tr(texts.METER_NO_MICROPHONE) if _is_open(recorder) else tr(texts.MICROPHONE_NOT_OPEN)
        )
        return MeterView(False, None, None, "", word, "muted")
    word = texts.level_word(recorder.level_db)
    level = recorder.level_db
    loud = recorder.peak_db is not None and recorder.peak_db > -1.0
    silent = level is not None and level < texts.SILENT_BELOW_DB
    wrong = loud or silent or recorder.sound_alarm is not None
    tone: Tone = "warn" if wrong else "muted"
    spoken = amounts.decibels(level) if level is not None and level > -90 else ""
    return MeterView(True, level, recorder.peak_db, spoken, word, tone)


def _is_open(recorder: RecorderState) -> bool:
    return recorder.phase not in (Phase.STARTING, Phase.UNAVAILABLE)


def _capture(facts: Facts) -> CaptureView:
    recorder = facts.recorder
    active = facts.is_active
    video, audio = recorder.video, recorder.audio
    if video is None:
        camera = texts.source_line(facts.source)
    else:
        camera = texts.camera_line(
            video.camera_name, video.width, video.height, amounts.shortest(video.nominal_fps)
        )
    if audio is not None:
        microphone = audio.microphone
    else:
        microphone = (
            tr(texts.NO_MICROPHONE) if _is_open(recorder) else tr(texts.MICROPHONE_NOT_OPEN)
        )
    title = tr(texts.THIS_RECORDING) if active else tr(texts.NEXT_RECORDING)
    study = facts.study
    return CaptureView(
        title,
        camera,
        microphone,
        can_change=not active,
        prompts=field_view.prompts(study),
        participant_trouble=field_view.participant_trouble(study, facts.participant),
        consent=field_view.consent_label(study),
        agreed=facts.agreed,
    )


def _space(facts: Facts) -> SpaceView:
    """The disk, and the trip planner under it."""
    view = space_view(facts.space, facts.rated)
    trip = plan(facts.queue, facts.space, facts.last_bytes_s)
    return view._replace(plan=field_view.plan_text(trip))

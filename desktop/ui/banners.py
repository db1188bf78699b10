"""Which of all that could be said stands in the window's banner: the most urgent. Pure.

The order of urgency is `_most_urgent`'s; each banner's words are in `texts.py`.
"""

from desktop.recording import disk
from desktop.recording.disk import Level
from desktop.reopening import FROZEN
from desktop.ui import device_texts, sending_texts, sentences, texts
from desktop.ui.facts import Facts
from desktop.ui.quality_banner import findings_banner, good_banner
from desktop.ui.queue_view import QueueFacts
from desktop.ui.recorder_state import CHANGING, ENDED_FOR_SPACE, Phase, RecorderState, is_active
from desktop.ui.retelling import retell
from desktop.ui.space_view import seconds_left
from desktop.ui.views import Banner, ChooseWhat, Tone
from desktop.ui.words import tr


def banner(facts: Facts, queue: QueueFacts) -> Banner | None:
    """What a person should know first, if anything; the most urgent wins."""
    found = _most_urgent(facts, queue)
    if not facts.staff_called:
        return found
    if found is None or found.action is not None:
        # Whoever hears it must be able to turn it off, whatever else stands there.
        found = Banner("danger", "warning", tr(texts.CALLING_TITLE), tr(texts.CALLING))
    return found._replace(action="quiet", label=tr(texts.ALARM_OFF))


def _most_urgent(facts: Facts, queue: QueueFacts) -> Banner | None:
    candidates = (
        _not_growing_banner(facts),
        _recording_banner(facts.recorder),
        _beside_banner(facts),
        _space_banner(facts),
        *(_picture_banner(each) for each in facts.recorders),
        *(silent_banner(each) for each in facts.recorders),
        _overflow_banner(facts.recorder),
        *(_device_banner(each, number) for number, each in enumerate(facts.recorders)),
        None if facts.is_active else findings_banner(facts.checked),
        _alarm_banner(facts.recorder),
        _notice_banner(facts),
        _attention_banner(queue),
        _overload_banner(facts.recorder),
        _paused_banner(facts, queue),
        None if facts.is_active else good_banner(facts.checked),
        _recovered_banner(facts),
        _sound_banner(facts.recorder),
    )
    return next((each for each in candidates if each is not None), None)


def _not_growing_banner(facts: Facts) -> Banner | None:
    sentence = facts.not_growing
    if sentence is None:
        return None
    title = sentences.as_title(tr(texts.NOT_GROWING_TITLE))
    return Banner("danger", "disk", title, retell(sentence))


def _recording_banner(recorder: RecorderState) -> Banner | None:
    problem = recorder.problem
    if problem is None or recorder.phase is Phase.UNAVAILABLE:
        return None
    if problem.code == ENDED_FOR_SPACE:
        return Banner("danger", "disk", tr(texts.ENDED_FOR_SPACE_TITLE), retell(problem.sentence))
    if problem.code == CHANGING:
        return Banner(
            "info", "camera", tr(device_texts.CHANGING_DEVICE_TITLE), retell(problem.sentence)
        )
    if is_active(recorder):
        title, sentence = tr(texts.PART_LOST_TITLE), retell(problem.sentence)
        return Banner("warn", "warning", title, sentence, choose=ChooseWhat())
    if problem.code == "refused":
        return Banner("danger", "warning", tr(texts.REFUSED_TITLE), retell(problem.sentence))
    return None


def _beside_banner(facts: Facts) -> Banner | None:
    for number, camera in enumerate(facts.beside, 1):
        problem = camera.recorder.problem
        if problem is not None and problem.code not in (ENDED_FOR_SPACE, CHANGING):
            title, what = sentences.beside_problem_title(camera.name), ChooseWhat(camera=number)
            return Banner("warn", "camera-off", title, retell(problem.sentence), choose=what)
    return None


def _space_banner(facts: Facts) -> Banner | None:
    left_s = seconds_left(facts.space, facts.rated)
    if facts.space is None or left_s is None:
        return None
    if disk.level(left_s, facts.space.limits) < Level.RED:
        return None
    return Banner("danger", "disk", tr(texts.SPACE_LOW_TITLE), retell(disk.left_sentence(left_s)))


def _overflow_banner(recorder: RecorderState) -> Banner | None:
    if recorder.in_overflow is None:
        return None
    return Banner("warn", "disk", tr(texts.IN_OVERFLOW_TITLE), retell(recorder.in_overflow))


def _notice_banner(facts: Facts) -> Banner | None:
    if facts.notice is not None:
        notice = facts.notice
        return Banner(notice.tone, "warning", notice.title, notice.sentence)
    if facts.queue_problem is not None:
        title, sentence = (
            tr(texts.QUEUE_FAILED_TITLE),
            sentences.command_failed(facts.queue_problem),
        )
        return Banner("warn", "warning", title, sentence)
    return None


def _attention_banner(queue: QueueFacts) -> Banner | None:
    if not queue.failed:
        return None
    return Banner(
        "danger",
        "warning",
        sentences.attention_title(len(queue.failed)),
        sentences.attention_sentence(queue.failed[0].why),
        "retry",
        tr(texts.RETRY_MNEMONIC),
    )


def _paused_banner(facts: Facts, queue: QueueFacts) -> Banner | None:
    pause = facts.pause
    if pause is not None:
        title, said = sentences.as_title(tr(texts.PILL_PAUSED)), retell(pause.sentence)
        label = tr(sending_texts.RESUME_SENDING_MNEMONIC)
        return Banner("warn", "pause", title, said, "resume_sending", label)
    if queue.state not in ("paused", "stopped") or not queue.why:
        return None
    return Banner(
        "warn",
        "pause",
        sentences.as_title(tr(texts.PILL_PAUSED)),
        sentences.command_failed(queue.why),
    )


def _alarm_banner(recorder: RecorderState) -> Banner | None:
    if recorder.sound_alarm is None:
        return None
    return Banner(
        "warn", "microphone-off", tr(texts.SOUND_ALARM_TITLE), retell(recorder.sound_alarm)
    )


def _picture_banner(recorder: RecorderState) -> Banner | None:
    alarm = recorder.picture_alarm
    if alarm is None or alarm.sentence is None:
        return None
    tone: Tone = "danger" if alarm.kind == FROZEN else "warn"
    return Banner(
        tone, "camera-off", sentences.picture_alarm_title(alarm.kind), retell(alarm.sentence)
    )


def silent_banner(recorder: RecorderState) -> Banner | None:
    """That the microphone of a recording sends nothing any more."""
    if not recorder.sound_lost:
        return None
    name = recorder.audio.microphone if recorder.audio is not None else ""
    title, sentence = tr(texts.SOUND_LOST_TITLE), sentences.sound_lost(name)
    return Banner("danger", "microphone-off", title, sentence, choose=ChooseWhat("microphone"))


def _device_banner(recorder: RecorderState, camera: int) -> Banner | None:
    if not recorder.changed:
        return None
    changed = recorder.changed[0]
    icon = "camera" if changed.device == "camera" else "microphone"
    title, label = (
        tr(texts.DEVICE_CHANGED_TITLES[changed.device]),
        sentences.use_device(changed.now),
    )
    what = ChooseWhat(changed.device, camera)
    return Banner("warn", icon, title, retell(changed.sentence), "confirm", label, what)


def _overload_banner(recorder: RecorderState) -> Banner | None:
    if recorder.overload is None:
        return None
    # What is lost is no calm news; that something gives way so that nothing is, is.
    tone: Tone = "warn" if recorder.loses_frames else "info"
    return Banner(tone, "clock", tr(texts.OVERLOAD_TITLE), retell(recorder.overload))


def _recovered_banner(facts: Facts) -> Banner | None:
    notice = facts.recovered
    if notice is None:
        return None
    return Banner(
        notice.tone, "check-circle", notice.title, notice.sentence, "dismiss", tr(texts.DISMISS)
    )


def _sound_banner(recorder: RecorderState) -> Banner | None:
    if recorder.audio_note is None or recorder.phase in (Phase.STARTING, Phase.UNAVAILABLE):
        return None
    title, note = tr(texts.NO_SOUND_TITLE), retell(recorder.audio_note)
    return Banner("warn", "microphone-off", title, note, choose=ChooseWhat("microphone"))

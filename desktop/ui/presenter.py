"""What the window shows, decided from what is known. Pure: no Qt, no clock, no files.

It joins the recorder's state, the queue's snapshot and the disk's space into one frozen view; the
worst state wins. Sentences come from `texts.py`.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo

from desktop.recording import disk
from desktop.recording.disk import Level, Rate, Space
from desktop.reopening import FROZEN
from desktop.sending_rules import SendingRules
from desktop.study_shelf import Shelf
from desktop.study_values import Study
from desktop.trip import plan
from desktop.ui import amounts, field_view, queue_texts, queue_view, texts
from desktop.ui.decision_view import decision
from desktop.ui.quality_banner import Checked, findings_banner, good_banner
from desktop.ui.queue_view import QueueFacts
from desktop.ui.recorder_state import CHANGING, ENDED_FOR_SPACE, Phase, RecorderState, is_active
from desktop.ui.retelling import retell
from desktop.ui.views import (
    AlarmView,
    Banner,
    BesideView,
    CaptureView,
    ChooseWhat,
    MeterView,
    PausedView,
    PreviewView,
    RecordView,
    SendingView,
    SpaceView,
    Tone,
    ToSendView,
    TrayState,
    TrayView,
    WindowView,
)
from desktop.ui.words import tr
from uploader.items import PausedByPerson, QueueSnapshot


@dataclass(frozen=True, slots=True)
class Notice:
    """Something of the window's own that a person should know: a command that failed, a defect."""

    title: str
    sentence: str
    tone: Tone = "danger"


@dataclass(frozen=True, slots=True)
class Beside:
    """A camera beside the first one, and what is known of its recorder."""

    source: str
    recorder: RecorderState = field(default_factory=RecorderState)

    @property
    def name(self) -> str:
        """What people know it by."""
        video = self.recorder.video
        return video.camera_name if video is not None else texts.source_line(self.source)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known at one moment. `queue` and `space` are None until they were read."""

    source: str
    now: datetime
    recorder: RecorderState = field(default_factory=RecorderState)
    queue: QueueSnapshot | None = None
    queue_problem: str | None = None
    space: Space | None = None
    notice: Notice | None = None
    recovered: Notice | None = None
    """What an earlier run left unfinished, until somebody has read it."""
    zone: tzinfo | None = None
    reminder_minutes: float = 0.0
    """How often somebody is reminded of a recording that is paused; 0 for never."""
    stop_guard: bool = False
    """Whether a stop has to be meant: held for a second, or pressed twice."""
    beside: tuple[Beside, ...] = ()
    """The cameras that record at the same time as the first one."""
    staff_called: bool = False
    """Whether the staff's alarm sounds."""
    alarm_hidden: bool = False
    """Whether somebody has seen that nothing is written."""
    rules: SendingRules | None = None
    """The sending rules of the settings; None until they were read."""
    checked: tuple[Checked, ...] = ()
    """What the check found of the last recordings, until somebody has read it."""
    shelf: Shelf | None = None
    """The studies that there are, and the chosen one; None until they were read."""
    participant: str = ""
    """The participant's id as it is typed."""
    agreed: bool = False
    """Whether this participant agreed to the study's text."""
    last_bytes_s: float | None = None
    """How fast it was sent last, since the window was opened."""

    @property
    def recorders(self) -> tuple[RecorderState, ...]:
        """All recorders, the first camera's first."""
        return (self.recorder, *(each.recorder for each in self.beside))

    def name_of(self, camera: int) -> str:
        """What people know a camera by; 0 is the first."""
        if camera:
            return self.beside[camera - 1].name
        return Beside(self.source, self.recorder).name

    @property
    def study(self) -> Study | None:
        """The chosen study, where there is one, in the language that is read here."""
        return field_view.study_of(self.shelf)

    @property
    def is_active(self) -> bool:
        """Whether any camera has a recording that has not ended."""
        return any(is_active(each) for each in self.recorders)

    @property
    def not_growing(self) -> str | None:
        """Why nothing reaches the disk, as a sentence; None where it does."""
        return next((each.not_growing for each in self.recorders if each.not_growing), None)

    @property
    def leading(self) -> RecorderState:
        """The recorder that the big button is about: one that records, else the first."""
        return next((each for each in self.recorders if is_active(each)), self.recorder)


def present(facts: Facts) -> WindowView:
    """The whole window and the tray at this moment."""
    queue = queue_view.facts_of(facts.queue)
    rows = queue_view.rows(facts.queue, facts.now, facts.zone)
    reading = facts.queue is None
    return WindowView(
        pill=queue_view.pill(queue, facts.now, facts.zone),
        banner=_banner(facts, queue),
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
        tray=_tray(facts, queue),
        rows=rows,
        empty_title=tr(texts.READING_TITLE) if reading else tr(texts.NO_RECORDINGS_TITLE),
        empty_sentence="" if reading else tr(texts.NO_RECORDINGS_SENTENCE),
        failed=tuple(each.id for each in queue.failed),
        sending=_sending(facts),
        beside=tuple(BesideView(each.name, _preview(each.recorder)) for each in facts.beside),
        decision=decision(facts.queue),
    )


def _pause(facts: Facts) -> PausedByPerson | None:
    """A person's pause of sending, while it lasts."""
    pause = facts.queue.pause if facts.queue is not None else None
    return None if pause is None or pause.is_over(facts.now) else pause


def _sending(facts: Facts) -> SendingView:
    rules = facts.rules
    if rules is None:
        return SendingView(_pause(facts) is not None)
    is_fixed = rules.is_fixed("while_recording")
    return SendingView(_pause(facts) is not None, rules.while_recording, is_fixed)


def _to_send(facts: Facts, queue: QueueFacts) -> ToSendView:
    view, is_paused = queue_view.to_send(queue), _pause(facts) is not None
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


def _rated(facts: Facts) -> RecorderState:
    """The first recorder; of several only the station knows what they take together."""
    return replace(facts.recorder, rate_bytes_s=None) if facts.beside else facts.recorder


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
    view = space_view(facts.space, _rated(facts))
    trip = plan(facts.queue, facts.space, facts.last_bytes_s)
    return view._replace(plan=field_view.plan_text(trip))


def space_view(space: Space | None, recorder: RecorderState) -> SpaceView:
    """How long the disk lasts, and at which rate; bytes until a camera says what it gives."""
    if space is None:
        return SpaceView("…", "", 0, "muted")
    if space.total_bytes <= 0:
        return SpaceView(tr(texts.SPACE_UNKNOWN), tr(texts.SPACE_UNKNOWN_SENTENCE), 0, "muted")
    used = round(1000 * (space.total_bytes - space.free_bytes) / space.total_bytes)
    free = amounts.size(space.free_bytes)
    rate, left_s = _rate(space, recorder), seconds_left(space, recorder)
    if rate is None or left_s is None:
        line = texts.free_of(amounts.size(space.total_bytes))
        return _with_parts(SpaceView(free, _with_the_rest(line, space), used, "muted"), space)
    line = texts.free_at_rate(free, amounts.size(round(rate.bytes_s)), rate.basis)
    tone = _SPACE_TONES[disk.level(left_s, space.limits)]
    said = _with_the_rest(line, space)
    return _with_parts(SpaceView(amounts.span(left_s), said, used, tone), space)


def _with_parts(view: SpaceView, space: Space) -> SpaceView:
    parts = field_view.space_parts(space)
    return view._replace(parts=parts, spoken=field_view.spoken_parts(parts) or view.sentence)


def _with_the_rest(line: str, space: Space) -> str:
    """What is free, and what another disk has; who takes the rest stands under the bar."""
    lines = [line]
    if space.in_overflow:
        lines.append(tr(texts.SPACE_OF_OVERFLOW))
    if space.overflow is not None:
        lines.append(texts.overflow_free(amounts.size(space.overflow.free_bytes)))
    elif space.overflow_trouble is not None:
        lines.append(retell(space.overflow_trouble))
    return "\n".join(lines)


_SPACE_TONES: dict[Level, Tone] = {
    Level.ROOMY: "muted",
    Level.AMBER: "warn",
    Level.RED: "danger",
    Level.STOP: "danger",
}


def _rate(space: Space, recorder: RecorderState) -> Rate | None:
    """What was measured while this window was open goes before what the station expects."""
    if recorder.rate_bytes_s:
        return Rate(recorder.rate_bytes_s, "running" if is_active(recorder) else "last")
    return space.rate


def seconds_left(space: Space | None, recorder: RecorderState) -> float | None:
    """How long the disk lasts; None where nobody knows how fast it fills."""
    rate = _rate(space, recorder) if space is not None else None
    if space is None or rate is None or space.total_bytes <= 0:
        return None
    return space.left_at_s(rate.bytes_s)


def space_left_s(facts: Facts) -> float | None:
    """How long the disk lasts at what is recorded here, in seconds; None where nobody knows."""
    return seconds_left(facts.space, _rated(facts))


def _banner(facts: Facts, queue: QueueFacts) -> Banner | None:
    banner = _most_urgent(facts, queue)
    if not facts.staff_called:
        return banner
    if banner is None or banner.action is not None:
        # Whoever hears it must be able to turn it off, whatever else stands there.
        banner = Banner("danger", "warning", tr(texts.CALLING_TITLE), tr(texts.CALLING))
    return banner._replace(action="quiet", label=tr(texts.ALARM_OFF))


def _most_urgent(facts: Facts, queue: QueueFacts) -> Banner | None:
    candidates = (
        _not_growing_banner(facts),
        _recording_banner(facts.recorder),
        _beside_banner(facts),
        _space_banner(facts),
        *(_picture_banner(each) for each in facts.recorders),
        *(_silent_banner(each) for each in facts.recorders),
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
    return next((banner for banner in candidates if banner is not None), None)


def _not_growing_banner(facts: Facts) -> Banner | None:
    sentence = facts.not_growing
    if sentence is None:
        return None
    title = texts.as_title(tr(texts.NOT_GROWING_TITLE))
    return Banner("danger", "disk", title, retell(sentence))


def _recording_banner(recorder: RecorderState) -> Banner | None:
    problem = recorder.problem
    if problem is None or recorder.phase is Phase.UNAVAILABLE:
        return None
    if problem.code == ENDED_FOR_SPACE:
        return Banner("danger", "disk", tr(texts.ENDED_FOR_SPACE_TITLE), retell(problem.sentence))
    if problem.code == CHANGING:
        return Banner("info", "camera", tr(texts.CHANGING_DEVICE_TITLE), retell(problem.sentence))
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
            title, what = texts.beside_problem_title(camera.name), ChooseWhat(camera=number)
            return Banner("warn", "camera-off", title, retell(problem.sentence), choose=what)
    return None


def _space_banner(facts: Facts) -> Banner | None:
    left_s = seconds_left(facts.space, _rated(facts))
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
        title, sentence = tr(texts.QUEUE_FAILED_TITLE), texts.command_failed(facts.queue_problem)
        return Banner("warn", "warning", title, sentence)
    return None


def _attention_banner(queue: QueueFacts) -> Banner | None:
    if not queue.failed:
        return None
    return Banner(
        "danger",
        "warning",
        texts.attention_title(len(queue.failed)),
        texts.attention_sentence(queue.failed[0].why),
        "retry",
        tr(texts.RETRY_MNEMONIC),
    )


def _paused_banner(facts: Facts, queue: QueueFacts) -> Banner | None:
    pause = _pause(facts)
    if pause is not None:
        title, said = texts.as_title(tr(texts.PILL_PAUSED)), retell(pause.sentence)
        label = tr(texts.RESUME_SENDING_MNEMONIC)
        return Banner("warn", "pause", title, said, "resume_sending", label)
    if queue.state not in ("paused", "stopped") or not queue.why:
        return None
    return Banner(
        "warn", "pause", texts.as_title(tr(texts.PILL_PAUSED)), texts.command_failed(queue.why)
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
    return Banner(tone, "camera-off", texts.picture_alarm_title(alarm.kind), retell(alarm.sentence))


def _silent_banner(recorder: RecorderState) -> Banner | None:
    if not recorder.sound_lost:
        return None
    name = recorder.audio.microphone if recorder.audio is not None else ""
    title, sentence = tr(texts.SOUND_LOST_TITLE), texts.sound_lost(name)
    return Banner("danger", "microphone-off", title, sentence, choose=ChooseWhat("microphone"))


def _device_banner(recorder: RecorderState, camera: int) -> Banner | None:
    if not recorder.changed:
        return None
    changed = recorder.changed[0]
    icon = "camera" if changed.device == "camera" else "microphone"
    title, label = tr(texts.DEVICE_CHANGED_TITLES[changed.device]), texts.use_device(changed.now)
    what = ChooseWhat(changed.device, camera)
    return Banner("warn", icon, title, retell(changed.sentence), "confirm", label, what)


def _overload_banner(recorder: RecorderState) -> Banner | None:
    if recorder.overload is None:
        return None
    return Banner("info", "clock", tr(texts.OVERLOAD_TITLE), retell(recorder.overload))


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


def _tray(facts: Facts, queue: QueueFacts) -> TrayView:
    state, sentence = _tray_state(facts, queue)
    failed = len(queue.failed)
    return TrayView(
        state=state,
        sentence=sentence,
        retry_label=texts.retry_failed(failed) if failed else None,
        quit_label=texts.quit_label(queue.unsent),
        sending=_sending(facts),
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
    alarm, silent = recorder.picture_alarm, _silent_banner(recorder)
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
        left_s = seconds_left(facts.space, _rated(facts))
        room = amounts.span(left_s) if left_s is not None else None
        return "recording", texts.tray_recording(amounts.clock_length(recorder.elapsed_s), room)
    if facts.queue_problem is not None:
        return "attention", f"{tr(texts.QUEUE_FAILED_TITLE)} {tr(texts.SAFE)}"
    left_s = seconds_left(facts.space, _rated(facts))
    if left_s is not None and left_s < LITTLE_SPACE_S and queue.state not in _WORSE_THAN_SPACE:
        return "attention", tr(queue_texts.TRAY_SPACE).format(time=amounts.span(left_s))
    return _TRAY_STATES[queue.state], queue_view.sentence(queue, facts.now, facts.zone)

"""The pages with camera and sound as views: check, instructions, countdown, recording, review.

What a device said of itself is not for participants: they read what it means for them.
"""

import math
from dataclasses import replace

from desktop.kiosk.state import FlowState, Page, Take
from desktop.study_values import CONSENT_PROMPT
from desktop.ui import amounts
from desktop.ui.kiosk import texts, wording
from desktop.ui.kiosk.facts import Facts
from desktop.ui.kiosk.views import (
    CheckLine,
    CountdownView,
    GuideView,
    LevelView,
    PromptView,
    RecordView,
    ReviewView,
)
from desktop.ui.recorder_state import Phase, RecorderState, is_active
from desktop.ui.views import PreviewView, Tone
from desktop.ui.words import tr


def device_check(facts: Facts) -> PromptView:
    """The live picture and the level, before anything is explained."""
    flow = facts.flow
    goes_back = not flow.takes and flow.study.participant.asks
    return PromptView(
        title=tr(texts.CHECK_TITLE),
        text=tr(texts.CHECK),
        heading=tr(texts.CHECK_HEADING),
        lines=_lines(facts),
        level=_level(facts),
        note="",
        preview=_preview(facts.recorder),
        guide=_guide(facts),
        go_on=tr(texts.CONTINUE),
        can_go_on=flow.can_go_on,
        back=tr(texts.BACK) if goes_back else "",
    )


def instructions(facts: Facts) -> PromptView:
    """What is to be done, beside the live picture."""
    flow = facts.flow
    title, text, note = _task(flow)
    return PromptView(
        title=title,
        text=text,
        heading=tr(texts.BEFORE_START),
        lines=_lines(facts),
        level=_level(facts),
        note=note,
        preview=_preview(facts.recorder),
        guide=_guide(facts),
        go_on=tr(texts.START),
        can_go_on=flow.can_go_on,
        back=tr(texts.BACK),
    )


def _task(flow: FlowState) -> tuple[str, str, str]:
    """Title, text and note of what is to be recorded."""
    consent = flow.consent_recording
    if consent is not None:
        return tr(texts.CONSENT_SAY_TITLE), consent.say, tr(texts.CONSENT_SAY)
    prompt = flow.prompt
    assert prompt is not None
    title = tr(texts.RECORDING_OF).format(
        number=flow.number, count=len(flow.prompts), title=prompt.title
    )
    note = tr(texts.PROMPT_OPEN)
    if prompt.seconds is not None:
        note = tr(texts.PROMPT_SECONDS, round(prompt.seconds))
    return title, prompt.instructions.strip(), note


def _lines(facts: Facts) -> tuple[CheckLine, ...]:
    recorder, flow = facts.recorder, facts.flow
    if not flow.has_picture:
        return (CheckLine("clock", "muted", tr(texts.CAMERA_STARTING)),)
    has_sound = flow.has_sound or recorder.audio is not None
    sound = wording.sound(has_sound=has_sound, heard=facts.heard, needed=flow.needs_sound)
    seen = wording.looks(facts.advice, lit=facts.lit)
    if not seen and facts.checks_quality:
        seen = (CheckLine("clock", "muted", tr(texts.LOOKING)),)
    return (*seen, sound)


def _level(facts: Facts) -> LevelView:
    recorder = facts.recorder
    if recorder.phase is Phase.STARTING:
        return LevelView(None, None, "", "muted", available=False)
    has_sound = recorder.audio is not None
    return wording.level(recorder.level_db, recorder.peak_db, has_sound=has_sound)


def _guide(facts: Facts) -> GuideView:
    return wording.guide(facts.advice) if facts.flow.has_picture else GuideView()


def _preview(recorder: RecorderState, badge: str = "") -> PreviewView:
    active = is_active(recorder)
    waiting = recorder.phase is Phase.WAITING
    gone = recorder.phase in (Phase.UNAVAILABLE, Phase.WAITING)
    return PreviewView(
        recording=active and bool(badge),
        badge=badge,
        badge_waiting=waiting,
        footer="",
        icon="camera-off" if gone else "camera",
        title=tr(texts.PICTURE_MISSING if gone else texts.CAMERA_STARTING),
        sentence="" if gone else tr(texts.CAMERA_STARTING_MORE),
        can_retry=False,
        wants_picture=recorder.phase is not Phase.UNAVAILABLE,
    )


def countdown(facts: Facts) -> CountdownView:
    """The last seconds; without a figure while pictures and sound do not arrive."""
    left_s = facts.flow.counts_s
    if left_s is None:
        return CountdownView(tr(texts.LOOK_AT_CAMERA), "", tr(texts.GETTING_READY), can_cancel=True)
    figure = max(1, math.ceil(left_s))
    words = tr(texts.STARTS_IN, figure)
    return CountdownView(tr(texts.LOOK_AT_CAMERA), str(figure), words, can_cancel=True)


def recording(facts: Facts) -> RecordView:
    """The recording that runs, or is being closed."""
    flow = facts.flow
    note, tone = _note(facts)
    begun = flow.recording is not None
    saving = flow.page is Page.SAVING
    badge = f"{tr(texts.REC)}  {amounts.short_length(flow.elapsed_s)}"
    return RecordView(
        text=_headline(flow),
        preview=_preview(facts.recorder, badge if begun and not saving else ""),
        guide=replace(_guide(facts), words=""),
        left=tr(texts.SAVING) if saving else _left(flow),
        level=_level(facts),
        note=note,
        note_tone=tone,
        can_stop=flow.can_stop,
        stop=tr(texts.STOP_NOW),
        passage=_passage(flow),
    )


def _headline(flow: FlowState) -> str:
    if flow.consent_recording is not None:
        return tr(texts.CONSENT_SAY_HEADING)
    assert flow.prompt is not None
    return flow.prompt.instructions.strip().split("\n\n")[0]


def _passage(flow: FlowState) -> str:
    if flow.consent_recording is not None:
        return flow.consent_recording.say
    return (flow.prompt.text or "").strip() if flow.prompt is not None else ""


def _left(flow: FlowState) -> str:
    if flow.recording is None:
        return tr(texts.STARTING)
    if flow.seconds is None:
        return amounts.short_length(flow.elapsed_s)
    return wording.time_left(max(0.0, flow.seconds - flow.elapsed_s))


def _note(facts: Facts) -> tuple[str, Tone]:
    recorder = facts.recorder
    if recorder.not_growing is not None:
        return tr(texts.NOT_WRITTEN), "danger"
    if recorder.phase is Phase.WAITING:
        return tr(texts.CAMERA_WAITED_FOR), "warn"
    if recorder.sound_lost or recorder.sound_alarm is not None:
        return tr(texts.NOT_HEARD), "warn"
    return "", "warn"


def review(facts: Facts) -> ReviewView:
    """What was recorded, to look at; a consent can be kept only once it is known to play."""
    flow = facts.flow
    take = flow.take
    consent = flow.task == CONSENT_PROMPT
    findings, tone, icon = _about_consent(take) if consent else _found(facts, take)
    return ReviewView(
        title=tr(texts.CONSENT_REVIEW if consent else texts.REVIEW_TITLE),
        files=facts.files,
        findings=findings,
        tone=tone,
        icon=icon,
        can_keep=flow.can_keep,
        can_redo=True,
        keep=tr(texts.KEEP),
        redo=tr(texts.REDO),
    )


def _found(facts: Facts, take: Take | None) -> tuple[tuple[str, ...], Tone, str]:
    quality = facts.qualities.get(take.recordings[-1]) if take is not None else None
    found, tone, icon = wording.found(quality, checked=facts.checks_quality)
    if not facts.cannot_play:
        return found, tone, icon
    return (tr(texts.REVIEW_NO_PLAY), *found), "warn", "warning"


def _about_consent(take: Take | None) -> tuple[tuple[str, ...], Tone, str]:
    if take is None or take.playable is None:
        return (tr(texts.CONSENT_CHECKING),), "muted", "clock"
    if not take.playable:
        return (tr(texts.CONSENT_UNPLAYABLE),), "warn", "warning"
    if not take.counts:
        return (tr(texts.CONSENT_CUT),), "warn", "warning"
    return (tr(texts.CONSENT_PLAYS),), "ok", "check-circle"

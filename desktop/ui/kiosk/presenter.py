"""What the kiosk knows, as the screen to show: the page, what stands around it and over it. Pure.

It decides what each page says. A participant never reads an exception, an id or a code: what a
device or the disk said is for staff, behind the PIN.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from desktop.kiosk import steps
from desktop.kiosk.state import Farewell, FlowState, Page
from desktop.study_values import NumberProblem
from desktop.ui.kiosk import sending_view, texts
from desktop.ui.kiosk.facts import Facts
from desktop.ui.kiosk.keypad import DIGITS
from desktop.ui.kiosk.recording_view import countdown, device_check, instructions, recording, review
from desktop.ui.kiosk.staff_view import staff_overlay
from desktop.ui.kiosk.views import (
    ChoiceView,
    ConsentView,
    CountdownView,
    KioskView,
    NumberView,
    OverlayView,
    PageView,
    StillThereView,
    WelcomeView,
)
from desktop.ui.recorder_state import Phase
from desktop.ui.space_view import space_view
from desktop.ui.views import Tone
from desktop.ui.words import language_name, tr

_MINUTES_A_PROMPT: Final = 1.0
"""For reading, counting down and looking at it, beside the recording itself."""
_OPEN_PROMPT_S: Final = 60.0
_FULL_BELOW_BYTES: Final = 500_000_000
"""Where it is not known yet how much a recording takes, so little is too little."""


def present(facts: Facts) -> KioskView:
    """The screen at this moment."""
    flow = facts.flow
    return KioskView(
        page=_PAGES[flow.page](facts),
        step=_step(flow),
        pill=sending_view.quiet_line(facts),
        leave=tr(texts.STOP_HERE) if _offers_to_leave(flow) else "",
        overlay=_overlay(facts),
    )


def opening(facts: Facts, trouble: str) -> KioskView:
    """The screen before the station is there. `trouble`: why it could not be opened, for staff."""
    page: PageView = CountdownView(tr(texts.OPENING_TITLE), "", tr(texts.OPENING))
    if trouble:
        page = ChoiceView(
            icon="warning",
            tone="warn",
            title=tr(texts.NOT_OPENED_TITLE),
            sentence=tr(texts.NOT_OPENED),
            main=tr(texts.TRY_AGAIN),
            main_wish=steps.TryAgain(),
        )
    staff = replace(facts, flow=replace(facts.flow, trouble=trouble))
    return KioskView(page, overlay=staff_overlay(staff))


def _offers_to_leave(flow: FlowState) -> bool:
    # The consent has its own way out, and a countdown its own.
    return flow.can_leave and flow.page not in (Page.CONSENT, Page.COUNTDOWN, Page.SAVING)


def _step(flow: FlowState) -> str:
    if flow.page is Page.CLOSING:
        return tr(texts.LAST_STEP)
    before = [
        page
        for page, there in (
            (Page.CONSENT, flow.study.consent is not None),
            (Page.NUMBER, flow.study.participant.asks),
            (Page.DEVICE_CHECK, True),
        )
        if there
    ]
    if flow.page in before:
        number = before.index(flow.page) + 1
    elif flow.page in _OF_A_PROMPT:
        number = len(before) + flow.at + 1
    else:
        return ""
    steps_in_all = len(before) + len(flow.order) + 1
    return tr(texts.STEP).format(step=number, steps=steps_in_all)


_OF_A_PROMPT: Final = (
    Page.INSTRUCTIONS,
    Page.COUNTDOWN,
    Page.RECORDING,
    Page.SAVING,
    Page.REVIEW,
)


def _overlay(facts: Facts) -> OverlayView | None:
    over = staff_overlay(facts)
    if over is not None:
        return over
    if facts.flow.leaving:
        return _leaving(facts.flow)
    left_s = facts.flow.still_there_s
    if left_s is None:
        return None
    return StillThereView(
        tr(texts.STILL_THERE),
        str(max(1, round(left_s))),
        tr(texts.STILL_THERE_MORE),
        tr(texts.STILL_HERE),
    )


def _leaving(flow: FlowState) -> ChoiceView:
    has_recorded = bool(flow.takes) or flow.page is Page.RECORDING
    return ChoiceView(
        icon="info",
        tone="info",
        title=tr(texts.LEAVE_TITLE),
        sentence=tr(texts.LEAVE if has_recorded else texts.LEAVE_NOTHING),
        main=tr(texts.GO_ON),
        main_wish=steps.Stay(),
        other=tr(texts.LEAVE_KEEP if has_recorded else texts.LEAVE_PLAIN),
        other_wish=steps.Leave(deletes=False),
        third=tr(texts.LEAVE_DELETE) if has_recorded else "",
        third_wish=steps.Leave(deletes=True),
    )


def _welcome(facts: Facts) -> WelcomeView:
    study = facts.flow.study
    seconds = sum(each.seconds or _OPEN_PROMPT_S for each in study.prompts)
    minutes = max(1, round(seconds / 60 + _MINUTES_A_PROMPT * len(study.prompts)))
    own = study.welcome.strip() if study.welcome else ""
    told = (
        (own,)
        if own
        else (
            tr(texts.WELCOME_COUNT, len(study.prompts)),
            tr(texts.WELCOME_TIME).format(minutes=minutes),
        )
    )
    return WelcomeView(
        title=tr(texts.WELCOME),
        sentences=(*told, tr(texts.WELCOME_FACE), tr(texts.WELCOME_LEAVE)),
        start=tr(texts.START),
        languages=tuple((each, language_name(each)) for each in study.languages),
        language=study.language,
    )


def _resume(facts: Facts) -> ChoiceView:
    flow = facts.flow
    return ChoiceView(
        icon="retry",
        tone="info",
        title=tr(texts.RESUME_TITLE),
        sentence=tr(texts.RESUME).format(done=flow.done, count=len(flow.prompts)),
        main=tr(texts.RESUME_YES),
        main_wish=steps.Resume(goes_on=True),
        other=tr(texts.RESUME_NO),
        other_wish=steps.Resume(goes_on=False),
    )


def _consent(facts: Facts) -> ConsentView:
    consent = facts.flow.study.consent
    assert consent is not None
    return ConsentView(
        title=tr(texts.CONSENT_TITLE),
        paragraphs=tuple(each for each in consent.text.strip().split("\n\n") if each.strip()),
        agree=consent.statement or tr(texts.CONSENT_STATEMENT),
        agreed=facts.flow.ticked,
        hint="" if facts.flow.read else tr(texts.CONSENT_READ_FIRST),
    )


def _number(facts: Facts) -> NumberView:
    flow = facts.flow
    rule = flow.study.participant
    message, tone = _about_number(flow)
    card = tr(texts.NUMBER_CARD)
    if rule.example:
        card = tr(texts.NUMBER_EXAMPLE).format(example=rule.example)
    return NumberView(
        title=tr(texts.NUMBER_TITLE),
        sentence=card,
        keys=(*DIGITS, "0", *(rule.signs or _signs_for(flow))),
        message=message,
        tone=tone,
        can_continue=flow.can_go_on,
    )


def _signs_for(flow: FlowState) -> str:
    """Any letter may be needed where only the form is known."""
    rule = flow.study.participant
    return "" if rule.listed or rule.example else "ABCDEFGHIJKLMNOPQRSTUVWXYZ-"


def _about_number(flow: FlowState) -> tuple[str, Tone]:
    rule = flow.study.participant
    problem = rule.problem(flow.typed)
    if problem is NumberProblem.EMPTY:
        return "", "muted"
    if problem is None:
        return tr(texts.NUMBER_FOUND if rule.listed else texts.NUMBER_FITS), "ok"
    if problem is NumberProblem.NOT_LISTED and not _is_begun(flow):
        return tr(texts.NUMBER_NOT_LISTED), "warn"
    if problem is NumberProblem.OTHER_FORM and not _is_begun(flow):
        return tr(texts.NUMBER_OTHER_FORM), "warn"
    return "", "muted"


def _is_begun(flow: FlowState) -> bool:
    """Whether a number is being typed that is only not finished yet."""
    rule = flow.study.participant
    known = [*rule.listed, *([rule.example] if rule.example else [])]
    longest = max(map(len, known), default=0)
    return len(rule.normal(flow.typed)) < longest


def _device_check(facts: Facts) -> PageView:
    if facts.recorder.phase is Phase.UNAVAILABLE:
        return _no_camera()
    return device_check(facts)


def _no_camera() -> ChoiceView:
    return ChoiceView(
        icon="camera-off",
        tone="warn",
        title=tr(texts.NO_CAMERA_TITLE),
        sentence=tr(texts.NO_CAMERA),
        main=tr(texts.TRY_AGAIN),
        main_wish=steps.TryAgain(),
    )


def _trouble(facts: Facts) -> ChoiceView:
    if facts.recorder.phase is Phase.UNAVAILABLE or not facts.flow.ready:
        return _no_camera()
    is_full = _is_full(facts)
    return ChoiceView(
        icon="warning",
        tone="warn",
        title=tr(texts.NO_SPACE_TITLE if is_full else texts.NOT_RECORDED_TITLE),
        sentence=tr(texts.NO_SPACE if is_full else texts.NOT_RECORDED),
        main=tr(texts.TRY_AGAIN),
        main_wish=steps.TryAgain(),
    )


def _is_full(facts: Facts) -> bool:
    space = facts.space
    if space is None or space.total_bytes <= 0:
        return False
    too_small = space.free_bytes < _FULL_BELOW_BYTES
    return too_small or space_view(space, facts.recorder).tone == "danger"


def _goodbye(facts: Facts) -> ChoiceView:
    flow = facts.flow
    kept = any(each.decision != "discarded" for each in flow.takes)
    title, words = texts.DECLINED_TITLE, texts.DECLINED
    failed = flow.farewell is Farewell.DELETED and flow.trouble != facts.trouble_before
    if failed:
        title, words = texts.WITHDRAWAL_FAILED_TITLE, texts.WITHDRAWAL_FAILED
    elif flow.farewell is Farewell.DELETED and flow.takes:
        title, words = texts.WITHDRAWN_TITLE, texts.WITHDRAWN
    elif flow.farewell is Farewell.LEFT and kept:
        title, words = texts.LEFT_TITLE, texts.LEFT_KEPT
    return ChoiceView(
        icon="warning" if failed else "check",
        tone="warn" if failed else "ok",
        title=tr(title),
        sentence=tr(words),
        main=tr(texts.FINISH),
        main_wish=steps.Finish(),
    )


_PAGES: Final[dict[Page, Callable[[Facts], PageView]]] = {
    Page.WELCOME: _welcome,
    Page.RESUME: _resume,
    Page.CONSENT: _consent,
    Page.NUMBER: _number,
    Page.DEVICE_CHECK: _device_check,
    Page.INSTRUCTIONS: instructions,
    Page.COUNTDOWN: countdown,
    Page.RECORDING: recording,
    Page.SAVING: recording,
    Page.REVIEW: review,
    Page.TROUBLE: _trouble,
    Page.CLOSING: sending_view.closing,
    Page.GOODBYE: _goodbye,
}

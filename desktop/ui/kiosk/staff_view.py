"""What staff see over the page: the PIN's keypad, behind it the visit and what can be done. Pure.

Here stands what a participant does not read: the participant's number, and what a device said.
"""

from desktop.kiosk import steps
from desktop.kiosk.state import FlowState, Page, Take
from desktop.study_values import CONSENT_PROMPT
from desktop.ui import amounts
from desktop.ui.kiosk import texts, wishes
from desktop.ui.kiosk.facts import Facts, Staff
from desktop.ui.kiosk.sending_view import lights, prompt_title
from desktop.ui.kiosk.views import OverlayView, PinView, StaffAction, StaffRow, StaffView
from desktop.ui.recorder_state import Phase
from desktop.ui.space_view import space_view
from desktop.ui.words import tr
from uploader.items import AT_HOME, RecordingSnapshot

_RECORDS_AGAIN_ON = (
    Page.DEVICE_CHECK,
    Page.INSTRUCTIONS,
    Page.TROUBLE,
    Page.CLOSING,
)


def staff_overlay(facts: Facts) -> OverlayView | None:
    """The keypad, or what is behind it; None where no staff are there."""
    staff = facts.staff
    if staff.desk == "closed":
        return None
    if staff.desk == "open":
        return _staff(facts)
    return _pin(staff)


def _pin(staff: Staff) -> PinView:
    title, sentence = {
        "choosing": (texts.PIN_CHOOSE_TITLE, texts.PIN_CHOOSE),
        "again": (texts.PIN_AGAIN_TITLE, texts.PIN_AGAIN),
    }.get(staff.desk, (texts.PIN_TITLE, texts.PIN_MORE))
    message = tr(texts.PIN_WAIT, staff.wait_s) if staff.wait_s else staff.message
    return PinView(
        tr(title),
        tr(sentence),
        message,
        can_enter=staff.wait_s == 0,
        can_cancel=staff.desk == "asking",
    )


def _staff(facts: Facts) -> StaffView:
    flow = facts.flow
    return StaffView(
        title=tr(texts.STAFF_TITLE),
        lines=_lines(facts),
        rows=tuple(_row(facts, take) for take in flow.takes),
        actions=_actions(facts),
    )


def _lines(facts: Facts) -> tuple[str, ...]:
    flow = facts.flow
    lines = [tr(texts.STAFF_STUDY).format(title=flow.study.title)]
    if flow.participant:
        lines.append(tr(texts.STAFF_PARTICIPANT).format(participant=flow.participant))
    elif flow.page is Page.WELCOME:
        lines.append(tr(texts.STAFF_NO_SESSION))
    if facts.space is not None:
        headline = space_view(facts.space, facts.recorder).headline
        lines.append(tr(texts.STAFF_SPACE).format(time=headline))
    if facts.queue is not None:
        unsent = [each for each in facts.queue.recordings if _is_unsent(each)]
        lines.append(tr(texts.STAFF_WAITING).format(count=len(unsent)))
        if unsent and facts.queue.why:
            lines.append(facts.queue.why)
        lines += lights(facts.session_recordings)
    return (*lines, *_troubles(facts))


def _is_unsent(recording: RecordingSnapshot) -> bool:
    return recording.step not in AT_HOME and not recording.is_left_alone


def _troubles(facts: Facts) -> list[str]:
    problem = facts.recorder.problem
    said = [facts.flow.trouble, problem.sentence if problem is not None else ""]
    said.append(facts.recorder.audio_note or "")
    lines = [tr(texts.STAFF_TROUBLE).format(sentence=each) for each in dict.fromkeys(said) if each]
    return [tr(texts.STAFF_FAULT), *lines] if facts.has_fault else lines


def _row(facts: Facts, take: Take) -> StaffRow:
    flow = facts.flow
    same = [each for each in flow.takes if each.prompt == take.prompt]
    title = tr(texts.STAFF_TAKE).format(
        title=prompt_title(flow, take.prompt), take=same.index(take) + 1
    )
    length_s = sum(each.duration_s for each in _known(facts, take))
    if length_s:
        title = tr(texts.STAFF_TAKE_LENGTH).format(
            take=title, length=amounts.short_length(length_s)
        )
    if take.decision == "kept":
        discard = steps.UndoDecision(take.recordings[0], keeps=False)
        action = StaffAction(tr(texts.UNDO_KEEP), discard, "cross")
        given = take.prompt == CONSENT_PROMPT
        return StaffRow(title, tr(texts.TAKE_KEPT), None if given else action)
    if take.decision == "discarded":
        return _discarded(facts, take, title)
    return StaffRow(title, tr(texts.TAKE_PENDING))


def _discarded(facts: Facts, take: Take, title: str) -> StaffRow:
    known = _known(facts, take)
    can_undo = bool(known) and all(each.undo_until is not None for each in known)
    if not can_undo:
        return StaffRow(title, tr(texts.TAKE_GONE))
    keep = steps.UndoDecision(take.recordings[0], keeps=True)
    return StaffRow(
        title, tr(texts.TAKE_DISCARDED), StaffAction(tr(texts.UNDO_DISCARD), keep, "retry")
    )


def _known(facts: Facts, take: Take) -> list[RecordingSnapshot]:
    if facts.queue is None:
        return []
    return [each for each in facts.queue.recordings if each.id in take.recordings]


def _actions(facts: Facts) -> tuple[StaffAction, ...]:
    flow = facts.flow
    made = [
        StaffAction(_again(flow, prompt), steps.RecordAgain(prompt), "record")
        for prompt in _may_be_again(flow)
    ]
    if flow.page in (Page.DEVICE_CHECK, Page.TROUBLE):
        made.append(StaffAction(tr(texts.REOPEN_DEVICES), steps.TryAgain(), "camera"))
    if _lacks_sound(facts):
        made.append(
            StaffAction(tr(texts.GO_WITHOUT_SOUND), steps.GoWithoutSound(), "microphone-off")
        )
    made.append(StaffAction(tr(texts.RETRY_NOW), wishes.SendAgain(), "upload"))
    if flow.page is not Page.WELCOME:
        made.append(StaffAction(tr(texts.END_SESSION), steps.EndSession(), "stop"))
    made.append(StaffAction(tr(texts.LEAVE_KIOSK), wishes.LeaveKiosk(), "lock", danger=True))
    return tuple(made)


def _lacks_sound(facts: Facts) -> bool:
    flow = facts.flow
    asked = flow.page in (Page.DEVICE_CHECK, Page.INSTRUCTIONS, Page.TROUBLE)
    silent = not flow.has_sound and facts.recorder.phase is not Phase.STARTING
    return asked and flow.wants_sound and silent


def _may_be_again(flow: FlowState) -> list[str]:
    if flow.page not in _RECORDS_AGAIN_ON:
        return []
    return [each for each in flow.prompts if flow.kept(each) is not None]


def _again(flow: FlowState, prompt: str) -> str:
    return tr(texts.RECORD_PROMPT_AGAIN).format(title=prompt_title(flow, prompt))

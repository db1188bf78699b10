"""One prompt of a visit: instructions, countdown, recording, review, keep or redo. Pure."""

from dataclasses import replace

from desktop.kiosk import leaving
from desktop.kiosk.outcome import PARTICIPANT, Outcome, next_task, passed, shown
from desktop.kiosk.state import READY_WITHIN_S, FlowState, Page, Take
from desktop.kiosk.steps import (
    Began,
    Check,
    Checked,
    Discard,
    Effect,
    GiveConsent,
    GoBack,
    GoOn,
    Keep,
    KeepTake,
    NotBegun,
    Passed,
    Record,
    RedoTake,
    Saved,
    StopNow,
)
from desktop.study_values import CONSENT_PROMPT


def start(state: FlowState, _step: GoOn) -> Outcome:
    # Not ready is no reason to refuse: the countdown waits for pictures and sound.
    return shown(state, Page.COUNTDOWN)


def back_to_check(state: FlowState, _step: GoBack) -> Outcome:
    return shown(state, Page.DEVICE_CHECK)


def back_to_instructions(state: FlowState, _step: GoBack) -> Outcome:
    return shown(state, Page.INSTRUCTIONS)


def count(state: FlowState, step: Passed) -> Outcome:
    """Count down while everything arrives; begin anew where something stops arriving."""
    if not state.ready:
        state = replace(state, elapsed_s=0.0, waited_s=state.waited_s + step.seconds)
        return (state, ()) if state.waited_s < READY_WITHIN_S else shown(state, Page.TROUBLE)
    state = passed(state, step)
    if state.elapsed_s < state.countdown_s:
        return state, ()
    return _record(state)


def _record(state: FlowState) -> Outcome:
    assert state.session is not None
    record = Record(
        session=state.session,
        participant=state.participant,
        prompt=state.task,
        seconds=state.seconds,
        consented_at=state.consented_at,
        awaits_consent=state.study.consent_recording is not None and not state.consent_given,
    )
    state, effects = shown(replace(state, recording=None, recorded=()), Page.RECORDING)
    return state, (*effects, record)


def not_begun(state: FlowState, step: NotBegun) -> Outcome:
    state = replace(state, trouble=step.sentence)
    if state.leaves is not None:
        return leaving.away(state, state.leaves)
    return shown(state, Page.TROUBLE)


def began(state: FlowState, step: Began) -> Outcome:
    if step.recording == state.recording:
        return state, ()
    return replace(state, recording=step.recording, elapsed_s=0.0), ()


def stop(state: FlowState, _step: StopNow) -> Outcome:
    if not state.can_stop:
        return state, ()
    return leaving.stopped(state)


def run(state: FlowState, step: Passed) -> Outcome:
    """Time of a recording counts from its first picture, which has to come."""
    state = passed(state, step)
    never_began = state.recording is None and not state.recorded
    if never_began and state.elapsed_s >= READY_WITHIN_S:
        return leaving.stopped(state)
    return state, ()


def saved(state: FlowState, step: Saved) -> Outcome:
    if step.goes_on_as is not None:
        recorded = (*state.recorded, step.recording)
        return replace(state, recording=step.goes_on_as, recorded=recorded), ()
    recordings = (*state.recorded, step.recording) if step.has_media else state.recorded
    state = replace(state, recording=None, recorded=())
    if recordings:
        state = state.with_take(Take(state.task, recordings, counts=step.complete))
    if state.leaves is not None:
        return leaving.away(state, state.leaves)
    if not recordings:
        return shown(state, Page.TROUBLE)
    return look_at(state)


def look_at(state: FlowState) -> Outcome:
    take = state.take
    state, effects = shown(state, Page.REVIEW)
    if take is None or take.prompt != CONSENT_PROMPT:
        return state, effects
    return state, (*effects, *(Check(each) for each in take.recordings))


def checked(state: FlowState, step: Checked) -> Outcome:
    take = state.take
    if take is None or step.recording not in take.recordings:
        return state, ()
    if not step.playable:
        return state.with_take(replace(take, unplayable=True)), ()
    return state.with_take(replace(take, played=(*take.played, step.recording))), ()


def keep(state: FlowState, _step: KeepTake) -> Outcome:
    take = state.take
    if take is None or not state.can_keep:
        return state, ()
    effects: list[Effect] = [Keep(each, PARTICIPANT) for each in take.recordings]
    before = state.kept(take.prompt)
    if before is not None and before != take:
        effects += [Discard(each, PARTICIPANT) for each in before.recordings]
        state = state.with_take(replace(before, decision="discarded"))
    state = state.with_take(replace(take, decision="kept", counts=True))
    if take.prompt == CONSENT_PROMPT:
        assert state.session is not None
        effects.append(GiveConsent(state.session, state.consented_at or "", take.recordings[0]))
        state = replace(state, consent_given=True)
    state, more = next_task(state)
    return state, (*effects, *more)


def redo(state: FlowState, _step: RedoTake) -> Outcome:
    take = state.take
    if take is None:
        return state, ()
    discards = tuple(Discard(each, PARTICIPANT) for each in take.recordings)
    state = state.with_take(replace(take, decision="discarded"))
    state, effects = shown(state, Page.INSTRUCTIONS)
    return state, (*discards, *effects)

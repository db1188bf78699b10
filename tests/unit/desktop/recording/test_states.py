"""The recorder's state machine, walked at random."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.recording.states import TABLE, IllegalTransition, State, Trigger, advance


@given(st.lists(st.sampled_from(Trigger), max_size=40))
def test_whatever_happens_what_was_recorded_is_finalized(triggers: list[Trigger]) -> None:
    state = State.PREPARING
    path = [state]
    for trigger in triggers:
        try:
            state = advance(state, trigger)
        except IllegalTransition:
            continue
        path.append(state)

    for before, after in itertools.pairwise(path):
        if before is State.RECORDING:
            assert after in (State.FINALIZING, State.PAUSED)
        if before is State.PAUSED:
            assert after in (State.FINALIZING, State.RECORDING)
        if after is State.RECORDING:
            assert before in (State.IDLE, State.PAUSED)
        assert before is not State.FAILED


def test_every_state_is_reached_and_every_one_but_failed_can_be_left() -> None:
    assert {State.PREPARING, *TABLE.values()} == set(State)
    assert {state for state, _ in TABLE} == set(State) - {State.FAILED}


@pytest.mark.parametrize("pair", list(itertools.product(State, Trigger)))
def test_what_is_not_in_the_table_is_refused(pair: tuple[State, Trigger]) -> None:
    if pair in TABLE:
        assert advance(*pair) is TABLE[pair]
        return
    with pytest.raises(IllegalTransition, match=pair[1].name):
        advance(*pair)


def test_a_break_while_recording_fails_only_after_closing() -> None:
    closing = advance(State.RECORDING, Trigger.BROKE)

    assert closing is State.FINALIZING
    assert advance(closing, Trigger.BROKE) is State.FAILED
    assert advance(closing, Trigger.CLOSED) is State.IDLE

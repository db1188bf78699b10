"""What becomes of every kind of answer, and how long waits are."""

import random
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.jsonform import Json
from holdfast.protocol import (
    PROBLEMS,
    Retry,
    problem,
)
from uploader.errors import Interrupted, Offline, Unreachable
from uploader.items import Network
from uploader.patience import OF_A_DEFECT, OF_A_FULL_RECEIVER, OF_THE_UNKNOWN, Patience
from uploader.policy import (
    HINT_MOST_S,
    LONGEST_WAIT_S,
    Action,
    Answer,
    ask_wait_s,
    decide,
    decide_error,
    longest_wait_s,
    parse_retry_after,
    probe_wait_s,
    wait_s,
)
from uploader.why import TOKEN_REFUSED

NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
OURS = {"Holdfast-Protocol": "1"}


def ours(status: int, body: Json | None = None, **headers: str) -> Answer:
    extra = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, {**OURS, **extra}, body)


EXPECTED = {
    Retry.LATER: {Action.RETRY, Action.HOLD, Action.ASK_RECEIVER},
    Retry.OTHERS_FIRST: {Action.RETRY},
    Retry.RESEND: {Action.RETRY},
    Retry.TAKE_IN: {Action.RETRY},
    Retry.ANNOUNCE: {Action.ANNOUNCE},
    Retry.SMALLER: {Action.SMALLER},
    Retry.PAUSE: {Action.PAUSE},
    Retry.FAIL: {Action.FAIL},
    Retry.WITHDRAWN: {Action.WITHDRAWN},
}


@pytest.mark.parametrize("code", PROBLEMS)
def test_each_problem_is_met_by_its_retry_class(code: str) -> None:
    kind = PROBLEMS[code]

    decision = decide(ours(kind.status, problem(code, "Because.")), NOW)

    assert decision.action in EXPECTED[kind.retry]
    assert decision.code == code
    assert decision.reason


@pytest.mark.parametrize("status", [*range(200, 600, 3), 302, 407, 413, 502, 503, 504, 511])
def test_nothing_fails_for_an_answer_that_is_not_the_receivers(status: int) -> None:
    decision = decide(Answer(status, {"Content-Type": "text/html"}, None), NOW)

    assert decision.action is (Action.SMALLER if status == 413 else Action.ASK_RECEIVER)


@pytest.mark.parametrize("status", range(500, 600))
def test_nothing_fails_for_a_receiver_in_trouble(status: int) -> None:
    assert decide(ours(status), NOW).action in (Action.HOLD, Action.ASK_RECEIVER)


HTML = {"Content-Type": "text/html"}
LOGIN, PROXY_DOWN, FIREWALL = "log in", "a proxy reports", "firewall"

# What came, and what is to be done about it: the whole policy, a row each.
ROWS = [
    (Answer(200, HTML, None), Action.ASK_RECEIVER, LOGIN),
    (Answer(204, {}, None), Action.ASK_RECEIVER, LOGIN),
    (Answer(302, {"Location": "http://login.example"}, None), Action.ASK_RECEIVER, LOGIN),
    (Answer(307, {"Location": "http://login.example"}, None), Action.ASK_RECEIVER, LOGIN),
    (Answer(511, HTML, None), Action.ASK_RECEIVER, LOGIN),
    (Answer(401, HTML, None), Action.ASK_RECEIVER, FIREWALL),
    (Answer(403, HTML, None), Action.ASK_RECEIVER, FIREWALL),
    (Answer(404, HTML, None), Action.ASK_RECEIVER, "check the receiver's address"),
    (Answer(407, HTML, None), Action.ASK_RECEIVER, "a name and a password"),
    (Answer(413, HTML, None), Action.SMALLER, "of this size"),
    (Answer(429, HTML, None), Action.ASK_RECEIVER, "less often"),
    (Answer(502, HTML, None), Action.ASK_RECEIVER, PROXY_DOWN),
    (Answer(503, HTML, None), Action.ASK_RECEIVER, PROXY_DOWN),
    (Answer(504, HTML, None), Action.ASK_RECEIVER, PROXY_DOWN),
    # Something that speaks of versions, but not in our words.
    (Answer(200, {"Holdfast-Protocol": "yes"}, {}), Action.ASK_RECEIVER, LOGIN),
    (Answer(200, {"Holdfast-Protocol": ""}, {}), Action.ASK_RECEIVER, LOGIN),
    (Answer(200, {"Holdfast-Protocol": "1, 1"}, {}), Action.DONE, ""),
    (Answer(200, {"Holdfast-Protocol": "10"}, {}), Action.PAUSE, "update Holdfast on this"),
    (Answer(200, {"Holdfast-Protocol": "0"}, {}), Action.PAUSE, "update the receiver"),
    (ours(200, {}), Action.DONE, ""),
    (ours(302), Action.RETRY, "answered 302"),
    (ours(401), Action.PAUSE, "not allowed"),
    (ours(403), Action.PAUSE, "not allowed"),
    (ours(404), Action.RETRY, "answered 404"),
    (ours(408), Action.RETRY, "answered 408"),
    (ours(413), Action.SMALLER, "answered 413"),
    (ours(400), Action.FAIL, "answered 400"),
    (ours(418), Action.RETRY, "does not know (418)"),
    (ours(422), Action.RETRY, "answered 422"),
    (ours(429), Action.HOLD, "answered 429"),
    (ours(500), Action.ASK_RECEIVER, "had a problem"),
    (ours(503), Action.HOLD, "answered 503"),
    (ours(507), Action.HOLD, "disk is full"),
    # Somebody on the way changed the status, or the body: the status counts.
    (ours(503, problem("conflict", "Something else.")), Action.HOLD, "Something else"),
    (ours(500, problem("withdrawn", "It is gone.")), Action.ASK_RECEIVER, "had a problem"),
    (ours(200, problem("conflict", "Something else.")), Action.DONE, ""),
    (ours(404, {"code": ["not", "text"], "detail": None}), Action.RETRY, "answered 404"),
]


@pytest.mark.parametrize(("answer", "action", "said"), ROWS)
def test_the_table_of_answers_row_by_row(answer: Answer, action: Action, said: str) -> None:
    decision = decide(answer, NOW)

    assert decision.action is action
    assert said in decision.reason


@given(
    st.integers(100, 599),
    st.sampled_from(["", "1", "2", "x"]),
    st.sampled_from(["", *PROBLEMS]),
    st.text(max_size=30),
    st.text(max_size=30),
)
def test_no_network_and_no_5xx_makes_anything_fail(
    status: int, protocol: str, code: str, hint: str, date: str
) -> None:
    headers = {"Holdfast-Protocol": protocol, "Retry-After": hint, "Date": date}

    decision = decide(Answer(status, headers, {"code": code}), NOW)

    if protocol in ("", "x") or status >= 500:
        assert decision.action not in (Action.FAIL, Action.WITHDRAWN, Action.DONE)


def test_a_2xx_of_the_receiver_is_done() -> None:
    assert decide(ours(201, {}), NOW).action is Action.DONE
    assert decide(ours(200, None), NOW).action is Action.DONE


def test_another_protocol_pauses_and_says_which_side_is_old() -> None:
    newer = decide(Answer(200, {"Holdfast-Protocol": "2"}, {}), NOW)
    refused = decide(ours(400, problem("protocol_mismatch", "no")), NOW)

    assert newer.action is refused.action is Action.PAUSE
    assert "update Holdfast on this computer" in newer.reason


def test_a_refused_token_pauses_with_the_agreed_sentence() -> None:
    for code in ("unauthorized", "token_revoked", "forbidden"):
        decision = decide(ours(PROBLEMS[code].status, problem(code, "x")), NOW)
        assert (decision.action, decision.reason) == (Action.PAUSE, TOKEN_REFUSED)


def test_a_full_receiver_holds_everything_and_keeps_its_hint() -> None:
    decision = decide(ours(507, problem("storage_full", "x"), Retry_After="30"), NOW)

    assert decision.action is Action.HOLD
    assert decision.reason == "The receiver's disk is full."
    assert decision.retry_after_s == 30


def test_a_limit_is_passed_on() -> None:
    assert decide(ours(413, problem("too_large", "x", limit=1000)), NOW).limit_bytes == 1000
    assert decide(ours(413, problem("too_large", "x", limit="many")), NOW).limit_bytes is None


@pytest.mark.parametrize(
    ("error", "network"),
    [
        (Offline("no name"), Network.OFFLINE),
        (Unreachable("refused"), Network.RECEIVER_UNREACHABLE),
        (Interrupted("cut"), Network.RECEIVER_UNREACHABLE),
    ],
)
def test_silence_is_never_the_items_fault_at_once(error: Offline, network: Network) -> None:
    decision = decide_error(error)

    assert (decision.action, decision.network) == (Action.ASK_RECEIVER, network)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Fri, 20 Nov 2026 14:01:00 GMT", 60.0),
        ("Fri, 20 Nov 2026 13:00:00 GMT", 0.0),
        ("Fri, 20 Nov 2099 13:00:00 GMT", HINT_MOST_S),
        ("99999999999999999999", HINT_MOST_S),
        ("-5", None),
        ("soon", None),
        ("", None),
        ("٣", None),
        ("1e9", None),
        ("120.5", None),
        ("Fri, 20 Nov 2026 14:01:00", 60.0),
        ("Fri, 20 Nov 2026 16:01:00 +0200", 60.0),
        ("Fri, 20 Nov 2026 14:01:00 +99999999999999999999", None),
        ("Fri, 20 Nov 99999999999999999999 14:01:00 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 -2359", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
        (None, None),
    ],
)
def test_retry_after_is_seconds_or_a_date(text: str | None, seconds: float | None) -> None:
    assert parse_retry_after(text, NOW) == seconds


@pytest.mark.parametrize("years", [-20, 0, 20])
def test_a_date_is_understood_whatever_this_computers_clock_says(years: int) -> None:
    headers = {
        "Date": "Fri, 20 Nov 2026 14:00:00 GMT",
        "Retry-After": "Fri, 20 Nov 2026 14:02:00 GMT",
    }

    decision = decide(Answer(503, headers, None), NOW.replace(year=NOW.year + years))

    assert decision.retry_after_s == 120.0


@given(st.text())
def test_retry_after_survives_any_text(text: str) -> None:
    hint = parse_retry_after(text, NOW)

    assert hint is None or 0 <= hint <= HINT_MOST_S


def test_waits_double_in_a_burst_and_end_at_half_an_hour() -> None:
    assert [longest_wait_s(each) for each in range(1, 8)] == [2, 4, 8, 16, 32, 64, 128]
    assert longest_wait_s(12) == longest_wait_s(10_000) == LONGEST_WAIT_S == 1800


@given(st.integers(0, 10_000), st.integers(0, 2**32), st.none() | st.floats(0, HINT_MOST_S))
def test_a_wait_is_jittered_fully_and_never_undercuts_a_hint(
    attempts: int, seed: int, hint_s: float | None
) -> None:
    wait = wait_s(attempts, random.Random(seed).uniform, hint_s)

    assert 0.5 <= wait <= max(LONGEST_WAIT_S, 1.5 * (hint_s or 0))
    assert wait >= (hint_s or 0)


def test_jitter_spreads_a_fleet_even_at_the_longest_wait() -> None:
    uniform = random.Random(7).uniform
    waits = sorted(wait_s(50, uniform) for _ in range(1000))

    assert waits[100] < 0.2 * LONGEST_WAIT_S
    assert waits[900] > 0.8 * LONGEST_WAIT_S


def test_asks_for_playable_begin_quickly_and_grow_to_an_hour() -> None:
    assert [ask_wait_s(each) for each in range(1, 7)] == [0.5, 1, 2, 4, 8, 16]
    assert ask_wait_s(100) == 3600


@pytest.mark.parametrize("network", [each for each in Network if each is not Network.ONLINE])
def test_looks_for_the_receiver_grow_apart(network: Network) -> None:
    waits = [
        probe_wait_s(network, tries, lambda _least, most: most, None) for tries in range(1, 30)
    ]

    assert waits[0] == 1
    assert waits == sorted(waits)
    assert waits[-1] <= 1800


@pytest.mark.parametrize(
    ("answer", "patience"),
    [
        (ours(500), OF_A_DEFECT),
        (ours(502), OF_A_DEFECT),
        (ours(503), None),
        (ours(507), OF_A_FULL_RECEIVER),
        (ours(418), OF_THE_UNKNOWN),
        (ours(404), None),
        (ours(429), None),
        (Answer(418, {}, None), OF_THE_UNKNOWN),
        (Answer(403, {}, None), OF_THE_UNKNOWN),
        (Answer(429, {}, None), None),
        (Answer(502, {}, None), None),
    ],
)
def test_when_a_person_hears_of_what_is_tried_again(
    answer: Answer, patience: Patience | None
) -> None:
    assert decide(answer, NOW).patience == patience

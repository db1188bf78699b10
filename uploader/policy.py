"""What to do about an answer or a failure, and how long to wait.

Pure: the same facts always give the same decision; chance comes in as a function. What each of
the receiver's problems means stands in `holdfast.protocol`, for both sides; here is what to make
of it, and of everything that is not the receiver's: proxies, login pages, silence.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import Enum
from typing import Final

from holdfast.jsonform import Json
from holdfast.protocol import (
    HEADER_PROTOCOL,
    PROBLEMS,
    VERSION,
    Retry,
)
from uploader import foreign
from uploader.errors import Offline, TransportError
from uploader.items import Network
from uploader.patience import OF_A_DEFECT, OF_A_FULL_RECEIVER, OF_THE_UNKNOWN, Patience
from uploader.why import TOKEN_REFUSED

Uniform = Callable[[float, float], float]
"""A random number between two others, like random.uniform."""

FIRST_WAIT_S: Final = 2.0
LONGEST_WAIT_S: Final = 30 * 60.0
LEAST_WAIT_S: Final = 0.5
HINT_MOST_S: Final = 30 * 60.0
HINT_SPREAD: Final = 0.5
HINT_SPREAD_LEAST_S: Final = 2.0
MISMATCHES_MOST: Final = 3
"""A segment that is whole here and refused as damaged this often is not sent again by itself."""
_FIRST_ASKS_S: Final = (0.5, 1.0)
_LONGEST_ASK_S: Final = 3600.0


class Action(Enum):
    """What becomes of the item after a try."""

    DONE = "done"
    RETRY = "retry"
    """Again after a wait; counts as an attempt."""
    ASK_RECEIVER = "ask receiver"
    """Nothing came back that counts: whether the item or the connection is to blame, a small
    question to the receiver tells."""
    HOLD = "hold"
    """The receiver is there but takes nothing now: all wait; no attempt is counted."""
    ANNOUNCE = "announce"
    SMALLER = "smaller"
    PAUSE = "pause"
    FAIL = "fail"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Decision:
    """An action with its reason, one sentence for a person."""

    action: Action
    reason: str = ""
    retry_after_s: float | None = None
    network: Network = Network.RECEIVER_UNREACHABLE
    """What the network is called while an ASK_RECEIVER or HOLD lasts."""
    mismatch: bool = False
    """Whether the receiver says that the bytes arrived damaged."""
    code: str = ""
    """The receiver's stable name for the problem, where there is one."""
    order: Json | None = None
    """With WITHDRAWN: the receiver's order, as it came; nobody has checked it yet."""
    limit_bytes: int | None = None
    """With SMALLER: the largest body that is taken, where it was said."""
    patience: Patience | None = None
    """When a person hears of it although it is tried again; None: never."""


DONE: Final = Decision(Action.DONE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back over HTTP; `body` is None unless it is a JSON object."""

    status: int
    headers: Mapping[str, str]
    body: Json | None

    @property
    def protocol(self) -> int | None:
        """The version of the protocol that it says it speaks; None where it says none."""
        # A proxy that adds a header again joins both with a comma.
        text = self.headers.get(HEADER_PROTOCOL, "").partition(",")[0].strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None

    @property
    def is_ours(self) -> bool:
        """Whether a Holdfast receiver wrote it, and not a proxy or a login page on the way."""
        return self.protocol is not None

    @property
    def is_ok(self) -> bool:
        """Whether the receiver did what was asked."""
        return self.is_ours and 200 <= self.status < 300 and self.speaks_our_version

    @property
    def speaks_our_version(self) -> bool:
        """Whether both sides speak the same major version of the protocol."""
        return self.protocol == VERSION


def decide(answer: Answer, now: datetime) -> Decision:
    """What an answer means for what was sent."""
    # By the clock of whoever wrote it, where it says so: ours may be years off.
    written_at = _http_date(answer.headers.get("Date")) or now
    retry_after_s = parse_retry_after(answer.headers.get("Retry-After"), written_at)
    if not answer.is_ours:
        return _decide_foreign(answer, retry_after_s)
    if not answer.speaks_our_version:
        return _decide_version(answer)
    if answer.is_ok:
        return DONE
    return _decide_problem(answer, retry_after_s)


def _decide_version(answer: Answer) -> Decision:
    theirs = answer.protocol
    side = "Holdfast on this computer" if (theirs or 0) > VERSION else "the receiver"
    return Decision(
        Action.PAUSE,
        f"The receiver speaks protocol version {theirs} and this computer version {VERSION}. "
        f"Recordings are safe; update {side}.",
    )


def _decide_foreign(answer: Answer, retry_after_s: float | None) -> Decision:
    said = foreign.sentence(answer.status)
    if answer.status == 413:
        return Decision(Action.SMALLER, said, retry_after_s)
    # A way that is down comes back by itself; one that refuses does not.
    is_refusal = 400 <= answer.status < 500 and answer.status not in _PASSING
    patience = OF_THE_UNKNOWN if is_refusal else None
    return Decision(Action.ASK_RECEIVER, said, retry_after_s, patience=patience)


_PASSING: Final = frozenset({408, 425, 429})


def _decide_problem(answer: Answer, retry_after_s: float | None) -> Decision:
    body = answer.body or {}
    code = str(body.get("code", ""))
    kind = PROBLEMS.get(code)
    if answer.status not in _KNOWN and 400 <= answer.status < 500:
        return Decision(
            Action.RETRY,
            f"The receiver answered something that this Holdfast does not know ({answer.status}).",
            retry_after_s,
            patience=OF_THE_UNKNOWN,
        )
    if kind is None or kind.status != answer.status:
        # Where the two disagree somebody on the way changed the status, which is then what counts.
        retry, title = _retry_of_status(answer.status), f"The receiver answered {answer.status}"
        code = ""
    elif kind.code == "protocol_mismatch":
        return replace(_decide_version(answer), code=code)
    else:
        retry, title = kind.retry, kind.title
    reason = str(body.get("detail") or f"{title}.")
    return replace(_decide_retry(retry, answer, reason, retry_after_s), code=code)


_STATUS_RETRIES: Final = {
    401: Retry.PAUSE,
    403: Retry.PAUSE,
    404: Retry.LATER,
    408: Retry.LATER,
    410: Retry.WITHDRAWN,
    413: Retry.SMALLER,
    422: Retry.RESEND,
    423: Retry.LATER,
    425: Retry.LATER,
    429: Retry.LATER,
}


_KNOWN: Final = frozenset(
    {each.status for each in PROBLEMS.values()} | set(_STATUS_RETRIES) | {400, 405, 409, 415}
)
"""Statuses that say by themselves what to do, whatever stands in the body."""


def _retry_of_status(status: int) -> Retry:
    if status >= 500 or status < 400:
        return Retry.LATER
    return _STATUS_RETRIES.get(status, Retry.FAIL)


_HOLDS: Final = frozenset({429, 503, 507})


def _decide_retry(
    retry: Retry, answer: Answer, reason: str, retry_after_s: float | None
) -> Decision:
    if retry is Retry.LATER and answer.status in _HOLDS:
        sentence = "The receiver's disk is full." if answer.status == 507 else reason
        full = OF_A_FULL_RECEIVER if answer.status == 507 else None
        return Decision(Action.HOLD, sentence, retry_after_s, patience=full)
    if retry is Retry.LATER and answer.status >= 500:
        sentence = f"The receiver had a problem ({answer.status})."
        patience = OF_A_DEFECT
        return Decision(Action.ASK_RECEIVER, sentence, retry_after_s, patience=patience)
    if retry is Retry.SMALLER:
        return Decision(Action.SMALLER, reason, limit_bytes=_limit(answer.body))
    if retry is Retry.PAUSE:
        return Decision(Action.PAUSE, TOKEN_REFUSED)
    if retry is Retry.WITHDRAWN:
        return Decision(
            Action.WITHDRAWN,
            "It was withdrawn at the receiver and is not sent any more; "
            "the files on this computer are untouched.",
            order=_order(answer.body),
        )
    actions = {
        Retry.LATER: Action.RETRY,
        Retry.OTHERS_FIRST: Action.RETRY,
        Retry.RESEND: Action.RETRY,
        Retry.TAKE_IN: Action.RETRY,
        Retry.ANNOUNCE: Action.ANNOUNCE,
        Retry.FAIL: Action.FAIL,
    }
    return Decision(actions[retry], reason, retry_after_s, mismatch=answer.status == 422)


def _order(body: Json | None) -> Json | None:
    order = (body or {}).get("order")
    return order if isinstance(order, dict) else None


def _limit(body: Json | None) -> int | None:
    limit = (body or {}).get("limit")
    return limit if isinstance(limit, int) and not isinstance(limit, bool) and limit > 0 else None


def own_fault(error: Exception) -> Decision:
    """What to do about a fault of Holdfast itself: the item waits, all others go on."""
    return Decision(
        Action.RETRY,
        f"Holdfast itself failed while it sent this ({type(error).__name__}). It is safe on this "
        "computer and is tried again; the log says more.",
    )


def decide_error(error: TransportError) -> Decision:
    """What it means that no answer came."""
    network = Network.OFFLINE if isinstance(error, Offline) else Network.RECEIVER_UNREACHABLE
    return Decision(Action.ASK_RECEIVER, str(error), network=network)


def parse_retry_after(text: str | None, now: datetime) -> float | None:
    """Seconds that a `Retry-After` asks for (RFC 9110, 10.2.3), at most HINT_MOST_S, or None.

    It may be a number of seconds or a date, which is compared with `now`; anything else is as if
    it were not there.
    """
    if text is None:
        return None
    text = text.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), HINT_MOST_S)
    moment = _http_date(text)
    if moment is None:
        return None
    return min(max((moment - now).total_seconds(), 0.0), HINT_MOST_S)


def _http_date(text: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text or "")
        # Asking for the offset finds out those that no date can have.
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def longest_wait_s(attempts: int) -> float:
    """The longest wait after so many attempts: 2, 4, 8, 16, 32 s, doubling on to 30 minutes."""
    return min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(max(attempts - 1, 0), 20))


def wait_s(attempts: int, uniform: Uniform, hint_s: float | None = None) -> float:
    """How long to wait after the `attempts`-th attempt failed.

    Full jitter (any time up to the longest) spreads a fleet's return after an outage; jitter added
    below a cap would not. A hint of the receiver is never undercut, and spread too.
    """
    return _after_hint(uniform(LEAST_WAIT_S, longest_wait_s(attempts)), hint_s, uniform)


def _after_hint(own_s: float, hint_s: float | None, uniform: Uniform) -> float:
    if hint_s is None:
        return own_s
    # Everybody was told the same; half as long again is enough for all to come one by one.
    spread_s = max(HINT_SPREAD_LEAST_S, hint_s * HINT_SPREAD)
    return max(own_s, hint_s + uniform(0.0, spread_s))


def ask_wait_s(asks: int) -> float:
    """How long after the `asks`-th question whether a recording plays the next one follows."""
    if asks <= len(_FIRST_ASKS_S):
        return _FIRST_ASKS_S[max(asks - 1, 0)]
    return min(_LONGEST_ASK_S, 2.0 ** min(asks - len(_FIRST_ASKS_S), 12))


_PROBE_MOST_S: Final = {
    Network.OFFLINE: 30.0,
    # Two hundred devices look for it less than five times a second together, and are all back
    # within this time once it is.
    Network.RECEIVER_UNREACHABLE: 90.0,
    Network.PAUSED: 1800.0,
}


def probe_wait_s(network: Network, tries: int, uniform: Uniform, hint_s: float | None) -> float:
    """How long until the receiver is looked for again, after `tries` looks that found nothing."""
    most_s = min(_PROBE_MOST_S[network], 2.0 ** min(max(tries - 1, 0), 12))
    return _after_hint(uniform(LEAST_WAIT_S, most_s), hint_s, uniform)

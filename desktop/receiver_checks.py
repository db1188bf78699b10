"""What the doctor asks the receiver: whether it is there, whether it knows us, what time it is.

One request, with a short patience; nothing is sent that changes anything anywhere.
"""

import threading
from dataclasses import dataclass
from typing import Final

from desktop.check import Check
from holdfast.clock import Clock
from holdfast.jsonform import FormatError
from holdfast.layout import Home
from holdfast.protocol import receiver_path
from uploader.clock_offset import ClockOffset, offset_of
from uploader.errors import TransportError, UploaderError
from uploader.identity import Enrolment, load_enrolment, open_secrets
from uploader.policy import Answer
from uploader.settings import UploadSettings
from uploader.transport import Transport

PATIENCE_S: Final = (3.0, 5.0)
WRONG_CLOCK_S: Final = 2.0
_NOT_ALLOWED: Final = (401, 403)


@dataclass(frozen=True, slots=True)
class _Asked:
    answer: Answer
    offset: ClockOffset | None


def receiver_checks(home: Home, settings: UploadSettings, clock: Clock) -> list[Check]:
    """Receiver and clock, which is compared with the receiver's."""
    try:
        enrolment = load_enrolment(home, open_secrets(home))
    except (UploaderError, FormatError, OSError) as error:
        unreadable = Check(
            "receiver",
            False,
            f"The enrolment cannot be read ({error}). Recordings are kept here.",
            "Ask for a new code and use `holdfast enrol`.",
        )
        return [unreadable, _uncompared("the enrolment cannot be read")]
    if enrolment is None:
        not_enrolled = Check(
            "receiver",
            False,
            "Not enrolled: recordings are kept here and not sent.",
            "`holdfast enrol URL CODE` changes that.",
            essential=False,
        )
        return [not_enrolled, _uncompared("there is no receiver yet")]
    try:
        asked = _ask(enrolment, settings, clock)
    except TransportError as error:
        silent = Check(
            "receiver",
            False,
            f"{enrolment.url}: {error}",
            "Recordings are kept here and sent once it answers.",
            essential=False,
        )
        return [silent, _uncompared("the receiver does not answer")]
    return [_judged(enrolment, asked.answer), _compared(asked.offset)]


def _ask(enrolment: Enrolment, settings: UploadSettings, clock: Clock) -> _Asked:
    with Transport(
        enrolment.url, enrolment.token, threading.Event(), settings.ca_file, PATIENCE_S
    ) as transport:
        # The first request pays for the connection; the second measures the clock.
        transport.get(receiver_path())
        before_ns, before = clock.monotonic_ns(), clock.now()
        answer = transport.get(receiver_path())
        round_trip_s = (clock.monotonic_ns() - before_ns) / 1e9
    return _Asked(answer, offset_of(answer.headers, before, round_trip_s))


def _judged(enrolment: Enrolment, answer: Answer) -> Check:
    url = enrolment.url
    if not answer.is_ours:
        return Check(
            "receiver",
            False,
            f"{url}: something else answers ({answer.status}), perhaps a login page.",
            "Log in to this network, or ask for the receiver's address.",
            essential=False,
        )
    if not answer.speaks_our_version:
        return Check(
            "receiver",
            False,
            f"{url} speaks another version of the protocol.",
            "Update the older side; recordings are kept here meanwhile.",
        )
    if answer.status in _NOT_ALLOWED:
        return Check(
            "receiver",
            False,
            f"{url}: this computer is not allowed to upload any more.",
            "Ask your administrator for a new enrolment code.",
        )
    if not answer.is_ok:
        return Check(
            "receiver",
            False,
            f"{url} answers {answer.status}.",
            "Its log says why; recordings are kept here meanwhile.",
            essential=False,
        )
    there = (answer.body or {}).get("receiver")
    if there != enrolment.receiver:
        return Check(
            "receiver",
            False,
            f"{url} is another receiver than the one this computer is enrolled at.",
            "Ask your administrator; nothing is deleted here on its word.",
        )
    version = (answer.body or {}).get("version", "?")
    return Check("receiver", True, f"{url} answers (version {version}), and the enrolment holds.")


def _uncompared(why: str) -> Check:
    return Check("clock", True, f"Not compared: {why}. Recordings keep their own time.")


def _compared(offset: ClockOffset | None) -> Check:
    if offset is None:
        return _uncompared("the receiver does not say what time it is")
    detail = f"{offset.value_s:+.3f} s to the receiver, ± {offset.uncertainty_s:.3f} s."
    if abs(offset.value_s) - offset.uncertainty_s <= WRONG_CLOCK_S:
        return Check("clock", True, detail)
    return Check(
        "clock",
        False,
        f"This computer's clock is {abs(offset.value_s):.0f} s off."
        " Recordings keep their own time; uploads are not affected.",
        "Let the system set its clock.",
        essential=False,
    )

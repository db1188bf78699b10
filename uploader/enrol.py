"""Enrolment: an administrator's code for this device's token and the receiver's pinned key."""

import threading
from urllib.parse import urlsplit

from holdfast.jsonform import FormatError
from holdfast.protocol import enrol_path
from uploader.errors import EnrolmentRefused, TransportError
from uploader.identity import Enrolment, store_enrolment
from uploader.installation import Installation
from uploader.policy import Answer
from uploader.transport import Transport


def enrol_device(installation: Installation, url: str, code: str, name: str) -> Enrolment:
    """Enrol this device and keep what the receiver answered. Raises EnrolmentRefused."""
    url = _checked(url)
    identity = installation.identity
    body = {
        "code": code,
        "name": name,
        "device": identity.device,
        "public_key": identity.public_key,
    }
    never = threading.Event()
    with Transport(url, None, never, installation.settings.ca_file) as transport:
        try:
            answer = transport.send_json("POST", enrol_path(), body)
        except TransportError as error:
            raise EnrolmentRefused(f"{error} Nothing was changed; check {url}.") from error
    if not answer.is_ok or answer.body is None:
        raise EnrolmentRefused(_refusal(answer, url))
    try:
        enrolment = store_enrolment(
            installation.home,
            installation.secrets,
            identity.device,
            answer.body,
            url,
            installation.clock,
        )
    except FormatError as error:
        raise EnrolmentRefused(
            f"The receiver at {url} answered something else than an enrolment ({error})."
        ) from error
    installation.queue.note_enrolled(True)
    installation.queue.holdings.send_to(enrolment.receiver)
    return enrolment


def _checked(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise EnrolmentRefused(
            f"{url!r} is not the address of a receiver. Nothing was changed; "
            "an address looks like https://receiver.example.org."
        )
    return url.rstrip("/")


def _refusal(answer: Answer, url: str) -> str:
    if not answer.is_ours:
        return (
            f"What answers at {url} is not a Holdfast receiver (status {answer.status}). "
            "Nothing was changed; check the address."
        )
    detail = str((answer.body or {}).get("detail") or f"It answered {answer.status}.")
    return f"The receiver did not enrol this computer, and nothing was changed here. {detail}"

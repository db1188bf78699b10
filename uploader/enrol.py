"""Enrolment: an administrator's code for this device's token and the receiver's pinned key."""

import threading
from urllib.parse import urlsplit

from holdfast.jsonform import FormatError, Json
from holdfast.protocol import enrol_path
from uploader.acquaintance import key_id
from uploader.errors import EnrolmentRefused, TransportError
from uploader.identity import Enrolment, store_enrolment
from uploader.installation import Installation
from uploader.policy import Answer
from uploader.transport import Transport


def enrol_device(
    installation: Installation, url: str, code: str, name: str, key: str | None = None
) -> Enrolment:
    """Enrol this device and keep what the receiver answered. Raises EnrolmentRefused.

    `key` names the key that the receiver must have; None trusts the one that it tells.
    """
    url = _checked(url)
    identity = installation.identity
    body: Json = {
        "code": code,
        "name": name,
        "device": identity.device,
        "public_key": identity.public_key,
    }
    if identity.former:
        # What was signed with them before is told from what somebody else signed.
        body["succession"] = [each.to_json() for each in identity.succession]
    never = threading.Event()
    with Transport(url, None, never, installation.settings.ca_file) as transport:
        try:
            answer = transport.send_json("POST", enrol_path(), body)
        except TransportError as error:
            raise EnrolmentRefused(f"{error} Nothing was changed; check {url}.") from error
    if not answer.is_ok or answer.body is None:
        raise EnrolmentRefused(_refusal(answer, url))
    if key is not None:
        _require_key(answer.body, key, url)
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


def _require_key(answer: Json, key: str, url: str) -> None:
    try:
        told = key_id(str(answer.get("receiver_key")))
    except FormatError:
        told = "none"
    if told != key:
        raise EnrolmentRefused(
            f"What answers at {url} has the key {told}, and the invitation is from a receiver with "
            f"the key {key}. Nothing was changed here; ask whoever gave it to you."
        )


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

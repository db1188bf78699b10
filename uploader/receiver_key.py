"""Which receiver answers, and a person's word that its new key is the right one.

It asks the receiver once and changes nothing but the enrolment.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from holdfast.clock import rfc3339
from holdfast.protocol import receiver_path
from uploader.acquaintance import doubt, key_id
from uploader.errors import TransportError, UploaderError
from uploader.identity import Enrolment, keep_enrolment
from uploader.installation import Installation
from uploader.policy import Action, decide
from uploader.transport import Transport


class NotAccepted(UploaderError):
    """The key was not taken; the message says why. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What the receiver said of itself; `told` is None where nothing answers that counts."""

    told: Mapping[str, Any] | None
    doubt: str
    """Why nothing may be sent there; empty where it is the one that is known."""


def ask(installation: Installation, enrolment: Enrolment) -> Answered:
    """Ask whoever answers at the receiver's address who it is. Takes as long as the network."""
    never, ca_file = threading.Event(), installation.settings.ca_file
    with Transport(enrolment.url, enrolment.token, never, ca_file) as transport:
        try:
            answer = transport.get(receiver_path())
        except TransportError as error:
            return Answered(None, str(error))
    decision = decide(answer, installation.clock.now())
    if decision.action is not Action.DONE or answer.body is None:
        return Answered(None, decision.reason)
    told = dict(answer.body)
    reason = doubt(enrolment.url, enrolment.receiver, enrolment.receiver_key, told)
    return Answered(told, reason or "")


def accept(installation: Installation, enrolment: Enrolment, key: str) -> None:
    """Trust the receiver's present key, if it is the one named `key`. Raises NotAccepted, OSError.

    What the former key signed stays known.
    """
    answered = ask(installation, enrolment)
    told = answered.told
    if told is None or told.get("receiver") != enrolment.receiver:
        raise NotAccepted(f"{answered.doubt} Nothing was changed.")
    new_key = str(told.get("receiver_key"))
    if key_id(new_key) != key.lower():
        raise NotAccepted(
            f"The receiver has the key {key_id(new_key)}, not {key}. Nothing was changed."
        )
    if new_key != enrolment.receiver_key:
        at = rfc3339(installation.clock.now())
        changed = replace(enrolment, receiver_key=new_key, enrolled_at=at)
        device = installation.identity.device
        keep_enrolment(installation.home, installation.secrets, device, changed)

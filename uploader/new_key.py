"""A new key for this device to sign with; its former one vouches for it, and its word stays good.

The new key is kept before anybody hears of it and used only once the receiver knows it, so that no
crash and no lost answer leaves signatures that nobody can check. A process that is at work signs
with the former one until it is started again; the receiver takes both.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import FormatError
from holdfast.layout import Home
from holdfast.protocol import encode_key, own_key_path
from holdfast.succession import Handover
from uploader.errors import NoNewKey, SecretsUnreadable, TransportError
from uploader.identity import Identity, Secrets, change_secrets
from uploader.own_keys import next_key, promoted, with_next
from uploader.transport import Transport

_DAMAGED: Final = (
    "The device's key is damaged, so it got no new one. Recordings are safe; restore it from a "
    "backup."
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """This home's keys, read anew each time: another process may have changed them."""

    home: Home
    secrets: Secrets
    clock: Clock

    def renew(self, transport: Transport | None) -> Identity:
        """Take a new key and have the receiver know it; the device as it is from now on.

        Without a transport nobody is told yet, as before any enrolment: the next receiver hears
        how the key came about. Raises NoNewKey, where all goes on as before; SecretsUnreadable,
        OSError.
        """
        before = Identity.load_or_create(self.secrets, self.clock)
        at = rfc3339(self.clock.now())
        change_secrets(self.home, self.secrets, lambda stored: with_next(stored, at))
        try:
            new = next_key(self.secrets.read())
            if new is None:
                # Another process was faster, and its key is as new.
                return Identity.load_or_create(self.secrets, self.clock)
            coming = before.following(self.secrets.read())
            if transport is not None:
                _tell(transport, coming.succession)
            change_secrets(self.home, self.secrets, lambda stored: promoted(stored, new))
        except (FormatError, KeyError) as error:
            raise NoNewKey(_DAMAGED) from error
        return Identity.load_or_create(self.secrets, self.clock)

    def attend(self, transport: Transport, told: dict[str, Any]) -> None:
        """Do what the receiver's answer to a heartbeat says of this device's key.

        One that knows us by a key we gave up was restored from an older backup: it hears again how
        the present one came about. It may also want a new one. Nothing waits for either.
        """
        try:
            identity = Identity.load_or_create(self.secrets, self.clock)
            if told.get("device_key") in _former(identity):
                _tell(transport, identity.succession)
            elif told.get("wants_new_key") is True or self._is_known(told.get("device_key")):
                self.renew(transport)
        except (NoNewKey, SecretsUnreadable, OSError) as error:
            # Said again at the next heartbeat.
            _log.warning("this device keeps the key it has for now: %s", error)

    def _is_known(self, key: object) -> bool:
        """Whether the receiver knows the next key already, and only its answer was lost."""
        try:
            coming = next_key(self.secrets.read())
        except FormatError as error:
            raise NoNewKey(_DAMAGED) from error
        return coming is not None and key == encode_key(coming.verify_key.encode())


def _former(identity: Identity) -> list[str]:
    return [encode_key(each.key.verify_key.encode()) for each in identity.former]


def _tell(transport: Transport, steps: Sequence[Handover]) -> None:
    try:
        body = {"succession": [each.to_json() for each in steps]}
        answer = transport.send_json("POST", own_key_path(), body)
    except TransportError as error:
        raise NoNewKey(f"{error} The present key stays in use; try again later.") from error
    if not answer.is_ok:
        said = (answer.body or {}).get("detail") or f"It answered {answer.status}."
        raise NoNewKey(
            f"The receiver did not take the new key, and the present one stays in use. {said}"
        )

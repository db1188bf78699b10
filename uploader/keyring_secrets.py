"""Secrets in the operating system's keyring, where this user's own home has one that works.

It knows no name of a secret. Whoever needs none of it does not import it: the library looks for
every keyring there may be.
"""

import json
from typing import Final

import keyring
import keyring.errors

from holdfast.layout import Home
from uploader.errors import SecretsUnreadable

_SERVICE: Final = "holdfast"


def keeps_something() -> bool:
    """Whether there is a keyring that can be used."""
    # A backend's priority says how far it can be used; the ones that keep nothing have none.
    return keyring.get_keyring().priority >= 1


class KeyringSecrets:
    """All secrets of a home, as one entry."""

    def __init__(self, home: Home) -> None:
        self._account = str(home.root)

    def read(self) -> dict[str, str]:
        """All secrets; empty where there are none yet. Raises SecretsUnreadable."""
        try:
            text = keyring.get_password(_SERVICE, self._account)
            return {} if text is None else {k: str(v) for k, v in json.loads(text).items()}
        except (keyring.errors.KeyringError, ValueError, AttributeError) as error:
            raise SecretsUnreadable(
                "The device's key in this computer's keyring cannot be read. Recordings are safe; "
                "unlock the keyring and try again."
            ) from error

    def store_first(self, values: dict[str, str]) -> None:
        """Store the first secrets; where some are there already, change nothing."""
        if not self.read():
            self.store(values)

    def store(self, values: dict[str, str]) -> None:
        """Store all secrets anew. Raises SecretsUnreadable when the keyring is locked."""
        try:
            keyring.set_password(_SERVICE, self._account, json.dumps(values))
        except keyring.errors.KeyringError as error:
            raise SecretsUnreadable(
                "The device's key cannot be stored in this computer's keyring. "
                "Unlock the keyring and try again."
            ) from error

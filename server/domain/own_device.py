"""The device in whose name the receiver itself takes files in. Nobody has its token."""

import threading
from typing import Final

from server.db.engine import Database
from server.domain.devices import Applicant, Devices
from server.domain.refusals import Refusal

NAME: Final = "the receiver itself"


class OwnDevice:
    """Made when it is first asked for. Revoke it, and the receiver takes in nothing more."""

    def __init__(self, devices: Devices, database: Database) -> None:
        self._devices = devices
        self._database = database
        self._lock = threading.Lock()
        self._id: str | None = None

    def id(self) -> str:
        """Its id. Raises Refusal `forbidden` where it was revoked."""
        with self._lock:
            if self._id is None:
                self._id = self._known() or self._made()
        row = self._devices.known(self._id)
        if row is None or row.revoked_at is not None:
            raise Refusal(
                "forbidden",
                f"The device {NAME!r} was revoked, so nothing is taken in under its name.",
            )
        return self._id

    def is_own(self, device: str) -> bool:
        """Whether this is it, revoked or not."""
        row = self._devices.known(device)
        return row is not None and row.name == NAME

    def _known(self) -> str | None:
        named = [row.id for row in self._devices.everyone() if row.name == NAME]
        return min(named, default=None)

    def _made(self) -> str:
        with self._database.writing() as session:
            return self._devices.admit(session, Applicant(None, None), NAME, []).device

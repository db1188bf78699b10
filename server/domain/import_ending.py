"""How files on their way end without having become anything: dropped, expired, or gone.

It forgets rows and staged bytes. What becomes a recording is decided in `imports.py`.
"""

import logging

from sqlalchemy import ColumnElement

from holdfast.clock import Clock
from server.blobs.base import Blobs
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import ImportRow
from server.domain.admission import Admission
from server.domain.import_table import ImportTable
from server.domain.import_values import KEPT, ImportState
from server.domain.keyed_locks import KeyedLocks
from server.domain.refusals import Refusal
from server.domain.staging import Staging

_log = logging.getLogger(__name__)


class ImportEnding:
    """Drops files that are not complete. Their locks are held meanwhile."""

    def __init__(
        self, data: Store, database: Database, blobs: Blobs, admission: Admission, clock: Clock
    ) -> None:
        self._data = data
        self._database = database
        self._rows = ImportTable(database, clock)
        self._admission = admission
        self._clock = clock
        self._locks = KeyedLocks(data, "imports")
        self._staging = Staging(blobs)

    def drop(self, id: str, device: str) -> None:  # noqa: A002
        """Forget a file that is not complete, and every byte of it.

        Raises Refusal: `unknown_upload`, `conflict` for one that is complete: it stays.
        """
        with self._locks.hold(id):
            row = self._rows.own(id, device)
            if row.state == "stored":
                raise Refusal("conflict", "The file is complete and stays. Nothing was changed.")
            self._forget(row)

    def drop_session(self, session: str) -> int:
        """Forget every file on its way that belongs to a session; how many there were."""
        return self._drop_all(ImportRow.session == session)

    def drop_expired(self) -> int:
        """Forget what has had no byte for so long as its sender was told; how many there were."""
        return self._drop_all(ImportRow.changed_at <= self._clock.now() - KEPT)

    def _forget_if_gone(self, id: str) -> None:  # noqa: A002 - as above
        """Forget what has no bytes: a backup that is put back brings nothing but its row."""
        with self._locks.hold(id):
            row = self._rows.of(id, ImportRow.state == "open")
            if row is not None and row.present and not self._staging.has(row.staged):
                self._lost(row)

    def _lost(self, row: ImportState) -> Refusal:
        """Forget a file whose bytes are gone; returns what to tell its sender.

        Raises Refusal `unavailable` where the whole disk is gone.
        """
        self._admission.require_mounted()
        _log.error("what had come of an upload is not here any more; it has to begin again")
        self._forget(row)
        return Refusal(
            "unknown_upload", "What had come of this upload is not here any more. Begin it again."
        )

    def _drop_all(self, which: ColumnElement[bool]) -> int:
        return sum(self._drop_if(each, which) for each in self._rows.ids(which))

    def _drop_if(self, id: str, which: ColumnElement[bool]) -> bool:  # noqa: A002
        with self._locks.hold(id):
            # Its sender may have gone on since.
            row = self._rows.of(id, which)
            if row is not None:
                self._forget(row)
        return row is not None

    def _forget(self, row: ImportState) -> None:
        # The row first: bytes without one are dropped at the next start.
        self._rows.remove(row)
        self._staging.drop(row.staged)

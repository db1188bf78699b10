"""Connections that are kept as they are between two uses: what every request asks costs half so.

Taking one from the engine's pool and putting it back is most of what a short question costs. Only
for a database that is a file of this machine: a server may have ended a connection meanwhile.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection, Engine

KEPT_MOST: Final = 4
"""Of more, requests at the same time would take all that the engine gives out at once."""


class KeptConnections:
    """Connections of one engine; threads may share it. A transaction ends with its `with`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # The one that was used last is used next, so that few are ever open.
        self._idle: list[Connection] = []

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """A connection to ask on; what was begun on it is rolled back."""
        connection = self._taken()
        try:
            yield connection
            connection.rollback()
        except BaseException:
            connection.close()
            raise
        self._keep(connection)

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """A connection in a transaction that commits."""
        connection = self._taken()
        try:
            with connection.begin():
                yield connection
        except BaseException:
            connection.close()
            raise
        self._keep(connection)

    def _keep(self, connection: Connection) -> None:
        if len(self._idle) < KEPT_MOST:
            self._idle.append(connection)
        else:
            connection.close()

    def _taken(self) -> Connection:
        try:
            return self._idle.pop()
        except IndexError:
            return self._engine.connect()

    def close(self) -> None:
        """Close all of them; nobody may use one at that time."""
        while self._idle:
            self._idle.pop().close()

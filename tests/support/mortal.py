"""Two sides of a conversation in one process, each of which may die at any step that matters.

A step is a statement or commit of a database, or a call that makes a file durable or gives it a
name. Death comes before the step: it raises `Killed`, which no code of ours catches, and whatever
the dying code still tries to change is refused, as it would be from a process that is gone. Locks
and connections of the dead are closed, as the kernel does.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from pysqlite3 import dbapi2

from holdfast.locks import Lock

_CALLS = ("fsync", "fdatasync", "link", "unlink", "replace", "rename", "mkdir")
_real_connect = dbapi2.connect


class Killed(BaseException):
    """This side's process is gone."""


class Mortals:
    """Which side is acting, which is dead, and at which of its coming steps one dies."""

    def __init__(self) -> None:
        self.acting: str | None = None
        self._dead: set[str] = set()
        self._steps_left: dict[str, int] = {}
        self._locks: dict[str, list[Lock]] = {}
        self._connections: dict[str, list[Any]] = {}
        self.deaths = 0

    def die_after(self, side: str, steps: int) -> None:
        """Have a side die before the step that comes after so many more of its steps."""
        self._steps_left[side] = steps

    def spare(self) -> None:
        """Forget every death that has not come."""
        self._steps_left.clear()

    def is_dead(self, side: str) -> bool:
        """Whether its process is gone."""
        return side in self._dead

    def kill(self, side: str) -> None:
        """End a side's process between two steps."""
        self._dead.add(side)
        self._bury(side)

    def revive(self, side: str) -> None:
        """From now on there is a new process of this side."""
        self._dead.discard(side)

    @contextmanager
    def as_side(self, side: str) -> Iterator[None]:
        """What happens inside is done by this side. Raises Killed where it dies."""
        before, self.acting = self.acting, side
        try:
            yield
        except Killed:
            self._bury(side)
            raise
        finally:
            self.acting = before

    def step(self) -> None:
        """The acting side comes to a step. Raises Killed."""
        side = self.acting
        if side is None:
            return
        if side in self._dead:
            raise Killed(side)
        left = self._steps_left.get(side)
        if left is None:
            return
        if left == 0:
            del self._steps_left[side]
            self._dead.add(side)
            self.deaths += 1
            raise Killed(side)
        self._steps_left[side] = left - 1

    def _bury(self, side: str) -> None:
        for connection in self._connections.pop(side, []):
            connection.close()
        for lock in self._locks.pop(side, []):
            lock.release()

    @contextmanager
    def among_us(self) -> Iterator[None]:
        """Count the steps of this process from here on."""
        with ExitStack() as patches:
            for call in _CALLS:
                patches.enter_context(patch.object(os, call, self._counted(getattr(os, call))))
            patches.enter_context(patch.object(dbapi2, "connect", self._connect))
            patches.enter_context(patch.object(Lock, "__init__", self._locked(Lock.__init__)))
            yield

    def _counted(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            self.step()
            return real(*given, **named)

        return call

    def _locked(self, real: Callable[..., None]) -> Callable[..., None]:
        def begin(lock: Lock, *given: Any) -> None:
            real(lock, *given)
            if self.acting is not None:
                self._locks.setdefault(self.acting, []).append(lock)

        return begin

    def _connect(self, *given: Any, **named: Any) -> Any:
        connection = _real_connect(*given, **named, factory=_connection_of(self))
        if self.acting is not None:
            self._connections.setdefault(self.acting, []).append(connection)
        return connection


def _connection_of(mortals: Mortals) -> type:
    class Cursor(dbapi2.Cursor):  # type: ignore[misc]  # pysqlite3 has no types
        def execute(self, *given: Any) -> Any:
            mortals.step()
            return super().execute(*given)

        def executemany(self, *given: Any) -> Any:
            mortals.step()
            return super().executemany(*given)

    class Connection(dbapi2.Connection):  # type: ignore[misc]  # pysqlite3 has no types
        def cursor(self, _factory: Any = None) -> Any:
            return super().cursor(Cursor)

        def execute(self, *given: Any) -> Any:
            return self.cursor().execute(*given)

        def executemany(self, *given: Any) -> Any:
            return self.cursor().executemany(*given)

        def commit(self) -> None:
            mortals.step()
            super().commit()

    return Connection

"""Wakes workers when there is something to do. It carries no job: the table has them all.

A ring that is lost, or a server that is away, costs a wait of seconds and nothing else, because
every worker looks into the table by itself from time to time.
"""

import logging
import threading
from abc import ABC, abstractmethod
from contextlib import suppress
from typing import Any, Final, Protocol

from server.engines import Engines, EngineUnusable

LOOK_ANYWAY_S: Final = 5.0
"""A worker that hears nothing looks into the table this often."""
_EMBEDDED_LOOK_S: Final = 0.25
_STEP_S: Final = 1.0
"""A worker that was told to stop waits no longer than this for the bell."""
_CHANNEL: Final = "holdfast_jobs"
_KEY: Final = "holdfast:jobs"
_MOST_RINGS: Final = 1000
_CONNECT_S: Final = 5
_log = logging.getLogger(__name__)


class Bell(Protocol):
    """Rung after jobs were committed; waited for by workers."""

    def ring(self) -> None:
        """Wake a worker, if one waits. It never fails and never waits for long."""
        ...

    def wait(self, stop: threading.Event) -> None:
        """Return when there may be something to do, or soon after `stop` is set."""
        ...

    def close(self) -> None:
        """Give up connections."""
        ...


class NoBell:
    """The only worker, beside its receiver, looks into the table four times a second."""

    def ring(self) -> None:
        """Nobody waits for it."""

    def wait(self, stop: threading.Event) -> None:
        stop.wait(_EMBEDDED_LOOK_S)

    def close(self) -> None:
        """There is nothing to give up."""


class _ServerBell(ABC):
    """A bell that hangs on a server: one connection, made when it is needed and made again."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._connection: Any = None

    def ring(self) -> None:
        try:
            with self._lock:
                self._ring(self._connected())
        except self._errors() as error:
            self._lost(error)

    def wait(self, stop: threading.Event) -> None:
        heard, waited_s = False, 0.0
        while not heard and not stop.is_set() and waited_s < LOOK_ANYWAY_S:
            try:
                with self._lock:
                    heard = self._heard(self._connected())
            except self._errors() as error:
                self._lost(error)
                stop.wait(_STEP_S)
            waited_s += _STEP_S

    def close(self) -> None:
        with self._lock:
            if self._connection is not None:
                with suppress(*self._errors()):
                    self._connection.close()
            self._connection = None

    def _connected(self) -> Any:
        if self._connection is None:
            self._connection = self._connect()
        return self._connection

    def _lost(self, error: Exception) -> None:
        _log.warning("the queue's server is away, workers look by themselves: %s", error)
        self.close()

    @abstractmethod
    def _connect(self) -> Any: ...

    @abstractmethod
    def _errors(self) -> tuple[type[Exception], ...]: ...

    @abstractmethod
    def _ring(self, connection: Any) -> None: ...

    @abstractmethod
    def _heard(self, connection: Any) -> bool: ...


class PostgresBell(_ServerBell):
    """NOTIFY wakes every worker that LISTENs; one of them gets the job."""

    def __init__(self, url: str) -> None:
        """Raises EngineUnusable without the driver."""
        super().__init__()
        try:
            import psycopg
        except ModuleNotFoundError as error:
            raise EngineUnusable(_not_installed("a Postgres server", "postgres")) from error
        self._psycopg = psycopg
        self._url = url.replace("postgresql+psycopg://", "postgresql://", 1)
        self._listens = False

    def _connect(self) -> Any:
        self._listens = False
        return self._psycopg.connect(self._url, autocommit=True, connect_timeout=_CONNECT_S)

    def _errors(self) -> tuple[type[Exception], ...]:
        return (self._psycopg.Error, OSError)

    def _ring(self, connection: Any) -> None:
        connection.execute(f"NOTIFY {_CHANNEL}")

    def _heard(self, connection: Any) -> bool:
        if not self._listens:
            connection.execute(f"LISTEN {_CHANNEL}")
            self._listens = True
            # What was rung before nobody listened was not heard.
            return True
        return any(True for _ in connection.notifies(timeout=_STEP_S, stop_after=1))


class RedisBell(_ServerBell):
    """A list with an entry a ring, so that each wakes one worker, also one that comes later."""

    def __init__(self, url: str) -> None:
        """Raises EngineUnusable without the client."""
        super().__init__()
        try:
            import redis
        except ModuleNotFoundError as error:
            raise EngineUnusable(_not_installed("a Redis server", "redis")) from error
        self._redis = redis
        self._url = url

    def _connect(self) -> Any:
        return self._redis.Redis.from_url(
            self._url, socket_connect_timeout=_CONNECT_S, socket_timeout=_CONNECT_S
        )

    def _errors(self) -> tuple[type[Exception], ...]:
        return (self._redis.RedisError, OSError)

    def _ring(self, connection: Any) -> None:
        connection.rpush(_KEY, b"1")
        # While all workers are away the rings of weeks would pile up; a few wake them as well.
        connection.ltrim(_KEY, -_MOST_RINGS, -1)

    def _heard(self, connection: Any) -> bool:
        return connection.blpop([_KEY], timeout=_STEP_S) is not None


def open_bell(engines: Engines) -> Bell:
    """The bell of these engines. It connects when it is used. Raises EngineUnusable."""
    match engines.queue_kind:
        case "embedded":
            return NoBell()
        case "postgresql":
            return PostgresBell(engines.queue_url)
        case _:
            return RedisBell(engines.queue_url)


def _not_installed(what: str, extra: str) -> str:
    return (
        f"QUEUE_URL names {what}, whose client is not installed. Nothing was changed; install it "
        f"with: pip install 'holdfast[{extra}]'"
    )

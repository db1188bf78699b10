"""Which processes are alive: each one that claims queue items holds an OS lock on a file.

A claim belongs to a lock that is held, so neither clock jumps nor sleep can steal it, and the
kernel ends it however a process dies. Nothing here knows SQL.
"""

from dataclasses import dataclass
from typing import Self

from holdfast import durable
from holdfast.clock import Clock
from holdfast.ids import new_id
from holdfast.layout import Home
from holdfast.locks import Lock, is_held, try_lock


@dataclass(frozen=True, slots=True)
class Instance:
    """This process as an owner of claims, alive until `end` or until the process dies."""

    id: str
    home: Home
    lock: Lock

    @classmethod
    def begin(cls, home: Home, clock: Clock) -> Self:
        """Become an owner of claims, under an id that no one had before. Raises OSError."""
        instance = new_id(clock.now())
        durable.make_folder(home.instances)
        lock = try_lock(home.instance_lock(instance))
        if lock is None:
            raise OSError(f"{home.instance_lock(instance)} is held although it is new")
        return cls(instance, home, lock)

    def is_alive(self, other: str) -> bool:
        """Whether the instance `other` still holds its lock; this one always does."""
        return other == self.id or is_held(self.home.instance_lock(other))

    def forget(self, other: str) -> None:
        """Remove what a dead instance left behind."""
        durable.remove(self.home.instance_lock(other))

    def end(self) -> None:
        """Give up all claims of this instance; the next start returns them to the queue."""
        durable.remove(self.home.instance_lock(self.id))
        self.lock.release()

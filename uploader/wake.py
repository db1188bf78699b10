"""Waiting that ends at once: for new work, for a person's "try now", for the end.

A generation counter instead of a flag: whoever looks for work remembers the generation first, so
no call is lost between looking and waiting, and none makes a later wait return for ever.
"""

import threading


class Wake:
    """What all threads of a worker wait on."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._generation = 0
        self.stopped = threading.Event()
        """Set once and for all when everything has to end."""
        self.ended = threading.Event()
        """Set when everything has."""

    @property
    def generation(self) -> int:
        """To be remembered before looking for work, and given to `wait`."""
        with self._condition:
            return self._generation

    def call(self) -> None:
        """End every wait that is going on, and the next one of whoever has not looked since."""
        with self._condition:
            self._generation += 1
            self._condition.notify_all()

    def stop(self) -> None:
        """End everything."""
        self.stopped.set()
        self.call()

    def wait(self, seen: int, timeout_s: float) -> None:
        """Wait until there was a call after generation `seen`, or for `timeout_s` seconds."""
        with self._condition:
            self._condition.wait_for(
                lambda: self._generation != seen or self.stopped.is_set(), timeout=timeout_s
            )

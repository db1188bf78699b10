"""What becomes of a fault in the uploader: what passes is tried again, the rest ends the run.

It knows no work itself, and nothing of answers: those are judged by `policy.py`.
"""

import logging
import threading
from collections.abc import Callable
from typing import Final

from uploader.claims import Claims
from uploader.errors import ClaimLost, QueueDamaged, QueueError, QueueFull

_AFTER_ERROR_S: Final = 2.0
_log = logging.getLogger(__name__)


class Guard:
    """Runs the work of all threads. Called from each of them."""

    def __init__(
        self,
        claims: Claims,
        is_given_up: Callable[[], bool],
        fail: Callable[[BaseException], None],
    ) -> None:
        """`is_given_up`: whether another took this thread's place; `fail` is told what ends all."""
        self._claims = claims
        self._is_given_up = is_given_up
        self._fail = fail
        self._owing: set[int] = set()

    def run(self, work: Callable[[], float]) -> float:
        """Do some work; returns what it returned, or after a fault how long to wait, in seconds."""
        ident = threading.get_ident()
        try:
            if ident in self._owing:
                # The queue failed in the middle: what this thread had claimed would wait for a
                # restart.
                self._claims.release_of_thread(ident)
                self._owing.discard(ident)
            return work()
        except (QueueDamaged, QueueFull) as error:
            self._fail(error)
        except (QueueError, OSError) as error:
            self._owing.add(ident)
            if isinstance(error, ClaimLost) and self._is_given_up():
                _log.info("a thread that hung goes on and ends: %s", error)
            else:
                _log.exception("the uploader goes on after a pause; nothing is lost")
        except BaseException as error:  # noqa: BLE001 - `run` raises it, in the thread that called
            self._fail(error)
        return _AFTER_ERROR_S

"""Notes in the audit log who looked at whom: each view that shows or plays people declares it.

A player asks for one film in a hundred pieces, so a look counts once in ten minutes. What cannot be
noted is not shown.
"""

import threading
from collections.abc import Callable
from typing import Any, Final, TypeVar

from flask import Flask, Response, current_app, g, request

from holdfast.clock import Clock
from server.api.context import receiver
from server.auth.policy import Principal

View = TypeVar("View", bound=Callable[..., Any])
_ATTRIBUTE: Final = "holdfast_noted"
_ONCE_IN_NS: Final = 600 * 10**9
_MOST_LOOKS: Final = 10_000
_KINDS: Final = ("recording", "session", "study")


def noted(action: str) -> Callable[[View], View]:
    """Declare that each success of a view is an action in the audit log."""

    def mark(view: View) -> View:
        setattr(view, _ATTRIBUTE, action)
        return view

    return mark


def action_of(view: Callable[..., Any] | None) -> str | None:
    """What the audit log calls the success of a view; None where it is not noted."""
    return getattr(view, _ATTRIBUTE, None)


class Looks:
    """Which looks were noted lately. Safe to use from several threads."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._noted: dict[tuple[str, str, str], int] = {}
        self._lock = threading.Lock()

    def is_new(self, look: tuple[str, str, str]) -> bool:
        """Whether this look is to be noted, and remember that it is."""
        now_ns = self._clock.monotonic_ns()
        with self._lock:
            last_ns = self._noted.get(look)
            if last_ns is not None and now_ns - last_ns < _ONCE_IN_NS:
                return False
            if len(self._noted) >= _MOST_LOOKS:
                self._noted.clear()
            self._noted[look] = now_ns
            return True


def register(app: Flask, clock: Clock) -> None:
    """Note every look, before its answer goes out."""
    looks = Looks(clock)

    @app.after_request
    def note(answer: Response) -> Response:
        action = action_of(current_app.view_functions.get(request.endpoint or ""))
        asking = g.get("principal")
        if action is None or answer.status_code >= 300 or not isinstance(asking, Principal):
            return answer
        subject = _subject(request.view_args or {})
        if looks.is_new((asking.actor, action, subject)):
            receiver().audit.record(asking, action, subject)
        return answer


def _subject(named: dict[str, Any]) -> str:
    return next((f"{kind}:{named[kind]}" for kind in _KINDS if kind in named), "receiver")

"""A fire drill as its command tells of it, line by line, for tests of the window."""

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Any

from desktop.ui.drill_view import DrillView, after, begun, ended

NETWORK: tuple[Mapping[str, Any], ...] = (
    {
        "event": "seen",
        "accident": "network",
        "sentence": "A recording is running, and its first segment is saved.",
    },
    {"event": "ask", "accident": "network"},
    {
        "event": "seen",
        "accident": "network",
        "sentence": "The network is cut. The recording goes on.",
    },
    {
        "event": "seen",
        "accident": "network",
        "sentence": "It is home, checked and playable, 7 s after the trouble ended.",
    },
    {"event": "found", "accident": "network", "held": True},
)
CAMERA: tuple[Mapping[str, Any], ...] = (
    {
        "event": "seen",
        "accident": "camera",
        "sentence": "A recording is running, and its first segment is saved.",
    },
    {"event": "ask", "accident": "camera"},
)


def report(held: bool = True, disk: bool | None = True) -> Mapping[str, Any]:
    """The last line: what came of it."""
    verdicts = {"network": True, "camera": held, "kill": True, "disk": disk}
    return {
        "event": "report",
        "held": held,
        "files": ["/reports/drill.html", "/reports/drill.pdf", "/reports/drill.json"],
        "accidents": [{"accident": name, "held": each} for name, each in verdicts.items()],
    }


def told(*events: Mapping[str, Any]) -> DrillView:
    """The view after these lines."""
    return _after_all(begun(), events)


def _after_all(view: DrillView, events: Iterable[Mapping[str, Any]]) -> DrillView:
    return reduce(after, events, view)


def drilling() -> DrillView:
    """The network held, and the camera waits for a person."""
    return told(*NETWORK, *CAMERA)


def drilled() -> DrillView:
    """It is over, and one accident did not hold."""
    return ended(told(*NETWORK, *CAMERA, report(held=False, disk=None)), "", was_stopped=False)

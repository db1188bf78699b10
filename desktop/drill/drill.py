"""The drill from its beginning to its report: accident after accident, then everything counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.drill.accidents import MAKE, Accident, Finding, Staff, Watch
from desktop.drill.sandbox import mount_small_disk, opened, unmount
from holdfast.clock import Clock, rfc3339
from holdfast.durable import make_folder
from holdfast.jsonform import FORMAT_VERSION, Json
from holdfast.version import VERSION

DISK_BYTES: Final = 64 << 20
"""The sandbox's small disk: room for the drill's recordings, and quickly filled."""
NO_SMALL_DISK: Final = (
    "This computer does not allow a program to make a small disk of its own, so that none was "
    "filled."
)


@dataclass(frozen=True, slots=True)
class Report:
    """What the drill showed. Times are RFC 3339."""

    began_at: str
    ended_at: str
    computer: str
    findings: tuple[Finding, ...]
    recordings: int
    home: int
    """How many of them the receiver holds, checked against our hashes, and has played."""
    files_ok: int
    """Files on this computer that match what was written down when they were recorded."""
    files_wrong: int

    @property
    def held(self) -> bool:
        """Whether every accident that could be tried was survived, and everything came home."""
        tried = [each for each in self.findings if each.held is not None]
        survived = bool(tried) and all(each.held for each in tried)
        return survived and self.home == self.recordings and not self.files_wrong

    def to_json(self) -> Json:
        """The report as it is signed: every number that the page shows."""
        return {
            "format_version": FORMAT_VERSION,
            "kind": "fire drill",
            "app_version": VERSION,
            "began_at": self.began_at,
            "ended_at": self.ended_at,
            "computer": self.computer,
            "held": self.held,
            "recordings": self.recordings,
            "home": self.home,
            "files_ok": self.files_ok,
            "files_wrong": self.files_wrong,
            "accidents": [each.to_json() for each in self.findings],
        }


def run_drill(
    folder: Path,
    staff: Staff,
    clock: Clock,
    computer: str,
    accidents: Sequence[Accident] = tuple(Accident),
    *,
    on_small_disk: bool,
) -> Report:
    """Run these accidents in a sandbox in `folder`. Raises Failure where the sandbox cannot be.

    `on_small_disk`: this process may mount one, which needs a namespace of its own.
    """
    began_at = rfc3339(clock.now())
    recordings = folder / "home" / "recordings"
    if on_small_disk:
        make_folder(recordings)
        mount_small_disk(recordings, DISK_BYTES)
    try:
        return _drilled(folder, staff, clock, computer, accidents, began_at, on_small_disk)
    finally:
        if on_small_disk:
            unmount(recordings)


def _drilled(
    folder: Path,
    staff: Staff,
    clock: Clock,
    computer: str,
    accidents: Sequence[Accident],
    began_at: str,
    on_small_disk: bool,
) -> Report:
    findings: list[Finding] = []
    with opened(folder, clock) as sandbox:
        for accident in accidents:
            if accident is Accident.DISK and not on_small_disk:
                staff.see(accident, NO_SMALL_DISK)
                finding = Finding(accident, None, (NO_SMALL_DISK,))
            else:
                finding = MAKE[accident](Watch(sandbox, staff, clock, accident))
            findings.append(finding)
            staff.found(finding)
        queue = sandbox.queue()["recordings"]
        checked = sandbox.ask("queue", "verify")
    wrong = len(checked["missing"]) + len(checked["changed"])
    return Report(
        began_at=began_at,
        ended_at=rfc3339(clock.now()),
        computer=computer,
        findings=tuple(findings),
        recordings=len(queue),
        home=sum(each["custody"]["verified"] and each["custody"]["playable"] for each in queue),
        files_ok=checked["checked_files"] - wrong,
        files_wrong=wrong,
    )

"""The four accidents of the drill: what staff do, what must hold, and what was seen.

Each is a recording to which something happens. It judges by what queue, manifest and receiver say,
never by what should have happened.
"""

import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, Protocol

from desktop.drill.sandbox import Sandbox, kill_tree
from holdfast import durable
from holdfast.clock import Clock
from holdfast.jsonform import Json
from holdfast.layout import RecordingFolder

HOME_S: Final = 150.0
"""How long a recording may take to come home once nothing is in its way."""
_BEGIN_S: Final = 120.0
_NOTICE_S: Final = 60.0
_END_S: Final = 120.0
_AWAY_S: Final = 4.0
_LEFT_BYTES: Final = 4 << 20
"""What the filled disk has left: less than the recorder keeps for ending in good order."""


class Accident(StrEnum):
    """In the order in which they happen."""

    NETWORK = "network"
    CAMERA = "camera"
    KILL = "kill"
    DISK = "disk"


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of one accident. `held` is None where it could not be tried here."""

    accident: Accident
    held: bool | None
    seen: tuple[str, ...]
    recording: str | None = None
    recorded_s: float | None = None
    lost_s: float | None = None
    home_s: float | None = None
    """How long it took from the end of the trouble until it was received, checked and playable."""

    def to_json(self) -> Json:
        return {
            "accident": self.accident.value,
            "held": self.held,
            "seen": list(self.seen),
            "recording": self.recording,
            "recorded_s": self.recorded_s,
            "lost_s": self.lost_s,
            "home_s": self.home_s,
        }


class Staff(Protocol):
    """The people at the drill."""

    def do(self, accident: Accident) -> None:
        """Return once somebody has said that it may happen now."""
        ...

    def see(self, accident: Accident, sentence: str) -> None:
        """Tell what is happening."""
        ...

    def found(self, finding: "Finding") -> None:
        """Tell what came of an accident."""
        ...


class Watch:
    """One accident while it happens: notes what is seen, and tells it at once."""

    def __init__(self, sandbox: Sandbox, staff: Staff, clock: Clock, accident: Accident) -> None:
        self.sandbox = sandbox
        self._staff = staff
        self._clock = clock
        self._accident = accident
        self._seen: list[str] = []

    @property
    def seen(self) -> tuple[str, ...]:
        """Everything that was seen so far."""
        return tuple(self._seen)

    def see(self, sentence: str) -> None:
        """Note a sentence, and tell it at once."""
        self._seen.append(sentence)
        self._staff.see(self._accident, sentence)

    def happen(self, make: Callable[[], None]) -> None:
        """Wait for staff, and then let it happen."""
        self._staff.do(self._accident)
        make()

    def began(self, process: "subprocess.Popen[str]") -> bool:
        """Whether a first segment of this recording is safe; then the accident may happen."""
        name = self._accident.value

        def has_segment() -> bool:
            found = self.sandbox.recording_of(name) if process.poll() is None else None
            return found is not None and found["segments"] > 0

        is_so = self.sandbox.until(lambda: process.poll() is not None or has_segment(), _BEGIN_S)
        if is_so and process.poll() is None:
            self.see("A recording is running, and its first segment is saved.")
            return True
        if process.poll() is None:
            self.see(
                f"Nothing of the recording was saved within {_BEGIN_S:.0f} s. This computer has "
                "too much else to do; try the drill again later."
            )
        else:
            self.see("The recording did not begin; the log record.log says why.")
        return False

    def finding(self, *, held: bool, since_ns: int, lost_s: float = 0.0) -> Finding:
        """Wait until it has come home, and judge."""
        name = self._accident.value
        is_home = self.sandbox.until(lambda: _is_home(self.sandbox.recording_of(name)), HOME_S)
        home_s = (self._clock.monotonic_ns() - since_ns) / 1e9
        found = self.sandbox.recording_of(name)
        if found is None:
            self.see("The recording is not in the queue.")
            return Finding(self._accident, False, self.seen)
        if is_home:
            self.see(f"It is home, checked and playable, {home_s:.0f} s after the trouble ended.")
        else:
            self.see(f"It has not come home within {HOME_S:.0f} s. {found['why']}")
        return Finding(
            self._accident,
            held and is_home,
            self.seen,
            found["id"],
            found["duration_s"],
            round(lost_s, 1),
            round(home_s, 1) if is_home else None,
        )

    def failed(self) -> Finding:
        """It could not even be tried to its end."""
        return Finding(self._accident, False, self.seen)

    def now_ns(self) -> int:
        return self._clock.monotonic_ns()


def cut_network(watch: Watch) -> Finding:
    """The cable is pulled in the middle of a recording, and comes back after its end."""
    sandbox = watch.sandbox
    process = sandbox.record(Accident.NETWORK.value)
    if not watch.began(process):
        return watch.failed()
    watch.happen(sandbox.network.cut)
    watch.see("The network is cut. The recording goes on.")
    noticed = sandbox.until(lambda: sandbox.queue()["network"] != "online", _NOTICE_S)
    if noticed:
        watch.see(f"The queue has noticed. {sandbox.queue()['why']}")
    else:
        watch.see("The queue has not noticed that nothing gets through.")
    process.terminate()
    saved = _result(process)
    if saved is None:
        watch.see("The recording did not end in good order.")
        return watch.failed()
    watch.see(f"The recording was ended in good order after {saved['duration_s']:.1f} s.")
    sandbox.network.mend()
    watch.see("The network is back.")
    return watch.finding(held=noticed and _is_whole(saved), since_ns=watch.now_ns())


def unplug_camera(watch: Watch) -> Finding:
    """The camera is unplugged for some seconds in the middle of a recording."""
    sandbox = watch.sandbox
    process = sandbox.record(Accident.CAMERA.value)
    if not watch.began(process):
        return watch.failed()
    watch.happen(sandbox.camera.unplug)
    watch.see("The camera is unplugged. The recording waits for it.")
    sandbox.wait(_AWAY_S)
    sandbox.camera.plug_in()
    watch.see("The camera is plugged in again.")
    sandbox.until(_goes_on(sandbox, process), _NOTICE_S)
    process.terminate()
    lines = _lines(process)
    gaps = [each["gap"] for each in lines if "gap" in each]
    missing_s = sum(each["to_s"] - each["from_s"] for each in gaps)
    if not gaps:
        watch.see("The recording has no gap noted where the camera was away.")
    else:
        watch.see(f"The recording went on; a gap of {missing_s:.1f} s is noted in it.")
    return watch.finding(held=bool(gaps), since_ns=watch.now_ns(), lost_s=missing_s)


def kill_app(watch: Watch) -> Finding:
    """Recorder and uploader are killed in the middle of a recording, as by a power cut."""
    sandbox = watch.sandbox
    process = sandbox.record(Accident.KILL.value)
    if not watch.began(process):
        return watch.failed()
    killed_ns = 0

    def kill() -> None:
        nonlocal killed_ns
        killed_ns = watch.now_ns()
        kill_tree(process)
        sandbox.kill_uploader()

    watch.happen(kill)
    watch.see("Recorder and uploader are killed, without a warning.")
    since_ns = watch.now_ns()
    sandbox.start_uploader()
    watch.see("The program is started again. It looks for what was cut short.")
    finding = watch.finding(held=True, since_ns=since_ns)
    if finding.recording is None:
        return finding
    return _with_loss(watch, finding, killed_ns)


def _with_loss(watch: Watch, finding: Finding, killed_ns: int) -> Finding:
    """How much of the recording's end was lost when it was killed."""
    found = watch.sandbox.recording_of(Accident.KILL.value)
    assert found is not None
    manifest = json.loads(RecordingFolder(Path(found["folder"])).manifest.read_bytes())
    began_ns = int(manifest["started_monotonic_ns"])
    lost_s = round(max(0.0, (killed_ns - began_ns) / 1e9 - float(found["duration_s"])), 1)
    watch.see(f"Of the recording, {lost_s:.1f} s at its end were lost; all before is kept.")
    return replace(finding, seen=watch.seen, lost_s=lost_s)


def fill_disk(watch: Watch) -> Finding:
    """A small disk of the sandbox fills up in the middle of a recording."""
    sandbox = watch.sandbox
    filler = sandbox.home.recordings / "filler.bin"
    process = sandbox.record(Accident.DISK.value)
    if not watch.began(process):
        return watch.failed()
    watch.happen(lambda: durable.reserve(filler, _free_bytes(sandbox) - _LEFT_BYTES))
    watch.see("The disk is filled but for 4 MB.")
    saved = _result(process)
    if saved is None:
        watch.see("The recording did not end in good order.")
        durable.remove(filler)
        return watch.failed()
    watch.see(f"The recording was ended in good order after {saved['duration_s']:.1f} s.")
    refusal = sandbox.refusal("record", "--source", sandbox.camera.url, "--seconds", "60")
    watch.see(refusal or "Another recording was begun although there was no space for it.")
    durable.remove(filler)
    watch.see("Space was made.")
    return watch.finding(held=bool(refusal) and _is_whole(saved), since_ns=watch.now_ns())


MAKE: Final[Mapping[Accident, Callable[[Watch], Finding]]] = {
    Accident.NETWORK: cut_network,
    Accident.CAMERA: unplug_camera,
    Accident.KILL: kill_app,
    Accident.DISK: fill_disk,
}


def _free_bytes(sandbox: Sandbox) -> int:
    return shutil.disk_usage(sandbox.home.recordings).free


def _lines(process: "subprocess.Popen[str]") -> list[Mapping[str, Any]]:
    """What a recorder printed until its end, a line of JSON each."""
    try:
        said, _ = process.communicate(timeout=_END_S)
    except subprocess.TimeoutExpired:
        kill_tree(process)
        return []
    return [json.loads(each) for each in said.splitlines() if each.startswith("{")]


def _goes_on(sandbox: Sandbox, process: "subprocess.Popen[str]") -> Callable[[], bool]:
    """Whether a segment was recorded since now; the next to be closed may have begun before."""

    def segments() -> int:
        found = sandbox.recording_of(Accident.CAMERA.value)
        return found["segments"] if found is not None else 0

    wanted = segments() + 2
    return lambda: process.poll() is not None or segments() >= wanted


def _result(process: "subprocess.Popen[str]") -> Mapping[str, Any] | None:
    """The recording as its recorder told of it at its end."""
    found = [each for each in _lines(process) if "custody" in each]
    return found[-1] if found else None


def _is_whole(saved: Mapping[str, Any]) -> bool:
    return bool(saved["state"] == "complete" and saved["custody"]["saved"])


def _is_home(found: Mapping[str, Any] | None) -> bool:
    return found is not None and bool(found["custody"]["verified"] and found["custody"]["playable"])

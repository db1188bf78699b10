"""After a power cut: whether everything that was acknowledged is still there, and how much is not.

    power_cut_verifier.py HOME SAID

`SAID` is what power_cut_writer.py printed before the cut. It runs the ordinary commands, compares,
and prints one line of JSON, `{"cut": {...}}`. Exit code 1: something acknowledged is lost or wrong.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2 as sqlite

from desktop.recording.scene_code import read_code
from holdfast import durable, salvage
from holdfast.command import print_json
from holdfast.journal import Marker
from holdfast.layout import Home, RecordingFolder
from holdfast.manifest import Manifest
from holdfast.protocol import decode_key
from holdfast.sidecar import Sidecar
from tests.integration.recorder.conftest import decode
from tests.support.command_line import holdfast
from uploader.identity import Identity, SecretsFile

LOSS_MOST_S = 1.5
_SECOND_NS = 1_000_000_000


@dataclass
class Said:
    """What the writer knew to be safe, and when it last spoke. A torn last line is passed over."""

    segments: list[dict[str, Any]] = field(default_factory=list)
    markers: list[str] = field(default_factory=list)
    complete: list[dict[str, Any]] = field(default_factory=list)
    alive_ns: int = 0

    @classmethod
    def read(cls, path: Path) -> "Said":
        """The whole lines that it printed."""
        said = cls()
        text = path.read_text(errors="replace")
        for line in text[: text.rfind("\n") + 1].splitlines():
            if line.startswith("{"):
                said._take(json.loads(line))
        return said

    def _take(self, fact: dict[str, Any]) -> None:
        ((what, value),) = fact.items()
        if what == "alive":
            self.alive_ns = value
        elif what == "marker":
            self.markers.append(value)
        elif what == "segment":
            self.segments.append(value)
        elif what == "complete":
            self.complete.append(value)


class Verdict:
    """Collects what is wrong instead of ending at the first."""

    def __init__(self) -> None:
        self.troubles: list[str] = []

    def expect(self, good: bool, otherwise: str) -> None:
        """Note what is wrong, if it is."""
        if not good:
            self.troubles.append(otherwise)


def recordings_begun(home: Home) -> list[RecordingFolder]:
    """Every recording that ever had a picture."""
    return [each for each in home.recording_folders() if each.announce.exists()]


def manifests(home: Home) -> dict[str, Manifest]:
    """The manifests of those that have one."""
    read = [salvage.read_manifest(each) for each in recordings_begun(home)]
    return {each.recording: each for each in read if each is not None}


def everything_on_disk(home: Home) -> dict[str, str]:
    """Digests of all that was recorded, to see whether anything changes."""
    return {
        str(path.relative_to(home.root)): durable.sha256_file(path)
        for path in sorted(home.recordings.rglob("*"))
        if path.is_file()
    }


def check_segments(home: Home, said: Said, verdict: Verdict) -> None:
    """What was acknowledged is here, whole, described, and queued."""
    folders = {each.recording: each for each in home.recording_folders()}
    queued = {(row[0], row[1]): row[2:] for row in rows(home, "size_bytes, sha256")}
    for each in said.segments:
        name = f"segment {each['segment']} of {each['recording']}"
        folder = folders.get(each["recording"])
        path = folder.segment(each["segment"]) if folder is not None else None
        if folder is None or path is None or not path.exists():
            verdict.troubles.append(f"{name} is gone")
            continue
        same = (path.stat().st_size, durable.sha256_file(path))
        promised = (each["size_bytes"], each["sha256"])
        verdict.expect(same == promised, f"{name} is not what it was: {same} for {promised}")
        sidecar = salvage.read_sidecar(folder, each["segment"])
        verdict.expect(
            sidecar is not None and (sidecar.size_bytes, sidecar.sha256) == promised,
            f"{name} is not described any more",
        )
        row = queued.get((each["recording"], each["segment"]))
        verdict.expect(row == promised, f"{name} is not queued: {row}")


def rows(home: Home, columns: str) -> list[tuple[Any, ...]]:
    """The queue's rows of segments."""
    connection = sqlite.connect(home.queue_database)
    try:
        found = connection.execute(f"SELECT recording, segment, {columns} FROM segments").fetchall()
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        connection.close()
    return [tuple(row) for row in found]


def check_markers(home: Home, said: Said, verdict: Verdict) -> None:
    """What was acknowledged stands in a journal and in its manifest."""
    written = {
        entry.name
        for folder in home.recording_folders()
        for entry in salvage.read_journal(folder)
        if isinstance(entry, Marker)
    }
    listed = {marker.name for each in manifests(home).values() for marker in each.markers}
    for name in said.markers:
        verdict.expect(name in written, f"the marker {name} is not in the journal")
        verdict.expect(name in listed, f"the marker {name} is not in the manifest")


def check_manifests(home: Home, said: Said, verdict: Verdict) -> None:
    """What ended before the cut is as it was told; what the cut ended is interrupted."""
    identity = Identity.load_or_create(SecretsFile(home), _NO_CLOCK)
    found = manifests(home)
    for folder in recordings_begun(home):
        verdict.expect(folder.recording in found, f"{folder.recording} has no manifest")
        verdict.expect(not folder.open_parts(), f"{folder.recording} has open segments")
    ended = {each["id"]: each for each in said.complete}
    for recording, manifest in found.items():
        signed = identity.key.verify_key.verify(
            manifest.signed_bytes(), decode_key(manifest.signature or "", 64)
        )
        verdict.expect(bool(signed), f"{recording} is not signed by this device")
        verdict.expect(
            manifest.announcement.device == identity.device, f"{recording} is another device's"
        )
        told = ended.pop(recording, None)
        if told is not None:
            verdict.expect(
                (manifest.state, manifest.frames) == (told["state"], told["frames"]),
                f"{recording} is not as it was told: {manifest.state}, {manifest.frames} frames",
            )
    verdict.expect(not ended, f"told to be complete and gone: {sorted(ended)}")


class _NoClock:
    """A clock that nobody may need: the device has its identity already."""

    def now(self) -> Any:
        raise AssertionError("the device's identity is gone")

    monotonic_ns = boot_id = now


_NO_CLOCK: Any = _NoClock()


def sidecars(folder: RecordingFolder) -> list[Sidecar]:
    """The sidecars of all segments, in order."""
    read = [salvage.read_sidecar(folder, each) for each in sorted(folder.segments())]
    return [each for each in read if each is not None]


def check_media(home: Home, verdict: Verdict) -> int:
    """Every segment decodes by itself, to as many pictures as it says, each once; how many."""
    pictures = 0
    for folder in recordings_begun(home):
        last = -1
        for sidecar in sidecars(folder):
            codes = list(_codes(folder, sidecar, verdict))
            pictures += len(codes)
            in_order = all(a < b for a, b in zip([last, *codes], codes, strict=False))
            verdict.expect(in_order, f"{folder.recording}: pictures twice or out of order")
            last = codes[-1] if codes else last
    return pictures


def _codes(folder: RecordingFolder, sidecar: Sidecar, verdict: Verdict) -> Iterator[int]:
    frames = decode(folder.segment(sidecar.segment))
    verdict.expect(
        len(frames) == sidecar.frames,
        f"segment {sidecar.segment} has {len(frames)} pictures for {sidecar.frames}",
    )
    for pixels in frames:
        code = read_code(pixels)
        verdict.expect(code is not None, f"a picture of segment {sidecar.segment} is not readable")
        if code is not None:
            yield code.frame


def lost_s(home: Home, said: Said, verdict: Verdict) -> float | None:
    """Seconds between the last picture kept and the cut, where the cut met a recording."""
    cut = [each for each in manifests(home).values() if each.state == "interrupted"]
    verdict.expect(len(cut) <= 1, "more than one recording was interrupted")
    if not cut:
        return None
    (folder,) = (each for each in recordings_begun(home) if each.recording == cut[0].recording)
    kept_ns = [
        sidecar.base_monotonic_ns + time_us * 1000
        for sidecar in sidecars(folder)
        for time_us in sidecar.frame_times_us
    ]
    last_ns = max(kept_ns, default=cut[0].announcement.started_monotonic_ns)
    loss_s = max(0.0, round((said.alive_ns - last_ns) / _SECOND_NS - 1 / 30, 3))
    verdict.expect(loss_s <= LOSS_MOST_S, f"{loss_s} s of the open segment are lost")
    return loss_s


def start_again(home: Home, verdict: Verdict) -> Any:
    """What a person's first commands after the cut do; the listing that they were shown."""
    listed = holdfast(home.root, "queue", "list", "--json")
    if listed.exit_code != 0:
        raise AssertionError(f"queue list: {listed.err}")
    report = holdfast(home.root, "queue", "verify", "--json").json
    verdict.expect(not report["missing"], f"missing: {report['missing']}")
    verdict.expect(not report["changed"], f"changed: {report['changed']}")
    return listed.json


def start_once_more(home: Home, listed: Any, verdict: Verdict) -> None:
    """Nothing changes any more, and it records as ever."""
    before = everything_on_disk(home)
    again = holdfast(home.root, "queue", "list", "--json")
    verdict.expect(again.json == listed, "a second start says something else")
    verdict.expect(everything_on_disk(home) == before, "a second start changed files")
    more = holdfast(home.root, "record", "--source", "test", "--seconds", "1", "--json")
    verdict.expect(more.exit_code == 0, f"it cannot record any more: {more.err}")


def look(home: Home, said: Said, verdict: Verdict) -> dict[str, Any]:
    """Check everything; returns what was counted."""
    open_parts = sum(len(each.open_parts()) for each in home.recording_folders())
    listed = start_again(home, verdict)
    check_segments(home, said, verdict)
    check_markers(home, said, verdict)
    check_manifests(home, said, verdict)
    pictures = check_media(home, verdict)
    loss_s = lost_s(home, said, verdict)
    states = [each.state for each in manifests(home).values()]
    segments = sum(len(each.segments()) for each in home.recording_folders())
    start_once_more(home, listed, verdict)
    return {
        "acknowledged_segments": len(said.segments),
        "acknowledged_markers": len(said.markers),
        "acknowledged_complete": len(said.complete),
        "open_segments": open_parts,
        "complete": states.count("complete"),
        "interrupted": states.count("interrupted"),
        "segments": segments,
        "pictures": pictures,
        "lost_s": loss_s,
    }


def main(folder: str, said_path: str) -> int:
    """Print the verdict; 1 where something is wrong."""
    verdict = Verdict()
    counted: dict[str, Any] = {}
    try:
        counted = look(Home(Path(folder)), Said.read(Path(said_path)), verdict)
    except (AssertionError, OSError, ValueError, LookupError) as error:
        # What is so wrong that nothing more can be looked at.
        verdict.troubles.append(f"{type(error).__name__}: {error}")
    print_json({"cut": {**counted, "troubles": verdict.troubles}})
    return 1 if verdict.troubles else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

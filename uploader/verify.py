"""Everything on disk hashed again and compared with manifests and receipts. Changes no file."""

from dataclasses import dataclass, field
from pathlib import Path

from holdfast import durable, salvage
from holdfast.jsonform import FormatError, Json
from holdfast.layout import RecordingFolder
from holdfast.manifest import Manifest
from uploader import receipts
from uploader.errors import UnknownRecording
from uploader.identity import pinned_key
from uploader.installation import Installation
from uploader.queue import SegmentEntry


@dataclass(slots=True)
class Verification:
    """Paths of files that are gone or not what they were; ids of recordings without a receipt, and
    of those on a disk that is not connected."""

    checked_files: int = 0
    missing: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    without_receipt: list[str] = field(default_factory=list)
    away: list[str] = field(default_factory=list)

    @property
    def is_ok(self) -> bool:
        """Whether everything is here unchanged and has its receipt."""
        return not (self.missing or self.changed or self.without_receipt or self.away)

    def to_json(self) -> Json:
        return {
            "checked_files": self.checked_files,
            "ok": self.is_ok,
            "missing": self.missing,
            "changed": self.changed,
            "without_receipt": self.without_receipt,
            "away": self.away,
        }


def verify_recordings(installation: Installation) -> Verification:
    """Check every recording in the home; what is found sets the light *saved* anew."""
    report = Verification()
    key = pinned_key(installation.home)
    for folder in installation.home.recording_folders():
        troubles = len(report.missing) + len(report.changed)
        manifest = _check_folder(folder, report)
        if receipts.stored(folder, key) is None:
            report.without_receipt.append(folder.recording)
        whole = len(report.missing) + len(report.changed) == troubles
        try:
            installation.queue.note_saved(folder.recording, whole and manifest is not None)
        except UnknownRecording:
            continue
    progress = installation.queue.progress()
    report.away = [recording for recording, each in progress.items() if each.is_away]
    return report


def _check_folder(folder: RecordingFolder, report: Verification) -> Manifest | None:
    try:
        manifest = salvage.read_manifest(folder)
    except FormatError:
        report.changed.append(str(folder.manifest))
        manifest = None
    if manifest is not None:
        report.checked_files += 1
        for listed in manifest.segments:
            if listed.lost is None:
                path = folder.segment(listed.segment, listed.container)
                _check_file(path, SegmentEntry.of_manifest(listed), report)
        return manifest
    for number in folder.sidecars():
        sidecar = salvage.read_sidecar(folder, number)
        if sidecar is None:
            report.changed.append(str(folder.sidecar(number)))
        elif not folder.part(number).exists():
            path = folder.segment(number, sidecar.container)
            _check_file(path, SegmentEntry.of_sidecar(sidecar), report)
    return None


def _check_file(path: Path, entry: SegmentEntry, report: Verification) -> None:
    report.checked_files += 1
    try:
        same = path.stat().st_size == entry.size_bytes
        if not same or durable.sha256_file(path) != entry.sha256:
            report.changed.append(str(path))
    except FileNotFoundError:
        report.missing.append(str(path))

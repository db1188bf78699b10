"""Everything on disk hashed again and compared with manifests and receipts. Changes no file.

No network is needed: the device's key proves the manifest, the manifest the segments and sidecars,
the receiver's pinned key the receipt and what was deleted here. Only where it is wished is the
receiver asked to read its own copies again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nacl.exceptions import BadSignatureError

from holdfast import durable, salvage
from holdfast.confirmation import Confirmation
from holdfast.jsonform import FormatError, Json, canonical, digest, parse
from holdfast.layout import RecordingFolder
from holdfast.manifest import Manifest, ManifestSegment
from uploader import receipts
from uploader.confirm import Asker, NotConfirmed, listed_pieces
from uploader.entries import SegmentEntry
from uploader.freed import Freed, read_freed
from uploader.identity import Identity, own_keys
from uploader.installation import Installation


@dataclass(slots=True)
class Verification:
    """Paths of files that are gone or not what they were; ids of recordings without a receipt, of
    those whose media were deleted here and are proven by their receipts, and of those on a disk
    that is not connected; recordings whose manifest names one before them in their session that is
    not here; segments that were given up; how many recordings the receiver confirmed and which not,
    None where it was not asked."""

    checked_files: int = 0
    missing: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    without_receipt: list[str] = field(default_factory=list)
    freed: list[str] = field(default_factory=list)
    lost: list[Json] = field(default_factory=list)
    away: list[str] = field(default_factory=list)
    unchained: list[str] = field(default_factory=list)
    confirmed: int = 0
    unconfirmed: list[Json] | None = None

    @property
    def is_ok(self) -> bool:
        """Whether everything is here unchanged, or freed, and has its receipt."""
        troubles = (self.missing, self.changed, self.without_receipt, self.away, self.unchained)
        return not any((*troubles, self.unconfirmed))

    def to_json(self) -> Json:
        return {
            "checked_files": self.checked_files,
            "ok": self.is_ok,
            "missing": self.missing,
            "changed": self.changed,
            "without_receipt": self.without_receipt,
            "freed": self.freed,
            "lost": self.lost,
            "away": self.away,
            "unchained": self.unchained,
            **self._said_by_the_receiver(),
        }

    def _said_by_the_receiver(self) -> Json:
        if self.unconfirmed is None:
            return {}
        return {"confirmed": self.confirmed, "unconfirmed": self.unconfirmed}


def verify_recordings(installation: Installation, asker: Asker | None = None) -> Verification:
    """Check every recording in the home; what is found sets the light *saved* anew.

    `asker` is given where the receiver is to prove its part, too. Raises QueueError, Stopped.
    """
    report = Verification(unconfirmed=None if asker is None else [])
    look = _Look(installation.identity, own_keys(installation.home), report, asker)
    queue = installation.queue
    known = queue.snapshot().recordings
    left_alone = {each.id for each in known if each.is_left_alone}
    excused = {each.session for each in known if each.is_left_alone}
    here = set()
    for folder in installation.home.recording_folders():
        here.add(folder.recording)
        # What was discarded or withdrawn has to be proven to nobody.
        if folder.recording not in left_alone:
            queue.entries.note_saved(folder.recording, look.at(folder))
    report.away = [id_ for id_, each in queue.progress().items() if each.is_away]
    report.missing += [
        each.folder for each in known if each.id not in here | left_alone | set(report.away)
    ]
    # Those are told already, and with them whatever was chained to them.
    told = {each.session for each in known if each.id not in here | left_alone}
    report.unchained = look.chains.broken(but_for=excused | told)
    return report


@dataclass(slots=True)
class _Chains:
    """Who names whom: each manifest of a session carries the digest of the one before it."""

    here: dict[str, set[str]] = field(default_factory=dict)
    """The digests of a session's manifests."""
    named: list[tuple[str, str, str]] = field(default_factory=list)
    """Session, recording, and the digest that it names."""
    unknown: set[str] = field(default_factory=set)
    """Sessions with a manifest that is damaged, whose digest nobody can tell."""

    def add(self, folder: RecordingFolder, manifest: Manifest) -> None:
        digests = self.here.setdefault(folder.session, set())
        try:
            digests.update(_digests(folder))
        except FormatError:
            self.unknown.add(folder.session)
        if manifest.prev_session_manifest_sha256 is not None:
            self.named.append(
                (folder.session, folder.recording, manifest.prev_session_manifest_sha256)
            )

    def broken(self, but_for: set[str]) -> list[str]:
        """The recordings whose predecessor is not here, but for these sessions' ones."""
        return [
            recording
            for session, recording, named in self.named
            if session not in but_for | self.unknown and named not in self.here[session]
        ]


def _digests(folder: RecordingFolder) -> Iterator[str]:
    """Of its manifest, and of those that it had before a segment was given up."""
    path, number = folder.manifest, 0
    while path.exists():
        yield digest(parse(path.read_bytes(), path.name))
        number += 1
        path = folder.earlier_manifest(number)


class _Look:
    """One look at everything that is on disk."""

    def __init__(
        self,
        identity: Identity,
        receiver_keys: Sequence[str],
        report: Verification,
        asker: Asker | None,
    ) -> None:
        self._identity = identity
        self._receiver_keys = receiver_keys
        self._report = report
        self._asker = asker
        self.chains = _Chains()

    def at(self, folder: RecordingFolder) -> bool:
        """Check one recording; whether all of it is here unchanged."""
        report = self._report
        troubles = len(report.missing) + len(report.changed)
        manifest = self._manifest(folder)
        has_receipt = receipts.stored_any(folder, self._receiver_keys) is not None
        if not has_receipt:
            report.without_receipt.append(folder.recording)
        if manifest is None:
            self._check_sidecars_alone(folder)
            return False
        freed = self._freed(folder, manifest) if has_receipt else None
        for listed in manifest.segments:
            self._check_segment(folder, listed, freed)
        if has_receipt and self._asker is not None:
            self._ask(self._asker, manifest)
        return freed is None and len(report.missing) + len(report.changed) == troubles

    def _manifest(self, folder: RecordingFolder) -> Manifest | None:
        try:
            manifest = salvage.read_manifest(folder)
        except FormatError:
            self._report.changed.append(str(folder.manifest))
            self.chains.unknown.add(folder.session)
            return None
        if manifest is not None:
            self._report.checked_files += 1
            self.chains.add(folder, manifest)
            if not _is_signed(folder, manifest, self._identity):
                self._report.changed.append(str(folder.manifest))
        return manifest

    def _check_sidecars_alone(self, folder: RecordingFolder) -> None:
        for number in folder.sidecars():
            sidecar = salvage.read_sidecar(folder, number)
            if sidecar is None:
                self._report.changed.append(str(folder.sidecar(number)))
            elif not folder.part(number).exists():
                path = folder.segment(number, sidecar.container)
                self._check_file(path, SegmentEntry.of_sidecar(sidecar))

    def _check_segment(
        self, folder: RecordingFolder, listed: ManifestSegment, freed: Freed | None
    ) -> None:
        if listed.lost is not None:
            self._report.lost.append(
                {"recording": folder.recording, "segment": listed.segment, "why": listed.lost}
            )
            return
        path = folder.segment(listed.segment, listed.container)
        if freed is None or listed.segment not in freed.segments or path.exists():
            self._check_file(path, SegmentEntry.of_manifest(listed))
        sidecar = folder.sidecar(listed.segment)
        if not sidecar.exists():
            self._report.missing.append(str(sidecar))
            return
        value = salvage.read_sidecar(folder, listed.segment)
        if value is None or ManifestSegment.of(value) != listed:
            self._report.changed.append(str(sidecar))

    def _check_file(self, path: Path, entry: SegmentEntry) -> None:
        report = self._report
        report.checked_files += 1
        try:
            same = path.stat().st_size == entry.size_bytes
            if not same or durable.sha256_file(path) != entry.sha256:
                report.changed.append(str(path))
        except FileNotFoundError:
            report.missing.append(str(path))

    def _freed(self, folder: RecordingFolder, manifest: Manifest) -> Freed | None:
        """What was deleted here, where the receiver's signed word for it is here too."""
        try:
            freed = read_freed(folder)
            if freed is None:
                return None
            if freed.manifest_sha256 != manifest.digest():
                raise FormatError("it is about another manifest")
            for each in freed.confirmations:
                self._check_confirmation(each, manifest)
        except (FormatError, BadSignatureError):
            self._report.changed.append(str(folder.freed))
            return None
        self._report.freed.append(folder.recording)
        return freed

    def _check_confirmation(self, value: Json, manifest: Manifest) -> None:
        found = Confirmation.from_json(value)
        receipts.check_signature_of_any(value, found.key_id, found.signature, self._receiver_keys)
        if (found.recording, found.manifest_sha256) != (manifest.recording, manifest.digest()):
            raise FormatError("the confirmation is about another recording")

    def _ask(self, asker: Asker, manifest: Manifest) -> None:
        assert self._report.unconfirmed is not None
        held = [each for each in manifest.segments if each.lost is None]
        try:
            asker.confirm(manifest.recording, manifest, listed_pieces(held))
        except NotConfirmed as error:
            self._report.unconfirmed.append({"id": manifest.recording, "why": str(error)})
        else:
            self._report.confirmed += 1


def _is_signed(folder: RecordingFolder, manifest: Manifest, identity: Identity) -> bool:
    """Whether this device signed the manifest; another device's cannot be told from here."""
    if manifest.announcement.device != identity.device:
        return True
    try:
        # As it stands on disk: what a newer version wrote into it is signed too.
        value = parse(folder.manifest.read_bytes(), "the manifest")
    except (OSError, FormatError):
        return False
    unsigned = canonical({**value, "signature": None})
    return identity.signer_of(unsigned, str(value.get("signature"))) is not None

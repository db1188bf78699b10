"""Packs a suitcase: what waits in the queue is copied to a disk that travels to the receiver.

A copy that was interrupted goes on after the last whole file. Nothing here is changed or deleted
but rows of the queue that say "ask the receiver first"; the recordings stay where they are until
their receipts are back.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from nacl.signing import SigningKey

from holdfast import durable, salvage
from holdfast.clock import rfc3339
from holdfast.decision import read_decision
from holdfast.ids import new_id
from holdfast.jsonform import FormatError, Json, canonical, parse
from holdfast.layout import RecordingFolder
from holdfast.locks import try_lock
from holdfast.manifest import Manifest, ManifestSegment
from holdfast.suitcase import Answer, Header, Paper, paper_context, read_header, signed_bytes
from holdfast.suitcase_layout import PackedRecording, SuitcaseFolder, begun_in, suitcases_in
from holdfast.version import VERSION
from uploader import suitcase_texts as texts
from uploader.annotate import read_annotations
from uploader.errors import SuitcaseError
from uploader.identity import Enrolment
from uploader.installation import Installation
from uploader.items import AT_HOME, LEFT_ALONE, ItemState
from uploader.suitcase_answers import genuine_answer
from uploader.suitcase_cipher import SuitcaseKey
from uploader.suitcase_copying import Copier, DiskFull, NotPackable, disk_errors
from uploader.suitcase_reports import Packed


def pack(
    installation: Installation,
    enrolment: Enrolment,
    disk: Path,
    encrypted: bool,
    on_packed: Callable[[str], None],
) -> Packed:
    """Copy to `disk` what is not at the receiver yet, oldest recording first.

    Raises SuitcaseError where the disk cannot be used, or another process packs from this home.
    """
    lock = try_lock(installation.home.suitcase_lock)
    if lock is None:
        raise SuitcaseError(texts.BUSY)
    with lock:
        try:
            with disk_errors(disk):
                packer = _Packer.begin(installation, enrolment, disk, encrypted)
        except DiskFull as error:
            raise SuitcaseError(texts.full_disk(disk)) from error
        return packer.pack(on_packed)


@dataclass(frozen=True, slots=True)
class _Packer:
    installation: Installation
    receiver_keys: tuple[str, ...]
    disk: Path
    suitcase: SuitcaseFolder
    header: Header
    copier: Copier
    result: Packed
    dropped: set[str] = field(default_factory=set)
    """Recordings here that were discarded."""

    @classmethod
    def begin(
        cls, installation: Installation, enrolment: Enrolment, disk: Path, encrypted: bool
    ) -> Self:
        """Go on with this device's suitcase on the disk, or begin one."""
        if not disk.is_dir():
            raise SuitcaseError(texts.no_such_folder(disk))
        for begun in begun_in(disk):
            durable.remove_folder(begun.path)
        found = _own_suitcase(installation, enrolment, disk, encrypted)
        if found is None:
            found = _new_suitcase(installation, enrolment, disk, encrypted)
        folder, header, signer = found
        _tidy(folder, texts.note(enrolment.url, header))
        key = SuitcaseKey.of(signer, header.suitcase) if encrypted else None
        result = Packed(header.suitcase, folder.path, encrypted)
        copier = Copier(disk, header.suitcase, key)
        return cls(installation, enrolment.keys, disk, folder, header, copier, result)

    def pack(self, on_packed: Callable[[str], None]) -> Packed:
        """Pack every recording that has to travel, until the disk is full."""
        known = self.installation.queue.known()
        for recording, each in self.installation.queue.progress().items():
            if each.is_away and each.step not in AT_HOME | LEFT_ALONE:
                self.result.left_out[recording] = texts.AWAY
        for folder in self.installation.home.recording_folders():
            row = known.get(folder.recording)
            if row is None or row.step in AT_HOME | LEFT_ALONE:
                continue
            if self.result.is_full:
                self.result.left_out[folder.recording] = texts.NO_ROOM
                continue
            try:
                self._pack_recording(folder, on_packed)
            except DiskFull:
                self.result.is_full = True
                self.result.left_out[folder.recording] = texts.NO_ROOM
        self._take_out_what_is_not_kept()
        self.result.written_bytes = self.copier.written_bytes
        return self.result

    def _take_out_what_is_not_kept(self) -> None:
        """What was discarded or withdrawn after it was packed does not leave with the disk."""
        known = self.installation.queue.known()
        with disk_errors(self.disk):
            for packed in self.suitcase.recordings():
                row = known.get(packed.recording)
                if (row is not None and row.step in LEFT_ALONE) or packed.recording in self.dropped:
                    durable.remove_folder(packed.path)
                    self.result.taken_out.append(packed.recording)

    def _pack_recording(self, folder: RecordingFolder, on_packed: Callable[[str], None]) -> None:
        try:
            why_not = _why_not(folder)
            if why_not is not None:
                if why_not:
                    self.result.left_out[folder.recording] = why_not
                else:
                    self.dropped.add(folder.recording)
                return
            paper, manifest = self._paper(folder)
        except (OSError, FormatError) as error:
            self.result.damaged[folder.recording] = texts.unreadable(error)
            return
        written_before = self.copier.written_bytes
        packed = self.suitcase.packed(folder.recording)
        with disk_errors(self.disk):
            answer = genuine_answer(packed, self.receiver_keys)
        self.copier.tidy(packed)
        self._write_paper(packed, paper)
        self._pack_segments(folder, packed, manifest, answer)
        if answer is not None and answer.state != "stored":
            # What it asked for is packed now; were it left here, it would be packed each time.
            with disk_errors(self.disk):
                durable.remove(packed.answer)
        is_news = self.copier.written_bytes > written_before
        self.installation.queue.suitcases.note_packed(
            folder.recording, self.header.suitcase, is_news=is_news
        )
        if folder.recording in self.result.damaged:
            return
        if not is_news:
            self.result.already.append(folder.recording)
            return
        self.result.packed.append(folder.recording)
        on_packed(folder.recording)

    def _paper(self, folder: RecordingFolder) -> tuple[Paper, Manifest]:
        manifest = _document(folder.manifest)
        annotations = read_annotations(folder)
        paper = Paper(
            suitcase=self.header.suitcase,
            recording=folder.recording,
            session=_document(folder.session_file),
            announcement=_document(folder.announce),
            manifest=manifest,
            annotations=annotations.to_json() if annotations.version else None,
        )
        return paper.signed(self.installation.identity.sign), Manifest.from_json(manifest)

    def _write_paper(self, packed: PackedRecording, paper: Paper) -> None:
        self.copier.make_same(
            packed.paper(encrypted=self.copier.encrypts),
            canonical(paper.to_json()),
            paper_context(paper.suitcase, paper.recording),
        )

    def _pack_segments(
        self,
        folder: RecordingFolder,
        packed: PackedRecording,
        manifest: Manifest,
        answer: Answer | None,
    ) -> None:
        damaged = () if answer is None else answer.damaged
        for each in self._wanted(manifest, answer):
            source = folder.segment(each.segment, each.container)
            try:
                self.copier.copy_segment(source, packed, each, again=each.segment in damaged)
            except NotPackable as error:
                self.result.damaged[folder.recording] = str(error)

    def _wanted(self, manifest: Manifest, answer: Answer | None) -> list[ManifestSegment]:
        """The segments that the receiver does not have, as far as is known here."""
        segments = self.installation.queue.segments(manifest.recording)
        arrived = {each.segment for each in segments if each.state is ItemState.COMPLETED}
        if answer is not None and answer.state != "stored":
            arrived -= {*answer.missing, *answer.damaged}
        listed = [each for each in manifest.segments if each.lost is None]
        return [each for each in listed if each.segment not in arrived]


def _own_suitcase(
    installation: Installation, enrolment: Enrolment, disk: Path, encrypted: bool
) -> tuple[SuitcaseFolder, Header, SigningKey] | None:
    """The suitcase that was begun here, and the key of this device's that it was begun with."""
    for folder in suitcases_in(disk):
        try:
            header = read_header(folder.header)
        except (FileNotFoundError, FormatError):
            # Another's, or one whose first file was never finished: neither is touched.
            continue
        signer = installation.identity.signer_of(signed_bytes(header.to_json()), header.signature)
        if signer is not None and (header.device, header.receiver, header.is_encrypted) == (
            installation.identity.device,
            enrolment.receiver,
            encrypted,
        ):
            return folder, header, signer
    return None


def _new_suitcase(
    installation: Installation, enrolment: Enrolment, disk: Path, encrypted: bool
) -> tuple[SuitcaseFolder, Header, SigningKey]:
    now = installation.clock.now()
    suitcase = new_id(now)
    signer = installation.identity.key
    key = SuitcaseKey.of(signer, suitcase)
    header = Header(
        suitcase=suitcase,
        device=installation.identity.device,
        receiver=enrolment.receiver,
        created_at=rfc3339(now),
        app_version=VERSION,
        sealed_key=key.sealed_for(enrolment.receiver_key) if encrypted else None,
    ).signed(installation.identity.sign)
    folder = SuitcaseFolder.named(disk, suitcase)
    durable.make_folder(folder.path)
    durable.write_new(folder.header, canonical(header.to_json()))
    return folder, header, signer


def _tidy(folder: SuitcaseFolder, note: str) -> None:
    for path in folder.leftovers():
        durable.remove(path)
    if not folder.note.exists():
        durable.write_new(folder.note, note.encode())


def _why_not(folder: RecordingFolder) -> str | None:
    """Why a recording does not travel now; empty where it never will, None where it does."""
    if salvage.read_manifest(folder) is None:
        return texts.BEING_MADE
    note = read_decision(folder)
    if note is None or note.decision == "kept":
        return None
    return texts.UNDECIDED if note.decision == "pending" else ""


def _document(path: Path) -> Json:
    return parse(path.read_bytes(), path.name)

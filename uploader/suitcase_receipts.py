"""Takes what came back with a suitcase: receipts are checked and stored, and the lights go on.

A receipt that travelled counts for exactly what one over the network does: its signature is the
pinned key's, over the very manifest and segments here. Only `clear` deletes anything, on the disk
that travelled, and only what is verified.
"""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from holdfast import durable
from holdfast.jsonform import FormatError, parse
from holdfast.layout import RecordingFolder
from holdfast.locks import try_lock
from holdfast.suitcase import RECEIPT_MOST_BYTES, Header, read_header, read_untrusted
from holdfast.suitcase_layout import PackedRecording, SuitcaseFolder, suitcases_in
from uploader import receipts
from uploader import suitcase_texts as texts
from uploader.errors import ReceiptRefused, SuitcaseError, UnknownRecording
from uploader.identity import Enrolment
from uploader.installation import Installation
from uploader.items import AT_HOME, LEFT_ALONE
from uploader.suitcase_answers import genuine_answer
from uploader.suitcase_reports import Unpacked

_BUSY_POLL_S: Final = 0.1
_BUSY_MOST_S: Final = 10.0


def unpack(
    installation: Installation,
    enrolment: Enrolment,
    disk: Path,
    *,
    clear: bool,
    pause: Callable[[float], object] | None = None,
) -> Unpacked:
    """Check and store the receipts in this device's suitcases on a disk.

    `clear` deletes from the disk what is verified. Raises SuitcaseError where there is no suitcase
    of this device for its receiver, or the disk cannot be read.
    """
    lock = try_lock(installation.home.suitcase_lock)
    if lock is None:
        raise SuitcaseError(texts.BUSY)
    with lock:
        try:
            own = list(_own_suitcases(installation, enrolment, disk))
            unpacker = _Unpacker(installation, enrolment, pause or threading.Event().wait)
            for folder in own:
                unpacker.look_at(folder)
                if clear:
                    unpacker.clear(folder)
        except OSError as error:
            raise SuitcaseError(texts.unusable_disk(disk, error)) from error
    return unpacker.report


def _own_suitcases(
    installation: Installation, enrolment: Enrolment, disk: Path
) -> Iterator[SuitcaseFolder]:
    if not disk.is_dir():
        raise SuitcaseError(texts.no_such_folder(disk))
    folders = suitcases_in(disk)
    if not folders:
        raise SuitcaseError(texts.no_suitcase(disk))
    headers = [(folder, _header(folder)) for folder in folders]
    own = [
        (folder, header)
        for folder, header in headers
        if header is not None and header.device == installation.identity.device
    ]
    if not own:
        damaged = next((folder for folder, header in headers if header is None), None)
        raise SuitcaseError(
            texts.others_only(disk) if damaged is None else texts.damaged_header(damaged.path)
        )
    now = [folder for folder, header in own if header.receiver == enrolment.receiver]
    if not now:
        raise SuitcaseError(texts.other_receiver(own[0][1]))
    yield from now


def _header(folder: SuitcaseFolder) -> Header | None:
    try:
        return read_header(folder.header)
    except (FileNotFoundError, FormatError):
        return None


class _Unpacker:
    def __init__(
        self, installation: Installation, enrolment: Enrolment, pause: Callable[[float], object]
    ) -> None:
        self.report = Unpacked()
        self._queue = installation.queue
        self._enrolment = enrolment
        self._pause = pause

    def look_at(self, suitcase: SuitcaseFolder) -> None:
        """Take the receipts of one suitcase. Raises OSError."""
        for packed in suitcase.recordings():
            try:
                recording = self._queue.recording(packed.recording)
            except UnknownRecording:
                self.report.waiting[packed.recording] = texts.NOT_HERE
                continue
            if recording.id in self.report.verified:
                continue
            if recording.step in AT_HOME:
                self.report.already.append(recording.id)
            elif recording.step in LEFT_ALONE:
                self.report.refused[recording.id] = recording.why
            else:
                self._take_receipt(packed, RecordingFolder(Path(recording.folder)))
            self._note_playable(packed)

    def _take_receipt(self, packed: PackedRecording, folder: RecordingFolder) -> None:
        try:
            receipt = parse(read_untrusted(packed.receipt, RECEIPT_MOST_BYTES), "the receipt")
        except FileNotFoundError:
            self._note_answer(packed)
            return
        except FormatError as error:
            self.report.refused[packed.recording] = f"Its receipt cannot be read: {error}."
            return
        try:
            manifest = parse(folder.manifest.read_bytes(), folder.manifest.name)
            receipts.check_any(receipt, manifest, self._enrolment.keys)
            receipts.store(folder, receipt)
        except (ReceiptRefused, FormatError) as error:
            self.report.refused[packed.recording] = str(error)
            return
        except OSError as error:
            self.report.refused[packed.recording] = texts.unreadable(error)
            return
        if self._light_up(packed.recording):
            self.report.verified.append(packed.recording)
            suitcase = SuitcaseFolder(packed.path.parent).id
            self._queue.suitcases.note_receipt(packed.recording, suitcase)
        else:
            self.report.waiting[packed.recording] = texts.BEING_SENT

    def _light_up(self, recording: str) -> bool:
        """Take it as verified, once no worker has it in its hands; whether that was possible."""
        for _ in range(int(_BUSY_MOST_S / _BUSY_POLL_S)):
            if not self._queue.suitcases.is_being_sent(recording):
                return self._queue.entries.receipt_found(recording, self._enrolment.receiver)
            self._pause(_BUSY_POLL_S)
        return self._queue.recording(recording).step in AT_HOME

    def _note_answer(self, packed: PackedRecording) -> None:
        answer = genuine_answer(packed, self._enrolment.keys)
        if answer is None:
            self.report.waiting[packed.recording] = texts.NOT_THERE_YET
        elif answer.state == "refused":
            self.report.refused[packed.recording] = answer.detail
        else:
            self.report.waiting[packed.recording] = answer.detail
            owed = (*answer.missing, *answer.damaged)
            # Where copying was not finished the receiver does not know what belongs to it.
            if owed:
                self._queue.suitcases.note_received(packed.recording, owed)

    def _note_playable(self, packed: PackedRecording) -> None:
        answer = genuine_answer(packed, self._enrolment.keys)
        if answer is not None and answer.playable:
            self._queue.suitcases.note_playable(packed.recording)

    def clear(self, suitcase: SuitcaseFolder) -> None:
        """Delete from the disk what is verified, and the suitcase once it is empty."""
        left = False
        for packed in suitcase.recordings():
            if packed.recording in (*self.report.verified, *self.report.already):
                durable.remove_folder(packed.path)
                self.report.cleared.append(packed.recording)
            else:
                left = True
        if not left:
            durable.remove_folder(suitcase.path)

"""Whether what the queue shows is true: looked at again and again while something is being sent.

The truth is what lies on the two disks. A light that is lit before its evidence is there, or a
recording that is called failed where only the network was, is written down as a lie.
"""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from holdfast.jsonform import parse
from holdfast.receiver_layout import ReceivedRecording, ReceiverData
from tests.recordings import RecordingOnDisk
from uploader import receipts
from uploader.items import ItemState
from uploader.queue import Queue

_PAUSE_S = 0.02


class Honesty:
    """Watches some recordings of one queue. Use as a context manager around the sending."""

    def __init__(self, queue: Queue, data: Path, recordings: Sequence[RecordingOnDisk]) -> None:
        self._queue = queue
        self._data = ReceiverData(data)
        self._recordings = recordings
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._broken: BaseException | None = None
        self.lies: list[str] = []
        self.looks = 0

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        self._over.set()
        self._thread.join()
        if kind is None:
            self.look()
            assert self._broken is None, self._broken
            assert self.lies == []

    def _watch(self) -> None:
        try:
            while not self._over.wait(_PAUSE_S):
                self.look()
        except BaseException as error:
            self._broken = error
            raise

    def look(self) -> None:
        """Hold what the queue says against the two disks."""
        self.looks += 1
        for each in self._recordings:
            self._look_at(each)

    def _look_at(self, recording: RecordingOnDisk) -> None:
        there = self._data.recording(recording.folder.session, recording.id)
        # The queue first: what is lit only grows, and so does its evidence.
        segments = self._queue.segments(recording.id)
        shown = self._queue.recording(recording.id)
        if shown.is_failed:
            self._lie(f"failed: {shown.why}")
        for each in segments:
            if each.state is ItemState.COMPLETED and not _has(there, each.segment, each.size_bytes):
                self._lie(f"segment {each.segment} is called received")
            if not 0 <= each.acknowledged_bytes <= each.size_bytes:
                self._lie(f"{each.acknowledged_bytes} bytes of segment {each.segment}")
        if shown.custody.verified and not recording.folder.receipt.exists():
            self._lie("verified without a receipt")
        if shown.custody.verified and not there.receipt.exists():
            self._lie("verified, and the receiver never signed")

    def _lie(self, what: str) -> None:
        if what not in self.lies:
            self.lies.append(what)


def _has(there: ReceivedRecording, segment: int, size_bytes: int) -> bool:
    path = there.segment(segment)
    return path.exists() and path.stat().st_size == size_bytes


def assert_home_once(
    queue: Queue, data: Path, recording: RecordingOnDisk, key: str, before: list[bytes]
) -> None:
    """Everything arrived, byte for byte, and each thing was acknowledged once.

    `before` is what the segments' files held before anything was sent; `key` is the receiver's.
    """
    there = ReceiverData(data).recording(recording.folder.session, recording.id)
    assert recording.segment_bytes() == before, "what is on this computer was changed"
    assert sorted(path.name for path in there.segments.iterdir()) == [
        path.name for _, path in sorted(recording.folder.segments().items())
    ]
    stored = [there.segment(number).read_bytes() for number in range(len(before))]
    assert stored == before
    receipt = parse(recording.folder.receipt.read_bytes(), "receipt.json")
    manifest = parse(recording.folder.manifest.read_bytes(), "manifest.json")
    receipts.check(receipt, manifest, key)
    assert recording.folder.receipt.read_bytes() == there.receipt.read_bytes()
    assert there.announce.read_bytes() == recording.folder.announce.read_bytes()
    done = [each for each in queue.attempts(recording.id) if each.outcome == "done"]
    arrived = sorted(each.segment for each in done if each.segment is not None)
    assert arrived == list(range(len(before))), "a segment was acknowledged twice, or never"
    assert [each.action for each in done].count("finalise") == 1

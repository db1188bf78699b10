"""Notices when the receiver does not have any more what it gave receipts for, and sends it again.

A receiver that was restored from a backup forgets what came after it. Now and then the receiver
says in one short value what it has of ours; only where that is not what it should be, each
recording is asked about. Nothing is believed lost for want of an answer.
"""

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from holdfast.clock import Clock
from holdfast.holdings import Holdings
from holdfast.jsonform import FormatError, Json, Reader
from holdfast.layout import RecordingFolder
from holdfast.protocol import STATUS_MOST, recordings_status_path
from holdfast.salvage import read_announcement
from uploader.errors import TransportError
from uploader.holding_rows import FORGOTTEN, HoldingRows
from uploader.line import Line

EVERY_S: Final = 900.0
"""Between two looks at what the receiver has, while it is what it should be."""
_log = logging.getLogger(__name__)


class Stocktaking:
    """When to ask the receiver what it has, and what to make of it. For one thread."""

    def __init__(self, rows: HoldingRows, clock: Clock) -> None:
        self._rows = rows
        self._clock = clock
        self._receiver: str | None = None
        self._due_ns = 0

    def is_due(self, receiver: str) -> bool:
        """Whether to ask this receiver now: at first contact, then every EVERY_S."""
        return receiver != self._receiver or self._clock.monotonic_ns() >= self._due_ns

    def compare(self, line: Line, told: object) -> None:
        """Compare what the receiver said that it has with what we have receipts for."""
        if told is None:
            # An older receiver does not say.
            self._settled(line.enrolment.receiver)
            return
        try:
            self._compare(line, Holdings.from_json(told))  # type: ignore[arg-type]  # it checks
        except (FormatError, TransportError) as error:
            _log.warning("what the receiver has is compared later: %s", error)

    def _compare(self, line: Line, told: Holdings) -> None:
        receiver = line.enrolment.receiver
        ours = self._rows.manifests(receiver)
        if told.beyond(Holdings.of(ours.values())) != self._rows.beyond(receiver):
            missing = [each for each in _ask(line, ours) if _is_ours_to_ask(line, each)]
            forgotten = self._rows.forgotten(missing)
            for recording in forgotten:
                ours.pop(recording)
                line.tell("retry", recording, why=FORGOTTEN)
            if forgotten:
                _log.warning("%d recordings are sent again: the receiver forgot", len(forgotten))
            self._rows.note_beyond(receiver, told.beyond(Holdings.of(ours.values())))
        self._settled(receiver)

    def _settled(self, receiver: str) -> None:
        self._receiver = receiver
        self._due_ns = self._clock.monotonic_ns() + int(EVERY_S * 1e9)


def _is_ours_to_ask(line: Line, recording: str) -> bool:
    """Whether the receiver would tell us: not of what this computer made as another device."""
    folder = RecordingFolder(Path(line.queue.recording(recording).folder))
    try:
        announcement = read_announcement(folder)
    except (OSError, FormatError):
        return True
    return announcement is None or announcement.device == line.enrolment.device


def _ask(line: Line, ours: Mapping[str, str]) -> list[str]:
    """The recordings that the receiver says not to have. Raises TransportError, FormatError."""
    recordings = list(ours)
    missing: list[str] = []
    for start in range(0, len(recordings), STATUS_MOST):
        asked = recordings[start : start + STATUS_MOST]
        answer = line.transport.send_json("POST", recordings_status_path(), {"recordings": asked})
        if not answer.is_ok or answer.body is None:
            raise FormatError(f"the receiver does not say which it has ({answer.status})")
        stored = _stored(answer.body, asked)
        missing += [each for each in asked if stored[each] != ours[each]]
    return missing


def _stored(body: Json, asked: Sequence[str]) -> dict[str, str | None]:
    """Recording -> SHA-256 of the manifest that the receiver has, None where it has none."""
    told = {}
    for each in Reader(body, "what the receiver has").mappings("recordings"):
        is_stored = each.get("state") == "stored"
        told[each.get("recording")] = each.get("manifest_sha256") if is_stored else None
    if not told.keys() >= set(asked):
        raise FormatError("the receiver does not say of each recording whether it has it")
    return {each: told[each] for each in asked}

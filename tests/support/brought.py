"""A file that somebody brought to a receiver, and every job on it done by real processes."""

import threading
from pathlib import Path

from holdfast.receiver_layout import ReceivedRecording
from server.db.models import JobRow
from server.jobs.runner import Runner
from server.ops.file_import import FileImports, Told
from server.receiver import Receiver

TOLD = Told("P-017", "smile", None)


def bring(receiver: Receiver, file: Path) -> str:
    """Take a file in, as `holdfast admin import` does; the recording's id."""
    here = receiver
    importing = FileImports(
        here.database, here.imports, here.sessions, here.own_device.id(), here.clock, TOLD
    )
    brought = importing.take(file)
    assert brought.recording is not None
    return brought.recording


def work_off(receiver: Receiver) -> None:
    """Do every job that is due."""
    runner = Runner(receiver.data, receiver.database, receiver.jobs, threading.Event())
    while (claim := receiver.jobs.claim("worker")) is not None:
        runner.run(claim)


def folder_of(receiver: Receiver, recording: str) -> ReceivedRecording:
    row = receiver.custody.row(recording, None)
    return receiver.data.recording(row.session, row.id)


def jobs_of(receiver: Receiver, recording: str) -> dict[str, JobRow]:
    """Kind -> its newest job."""
    rows = receiver.jobs.newest(active=False)
    return {row.kind: row for row in reversed(rows) if row.recording == recording}

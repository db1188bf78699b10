"""Thousands of segments in a home within seconds: one real recording, copied under other ids.

The files of one recording's segments are one file with many names: its bytes are real, its disk
space is not needed.
"""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from holdfast.ids import new_id
from holdfast.jsonform import canonical
from holdfast.layout import Home
from tests.recordings import DeviceOnPaper, make_recording

SEGMENT_BYTES = 4096
FIRST_AT = datetime(2026, 10, 20, 9, 0, tzinfo=UTC)
EVERY_S = 1700.0
"""30 days with 1,500 recordings."""


def make_many(
    home: Home,
    device: DeviceOnPaper,
    recordings: int,
    segments: int,
    segment_bytes: int = SEGMENT_BYTES,
    *,
    with_sidecars: bool = False,
) -> list[str]:
    """So many ended recordings with so many segments each; their ids, oldest first.

    Only what has its sidecars can be sent; the queue is filled from the manifests alone.
    """
    data = bytes(range(256)) * (segment_bytes // 256)
    pattern = make_recording(home, device, [data] * segments, started_at=FIRST_AT)
    made = [pattern.id]
    for number in range(1, recordings):
        moment = FIRST_AT + timedelta(seconds=number * EVERY_S)
        session, recording = new_id(moment), new_id(moment + timedelta(milliseconds=1))
        folder = home.recording(session, recording)
        folder.path.mkdir(parents=True)
        copied = [pattern.folder.session_file, pattern.folder.announce, pattern.folder.manifest]
        if with_sidecars:
            copied += pattern.folder.sidecars().values()
        for path in copied:
            _copy_json(path, folder.path, {pattern.folder.session: session, pattern.id: recording})
        (folder.path / "session.json").replace(folder.session_file)
        folder.decision.write_bytes(pattern.folder.decision.read_bytes())
        _sign_anew(folder.manifest, device)
        folder.segment(0).write_bytes(data)
        for each in range(1, segments):
            folder.segment(each).hardlink_to(folder.segment(0))
        made.append(recording)
    return made


def _copy_json(path: Path, folder: Path, ids: dict[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in ids.items():
        text = text.replace(old, new)
    (folder / path.name).write_text(text, "utf-8")


def _sign_anew(manifest: Path, device: DeviceOnPaper) -> None:
    unsigned = {**json.loads(manifest.read_text("utf-8")), "signature": None}
    signature = device.sign(canonical(unsigned))
    manifest.write_bytes(canonical({**unsigned, "signature": signature}))

"""That a recording is stored: its row's change, its jobs, and who is told, all in one transaction.

A receipt that a crash left without its row is taken up here, and never made again.
"""

import logging
import os
from pathlib import Path

from sqlalchemy.orm import Session

from holdfast.clock import Clock, parse_rfc3339
from holdfast.jsonform import FormatError, Json, digest, parse
from holdfast.manifest import Manifest, is_measured
from holdfast.receipt import Receipt
from holdfast.receiver_layout import ReceivedRecording
from server.blobs.base import Files
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import RecordingRow
from server.db.outbox import tell
from server.domain.audit import RECEIVER, Audit
from server.domain.scans import submit_missing, submit_work, take_up_scan
from server.jobs.scan import QUARANTINED
from server.operating import load_operating

_log = logging.getLogger(__name__)


def take_up_receipt(
    database: Database,
    data: Store,
    row: RecordingRow,
    clock: Clock,
    *,
    heals_for: Audit | None = None,
) -> None:
    """Mark a recording stored whose receipt and manifest are on disk and belong together.

    With `heals_for`, the audit log, a crash kept everybody from hearing of it. A recording whose
    files cannot be read is left as it is: it must not keep the others from starting.
    """
    folder = data.recording(row.session, row.id)
    try:
        receipt = receipt_on_disk(data.files, folder.receipt)
        if receipt is None or not data.files.exists(folder.manifest):
            return
        content = parse(data.files.read(folder.manifest), "manifest.json")
        if digest(content) != receipt.manifest_sha256:
            return
        manifest = Manifest.from_json(content)
        probe = read_probe(data.files, folder)
    except (OSError, FormatError) as error:
        _log.error("the receipt of %s was left alone: %s", folder.path, error)
        return
    with database.writing() as session:
        current = session.get_one(RecordingRow, row.id)
        if current.state == "stored":
            # Another receiver was in the middle of it.
            return
        mark_stored(session, current, manifest, receipt)
        current.probe = probe
        take_up_scan(data.files, current, folder)
        operating = load_operating(data, os.environ)
        if manifest.segments and not (probe or {}).get("ok"):
            submit_work(session, current, operating, clock)
        elif manifest.segments and current.scan != QUARANTINED:
            submit_missing(session, current, operating, clock)
        if heals_for is not None:
            tell_stored(session, current, clock)
            note_stored(heals_for, session, current, RECEIVER, receipt, after="a crash")


def mark_stored(session: Session, row: RecordingRow, manifest: Manifest, receipt: Receipt) -> None:
    """The state change that a receipt makes, in the caller's transaction."""
    row.state = "stored"
    row.expected = [each.segment for each in receipt.segments]
    row.manifest_sha256 = receipt.manifest_sha256
    row.duration_s = manifest.duration_s if is_measured(manifest.announcement) else None
    row.stored_at = parse_rfc3339(receipt.stored_at)


def tell_stored(session: Session, row: RecordingRow, clock: Clock) -> None:
    """Write down for webhooks that a recording is stored, in the caller's transaction."""
    facts = {"duration_s": row.duration_s, "manifest_sha256": row.manifest_sha256}
    tell(session, "recording.stored", row, clock.now(), **facts)


def note_stored(
    audit: Audit, session: Session, row: RecordingRow, actor: str, receipt: Receipt, **more: str
) -> None:
    """Write into the audit log that a recording is stored, in the caller's transaction."""
    facts = {"manifest_sha256": receipt.manifest_sha256, "segments": len(receipt.segments), **more}
    audit.add(session, actor, "recording.stored", f"recording:{row.id}", **facts)


def read_probe(files: Files, folder: ReceivedRecording) -> Json | None:
    """What the probe job found, if it ran."""
    if not files.exists(folder.probe):
        return None
    return parse(files.read(folder.probe), "probe.json")


def receipt_on_disk(files: Files, path: Path) -> Receipt | None:
    """The receipt, if there is one. Raises FormatError."""
    if not files.exists(path):
        return None
    return Receipt.from_json(parse(files.read(path), path.name))

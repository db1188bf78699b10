"""What administrators settled about whole queues, as a file, from which a lost database has it.

Which queue may do what is decided elsewhere; here it is only written down and read.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from holdfast.clock import parse_rfc3339, rfc3339
from holdfast.jsonform import FORMAT_VERSION, Json, Reader, canonical, parse
from server.blobs.store import Store
from server.db.work_rows import QueueControlRow


def write_controls(data: Store, session: Session) -> None:
    """Have the file say what the table says, in the transaction that changed it."""
    session.flush()
    rows = session.scalars(select(QueueControlRow).order_by(QueueControlRow.kind))
    content = {"format_version": FORMAT_VERSION, "queues": [_to_json(row) for row in rows]}
    data.files.write_replacing(data.queue_controls, canonical(content))


def controls_from_file(data: Store) -> list[QueueControlRow]:
    """Every row as the file says; none where there is no file. Raises FormatError."""
    if not data.files.exists(data.queue_controls):
        return []
    name = data.queue_controls.name
    value = parse(data.files.read(data.queue_controls), name)
    return [_from_json(each) for each in Reader(value, name).mappings("queues")]


def _to_json(row: QueueControlRow) -> Json:
    return {
        "kind": row.kind,
        "paused": row.is_paused,
        "at_once": row.at_once,
        "changed_at": rfc3339(row.changed_at),
        "changed_by": row.changed_by,
    }


def _from_json(value: Json) -> QueueControlRow:
    reader = Reader(value, "a queue")
    return QueueControlRow(
        kind=reader.text("kind"),
        is_paused=reader.flag("paused"),
        at_once=None if value.get("at_once") is None else reader.whole("at_once", 1),
        changed_at=parse_rfc3339(reader.text("changed_at")),
        changed_by=reader.text("changed_by"),
    )

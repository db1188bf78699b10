"""The audit log: chained, copied, restored; and every way to tamper with it is found."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, update

from holdfast.jsonform import FormatError
from server.auth.policy import Principal, Role
from server.db.access_rows import AuditHeadRow, AuditRow
from server.domain.audit import FIRST, RECEIVER, Audit, Entry, Wanted
from server.domain.audit_check import Head, verify
from server.receiver import Receiver, open_receiver
from server.settings import Settings
from tests.support.manual_clock import ManualClock


@pytest.fixture
def receiver(settings: Settings) -> Iterator[Receiver]:
    opened = open_receiver(settings.data, ManualClock())
    yield opened
    opened.close()


@pytest.fixture
def audit(receiver: Receiver) -> Audit:
    for number in range(1, 6):
        receiver.audit.record(RECEIVER, "recording.stored", f"recording:{number}", size=number)
    return receiver.audit


def sentences(audit: Audit, *heads: Head) -> list[str]:
    return [fault.sentence for fault in verify(audit, heads).faults]


def change(receiver: Receiver, seq: int, **values: Any) -> None:
    with receiver.database.writing() as session:
        session.execute(update(AuditRow).where(AuditRow.seq == seq).values(**values))


def remove(receiver: Receiver, *seqs: int) -> None:
    with receiver.database.writing() as session:
        session.execute(delete(AuditRow).where(AuditRow.seq.in_(seqs)))


def end_at(receiver: Receiver, entry: Entry) -> None:
    with receiver.database.writing() as session:
        session.execute(update(AuditHeadRow).values(seq=entry.seq, sha256=entry.sha256))


def forge(entry: Entry, **facts: Any) -> dict[str, Any]:
    """The columns of an entry that was changed by somebody who knows how hashes are made."""
    changed = replace(entry, facts=facts, sha256="")
    return {"facts": facts, "sha256": changed.computed_sha256()}


def test_entries_are_chained_and_read_back(audit: Audit, receiver: Receiver) -> None:
    entries = list(audit.entries())

    assert [entry.seq for entry in entries] == [1, 2, 3, 4, 5]
    assert entries[0].previous == FIRST
    assert [entry.previous for entry in entries[1:]] == [entry.sha256 for entry in entries[:-1]]
    assert entries[2].facts == {"size": 3}
    assert list(audit.copied()) == entries
    assert verify(audit).is_ok


def test_whoever_asked_is_named_by_role(audit: Audit) -> None:
    audit.record(Principal(Role.ADMIN, "ann"), "study.changed", "study:smile", version=2)

    (entry,) = audit.newest(Wanted(actor="admin:ann"), 10)
    assert (entry.action, entry.subject, entry.facts) == (
        "study.changed",
        "study:smile",
        {"version": 2},
    )


def test_what_is_no_json_is_refused_before_anything_is_written(audit: Audit) -> None:
    with pytest.raises((TypeError, ValueError)):
        audit.record(RECEIVER, "x", "y", when=float("nan"))

    assert audit.end()[0] == 5


def test_an_entry_stands_or_falls_with_the_callers_transaction(
    audit: Audit, receiver: Receiver
) -> None:
    def fall() -> None:
        with receiver.database.writing() as session:
            audit.add(session, RECEIVER, "never", "happened:1")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fall()
    with receiver.database.writing() as session:
        audit.add(session, RECEIVER, "device.revoked", "device:1")
    audit.record(RECEIVER, "device.revoked", "device:2")

    assert [entry.subject for entry in audit.copied()][5:] == ["device:1", "device:2"]
    assert verify(audit).is_ok


def test_an_entry_whose_copy_a_crash_cost_is_copied_later(audit: Audit, receiver: Receiver) -> None:
    lines = receiver.data.audit.read_bytes().splitlines(keepends=True)
    receiver.data.audit.write_bytes(b"".join(lines[:-1]) + lines[-1][:20])

    audit.record(RECEIVER, "recording.stored", "recording:6")

    assert verify(audit).is_ok
    assert [entry.seq for entry in audit.copied()] == [1, 2, 3, 4, 5, 6]


def changed(receiver: Receiver, audit: Audit) -> None:
    change(receiver, 3, facts={"size": 4})


def changed_well(receiver: Receiver, audit: Audit) -> None:
    entry = list(audit.entries())[2]
    change(receiver, 3, **forge(entry, size=4))


def last_changed_well(receiver: Receiver, audit: Audit) -> None:
    change(receiver, 5, **forge(list(audit.entries())[4], size=4))
    end_at(receiver, list(audit.entries())[4])


def another_time(receiver: Receiver, audit: Audit) -> None:
    entries = list(audit.entries())
    change(receiver, 2, at=ManualClock().now().replace(year=2020))
    assert [each.at for each in entries] != [each.at for each in audit.entries()]


def one_removed(receiver: Receiver, audit: Audit) -> None:
    remove(receiver, 3)


def two_removed(receiver: Receiver, audit: Audit) -> None:
    remove(receiver, 2, 3)


def end_removed(receiver: Receiver, audit: Audit) -> None:
    remove(receiver, 4, 5)


def end_removed_well(receiver: Receiver, audit: Audit) -> None:
    entries = list(audit.entries())
    remove(receiver, 4, 5)
    end_at(receiver, entries[2])


def put_behind(receiver: Receiver, audit: Audit) -> None:
    entry = list(audit.entries())[-1]
    with receiver.database.writing() as session:
        session.add(
            AuditRow(
                seq=6,
                at=receiver.clock.now(),
                actor="x",
                action="x",
                subject="x",
                facts={},
                previous=entry.sha256,
                sha256=FIRST,
            )
        )


def file_changed(receiver: Receiver, audit: Audit) -> None:
    _replace(receiver.data.audit, '"size":2', '"size":9')


def line_removed(receiver: Receiver, audit: Audit) -> None:
    lines = receiver.data.audit.read_text().splitlines(keepends=True)
    receiver.data.audit.write_text("".join([*lines[:1], *lines[2:]]))


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


@pytest.mark.parametrize(
    ("tamper", "sentence"),
    [
        (changed, "Entry 3 was changed."),
        (changed_well, "Entry 4 does not continue the one before it."),
        (last_changed_well, "Entry 5 is another one in the file."),
        (another_time, "Entry 2 was changed."),
        (one_removed, "Entry 3 is gone."),
        (two_removed, "Entries 2 to 3 were taken out."),
        (end_removed, "The log ended at entry 5; what came after 3 is gone."),
        (end_removed_well, "Entry 5 is in the file and not in the log."),
        (put_behind, "There are entries behind the end of the log."),
        (file_changed, "Entry 2 was changed in the file."),
        (line_removed, "Entry 2 is missing in the file."),
    ],
)
def test_every_way_to_tamper_is_found(
    receiver: Receiver, audit: Audit, tamper: Callable[[Receiver, Audit], None], sentence: str
) -> None:
    tamper(receiver, audit)

    assert sentence in sentences(audit)


def test_a_head_kept_elsewhere_finds_a_log_that_was_made_anew(
    receiver: Receiver, audit: Audit
) -> None:
    head = Head.of(audit, receiver.identity, receiver.clock)
    end_removed_well(receiver, audit)
    receiver.data.audit.write_text("")
    audit.copy()
    assert verify(audit).is_ok

    kept = Head.from_json(json.loads(json.dumps(head.signed)), receiver.identity)
    assert sentences(audit, kept) == ["Entry 5 was there when its head was signed, and is gone."]
    audit.record(RECEIVER, "x", "y:1")
    audit.record(RECEIVER, "x", "y:2")
    assert sentences(audit, kept) == ["Entry 5 is another one than when its head was signed."]


def test_a_head_that_nobody_signed_is_refused(receiver: Receiver, audit: Audit) -> None:
    signed = Head.of(audit, receiver.identity, receiver.clock).signed

    with pytest.raises(FormatError, match="not signed"):
        Head.from_json({**signed, "seq": 4}, receiver.identity)


def test_the_log_is_restored_with_a_lost_database(
    settings: Settings, receiver: Receiver, audit: Audit
) -> None:
    before = list(audit.entries())
    receiver.close()
    for path in settings.data_folder.glob("holdfast.db*"):
        path.unlink()

    again = open_receiver(settings.data, ManualClock())
    again.audit.record(RECEIVER, "recording.stored", "recording:6")

    assert list(again.audit.entries())[:5] == before
    assert verify(again.audit).is_ok
    assert verify(again.audit).entries == 6
    again.close()


def test_many_writers_in_two_processes_make_one_chain(
    settings: Settings, receiver: Receiver
) -> None:
    other = open_receiver(settings.data, ManualClock())

    def write(audit: Audit) -> None:
        for number in range(10):
            audit.record(RECEIVER, "recording.stored", f"recording:{number}")

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(write, [receiver.audit, other.audit] * 2))

    assert verify(receiver.audit).to_json() == {"ok": True, "entries": 40, "faults": []}
    other.close()

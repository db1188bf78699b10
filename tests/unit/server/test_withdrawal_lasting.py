"""Withdrawals outlive what happens to a receiver: lost databases, old backups, files put back."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from holdfast.ids import new_id
from holdfast.protocol import (
    participant_path,
    recording_path,
)
from holdfast.receiver_layout import ReceiverData
from server.domain.tombstones import SecondLogAway, TombstoneLog, hashed_participant
from server.receiver import open_receiver
from tests.support.left_over import with_words
from tests.support.lost_rows import lose_rows
from tests.support.received import STARTED, Take
from tests.support.receiver_client import Client, EnrolledDevice
from tests.support.withdrawing import confirm, of_study, orders, stored_take, withdraw
from tests.unit.server.conftest import Running, only_on_sqlite


@pytest.fixture
def take(device: EnrolledDevice) -> Take:
    return stored_take(device)


def reopened(running: Running, change: Callable[[ReceiverData], None]) -> Any:
    """The receiver as it is opened at its next start, after something was done to its files."""
    running.receiver.database.close()
    change(running.receiver.data)
    return open_receiver(running.receiver.data, running.clock, running.engines)


def test_a_database_that_is_lost_forgets_no_withdrawal(
    running: Running, device: EnrolledDevice, admin: Client, take: Take
) -> None:
    withdraw(admin, take)
    [order] = orders(device)
    confirm(device, order["order"], deleted=(take.id,))

    opened = reopened(running, lambda data: lose_rows(data, running.engines))

    [listed] = opened.withdrawals.listing()
    assert (listed.id, listed.copies_may_remain) == (order["order"], False)
    assert opened.orders.waiting(device.id) == []
    assert opened.withdrawals.gone_session(take.session_id, device.id) is not None
    opened.close()


@only_on_sqlite
def test_a_restored_backup_shows_nothing_that_was_withdrawn_since(
    running: Running, device: EnrolledDevice, admin: Client, tmp_path: Path
) -> None:
    """All of the data folder is as it was before; the log at its second place is not."""
    log = TombstoneLog(running.receiver.data)
    log.keep_at(tmp_path / "elsewhere" / "tombstones.jsonl")
    session, person = of_study(device, "smiles"), of_study(device, "smiles", "P-018")
    kept, unsent = of_study(device, "smiles", "P-019"), of_study(device, "smiles", "P-020")
    for each in (session, person, kept, unsent):
        device.client.send(each)
    device.client.call("POST", f"{recording_path(new_id(STARTED))}/discard")
    backup = tmp_path / "backup"
    shutil.copytree(running.receiver.data.root, backup)
    withdraw(admin, session)
    assert admin.call("DELETE", participant_path("smiles", "P-018")).status_code == 202
    admin.call("DELETE", recording_path(unsent.id))

    def restore(data: ReceiverData) -> None:
        shutil.rmtree(data.root)
        shutil.copytree(backup, data.root)

    opened = reopened(running, restore)

    assert opened.custody.view(kept.id, device.id).state == "stored"
    assert (
        with_words(running.receiver.data.root / "sessions", session.id, person.id, unsent.id) == []
    )
    assert {each.scope for each in opened.withdrawals.listing()} == {
        "session",
        "recording",
        "participant",
    }
    assert len(opened.orders.waiting(device.id)) == 3
    opened.close()


def test_a_withdrawal_that_was_cut_short_takes_the_participants_sessions_along(
    running: Running, device: EnrolledDevice
) -> None:
    """Also those that a backup brings back, and that no line of the log names."""
    here, other = of_study(device, "smiles"), of_study(device, "smiles", "P-018")
    for each in (here, other):
        device.client.send(each)
    running.receiver.database.close()
    TombstoneLog(running.receiver.data).append(
        {
            "withdrawal": new_id(STARTED),
            "scope": "participant",
            "subject": hashed_participant("smiles", "P-017"),
            "session": None,
            "device": None,
            "recordings": [],
            "reason": "so",
            "at": "2026-11-20T14:00:00.000Z",
        }
    )

    opened = reopened(running, lambda data: None)

    assert [each.subject for each in opened.withdrawals.listing() if each.scope == "session"] == [
        here.session_id
    ]
    assert with_words(running.receiver.data.root / "sessions", here.id) == []
    assert opened.custody.view(other.id, device.id).state == "stored"
    opened.close()


def test_files_that_somebody_puts_back_go_at_the_next_start(
    running: Running, admin: Client, take: Take, tmp_path: Path
) -> None:
    folder = running.receiver.data.session_folder(take.session_id)
    shutil.copytree(folder, tmp_path / "copy")
    withdraw(admin, take)
    shutil.copytree(tmp_path / "copy", folder)

    running.receiver.heal()

    assert not folder.exists()


def test_it_does_not_start_without_the_second_log(running: Running, tmp_path: Path) -> None:
    second = tmp_path / "disk" / "tombstones.jsonl"
    TombstoneLog(running.receiver.data).keep_at(second)
    second.unlink()

    with pytest.raises(SecondLogAway, match="tombstones keep --nowhere"):
        reopened(running, lambda data: None)


def test_a_second_log_that_was_away_gets_the_lines_later(
    running: Running, admin: Client, device: EnrolledDevice, tmp_path: Path
) -> None:
    second = tmp_path / "disk" / "tombstones.jsonl"
    log = TombstoneLog(running.receiver.data)
    log.keep_at(second)
    takes = [of_study(device, "smiles", name) for name in ("P-1", "P-2")]
    for each in takes:
        device.client.announce(each)
    shutil.move(second.parent, tmp_path / "away")
    withdraw(admin, takes[0])
    shutil.move(tmp_path / "away", second.parent)

    withdraw(admin, takes[1])

    told = [json.loads(line)["subject"] for line in second.read_text().splitlines()]
    assert told == [each.session_id for each in takes]

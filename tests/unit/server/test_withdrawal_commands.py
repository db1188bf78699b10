"""`holdfast admin session`, `participant`, `retention` and their like: they ask, do and tell."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from holdfast.protocol import recording_path
from server.admin_cli import admin
from server.domain.tombstones import TombstoneLog
from tests.support.received import Take
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_consent import of_study, study


@pytest.fixture
def take(running: Running, device: EnrolledDevice) -> Take:
    study(running, retention_days=30)
    made = of_study(device)
    device.client.send(made)
    return made


def run(running: Running, *words: str, said: str | None = None) -> Result:
    data = str(running.receiver.data.root)
    environment = {"HOLDFAST_HOME": f"{data}-home"}
    return CliRunner().invoke(admin, ["--data", data, *words], input=said, env=environment)


def told(running: Running, *words: str) -> Any:
    done = run(running, *words, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.output)


def test_it_asks_before_anything_is_deleted(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    for words in (("session", take.session_id), ("recording", take.id)):
        refused = run(running, words[0], "withdraw", words[1], said="n\n")
        assert refused.exit_code == 1
        # Nobody is there to be asked where a program reads the answer.
        assert run(running, words[0], "withdraw", words[1], "--json").exit_code == 1
    assert run(running, "participant", "withdraw", "smiles", "P-017", said="n\n").exit_code == 1
    assert device.client.get(recording_path(take.id))["state"] == "stored"

    agreed = run(running, "session", "withdraw", take.session_id, said="y\n")

    assert agreed.exit_code == 0
    assert "its device is told" in agreed.output
    assert device.client.call("GET", recording_path(take.id)).status_code == 410


def test_a_participant_is_withdrawn_and_listed(running: Running, take: Take) -> None:
    done = told(running, "participant", "withdraw", "smiles", "P-017", "--yes")

    assert [each["subject"] for each in done["withdrawals"]] == [take.session_id]
    listed = told(running, "withdrawals", "--open")["withdrawals"]
    assert [each["subject"] for each in listed] == [take.session_id]
    assert "P-017" not in run(running, "withdrawals").output
    assert run(running, "session", "withdraw", take.session_id, "--yes").exit_code == 0


def test_what_is_not_known_is_said(running: Running, take: Take) -> None:
    for words in (("session", "withdraw"), ("recording", "withdraw"), ("session", "release")):
        yes = ("--yes",) if words[1] == "withdraw" else ()
        done = run(running, *words, take.session_id[:-4] + "ffff", *yes)
        assert done.exit_code == 1
        assert "known here" in done.output


def test_a_session_is_closed_held_and_released(running: Running, take: Take) -> None:
    closed = told(running, "session", "close", take.session_id, "--expected", "2")
    assert closed["sessions"][0]["missing_recordings"] == 1
    assert told(running, "session", "incomplete") == closed
    assert "1 of 2 recordings" in run(running, "session", "incomplete").output

    told(running, "session", "hold", take.session_id, "--reason", "the audit")
    [due] = told(running, "retention", "list", "--within", "36500")["sessions"]
    assert due["stays"] == "held: the audit"
    told(running, "session", "release", take.session_id)
    [due] = told(running, "retention", "list", "--within", "36500")["sessions"]
    assert due["stays"] == "it cannot be played"
    assert told(running, "retention", "delete", "--yes") == {"withdrawals": []}
    assert told(running, "abandoned", "list") == {"recordings": []}
    assert told(running, "abandoned", "delete", "--yes") == {"deleted": []}


def test_the_second_log_is_kept_where_it_is_named(running: Running, tmp_path: Path) -> None:
    second = tmp_path / "disk" / "tombstones.jsonl"
    log = TombstoneLog(running.receiver.data)

    assert told(running, "tombstones", "keep", str(second)) == {"second": str(second)}
    assert log.second() == second
    assert run(running, "tombstones", "keep").exit_code == 1
    second.unlink()
    lost = run(running, "withdrawals")
    assert (lost.exit_code, "tombstones keep --nowhere" in lost.output) == (1, True)
    assert told(running, "tombstones", "keep", "--nowhere") == {"second": None}
    assert run(running, "withdrawals").exit_code == 0

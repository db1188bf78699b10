"""`holdfast admin` as an administrator types it: grants, users, studies, keys, the audit log."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from nacl.signing import SigningKey

from holdfast.clock import SystemClock, rfc3339
from holdfast.ids import new_id
from holdfast.invitation import Invitation, is_invitation
from holdfast.jsonform import FormatError
from holdfast.protocol import encode_key
from holdfast.receiver_layout import ReceiverData
from server.admin_cli import admin
from server.domain.devices import Applicant
from server.receiver import open_receiver
from uploader.own_keys import FormerKey, handed_over

STUDY = {"study": "smile", "title": "Smiles", "prompts": [{"id": "first"}]}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def run(data: Path, *words: str | Path) -> Result:
    return CliRunner().invoke(admin, ["--data", str(data), *map(str, words)])


def done(data: Path, *words: str | Path) -> Any:
    """What the command prints as JSON."""
    result = run(data, *words, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def failed(data: Path, *words: str | Path) -> str:
    """The sentence of a command that fails."""
    result = run(data, *words)
    assert result.exit_code == 1, result.output
    assert not result.stdout
    return result.stderr


def enrol(data: Path, code: str) -> str:
    receiver = open_receiver(ReceiverData(data), SystemClock())
    try:
        return receiver.enrolment.enrol(code, Applicant(None, None)).device
    finally:
        receiver.close()


def new_code(data: Path) -> str:
    return str(done(data, "device", "add", "another")["code"])


def enrol_with_a_former_key(data: Path, code: str) -> str:
    """A device that signs, and signed with another key before."""
    first, second = SigningKey.generate(), SigningKey.generate()
    device, at = new_id(SystemClock().now()), rfc3339(SystemClock().now())
    steps = tuple(handed_over(device, [FormerKey(first, at)], second))
    receiver = open_receiver(ReceiverData(data), SystemClock())
    try:
        applicant = Applicant(device, encode_key(bytes(second.verify_key)), steps)
        return receiver.enrolment.enrol(code, applicant).device
    finally:
        receiver.close()


def a_study(data: Path, tmp_path: Path) -> str:
    file = tmp_path / "smile.yaml"
    file.write_text(yaml.safe_dump(STUDY))
    return str(done(data, "study", "put", file)["study"])


def test_an_invitation_for_many_comes_as_a_file_and_as_a_picture(
    data: Path, tmp_path: Path
) -> None:
    file, picture = tmp_path / "lab.json", tmp_path / "lab.svg"
    url = "https://receiver.example.org"
    words = ("device", "add", "lab", "--uses", "20", "--for", "7d", "--url", url)

    new = done(data, *words, "--file", file, "--qr", picture)

    invited = Invitation.from_file(file.read_bytes())
    assert invited == Invitation.from_text(new["invitation"])
    assert (invited.url, invited.code) == (url, new["code"])
    assert invited.key_id == done(data, "identity")["key"]
    assert b"<svg" in picture.read_bytes()
    assert [path.stat().st_mode & 0o777 for path in (file, picture)] == [0o600, 0o600]
    assert "is there already" in failed(data, *words, "--file", file)
    (grant,) = done(data, "grant", "list")["grants"]
    assert (grant["grant"], grant["uses"], grant["uses_most"]) == (new["grant"], 0, 20)


def test_the_picture_can_be_drawn_on_the_screen(data: Path) -> None:
    result = run(data, "device", "add", "lab", "--qr", "-")

    assert "█" in result.stdout
    assert "--url names another way" in result.stderr


@pytest.mark.parametrize(
    "text", ["holdfast:leave?url=a&code=b", "holdfast:enrol?url=a", "https://example.org", ""]
)
def test_what_is_no_invitation_is_refused(text: str) -> None:
    with pytest.raises(FormatError, match="no invitation"):
        Invitation.from_text(text)
    assert is_invitation(text) is text.startswith("holdfast:")


def test_a_grant_is_revoked_by_its_id(data: Path) -> None:
    new = done(data, "device", "add", "lab", "--uses", "2")

    done(data, "grant", "revoke", new["grant"])

    assert done(data, "grant", "list")["grants"][0]["state"] == "revoked"
    assert "There is no grant" in failed(data, "grant", "revoke", "x")


def test_a_lost_device_is_replaced_by_the_code_of_the_next_one(data: Path) -> None:
    lost = enrol(data, done(data, "device", "add", "kiosk")["code"])

    new = enrol(data, done(data, "device", "add", "kiosk 2", "--replace", "kiosk")["code"])

    devices = {each["device"]: each for each in done(data, "device", "list")["devices"]}
    assert devices[lost]["revoked_at"] is not None
    assert devices[new]["revoked_at"] is None
    assert "There is no device" in failed(data, "device", "add", "x", "--replace", "nobody")


def test_which_of_two_devices_is_replaced_must_be_said(data: Path) -> None:
    for _ in range(2):
        enrol(data, done(data, "device", "add", "kiosk")["code"])

    assert "give its id" in failed(data, "device", "add", "new", "--replace", "kiosk")
    assert [each["name"] for each in done(data, "grant", "list")["grants"]] == ["kiosk", "kiosk"]


def test_the_former_keys_of_a_device_are_ended(data: Path) -> None:
    device = enrol_with_a_former_key(data, done(data, "device", "add", "kiosk")["code"])
    assert "no former key" in failed(data, "device", "end-keys", enrol(data, new_code(data)))

    assert done(data, "device", "end-keys", device) == {"device": device, "ended": 1}
    assert [
        (each["keys_before"], each["keys_ended"])
        for each in done(data, "device", "list")["devices"]
        if each["device"] == device
    ] == [(1, 1)]
    assert "Nothing was changed" in failed(data, "device", "end-keys", device)
    assert "count again" in run(data, "device", "end-keys", device, "--undo").output
    actions = [each["action"] for each in done(data, "audit", "list")["entries"]]
    assert {"device.keys_ended", "device.keys_believed"} <= set(actions)


def test_a_study_is_put_given_and_taken(data: Path, tmp_path: Path) -> None:
    study = a_study(data, tmp_path)
    device = enrol(data, done(data, "device", "add", "kiosk", "--study", study)["code"])

    (listed,) = done(data, "study", "list")["studies"]
    assert (listed["version"], listed["devices"]) == (1, [device])
    assert done(data, "study", "take", study, "kiosk")["studies"] == []
    assert done(data, "study", "give", study, device)["studies"] == [study]
    assert "There is no device" in failed(data, "study", "give", study, "nobody")
    assert "No such study" in failed(data, "study", "give", "frown", device)
    assert "No such study" in failed(data, "device", "add", "x", "--study", "frown")


def test_a_changed_file_becomes_the_next_version(data: Path, tmp_path: Path) -> None:
    a_study(data, tmp_path)
    file = tmp_path / "smile.yaml"

    same = done(data, "study", "put", file)
    file.write_text(yaml.safe_dump({**STUDY, "title": "Broad smiles"}))
    changed = done(data, "study", "put", file)

    assert (same["version"], same["created"]) == (1, False)
    assert (changed["version"], changed["created"]) == (2, True)
    shown = json.loads(run(data, "study", "show", "smile").stdout)
    assert (shown["title"], shown["prompts"]) == ("Broad smiles", STUDY["prompts"])


@pytest.mark.parametrize(
    "text",
    ["- a list", "title: Smiles", "study: smile", "study: [", "study: smile\ntitle: 2026-01-01"],
)
def test_a_file_that_is_no_study_is_refused(data: Path, tmp_path: Path, text: str) -> None:
    file = tmp_path / "smile.yaml"
    file.write_text(text)

    assert failed(data, "study", "put", file)
    assert done(data, "study", "list")["studies"] == []


def test_a_users_role_and_studies_are_changed_and_ended(data: Path, tmp_path: Path) -> None:
    study = a_study(data, tmp_path)
    first = done(data, "user", "add", "ann", "--token", "--study", study)["token"]
    assert "viewer of smile already" in failed(data, "user", "add", "ann", "--token")

    done(data, "user", "change", "ann", "--role", "operator")
    second = done(data, "user", "renew", "ann")["token"]

    receiver = open_receiver(ReceiverData(data), SystemClock())
    assert receiver.users.by_token(first) is None
    known = receiver.users.by_token(second)
    receiver.close()
    assert known is not None
    assert (known.role.value, known.studies) == ("operator", None)
    done(data, "user", "revoke", "ann")
    receiver = open_receiver(ReceiverData(data), SystemClock())
    assert receiver.users.by_token(second) is None
    receiver.close()
    (listed,) = done(data, "user", "list")["users"]
    assert listed["revoked_at"] is not None
    assert "There is no user" in failed(data, "user", "revoke", "bob")
    assert done(data, "user", "add", "ann", "--role", "viewer", "--token")["token"]


def test_an_admin_is_of_no_study(data: Path, tmp_path: Path) -> None:
    study = a_study(data, tmp_path)

    result = run(data, "user", "add", "ann", "--role", "admin", "--study", study)

    assert (result.exit_code, "sees everything" in result.stderr) == (2, True)


def test_every_change_stands_in_the_log_with_who_made_it(data: Path, tmp_path: Path) -> None:
    study = a_study(data, tmp_path)
    device = enrol(data, done(data, "device", "add", "kiosk", "--study", study)["code"])
    done(data, "study", "take", study, device)
    done(data, "device", "revoke", device)
    done(data, "user", "add", "ann", "--token")
    done(data, "user", "change", "ann", "--role", "operator")
    done(data, "user", "renew", "ann")
    done(data, "user", "revoke", "ann")
    done(data, "key", "rotate", "--yes")

    entries = done(data, "audit", "list")["entries"]

    assert [each["action"] for each in reversed(entries)] == [
        "study.changed",
        "grant.made",
        "device.enrolled",
        "device.studies_changed",
        "device.revoked",
        "user.token_made",
        "user.changed",
        "user.token_renewed",
        "user.revoked",
        "receiver.key_rotated",
    ]
    assert all(each["actor"].startswith(("console:", "grant:")) for each in entries)
    assert done(data, "audit", "list", "--subject", f"device:{device}")["entries"] == entries[5:8]


def test_the_log_is_proven_and_an_edit_is_found(data: Path, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        done(data, "device", "add", name)
    head = tmp_path / "head.json"
    head.write_text(run(data, "audit", "head").stdout)
    assert done(data, "audit", "verify", "--head", head)["ok"]
    assert "3 entries agree" in run(data, "audit", "verify").stdout

    file = ReceiverData(data).audit
    file.write_bytes(file.read_bytes().replace(b'"uses":1', b'"uses":2', 1))
    result = run(data, "audit", "verify")

    assert result.exit_code == 1
    assert "Entry 1 was changed in the file." in result.stdout
    assert "tampered" in result.stdout
    head.write_text('{"format_version": 1, "what": "x"}')
    assert "is no head of this log" in failed(data, "audit", "verify", "--head", head)


def test_a_new_key_is_made_and_the_former_one_named(data: Path) -> None:
    before = done(data, "identity")["key"]

    rotated = done(data, "key", "rotate", "--yes")

    assert (rotated["former"], rotated["key"]) == (before, done(data, "identity")["key"])
    assert rotated["key"] != before
    assert run(data, "key", "rotate").exit_code == 1
    assert done(data, "identity")["key"] == rotated["key"]

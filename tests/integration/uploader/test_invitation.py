"""Enrolling with an administrator's invitation: its file or its text, and only at its receiver."""

from pathlib import Path

import pytest

from holdfast.clock import SystemClock
from holdfast.invitation import Invitation
from holdfast.jsonform import canonical
from holdfast.layout import Home
from tests.integration.uploader.test_processes import run
from tests.support.live_receiver import LiveReceiver
from tests.support.serving import admin
from uploader.enrol import enrol_device
from uploader.errors import EnrolmentRefused
from uploader.installation import Installation


def invitation(receiver: LiveReceiver) -> Invitation:
    key = str(admin(receiver.data, "identity")["key"])
    return Invitation(receiver.url, receiver.enrolment_code(), key)


def test_the_file_and_the_text_enrol_a_device_once(receiver: LiveReceiver, tmp_path: Path) -> None:
    first, second = invitation(receiver), invitation(receiver)
    file = tmp_path / "invitation.json"
    file.write_bytes(canonical(first.to_json()))

    by_file = run(Home(tmp_path / "a"), "enrol", "--file", str(file))
    by_text = run(Home(tmp_path / "b"), "enrol", second.to_text())
    again = run(Home(tmp_path / "c"), "enrol", "--file", str(file))

    assert (by_file.returncode, by_text.returncode) == (0, 0), by_file.stderr + by_text.stderr
    assert (again.returncode, "used already" in again.stderr) == (1, True)


def test_a_receiver_with_another_key_than_the_invitations_is_refused(
    receiver: LiveReceiver, tmp_path: Path
) -> None:
    invited = invitation(receiver)
    with Installation.open(Home(tmp_path / "home"), SystemClock()) as installation:
        with pytest.raises(EnrolmentRefused, match="has the key"):
            enrol_device(installation, invited.url, invited.code, "kiosk", "0" * 16)

        assert installation.enrolment() is None


def test_an_invitation_and_a_code_together_are_a_mistake(tmp_path: Path) -> None:
    file = tmp_path / "invitation.json"
    file.write_bytes(b"{}")

    mistake = run(Home(tmp_path / "home"), "enrol", "http://a", "code", "--file", str(file))
    broken = run(Home(tmp_path / "home"), "enrol", "--file", str(file))

    assert mistake.returncode == 2
    assert (broken.returncode, "cannot be used" in broken.stderr) == (1, True)

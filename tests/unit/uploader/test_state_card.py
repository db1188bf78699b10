"""The state card from the command to the receiver: small, signed, without names, and checked."""

import json
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import segno
from click.testing import CliRunner, Result

from holdfast.clock import SystemClock
from holdfast.jsonform import FormatError, Json
from holdfast.layout import Home
from holdfast.receiver_layout import ReceiverData
from holdfast.statement import read_statement, to_line
from server.admin_cli import admin
from server.domain.devices import Applicant
from server.receiver import open_receiver
from tests.recordings import begin_recording, some_device
from uploader.cli import queue
from uploader.identity import Identity, open_secrets

PARTICIPANT = "P-secret-017"
QR_BYTES = 2953
"""What the largest QR code holds at its lowest correction level."""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    made = begin_recording(home, some_device(), participant=PARTICIPANT)
    made.add_segment(b"a segment" * 1000)
    made.end()
    return home


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "receiver"


def card_of(home: Home) -> Any:
    result = CliRunner().invoke(queue, ["card", "--home", str(home.root), "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def enrolled(home: Home, data: Path) -> str:
    """Enrol the home's device at a receiver in `data`; its id."""
    identity = Identity.load_or_create(open_secrets(home), SystemClock())
    receiver = open_receiver(ReceiverData(data), SystemClock())
    try:
        code = receiver.devices.add("kiosk 3").code
        given = receiver.enrolment.enrol(code, Applicant(identity.device, identity.public_key))
        return given.device
    finally:
        receiver.close()


def checked(data: Path, source: str, *more: str, stdin: str | None = None) -> Result:
    words = ["--data", str(data), "statement", source, *more]
    return CliRunner().invoke(admin, words, input=stdin)


def changed(card: Json, **values: object) -> str:
    return to_line({**card, **values})


def test_the_card_says_how_the_queue_stands_and_never_of_whom(home: Home) -> None:
    made = card_of(home)

    card = made["card"]
    assert (card["recordings"], card["waiting"], card["failed"]) == (1, 1, 0)
    assert card["bytes_unsent"] == 9000
    assert card["kind"] == "state card"
    assert PARTICIPANT not in json.dumps(card)
    assert str(home.root) not in json.dumps(card)
    assert read_statement(made["line"]) == card


def test_a_phone_can_read_the_card_from_a_screen(home: Home) -> None:
    line = card_of(home)["line"]
    assert len(line) < QR_BYTES / 4
    rows = [list(row) for row in segno.make_qr(line, error="l").matrix]
    dark = np.pad(np.array(rows, np.uint8), 4)
    picture = np.kron((1 - dark) * 255, np.ones((5, 5), np.uint8)).astype(np.uint8)

    # The other detector of OpenCV does not see every code, whatever is in it.
    read, _corners, _straight = cv2.QRCodeDetectorAruco().detectAndDecode(picture)

    assert read == line


def test_the_receiver_knows_its_own_device_s_card(home: Home, data: Path) -> None:
    device = enrolled(home, data)

    result = checked(data, card_of(home)["line"])

    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("Genuine: signed by kiosk 3.\n")
    assert device in result.stdout
    answer = json.loads(checked(data, "-", "--json", stdin=card_of(home)["line"]).stdout)
    assert (answer["genuine"], answer["name"]) == (True, "kiosk 3")


def test_a_card_in_a_file_is_checked_as_well(home: Home, data: Path, tmp_path: Path) -> None:
    enrolled(home, data)
    file = tmp_path / "card.json"
    file.write_text(json.dumps(card_of(home)["card"], indent=1))

    assert checked(data, str(file)).exit_code == 0


def test_a_card_that_was_changed_is_not_believed(home: Home, data: Path) -> None:
    enrolled(home, data)

    result = checked(data, changed(card_of(home)["card"], waiting=0))

    assert result.exit_code == 1
    assert not result.stdout
    assert "not what kiosk 3 signed" in result.stderr


def test_a_card_of_a_stranger_is_not_believed(home: Home, data: Path) -> None:
    open_receiver(ReceiverData(data), SystemClock()).close()

    result = checked(data, card_of(home)["line"])

    assert result.exit_code == 1
    assert "not enrolled here" in result.stderr


def test_a_card_of_a_revoked_device_says_so(home: Home, data: Path) -> None:
    device = enrolled(home, data)
    CliRunner().invoke(admin, ["--data", str(data), "device", "revoke", device])

    result = checked(data, card_of(home)["line"])

    assert result.exit_code == 1
    assert "was revoked here" in result.stderr


@pytest.mark.parametrize(
    "source", ["holdfast:statement?", "holdfast:statement?!!", "holdfast:statement?eNplkEFz0zA"]
)
def test_half_a_line_is_told_from_a_forgery(source: str, data: Path) -> None:
    open_receiver(ReceiverData(data), SystemClock()).close()

    result = checked(data, source)

    assert result.exit_code == 1
    assert "not read or copied whole" in result.stderr


def test_what_grows_when_it_is_unpacked_is_no_statement() -> None:
    bomb = to_line({"device": "x", "signature": "y", "filling": "a" * 10_000_000})

    assert len(bomb) < 20_000
    with pytest.raises(FormatError):
        read_statement(bomb)


def test_a_file_that_signs_nothing_is_no_statement(data: Path, tmp_path: Path) -> None:
    open_receiver(ReceiverData(data), SystemClock()).close()
    file = tmp_path / "other.json"
    file.write_text(json.dumps({"format_version": 1}))

    result = checked(data, str(file))

    assert result.exit_code == 1
    assert "no device signed it" in result.stderr

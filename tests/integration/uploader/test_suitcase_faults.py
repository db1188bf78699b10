"""Suitcases that were not finished, were damaged, or met the network half way."""

import hashlib
from pathlib import Path

import pytest
import requests

from holdfast import suitcase as form
from holdfast.jsonform import parse
from holdfast.protocol import (
    content_range,
    digest_field,
    recording_path,
    segment_path,
    session_path,
)
from tests.integration.uploader.conftest import Device
from tests.recordings import RecordingOnDisk
from tests.support.live_receiver import LiveReceiver
from tests.support.suitcases import Disk, pieces_of, printed


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """A segment of ten thousand bytes travels in ten files."""
    monkeypatch.setattr(form, "PIECE_BYTES", 1000)


@pytest.mark.usefixtures("small_pieces")
@pytest.mark.parametrize("how", ["--encrypt", "--plain"])
def test_a_copy_that_was_interrupted_goes_on(
    device: Device, disk: Disk, receiver: LiveReceiver, how: str
) -> None:
    recording = device.record(10_000)
    disk.export(device.home, how)
    packed = disk.packed(recording.id)
    pieces = pieces_of(packed)
    assert len(pieces) == 10
    # As a power cut leaves it: the last pieces are not there, one was being written.
    for each in pieces[6:]:
        each.unlink()
    (packed.path / f"{pieces[6].name}.0123abcd.tmp").write_bytes(b"half")
    kept = {each: each.stat().st_mtime_ns for each in pieces[:6]}

    assert disk.take_in(receiver.data).exit_code == 3
    report = printed(disk.export(device.home, how, "--json"))

    encryption = form.ENCRYPTION_BYTES if how == "--encrypt" else 0
    assert report["bytes"] == 4 * (1000 + encryption)
    assert {each: each.stat().st_mtime_ns for each in kept} == kept
    assert not list(packed.path.glob("*.tmp"))
    assert disk.take_in(receiver.data).exit_code == 0
    assert receiver.stored(recording.folder.session, recording.id) == recording.segment_bytes()


@pytest.mark.usefixtures("small_pieces")
@pytest.mark.parametrize(
    ("how", "harm"),
    [
        ("--encrypt", "a bit"),
        ("--encrypt", "another piece"),
        ("--plain", "a bit"),
        ("--plain", "the end"),
        ("--plain", "a link"),
    ],
)
def test_a_damaged_copy_is_packed_again(
    device: Device, disk: Disk, receiver: LiveReceiver, how: str, harm: str
) -> None:
    recording = device.record(2500, 10)
    disk.export(device.home, how)
    packed = disk.packed(recording.id)
    damage(pieces_of(packed)[:3], harm)

    (taken,) = printed(disk.take_in(receiver.data, "--json"), 3)["suitcases"]

    # The other segment is stored; of this one nothing is, and nothing bad ever was.
    assert taken["bytes"] == 10
    assert "damaged" in taken["missing"][0]["why"]
    assert disk.bring_back(device.home).exit_code == 3
    assert printed(disk.export(device.home, how, "--json"))["packed"] == [recording.id]
    assert disk.take_in(receiver.data).exit_code == 0
    assert printed(disk.bring_back(device.home, "--json"))["verified"] == [recording.id]
    assert receiver.stored(recording.folder.session, recording.id) == recording.segment_bytes()


def damage(pieces: list[Path], harm: str) -> None:
    content = pieces[1].read_bytes()
    match harm:
        case "a bit":
            pieces[1].write_bytes(content[:500] + bytes([content[500] ^ 1]) + content[501:])
        case "the end":
            pieces[1].write_bytes(content[:-1])
        case "another piece":
            pieces[1].write_bytes(pieces[0].read_bytes())
        case "a link":
            elsewhere = pieces[1].with_name("elsewhere")
            pieces[1].rename(elsewhere)
            pieces[1].symlink_to(elsewhere)


@pytest.mark.usefixtures("small_pieces")
def test_what_the_network_had_begun_a_suitcase_completes(
    device: Device, disk: Disk, receiver: LiveReceiver
) -> None:
    recording = device.record(10_000)
    disk.export(device.home)
    # The first half of the segment is there already, by chunks of another size.
    half_way(receiver, device, recording, 4500)

    (taken,) = printed(disk.take_in(receiver.data, "--json"))["suitcases"]

    # Of ten pieces four were there whole.
    assert (taken["stored"], taken["bytes"]) == ([recording.id], 6000)
    assert receiver.stored(recording.folder.session, recording.id) == recording.segment_bytes()


def half_way(
    receiver: LiveReceiver, device: Device, recording: RecordingOnDisk, size_bytes: int
) -> None:

    enrolment = device.installation.enrolment()
    assert enrolment is not None
    http = requests.Session()
    http.headers["Authorization"] = f"Bearer {enrolment.token}"
    folder = recording.folder
    for path, file in (
        (session_path(folder.session), folder.session_file),
        (recording_path(recording.id), folder.announce),
    ):
        value = parse(file.read_bytes(), file.name)
        assert http.put(receiver.url + path, json=value, timeout=10).status_code in (200, 201)
    (whole,) = recording.segment_bytes()
    chunk = whole[:size_bytes]
    answer = http.put(
        receiver.url + segment_path(recording.id, 0),
        data=chunk,
        headers={
            "Content-Type": "application/octet-stream",
            "Content-Range": content_range(0, size_bytes - 1, len(whole)),
            "Content-Digest": digest_field(hashlib.sha256(chunk).hexdigest()),
            "Repr-Digest": digest_field(hashlib.sha256(whole).hexdigest()),
        },
        timeout=10,
    )
    assert answer.status_code == 200, answer.text

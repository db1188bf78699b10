"""What the uploader's commands print and how they end."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from holdfast.clock import SystemClock, parse_rfc3339
from holdfast.layout import Home
from tests.integration.uploader.conftest import Device
from tests.recordings import DeviceOnPaper, begin_recording, make_recording
from tests.support.live_receiver import LiveReceiver
from uploader import cli, enrol_cli, texts
from uploader.identity import Identity, open_secrets

GROUPS = {"upload": cli.upload, "queue": cli.queue, "enrol": enrol_cli.enrol}


def run(home: Home, *words: str) -> Result:
    return CliRunner().invoke(GROUPS[words[0]], [*words[1:], "--home", str(home.root)])


def printed(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture
def unenrolled(tmp_path: Path) -> Home:
    home = Home(tmp_path / "unenrolled")
    home.root.mkdir()
    identity = Identity.load_or_create(open_secrets(home), SystemClock())
    paper = DeviceOnPaper(identity.device, identity.key)
    make_recording(home, paper, sizes=[100, 200], participant="P-017", prompt="smile")
    return home


def test_the_list_has_the_promised_shape(unenrolled: Home) -> None:
    value = printed(run(unenrolled, "queue", "list", "--json"))

    assert set(value) == {"recordings", "totals", "network", "why", "sending"}
    assert value["sending"] == {"bytes_s": None, "left_bytes": 300, "left_s": None}
    assert value["totals"] == {
        "pending": 2,
        "uploading": 0,
        "completed": 0,
        "failed": 0,
        "bytes_unsent": 300,
        "oldest_unsent_at": value["recordings"][0]["started_at"],
    }
    assert value["recordings"][0]["custody"] == {
        "saved": True,
        "received": {"segments": 0, "bytes": 0},
        "verified": False,
        "playable": False,
        "freed": False,
    }
    assert value["recordings"][0]["participant"] == "P-017"


def test_without_enrolment_upload_says_what_to_do(unenrolled: Home) -> None:
    result = run(unenrolled, "upload")

    assert result.exit_code == 1
    assert result.stderr.strip() == (
        "This computer is not enrolled at a receiver yet. Recordings are safe here; "
        "enrol it in the settings, or with holdfast enrol URL CODE."
    )


def test_an_id_may_be_shortened_as_long_as_it_is_unique(unenrolled: Home) -> None:
    id_ = printed(run(unenrolled, "queue", "list", "--json"))["recordings"][0]["id"]

    assert printed(run(unenrolled, "queue", "show", id_[:8], "--json"))["id"] == id_
    missing = run(unenrolled, "queue", "show", "ffff")
    assert (missing.exit_code, "begins with ffff" in missing.stderr) == (1, True)


def test_an_ambiguous_id_is_refused(device: Device) -> None:
    ids = [device.record(10).id for _ in range(2)]
    common = next(ids[0][:n] for n in range(36, 0, -1) if ids[1].startswith(ids[0][:n]))

    result = run(device.home, "queue", "why", common)

    assert (result.exit_code, "give more of the id" in result.stderr) == (1, True)


def test_nothing_to_send_is_done_at_once(device: Device) -> None:
    assert run(device.home, "upload", "--until-empty").exit_code == 0


def test_a_timeout_without_an_end_is_wrong_usage(device: Device) -> None:
    assert run(device.home, "upload", "--timeout", "3").exit_code == 2
    assert run(device.home, "queue", "retry").exit_code == 2


def test_verify_finds_what_was_changed_and_what_is_gone(device: Device) -> None:
    recording = device.record(1000, 2000, 3000)
    assert run(device.home, "upload", "--until-empty", "--timeout", "40").exit_code == 0
    clean = printed(run(device.home, "queue", "verify", "--json"))
    assert clean == {
        "checked_files": 4,
        "ok": True,
        "missing": [],
        "changed": [],
        "without_receipt": [],
        "freed": [],
        "lost": [],
        "away": [],
        "unchained": [],
    }

    changed, gone = recording.folder.segment(0), recording.folder.segment(2)
    changed.write_bytes(b"x" * 1000)
    gone.unlink()
    result = run(device.home, "queue", "verify", "--json")

    assert result.exit_code == 1
    value = json.loads(result.stdout)
    assert (value["ok"], value["changed"], value["missing"]) == (False, [str(changed)], [str(gone)])
    listed = printed(run(device.home, "queue", "list", "--json"))
    assert not listed["recordings"][0]["custody"]["saved"]


def test_verify_names_what_has_no_receipt(unenrolled: Home) -> None:
    result = run(unenrolled, "queue", "verify", "--json")

    assert result.exit_code == 1
    assert len(json.loads(result.stdout)["without_receipt"]) == 1


def test_a_failed_recording_can_be_retried_by_name_or_all(device: Device) -> None:
    recording = device.record(1000)
    good = recording.folder.segment(0).read_bytes()
    recording.folder.segment(0).write_bytes(b"y" * 1000)
    failed = run(device.home, "upload", "--until-empty", "--timeout", "40")
    assert (failed.exit_code, "was changed after it was recorded" in failed.stderr) == (1, True)
    recording.folder.segment(0).write_bytes(good)

    assert printed(run(device.home, "queue", "retry", "--failed", "--json")) == {
        "retried": [recording.id]
    }
    assert printed(run(device.home, "queue", "retry", "--failed", "--json")) == {"retried": []}
    assert run(device.home, "queue", "retry", recording.id).exit_code == 0
    assert run(device.home, "upload", "--until-empty", "--timeout", "40").exit_code == 0


def test_show_tells_every_attempt(device: Device) -> None:
    recording = device.record(1000)
    run(device.home, "upload", "--until-empty", "--timeout", "40")

    value = printed(run(device.home, "queue", "show", recording.id, "--json"))

    # What is learned meanwhile is told whenever there is time for it.
    steps = [each for each in value["attempts"] if each["action"] != "annotate"]
    assert [(each["action"], each["outcome"]) for each in steps][:3] == [
        ("announce", "done"),
        ("segment", "done"),
        ("finalise", "done"),
    ]
    assert value["items"][0]["state"] == "completed"
    text = run(device.home, "queue", "show", recording.id).stdout
    assert "finalise" in text


def test_rebuild_needs_the_queue_for_itself_and_sends_nothing_twice(device: Device) -> None:
    recording = device.record(1000)
    run(device.home, "upload", "--until-empty", "--timeout", "40")
    refused = run(device.home, "queue", "rebuild")
    assert (refused.exit_code, "close the other program" in refused.stderr) == (1, True)
    device.installation.close()

    value = printed(run(device.home, "queue", "rebuild", "--json"))

    assert value["recordings"][0]["id"] == recording.id
    assert value["recordings"][0]["custody"]["verified"]


@pytest.mark.parametrize("url", ["receiver", "ftp://x", "http://", ""])
def test_what_is_no_address_is_refused(unenrolled: Home, url: str) -> None:
    result = run(unenrolled, "enrol", url, "code")

    assert (result.exit_code, "not the address" in result.stderr) == (1, True)


def test_a_wrong_code_is_refused_in_the_receivers_words(
    unenrolled: Home, receiver: LiveReceiver
) -> None:
    result = run(unenrolled, "enrol", receiver.url, "nonsense")

    assert result.exit_code == 1
    assert result.stderr.startswith("The receiver did not enrol this computer")
    assert not unenrolled.enrolment.exists()


def test_people_read_tables(device: Device) -> None:
    device.record(1000)

    waiting = run(device.home, "queue", "list").stdout
    sent = run(device.home, "upload", "--until-empty", "--timeout", "40").stdout
    home = run(device.home, "queue", "verify").stdout

    assert "P-001 free #1" in waiting
    assert "verified" in sent
    assert "the receiver has all of it" in home


def test_a_recording_that_was_cut_short_is_told_once_and_beside_the_json(
    unenrolled: Home,
) -> None:
    identity = Identity.load_or_create(open_secrets(unenrolled), SystemClock())
    recording = begin_recording(unenrolled, DeviceOnPaper(identity.device, identity.key))
    for number in range(33):
        recording.add_segment(bytes([number]))

    first = run(unenrolled, "queue", "list", "--json")
    second = run(unenrolled, "queue", "list", "--json")

    assert len(printed(first)["recordings"]) == len(printed(second)["recordings"]) == 2
    assert first.stderr == f"1 recording recovered, 2 min 12 s. {texts.RECOVERED_MORE}\n"
    assert second.stderr == ""


def test_a_pause_stays_until_somebody_resumes(device: Device, receiver: LiveReceiver) -> None:
    recording = device.record(20_000)
    said = run(device.home, "queue", "pause")
    assert said.exit_code == 0, said.output

    upload = run(device.home, "upload", "--until-empty", "--timeout", "30")
    listed = printed(run(device.home, "queue", "list", "--json"))
    why = printed(run(device.home, "queue", "why", recording.id, "--json"))

    sentence = "Sending is paused until somebody resumes it. Recordings are safe on this computer."
    assert said.stdout.strip() == sentence
    assert upload.exit_code == 3
    assert sentence in upload.stderr
    assert (listed["network"], listed["why"]) == ("paused", sentence)
    assert why["why"] == sentence
    assert receiver.stored(recording.folder.session, recording.id) == []
    assert run(device.home, "queue", "resume").stdout.strip() == "Sending goes on."
    assert printed(run(device.home, "queue", "list", "--json"))["network"] == "online"
    assert run(device.home, "upload", "--until-empty", "--timeout", "30").exit_code == 0
    assert recording.folder.receipt.exists()
    assert run(device.home, "queue", "resume").stdout.strip() == "Sending was not paused."


def test_a_pause_for_a_while_says_until_when(unenrolled: Home) -> None:
    value = printed(run(unenrolled, "queue", "pause", "--for", "1h", "--json"))

    since, until = (parse_rfc3339(value["paused"][each]) for each in ("since", "until"))
    assert until - since == timedelta(hours=1)
    assert f"{until.astimezone():%H:%M}. Recordings are safe" in value["why"]


@pytest.mark.parametrize(
    "words",
    [
        ("queue", "pause", "--for", "soon"),
        ("upload", "--limit-rate", "fast"),
        ("upload", "--limit-rate", "10"),
    ],
)
def test_a_length_or_a_rate_that_makes_no_sense_is_wrong_usage(
    unenrolled: Home, words: tuple[str, ...]
) -> None:
    result = run(unenrolled, *words)

    assert result.exit_code == 2
    assert words[-1] in result.stderr


def test_a_limited_upload_takes_its_time(device: Device, receiver: LiveReceiver) -> None:
    recording = device.record(1_000_000, 1_000_000)
    clock = SystemClock()
    started_ns = clock.monotonic_ns()

    result = run(device.home, "upload", "--until-empty", "--timeout", "60", "--limit-rate", "500K")

    took_s = (clock.monotonic_ns() - started_ns) / 1e9
    assert result.exit_code == 0, result.output
    assert recording.folder.receipt.exists()
    # A busy machine may take longer, but nothing may be faster than the limit allows.
    assert took_s >= 2_000_000 / 500_000 / 1.05

"""`queue free` and `queue give-up` as a person meets them: shown first, asked about, done once."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from click.testing import CliRunner, Result

from holdfast import durable, salvage
from holdfast.jsonform import canonical, digest
from tests.integration.uploader.conftest import Device
from tests.recordings import RecordingOnDisk, make_recording
from tests.support.live_receiver import LiveReceiver
from uploader import cli
from uploader.giving_up import without
from uploader.items import Step
from uploader.worker import Outcome

SIZES = (1000, 2000, 3000)


@pytest.fixture(scope="module")
def receiver(receiver_elsewhere: LiveReceiver) -> LiveReceiver:
    return receiver_elsewhere


def run(device: Device, *words: str, typed: str = "") -> Result:
    return CliRunner().invoke(
        cli.queue, [*words, "--home", str(device.home.root)], input=typed or None
    )


def printed(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def send(device: Device) -> Outcome:
    return device.installation.worker(device.events.append).run_until_empty(60)


def sent(device: Device) -> RecordingOnDisk:
    recording = device.record(*SIZES)
    assert send(device) is Outcome.EMPTY
    return recording


def media(recording: RecordingOnDisk) -> list[int]:
    return sorted(recording.folder.segments())


# free -----------------------------------------------------------------------------------------


def test_a_preview_deletes_nothing(device: Device) -> None:
    recording = sent(device)

    young = printed(run(device, "free", "--preview", "--json"))
    assert (young["would_free"], young["bytes"]) == ([], 0)
    assert young["kept"][0]["why"] == "Its receipt is not 7 days old yet; 7 days to go."

    (would,) = printed(run(device, "free", "--older-than", "0", "--json"))["would_free"]
    assert (would["id"], would["bytes"]) == (recording.id, sum(SIZES))
    said = run(device, "free", recording.id, "--preview").stdout
    assert "1 recording, 6.0 kB to free here." in said
    assert media(recording) == [0, 1, 2]


def test_it_asks_first_and_no_means_no(device: Device) -> None:
    recording = sent(device)

    refused = run(device, "free", recording.id, typed="n\n")
    assert (refused.exit_code, media(recording)) == (1, [0, 1, 2])
    assert refused.stderr.strip() == "Nothing was deleted."
    unanswered = run(device, "free", recording.id)
    assert (unanswered.exit_code, "Give --yes" in unanswered.stderr) == (1, True)
    assert media(recording) == [0, 1, 2]

    agreed = run(device, "free", recording.id, typed="y\n")
    assert (agreed.exit_code, media(recording)) == (0, [])
    assert "1 recording, 6.0 kB freed." in agreed.stdout
    listed = printed(run(device, "list", "--json"))["recordings"][0]["custody"]
    assert (listed["freed"], listed["verified"]) == (True, True)
    assert "freed" in run(device, "list").stdout
    last = printed(run(device, "show", recording.id, "--json"))["attempts"][-1]
    assert (last["action"], last["outcome"], last["why"]) == ("free", "done", "holdfast queue free")


def test_what_had_to_stay_is_said_and_is_work_that_remains(
    device: Device, receiver: LiveReceiver
) -> None:
    good, bad = sent(device), sent(device)
    session = receiver.data / "sessions" / bad.folder.session
    (session / bad.id / "segments" / "000001.mp4").write_bytes(b"x" * 2000)

    result = run(device, "free", "--older-than", "0", "--yes", "--json")

    assert result.exit_code == 3
    value = json.loads(result.stdout)
    assert (value["freed"], value["bytes"]) == ([{"id": good.id, "bytes": 6000}], 6000)
    assert [each["id"] for each in value["kept"]] == [bad.id]
    assert "segment 1 is gone or damaged" in value["kept"][0]["why"]
    assert (media(good), media(bad)) == ([], [0, 1, 2])

    again = printed(run(device, "free", good.id, "--preview", "--json"))
    assert again["kept"][0]["why"].startswith("Its copy here was deleted before")


def test_what_is_not_at_home_is_never_offered(device: Device) -> None:
    recording = device.record(*SIZES)

    value = printed(run(device, "free", recording.id, "--yes", "--json"))

    assert value["freed"] == []
    assert "has not confirmed all of it yet" in value["kept"][0]["why"]
    assert media(recording) == [0, 1, 2]
    assert run(device, "free", "--preview", "--yes").exit_code == 2


# verify ---------------------------------------------------------------------------------------


def test_what_was_freed_is_proven_by_what_stayed(device: Device) -> None:
    recording = sent(device)
    assert run(device, "free", recording.id, "--yes").exit_code == 0

    value = printed(run(device, "verify", "--json"))
    assert (value["ok"], value["freed"], value["missing"]) == (True, [recording.id], [])
    assert "deleted here, and proven by their receipts" in run(device, "verify").stdout

    receipt = recording.folder.receipt
    genuine = receipt.read_bytes()
    receipt.write_bytes(genuine.replace(b'"size_bytes":1000', b'"size_bytes":1001'))
    result = run(device, "verify", "--json")
    assert result.exit_code == 1
    value = json.loads(result.stdout)
    assert value["without_receipt"] == [recording.id]
    assert len(value["missing"]) == 3
    receipt.write_bytes(genuine)

    freed = recording.folder.freed
    genuine = freed.read_bytes()
    another = {**json.loads(genuine), "manifest_sha256": "0" * 64}
    for forged in (genuine.replace(b'"checked_at":"2', b'"checked_at":"1'), canonical(another)):
        freed.write_bytes(forged)
        result = run(device, "verify", "--json")
        assert (result.exit_code, json.loads(result.stdout)["changed"]) == (1, [str(freed)])


def test_a_recording_taken_out_is_missed_though_the_queue_forgot_it(device: Device) -> None:
    first = sent(device)
    session, later = first.folder.session, datetime.now(UTC) + timedelta(minutes=1)
    taken, last = (
        make_recording(
            device.home, device.on_paper(), sizes=SIZES, session=session, started_at=moment
        )
        for moment in (later, later + timedelta(minutes=1))
    )
    device.installation.adopt()
    send(device)
    assert printed(run(device, "verify", "--json"))["ok"]

    shutil.rmtree(taken.folder.path)
    device.installation.close()
    assert run(device, "rebuild").exit_code == 0
    result = run(device, "verify", "--json")

    assert result.exit_code == 1
    value = json.loads(result.stdout)
    assert (value["unchained"], value["missing"]) == ([last.id], [])
    assert f"before this one is gone: {last.id}" in run(device, "verify").stdout

    first.folder.manifest.write_bytes(b"{")
    value = json.loads(run(device, "verify", "--json").stdout)
    assert value["unchained"] == [], "nobody can tell what a damaged manifest was"


def test_a_recording_that_is_gone_as_a_whole_is_missed(device: Device) -> None:
    recording, discarded = sent(device), device.record(*SIZES, decision="discarded")
    send(device)
    assert printed(run(device, "verify", "--json"))["ok"], "what was redone is owed to nobody"
    shutil.rmtree(recording.folder.path)

    result = run(device, "verify", "--json")

    assert result.exit_code == 1
    assert json.loads(result.stdout)["missing"] == [str(recording.folder.path)]
    assert str(discarded.folder.path) not in result.stdout


def test_a_manifest_and_a_sidecar_are_proven_too(device: Device) -> None:
    recording = sent(device)
    manifest, sidecar = recording.folder.manifest, recording.folder.sidecar(1)
    genuine = manifest.read_bytes(), sidecar.read_bytes()
    sidecar.write_bytes(genuine[1].replace(b'"frames":120', b'"frames":121'))
    manifest.write_bytes(genuine[0].replace(b'"participant":"P-001"', b'"participant":"P-002"'))

    result = run(device, "verify", "--json")

    assert result.exit_code == 1
    value = json.loads(result.stdout)
    assert value["changed"] == [str(manifest), str(sidecar)]
    assert value["without_receipt"] == [recording.id]
    manifest.write_bytes(genuine[0])
    sidecar.unlink()
    result = run(device, "verify", "--json")
    assert json.loads(result.stdout)["missing"] == [str(sidecar)]


def test_the_receiver_can_be_asked_to_prove_its_part(
    device: Device, receiver: LiveReceiver
) -> None:
    recording, freed = sent(device), sent(device)
    assert run(device, "free", freed.id, "--yes").exit_code == 0
    asked = printed(run(device, "verify", "--receiver", "--json"))
    assert (asked["confirmed"], asked["unconfirmed"]) == (2, [])
    assert "The receiver read 2 recordings" in run(device, "verify", "--receiver").stdout
    session = receiver.data / "sessions" / freed.folder.session
    (session / freed.id / "segments" / "000000.mp4").unlink()

    offline = run(device, "verify", "--json")
    result = run(device, "verify", "--receiver", "--json")

    assert (offline.exit_code, result.exit_code) == (0, 1)
    (unconfirmed,) = json.loads(result.stdout)["unconfirmed"]
    assert unconfirmed["id"] == freed.id
    assert "segment 0 is gone or damaged" in unconfirmed["why"]
    assert recording.id not in result.stdout


# give-up --------------------------------------------------------------------------------------


def test_a_segment_that_is_gone_can_be_given_up_and_the_rest_goes_home(
    device: Device, receiver: LiveReceiver
) -> None:
    recording = device.record(*SIZES)
    parts = recording.segment_bytes()
    recording.folder.segment(1).unlink()
    assert send(device) is Outcome.FAILED
    assert "holdfast queue give-up" in device.installation.queue.recording(recording.id).why

    refused = run(device, "give-up", recording.id, "--segment", "1", typed="n\n")
    assert refused.exit_code == 1
    assert "4.0 s from 4.0 s on, is gone, and the receiver does not have it" in refused.stdout
    assert not recording.folder.earlier_manifest(1).exists()
    first = recording.folder.manifest.read_bytes()
    agreed = run(device, "give-up", recording.id, "--segment", "1", "--reason", "bad disk", "--yes")
    assert agreed.exit_code == 0, agreed.output

    assert recording.folder.earlier_manifest(1).read_bytes() == first
    manifest = salvage.read_manifest(recording.folder)
    assert manifest is not None
    assert [each.lost for each in manifest.segments] == [None, "bad disk", None]
    assert (manifest.gaps[-1].from_s, manifest.gaps[-1].to_s) == (4.0, 8.0)
    assert (manifest.size_bytes, manifest.duration_s) == (4000, 12.0)
    assert send(device) is Outcome.EMPTY
    assert receiver.stored(recording.folder.session, recording.id) == [parts[0], parts[2]]
    value = printed(run(device, "verify", "--json"))
    assert (value["ok"], value["lost"]) == (
        True,
        [{"recording": recording.id, "segment": 1, "why": "bad disk"}],
    )


def test_a_damaged_file_is_put_aside_and_never_sent(device: Device) -> None:
    recording = device.record(*SIZES)
    recording.folder.segment(2).write_bytes(b"rotten" * 500)
    assert send(device) is Outcome.FAILED

    value = printed(run(device, "give-up", recording.id, "--segment", "2", "--yes", "--json"))

    assert (value["segment"], value["why"]) == (2, "gone for good on this computer")
    assert (recording.folder.quarantine / "000002.mp4").read_bytes() == b"rotten" * 500
    assert send(device) is Outcome.EMPTY
    manifest = salvage.read_manifest(recording.folder)
    assert manifest is not None
    assert (manifest.duration_s, manifest.digest()) == (8.0, value["manifest_sha256"])


def test_two_of_them_one_after_the_other(device: Device) -> None:
    recording = device.record(*SIZES)
    for number in (0, 2):
        recording.folder.segment(number).unlink()
    for number in (0, 2):
        assert (
            run(device, "give-up", recording.id, "--segment", str(number), "--yes").exit_code == 0
        )

    second = json.loads(recording.folder.earlier_manifest(2).read_bytes())
    last = json.loads(recording.folder.manifest.read_bytes())
    assert [each["lost"] is None for each in second["segments"]] == [False, True, True]
    assert last["replaces_manifest_sha256"] == digest(second)
    assert send(device) is Outcome.EMPTY


def test_only_what_is_gone_everywhere_can_be_given_up(device: Device) -> None:
    recording = device.record(*SIZES)

    def refused(number: int) -> str:
        result = run(device, "give-up", recording.id, "--segment", str(number), "--yes")
        assert result.exit_code == 1
        return result.stderr.strip()

    assert "segment 1 is whole on this computer" in refused(1)
    assert "has no segment 7" in refused(7)
    gone = recording.folder.segment(2)
    data = gone.read_bytes()
    gone.unlink()
    assert send(device) is Outcome.FAILED
    recording.folder.segment(0).unlink()
    assert "the receiver has segment 0 whole" in refused(0)
    gone.write_bytes(data)
    device.installation.queue.retry(recording.id)
    assert send(device) is Outcome.EMPTY
    assert "nothing of this recording has to be sent any more" in refused(0)
    assert device.installation.queue.recording(recording.id).step in (Step.VERIFIED, Step.PLAYABLE)


def test_what_was_given_up_before_the_queue_was_told_is_followed(device: Device) -> None:
    """Killed between the second manifest and the queue: the next start carries on."""
    recording = device.record(*SIZES)
    recording.folder.segment(1).unlink()
    assert send(device) is Outcome.FAILED
    manifest = salvage.read_manifest(recording.folder)
    assert manifest is not None
    lost = without(manifest, 1, "bad disk").signed(device.on_paper().sign)
    durable.write_replacing(recording.folder.manifest, canonical(lost.to_json()))

    device.installation.adopt()
    device.installation.queue.retry(recording.id)

    assert send(device) is Outcome.EMPTY
    assert device.installation.queue.recording(recording.id).custody.verified


@pytest.mark.parametrize("how", ["gone", "damaged", "changed"])
def test_a_sidecar_that_is_no_good_costs_nothing_once_there_is_a_manifest(
    device: Device, receiver: LiveReceiver, how: str
) -> None:
    recording = device.record(*SIZES)
    sidecar = recording.folder.sidecar(1)
    changed = sidecar.read_bytes().replace(b'"size_bytes":2000', b'"size_bytes":2001')
    if how == "gone":
        sidecar.unlink()
    else:
        sidecar.write_bytes(b"{}" if how == "damaged" else changed)

    assert send(device) is Outcome.EMPTY

    stored = receiver.stored(recording.folder.session, recording.id)
    assert stored == recording.segment_bytes()
    if how == "changed":
        assert (recording.folder.quarantine / sidecar.name).read_bytes() == changed

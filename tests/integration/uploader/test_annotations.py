"""What is learned later reaches a real receiver, again when it changes, and holds nothing up."""

from collections.abc import Callable
from dataclasses import replace

from holdfast import durable
from holdfast.jsonform import Json, canonical
from holdfast.protocol import PROBLEM_TYPE, annotations_history_path, problem
from tests.integration.uploader.conftest import Device
from tests.recordings import RecordingOnDisk
from tests.support.live_receiver import LiveReceiver
from tests.support.receiver_client import Client
from tests.support.troubled_proxy import TroubledProxy, answer, lose_answer
from uploader.worker import Outcome

QUALITY: Json = {"format_version": 1, "face_seen": 0.93, "faults": []}


def send(device: Device) -> Outcome:
    device.installation.adopt()
    return device.installation.worker(device.events.append).run_until_empty(60.0)


def versions(receiver: LiveReceiver, device: Device, recording: RecordingOnDisk) -> list[Json]:
    enrolment = device.installation.enrolment()
    assert enrolment is not None
    client = Client(receiver.url, enrolment.token)
    found: list[Json] = client.get(annotations_history_path(recording.id))["versions"]
    return found


def note_quality(recording: RecordingOnDisk, face_seen: float) -> None:
    durable.write_replacing(
        recording.folder.quality, canonical({**QUALITY, "face_seen": face_seen})
    )


def test_it_arrives_once_the_recording_is_known_and_again_when_it_changes(
    new_device: Callable[[str], Device], receiver: LiveReceiver
) -> None:
    device = new_device(receiver.url)
    recording = device.record(1000)

    assert send(device) is Outcome.EMPTY
    note_quality(recording, 0.9)
    assert send(device) is Outcome.EMPTY
    assert send(device) is Outcome.EMPTY

    first, second = versions(receiver, device, recording)
    assert first["clock_offset_s"]["value"] is None
    assert first["quality"] is None
    assert second["quality"]["face_seen"] == 0.9
    assert second["by"]["role"] == "device"
    actions = [each.action for each in device.installation.queue.attempts(recording.id)]
    assert actions.index("annotate") > actions.index("announce")


def test_what_a_person_wrote_at_the_receiver_is_taken_in(
    new_device: Callable[[str], Device], receiver: LiveReceiver
) -> None:
    device = new_device(receiver.url)
    recording = device.record(1000)
    assert send(device) is Outcome.EMPTY
    (mine,) = versions(receiver, device, recording)
    enrolment = device.installation.enrolment()
    assert enrolment is not None
    client = Client(receiver.url, enrolment.token)
    for version, notes in ((2, "P-001"), (3, "is P-002")):
        written = client.call(
            "PUT",
            f"/api/v1/recordings/{recording.id}/annotations",
            json={**mine, "version": version, "notes": notes},
        )
        assert written.status_code == 201, written.text

    note_quality(recording, 0.5)
    assert send(device) is Outcome.EMPTY

    newest = versions(receiver, device, recording)[-1]
    assert (newest["version"], newest["notes"], newest["quality"]["face_seen"]) == (
        4,
        "is P-002",
        0.5,
    )


def test_an_older_receiver_that_knows_nothing_of_them_holds_no_light_up(
    new_device: Callable[[str], Device], receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    device = new_device(proxy.url)
    unknown = canonical(problem("not_found", "There is nothing here."))
    ours = {"Holdfast-Protocol": "1", "Content-Type": PROBLEM_TYPE}
    proxy.faults.append(answer(404, unknown, ours, path="/annotations"))
    recording = device.record(1000)

    assert send(device) is Outcome.EMPTY

    assert device.installation.queue.recording(recording.id).custody.verified
    assert versions(receiver, device, recording) == []
    device.installation.queue.make_due()
    assert send(device) is Outcome.EMPTY
    assert len(versions(receiver, device, recording)) == 1


def test_a_queue_that_was_lost_does_not_make_another_version(
    new_device: Callable[[str], Device], receiver: LiveReceiver
) -> None:
    device = new_device(receiver.url)
    recording = device.record(1000)
    assert send(device) is Outcome.EMPTY
    with device.installation.database.write() as database:
        database.execute("DELETE FROM annotations")

    assert send(device) is Outcome.EMPTY

    assert len(versions(receiver, device, recording)) == 1


def test_an_answer_that_is_lost_on_the_way_makes_no_second_version(
    new_device: Callable[[str], Device], receiver: LiveReceiver, proxy: TroubledProxy
) -> None:
    device = new_device(proxy.url)
    proxy.faults.append(replace(lose_answer(), path="/annotations"))
    recording = device.record(1000)

    assert send(device) is Outcome.EMPTY

    assert not proxy.faults
    assert len(versions(receiver, device, recording)) == 1
    assert device.installation.queue.annotations.next_due_s() is None

"""Webhooks: what is told to whom, signed how, and how long it is tried."""

import base64
import hashlib
import hmac
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from holdfast.receiver_layout import ReceiverData
from server.db.care_rows import DeliveryRow, EventRow
from server.domain.refusals import Refusal
from server.jobs.queue import Claim
from server.ops.deliveries import KEPT, PAUSES_S, Deliveries
from server.receiver import open_receiver
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.support.webhook_listener import Arrived, WebhookListener
from tests.unit.server.conftest import Running


def deliveries(running: Running) -> Deliveries:
    return Deliveries(running.receiver.database, running.clock, rng=lambda: 0.0)


def sent(device: EnrolledDevice) -> Take:
    take = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(take)
    return take


def told(arrived: Arrived) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(arrived.body)
    return content


def is_signed(arrived: Arrived, secret: str) -> bool:
    """As Standard Webhooks tells a receiver of webhooks to check it; nothing of ours."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    names = ("Webhook-Id", "Webhook-Timestamp")
    signed = b".".join([*(arrived.headers[name].encode() for name in names), arrived.body])
    wanted = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return arrived.headers["Webhook-Signature"] == f"v1,{wanted}"


def test_a_stored_recording_is_told_once_and_signed(
    running: Running, device: EnrolledDevice
) -> None:
    with WebhookListener() as listener:
        _, secret = running.receiver.webhooks.add(listener.url)
        take = sent(device)
        device.client.finalise(take)

        assert deliveries(running).send_due() == 1
        assert deliveries(running).send_due() == 0

    (arrived,) = listener.arrived
    content = told(arrived)
    assert (content["type"], content["data"]["recording"]) == ("recording.stored", take.id)
    assert content["data"]["device"] == device.id
    assert content["id"] == arrived.headers["Webhook-Id"]
    assert "P-017" not in arrived.body.decode()
    assert is_signed(arrived, secret)
    assert not is_signed(arrived, "whsec_" + base64.b64encode(bytes(32)).decode())


def test_an_event_that_is_refused_comes_again_later_and_then_stops(
    running: Running, device: EnrolledDevice
) -> None:
    with WebhookListener([500, 307, 204]) as listener:
        running.receiver.webhooks.add(listener.url)
        sent(device)
        sender = deliveries(running)

        assert sender.send_due() == 0
        (view,) = running.receiver.webhooks.everyone()
        assert (view.pending, view.last_error) == (1, "It answered 500.")
        running.clock.advance(PAUSES_S[0] - 0.1)
        sender.send_due()
        assert len(listener.arrived) == 1
        running.clock.advance(0.2)
        sender.send_due()
        # A redirect is not followed: it is a refusal like any other.
        assert len(listener.arrived) == 2
        running.clock.advance(PAUSES_S[1])
        assert sender.send_due() == 1

    ids = {each.headers["Webhook-Id"] for each in listener.arrived}
    assert (len(listener.arrived), len(ids)) == (3, 1)
    (view,) = running.receiver.webhooks.everyone()
    assert (view.pending, view.delivered, view.given_up) == (0, 1, 0)


def test_what_never_gets_through_is_given_up_and_counted(
    running: Running, device: EnrolledDevice
) -> None:
    with WebhookListener() as listener:
        nobody = listener.url
    running.receiver.webhooks.add(nobody)
    sent(device)
    sender = deliveries(running)
    for pause_s in PAUSES_S:
        sender.send_due()
        running.clock.advance(pause_s)
    (view,) = running.receiver.webhooks.everyone()
    assert (view.pending, view.given_up) == (1, 0)

    sender.send_due()

    (view,) = running.receiver.webhooks.everyone()
    assert (view.pending, view.given_up) == (0, 1)
    assert view.last_error is not None
    assert view.last_error.startswith("ConnectionError")


def test_only_the_kinds_that_were_asked_for_are_told(
    running: Running, device: EnrolledDevice
) -> None:
    with WebhookListener() as listener:
        running.receiver.webhooks.add(listener.url, ["job.failed"])
        take = sent(device)
        queue = running.receiver.jobs
        claim = queue.claim("worker")
        assert isinstance(claim, Claim)
        queue.fail(claim, "It broke.", again=False)
        deliveries(running).send_due()

    (arrived,) = listener.arrived
    content = told(arrived)
    assert content["type"] == "job.failed"
    assert content["data"] == {
        "job": claim.job,
        "job_kind": "assemble",
        "recording": take.id,
        "reason": "It broke.",
    }


def test_a_job_that_is_tried_again_is_no_event(running: Running, device: EnrolledDevice) -> None:
    running.receiver.webhooks.add("http://127.0.0.1:9/", ["job.failed"])
    sent(device)
    claim = running.receiver.jobs.claim("worker")
    assert claim is not None
    running.receiver.jobs.fail(claim, "It broke.", again=True)

    (view,) = running.receiver.webhooks.everyone()
    assert view.pending == 0


def test_a_trial_goes_to_one_alone_and_a_removed_one_is_told_nothing(running: Running) -> None:
    with WebhookListener() as first, WebhookListener() as second:
        one, _ = running.receiver.webhooks.add(first.url)
        other, _ = running.receiver.webhooks.add(second.url)
        event = running.receiver.webhooks.try_out(one)
        running.receiver.webhooks.try_out(other)
        running.receiver.webhooks.remove(other)
        deliveries(running).send_due()

    assert [told(each)["id"] for each in first.arrived] == [event]
    assert second.arrived == []


@pytest.mark.parametrize("url", ["ftp://example.org/", "example.org", "http://", "http://[", ""])
def test_what_is_no_address_is_refused(running: Running, url: str) -> None:
    with pytest.raises(Refusal, match="address"):
        running.receiver.webhooks.add(url)
    with pytest.raises(Refusal, match="no event"):
        running.receiver.webhooks.add("https://example.org/", ["nonsense"])
    assert running.receiver.webhooks.everyone() == []


def test_two_senders_tell_an_event_once(running: Running, device: EnrolledDevice) -> None:
    with WebhookListener() as listener:
        running.receiver.webhooks.add(listener.url)
        sent(device)
        one, other = deliveries(running), deliveries(running)
        waiting = one._waiting()
        other.send_due()
        # The first one looked before the second one sent.
        assert [one._claim(*each) for each in waiting] == [None]

    assert len(listener.arrived) == 1


def test_webhooks_survive_the_loss_of_the_database(
    running: Running, device: EnrolledDevice, tmp_path: Path
) -> None:
    hook, _ = running.receiver.webhooks.add("https://example.org/hook", ["recording.stored"])
    sent(device)
    copy = tmp_path / "copy"
    shutil.copytree(
        running.receiver.data.root, copy, ignore=shutil.ignore_patterns("*.db*", "engines.json")
    )
    rebuilt = open_receiver(ReceiverData(copy), running.clock)
    try:
        (view,) = rebuilt.webhooks.everyone()
    finally:
        rebuilt.close()

    # And what was stored long ago is no news.
    assert (view.id, view.kinds, view.pending) == (hook, ("recording.stored",), 0)
    assert (copy / "webhooks.json").stat().st_mode & 0o777 == 0o600


def test_settled_events_are_forgotten_in_the_end(running: Running, device: EnrolledDevice) -> None:
    with WebhookListener() as listener:
        running.receiver.webhooks.add(listener.url)
        sent(device)
        deliveries(running).send_due()
        running.clock.advance(KEPT.total_seconds() + 1)
        deliveries(running).send_due()

    with running.receiver.database.reading() as session:
        assert (session.query(EventRow).count(), session.query(DeliveryRow).count()) == (0, 0)

"""What tests of withdrawals ask of a receiver: a stored take, its withdrawal, the device's word."""

from dataclasses import replace
from typing import Any

from holdfast.jsonform import Json
from holdfast.orders import Done
from holdfast.protocol import (
    encode_key,
    order_done_path,
    session_path,
    status_path,
)
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice


def orders(device: EnrolledDevice) -> list[Json]:
    """What the heartbeat's answer orders."""
    answer = device.client.call("PUT", status_path(), json={"format_version": 1})
    assert answer.status_code == 200
    found: list[Json] = answer.json()["orders"]
    return found


def confirmation(device: EnrolledDevice, order: str, **changes: Any) -> Json:
    said = Done(order, device.id, (), (), "2026-11-20T15:00:00.000Z")
    said = replace(said, **changes)
    return replace(
        said, signature=encode_key(device.key.sign(said.signed_bytes()).signature)
    ).to_json()


def confirm(device: EnrolledDevice, order: str, **changes: Any) -> Any:
    said = confirmation(device, order, **changes)
    return device.client.call("POST", order_done_path(order), json=said)


def withdraw(admin: Client, take: Take) -> Json:
    answer = admin.call("DELETE", session_path(take.session_id), json={"reason": "they asked"})
    assert answer.status_code == 202, answer.text
    done: Json = answer.json()
    return done


def of_study(device: EnrolledDevice, study: str | None, participant: str = "P-017") -> Take:
    made = make_take(device.id, [scene_part(30)])
    who = {"study": study, "participant": participant}
    return replace(
        made,
        session={**made.session, **who},
        announcement={**made.announcement, **who},
        manifest={**made.manifest, **who},
    ).signed(device.key)


def stored_take(device: EnrolledDevice) -> Take:
    """A recording that is stored, with a preview."""
    made = make_take(device.id, [scene_part(90)]).signed(device.key)
    device.client.send(made)
    return made

"""Preview pictures, and who may see what of a recording that nobody has kept yet."""

import hashlib

import pytest
import requests

from holdfast.protocol import (
    HEADER_CONTENT_DIGEST,
    PREVIEW_MOST_BYTES,
    digest_field,
    discard_path,
    preview_path,
    recording_path,
)
from server.auth.policy import Role
from server.domain.provisional import SILENT
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_admission import EVERYTHING, bound
from tests.unit.server.test_segments import problem

PICTURE = b"\xff\xd8\xff\xe0" + b"a small picture" + b"\xff\xd9"


@pytest.fixture
def take(device: EnrolledDevice) -> Take:
    """A recording that is arriving: announced, and its segments are here."""
    made = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.announce(made)
    for piece in made.pieces:
        device.client.put_chunk(made.id, piece.entry["segment"], piece.data)
    return made


def put(
    client: Client,
    take: Take,
    picture: bytes = PICTURE,
    digest_of: bytes | None = None,
    segment: int = 0,
) -> requests.Response:
    sha256 = hashlib.sha256(picture if digest_of is None else digest_of).hexdigest()
    return client.call(
        "PUT",
        preview_path(take.id, segment),
        data=picture,
        headers={
            HEADER_CONTENT_DIGEST: digest_field(sha256),
            "Content-Type": "image/jpeg",
        },
    )


def test_a_preview_is_there_before_its_segment(running: Running, device: EnrolledDevice) -> None:
    made = make_take(device.id, [scene_part(30)])
    device.client.announce(made)

    assert put(device.client, made).status_code == 201
    assert put(device.client, made).status_code == 200

    operator = running.user(Role.OPERATOR)
    seen = operator.call("GET", preview_path(made.id, 0))
    assert (seen.content, seen.headers["Content-Type"]) == (PICTURE, "image/jpeg")
    assert operator.get(f"{recording_path(made.id)}/previews")["previews"] == [0]


def test_what_is_open_has_the_last_of_the_disk(running: Running, device: EnrolledDevice) -> None:
    made = make_take(device.id, [scene_part(30)])
    device.client.announce(made)
    assert put(device.client, made).status_code == 201
    bound(running, keep_free_bytes=EVERYTHING)

    problem(put(device.client, made, segment=1), "no_room_for_new")

    # What is here already takes no room.
    assert put(device.client, made).status_code == 200
    operator = running.user(Role.OPERATOR)
    assert operator.get(f"{recording_path(made.id)}/previews")["previews"] == [0]


def test_another_picture_changes_nothing(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    put(device.client, take)
    other = PICTURE.replace(b"small", b"other")

    problem(put(device.client, take, other), "conflict")
    seen = running.user(Role.OPERATOR).call("GET", preview_path(take.id, 0))
    assert seen.content == PICTURE


@pytest.mark.parametrize(
    ("picture", "code"),
    [
        (b"GIF89a", "unsupported_media"),
        (PICTURE[:-1], "unsupported_media"),
        (PICTURE[:4] + bytes(PREVIEW_MOST_BYTES) + PICTURE[-2:], "too_large"),
    ],
    ids=["no JPEG", "torn", "too large"],
)
def test_only_a_small_whole_jpeg_is_taken(
    picture: bytes, code: str, device: EnrolledDevice, take: Take
) -> None:
    problem(put(device.client, take, picture), code)


def test_damage_on_the_way_is_noticed(device: EnrolledDevice, take: Take) -> None:
    damaged = put(device.client, take, PICTURE, digest_of=b"what was sent")

    problem(damaged, "digest_mismatch")
    bare = device.client.call("PUT", preview_path(take.id, 0), data=PICTURE)
    problem(bare, "digest_required")


def test_nothing_is_taken_for_a_recording_that_is_unknown_or_dropped(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    unknown = make_take(device.id, [scene_part(30)])
    problem(put(device.client, unknown), "unknown_recording")
    put(device.client, take)

    device.client.call("POST", discard_path(take.id))

    problem(put(device.client, take), "withdrawn")
    folder = running.receiver.data.recording(take.session_id, take.id)
    assert not folder.path.exists()


def test_what_is_not_kept_yet_is_seen_by_operators_and_played_by_nobody(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    put(device.client, take)
    for role in (Role.VIEWER, Role.OPERATOR, Role.ADMIN):
        user = running.user(role)
        played = user.call("GET", f"{recording_path(take.id)}/segments/0/video")
        looked = user.call("GET", preview_path(take.id, 0))

        problem(played, "forbidden")
        assert looked.status_code == (403 if role is Role.VIEWER else 200)


def test_once_it_is_kept_everybody_may_see_and_play_it(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    put(device.client, take)
    device.client.finalise(take)

    viewer = running.user(Role.VIEWER)

    assert viewer.call("GET", preview_path(take.id, 0)).status_code == 200
    assert viewer.call("GET", f"{recording_path(take.id)}/segments/0/video").status_code == 200


def test_after_a_week_of_silence_an_admin_may_open_what_is_here(
    running: Running, device: EnrolledDevice, take: Take
) -> None:
    def plays(role: Role) -> bool:
        user = running.user(role)
        answer = user.call("GET", f"{recording_path(take.id)}/segments/0/video")
        return answer.status_code == 200

    running.clock.advance(SILENT.total_seconds() - 60)
    running.receiver.devices.heartbeat(device.id, {})
    running.clock.advance(120)
    assert not plays(Role.ADMIN)

    running.clock.advance(SILENT.total_seconds())

    assert plays(Role.ADMIN)
    assert not plays(Role.OPERATOR)

"""Check, scrub, backup, export and rebuild, wherever a receiver keeps its bytes and its rows."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest

from holdfast.clock import SystemClock
from holdfast.protocol import recording_path
from holdfast.receiver_layout import ReceiverData
from server.auth.policy import Role
from server.engines import Engines
from server.receiver import open_receiver
from tests.integration.server.test_crashes import until_settled
from tests.support.engine_servers import KEYS
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice
from tests.support.serving import COMMAND, Serving
from tests.unit.server.test_studies import of_study

PATIENCE_S = 120
KINDS = ("bucket and server", "server", "bucket")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a receiver lives: its folder, and what its environment says of engines."""

    data: Path
    environment: Mapping[str, str]

    @property
    def engines(self) -> Engines:
        return Engines.from_environment(self.environment)

    def serving(self) -> Serving:
        return Serving(self.data, self.environment)

    def admin(self, *words: object, code: int = 0) -> Any:
        """What the command prints as JSON; or, where it fails without any, on stderr."""
        done = subprocess.run(
            [*COMMAND, "admin", "--data", str(self.data), *map(str, words), "--json"],
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            env={**os.environ, **self.environment},
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return json.loads(done.stdout) if done.stdout else done.stderr


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    environment = {}
    if "server" in request.param:
        environment["DATABASE_URL"] = request.getfixturevalue("database_url")
    if "bucket" in request.param:
        environment["BLOB_URL"] = request.getfixturevalue("blob_url")
        environment.update(KEYS)
    return Place(tmp_path / "data", environment)


@dataclass(frozen=True, slots=True)
class Filled:
    """A receiver that serves, with a playable recording of a study."""

    place: Place
    serving: Serving
    device: EnrolledDevice
    take: Take


@pytest.fixture
def filled(place: Place) -> Iterator[Filled]:
    with place.serving() as serving:
        device = serving.enrolled()
        take = of_study(make_take(device.id, [scene_part(60)]), "smile").signed(device.key)
        device.client.send(take)
        assert until_settled(device.client, take.id)["custody"]["playable"]
        yield Filled(place, serving, device, take)


def rot(place: Place, take: Take) -> None:
    """Change a segment where it is kept, as no receiver does."""
    receiver = open_receiver(ReceiverData(place.data), SystemClock(), place.engines)
    path = receiver.data.recording(take.session_id, take.id).segment(0)
    receiver.data.files.write_replacing(path, bytes(len(take.pieces[0].data)))
    receiver.close()


def film(client: Client, take: Take) -> bytes:
    answer = client.call("GET", f"{recording_path(take.id)}/video")
    assert answer.status_code == 200, answer.text
    return answer.content


def test_what_rots_is_found_and_asked_for_again(filled: Filled) -> None:
    place, take, client = filled.place, filled.take, filled.device.client
    half = make_take(filled.device.id, [])
    client.announce(half)
    client.put_chunk(half.id, 0, bytes(1000), 0, 99)
    sound = place.admin("check", "--read-data")
    assert (sound["findings"], sound["recordings"], sound["segments_read"]) == ([], 2, 1)
    assert sound["read_bytes"] == len(take.pieces[0].data)

    rot(place, take)

    (found,) = place.admin("check", "--read-data", code=1)["findings"]
    assert (found["kind"], found["recording"], found["segment"]) == ("wrong_bytes", take.id, 0)
    assert place.admin("scrub", "--all", code=1)["wanted_again"] == [f"{take.id}/0"]
    assert client.put_chunk(take.id, 0, take.pieces[0].data).status_code == 201
    assert place.admin("scrub", "--all")["wanted_again"] == []
    assert place.admin("check", "--read-data")["findings"] == []


def test_a_backup_is_a_receiver_of_its_own(filled: Filled, tmp_path: Path) -> None:
    place, take = filled.place, filled.take
    copy = tmp_path / "copy"
    shown = film(filled.serving.user(Role.VIEWER), take)
    gone = make_take(filled.device.id, [scene_part(30)]).signed(filled.device.key)
    filled.device.client.send(gone)
    until_settled(filled.device.client, gone.id)
    assert place.admin("backup", copy)["damaged"] == []
    admin = filled.serving.user(Role.ADMIN)
    assert admin.call("DELETE", f"/api/v1/sessions/{gone.session_id}").status_code == 202

    again = place.admin("backup", copy)

    assert set(again["removed"]) == {gone.id, gone.session_id}
    assert again["damaged"] == []
    assert not [each for each in copy.rglob("*.mp4") if gone.id in str(each)]
    assert place.admin("backup", copy, "--verify")["changed"] == []
    rot(place, take)
    assert place.admin("backup", copy)["damaged"] == []
    served = tmp_path / "served"
    shutil.copytree(copy, served)
    with Serving(served) as serving:
        client = Client(serving.url, filled.device.client.token)
        assert client.get(recording_path(take.id))["custody"]["verified"]
        assert client.call("GET", recording_path(gone.id)).status_code == 410
        assert film(serving.user(Role.VIEWER), take) == shown


def test_a_study_is_exported(filled: Filled, tmp_path: Path) -> None:
    tree = tmp_path / "tree"

    first, second = (filled.place.admin("export", "smile", tree) for _ in range(2))

    assert first["recordings"] == second["recordings"] == [filled.take.id]
    assert second["copied_bytes"] == 0
    (shown,) = tree.rglob("*.mp4")
    assert shown.read_bytes() == film(filled.serving.user(Role.VIEWER), filled.take)
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=tree, check=True)


def test_the_rows_are_made_anew_from_the_files(filled: Filled) -> None:
    place, take = filled.place, filled.take
    refused = place.admin("rebuild", code=1)
    assert "Nothing was changed; stop" in refused
    assert filled.serving.stop() == 0

    made = place.admin("rebuild")

    assert (made["recordings"], made["segments"], made["wanted_again"]) == ({"stored": 1}, 1, 0)
    with place.serving() as serving:
        client = Client(serving.url, filled.device.client.token)
        assert until_settled(client, take.id)["custody"]["playable"]
    if "DATABASE_URL" in place.environment:
        schema = made["put_aside"].removeprefix("the schema ")
        with psycopg.connect(place.environment["DATABASE_URL"]) as connection:
            kept = connection.execute(f'SELECT id FROM "{schema}".recordings'.encode()).fetchall()
        assert kept == [(take.id,)]


def test_nothing_is_put_aside_while_another_receiver_serves(filled: Filled, tmp_path: Path) -> None:
    if "DATABASE_URL" not in filled.place.environment:
        pytest.skip("rows in a file belong to one machine, whose lock is asked first")
    elsewhere = Place(tmp_path / "elsewhere", filled.place.environment)
    with elsewhere.serving():
        assert filled.serving.stop() == 0
        assert "on every machine" in filled.place.admin("rebuild", code=1)
    assert filled.place.admin("check")["findings"] == []

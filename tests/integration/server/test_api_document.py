"""The API's document against a real receiver: generated requests, right and wrong ones.

Every answer must be one that the document names, in the shape that it says, and no fault of ours.
A few hundred requests here; `make soak KIND=api` sends a hundred thousand.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from holdfast.jsonform import Json
from server.auth.policy import Role
from tests.support.files_written import outside_of
from tests.support.received import make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice
from tests.support.serving import Serving

SUPPORT = Path(__file__).parents[2] / "support"
ROOT = Path(__file__).parents[3]
HUNDRED_THOUSAND = 100_000
CASES = re.compile(r"(\d+) generated")


@dataclass(frozen=True, slots=True)
class Filled:
    """A receiver with a device, a recording and its jobs; and who may ask."""

    serving: Serving
    device: EnrolledDevice
    admin: Client
    here: Json

    @property
    def secrets(self) -> list[str]:
        return [self.device.client.token, self.admin.token]


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Filled]:
    with Serving(tmp_path / "data", log=tmp_path / "serve.log") as serving:
        device = serving.enrolled()
        take = make_take(device.id, [scene_part(30)]).signed(device.key)
        device.client.send(take)
        admin = serving.user(Role.ADMIN)
        job = admin.get("/api/v1/jobs")["jobs"][0]["job"]
        here = {
            "session": take.session_id,
            "recording": take.id,
            "device": device.id,
            "job": job,
        }
        yield Filled(serving, device, admin, here)


def try_out(filled: Filled, client: Client, *options: str) -> int:
    """Run schemathesis as this caller; how many requests it made up."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "schemathesis.cli",
            f"--config-file={SUPPORT / 'schemathesis.toml'}",
            "run",
            f"{filled.serving.url}/api/v1/openapi.json",
            f"--header=Authorization: Bearer {client.token}",
            "--no-color",
            "--continue-on-failure",
            *options,
        ],
        cwd=filled.serving.data,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "SCHEMATHESIS_HOOKS": "tests.support.schema_cases",
            "HOLDFAST_CASES": json.dumps(filled.here),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2000:]
    found = CASES.search(done.stdout)
    assert found is not None, done.stdout
    return int(found[1])


def require_unharmed(filled: Filled) -> None:
    """No file outside the data folder, no secret in the log, no fault, and all is still here."""
    log = (filled.serving.data.parent / "serve.log").read_text("utf-8")
    assert "Traceback" not in log
    assert [secret for secret in filled.secrets if secret in log] == []
    assert outside_of(filled.serving.data, ignored={"serve.log"}) == []
    recording = filled.admin.get(f"/api/v1/recordings/{filled.here['recording']}")
    assert recording["custody"]["verified"]


@pytest.mark.parametrize("caller", ["device", "admin"])
def test_every_answer_is_one_of_the_document(filled: Filled, caller: str) -> None:
    client = filled.device.client if caller == "device" else filled.admin

    made = try_out(filled, client, "--phases=fuzzing", "--max-examples=3", "--seed=1")

    assert made > 100
    require_unharmed(filled)

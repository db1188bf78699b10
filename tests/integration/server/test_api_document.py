"""The API against requests that nobody would send: made from its document, and over raw sockets.

The latter also to the routes of other uploaders, which have no document.

Every answer must be one that the document names, in the shape that it says, and no fault of ours;
nothing is written outside the data folder, and no secret gets into the log. Some hundred
here; `make soak KIND=api` sends a hundred thousand.
"""

import itertools
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from holdfast.jsonform import Json
from server.auth.policy import Role
from tests.support.demo_run import WRITING_CALLS, written_paths
from tests.support.raw_requests import RawRequests
from tests.support.received import make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice
from tests.support.serving import Serving

pytestmark = pytest.mark.trace
SUPPORT = Path(__file__).parents[2] / "support"
ROOT = Path(__file__).parents[3]
SOAK_REQUESTS = 100_000
RAW_AT_ONCE = 17_000
EXPLAINED = {501, 503}
"""A transfer coding that nobody supports; more connections than are taken."""
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


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    tmp_path = tmp_path_factory.mktemp("receiver")
    (tmp_path / "trace").mkdir()
    strace = ("strace", "-D", "-ff", "--seccomp-bpf", "-z", "-y", "-s", "4096")
    watched = ("-e", f"trace={WRITING_CALLS}", "-o", str(tmp_path / "trace" / "thread"))
    with Serving(
        tmp_path / "data",
        environment={"PYTHONDONTWRITEBYTECODE": "1"},
        prefix=(*strace, *watched),
        log=tmp_path / "serve.log",
        words=("--dialects", "--dialects-port", "0"),
    ) as serving:
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
            # How long a request takes to make up tells of this machine and of nothing else.
            "--suppress-health-check=too_slow",
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
    """No fault, no secret in the log, no file outside the data folder; and all is still here."""
    require_still_here(filled)
    folder = filled.serving.data.parent
    log = (folder / "serve.log").read_text("utf-8")
    assert "Traceback" not in log
    assert [secret for secret in filled.secrets if secret in log] == []
    allowed = (str(filled.serving.data), "/dev/shm/", "/dev/null", "/dev/tty")
    written = set(written_by(folder / "trace"))
    assert any(path.startswith(str(filled.serving.data)) for path in written)
    assert {path for path in written if not path.startswith(allowed)} == set()


def require_still_here(filled: Filled) -> None:
    """The recording is whole; or an admin's DELETE was among what was tried, and noted."""
    answer = filled.admin.call("GET", f"/api/v1/recordings/{filled.here['recording']}")
    if answer.status_code == 200:
        assert answer.json()["custody"]["verified"]
        return
    assert answer.json()["code"] == "withdrawn", answer.text
    withdrawn = [
        entry
        for kind in ("session", "recording")
        for entry in filled.admin.get(
            f"/api/v1/audit?action={kind}.withdrawn&subject={kind}:{filled.here[kind]}"
        )["entries"]
    ]
    assert withdrawn, "it is gone, and nobody asked for that"


def written_by(trace: Path) -> Iterator[str]:
    for each in trace.iterdir():
        yield from written_paths(each.read_text(errors="replace").splitlines())


def send_raw(filled: Filled, count: int, seed: int) -> None:
    raw = RawRequests(filled.serving.url, filled.secrets, filled.here, seed)
    faults = [
        told
        for told in raw.send(count)
        if any(status >= 500 and status not in EXPLAINED for status in told.statuses)
    ]
    assert faults == []


# Twenty seconds; many times that where the machine is busy with other things.
@pytest.mark.timeout(400)
@pytest.mark.parametrize("caller", ["device", "admin"])
def test_every_answer_is_one_of_the_document(filled: Filled, caller: str) -> None:
    client = filled.device.client if caller == "device" else filled.admin

    made = try_out(filled, client, "--phases=fuzzing", "--max-examples=2", "--seed=1")

    assert made > 100
    require_unharmed(filled)


def test_broken_requests_break_nothing(filled: Filled) -> None:
    send_raw(filled, 300, seed=1)

    require_unharmed(filled)


def send_all_at_once(filled: Filled, seed: int) -> int:
    """Two devices' and two admins' requests from the document, and raw ones; how many in all."""
    clients = (filled.admin, filled.device.client) * 2
    options = (
        "--phases=coverage,fuzzing",
        "--max-examples=100",
        # So many who say no token, or a false one, are told to wait instead. The short run holds
        # every route to its 401, and so does the walk along the map of addresses.
        "--exclude-checks=ignored_auth,missing_required_header",
    )
    with ThreadPoolExecutor(len(clients) + 1) as pool:
        raw = pool.submit(send_raw, filled, RAW_AT_ONCE, seed)
        made = [
            pool.submit(try_out, filled, client, *options, f"--seed={seed + number}")
            for number, client in enumerate(clients)
        ]
        raw.result()
        return RAW_AT_ONCE + sum(each.result() for each in made)


@pytest.mark.slow
@pytest.mark.timeout(0)
def test_a_hundred_thousand_requests(filled: Filled) -> None:
    """`make soak KIND=api`."""
    made = 0
    for seed in itertools.count(1, 10):
        made += send_all_at_once(filled, seed)
        print(f"{made} requests")  # noqa: T201 - an hour passes
        require_unharmed(filled)
        if made >= SOAK_REQUESTS:
            break

"""Writing down what a job made, and why it failed: only whoever holds its claim does."""

import pytest

from holdfast.jsonform import Json
from server.db.models import RecordingRow
from server.jobs.child import named
from server.jobs.kinds import KINDS, Made, Piece, temporary_name
from server.jobs.queue import Claim
from server.jobs.settling import Settler
from tests.support.received import make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running

PLAYS: Json = {"ok": True, "files": []}
CLEAN: Json = {"clean": True, "found": []}


def claimed(running: Running, kind: str, device: EnrolledDevice) -> Claim:
    """A claim on the job of this kind; those before it are done."""
    device.client.send(make_take(device.id, [scene_part(30)]).signed(device.key))
    here = running.receiver
    while True:
        claim = here.jobs.claim("first")
        assert claim is not None
        if claim.kind == kind:
            return claim
        with here.database.writing() as session:
            assert here.jobs.succeed(session, claim)


def settled(running: Running, claim: Claim, kind: str, facts: Json) -> RecordingRow:
    """Work of this kind that ended; the recording's row afterwards."""
    here = running.receiver
    with here.database.reading() as session:
        row = session.get_one(RecordingRow, claim.recording)
    folder = here.data.recording(row.session, row.id)
    Settler(here.data, here.database, here.jobs).settle(
        claim, KINDS[kind], folder, Made(facts=facts)
    )
    with here.database.reading() as session:
        return session.get_one(RecordingRow, claim.recording)


@pytest.mark.parametrize("is_late", [False, True])
def test_a_worker_that_comes_late_makes_nothing_playable(
    running: Running, device: EnrolledDevice, is_late: bool
) -> None:
    here = running.receiver
    claim = claimed(running, "probe", device)
    if is_late:
        here.jobs.reap(everything=True)

    row = settled(running, claim, "probe", PLAYS)

    assert (row.probe is None) is is_late
    job = here.jobs.get(claim.job)
    assert job is not None
    assert job.state == ("queued" if is_late else "succeeded")


@pytest.mark.parametrize("is_late", [False, True])
def test_a_worker_that_comes_late_lets_nothing_pass_the_scan(
    running: Running, device: EnrolledDevice, is_late: bool
) -> None:
    here = running.receiver
    claim = claimed(running, "probe", device)
    if is_late:
        here.jobs.reap(everything=True)

    row = settled(running, claim, "scan", CLEAN)

    assert row.scan == (None if is_late else "clean")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            FileNotFoundError(2, "No such file", "/srv/data/0003.mp4"),
            "No such file (0003.mp4)",
        ),
        (ValueError("It has no length"), "It has no length"),
        (OSError("odd"), "odd"),
    ],
)
def test_a_reason_names_a_file_and_not_where_it_lies(error: Exception, said: str) -> None:
    assert named(error) == said


def test_a_worker_that_comes_late_changes_no_file(running: Running, device: EnrolledDevice) -> None:
    here = running.receiver
    claim = claimed(running, "probe", device)
    with here.database.reading() as session:
        row = session.get_one(RecordingRow, claim.recording)
    folder = here.data.recording(row.session, row.id)
    folder.derived.mkdir(exist_ok=True)
    folder.thumbnail.write_bytes(b"the later attempt's")
    made = temporary_name(folder.thumbnail, claim.name)
    made.write_bytes(b"mine")
    here.jobs.reap(everything=True)

    pieces = (Piece(made, folder.thumbnail),)
    Settler(here.data, here.database, here.jobs).settle(
        claim, KINDS["thumbnail"], folder, Made(pieces)
    )

    assert folder.thumbnail.read_bytes() == b"the later attempt's"
    assert not made.exists()
    assert here.results.of(row.id) == {}

"""The scan hook: a real program sees every stored file before anybody does, and can hide them."""

import shutil
import stat
import threading
from pathlib import Path

import pytest

from holdfast.receiver_layout import ReceiverData
from server.auth.policy import Role
from server.db.care_rows import EventRow
from server.domain.refusals import Refusal
from server.jobs.runner import Runner
from server.operating import load_operating
from server.receiver import open_receiver
from server.settings import Settings
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice, digest_header
from tests.unit.server.conftest import Running

PICTURE = b"\xff\xd8\xff" + b"looks like a picture" + b"\xff\xd9"
SCANNER = """#!/bin/sh
echo "$1" >> "{seen}"
case $(cat "{verdict}") in
    clean) exit 0 ;;
    found) case $1 in *.jpg) echo "Eicar-Signature FOUND"; exit 1 ;; esac; exit 0 ;;
    *) echo "no database"; exit 2 ;;
esac
"""


class Scanner:
    """A scanner that says what the test wants; `seen` are the files that it was shown."""

    def __init__(self, folder: Path) -> None:
        self.program = folder / "scan me.sh"
        self._seen, self._verdict = folder / "seen", folder / "verdict"
        self._seen.touch()
        self.program.write_text(SCANNER.format(seen=self._seen, verdict=self._verdict))
        self.program.chmod(self.program.stat().st_mode | stat.S_IXUSR)
        self.says("clean")

    def says(self, verdict: str) -> None:
        self._verdict.write_text(verdict)

    @property
    def seen(self) -> list[str]:
        return [Path(line).name for line in self._seen.read_text().splitlines()]


@pytest.fixture
def scanner(tmp_path: Path) -> Scanner:
    return Scanner(tmp_path)


@pytest.fixture
def settings(settings: Settings, scanner: Scanner) -> Settings:
    settings.data_folder.mkdir()
    words = f"command = \"'{scanner.program}' {{file}}\""
    settings.data.settings.write_text(f"[scan]\n{words}\n")
    return settings


@pytest.fixture
def take(device: EnrolledDevice) -> Take:
    made = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.announce(made)
    answer = device.client.call(
        "PUT",
        f"/api/v1/recordings/{made.id}/previews/0",
        data=PICTURE,
        headers={"Content-Digest": digest_header(PICTURE)},
    )
    assert answer.status_code == 201
    device.client.send(made)
    return made


@pytest.fixture
def runner(running: Running) -> Runner:
    return Runner(
        running.receiver.data, running.receiver.database, running.receiver.jobs, threading.Event()
    )


def work(running: Running, runner: Runner) -> list[str]:
    """Do every job that is due; the kinds in the order in which they were done."""
    done = []
    while (claim := running.receiver.jobs.claim("worker")) is not None:
        done.append(claim.kind)
        runner.run(claim)
    return done


def openings(running: Running, take: Take, role: Role = Role.ADMIN) -> dict[str, int]:
    """What everything that shows a recording's files answers."""
    user = running.user(role)
    ways = ("video", "segments/0/video", "previews/0", "previews")
    return {
        way: user.call("GET", f"/api/v1/recordings/{take.id}/{way}").status_code for way in ways
    }


def kinds(running: Running) -> list[str]:
    with running.receiver.database.reading() as session:
        return [row.kind for row in session.query(EventRow).order_by(EventRow.id)]


def test_nobody_opens_a_file_before_the_scan_has_seen_all_of_them(
    running: Running, device: EnrolledDevice, take: Take, scanner: Scanner, runner: Runner
) -> None:
    assert set(openings(running, take).values()) == {403}

    assert work(running, runner) == ["scan", "assemble", "probe"]

    segments = [f"{each.entry['segment']:06d}.mp4" for each in take.pieces]
    assert sorted(scanner.seen) == sorted(["000000.jpg", *segments])
    assert set(openings(running, take).values()) == {200}
    assert running.receiver.custody.view(take.id, None).is_playable


def test_what_arrives_is_not_shown_before_it_is_stored_and_scanned(
    running: Running, device: EnrolledDevice
) -> None:
    take = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.announce(take)
    device.client.put_chunk(take.id, 0, take.pieces[0].data)

    answer = running.user(Role.OPERATOR).call(
        "GET", f"/api/v1/recordings/{take.id}/segments/0/video"
    )

    assert answer.status_code == 403
    assert "scanned" in answer.json()["detail"]


def test_a_find_hides_the_recording_and_keeps_everything_of_it(
    running: Running, device: EnrolledDevice, take: Take, scanner: Scanner, runner: Runner
) -> None:
    running.receiver.webhooks.add("https://example.org/", ["recording.quarantined"])
    scanner.says("found")

    assert work(running, runner) == ["scan"]

    assert set(openings(running, take).values()) == {403}
    (hidden,) = running.receiver.scans.hidden()
    assert hidden.to_json()["found"] == [
        {"file": "previews/000000.jpg", "said": "Eicar-Signature FOUND"}
    ]
    assert kinds(running) == ["recording.quarantined"]
    # The device's receipt stays true: every byte is where it was.
    folder = running.receiver.data.recording(take.session_id, take.id)
    assert folder.segment(0).read_bytes() == take.pieces[0].data
    assert device.client.get(f"/api/v1/recordings/{take.id}/receipt")["recording"] == take.id
    view = running.receiver.custody.view(take.id, None)
    assert view.is_verified
    assert not view.is_playable
    assert view.why_not_playable == (
        "The scan found something in its files. They are kept, and nobody may open them."
    )


def test_a_person_can_release_a_false_alarm_and_the_reason_stays(
    running: Running, device: EnrolledDevice, take: Take, scanner: Scanner, runner: Runner
) -> None:
    scanner.says("found")
    work(running, runner)

    running.receiver.scans.release(take.id, "looked at it with two other scanners")

    assert work(running, runner) == ["assemble", "probe"]
    assert set(openings(running, take).values()) == {200}
    said = running.receiver.data.recording(take.session_id, take.id).scan.read_text()
    assert "two other scanners" in said
    assert "Eicar" in said
    with pytest.raises(Refusal, match="not in quarantine"):
        running.receiver.scans.release(take.id, "again")


def test_a_scanner_that_is_broken_finds_nothing_clean(
    running: Running, device: EnrolledDevice, take: Take, scanner: Scanner, runner: Runner
) -> None:
    scanner.says("broken")
    for _ in range(3):
        assert work(running, runner) == ["scan"]
        running.clock.advance(60)

    assert work(running, runner) == []
    assert set(openings(running, take).values()) == {403}
    jobs = running.receiver.jobs.newest(active=False)
    assert {job.state for job in jobs} == {"failed"}
    assert all("no database" in str(job.error) for job in jobs)

    scanner.says("clean")
    assert running.receiver.scans.again([take.id]) == [take.id]
    assert work(running, runner) == ["scan", "assemble", "probe"]
    assert set(openings(running, take).values()) == {200}


def test_a_recording_that_was_open_to_all_is_hidden_by_a_later_find(
    running: Running, device: EnrolledDevice, take: Take, scanner: Scanner, runner: Runner
) -> None:
    work(running, runner)
    scanner.says("found")

    assert running.receiver.scans.again([]) == [take.id]
    assert set(openings(running, take).values()) == {403}
    work(running, runner)

    assert set(openings(running, take).values()) == {403}
    assert not running.receiver.custody.view(take.id, None).is_playable


@pytest.mark.parametrize("verdict", ["clean", "found"])
def test_a_rebuilt_database_remembers_the_verdict(
    running: Running,
    device: EnrolledDevice,
    take: Take,
    scanner: Scanner,
    runner: Runner,
    tmp_path: Path,
    verdict: str,
) -> None:
    scanner.says(verdict)
    work(running, runner)
    copy = tmp_path / "copy"
    shutil.copytree(
        running.receiver.data.root, copy, ignore=shutil.ignore_patterns("*.db*", "engines.json")
    )
    rebuilt = open_receiver(ReceiverData(copy), running.clock)
    try:
        hidden = rebuilt.scans.hidden()
        jobs = rebuilt.jobs.newest(active=True)
    finally:
        rebuilt.close()

    assert [each.scan for each in hidden] == (["quarantined"] if verdict == "found" else [])
    assert jobs == []


def test_a_job_that_was_queued_otherwise_does_not_get_past_the_scan(
    running: Running, device: EnrolledDevice, take: Take, scanner: Scanner, runner: Runner
) -> None:
    from server.jobs.queue import submit

    scanner.says("found")
    work(running, runner)
    with running.receiver.database.writing() as session:
        submit(session, take.id, ("assemble", "probe"), running.clock)

    assert work(running, runner) == ["assemble"]
    assert not running.receiver.data.recording(take.session_id, take.id).assembled.exists()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('[scan]\ncommand = "clamscan"', "{file}"),
        ('[scan]\ncommand = "\'clamscan {file}"', "cannot be read"),
        ("[scan]\ntimeout_s = 0", "timeout_s"),
        ("[scan]\nprogram = 'x'", "program"),
        ("[watch]\nsilent_after_hours = 'long'", "silent_after_hours"),
        ("[scan", "TOML"),
    ],
)
def test_settings_that_cannot_be_meant_are_said(tmp_path: Path, text: str, why: str) -> None:
    from holdfast.jsonform import FormatError

    data = ReceiverData(tmp_path)
    data.settings.write_text(text)
    with pytest.raises(FormatError, match=r"receiver\.toml|scan\.command") as caught:
        load_operating(data, {})
    assert why in str(caught.value)

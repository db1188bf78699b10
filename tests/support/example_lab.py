"""A receiver with a lab's days in it, so that every page has something to show.

Real devices enrol, send and go silent; studies, people, jobs and withdrawals are made the way the
pages make them. No worker runs: the jobs stand as they are told to.
"""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from holdfast.clock import SystemClock, rfc3339
from holdfast.jsonform import Json
from holdfast.protocol import session_close_path, status_path
from server.app import create_app
from server.auth.policy import Role
from server.db.models import JobRow
from server.listener import Listener
from server.receiver import Receiver, open_receiver
from server.settings import Settings
from tests.support.received import STARTED, Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice

PASSWORD: Final = "a horse in the quiet library"
STUDIES: Final = {"smiles": "Facial expressions", "babies": "Babies and mirrors"}


@dataclass(frozen=True, slots=True)
class Lab:
    """What is in there, by name."""

    admin: str
    """Signs in with `PASSWORD`."""
    takes: Mapping[str, Take]
    devices: Mapping[str, EnrolledDevice]
    jobs: Mapping[str, str]
    """State -> a job in it."""


@dataclass(frozen=True, slots=True)
class Site:
    """A receiver inside this process that answers, with a lab in it."""

    url: str
    receiver: Receiver
    lab: Lab

    @property
    def pages(self) -> dict[str, str]:
        """A name for each page -> its path, with something on it."""
        take, arriving = self.lab.takes["whole"], self.lab.takes["arriving"]
        return {
            "overview": "/web/",
            "sessions": "/web/sessions",
            "sessions-none": "/web/sessions?text=nobody",
            "session": f"/web/sessions/{take.session_id}",
            "session-held": f"/web/sessions/{self.lab.takes['other'].session_id}",
            "withdraw": f"/web/sessions/{take.session_id}/withdraw",
            "withdraw-participant": f"/web/sessions/{take.session_id}/withdraw?whole=participant",
            "recordings": "/web/recordings",
            "recording": f"/web/recordings/{take.id}",
            "recording-arriving": f"/web/recordings/{arriving.id}",
            "segment": f"/web/recordings/{take.id}/segments/0",
            "jobs": "/web/jobs",
            "jobs-failed": "/web/jobs?state=failed",
            "job": f"/web/jobs/{self.lab.jobs['running']}",
            "job-failed": f"/web/jobs/{self.lab.jobs['failed']}",
            "devices": "/web/devices",
            "device": f"/web/devices/{self.lab.devices['Kiosk 2'].id}",
            "studies": "/web/studies",
            "study": "/web/studies/smiles",
            "statistics": "/web/statistics",
            "storage": "/web/storage",
            "withdrawals": "/web/withdrawals",
            "users": "/web/users",
            "audit": "/web/audit",
            "account": "/web/account",
            "lost": "/web/nowhere",
        }


@contextmanager
def site(folder: Path) -> Iterator[Site]:
    """Such a receiver until the end of the block; browsers keep its cookies, as it lives now."""
    settings = Settings(data_folder=folder / "data", port=0, threads=4)
    clock = SystemClock()
    receiver = open_receiver(settings.data, clock, settings.engines, settings.bounds)
    listener = Listener(create_app(settings, clock, receiver), settings, clock)
    thread = threading.Thread(target=listener.run)
    thread.start()
    try:
        yield Site(listener.url, receiver, fill(listener.url, receiver))
    finally:
        listener.stop()
        thread.join()
        listener.close()
        receiver.close()


def fill(url: str, receiver: Receiver) -> Lab:
    """Put a lab into an empty receiver that answers at `url`."""
    _studies(receiver)
    _people(receiver)
    devices = {
        name: EnrolledDevice.enrol(url, receiver.devices.add(name).code)
        for name in ("Kiosk 1", "Kiosk 2", "Field laptop", "Old desk")
    }
    takes = {
        "whole": _send(devices["Kiosk 1"], "P-017", "smiles", 0),
        "other": _send(devices["Kiosk 1"], "P-018", "smiles", 20),
        "arriving": _arrive(devices["Field laptop"], "B-004", "babies", 40),
        "withdrawn": _send(devices["Kiosk 2"], "P-011", "smiles", 60),
    }
    whole = takes["whole"]
    devices["Kiosk 1"].client.call(
        "POST", session_close_path(whole.session_id), json={"expected_recordings": 2}
    )
    _heartbeats(receiver, devices)
    jobs = _jobs(receiver, takes)
    receiver.withdrawals.withdraw_session(takes["withdrawn"].session_id, "asked for", "user:ann")
    receiver.retention.hold(takes["other"].session_id, "a question is open", "user:ann")
    receiver.grants.add("Kiosk 3", studies=("smiles",))
    receiver.devices.revoke("Old desk")
    return Lab("ann", takes, devices, jobs)


def _studies(receiver: Receiver) -> None:
    for study, title in STUDIES.items():
        content: Json = {
            "format_version": 1,
            "study": study,
            "title": title,
            "version": 1,
            "retention_days": 30,
        }
        receiver.studies.put(study, content, "user:ann")


def _people(receiver: Receiver) -> None:
    receiver.users.add_link("ann", Role.ADMIN)
    receiver.passwords.set("ann", PASSWORD)
    receiver.users.add_link("bob", Role.OPERATOR)
    receiver.users.add_link("cleo", Role.VIEWER, frozenset({"babies"}))
    receiver.users.add_link("dan", Role.VIEWER)
    receiver.users.revoke("dan")


def _take(device: EnrolledDevice, participant: str, study: str, minutes: int) -> Take:
    started = STARTED + timedelta(minutes=minutes)
    made = make_take(device.id, [scene_part(90)], started=started)
    whose: Json = {"participant": participant, "study": study}
    session = {**made.session, **whose, "notes": "the door opened once"}
    announcement = {**made.announcement, **whose}
    manifest = {**made.manifest, **whose}
    return Take(session, announcement, made.pieces, manifest).signed(device.key)


def _send(device: EnrolledDevice, participant: str, study: str, minutes: int) -> Take:
    take = _take(device, participant, study, minutes)
    device.client.send(take)
    return take


def _arrive(device: EnrolledDevice, participant: str, study: str, minutes: int) -> Take:
    take = _take(device, participant, study, minutes)
    device.client.announce(take)
    device.client.put_chunk(take.id, 0, take.pieces[0].data)
    return take


def _heartbeats(receiver: Receiver, devices: Mapping[str, EnrolledDevice]) -> None:
    now = receiver.clock.now()
    said: dict[str, Any] = {
        "Kiosk 1": {"disk_hours": 210.4, "totals": _unsent(0, 0, None)},
        "Kiosk 2": {
            "disk_hours": 1.2,
            "last_error": "Camera 'HD Webcam' was unplugged.",
            "totals": _unsent(12, 48_000_000, rfc3339(now - timedelta(hours=3))),
        },
        "Field laptop": {
            "disk_hours": 38.0,
            "clock_offset_s": 42.5,
            "totals": _unsent(310, 1_900_000_000, rfc3339(now - timedelta(days=4))),
        },
    }
    for name, status in said.items():
        body = {"format_version": 1, "app_version": "0.1.0", **status}
        answer = devices[name].client.call("PUT", status_path(), json=body)
        assert answer.status_code == 200, answer.text


def _unsent(segments: int, size_bytes: int, oldest: str | None) -> Json:
    return {
        "pending": segments,
        "uploading": 0,
        "bytes_unsent": size_bytes,
        "oldest_unsent_at": oldest,
    }


def _jobs(receiver: Receiver, takes: Mapping[str, Take]) -> dict[str, str]:
    found: dict[str, str] = {}
    now = receiver.clock.now()
    with receiver.database.writing() as session:
        rows = {
            name: session.query(JobRow).where(JobRow.recording == takes[name].id).all()
            for name in ("whole", "other", "withdrawn")
        }
        running, *waiting = sorted(rows["whole"], key=lambda row: row.kind)
        running.state, running.progress, running.attempts = "running", 0.42, 1
        running.started_at, running.step = now, "joining segments"
        running.said = [{"at": rfc3339(now), "attempt": 1, "text": "frame=  120 fps=240"}]
        failed = sorted(rows["other"], key=lambda row: row.kind)
        for row in failed:
            row.state, row.attempts, row.finished_at = "failed", 3, now
            row.error = "The film cannot be decoded: its first frame is damaged."
            row.said = [
                {"at": rfc3339(now), "attempt": 3, "text": "[h264] error while decoding MB 3 7"}
            ]
        found = {"running": running.id, "failed": failed[0].id}
        found |= {"waiting": waiting[0].id} if waiting else {}
    return found

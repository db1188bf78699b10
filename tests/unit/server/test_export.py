"""A study as a BIDS tree: what is in it, under which names, and that it follows what happens."""

import csv
import json
import subprocess
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from holdfast.jsonform import Json
from server.jobs.runner import Runner
from server.ops import bids
from server.ops.export import Export, Exporting, ExportRefused
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running

STUDY = "faces 2026"


def changed(made: Take, device: EnrolledDevice, manifest: Json, **announced: Any) -> Take:
    """The take as somebody else's, in this study."""
    told = {"study": STUDY, **announced}
    session = {**made.session, "participant": told.get("participant", "P-017"), "study": STUDY}
    return replace(
        made,
        session=session,
        announcement={**made.announcement, **told},
        manifest={**made.manifest, **told, **manifest},
    ).signed(device.key)


def sent(
    running: Running, device: EnrolledDevice, *, manifest: Json | None = None, **announced: Any
) -> Take:
    take = changed(make_take(device.id, [scene_part(30)]), device, manifest or {}, **announced)
    device.client.send(take)
    return take


def work(running: Running) -> None:
    here = running.receiver
    runner = Runner(here.data, here.database, here.jobs, threading.Event())
    while (claim := here.jobs.claim("worker")) is not None:
        runner.run(claim)


def exported(running: Running, target: Path) -> Export:
    here = running.receiver
    exporting = Exporting(here.data, here.database, here.annotations, running.clock)
    return exporting.export(STUDY, target)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def tree(target: Path) -> set[str]:
    return {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "export"


def test_a_study_becomes_a_tree_that_checks_itself(
    running: Running, device: EnrolledDevice, target: Path
) -> None:
    marked = {
        "markers": [{"t_s": 0.5, "name": "now\tthen", "source": "key"}],
        "gaps": [{"from_s": 0.1, "to_s": 0.2, "reason": "camera"}],
    }
    take = sent(running, device, manifest=marked)
    elsewhere = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(elsewhere)
    work(running)

    done = exported(running, target)

    visit = "sub-P017/ses-20261120T135900"
    stem = f"{visit}/beh/sub-P017_ses-20261120T135900_task-smile_run-01"
    assert (done.recordings, done.left_out) == ([take.id], {})
    assert tree(target) == {
        ".bidsignore",
        "README",
        "SHA256SUMS",
        "dataset_description.json",
        "participants.json",
        "participants.tsv",
        "sub-P017/sub-P017_sessions.tsv",
        f"{visit}/sub-P017_ses-20261120T135900_scans.tsv",
        f"{stem}_audiovideo.mp4",
        f"{stem}_audiovideo.json",
        f"{stem}_events.tsv",
        f"{stem}_events.json",
    }
    checked = subprocess.run(
        ["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=target, check=False, capture_output=True
    )
    assert (checked.returncode, checked.stdout) == (0, b"")
    film = running.receiver.data.recording(take.session_id, take.id).assembled
    assert (target / f"{stem}_audiovideo.mp4").read_bytes() == film.read_bytes()
    assert rows(target / "participants.tsv") == [
        {"participant_id": "sub-P017", "source_id": "P-017"}
    ]
    assert rows(target / f"{stem}_events.tsv") == [
        {"onset": "0.1", "duration": "0.1", "trial_type": "gap", "source": "camera"},
        {"onset": "0.5", "duration": "0", "trial_type": "now then", "source": "key"},
    ]
    (scan,) = rows(target / f"{visit}/sub-P017_ses-20261120T135900_scans.tsv")
    assert (target / visit / scan["filename"]).is_file()
    card = json.loads((target / f"{stem}_audiovideo.json").read_bytes())
    assert (card["TaskName"], card["Width"], card["Height"]) == ("smile", 320, 240)
    assert card["Holdfast"]["recording"] == take.id
    assert card["Holdfast"]["manifest_sha256"]
    assert "P-017" not in json.dumps(card)
    described = json.loads((target / "dataset_description.json").read_bytes())
    assert (described["Name"], described["DatasetType"]) == (STUDY, "raw")


def test_participants_takes_and_cameras_are_told_apart(
    running: Running, device: EnrolledDevice, target: Path
) -> None:
    first = sent(running, device, participant="P-1")
    twin = changed(
        make_take(device.id, [scene_part(30)], session=first.session_id),
        device,
        {},
        participant="P-1",
    )
    device.client.send(replace(twin, session=first.session))
    sent(running, device, participant="P1")
    sent(running, device, participant="p 1", take=3)
    work(running)

    done = exported(running, target)

    people = {row["source_id"]: row["participant_id"] for row in rows(target / "participants.tsv")}
    assert people.keys() == {"P-1", "P1", "p 1"}
    assert len({each.lower() for each in people.values()}) == 3
    films = [path for path in tree(target) if path.endswith(".mp4")]
    assert len(films) == len(done.recordings) == 4
    both = [path for path in films if path.startswith(f"{people['P-1']}/")]
    assert len(both) == 2
    assert all("_recording-" in path for path in both)
    assert sum("_run-03_" in path for path in films) == 1


def test_what_cannot_be_played_is_named_and_comes_with_the_next_export(
    running: Running, device: EnrolledDevice, target: Path
) -> None:
    first = sent(running, device)
    work(running)
    second = sent(running, device, participant="P-018")

    done = exported(running, target)
    assert done.recordings == [first.id]
    assert "still preparing" in done.left_out[second.id]
    film = next(target.rglob("*.mp4"))
    inode = film.stat().st_ino

    work(running)
    again = exported(running, target)

    # Both were made in one millisecond, so that their ids are in any order.
    assert (set(again.recordings), again.left_out) == ({first.id, second.id}, {})
    assert film.stat().st_ino == inode
    assert again.removed == []


def test_what_was_withdrawn_since_leaves_the_tree(
    running: Running, device: EnrolledDevice, target: Path
) -> None:
    kept = sent(running, device)
    gone = sent(running, device, participant="P-018")
    work(running)
    exported(running, target)
    assert any("sub-P018" in path for path in tree(target))
    (target / "notes.txt").write_text("mine")
    # As a withdrawal does it, once it is through.
    from server.db.models import RecordingRow

    with running.receiver.database.writing() as session:
        session.delete(session.get_one(RecordingRow, gone.id))

    done = exported(running, target)

    assert done.recordings == [kept.id]
    assert not any("sub-P018" in path for path in tree(target))
    assert "sub-P018" not in (target / "participants.tsv").read_text()
    assert (target / "notes.txt").read_text() == "mine"


def test_a_quarantined_recording_is_left_out(
    running: Running, device: EnrolledDevice, target: Path
) -> None:
    from server.db.models import RecordingRow

    take = sent(running, device)
    with running.receiver.database.writing() as session:
        session.get_one(RecordingRow, take.id).scan = "quarantined"

    done = exported(running, target)

    assert done.recordings == []
    assert "scan found something" in done.left_out[take.id]
    assert not list(target.rglob("*.mp4"))


def test_other_peoples_folders_are_left_alone(
    running: Running, device: EnrolledDevice, target: Path
) -> None:
    sent(running, device)
    target.mkdir()
    (target / "thesis.txt").write_text("mine")

    with pytest.raises(ExportRefused, match="not empty"):
        exported(running, target)
    with pytest.raises(ExportRefused, match="in each other"):
        exported(running, running.receiver.data.root / "export")

    assert tree(target) == {"thesis.txt"}


def test_a_study_that_nobody_knows_makes_no_folder(running: Running, target: Path) -> None:
    with pytest.raises(ExportRefused, match="No recording"):
        exported(running, target)
    assert not target.exists()


def test_labels_have_letters_and_digits_only_and_never_meet() -> None:
    made = bids.labels(["P-1", "P1", "p1", "ä", "ö", "../../etc", "Kim"])

    assert len({each.lower() for each in made.values()}) == len(made)
    assert all(each.isalnum() and each.isascii() for each in made.values())
    assert made["Kim"] == "Kim"


def test_no_value_breaks_a_table() -> None:
    told = bids.table(("a", "b"), [{"a": "x\ty\r\nz\u2028", "b": None}])

    assert told == b"a\tb\nx y  z \tn/a\n"

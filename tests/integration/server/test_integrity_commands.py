"""`holdfast admin check`, `scrub`, `rebuild`, and a data folder that is not the one of before."""

import json
import subprocess
from pathlib import Path

from tests.support.other_disk import other_disk, pulled_out
from tests.support.received import make_take, scene_part
from tests.support.serving import COMMAND, START_TIMEOUT_S, Serving


def run(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, "admin", "--data", str(data), *words],
        capture_output=True,
        text=True,
        timeout=START_TIMEOUT_S,
        check=False,
    )


def test_what_has_rotted_is_found_scrubbed_and_sent_again(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Serving(data) as serving:
        device = serving.enrolled()
        take = make_take(device.id, [scene_part(90)]).signed(device.key)
        receipt = device.client.send(take)
        fine = run(data, "check", "--read-data")
        refused = run(data, "rebuild")
        (segment,) = data.glob("sessions/*/*/segments/000001.mp4")
        segment.write_bytes(bytes(len(take.pieces[1].data)))
        by_size = run(data, "check")
        by_bytes = run(data, "check", "--read-data-subset", "1/1", "--json")
        scrubbed = run(data, "scrub", "--all", "--json")
        assert device.client.put_chunk(take.id, 1, take.pieces[1].data).status_code == 201
        assert device.client.finalise(take) == receipt

    assert (fine.returncode, by_size.returncode) == (0, 0), fine.stdout + by_size.stdout
    assert fine.stdout.startswith("1 recordings, 2 segments, of which 2 were read (")
    assert fine.stdout.endswith("): all is as it should be.\n")
    assert refused.returncode == 1
    assert refused.stderr.startswith("A receiver serves ")
    (found,) = json.loads(by_bytes.stdout)["findings"]
    assert (by_bytes.returncode, found["kind"], found["segment"]) == (1, "wrong_bytes", 1)
    assert scrubbed.returncode == 1
    assert json.loads(scrubbed.stdout)["wanted_again"] == [f"{take.id}/1"]
    rebuilt = run(data, "rebuild", "--json")
    assert rebuilt.returncode == 0, rebuilt.stderr
    told = json.loads(rebuilt.stdout)
    assert (told["recordings"], told["segments"]) == ({"stored": 1}, 2)
    assert (told["wanted_again"], (Path(told["put_aside"]) / "holdfast.db").exists()) == (0, True)
    assert run(data, "check", "--read-data").returncode == 0


def test_a_share_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    refused = run(tmp_path / "data", "check", "--read-data-subset", "0/3")

    assert refused.returncode == 2
    assert "is no share" in refused.stderr
    assert not (tmp_path / "data").exists()


def test_a_disk_that_is_not_mounted_is_not_begun_anew(tmp_path: Path) -> None:
    home = {"HOLDFAST_HOME": str(tmp_path / "home")}
    with other_disk(tmp_path) as disk:
        data = disk / "data"
        with Serving(data, environment=home):
            pass
        with pulled_out(data):
            refused = subprocess.run(
                [*COMMAND, "serve", "--home", home["HOLDFAST_HOME"], "--data", str(data)],
                capture_output=True,
                text=True,
                timeout=START_TIMEOUT_S,
                check=False,
            )
            told = subprocess.run(
                [*COMMAND, "admin", "--home", home["HOLDFAST_HOME"], "--data", str(data), "check"],
                capture_output=True,
                text=True,
                timeout=START_TIMEOUT_S,
                check=False,
            )
            assert list(data.iterdir()) == []
        with Serving(data, environment=home):
            pass

    assert refused.returncode == 1
    assert "is its disk mounted?" in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert (told.returncode, told.stderr) == (1, refused.stderr)


def test_a_damaged_database_costs_a_start_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Serving(data) as serving:
        device = serving.enrolled()
        take = make_take(device.id, [scene_part(30)]).signed(device.key)
        receipt = device.client.send(take)
    database = data / "holdfast.db"
    database.write_bytes(b"rubbish" * 1000)

    with Serving(data) as serving:
        again = type(device.client)(serving.url, device.client.token)
        assert again.finalise(take) == receipt

    (aside,) = data.glob("quarantine/database-*/holdfast.db")
    assert aside.read_bytes() == b"rubbish" * 1000

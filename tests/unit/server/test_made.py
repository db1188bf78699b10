"""What is made of a recording: by real processes, kept as results, given over the API."""

import io
from pathlib import Path

import av
import pytest

from holdfast.ids import new_id
from holdfast.jsonform import Json
from server.auth.policy import Role
from server.jobs.kinds import DERIVED
from server.jobs.passport_section import of_receiver
from tests.support.brought import bring, folder_of, jobs_of, work_off
from tests.support.footage import make_footage
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running

OURS = ("thumbnail", "sprite", "waveform", "transcode", "quality", "passport")


@pytest.fixture
def only_films(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Instead of films only: what a test asks for."""
    monkeypatch.setenv("HOLDFAST_JOBS__BY_THEMSELVES", getattr(request, "param", "none"))


@pytest.mark.parametrize("only_films", [",".join(OURS)], indirect=True)
def test_of_our_own_recording_all_is_made_and_no_copy(
    running: Running, device: EnrolledDevice
) -> None:
    take = make_take(device.id, [scene_part(60)]).signed(device.key)
    device.client.send(take)
    assert set(OURS) <= {each.name for each in DERIVED}
    viewer = running.user(Role.VIEWER)
    before = viewer.get(f"/api/v1/recordings/{take.id}/passport")

    work_off(running.receiver)

    results = viewer.get(f"/api/v1/recordings/{take.id}/results")["results"]
    assert set(OURS) <= set(results)
    assert (results["transcode"]["files"], results["transcode"]["facts"]["skipped"]) == ([], True)
    path = f"/api/v1/recordings/{take.id}"
    picture = viewer.call("GET", f"{path}/thumbnail")
    assert (picture.headers["Content-Type"], picture.content[:3]) == ("image/jpeg", b"\xff\xd8\xff")
    assert viewer.call("GET", f"{path}/sprite").content[:3] == b"\xff\xd8\xff"
    assert len(viewer.get(f"{path}/waveform")["peaks"]) == pytest.approx(100, abs=2)
    assert viewer.get(f"{path}/quality")["picture"]["looks"] == 4
    # The film itself is what browsers play.
    playback = viewer.call("GET", f"{path}/video?variant=playback")
    assert playback.content == viewer.call("GET", f"{path}/video").content
    page = viewer.call("GET", f"{path}/passport?format=html")
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "At the receiver" in page.text
    assert "Measured on the film" in page.text
    check_passport(running, take, viewer.get(f"{path}/passport"))
    assert before["receiver"]["custody"]["playable"] is False


def check_passport(running: Running, take: Take, passport: Json) -> None:
    """It tells of hashes, custody, jobs and what was sent."""
    recording, here = passport["recordings"][0], passport["receiver"]
    assert [each["sha256"] for each in recording["segments"]] == [
        each.entry["sha256"] for each in take.pieces
    ]
    assert all(each["here"] for each in recording["segments"])
    assert recording["video"]["camera"]["name"]
    assert recording["frame_rate"]["mean_fps"] == pytest.approx(30, abs=0.01)
    assert here["receipt"]["manifest_sha256"] == recording["manifest_sha256"]
    assert here["custody"]["playable"] is True
    assert {each["kind"]: each["state"] for each in here["jobs"]}["quality"] == "succeeded"
    assert here["transfers"]["chunks"] == len(take.pieces)
    kept = folder_of(running.receiver, take.id).passport_page.read_text()
    assert recording["manifest_sha256"] in kept


@pytest.mark.parametrize("only_films", ["transcode"], indirect=True)
def test_footage_that_no_browser_plays_gets_a_copy_and_is_itself_untouched(
    running: Running, tmp_path: Path
) -> None:
    file = make_footage(tmp_path / "old.avi", codec="msmpeg4", sound=None)
    recording = bring(running.receiver, file)
    viewer = running.user(Role.VIEWER)
    early = viewer.call("GET", f"/api/v1/recordings/{recording}/sprite")

    work_off(running.receiver)

    path = f"/api/v1/recordings/{recording}"
    original = viewer.call("GET", f"{path}/video")
    playback = viewer.call("GET", f"{path}/video?variant=playback")
    part = viewer.call("GET", f"{path}/video?variant=playback", headers={"Range": "bytes=0-99"})
    again = viewer.call(
        "GET",
        f"{path}/video?variant=playback",
        headers={"If-None-Match": playback.headers["ETag"]},
    )
    assert (early.status_code, early.json()["code"]) == (404, "not_ready")
    assert original.content == file.read_bytes()
    assert original.headers["Content-Type"] == "video/x-msvideo"
    with av.open(io.BytesIO(playback.content)) as film:
        assert film.streams.video[0].codec_context.name == "h264"
    assert (part.status_code, part.content) == (206, playback.content[:100])
    assert again.status_code == 304
    assert jobs_of(running.receiver, recording)["transcode"].state == "succeeded"
    told = viewer.get(f"{path}/passport")["recordings"][0]
    assert (told["duration_s"], told["frames"], told["app_version"]) == (2.0, 50, None)
    assert told["video"]["camera"]["name"] == "another camera (old.avi)"
    page = viewer.call("GET", f"{path}/passport?format=html").text
    assert ("Recorded by" in page, "2.000 s" in page) == (False, True)
    taken = running.user(Role.OPERATOR).call("GET", f"{path}/download")
    assert f"{recording}.avi" in taken.headers["Content-Disposition"]


def test_what_others_wrote_is_text_in_a_passport() -> None:
    evil = "<script>alert(1)</script>"
    job = {"kind": evil, "state": evil, "attempts": 1, "created_at": evil, "finished_at": None}
    film = {"file": evil, "width": 1, "height": 1, "codec": evil, "duration_s": 1.0, "frames": 1}
    file = {"name": evil, "size_bytes": 1}

    html = of_receiver(
        {
            "receipt": {"receiver": evil, "stored_at": evil, "key_id": evil},
            "playable": {"reason": evil},
            "film": {"ok": False, "reason": evil, "files": [{**film, "audio": None}]},
            "results": [{"kind": evil, "version": 1, "at": evil, "files": [file]}],
            "jobs": [{**job, "error": evil}],
        }
    )

    assert html.count("&lt;script&gt;") == 14
    assert "<script" not in html


def test_nothing_of_a_recording_is_given_to_who_may_not_see_it(
    running: Running, device: EnrolledDevice
) -> None:
    take = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(take)
    unknown = new_id(running.clock.now())

    for name in ("results", "sprite", "waveform", "quality", "passport"):
        path = f"/api/v1/recordings/{take.id}/{name}"
        assert running.anonymous().get(running.url + path).status_code == 401
        assert device.client.call("GET", path).status_code == 403
        viewer = running.user(Role.VIEWER)
        missing = viewer.call("GET", f"/api/v1/recordings/{unknown}/{name}")
        assert missing.status_code == 404
        refused = viewer.call("GET", f"/api/v1/recordings/{take.id}/passport?format=pdf")
        assert refused.status_code == 400

"""Other uploaders against the real `holdfast serve`: their own scripts, pages and clients."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests

from holdfast.clock import SystemClock
from holdfast.receiver_layout import ReceiverData
from server.receiver import open_receiver
from tests.support.chromium import chromium, visit
from tests.support.dialects import SessionUploader, stored_files
from tests.support.footage import make_footage
from tests.support.other_server import empty_page
from tests.support.receiver_client import Client
from tests.support.serving import Serving

GUIDE = Path(__file__).parents[3] / "docs" / "dialects.md"
TIMEOUT_S = 30
# As a browser's recorder gives it: pieces that are no files by themselves.
PAGE = """async ([base, chunkBytes]) => {
    const told = [];
    const failed = [];
    async function ask(path, body) {
        const said = body instanceof FormData ? {body} : {
            body: JSON.stringify(body),
            headers: {"Content-Type": "application/json"},
        };
        for (let attempt = 0; attempt < 3; attempt++) {
            const answer = await fetch(base + path, {method: "POST", ...said});
            if (answer.ok) return await answer.json();
            failed.push(answer.status);
        }
        throw new Error(path + " failed");
    }
    const {session_id} = await ask("/api/session/create", {participant_id: "test_participant"});
    const canvas = document.createElement("canvas");
    canvas.width = 160;
    canvas.height = 120;
    const pen = canvas.getContext("2d");
    const kind = {mimeType: "video/webm;codecs=vp9"};
    const recorder = new MediaRecorder(canvas.captureStream(25), kind);
    const pieces = [];
    recorder.ondataavailable = event => pieces.push(event.data);
    const stopped = new Promise(done => { recorder.onstop = done; });
    recorder.start(100);
    for (let picture = 0; picture < 40; picture++) {
        pen.fillStyle = `hsl(${picture * 9} 90% 50%)`;
        pen.fillRect(0, 0, 160, 120);
        pen.fillStyle = "white";
        pen.fillRect(picture * 3, 40, 30, 30);
        await new Promise(done => setTimeout(done, 40));
    }
    recorder.stop();
    await stopped;
    const blob = new Blob(pieces, {type: "video/webm"});
    const total = Math.ceil(blob.size / chunkBytes);
    // The last one first: nothing says in which order chunks arrive.
    for (let index = total - 1; index >= 0; index--) {
        const form = new FormData();
        form.append("session_id", session_id);
        form.append("video_id", "from_the_page");
        form.append("chunk_index", index);
        form.append("total_chunks", total);
        form.append("chunk", blob.slice(index * chunkBytes, (index + 1) * chunkBytes));
        told.push(await ask("/api/upload/chunk", form));
    }
    await ask("/api/upload/metadata", {
        session_id, video_id: "from_the_page", prompt_id: "smile", duration: 1.6,
        file_size: blob.size, codec: "vp9", resolution: "160x120", frame_rate: 25,
        browser: navigator.userAgent, timestamp: new Date().toISOString(),
    });
    const session = await (await fetch(base + "/api/session/" + session_id)).json();
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const digest = await crypto.subtle.digest("SHA-256", bytes);
    const sha256 = [...new Uint8Array(digest)].map(b => b.toString(16).padStart(2, "0")).join("");
    return {told, session, total, sha256, failed};
}"""


@pytest.fixture(scope="module")
def frontend() -> Iterator[str]:
    """Where the pages of these uploaders come from, which is not the receiver."""
    with empty_page() as url:
        yield url


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory, frontend: str) -> Iterator[Serving]:
    words = ("--dialects-open", "--dialects-port", "0", "--cors-origin", frontend)
    with Serving(tmp_path_factory.mktemp("dialects") / "data", words=words) as running:
        yield running


def wait_for_job(serving: Serving, job: str) -> dict[str, Any]:
    """The job once it has ended; the worker's own time limits end it."""
    while True:
        found: dict[str, Any] = requests.get(f"{serving.url}/jobs/{job}", timeout=TIMEOUT_S).json()
        if found["status"] not in ("queued", "running"):
            return found
        time.sleep(0.2)


@pytest.mark.jq
def test_the_curl_script_of_the_guide_runs_word_for_word(serving: Serving) -> None:
    (script,) = re.findall(r"^```bash\n(.*?)^```$", GUIDE.read_text("utf-8"), re.M | re.S)
    assert script.count("http://localhost:5000/") == 4
    port = urlsplit(serving.url).port

    done = subprocess.run(
        ["bash", "-c", script.replace("localhost:5000", f"localhost:{port}")],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    said = re.fullmatch(r"Session ID: (\S+)\n(\{.*?\})(\{.*?\})(\{.*\})\n", done.stdout, re.S)
    assert said is not None, done.stdout
    session = said[1]
    complete, saved, verified = (json.loads(said[number]) for number in (2, 3, 4))
    assert complete == {
        "status": "video_complete",
        "video_id": "test_video_001",
        "file_path": f"{session}/test_video_001.webm",
    }
    assert saved == {"status": "metadata_saved", "video_id": "test_video_001"}
    assert (verified["session_id"], verified["status"]) == (session, "created")
    (video,) = verified["videos"]
    assert (video["video_id"], video["prompt_id"]) == ("test_video_001", "test")
    assert stored_files(serving.data, session) == [b"test data\n"]


@pytest.mark.browser
def test_a_page_records_and_uploads_with_fetch(serving: Serving, frontend: str) -> None:
    with chromium() as browser, visit(browser) as person:
        person.open(frontend)
        told = person.page.evaluate(PAGE, [serving.url, 1000])
        assert person.complaints == []

    assert told["failed"] == []
    assert told["total"] > 2
    assert [each["status"] for each in told["told"][:-1]] == ["chunk_received"] * (
        told["total"] - 1
    )
    assert told["told"][-1]["status"] == "video_complete"
    (video,) = told["session"]["videos"]
    assert (video["video_id"], video["prompt_id"]) == ("from_the_page", "smile")
    opened = open_receiver(ReceiverData(serving.data), SystemClock())
    try:
        (view,) = opened.custody.in_session(told["session"]["session_id"])
        receipt = json.loads(opened.recordings.receipt(view.id, None))
    finally:
        opened.close()
    assert receipt["segments"][0]["sha256"] == told["sha256"]
    jobs = requests.get(f"{serving.url}/jobs", timeout=TIMEOUT_S).json()
    (job,) = (job for job in jobs if job["sessionId"] == told["session"]["session_id"])
    assert wait_for_job(serving, job["jobId"])["status"] == "completed"


def test_an_import_is_worked_on_until_it_is_completed(serving: Serving, tmp_path: Path) -> None:
    """The smoke test of the clients' own guide, with its metadata as its shell sends them."""
    video = make_footage(tmp_path / "video.mp4")
    script = f"""curl -sS -X POST "{serving.url}/sessions/import" \\
  -F "video=@{video}" \\
  -F 'metadata={{\\"sessionName\\":\\"Test Session\\"}};type=application/json'"""

    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, timeout=60, check=True
    )

    told = json.loads(done.stdout)
    assert set(told) == {"jobId", "sessionId"}
    job = wait_for_job(serving, told["jobId"])
    assert (job["status"], job["progress"], job["error"]) == ("completed", 1.0, None)
    sessions = requests.get(f"{serving.url}/sessions", timeout=TIMEOUT_S).json()
    (listed,) = (each for each in sessions if each["sessionId"] == told["sessionId"])
    assert (listed["sessionName"], listed["status"]) == ("Test Session", "completed")
    session = requests.get(f"{serving.url}/sessions/{told['sessionId']}", timeout=TIMEOUT_S).json()
    (played,) = session["videos"]
    assert (played["width"], played["height"], played["playable"]) == (160, 120, True)
    assert stored_files(serving.data, told["sessionId"]) == [video.read_bytes()]


def test_a_trial_that_others_could_reach_does_not_start(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "holdfast", "serve", "--data", str(tmp_path / "data")),
            *("--host", "0.0.0.0", "--dialects-open"),
        ],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 1
    assert "127.0.0.1 only" in done.stderr
    assert not (tmp_path / "data").exists()


def test_what_was_answered_survives_a_power_cut(tmp_path: Path) -> None:
    """Chunks at their place and chunks that came early, and the file whole after the restart."""
    chunks = [bytes([number]) * (70_000 + number) for number in range(6)]
    with Serving(tmp_path / "data", words=("--dialects", "--dialects-port", "0")) as first:
        device = first.enrolled()
        session = SessionUploader(device.client).create()
        for number in (0, 1, 3, 5):
            told = SessionUploader(device.client).chunk(session, "v", number, 6, chunks[number])
            assert told.json()["status"] == "chunk_received"
        first.kill()

    with Serving(tmp_path / "data", words=("--dialects", "--dialects-port", "0")) as again:
        uploader = SessionUploader(Client(again.url, device.client.token))
        answers = [uploader.chunk(session, "v", each, 6, chunks[each]).json() for each in (3, 4, 2)]

    assert [answer.get("received") for answer in answers] == [4, 5, None]
    assert answers[-1]["status"] == "video_complete"
    assert stored_files(tmp_path / "data") == [b"".join(chunks)]
    assert list((tmp_path / "data" / "incoming").iterdir()) == []

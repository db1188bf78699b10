"""Tracking from a file that is handed in to the numbers, as the guide and its clients do it."""

import json
import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.support.moving_face import Walk, face_film, swaying
from tests.support.serving import Serving

GUIDE = Path(__file__).parents[3] / "docs" / "tracking.md"
HIDDEN = ((2.0, 3.0),)


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    words = ("--dialects-open", "--dialects-port", "0")
    own = {"HOLDFAST_JOBS__BY_THEMSELVES": "track"}
    with Serving(tmp_path_factory.mktemp("tracking") / "data", own, words=words) as running:
        yield running


def steps() -> list[str]:
    """The commands of the guide, one step each."""
    found = re.findall(r"^   ```bash\n(.*?)^   ```$", GUIDE.read_text("utf-8"), re.M | re.S)
    assert len(found) == 4
    return [re.sub("^   ", "", each, flags=re.M) for each in found]


def run(serving: Serving, step: str, **places: str) -> list[Any]:
    """What the commands of a step answer, the guide's places filled in, each a JSON value."""
    assert "localhost:8000" in step
    script = step.replace("localhost:8000", f"localhost:{urlsplit(serving.url).port}")
    for name, value in places.items():
        script = script.replace(f"<{name}>", value).replace(f"/path/to/{name}.mp4", value)
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, timeout=60, check=True
    )
    read, rest = json.JSONDecoder(), done.stdout.strip()
    answers = []
    while rest:
        value, end = read.raw_decode(rest)
        answers.append(value)
        rest = rest[end:].strip()
    return answers


@pytest.mark.jq
def test_the_five_steps_of_the_guide_run_word_for_word(serving: Serving, tmp_path: Path) -> None:
    video = face_film(tmp_path / "video.mp4", [Walk(swaying, HIDDEN)], 4, fps=10)
    importing, job_of, sessions_of, results_of = steps()

    (told,) = run(serving, importing, video=str(video))
    assert set(told) == {"jobId", "sessionId"}

    (job,) = run(serving, job_of, jobId=told["jobId"])
    while job["status"] in ("queued", "running"):
        time.sleep(0.2)
        (job,) = run(serving, job_of, jobId=told["jobId"])
    assert (job["status"], job["progress"], job["error"]) == ("completed", 1.0, None)

    listed, session = run(serving, sessions_of, sessionId=told["sessionId"])
    assert [each["sessionName"] for each in listed] == ["Test Session"]
    assert (session["status"], session["hasInstructorTrackingResult"]) == ("completed", True)

    (found,) = session["videos"]
    assert (found["width"], found["height"], found["frameCount"]) == (640, 360, 40)
    assert found["fps"] == pytest.approx(10, abs=0.1)

    (payload,) = run(serving, results_of, sessionId=told["sessionId"])
    assert payload["version"] == "v1"
    assert payload["engine"]["name"] == "haar-face"
    assert set(payload["derivedMetrics"]) == {
        "coveragePercent",
        "gapsCount",
        "longestGapSec",
        "totalDistance",
        "jitter",
    }
    _is_true(payload)


def _is_true(payload: dict[str, Any]) -> None:
    """It is about the face of the film, and nothing else."""
    assert payload["frameDetections"]
    for each in payload["frameDetections"]:
        x, y, width, height = each["box"]
        assert (x + width / 2, y + height / 2) == pytest.approx(swaying(each["t"]), abs=0.02)
    assert payload["gaps"] == [[2.0, 3.0]]
    assert payload["derivedMetrics"]["coveragePercent"] == 75.0

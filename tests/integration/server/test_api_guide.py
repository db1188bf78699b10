"""The commands of docs/api.md, run as they stand there against a real receiver."""

import os
import re
import subprocess
from pathlib import Path

from holdfast.protocol import PROBLEMS
from tests.support.serving import Serving, admin

GUIDE = Path(__file__).parents[3] / "docs" / "api.md"


def shell_blocks() -> list[str]:
    return re.findall(r"^```sh\n(.*?)^```$", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def test_the_walk_through_works_as_written(tmp_path: Path) -> None:
    assert len(shell_blocks()) == 7
    desk = tmp_path / "desk"
    desk.mkdir()
    with Serving(tmp_path / "data") as serving:
        code = admin(serving.data, "device", "add", "my-script")["code"]
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", "\n".join(shell_blocks())],
            cwd=desk,
            env={**os.environ, "RECEIVER": serving.url, "CODE": code},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert "manifest.json: OK" in done.stdout
        stored = serving.user().get("/api/v1/statistics")["stored_bytes"]

    assert stored == 3_000_000
    sent = (desk / "segment.bin").read_bytes()
    (kept,) = (tmp_path / "data" / "sessions").glob("*/*/segments/000000.mp4")
    assert kept.read_bytes() == sent


def test_the_guide_lists_every_problem() -> None:
    listed = re.findall(r"^\| `(\w+)` \| (\d+) \|", GUIDE.read_text("utf-8"), re.MULTILINE)

    assert [(code, int(status)) for code, status in listed] == [
        (kind.code, kind.status) for kind in PROBLEMS.values()
    ]

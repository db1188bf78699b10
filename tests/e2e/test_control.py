"""The example of docs/control.md, as it stands there, at a real `holdfast record --control`."""

import re
import subprocess
import sys
from pathlib import Path

from desktop.control import socket_path
from holdfast.layout import Home
from tests.e2e.test_record import manifest_of, wait_for_first_bytes
from tests.support.command_line import Running

GUIDE = Path(__file__).parents[2] / "docs" / "control.md"


def test_the_example_of_the_guide(home: Path, tmp_path: Path) -> None:
    (home / "config.toml").write_text("[capture]\nwidth = 320\nheight = 240\n")
    (example,) = re.findall(r"```python\n(.*?)```", GUIDE.read_text(), re.DOTALL)
    program = tmp_path / "trials.py"
    program.write_text(example)
    with Running(home, "record", "--source", "test", "--control", "--json") as recording:
        recording.wait_until_it_says("Ctrl+C stops and keeps it")
        wait_for_first_bytes(home)
        said = subprocess.run(
            [sys.executable, str(program), str(socket_path(Home(home)))],
            check=False,
            capture_output=True,
            text=True,
            timeout=60,
        )
        ended = recording.ended()

    assert (said.returncode, said.stdout, said.stderr) == (0, "recording\n", "")
    assert ended.exit_code == 0
    manifest = manifest_of(home)
    assert [(each.name, each.source) for each in manifest.markers] == [
        ("trial 1", "socket"),
        ("in between", "socket"),
        ("trial 2", "socket"),
    ]
    assert manifest.state == "complete"
    assert not socket_path(Home(home)).exists()

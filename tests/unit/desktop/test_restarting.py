"""Starting anew: the same program with the same words, in the place of this one."""

import subprocess
import sys

from holdfast.version import VERSION

AGAIN = """
import os, sys
from desktop.restarting import start_anew
print(os.getpid(), flush=True)
sys.argv = ["holdfast", "--version"]
start_anew()
"""


def test_it_is_started_with_the_words_it_was_started_with() -> None:
    done = subprocess.run(
        [sys.executable, "-c", AGAIN], capture_output=True, text=True, timeout=60, check=False
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[1] == f"holdfast {VERSION}"

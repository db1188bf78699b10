"""The real `holdfast` beside a real screen: a command to its end, or as long as it is wanted."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def holdfast(*words: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "holdfast", *words],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@contextmanager
def running(*words: str, env: dict[str, str] | None = None) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "holdfast", *words],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=30)
        finally:
            process.kill()
            if process.stdout is not None:
                process.stdout.close()


def until(holds: Callable[[], bool], what: str, limit_s: float = 45) -> None:
    for _ in range(int(limit_s / 0.25)):
        if holds():
            return
        time.sleep(0.25)
    raise AssertionError(f"not within {limit_s} s: {what}")


def answer_of(*words: str) -> Any:
    """What a command says with `--json`; it has to succeed."""
    done = holdfast(*words, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@contextmanager
def receiver(data: Path, port: int = 0) -> Iterator[str]:
    """A receiver while it is reachable; its address."""
    with running("serve", "--data", str(data), "--port", str(port)) as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[3]


def enrol(data: Path, home: Path, url: str) -> None:
    """Make `home` a device of the receiver in `data`, which answers at `url`."""
    code = answer_of("admin", "--data", str(data), "device", "add", "Lab laptop")["code"]
    enrolled = holdfast("enrol", "--home", str(home), url, code)
    assert enrolled.returncode == 0, enrolled.stderr

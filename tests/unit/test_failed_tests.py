"""Tests of the list of failed tests that is run again: all of them, by their whole names."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
_TESTS = """
import pytest

@pytest.mark.parametrize("word", ["two words", "other"])
def test_that_fails(word):
    assert not word

def test_that_passes():
    pass
"""


def listed(cache: Path) -> list[str]:
    command = [sys.executable, "scripts/failed_tests.py", str(cache)]
    found = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return found.stdout.splitlines()


def test_failed_tests_are_named_as_pytest_takes_them(tmp_path: Path) -> None:
    (tmp_path / "test_some.py").write_text(_TESTS)
    cache = tmp_path / "cache"
    pytest_here = [sys.executable, "-m", "pytest", "-q", "-o", f"cache_dir={cache}"]
    first = subprocess.run(
        [*pytest_here, "test_some.py"], check=False, cwd=tmp_path, capture_output=True
    )
    assert first.returncode == 1

    names = listed(cache)

    assert len(names) == 2
    again = subprocess.run(
        [*pytest_here, *names], check=False, cwd=tmp_path, capture_output=True, text=True
    )
    assert "2 failed" in again.stdout


def test_without_failures_there_is_no_line(tmp_path: Path) -> None:
    assert listed(tmp_path) == []

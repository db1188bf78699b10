"""In CI a test that was skipped is a test that failed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
CONFTEST = PROJECT / "tests" / "conftest.py"

SKIPS = {
    "in the test": "import pytest\ndef test_it():\n    pytest.skip('no such device')\n",
    "by a mark": "import pytest\n@pytest.mark.skip('no such device')\ndef test_it():\n    pass\n",
    "the module": "import pytest\npytest.skip('no such device', allow_module_level=True)\n",
    "in a fixture": (
        "import pytest\n@pytest.fixture\ndef device():\n    pytest.skip('no such device')\n"
        "def test_it(device):\n    pass\n"
    ),
}
EXPECTED_FAILURE = (
    "import pytest\n@pytest.mark.xfail(reason='known')\ndef test_it():\n    assert False\n"
)


def run_pytest(
    folder: Path, test: str, ci: str, path: str = os.defpath
) -> subprocess.CompletedProcess[str]:
    shutil.copy(CONFTEST, folder)
    (folder / "test_it.py").write_text(test)
    (folder / "pytest.ini").write_text("[pytest]\n")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:pytest-qt", "-rs"],
        cwd=folder,
        env={"CI": ci, "PATH": path, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("test", SKIPS.values(), ids=SKIPS.keys())
def test_a_skip_fails_in_ci_and_says_why(tmp_path: Path, test: str) -> None:
    result = run_pytest(tmp_path, test, ci="true")

    assert result.returncode != 0
    assert "In CI nothing may be skipped" in result.stdout
    assert "no such device" in result.stdout


def test_a_skip_is_only_reported_elsewhere(tmp_path: Path) -> None:
    result = run_pytest(tmp_path, SKIPS["in the test"], ci="")

    assert result.returncode == 0
    assert "no such device" in result.stdout


def test_an_expected_failure_is_no_skip(tmp_path: Path) -> None:
    assert run_pytest(tmp_path, EXPECTED_FAILURE, ci="true").returncode == 0


def test_a_marked_test_names_the_program_that_is_missing(tmp_path: Path) -> None:
    marked = "import pytest\n@pytest.mark.browser\ndef test_it():\n    pass\n"

    result = run_pytest(tmp_path, marked, ci="true", path=str(tmp_path))

    assert result.returncode != 0
    assert "chromium not installed" in result.stdout

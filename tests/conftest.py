"""What every test gets: no skips in CI, no screen, a home of its own.

Markers like `audio` and `browser` name a program that the test starts; where it is missing the
test is skipped with that reason, and in CI (`CI=true`) a skip is a failure.
"""

import gc
import os
import shutil
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings

# Beside this page: how a run ends.
pytest_plugins = ["tests.support.session_end"]

IN_CI = os.environ.get("CI", "").lower() == "true"

# Before anything imports Qt or keyring: tests open no window and touch nobody's secrets.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

# No deadlines: these machines share their processors. In CI every run tries the same examples.
settings.register_profile("local", deadline=None, print_blob=True)
settings.register_profile("ci", deadline=None, print_blob=True, derandomize=True)
settings.load_profile("ci" if IN_CI else "local")

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

PROGRAMS: dict[str, tuple[str, ...]] = {
    "audio": ("pulseaudio", "pactl"),
    "screen": ("Xvfb",),
    "browser": ("chromium",),
    "strace": ("strace",),
    "trace": ("strace",),
    "probe": ("ffprobe",),
    "jq": ("curl", "jq"),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a marked test where a program that it starts is not installed."""
    for marker, programs in PROGRAMS.items():
        missing = [program for program in programs if shutil.which(program) is None]
        if missing and item.get_closest_marker(marker):
            pytest.skip(f"{', '.join(missing)} not installed (scripts/system-packages.sh test)")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests on a disk of their own where nothing may be mounted.

    Not a skip, which CI forbids: what they prove is proved with injected errors everywhere.
    """
    mounting = [item for item in items if item.get_closest_marker("mount")]
    if not mounting:
        return
    from tests.support.bad_disk import may_mount

    if not may_mount():
        config.hook.pytest_deselected(items=mounting)
        items[:] = [item for item in items if item not in mounting]


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: nobody looks through it for garbage again.

    Each test leaves cycles, and looking through hundreds of thousands of objects for one test's
    takes longer than many a test.
    """
    gc.collect()
    gc.freeze()


def _fail_if_skipped(report: Report) -> Report:
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"In CI nothing may be skipped. {reason}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn the skip of a test into a failure in CI."""
    return _fail_if_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn the skip of a whole module into a failure in CI."""
    return _fail_if_skipped((yield))


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("HOLDFAST_")]:
        monkeypatch.delenv(name)
    # Hundreds of homes are made; those that need a reserve say so.
    monkeypatch.setenv("HOLDFAST_DISK__BALLAST_MIB", "0")
    # Hundreds of recordings too; a check costs a process, and those that want it say so.
    monkeypatch.setenv("HOLDFAST_QUALITY__ENABLED", "false")
    # Nobody is to be called by what a test breaks on purpose.
    monkeypatch.setenv("HOLDFAST_ALARMS__SOUND", "false")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for one installation, named by HOLDFAST_HOME to child processes too."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOLDFAST_HOME", str(folder))
    return folder

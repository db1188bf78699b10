"""One demo for all tests that look at what it made."""

import compileall

import pytest

from tests.pulse import pulse
from tests.support.chromium import browser
from tests.support.demo_run import PROJECT, Demo, run_traced_demo

__all__ = ["browser", "pulse"]

PACKAGES = ("holdfast", "desktop", "uploader", "server", "resources")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """A demo that ran to its end, traced."""
    for package in PACKAGES:
        # As the set-up does: compiled modules are part of an installation.
        compileall.compile_dir(PROJECT / package, quiet=1)
    folder = tmp_path_factory.mktemp("demo")
    run = run_traced_demo(folder / "home", folder / "trace")
    assert run.said.exit_code == 0, run.said.err
    return run

"""The script that installs system packages: what it does where it may install, and where not.

It runs with a PATH that holds only the tools it uses and stand-ins for Debian's: what they answer
is what the tests vary, and what they were asked is what the tests check.
"""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "system-packages.sh"
TOOLS = ("bash", "env", "sed", "tr", "grep", "cat", "uname")


@dataclass(frozen=True, slots=True)
class Machine:
    """A folder of programs that is all the script can see."""

    programs: Path
    asked: Path

    def add(self, name: str, script: str) -> None:
        program = self.programs / name
        program.write_text(f"#!/bin/bash\n{script}\n")
        program.chmod(0o755)

    def lacks(self, *packages: str) -> None:
        """Let dpkg-query name every package as installed, except these."""
        self.add(
            "dpkg-query",
            f'for name in "${{@:3}}"; do [[ " {" ".join(packages)} " == *" $name "* ]] ||'
            ' echo "installed $name"; done',
        )

    def may_install(self) -> None:
        """Let apt-get install everything; what it was asked is written to `asked`."""
        self.add("sudo", '[[ $1 == -n ]] && shift; "$@"')
        self.add("true", "exit 0")
        self.add("apt-cache", '[[ $2 != "chromium" ]]')
        self.add(
            "apt-get",
            f'echo "$*" >>"{self.asked}"\n'
            "if [[ $* == *install* ]]; then\n"
            f"""printf 'for name in "${{@:3}}"; do echo "installed $name"; done' """
            f'>"{self.programs}/dpkg-query"\nfi',
        )

    def run(self, profile: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", str(SCRIPT), profile],
            env={"PATH": str(self.programs)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    programs = tmp_path / "bin"
    programs.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found, f"these tests use {tool}"
        (programs / tool).symlink_to(found)
    return Machine(programs, tmp_path / "asked")


@pytest.mark.parametrize("profile", ["run", "test"])
def test_nothing_happens_where_everything_is_there(machine: Machine, profile: str) -> None:
    machine.lacks()
    machine.may_install()

    result = machine.run(profile)

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert not machine.asked.exists()


def test_what_is_missing_is_installed_at_once_under_the_name_it_has_here(machine: Machine) -> None:
    machine.lacks("xvfb", "chromium", "chromium-browser")
    machine.may_install()

    result = machine.run("test")

    assert (result.returncode, result.stderr) == (0, "")
    update, install = machine.asked.read_text().splitlines()
    assert update.endswith("update")
    assert install.endswith("install -y --no-install-recommends xvfb chromium-browser")


def test_a_package_that_only_tests_need_stops_nobody(machine: Machine) -> None:
    machine.lacks("xvfb", "curl")

    result = machine.run("test")

    assert result.returncode == 0
    assert result.stderr == "Not installed, so the tests that need it are skipped: xvfb curl\n"


def test_the_app_does_not_ask_for_what_only_tests_need(machine: Machine) -> None:
    machine.lacks("xvfb", "curl")

    assert machine.run("run").stderr == ""


def test_without_the_essential_one_sentence_says_what_to_do(machine: Machine) -> None:
    machine.lacks("python3-venv")

    result = machine.run("run")

    assert result.returncode == 1
    assert result.stderr == (
        "Missing, and not installable by this user: python3-venv. Ask an administrator to install"
        " it (Debian: apt-get install python3-venv), then try again.\n"
    )


def test_a_python_from_elsewhere_needs_no_debian_package(machine: Machine) -> None:
    machine.lacks("python3-venv")
    machine.add("python3", "exit 0")

    assert machine.run("run").returncode == 0


def test_an_unknown_profile_is_refused(machine: Machine) -> None:
    assert machine.run("everything").returncode == 2

"""How a run of the tests ends: nothing that it started goes on, and it ends itself.

A process that outlives the run holds its output open, and whoever reads that waits for ever. So
what was left behind is named, ended, and the run has failed. A run that does not end, after its
last test or while Python puts itself away, prints where every thread stands.
"""

import contextlib
import faulthandler
import os
import time

import psutil
import pytest

# Inherited by everything that a test starts, also by what has lost its parent since.
MARK = "TESTS_STARTED_BY"
GRACE_S = 20.0
TIME_TO_EXIT_S = 90.0
STDERR = 2
# Python's own, which ends with the run.
OF_PYTHON = "multiprocessing.resource_tracker"


def pytest_configure() -> None:
    """From now on, every process that this one starts can be told from others."""
    os.environ[MARK] = str(os.getpid())


def _was_started_here(process: psutil.Process) -> bool:
    try:
        if process.status() == psutil.STATUS_ZOMBIE or OF_PYTHON in " ".join(process.cmdline()):
            return False
        return process.pid != os.getpid() and process.environ().get(MARK) == str(os.getpid())
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return False


def left_behind() -> list[psutil.Process]:
    """The processes that this one or its children started and that are still there."""
    return [each for each in psutil.process_iter() if _was_started_here(each)]


def _command_of(process: psutil.Process) -> str:
    with contextlib.suppress(psutil.NoSuchProcess):
        return " ".join(process.cmdline())[:200]
    return "ended meanwhile"


def _end_what_is_left() -> list[str]:
    deadline_s = time.monotonic() + GRACE_S
    left = left_behind()
    while left and time.monotonic() < deadline_s:
        time.sleep(0.2)
        left = left_behind()
    commands = [f"{each.pid}: {_command_of(each)}" for each in left]
    for each in left:
        with contextlib.suppress(psutil.NoSuchProcess):
            each.kill()
    return commands


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> object:
    """After the last fixture is put away: fail if a process was left behind."""
    result = yield
    commands = _end_what_is_left()
    if commands:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        session.config.stash[LEFT] = commands
    return result


LEFT = pytest.StashKey[list[str]]()


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Name what was left behind, where the failures are listed."""
    for command in config.stash.get(LEFT, []):
        terminalreporter.write_line(f"FAILED: left behind and ended now, process {command}")


def pytest_unconfigure() -> None:
    """From here there is nothing to wait for any more."""
    faulthandler.dump_traceback_later(TIME_TO_EXIT_S, exit=True, file=STDERR)

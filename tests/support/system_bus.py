"""A real D-Bus of the test's own, where programs look for the system's."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

MANAGER = "org.freedesktop.NetworkManager"
needs_dbus = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")


@contextmanager
def system_bus() -> Iterator[str]:
    """Its address, for DBUS_SYSTEM_BUS_ADDRESS."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert daemon.stdout is not None
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.wait(timeout=10)
        daemon.stdout.close()

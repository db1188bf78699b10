"""A Caddy in front of a receiver, with the packaged Caddyfile, on ports of a test's own."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_GLOBAL = """{{
	admin off
	auto_https off
	skip_install_trust
	storage file_system {folder}/storage
}}
"""
_START_S = 20
_STOP_S = 20


@contextmanager
def caddy_with(
    configuration: str, folder: Path, changes: dict[str, str], port: int
) -> Iterator[None]:
    """Caddy with this configuration, but for `changes`, while it lasts; TLS is on `port`.

    It gets no certificate by itself then. Skips the test where there is no Caddy. Every change must
    be wanted: it replaces something.
    """
    program = shutil.which("caddy")
    if program is None:
        pytest.skip("Caddy is not installed (scripts/system-packages.sh bench)")
    for old, new in changes.items():
        assert old in configuration, old
        configuration = configuration.replace(old, new)
    folder.mkdir()
    file, said = folder / "Caddyfile", folder / "said.txt"
    file.write_text(_GLOBAL.format(folder=folder) + configuration)
    words = [program, "run", "--config", str(file), "--adapter", "caddyfile"]
    with said.open("w") as log:
        process = subprocess.Popen(
            words, stdout=log, stderr=log, env={**os.environ, "HOME": str(folder)}
        )
    try:
        _wait_for(process, f"https://127.0.0.1:{port}", said)
        yield
    finally:
        process.terminate()
        process.wait(_STOP_S)


def _wait_for(process: "subprocess.Popen[bytes]", url: str, said: Path) -> None:
    words = ["curl", "-sk", "--retry", "50", "--retry-connrefused", "--retry-delay", "0"]
    words += ["--retry-max-time", str(_START_S), "-o", "/dev/null", f"{url}/"]
    subprocess.run(words, check=False, timeout=_START_S + 10)
    assert process.poll() is None, said.read_text()

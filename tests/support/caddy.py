"""A Caddy in front of a receiver, with the packaged Caddyfile, on ports of a test's own."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.proxy_process import answering

_GLOBAL = """{{
	admin off
	auto_https off
	skip_install_trust
	storage file_system {folder}/storage
}}
"""


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
    file = folder / "Caddyfile"
    file.write_text(_GLOBAL.format(folder=folder) + configuration)
    words = [program, "run", "--config", str(file), "--adapter", "caddyfile"]
    with answering(words, folder, f"https://127.0.0.1:{port}"):
        yield

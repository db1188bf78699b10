"""The packaged nginx configuration in front of a receiver, with TLS, on ports of a test's own."""

import getpass
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_MAIN = """
daemon off;
user {user};
worker_processes 1;
pid {folder}/nginx.pid;
error_log stderr;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {folder}/bodies;
    proxy_temp_path {folder}/proxied;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/holdfast.conf;
}}
"""
_STOP_S = 20


@contextmanager
def nginx_with(
    configuration: str, folder: Path, changes: dict[str, str], port: int
) -> Iterator[None]:
    """nginx with this configuration, but for `changes`, while it lasts; it listens on `port`.

    Skips the test where there is no nginx. Every change must be wanted: it replaces something.
    """
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/sbin")
    if program is None:
        pytest.skip("nginx is not installed (scripts/system-packages.sh bench)")
    for old, new in changes.items():
        assert old in configuration, old
        configuration = configuration.replace(old, new)
    folder.mkdir()
    (folder / "holdfast.conf").write_text(configuration)
    main = folder / "nginx.conf"
    main.write_text(_MAIN.format(folder=folder, user=getpass.getuser()))
    said = folder / "said.txt"
    with said.open("w") as log:
        process = subprocess.Popen(
            [program, "-c", str(main), "-p", str(folder)], stdout=log, stderr=log
        )
    try:
        words = ["curl", "-sk", "--retry", "60", "--retry-connrefused", "--retry-delay", "1"]
        subprocess.run([*words, "-o", "/dev/null", f"https://127.0.0.1:{port}/"], check=False)
        assert process.poll() is None, said.read_text()
        yield
    finally:
        process.terminate()
        process.wait(_STOP_S)


def free_ports(count: int) -> list[int]:
    """Ports of loopback that nobody listens on now."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports

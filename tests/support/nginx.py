"""An nginx in front of a receiver, as institutes have one; it takes 1 MiB at once by default."""

import getpass
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_CONFIGURATION = """
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
    types {{ text/html html; text/javascript js mjs; }}
    server {{
        listen 127.0.0.1:{port};
        client_max_body_size 1m;
        location /api/ {{
            proxy_pass {upstream};
            proxy_http_version 1.1;
            proxy_set_header Host $http_host;
            proxy_set_header Connection "";
        }}
        location / {{ root {folder}/pages; }}
    }}
}}
"""
_START_S = 20
_STOP_S = 10


@contextmanager
def nginx_before(upstream: str, folder: Path) -> Iterator[str]:
    """The proxy's URL. What lies in `folder/pages` is served beside the receiver.

    Skips the test where there is no nginx.
    """
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/sbin")
    if program is None:
        pytest.skip("nginx is not installed (scripts/system-packages.sh bench)")
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    written = folder / "nginx.conf"
    # Started by root, its workers would be somebody who may not write here.
    written.write_text(
        _CONFIGURATION.format(folder=folder, port=port, upstream=upstream, user=getpass.getuser())
    )
    said = folder / "said.txt"
    with said.open("w") as log:
        process = subprocess.Popen(
            [program, "-c", str(written), "-p", str(folder)], stdout=log, stderr=log
        )
    try:
        _wait_for(process, port, said)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(_STOP_S)


def _wait_for(process: "subprocess.Popen[bytes]", port: int, said: Path) -> None:
    words = ["curl", "-s", "--retry", "50", "--retry-connrefused", "--retry-delay", "0"]
    words += ["--retry-max-time", str(_START_S), "-o", "/dev/null", f"http://127.0.0.1:{port}/"]
    subprocess.run(words, check=False, timeout=_START_S + 10)
    assert process.poll() is None, said.read_text()

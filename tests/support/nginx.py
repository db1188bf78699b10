"""An nginx in front of a receiver, as institutes have one, on ports of a test's own."""

import getpass
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.ports import free_port
from tests.support.proxy_process import answering

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
    include {folder}/server.conf;
}}
"""
_SMALL_BODIES = """
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
"""


@contextmanager
def nginx_before(upstream: str, folder: Path) -> Iterator[str]:
    """The URL of a proxy that takes 1 MiB at once, as nginx does by default.

    What lies in `folder/pages` is served beside the receiver. Skips the test where there is no
    nginx.
    """
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with _running(_SMALL_BODIES.format(folder=folder, port=port, upstream=upstream), folder, url):
        yield url


@contextmanager
def nginx_with(
    configuration: str, folder: Path, changes: dict[str, str], port: int
) -> Iterator[None]:
    """nginx with this configuration, but for `changes`, while it lasts; TLS is on `port`.

    Skips the test where there is no nginx. Every change must be wanted: it replaces something.
    """
    for old, new in changes.items():
        assert old in configuration, old
        configuration = configuration.replace(old, new)
    folder.mkdir()
    with _running(configuration, folder, f"https://127.0.0.1:{port}"):
        yield


@contextmanager
def _running(server: str, folder: Path, url: str) -> Iterator[None]:
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/sbin")
    if program is None:
        pytest.skip("nginx is not installed (scripts/system-packages.sh bench)")
    (folder / "server.conf").write_text(server)
    main = folder / "nginx.conf"
    # Started by root, its workers would be somebody who may not write here.
    main.write_text(_MAIN.format(folder=folder, user=getpass.getuser()))
    with answering([program, "-c", str(main), "-p", str(folder)], folder, url):
        yield

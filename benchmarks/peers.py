"""Other people's receivers on loopback, each in a process that its bench starts and ends.

Where a program is not installed, `Absent` says which; the bench then says so and goes on.
"""

import getpass
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psutil

_STOP_S: Final = 20
_NPM_S: Final = 300
_TUS_PACKAGES: Final = ("@tus/server@2", "@tus/file-store@2")
_NGINX: Final = """
user {user}; daemon off; master_process on; worker_processes 1; pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
  access_log off; client_max_body_size 0; client_body_temp_path {folder}/body;
  keepalive_requests 100000;
  server {{
    listen 127.0.0.1:{port};
    location / {{ root {folder}/files; dav_methods PUT; }}
  }}
}}
"""


class Absent(Exception):
    """A program that this peer needs is not here."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A running receiver: its address, and what it has cost so far."""

    url: str
    process: psutil.Process

    def cpu_s(self) -> float:
        """Processor time of the receiver and of the processes that it has now."""
        total = 0.0
        for each in (self.process, *self.process.children(recursive=True)):
            times = each.cpu_times()
            total += times.user + times.system
        return total

    def own_cpu_s(self) -> float:
        """The same without its children."""
        times = self.process.cpu_times()
        return times.user + times.system


def needs(program: str) -> str:
    """Where the program is. Raises Absent."""
    found = shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin")
    if found is None:
        raise Absent(f"{program} is not installed (scripts/system-packages.sh bench)")
    return found


@contextmanager
def nginx(folder: Path, port: int) -> Iterator[Peer]:
    """nginx that stores what is PUT. Raises Absent."""
    program = needs("nginx")
    (folder / "files").mkdir(parents=True)
    config = folder / "nginx.conf"
    # Started by root, its workers would be somebody who may not write here.
    config.write_text(_NGINX.format(folder=folder, port=port, user=getpass.getuser()))
    with (folder / "said.txt").open("w") as log:
        process = subprocess.Popen(
            [program, "-c", str(config), "-p", str(folder)], stdout=log, stderr=log
        )
    try:
        _wait_for_port(process, port)
        yield Peer(f"http://127.0.0.1:{port}/", psutil.Process(process.pid))
    finally:
        _end(process)


@contextmanager
def tus_server(folder: Path) -> Iterator[Peer]:
    """@tus/server with its file store, fetched by npm. Raises Absent."""
    node, npm = needs("node"), needs("npm")
    modules = folder / "npm"
    modules.mkdir(parents=True)
    words = [npm, "install", "--silent", "--no-audit", "--no-fund", *_TUS_PACKAGES]
    done = subprocess.run(words, cwd=modules, check=False, timeout=_NPM_S, capture_output=True)
    if done.returncode != 0:
        raise Absent("npm could not bring @tus/server")
    files = folder / "files"
    files.mkdir()
    script = Path(__file__).with_name("tus_server.mjs")
    process = subprocess.Popen(
        [node, str(script), str(modules), str(files)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        port = int(process.stdout.readline())
        yield Peer(f"http://127.0.0.1:{port}/files/", psutil.Process(process.pid))
    finally:
        _end(process)
        process.stdout.close()


def _wait_for_port(process: "subprocess.Popen[bytes]", port: int) -> None:
    words = ["curl", "-s", "--retry", "50", "--retry-connrefused", "--retry-delay", "0"]
    words += ["--retry-max-time", "20", "-o", "/dev/null", f"http://127.0.0.1:{port}/"]
    subprocess.run(words, check=False, timeout=_STOP_S + 10)
    if process.poll() is not None:
        raise Absent(f"nginx ended with {process.returncode}")


def _end(process: "subprocess.Popen[bytes] | subprocess.Popen[str]") -> None:
    process.terminate()
    process.wait(_STOP_S)

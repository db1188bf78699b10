"""Real servers for the receiver's other engines: PostgreSQL, Redis, and one that speaks S3.

Each is started on a free port of loopback, in a folder of its own, and ends with the `with` block.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import requests

from tests.support.ports import free_port

PATIENCE_S = 60
REGION = "us-east-1"
KEYS = {"AWS_ACCESS_KEY_ID": "holdfast", "AWS_SECRET_ACCESS_KEY": "holdfast-secret"}
_POSTGRES_USER = "postgres"


def postgres_programs() -> Path | None:
    """The folder of the newest PostgreSQL server that is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    program = shutil.which("initdb")
    return None if program is None else Path(program).parent


def s3_program() -> Path | None:
    """The server that stands in for S3; it comes from the Python packages."""
    program = Path(sys.executable).with_name("moto_server")
    return program if program.exists() else None


def missing() -> list[str]:
    """What is not installed of that which these tests start."""
    return [
        name
        for name, found in (
            ("postgresql", postgres_programs()),
            ("redis-server", shutil.which("redis-server")),
            ("moto[server] (Python)", s3_program()),
        )
        if found is None
    ]


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of a server's own database, in which others can be made."""
    programs = postgres_programs()
    assert programs is not None
    with tempfile.TemporaryDirectory(prefix="holdfast-postgres-") as name:
        folder = Path(name)
        port = free_port()
        # It refuses to run as root; Debian's package brings a user for it.
        user = _POSTGRES_USER if os.geteuid() == 0 else None
        if user is not None:
            shutil.chown(folder, user)
        _run(
            [
                str(programs / "initdb"),
                *("-D", str(folder / "data"), "-U", _POSTGRES_USER, "--auth=trust"),
                *("--encoding=UTF8", "--no-locale", "--no-sync"),
            ],
            user,
        )
        server = subprocess.Popen(
            [
                str(programs / "postgres"),
                *("-D", str(folder / "data"), "-p", str(port), "-k", str(folder)),
                *("-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=user,
            cwd=folder,
        )
        url = f"postgresql://{_POSTGRES_USER}@127.0.0.1:{port}/postgres"
        with _ended(server):
            _await(lambda: psycopg.connect(url).close(), psycopg.OperationalError, server)
            yield url


@contextmanager
def redis_server() -> Iterator[str]:
    """The URL of an empty Redis server."""
    with tempfile.TemporaryDirectory(prefix="holdfast-redis-") as folder:
        port = free_port()
        server = subprocess.Popen(
            ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", ""],
            stdout=subprocess.DEVNULL,
            cwd=folder,
        )
        with _ended(server):
            _await(lambda: socket.create_connection(("127.0.0.1", port)).close(), OSError, server)
            yield f"redis://127.0.0.1:{port}/0"


@contextmanager
def s3_server() -> Iterator[str]:
    """The endpoint of a server that speaks S3 and keeps everything in memory."""
    port = free_port()
    server = subprocess.Popen(
        [str(s3_program()), "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    endpoint = f"http://127.0.0.1:{port}"
    with _ended(server):
        _await(lambda: requests.get(endpoint, timeout=10), requests.ConnectionError, server)
        yield endpoint


def make_bucket(endpoint: str, name: str) -> str:
    """A new bucket; returns what BLOB_URL says of it."""
    answer = requests.put(f"{endpoint}/{name}", timeout=10)
    assert answer.status_code == 200, answer.text
    return f"s3://{name}/faces?endpoint={endpoint}&region={REGION}"


def make_database(server: str, name: str) -> str:
    """A new, empty database; returns its URL."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return server.rpartition("/")[0] + f"/{name}"


def drop_database(server: str, name: str) -> None:
    """Delete a database, whoever is still connected."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


def _run(command: list[str], user: str | None) -> None:
    done = subprocess.run(
        command, capture_output=True, text=True, user=user, cwd="/", timeout=PATIENCE_S, check=False
    )
    assert done.returncode == 0, done.stderr


@contextmanager
def _ended(server: "subprocess.Popen[bytes]") -> Iterator[None]:
    try:
        yield
    finally:
        server.terminate()
        try:
            server.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _await(
    attempt: Callable[[], object], error: type[Exception], server: "subprocess.Popen[bytes]"
) -> None:
    for _ in range(PATIENCE_S * 10):
        try:
            attempt()
            return
        except error:
            assert server.poll() is None, "the server ended"
            time.sleep(0.1)
    raise AssertionError("the server does not answer")

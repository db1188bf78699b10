"""What is packaged for whoever runs a receiver: it says what the programs understand."""

import configparser
import re
import shlex
import shutil
from pathlib import Path

import click
import pytest

from holdfast.receiver_layout import ReceiverData
from server.admin_cli import admin
from server.operating import load_operating
from server.ops.draining import ANSWERING_S
from server.patience import Patience
from server.serve_cli import serve

PACKAGING = Path(__file__).parents[3] / "packaging"
LARGEST_CHUNK_BYTES = 8 << 20


def unit(name: str) -> configparser.ConfigParser:
    parsed = configparser.ConfigParser(interpolation=None, strict=False)
    parsed.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their letters
    parsed.read(PACKAGING / "systemd" / name)
    return parsed


def words(name: str) -> list[str]:
    """What ExecStart gives the `holdfast` command."""
    program, *rest = shlex.split(unit(name)["Service"]["ExecStart"])
    assert program.endswith("/bin/holdfast")
    return rest


def test_the_service_starts_what_serve_understands() -> None:
    command, *options = words("holdfast-receiver.service")

    context = serve.make_context(command, options)

    assert command == "serve"
    assert context.params["behind_proxy"] == context.params["host"] == "127.0.0.1"
    assert context.params["log_form"] == "json"
    assert str(context.params["data_folder"]) == "/var/lib/holdfast"


def test_the_service_waits_for_requests_that_have_begun() -> None:
    assert int(unit("holdfast-receiver.service")["Service"]["TimeoutStopSec"]) > ANSWERING_S + 10


def test_the_nightly_backup_is_what_admin_understands() -> None:
    command, *options = words("holdfast-backup.service")
    assert command == "admin"
    with admin.make_context(command, options, resilient_parsing=False) as context:
        name, found, rest = admin.resolve_command(context, context._protected_args + context.args)
        assert name == "backup"
        assert found is not None
        assert found.make_context(name, rest, parent=context).params["verify"] is False


@pytest.mark.parametrize(
    ("file", "pattern"),
    [
        ("nginx/holdfast.conf", r"client_max_body_size (\d+)m;"),
        ("caddy/Caddyfile", r"max_size (\d+)MiB"),
    ],
)
def test_proxies_let_the_largest_chunk_through(file: str, pattern: str) -> None:
    found = re.search(pattern, (PACKAGING / file).read_text())
    assert found is not None
    assert int(found.group(1)) << 20 > LARGEST_CHUNK_BYTES


def test_nginx_gives_up_before_the_receiver_does() -> None:
    found = re.search(r"keepalive_timeout (\d+)s;", (PACKAGING / "nginx/holdfast.conf").read_text())
    assert found is not None
    assert int(found.group(1)) < Patience().idle_s


def test_the_scan_settings_are_understood(tmp_path: Path) -> None:
    data = ReceiverData(tmp_path)
    shutil.copy(PACKAGING / "clamav" / "receiver.toml", data.settings)

    scan = load_operating(data, {}).scan

    assert scan.words("/x y.mp4")[0] == "clamdscan"
    assert scan.words("/x y.mp4")[-1] == "/x y.mp4"


@pytest.mark.parametrize(
    "wrong",
    [("--behind-proxy", "*"), ("--public-url", "holdfast.example.org"), ("--log-level", "loud")],
)
def test_options_that_cannot_be_meant_are_refused(wrong: tuple[str, str]) -> None:
    with pytest.raises(click.UsageError):
        serve.make_context("serve", list(wrong))

"""Which engines the environment names, what is refused, and what is never shown."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from holdfast.receiver_layout import ReceiverData
from server.admin_cli import admin
from server.engines import Engines, EngineUnusable
from server.jobs.bell import NoBell, open_bell
from server.receiver import open_receiver
from server.serve_cli import serve
from tests.support.manual_clock import ManualClock

SERVER = "postgresql://ann:secret@db.example/holdfast"
BUCKET = "s3://faces/one?endpoint=https://s3.example"
REDIS = "redis://:secret@queue.example:6379/0"


def test_nothing_is_needed_but_the_data_folder() -> None:
    engines = Engines.from_environment({"DATABASE_URL": "", "HOME": "/home/ann"})

    assert engines == Engines("sqlite", "disk", "embedded")
    assert engines.is_database_here
    assert engines.are_blobs_here
    assert engines.is_queue_here
    assert isinstance(open_bell(engines), NoBell)


def test_the_environment_names_others() -> None:
    engines = Engines.from_environment(
        {"DATABASE_URL": SERVER, "BLOB_URL": BUCKET, "QUEUE_URL": REDIS}
    )

    assert engines == Engines(SERVER, BUCKET, REDIS)
    assert not engines.is_database_here
    assert not engines.are_blobs_here
    assert not engines.is_queue_here


def test_secrets_are_not_shown() -> None:
    assert "secret" not in repr(Engines(SERVER, BUCKET, REDIS))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://ann:secret@db.example/holdfast"),
        ("BLOB_URL", "gs://ann:secret@faces"),
        ("QUEUE_URL", "amqp://ann:secret@queue.example"),
        ("DATABASE_URL", "secret"),
    ],
)
def test_an_unknown_engine_is_refused(name: str, value: str) -> None:
    with pytest.raises(EngineUnusable, match=f"^{name} ") as caught:
        Engines.from_environment({name: value})

    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "written", ["postgres://db/x", "postgresql://db/x", "postgresql+psycopg://db/x"]
)
def test_every_way_to_write_postgres_is_taken(written: str) -> None:
    engines = Engines.from_environment({"DATABASE_URL": written, "QUEUE_URL": written})

    assert not engines.is_database_here
    assert engines.queue_kind == "postgresql"


@pytest.mark.parametrize(
    ("other", "variable"),
    [
        (Engines(database_url="postgresql://db.example/x"), "DATABASE_URL"),
        (Engines(blob_url=BUCKET), "BLOB_URL"),
    ],
)
def test_a_folder_keeps_the_engines_that_it_began_with(
    tmp_path: Path, other: Engines, variable: str
) -> None:
    data = ReceiverData(tmp_path)
    open_receiver(data, ManualClock()).close()
    before = data.engines.read_bytes()

    with pytest.raises(EngineUnusable, match=variable):
        open_receiver(data, ManualClock(), other)

    assert data.engines.read_bytes() == before
    open_receiver(data, ManualClock()).close()


def test_workers_alone_need_a_queue_that_they_can_hear(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QUEUE_URL", raising=False)

    done = CliRunner().invoke(serve, ["--worker", "--data", str(tmp_path / "data")])

    assert done.exit_code == 1
    assert "QUEUE_URL is `embedded`" in done.stderr
    assert not (tmp_path / "data").exists()


def test_the_command_refuses_an_unknown_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "oracle://ann:secret@db")

    for command, words in ((serve, []), (admin, ["device", "list"])):
        done = CliRunner().invoke(command, ["--data", str(tmp_path), *words])

        assert done.exit_code == 1
        assert done.stderr.startswith("DATABASE_URL begins with 'oracle'")
        assert "secret" not in done.stderr


def test_workers_whose_folder_cannot_be_used_say_so_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    folder = tmp_path / "file" / "data"
    monkeypatch.setenv("QUEUE_URL", "redis://127.0.0.1:1/0")

    done = CliRunner().invoke(serve, ["--worker", "--data", str(folder)])

    assert isinstance(done.exception, SystemExit), done.exception
    assert f"The folder {folder} cannot be used" in done.output

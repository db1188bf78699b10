"""The queue's database: what it promises about its settings, and what damage does to it."""

import random
import shutil
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from pysqlite3 import dbapi2 as sqlite

from holdfast.layout import Home
from tests.recordings import make_recording, some_device
from tests.support.queues import LeapingClock, QueueInHome
from uploader import database
from uploader.adopt import adopt
from uploader.database import APPLICATION_ID, PRAGMAS, _migrations, open_queue_database
from uploader.errors import QueueBusy, QueueError, QueueFull, QueueRefused
from uploader.rebuild import rebuild_queue

DEVICE = some_device()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with recordings, whose queue knows them all."""
    home = Home(tmp_path_factory.mktemp("template") / "home")
    for _ in range(5):
        make_recording(home, DEVICE, sizes=[100] * 40)
    fill(home)
    return home.root


@pytest.fixture
def filled(template: Path, home: Home) -> Home:
    """A copy of the template, to be damaged."""
    shutil.copytree(template, home.root)
    return home


def fill(home: Home) -> tuple[int, Path | None]:
    """Adopt, as any command does at its start: segments known now, and what was put aside."""
    opened = QueueInHome.open(home.root, LeapingClock(), DEVICE)
    try:
        adopt(home, opened.queue, DEVICE.sign)
        totals = opened.queue.snapshot().totals
        return totals.pending + totals.completed, opened.database.put_aside
    finally:
        opened.close()


def value_of(home: Home, pragma: str) -> Any:
    database = open_queue_database(home)
    try:
        with database.read():
            row = database.row(f"PRAGMA {pragma}")
        return None if row is None else row[0]
    finally:
        database.close()


@pytest.mark.parametrize(("pragma", "value"), PRAGMAS)
def test_each_setting_sticks(home: Home, pragma: str, value: object) -> None:
    assert value_of(home, pragma) == value


def test_the_sqlite_is_one_without_the_lost_transactions() -> None:
    assert sqlite.sqlite_version_info >= (3, 51, 3)


def test_a_damaged_page_is_noticed_and_the_queue_built_anew(filled: Home) -> None:
    pages = filled.queue_database.stat().st_size // 4096
    rng = random.Random(3)
    noticed = 0
    for _ in range(12):
        data = bytearray(filled.queue_database.read_bytes())
        for page in rng.sample(range(1, pages), min(3, pages - 1)):
            data[page * 4096 : (page + 1) * 4096] = rng.randbytes(4096)
        filled.queue_database.write_bytes(data)

        segments, put_aside = fill(filled)

        assert segments == 200
        noticed += put_aside is not None
    assert noticed == 12


def test_a_database_cut_anywhere_is_built_anew(filled: Home) -> None:
    whole = filled.queue_database.read_bytes()
    for size in [0, 1, 99, 100, *range(512, len(whole), len(whole) // 16)]:
        filled.queue_database.write_bytes(whole[:size])

        assert fill(filled)[0] == 200, f"after a cut to {size} bytes"


def test_garbage_in_the_wal_costs_nothing(filled: Home) -> None:
    wal = filled.queue_database.with_name("queue.db-wal")
    wal.write_bytes(random.Random(4).randbytes(50_000))

    assert fill(filled)[0] == 200


def test_a_wal_goes_aside_with_its_database(filled: Home) -> None:
    opened = open_queue_database(filled)
    with opened.write():
        opened.execute("INSERT INTO meta VALUES ('a', 'b')")
    wal = filled.queue_database.with_name("queue.db-wal").read_bytes()
    opened.close()
    filled.queue_database.with_name("queue.db-wal").write_bytes(wal)

    aside = rebuild_queue(filled)

    assert aside == filled.damaged_queue(1)
    assert (aside / "queue.db-wal").read_bytes() == wal
    assert not filled.queue_database.with_name("queue.db-wal").exists()
    assert fill(filled) == (200, None)


def test_text_in_place_of_the_database_is_put_aside(filled: Home) -> None:
    text = b"this is no database, but somebody's shopping list" * 100
    filled.queue_database.write_bytes(text)

    segments, aside = fill(filled)

    assert segments == 200
    assert aside == filled.damaged_queue(1)
    assert (aside / "queue.db").read_bytes() == text
    assert fill(filled) == (200, None)


def test_another_programs_database_is_refused_and_untouched(home: Home) -> None:
    home.root.mkdir()
    connection = sqlite.connect(str(home.queue_database))
    connection.execute("CREATE TABLE cookies (name)")
    connection.commit()
    connection.close()

    with pytest.raises(QueueRefused, match="another program's database"):
        open_queue_database(home)

    connection = sqlite.connect(str(home.queue_database))
    assert connection.execute("SELECT count(*) FROM cookies").fetchone() == (0,)
    connection.close()


def test_a_newer_queue_is_refused(filled: Home) -> None:
    connection = sqlite.connect(str(filled.queue_database))
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    before = filled.queue_database.read_bytes()

    with pytest.raises(QueueRefused, match="newer Holdfast"):
        open_queue_database(filled)

    assert filled.queue_database.read_bytes() == before
    # Whoever went back to an older Holdfast for good builds it anew, and keeps the newer one.
    aside = rebuild_queue(filled)
    assert aside is not None
    assert (aside / "queue.db").read_bytes() == before
    assert fill(filled) == (200, None)


STATES = ("pending", "uploading", "completed", "failed")


def as_of_version(home: Home, version: int) -> None:
    """Write the queue as an earlier Holdfast did, with segments in every state."""
    now = sqlite.connect(home.queue_database, isolation_level=None)
    recordings = now.execute("SELECT recording, session, take, started_at FROM recordings")
    rows = sorted(recordings.fetchall())
    segments = now.execute("SELECT recording, segment, size_bytes, sha256 FROM segments").fetchall()
    now.close()
    home.queue_database.unlink()
    old = sqlite.connect(home.queue_database, isolation_level=None)
    for number in range(1, version + 1):
        script = files("uploader") / "schema" / f"{number:04d}.sql"
        if script.is_file():
            old.executescript(script.read_text("utf-8"))
    columns = {each[1] for each in old.execute("PRAGMA table_info(recordings)")}
    folder = "folder" if "folder" in columns else "prompt"
    for row in rows:
        old.execute(
            f"""INSERT INTO recordings (recording, session, take, started_at, participant, {folder})
                VALUES (?, ?, ?, ?, 'P-001', 'x')""",
            row,
        )
    for recording, segment, size_bytes, sha256 in segments:
        state = STATES[segment % 4]
        token = "t" if state == "uploading" else None
        old.execute(
            """INSERT INTO segments (recording, segment, size_bytes, sha256, duration_s, frames,
                   lost_frames, state, claim_token, claim_instance)
               VALUES (?, ?, ?, ?, 4.0, 120, 0, ?, ?, ?)""",
            (recording, segment, size_bytes, sha256, state, token, token),
        )
    old.execute("INSERT INTO meta VALUES ('pause', '{}')")
    old.execute(f"PRAGMA application_id={APPLICATION_ID}")
    old.execute(f"PRAGMA user_version={version}")
    old.close()


@pytest.mark.parametrize("version", sorted(_migrations()))
def test_a_queue_of_every_version_keeps_what_it_says(filled: Home, version: int) -> None:
    as_of_version(filled, version)

    opened = QueueInHome.open(filled.root, LeapingClock(), DEVICE)

    with opened.database.read() as database:
        kept = database.rows("SELECT state, count(*) FROM segments GROUP BY state ORDER BY state")
        assert database.row("SELECT value FROM meta WHERE key = 'pause'") == ("{}",)
        assert database.row("PRAGMA user_version") == (max(_migrations()),)
        assert database.row("PRAGMA integrity_check") == ("ok",)
    assert kept == [(state, 50) for state in sorted(STATES)]
    with opened.database.write() as database:
        database.execute("DELETE FROM meta")
    totals = opened.queue.snapshot().totals
    assert (totals.pending, totals.uploading, totals.completed, totals.failed) == (50,) * 4
    opened.close()


def test_a_migration_that_fails_leaves_the_queue_as_it_was(
    filled: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest = max(_migrations())
    broken = {
        **_migrations(),
        newest + 1: "DELETE FROM segments;\nINSERT INTO nowhere VALUES (1);\n",
    }
    monkeypatch.setattr(database, "_migrations", lambda: broken)
    with pytest.raises(QueueError):
        open_queue_database(filled)
    monkeypatch.undo()

    opened = open_queue_database(filled)
    with opened.read():
        assert opened.row("PRAGMA user_version") == (newest,)
        assert opened.row("SELECT count(*) FROM segments") == (200,)
    opened.close()


def test_a_queue_of_the_first_version_is_migrated(filled: Home) -> None:
    """Its recordings are what they were, wherever the home was when it was written."""
    before = rows_of(filled)
    as_of_the_first_version(filled)

    assert rows_of(filled) == before
    assert fill(filled) == (200, None)
    assert len(before) == 5
    for recording, folder in before:
        assert folder == str(filled.recordings / Path(folder).parent.name / recording)
        assert Path(folder).is_dir()


def rows_of(home: Home) -> list[tuple[str, str]]:
    opened = QueueInHome.open(home.root, LeapingClock(), DEVICE)
    try:
        return [(each.id, each.folder) for each in opened.queue.snapshot().recordings]
    finally:
        opened.close()


def as_of_the_first_version(home: Home) -> None:
    """Write the queue as Holdfast 0.1.0 did: each row with the folder's path, from an old place."""
    old = sqlite.connect(home.queue_database, isolation_level=None)
    rows = old.execute("SELECT recording, session, take, started_at FROM recordings").fetchall()
    segments = old.execute("SELECT * FROM segments").fetchall()
    old.close()
    home.queue_database.unlink()
    first = sqlite.connect(home.queue_database, isolation_level=None)
    first.executescript((files("uploader") / "schema" / "0001.sql").read_text("utf-8"))
    for recording, session, take, started_at in rows:
        first.execute(
            """INSERT INTO recordings
                   (recording, session, folder, participant, take, started_at)
               VALUES (?, ?, ?, 'P-001', ?, ?)""",
            (recording, session, f"/before/{session}/{recording}", take, started_at),
        )
    # What came later stands behind.
    columns = len(first.execute("PRAGMA table_info(segments)").fetchall())
    segments = [each[:columns] for each in segments]
    places = ", ".join("?" * columns)
    first.executemany(f"INSERT INTO segments VALUES ({places})", segments)
    first.execute(f"PRAGMA application_id={APPLICATION_ID}")
    first.execute("PRAGMA user_version=1")
    first.close()


def test_nobody_replaces_a_queue_that_is_open(filled: Home) -> None:
    database = open_queue_database(filled)
    try:
        with pytest.raises(QueueBusy):
            rebuild_queue(filled)
    finally:
        database.close()

    assert rebuild_queue(filled) == filled.damaged_queue(1)
    assert fill(filled)[0] == 200


def test_two_processes_may_have_it_open(home: Home) -> None:
    first, second = open_queue_database(home), open_queue_database(home)
    with first.write():
        first.execute("INSERT INTO meta VALUES ('a', 'b')")
    with second.read():
        assert second.rows("SELECT * FROM meta") == [("a", "b")]
    first.close()
    second.close()


def test_a_write_that_raises_leaves_nothing(home: Home) -> None:
    database = open_queue_database(home)

    def write_and_break_off() -> None:
        with database.write():
            database.execute("INSERT INTO meta VALUES ('a', 'b')")
            raise InterruptedError

    with pytest.raises(InterruptedError):
        write_and_break_off()
    with database.read():
        assert database.rows("SELECT * FROM meta") == []
    database.close()


def test_a_full_disk_is_said_to_be_one_and_changes_nothing(filled: Home) -> None:
    database = open_queue_database(filled)
    # SQLite's own limit answers as a disk without room does.
    with database.read():
        (pages,) = database.row("PRAGMA page_count") or (0,)
        database.row(f"PRAGMA max_page_count={pages}")

    with pytest.raises(QueueFull, match="Recordings are safe"), database.write():
        database.execute("INSERT INTO meta (key, value) VALUES ('large', ?)", ("x" * 1_000_000,))

    with database.read():
        assert database.row("SELECT * FROM meta WHERE key = 'large'") is None
    database.close()

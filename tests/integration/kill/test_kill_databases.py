"""The desktop's or the receiver's database is lost: rebuilt from files, and nothing sent twice."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from holdfast import durable
from tests.support.chain import Chain, wait_for
from tests.support.nothing_lost import (
    assert_nothing_lost,
    closed_segments,
    sha256,
    wait_for_lights,
)
from tests.support.troubled_proxy import answer

PAGE_BYTES = 4096


def _delete(path: Path) -> None:
    path.unlink(missing_ok=True)


def _truncate(path: Path) -> None:
    if path.exists():
        durable.truncate(path, path.stat().st_size // 2 + 100)


def _empty(path: Path) -> None:
    if path.exists():
        durable.truncate(path, 0)


def _garble_a_page(path: Path) -> None:
    if path.exists():
        data = bytearray(path.read_bytes())
        data[PAGE_BYTES : PAGE_BYTES + 2000] = b"\xa5" * 2000
        path.write_bytes(data)


def _garbage(path: Path) -> None:
    if path.exists():
        path.write_bytes(b"\xa5" * path.stat().st_size)


DAMAGES = [_delete, _truncate, _empty, _garble_a_page, _garbage]
Damage = Callable[[Path], None]


@pytest.fixture(scope="module")
def sent(recorded_chain: Chain, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chain]:
    """Everything has arrived; both ends were killed while they had their databases open."""
    root = tmp_path_factory.mktemp("sent") / "chain"
    with Chain.copied(recorded_chain, root) as chain:
        receiver = chain.serve()
        upload = chain.start("upload", "--json")
        wait_for(lambda: '"event": "playable"' in upload.said(), "the last light")
        upload.kill_group()
        receiver.kill_group()
        yield chain


@pytest.fixture
def all_sent(sent: Chain, tmp_path: Path) -> Iterator[Chain]:
    with Chain.copied(sent, tmp_path / "chain") as chain:
        assert _size(_wal(chain.home.queue_database))
        assert _size(_wal(chain.data.database))
        yield chain


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _wal(database: Path) -> Path:
    return database.with_name(f"{database.name}-wal")


@pytest.mark.parametrize(
    "with_wal",
    [False, pytest.param(True, marks=pytest.mark.slow)],
    ids=["alone", "with its wal"],
)
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_queue_is_rebuilt_from_files(
    all_sent: Chain, damage: Damage, with_wal: bool
) -> None:
    damage(all_sent.home.queue_database)
    if with_wal:
        damage(_wal(all_sent.home.queue_database))

    (recording,) = all_sent.queue()

    assert recording["custody"]["saved"]
    assert recording["custody"]["verified"]
    assert recording["custody"]["received"] == {
        "segments": recording["segments"],
        "bytes": recording["bytes"],
    }


def test_a_rebuilt_queue_sends_nothing_twice(all_sent: Chain) -> None:
    all_sent.home.queue_database.unlink()
    _assert_nothing_is_sent_again(all_sent)


def test_a_queue_without_its_wal_has_forgotten_much_and_sends_nothing_twice(
    all_sent: Chain,
) -> None:
    _wal(all_sent.home.queue_database).unlink()
    _assert_nothing_is_sent_again(all_sent)


def _assert_nothing_is_sent_again(all_sent: Chain) -> None:
    closed = closed_segments(all_sent.folders())
    proxy = all_sent.put_proxy_between()
    all_sent.serve()

    wait_for_lights(all_sent)

    assert_nothing_lost(all_sent, closed)
    assert proxy.segment_puts() == []
    all_sent.stop_receiver()


def test_a_queue_lost_half_way_sends_only_what_is_missing(unsent: Chain) -> None:
    proxy = unsent.put_proxy_between()
    proxy.faults.extend([answer(502, path="/segments/1")] * 100)
    closed = closed_segments(unsent.folders())
    unsent.serve()
    upload = unsent.start("upload", "--json")
    wait_for(lambda: '"event": "sent"' in upload.said(), "the first segment's arrival")
    upload.kill_group()
    unsent.home.queue_database.unlink()
    proxy.faults.clear()

    wait_for_lights(unsent)

    assert_nothing_lost(unsent, closed)
    sent = [each.path.rpartition("/")[2] for each in proxy.segment_puts() if each.status != 502]
    assert sorted(sent) == ["0", "1"]
    unsent.stop_receiver()


def test_a_receiver_without_its_database_reads_its_files(all_sent: Chain) -> None:
    closed = closed_segments(all_sent.folders())
    all_sent.data.database.unlink()
    (folder,) = all_sent.folders()
    there = all_sent.data.recording(folder.session, folder.recording)
    receipt, video = there.receipt.read_bytes(), sha256(there.assembled)
    all_sent.home.queue_database.unlink()
    folder.receipt.unlink()

    all_sent.serve()
    record = all_sent.record(1.0)
    assert record.wait() == 0, record.said()
    wait_for_lights(all_sent)

    assert len(assert_nothing_lost(all_sent, closed)) == 2
    assert folder.receipt.read_bytes() == there.receipt.read_bytes() == receipt
    assert sha256(there.assembled) == video
    all_sent.stop_receiver()

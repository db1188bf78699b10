"""Looking again and again at a queue: what reading all of it gives, at the price of the changes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.recordings import begin_recording, make_recording
from tests.support.queues import LeapingClock, QueueInHome
from uploader.items import Hold, ItemState, Network, NetworkStatus, QueueSnapshot, Standing
from uploader.standing import Standings
from uploader.transitions import Record
from uploader.watching import PAGE, QueueWatch


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[QueueInHome]:
    queue = QueueInHome.open(tmp_path / "home", LeapingClock())
    queue.queue.note_enrolled(True)
    yield queue
    queue.close()


def fill(opened: QueueInHome, recordings: int, segments: int = 2) -> list[str]:
    """So many announced recordings that wait; their ids in order."""
    found: list[str] = []
    for _ in range(recordings):
        opened.clock.advance(1)
        made = begin_recording(opened.home, opened.device, started_at=opened.clock.now())
        opened.queue.entries.enqueue_recording(made.folder, made.announcement)
        with opened.database.write() as database:
            database.many(
                """INSERT INTO segments (recording, segment, size_bytes, sha256, duration_s,
                       frames, lost_frames) VALUES (?, ?, 1000, ?, 4.0, 120, 0)""",
                ((made.id, each, f"{len(found):032x}{each:032x}") for each in range(segments)),
            )
            database.execute("UPDATE recordings SET step = 'segments'")
        found.append(made.id)
    return found


def as_read_anew(opened: QueueInHome, seen: QueueSnapshot) -> QueueSnapshot:
    """The whole queue, but for the sentences, which a watch gives without the queue's own."""
    anew = opened.queue.snapshot()
    own = {each.id: (each.why, each.next_try_at) for each in seen.recordings}
    assert set(own) == {each.id for each in anew.recordings}
    recordings = tuple(
        replace(each, why=own[each.id][0], next_try_at=own[each.id][1], follows_queue=found)
        for each in anew.recordings
        for found in [next(s.follows_queue for s in seen.recordings if s.id == each.id)]
    )
    return replace(anew, recordings=recordings, standing=seen.standing, stopped=seen.stopped)


def test_a_watch_sees_what_a_whole_reading_sees_after_every_change(opened: QueueInHome) -> None:
    ids = fill(opened, PAGE // 50)
    watch = opened.queue.watch()
    record = Record("segment", opened.clock.now(), 0.1, "retry", reason="It is raining.")

    def reschedule() -> None:
        claim = opened.queue.claims.claim_segment()
        assert claim is not None
        opened.queue.settling.reschedule(claim, 60.0, record)

    changes = (
        lambda: None,
        reschedule,
        lambda: fill(opened, 2),
        lambda: fail(opened),
        lambda: opened.queue.wishes.hold([ids[1]], Hold.PAUSED),
        lambda: opened.queue.wishes.send_first([ids[-1]]),
        lambda: opened.queue.note_network(NetworkStatus(Network.OFFLINE, opened.clock.now())),
        opened.queue.make_due,
        lambda: opened.queue.retry(ids[1]),
    )
    for change in changes:
        change()
        seen = watch.look()
        assert seen == as_read_anew(opened, seen)
        assert seen.standing == Standings(seen.recordings).standing()


def test_what_did_not_change_is_the_same_object(opened: QueueInHome) -> None:
    ids = fill(opened, 5)
    watch = opened.queue.watch()
    before = watch.look()

    assert watch.look().recordings is before.recordings

    opened.queue.wishes.hold([ids[2]], Hold.ASIDE)
    after = watch.look()

    same = [old is new for old, new in zip(before.recordings, after.recordings, strict=True)]
    assert same == [True, True, False, True, True]
    assert after.recordings[2].hold == Hold.ASIDE


def test_what_was_written_again_as_it_was_is_no_news(opened: QueueInHome) -> None:
    fill(opened, 2)
    watch = opened.queue.watch()
    before = watch.look()
    with opened.database.write() as database:
        database.execute("UPDATE recordings SET reason = reason")

    after = watch.look()

    assert [a is b for a, b in zip(before.recordings, after.recordings, strict=True)] == [True] * 2


def test_what_travels_on_a_disk_goes_its_own_way(opened: QueueInHome) -> None:
    fill(opened, 2)
    with opened.database.write() as database:
        database.execute(
            """UPDATE recordings SET packed_ms = 1000
               WHERE recording = (SELECT min(recording) FROM recordings)"""
        )

    seen = opened.queue.watch().look()

    assert [each.follows_queue for each in seen.recordings] == [False, True]
    assert "into a suitcase" in seen.recordings[0].why


def test_a_long_queue_is_read_in_pages_with_rests_between(opened: QueueInHome) -> None:
    rests: list[float] = []
    fill(opened, 3)
    with opened.database.write() as database:
        database.many(
            """INSERT INTO recordings (recording, session, participant, take, started_at)
               VALUES (?, 's', 'P', 1, '2026-11-20T13:02:11.042Z')""",
            ((f"019a0000-0000-7000-8000-{number:012d}",) for number in range(2 * PAGE)),
        )
    watch = QueueWatch(opened.database, opened.queue._places, opened.clock, rests.append)

    seen = watch.look()

    assert [each.id for each in seen.recordings] == sorted(each.id for each in seen.recordings)
    assert len(seen.recordings) == 2 * PAGE + 3
    assert len(rests) == 2


def test_another_process_is_heard_of(opened: QueueInHome, tmp_path: Path) -> None:
    ids = fill(opened, 2)
    watch = opened.queue.watch()
    watch.look()
    other = QueueInHome.open(tmp_path / "home", opened.clock, opened.device)

    other.queue.wishes.hold([ids[0]], Hold.PAUSED)
    seen = watch.look()
    other.close()

    assert [each.hold for each in seen.recordings] == [Hold.PAUSED, Hold.NONE]


def test_what_is_in_the_way_is_told_once_for_the_queue(opened: QueueInHome) -> None:
    ids = fill(opened, 2)
    opened.queue.wishes.hold([ids[0]], Hold.PAUSED)
    opened.queue.note_network(NetworkStatus(Network.OFFLINE, opened.clock.now()))

    seen = opened.queue.watch().look()

    assert seen.why.startswith("Offline since")
    assert [each.follows_queue for each in seen.recordings] == [False, True]
    assert seen.recordings[0].why.startswith("Paused by hand.")
    assert seen.recordings[1].why == "It is still being recorded."


# Wishes -----------------------------------------------------------------------------------------


def claimed(opened: QueueInHome) -> str | None:
    claim = opened.queue.claims.claim_segment()
    return None if claim is None else claim.recording


def test_what_is_wanted_first_goes_before_all_others(opened: QueueInHome) -> None:
    ids = fill(opened, 4, segments=1)

    opened.queue.wishes.send_first([ids[2]])
    opened.clock.advance(1)
    opened.queue.wishes.send_first([ids[3]])

    assert [claimed(opened) for _ in range(5)] == [ids[3], ids[2], ids[0], ids[1], None]


def test_what_is_held_waits_and_goes_on_when_it_is_let_go(opened: QueueInHome) -> None:
    ids = fill(opened, 2, segments=1)

    opened.queue.wishes.hold(ids, Hold.PAUSED)

    assert claimed(opened) is None
    assert opened.queue.claims.next_segment_due_s() is None
    assert all(each.is_undecided for each in opened.queue.progress().values())

    opened.queue.wishes.go_on([ids[1]])

    assert claimed(opened) == ids[1]
    assert claimed(opened) is None


def test_a_hold_outlives_a_restart(opened: QueueInHome, tmp_path: Path) -> None:
    ids = fill(opened, 1)
    opened.queue.wishes.hold(ids, Hold.ASIDE)
    again = QueueInHome.open(tmp_path / "home", opened.clock, opened.device)

    assert [each.hold for each in again.queue.snapshot().recordings] == [Hold.ASIDE]
    again.close()


def fail(opened: QueueInHome) -> str:
    claim = opened.queue.claims.claim_segment()
    assert claim is not None
    record = Record("segment", opened.clock.now(), 0.1, "failed", status=404, reason="No study.")
    opened.queue.settling.fail(claim, record)
    return claim.recording


def test_what_failed_starts_afresh_together_and_first(opened: QueueInHome) -> None:
    ids = fill(opened, 3, segments=1)
    failed = [fail(opened), fail(opened)]
    opened.queue.wishes.hold([failed[0]], Hold.ASIDE)

    standing = opened.queue.watch().look().standing
    assert standing is not None
    assert [each.id for each in standing.needing] == [failed[1]]
    assert standing.aside == 1

    opened.queue.wishes.start_afresh(failed, first=True)

    found = opened.queue.snapshot().recordings
    assert [each.is_failed for each in found] == [False] * 3
    assert [each.hold for each in found] == [Hold.NONE] * 3
    assert [claimed(opened) for _ in range(3)] == [*failed, ids[2]]


def test_what_starts_afresh_is_held_no_more(opened: QueueInHome) -> None:
    ids = fill(opened, 2, segments=1)
    opened.queue.wishes.hold(ids, Hold.PAUSED)

    opened.queue.wishes.start_afresh([ids[1]], first=False)

    assert claimed(opened) == ids[1]
    assert claimed(opened) is None


def test_what_is_at_home_is_not_held(opened: QueueInHome) -> None:
    made = make_recording(opened.home, opened.device, [b"one"])
    opened.queue.entries.enqueue_recording(made.folder, made.announcement)
    with opened.database.write() as database:
        database.execute(
            """UPDATE recordings
               SET step = 'verified', manifest_sha256 = ?, manifest_segments = 1""",
            ("a" * 64,),
        )

    opened.queue.wishes.hold([made.id], Hold.PAUSED)

    assert opened.queue.snapshot().recordings[0].hold == Hold.NONE


def test_the_newest_tries_come_first_and_are_counted(opened: QueueInHome) -> None:
    (recording,) = fill(opened, 1, segments=3)
    for _ in range(3):
        fail(opened)

    history = opened.queue.history(recording, newest=2)

    assert [each.segment for each in history.attempts] == [2, 1]
    assert history.attempts_in_all == 3
    assert [each.state for each in history.segments] == [ItemState.FAILED] * 3
    assert history.recording.why == "No study."


def test_nothing_stands_anywhere_in_an_empty_queue() -> None:
    assert Standings().standing() == Standing()

"""Pictures of the queue, read in one go. It changes nothing and decides nothing.

What is seen of a single recording stands in `recording_snapshots.py`.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from holdfast.clock import parse_rfc3339
from uploader import pace_texts, pauses, why
from uploader.database import Database
from uploader.day_rows import speed_bytes_s
from uploader.items import (
    AT_HOME,
    Contact,
    ItemState,
    Network,
    NetworkStatus,
    PausedByPerson,
    QueueSnapshot,
    RecordingSnapshot,
    Sending,
    Standing,
    Step,
    Totals,
)
from uploader.meta_rows import meta
from uploader.pauses import Pause
from uploader.places import Away, Places
from uploader.recording_snapshots import (
    AFTER,
    ALL,
    NAMED,
    ONE,
    STEPS,
    Circumstances,
    recordings_where,
)

NETWORK: Final = "network"
ENROLLED: Final = "enrolled"
CONTACT: Final = "contact"
PAUSE: Final = "pause"

_EPOCH: Final = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a recording is, for a loop that waits for the end."""

    step: Step
    has_failed: bool
    has_waiting: bool
    is_away: bool = False
    """Whether it is on a disk that is not connected."""
    is_undecided: bool = False
    """Whether it waits for a person who keeps or resumes it, or for the end of the undo."""

    @property
    def only_failed_left(self) -> bool:
        """Whether nothing of it can go on before a person has acted."""
        return self.step is Step.FAILED or (self.has_failed and not self.has_waiting)


@dataclass(frozen=True, slots=True)
class Known:
    """What the queue has of a recording."""

    step: Step
    overflow: str
    has_manifest: bool
    saved: bool
    segments: int
    receiver: str
    """Whose receipt it has; empty where it has none, or nobody looked."""
    freed: str = ""
    """How far the deletion of its media here is, as the queue knows."""
    decision: str = "kept"


def pause(database: Database, now: datetime) -> Pause | None:
    """The pause that holds now; None where there is none, or its time is up."""
    found = noted_pause(database)
    return None if found is None or found.is_over(now) else found


def noted_pause(database: Database) -> Pause | None:
    """The pause that was noted last and not ended, be its time up or not."""
    text = meta(database, PAUSE)
    return None if text is None else Pause.from_json(json.loads(text))


def network(database: Database, now: datetime) -> NetworkStatus:
    """The network's state as the last worker saw it; a person's pause is before all else."""
    paused = pause(database, now)
    if paused is not None:
        said = pauses.sentence(paused, now)
        return NetworkStatus(Network.PAUSED, paused.since, said, paused.until)
    text = meta(database, NETWORK)
    if text is None:
        return NetworkStatus()
    value = json.loads(text)
    until = _time_or_none(value["next_try_at"])
    by_rule = value.get("by_rule") is True
    if by_rule and until is not None and until <= now:
        # The worker that said so has ended meanwhile.
        return NetworkStatus()
    return NetworkStatus(
        state=Network(value["state"]),
        since=_time_or_none(value["since"]),
        sentence=value["sentence"],
        next_try_at=until,
        by_rule=by_rule,
        calls=value.get("calls") is True,
        answers=value.get("answers") is True,
    )


def _paused_by_person(database: Database, now: datetime) -> PausedByPerson | None:
    paused = pause(database, now)
    return None if paused is None else PausedByPerson(paused.until, pauses.sentence(paused, now))


def queue(database: Database, places: Places, now: datetime) -> QueueSnapshot:
    """The whole queue as of now."""
    found = recordings(database, places, now)
    status = network(database, now)
    totals = _totals(found)
    sending = _sending(database, _left_bytes(found), status, now)
    return QueueSnapshot(
        recordings=tuple(found),
        totals=totals,
        network=status.state,
        why=why.of_queue(
            totals,
            status,
            _is_enrolled(database),
            now,
            away(database, places) or why.of_undecided(found),
        ),
        sending=sending,
        pace=pace_texts.sending(sending),
        pause=_paused_by_person(database, now),
        answers=status.answers,
    )


def around(
    database: Database,
    now: datetime,
    totals: Totals,
    left_bytes: int,
    standing: Standing,
    away: str | None,
) -> QueueSnapshot:
    """The whole queue but for its recordings, whose sums are known; `away` is of a disk."""
    status = network(database, now)
    sending = _sending(database, left_bytes, status, now)
    unsent = [each for each in standing.open if not each.is_left_alone]
    undecided = why.of_undecided(unsent) if len(unsent) == standing.unsent else None
    enrolled = _is_enrolled(database)
    return QueueSnapshot(
        recordings=(),
        totals=totals,
        network=status.state,
        why=why.of_queue(totals, status, enrolled, now, away or undecided),
        sending=sending,
        pace=pace_texts.sending(sending),
        pause=_paused_by_person(database, now),
        standing=standing,
        is_refused=_is_refused(database, status, now),
        stopped=why.of_network(status, now) if enrolled else why.NOT_ENROLLED,
        is_enrolled=enrolled,
        contact=_contact(database) if enrolled else None,
        answers=status.answers,
    )


def _contact(database: Database) -> Contact | None:
    text = meta(database, CONTACT)
    if text is None:
        return None
    value = json.loads(text)
    return Contact(value["receiver"], parse_rfc3339(value["at"]))


def _is_refused(database: Database, status: NetworkStatus, now: datetime) -> bool:
    paused = status.state is Network.PAUSED and not status.by_rule
    return (paused or status.calls) and pause(database, now) is None


def _left_bytes(found: Iterable[RecordingSnapshot]) -> int:
    return sum(
        each.size_bytes - each.custody.received_bytes
        for each in found
        if each.step not in AT_HOME and not each.is_left_alone and not each.is_failed
    )


def _sending(database: Database, left_bytes: int, status: NetworkStatus, now: datetime) -> Sending:
    if status.state is not Network.ONLINE or not left_bytes:
        # A speed of before says nothing about when that is over.
        return Sending(None, left_bytes)
    return Sending(speed_bytes_s(database, now), left_bytes)


def recordings(
    database: Database, places: Places, now: datetime, only: str | None = None
) -> list[RecordingSnapshot]:
    """Every recording, or the one that `only` names, in recording order."""
    around = Circumstances(network(database, now), _is_enrolled(database), now, places.away())
    which = ALL if only is None else ONE
    return recordings_where(database, places, around, which, {"only": only, "most": -1})


def page_of(
    database: Database, places: Places, away: Away, after: str, most: int
) -> list[RecordingSnapshot]:
    """The next recordings after one, each with what is in its own way alone."""
    around = Circumstances(None, True, _EPOCH, away)
    return recordings_where(database, places, around, AFTER, {"after": after, "most": most})


def named(
    database: Database, places: Places, away: Away, named: Collection[str]
) -> list[RecordingSnapshot]:
    """These recordings, each with what is in its own way alone; unknown ones are left out."""
    around = Circumstances(None, True, _EPOCH, away)
    parameters = {"named": json.dumps(list(named)), "most": -1}
    return recordings_where(database, places, around, NAMED, parameters)


def _totals(found: Iterable[RecordingSnapshot]) -> Totals:
    found = [each for each in found if not each.is_left_alone]
    counts = {state: sum(each.counts[state] for each in found) for state in ItemState}
    unsent = [each for each in found if each.step not in AT_HOME]
    return Totals(
        pending=counts[ItemState.PENDING],
        uploading=counts[ItemState.UPLOADING],
        completed=counts[ItemState.COMPLETED],
        failed=counts[ItemState.FAILED],
        bytes_unsent=sum(each.size_bytes - each.custody.received_bytes for each in unsent),
        oldest_unsent_at=min((each.started_at for each in unsent), default=None),
    )


def progress(database: Database, places: Places) -> dict[str, Progress]:
    """Recording -> how far it is."""
    away = places.away()
    rows = database.rows(
        """SELECT r.recording, r.step, ifnull(t.failed > 0, 0),
               ifnull(t.pending + t.uploading > 0, 0), r.overflow,
               r.step = 'announce' AND r.reason IN (?, ?)
                   OR r.decision = 'discarded' AND r.discard = 'files'
                   OR r.decision = 'pending' AND (r.after_accept OR r.step = 'segments'
                       AND ifnull(t.pending + t.uploading, 0) = 0)
                   OR r.hold <> '' AND r.step IN ('announce', 'segments', 'finalise')
           FROM recordings r LEFT JOIN tallies t USING (recording) ORDER BY r.recording""",
        (why.AWAITS_CONSENT, why.RECEIVER_AWAITS_CONSENT),
    )
    return {
        row[0]: Progress(
            Step(row[1]),
            bool(row[2]),
            bool(row[3]),
            away.sentence(row[4]) is not None,
            bool(row[5]),
        )
        for row in rows
    }


def overflows(database: Database) -> list[str]:
    """Every folder that a recording is in, as the queue keeps them."""
    return [str(each) for (each,) in database.rows("SELECT DISTINCT overflow FROM recordings")]


def away(database: Database, places: Places) -> str | None:
    """The sentence about a disk that is not connected and has something to be sent."""
    away = places.away()
    rows = database.rows(
        """SELECT DISTINCT overflow FROM recordings
           WHERE step IN ('announce', 'segments', 'finalise', 'failed') ORDER BY overflow"""
    )
    return next((said for (each,) in rows if (said := away.sentence(each))), None)


def sizes(database: Database) -> dict[str, int]:
    """Recording -> bytes of its closed segments, but for those that were deleted here."""
    rows = database.rows(
        """SELECT recording, size_bytes FROM tallies JOIN recordings USING (recording)
           WHERE segments > 0 AND freed <> 'freed'"""
    )
    return {recording: int(size_bytes) for recording, size_bytes in rows}


def known(database: Database) -> dict[str, Known]:
    """Recording -> what the queue has of it, for every recording that has a row."""
    rows = database.rows(
        """SELECT recording, step, overflow, manifest_sha256 IS NOT NULL, saved,
               ifnull(segments, 0), receiver, freed, decision
           FROM recordings LEFT JOIN tallies USING (recording)"""
    )
    return {
        row[0]: Known(STEPS[row[1]], row[2], bool(row[3]), bool(row[4]), *row[5:]) for row in rows
    }


def segment_numbers(database: Database, recording: str) -> set[int]:
    """The segments of a recording that have a row."""
    rows = database.rows("SELECT segment FROM segments WHERE recording = ?", (recording,))
    return {row[0] for row in rows}


def news(database: Database) -> int:
    """The number of the last change; it only grows."""
    row = database.row("SELECT ifnull(max(news), 0) FROM news")
    return 0 if row is None else int(row[0])


def news_since(database: Database, last: int) -> list[tuple[int, str]]:
    """Number and recording of each change after `last`, the newest of each recording."""
    rows = database.rows("SELECT news, recording FROM news WHERE news > ? ORDER BY news", (last,))
    return [(int(number), str(recording)) for number, recording in rows]


def _is_enrolled(database: Database) -> bool:
    return meta(database, ENROLLED) == "yes"


def _time_or_none(text: str | None) -> datetime | None:
    return None if text is None else parse_rfc3339(text)

"""Shapes of jobs and statistics."""

from typing import Literal

from typing_extensions import TypedDict

from server.api.schemas.values import AnyObject, Count, Id, Instant, NextCursor, PageQuery, Share

JobState = Literal["queued", "running", "succeeded", "failed", "cancelled"]


class JobView(TypedDict):
    """One job; `progress`, `step`: of the current attempt; `error`: of the last one that failed.

    `next_attempt_at` is when one that failed is tried again.
    """

    job: Id
    kind: str
    recording: Id
    state: JobState
    progress: Share
    attempts: Count
    attempts_most: Count
    step: str | None
    error: str | None
    created_at: Instant
    started_at: Instant | None
    finished_at: Instant | None
    next_attempt_at: Instant | None


class JobEvent(TypedDict):
    """Something that happened to a job."""

    at: Instant
    attempt: Count
    event: str
    text: str


class JobSaying(TypedDict):
    """A line that a job, or a program that it used, wrote."""

    at: Instant
    attempt: Count
    text: str


class JobDetail(JobView):
    """One job, the last of what happened to it, and the last of what it said, oldest first."""

    log: list[JobEvent]
    said: list[JobSaying]
    params: AnyObject


class JobPage(TypedDict):
    """Jobs, newest first."""

    jobs: list[JobView]
    next: NextCursor


class JobFilter(PageQuery, total=False):
    """Which jobs; `active` ones are queued or running."""

    active: bool
    state: JobState
    kind: str
    recording: Id


class QueueView(TypedDict):
    """All jobs of one kind. `at_once` null: as many as there are workers. `required` ones belong to
    every recording. `failed` counts recordings whose newest job of this kind failed.
    """

    kind: str
    paused: bool
    at_once: Count | None
    required: bool
    running: Count
    waiting: Count
    failed: Count
    succeeded: Count
    oldest_waiting_at: Instant | None
    changed_at: Instant | None
    changed_by: str | None


class QueueList(TypedDict):
    """Every kind's queue, in the order in which a recording goes through them."""

    queues: list[QueueView]


class QueueControl(TypedDict, total=False):
    """What is to change; what is left out stays as it is."""

    paused: bool
    at_once: Count | None


class Queued(TypedDict):
    """How many jobs, or recordings, were queued."""

    kind: str
    queued: Count


class Wanted(TypedDict, total=False):
    """Which kinds of work are to be done anew; none: all that makes it playable, and the rest."""

    kinds: list[str]


class Processing(TypedDict):
    """The jobs that a recording waits for."""

    recording: Id
    jobs: list[Id]


class TransferNumbers(TypedDict):
    """What came over the wire. Rates are null where nothing came that could be counted."""

    chunks: Count
    received_bytes: Count
    repeated_chunks: Count
    refused_chunks: Count
    repeat_rate: Share | None
    refusal_rate: Share | None
    bytes_per_s: float | None


class RecordingNumbers(TypedDict):
    """What is here: counts, bytes, and how the jobs ended."""

    recordings: dict[str, Count]
    segments: Count
    stored_bytes: Count
    segment_bytes_mean: float | None
    segment_bytes_most: Count
    jobs: dict[str, Count]
    success_rate: Share | None
    failure_rate: Share | None


class DeviceNumbers(RecordingNumbers):
    """Of one device."""

    device: Id
    name: str | None
    transfers: TransferNumbers | None


class StudyNumbers(RecordingNumbers):
    """Of one study; null for recordings without one."""

    study: str | None


class Statistics(RecordingNumbers):
    """Of everything here, and of each device and study.

    `received_bytes` and `transfers` are null for users of some studies only.
    """

    received_bytes: Count | None
    transfers: TransferNumbers | None
    devices: list[DeviceNumbers]
    studies: list[StudyNumbers]

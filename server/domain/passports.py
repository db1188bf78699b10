"""A recording's passport for whoever asks now: what its files say, and what the database knows.

Values only; who may ask is decided before. Nothing is changed. What makes one is loaded when the
first is asked for.
"""

from sqlalchemy import select

from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import Json
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import JobRow, RecordingRow
from server.domain.custody import Custody
from server.domain.job_control import state_of
from server.domain.refusals import Refusal
from server.domain.transfers import Counts, Transfers
from server.jobs.results import Results


class Passports:
    """Makes them anew each time: custody changes as long as the recording lives."""

    def __init__(
        self,
        data: Store,
        database: Database,
        custody: Custody,
        transfers: Transfers,
        clock: Clock,
    ) -> None:
        self._data = data
        self._database = database
        self._custody = custody
        self._results = Results(database)
        self._transfers = transfers
        self._clock = clock

    def passport(self, row: RecordingRow) -> Json:
        """Everything that is known. Raises Refusal `not_ready` before it is stored."""
        from server.jobs.passport import passport_of

        if row.state != "stored":
            raise Refusal("not_ready", "The recording is not complete here yet.")
        view = self._custody.view(row.id, None).to_json()
        folder = self._data.recording(row.session, row.id)
        track = self._results.of(row.id).get("track")
        passport = passport_of(self._data.files, folder, self._clock.now())
        sent = self._transfers.of_devices().get(str(row.device), Counts())
        passport["receiver"] |= {
            # Whom it is about may have been chosen since.
            "tracking": None if track is None else track.facts,
            "custody": view["custody"],
            "playable": view["playable"],
            "jobs": self._jobs(row.id),
            "transfers": {
                "chunks": sent.chunks,
                "received_bytes": sent.received_bytes,
                "repeated_chunks": sent.repeated_chunks,
                "refused_chunks": sent.refused_chunks,
            },
        }
        return passport

    def page(self, row: RecordingRow) -> str:
        """The same as a page. Raises Refusal `not_ready`."""
        from holdfast.passport_page import passport_page
        from server.jobs.passport_section import of_receiver

        passport = self.passport(row)
        return passport_page(passport, of_receiver(passport["receiver"]))

    def _jobs(self, recording: str) -> list[Json]:
        query = select(JobRow).where(JobRow.recording == recording)
        with self._database.reading() as session:
            rows = session.scalars(query.order_by(JobRow.created_at, JobRow.id))
            return [_job(each) for each in rows]


def _job(row: JobRow) -> Json:
    return {
        "job": row.id,
        "kind": row.kind,
        "state": state_of(row),
        "attempts": row.attempts,
        "created_at": rfc3339(row.created_at),
        "finished_at": None if row.finished_at is None else rfc3339(row.finished_at),
        "error": row.error,
    }

"""What people wish for single recordings: now, before the others, not now, or not at all.

A wish is a row's and outlives restarts; it sends nothing and stops nothing by itself. Whatever is
on its way when a recording is held arrives; the next segment of it waits.
"""

import json
from collections.abc import Collection

from holdfast.clock import Clock
from uploader.database import Database
from uploader.items import Hold
from uploader.transitions import now_ms

_NAMED = "recording IN (SELECT value FROM json_each(:named))"


class Wishes:
    """The wishes of one queue, each for many recordings at once. Callable from any thread.

    Ids that the queue does not know are passed over: it may have been built anew meanwhile.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def hold(self, recordings: Collection[str], how: Hold) -> None:
        """Send nothing more of these; of what is at home already nothing changes."""
        with self._database.write() as database:
            database.execute(
                f"""UPDATE recordings SET hold = :how, first_ms = 0
                    WHERE {_NAMED} AND hold <> :how
                        AND step IN ('announce', 'segments', 'finalise', 'failed')""",
                {"how": how.value, "named": json.dumps(list(recordings))},
            )

    def go_on(self, recordings: Collection[str]) -> None:
        """Send these again, in their turn."""
        with self._database.write() as database:
            database.execute(
                f"UPDATE recordings SET hold = '' WHERE {_NAMED} AND hold <> ''",
                {"named": json.dumps(list(recordings))},
            )

    def send_first(self, recordings: Collection[str]) -> None:
        """Send these before all others, in the order in which they were made."""
        with self._database.write() as database:
            self._to_the_front(database, {"named": json.dumps(list(recordings))})

    def start_afresh(self, recordings: Collection[str], *, first: bool) -> None:
        """Put back in line whatever of these failed, waits or is held; `first` before all others.

        As `Queue.retry`, in one transaction however many they are.
        """
        named = {"named": json.dumps(list(recordings))}
        with self._database.write() as database:
            database.execute(
                f"""UPDATE segments SET state = 'pending', attempts = 0, mismatches = 0,
                       not_before_ms = 0, reason = '', ask_first = 1
                    WHERE {_NAMED} AND (state = 'failed' OR state = 'pending' AND attempts > 0)""",
                named,
            )
            database.execute(
                f"""UPDATE recordings SET attempts = 0, not_before_ms = 0, reason = '', hold = '',
                       step = CASE step WHEN 'failed' THEN 'announce' ELSE step END,
                       discard = CASE discard WHEN 'refused' THEN 'tell' ELSE discard END
                    WHERE {_NAMED} AND claim_token IS NULL""",
                named,
            )
            if first:
                self._to_the_front(database, named)

    def _to_the_front(self, database: Database, named: dict[str, str]) -> None:
        database.execute(
            f"""UPDATE recordings SET first_ms = :now, hold = ''
                WHERE {_NAMED} AND step IN ('announce', 'segments', 'finalise', 'failed')""",
            {**named, "now": now_ms(self._clock)},
        )

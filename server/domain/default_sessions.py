"""The session of files for which nobody named one: one for each device and participant."""

from typing import Final

from holdfast.clock import Clock
from server.db.engine import Database
from server.db.models import SessionRow
from server.domain.import_papers import default_session, session_of
from server.domain.refusals import Refusal
from server.domain.sessions import Sessions

_GENERATIONS: Final = 1000


class DefaultSessions:
    """Announces such a session when it is first needed."""

    def __init__(self, database: Database, sessions: Sessions, clock: Clock) -> None:
        self._database = database
        self._sessions = sessions
        self._clock = clock

    def of(self, device: str, participant: str) -> str:
        """Its id; the session is here when this returns.

        Raises Refusal `withdrawn` for a participant who was.
        """
        self._sessions.require_participant(participant)
        for generation in range(_GENERATIONS):
            session = default_session(device, participant, generation)
            try:
                if not self._is_there(session):
                    content = session_of(session, device, participant, self._clock.now())
                    self._sessions.announce(session, content, device)
            except Refusal as refusal:
                # One that was withdrawn is never taken again: another of the same kind is begun.
                if refusal.code == "withdrawn":
                    continue
                raise
            return session
        raise Refusal("conflict", "Every default session was withdrawn. Nothing was stored.")

    def _is_there(self, session: str) -> bool:
        with self._database.reading() as database:
            return database.get(SessionRow, session) is not None

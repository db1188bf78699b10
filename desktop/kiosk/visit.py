"""`visit.json`: the visit that goes on now, so that a computer that died can go on with it.

It says whose visit it is and which prompts it has, in which order. What was recorded and decided is
read from the recordings themselves: they are the truth, also of a visit that was cut off.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.kiosk.state import FlowState, Interrupted, Take
from desktop.study_values import CONSENT_PROMPT, Study
from holdfast import durable, salvage
from holdfast.consent import consent_of
from holdfast.decision import read_decision
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical, parse
from holdfast.layout import Home, RecordingFolder

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class VisitFile:
    """Writes, reads and removes the file of one home."""

    home: Home

    def remember(self, state: FlowState) -> None:
        """Write down whose visit it is, durably. Raises OSError."""
        value: Json = {
            "format_version": FORMAT_VERSION,
            "study": state.study.id,
            "study_version": state.study.version,
            "session": state.session,
            "participant": state.participant,
            "order": list(state.order),
            "consented_at": state.consented_at,
            "without_sound": state.without_sound,
            "language": state.study.language,
        }
        durable.write_replacing(self.home.visit, canonical(value))

    def forget(self) -> None:
        """There is nothing to go on with. Raises OSError."""
        if self.home.visit.exists():
            durable.remove(self.home.visit)

    def interrupted(self, study: Study) -> Interrupted | None:
        """The visit of this study that was cut off, with what is on disk of it.

        None where there is none, where nothing of it was recorded, and where it was another version
        of the study: then its recordings are kept, as always, and the next visit begins anew.
        """
        try:
            return self._read(study)
        except FileNotFoundError:
            return None
        except (OSError, FormatError) as error:
            _log.warning("the visit that was cut off is not gone on with: %s", error)
            return None

    def _read(self, study: Study) -> Interrupted | None:
        reader = Reader(parse(self.home.visit.read_bytes(), str(self.home.visit)), "the visit")
        session = reader.id("session")
        order = reader.texts("order")
        known = {CONSENT_PROMPT, *(each.id for each in study.prompts)}
        same = (reader.text("study"), reader.whole("study_version")) == (study.id, study.version)
        takes = tuple(self._takes(session))
        if not same or not known.issuperset(order) or not takes:
            return None
        return Interrupted(
            session=session,
            participant=reader.text("participant"),
            order=order,
            consented_at=reader.optional_text("consented_at"),
            consent_given=self._has_consent(session),
            without_sound=reader.flag("without_sound"),
            language=reader.optional_text("language") or "",
            takes=takes,
        )

    def _has_consent(self, session: str) -> bool:
        path = self.home.session_file(session)
        return path is not None and consent_of(parse(path.read_bytes(), str(path))) is not None

    def _takes(self, session: str) -> Iterator[Take]:
        for folder in self.home.session_recordings(session):
            try:
                take = _take(folder)
            except (OSError, FormatError) as error:
                _log.warning("%s is not counted among the takes: %s", folder.path, error)
                continue
            if take is not None:
                yield take


def _take(folder: RecordingFolder) -> Take | None:
    announcement = salvage.read_announcement(folder)
    if announcement is None or announcement.prompt is None:
        return None
    manifest, note = salvage.read_manifest(folder), read_decision(folder)
    return Take(
        prompt=announcement.prompt,
        recordings=(folder.recording,),
        decision="pending" if note is None else note.decision,
        counts=manifest is not None and manifest.state == "complete",
    )

"""The studies that a recording can belong to: those the receiver gave, and a file that was opened.

Which one is chosen, and in which language, stands in the settings (`capture.study`), so that it is
the same tomorrow.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop import settings_file
from desktop.study_values import Study
from holdfast.layout import Home

_log = logging.getLogger(__name__)

CHOICE = "capture.study"
LANGUAGE = "capture.study_language"
NONE = ""
"""The key of no study."""


@dataclass(frozen=True, slots=True)
class OfferedStudy:
    """A study to choose. `key` is its id, or the path of its file."""

    key: str
    study: Study


@dataclass(frozen=True, slots=True)
class Shelf:
    """The studies that are here, and the key of the chosen one; NONE for none."""

    offered: tuple[OfferedStudy, ...] = ()
    chosen: str = NONE
    language: str = ""
    """The code of the language that somebody chose for it; empty: that of the window."""

    @property
    def study(self) -> Study | None:
        """The chosen one; None where there is none, or where it is not here."""
        return next((each.study for each in self.offered if each.key == self.chosen), None)

    @property
    def is_gone(self) -> bool:
        """Whether a study is chosen that is not here any more."""
        return bool(self.chosen) and self.study is None


@dataclass(frozen=True, slots=True)
class StudyTerms:
    """What a recording of a study begins with."""

    study: str
    after_accept: bool
    consent: str | None = None
    """Version of the text that the participant agreed to."""
    awaits_consent: bool = False
    """Whether the study asks for consent and nobody has agreed yet."""


@dataclass(frozen=True, slots=True)
class StudyShelf:
    """Reads and chooses the studies of one home. Not for the thread of Qt: it reads files."""

    home: Home
    environ: Mapping[str, str] = field(default_factory=dict)

    def read(self) -> Shelf:
        """What is here. Raises SettingError. A study that cannot be read is left out and logged."""
        from desktop.settings import load_settings

        settings = load_settings(self.home.config, self.environ)
        chosen = settings.study
        offered = self._given()
        if chosen and chosen not in {each.key for each in offered}:
            offered += self._opened(chosen)
        return Shelf(tuple(offered), chosen, settings.study_language)

    def choose(self, key: str, language: str = "") -> Shelf:
        """Choose a study by its id, or by the path of its file, or none, also for the next start.

        `language` is the code of one of its languages; empty for that of the window. Raises
        StudyFaulty for a file with faults, SettingError and OSError; nothing changes then.
        """
        from desktop.study import load

        if key and key not in {each.key for each in self._given()}:
            load(Path(key))
        settings_file.change(self.home.config, {CHOICE: key, LANGUAGE: language})
        return self.read()

    def _given(self) -> list[OfferedStudy]:
        from desktop.given_studies import given_studies

        return [OfferedStudy(each.id, each) for each in given_studies(self.home)]

    def _opened(self, chosen: str) -> list[OfferedStudy]:
        from desktop.study import load

        path = Path(chosen)
        try:
            return [OfferedStudy(chosen, load(path))]
        except (OSError, ValueError) as error:
            _log.warning("the chosen study cannot be read: %s", error)
            return []

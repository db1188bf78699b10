"""The studies that the receiver gave to this computer, as values; those that can be used here."""

import logging

from desktop.study_reading import study_of
from desktop.study_values import Study, StudyFaulty
from holdfast.jsonform import FormatError
from holdfast.layout import Home
from uploader.studies import GivenStudies

_log = logging.getLogger(__name__)


def given_studies(home: Home) -> list[Study]:
    """All of them, by id. What cannot be read is left out and logged: it comes anew by itself."""
    try:
        files = GivenStudies(home).here()
    except (OSError, FormatError) as error:
        _log.warning("the studies that the receiver gave cannot be read: %s", error)
        return []
    found = []
    for content in files:
        name = f"study {content.get('study')}"
        try:
            found.append(study_of(content, name))
        except StudyFaulty as error:
            _log.warning("a study that the receiver gave cannot be used here: %s", error)
    return found


def given_study(home: Home, id_: str) -> Study | None:
    """The one of this id."""
    return next((each for each in given_studies(home) if each.id == id_), None)

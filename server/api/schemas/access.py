"""Shapes of studies, of the audit log and of what a device is given."""

from typing import Annotated

from typing_extensions import TypedDict

from server.api.schemas.values import (
    AnyObject,
    FormatVersion,
    Id,
    Instant,
    NextCursor,
    PageQuery,
    Positive,
    Says,
    Sha256,
)

StudyId = Annotated[str, Says({"pattern": "^[a-z0-9][a-z0-9_-]{0,63}$", "examples": ["smile"]})]
Title = Annotated[str, Says({"minLength": 1, "maxLength": 200})]


class StudyFile(TypedDict):
    """A study's file; whatever else it says is kept. The first version is 1."""

    format_version: FormatVersion
    study: StudyId
    version: Positive
    title: Title


class StudyView(StudyFile):
    """A version of a study's file, when it came and from whom."""

    at: Instant
    by: str
    sha256: Sha256


class StudySummary(TypedDict):
    """What a device compares with the version it has."""

    study: StudyId
    version: Positive
    sha256: Sha256


class StudyEntry(StudySummary):
    """A study in a list."""

    title: Title


class StudyList(TypedDict):
    """The studies that may be seen, by id."""

    studies: list[StudyEntry]


class GivenStudies(TypedDict):
    """The studies that were given to a device."""

    studies: list[StudyView]


class RenewedToken(TypedDict):
    """A device's next token, shown this once; the present one ends when this is used."""

    device: Id
    token: str


class AuditEntry(TypedDict):
    """One entry of the audit log; its hash covers the one before it."""

    format_version: FormatVersion
    seq: Positive
    at: Instant
    actor: str
    action: str
    subject: str
    facts: AnyObject
    previous: Sha256
    sha256: Sha256


class AuditPage(TypedDict):
    """Entries of the audit log, newest first."""

    entries: list[AuditEntry]
    next: NextCursor


class AuditFilter(PageQuery, total=False):
    """Which entries."""

    actor: str
    action: str
    subject: str

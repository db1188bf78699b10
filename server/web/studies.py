"""Studies: what is recorded for whom, by which rules, since when, and who may see it.

A study's file is written by the API and by `holdfast admin study put`; here it is read.
"""

from collections.abc import Iterator
from typing import Any

from flask import Blueprint, Response

from holdfast.jsonform import FormatError, Json
from server.api.context import receiver
from server.api.guard import principal
from server.auth.policy import Policy, Role, allow, keeps_to_scope
from server.domain.names import without_nul
from server.domain.statistics import statistics
from server.domain.studies import StudyVersion
from server.domain.study_rules import StudyRules
from server.web import texts
from server.web.render import page


def blueprint() -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_studies", __name__)
    routes.get("/studies")(studies)
    routes.get("/studies/<study>")(one_study)
    routes.get("/studies/<study>/versions/<int(max=999999):version>")(one_version)
    return routes


@allow(Policy.PAGE)
@keeps_to_scope
def studies() -> Response:
    here, scope = receiver(), principal().scope
    counted = statistics(here.database, here.transfers, scope)["studies"]
    numbers = {each["study"]: each for each in counted if each["study"] is not None}
    found = here.studies.newest(scope)
    known = {each.id for each in found}
    return page(
        "studies.html",
        studies=[(each, rules_in_words(each.content), numbers.get(each.id)) for each in found],
        # Recorded for a study whose file nobody put here.
        unknown=[numbers[name] for name in sorted(numbers.keys() - known)],
    )


@allow(Policy.PAGE)
def one_study(study: str) -> Response:
    without_nul(study, "The address")
    return _shown(receiver().studies.get(study))


@allow(Policy.PAGE)
def one_version(study: str, version: int) -> Response:
    without_nul(study, "The address")
    return _shown(receiver().studies.get(study, version))


def _shown(shown: StudyVersion) -> Response:
    versions = receiver().studies.versions(shown.id)
    return page(
        "study.html",
        shown=shown,
        is_newest=shown.version == versions[0].version,
        versions=versions,
        rules=rules_in_words(shown.content),
        **_who_may(shown.id),
    )


def _who_may(study: str) -> dict[str, Any]:
    """People and devices of a study, for administrators: others do not see who else there is."""
    here, asking = receiver(), principal()
    if asking.role is not Role.ADMIN:
        return {"people": None, "devices": None}
    people = [row for row in here.users.everyone() if row.revoked_at is None]
    devices = [row for row in here.devices.everyone() if row.revoked_at is None]
    return {
        "people": [row for row in people if row.studies is None or study in row.studies],
        "devices": [row for row in devices if row.studies is None or study in row.studies],
    }


def rules_in_words(content: Json) -> tuple[tuple[str, str], ...]:
    """What a study's file asks of this receiver: names, and what holds."""
    try:
        return tuple(_rules(StudyRules.of(content)))
    except FormatError as error:
        return (("Rules", f"{error}: nothing is taken and nothing deleted until it is mended."),)


def _rules(rules: StudyRules) -> Iterator[tuple[str, str]]:
    yield "Kept", "until withdrawn" if rules.kept is None else texts.count(rules.kept.days, "day")
    yield "Unfinished recordings", f"{texts.count(rules.abandoned_after.days, 'day')} without news"
    if rules.needs_consent_recording:
        yield "Consent", "asked for, and recorded"
    else:
        yield "Consent", "asked for" if rules.needs_consent else "not asked for"
    yield "Live view", "staff may watch while it is recorded" if rules.live_view else "no"

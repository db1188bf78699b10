"""What a study means for `holdfast record`: whose number, which prompt, how long, which consent.

The command line may say more than the study, and nothing against it. It records nothing.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop.given_studies import given_study
from desktop.recording.model import CaptureRequest
from desktop.study import load
from desktop.study_capture import asked_of
from desktop.study_values import NumberProblem, Study, StudyFaulty
from holdfast.command import Failure, WrongUsage, reason_of
from holdfast.layout import Home

NOTHING: Final = "Nothing was recorded."
AWAITS_CONSENT: Final = (
    "The study asks for consent, and nobody said that there is one: nothing of this session leaves"
    " this computer before holdfast queue consent SESSION --version {version}."
)
_FILES: Final = (".yaml", ".yml", ".json")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says of participant, prompt and consent."""

    participant: str | None
    prompt: str | None
    seconds: float | None
    consent: str | None
    awaits_consent: bool
    after_accept: bool


def study_named(home: Home, named: str) -> Study | None:
    """The study in this file, or of this id among those that the receiver gave.

    None for another id: then it is only written down. Raises Failure.
    """
    path = Path(named)
    if path.suffix.lower() not in _FILES and not path.is_file():
        return given_study(home, named)
    try:
        return load(path)
    except StudyFaulty as error:
        raise WrongUsage(f"{error}\n{NOTHING}") from error
    except OSError as error:
        raise Failure(f"{named} cannot be read ({reason_of(error)}). {NOTHING}") from error


def by_study(study: Study, asked: Asked) -> Asked:
    """What is asked for, completed by the study. Raises WrongUsage where they disagree."""
    prompt = _prompt(study, asked.prompt)
    longest_s = None if prompt is None else study.prompts[prompt].seconds
    return replace(
        asked,
        participant=_participant(study, asked.participant),
        seconds=longest_s if asked.seconds is None else asked.seconds,
        awaits_consent=_awaits_consent(study, asked),
        after_accept=asked.after_accept or study.after_accept,
    )


def _participant(study: Study, participant: str | None) -> str | None:
    rule = study.participant
    if participant is None:
        if rule.pattern is None and not rule.listed:
            return None
        example = rule.example or rule.listed[0]
        raise WrongUsage(
            f"The study {study.id} has numbers for participants, such as {example}. {NOTHING} Name"
            " one with --participant."
        )
    match rule.problem(participant):
        case None:
            return rule.normal(participant)
        case NumberProblem.NOT_LISTED:
            why = "is not in the study's list"
        case _:
            why = f"does not look like {rule.example}" if rule.example else "is no number"
    raise WrongUsage(f"The participant {participant!r} {why}. {NOTHING}")


def _prompt(study: Study, named: str | None) -> int | None:
    ids = [each.id for each in study.prompts]
    if named is None:
        return None
    if named not in ids:
        raise WrongUsage(
            f"The study {study.id} has no prompt {named!r}; it has {', '.join(ids)}. {NOTHING}"
        )
    return ids.index(named)


def _awaits_consent(study: Study, asked: Asked) -> bool:
    if study.consent is None or asked.awaits_consent:
        return asked.awaits_consent
    if asked.consent is not None and asked.consent not in study.consent_versions:
        versions = " or ".join(study.consent_versions)
        raise WrongUsage(
            f"The study's consent is version {versions}, not {asked.consent}. {NOTHING}"
        )
    return asked.consent is None


def captured_for(study: Study, capture: CaptureRequest, *, sound_named: bool) -> CaptureRequest:
    """What the study asks of this camera and microphone; `sound_named`: the command says which."""
    wish = study.capture
    silent = wish.sound == "none" and not sound_named
    return asked_of(wish, capture, silent=silent)

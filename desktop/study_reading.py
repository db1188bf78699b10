"""What a study's file may say: each key, its bounds, and what must agree with what.

`docs/studies.md` says the same for those who write studies. It reads text and touches no file.
"""

import re
from dataclasses import replace
from typing import Final

import yaml

from desktop.study_languages import CODE, read_languages, translated
from desktop.study_nodes import Section, text_of, top_section
from desktop.study_values import (
    CONSENT_PROMPT,
    COUNTDOWN_S,
    IDLE_RESET_S,
    NUMBER_LETTERS,
    ORDERS,
    SOUNDS,
    UPLOADS,
    CaptureWish,
    Consent,
    ConsentRecording,
    ParticipantRule,
    Prompt,
    Study,
    StudyFaulty,
)
from holdfast.jsonform import FORMAT_VERSION, Json

__all__ = ["parse", "study_of", "text_of"]

_ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}\Z")
_ID_RULE: Final = "up to 64 lower-case letters, digits, - and _"
_TITLE_LETTERS: Final = 200
_CONSENT_S: Final = 30.0
_HOUR_S: Final = 3600.0
_RECEIVERS_OWN: Final = ("at", "by", "sha256")
"""What the receiver adds to a study's file."""


def parse(text: str, name: str) -> Study:
    """The study that this YAML text describes. Raises StudyFaulty with every fault."""
    section = top_section(text, name)
    study = _study(section)
    section.end()
    if section.faults:
        raise StudyFaulty(name, section.faults)
    return study


def study_of(content: Json, name: str) -> Study:
    """The study of a file that was read already, as the receiver gives it. Raises StudyFaulty."""
    # Not its JSON: that has signs which YAML reads otherwise.
    return parse(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), name)


def _study(section: Section) -> Study:
    format_version = section.whole("format_version", 1, 1000, FORMAT_VERSION)
    if format_version != FORMAT_VERSION:
        section.fault(
            "format_version",
            f"`format_version` is {format_version}; this Holdfast reads version {FORMAT_VERSION}.",
        )
    for key in _RECEIVERS_OWN:
        section.has(key)
    _receivers_part(section)
    study = _in_one_language(section)
    others = read_languages(section, study)
    if not others:
        return study
    return replace(study, variants=(study, *(translated(study, each) for each in others)))


def _language(section: Section) -> str:
    code = section.optional_text("language", 3) or ""
    if code and not CODE.match(code):
        section.fault("language", f"`language` is {code!r}; write two or three letters, like en.")
    return code


def _in_one_language(section: Section) -> Study:
    return Study(
        id=_id(section, "study"),
        language=_language(section),
        version=section.whole("version", 1, 999_999, 1),
        title=section.text("title", _TITLE_LETTERS),
        welcome=_flowing(section, "welcome"),
        thanks=_flowing(section, "thanks"),
        consent=section.section("consent", "the consent", _consent),
        participant=section.section("participant", "the participant", _participant)
        or ParticipantRule(),
        prompts=_prompts(section),
        order=section.choice("order", ORDERS, ORDERS[0]),
        upload=section.choice("upload", UPLOADS, UPLOADS[0]),
        capture=section.section("capture", "the capture", _capture) or CaptureWish(),
        closing_wait_s=section.number("closing_wait_s", 0, _HOUR_S, 0.0),
        idle_reset_s=section.number("idle_reset_s", 20, _HOUR_S, IDLE_RESET_S),
    )


def _receivers_part(section: Section) -> None:
    """What the receiver does with the study; here it is only looked at for mistakes."""
    for key in ("retention_days", "abandoned_days"):
        if section.has(key):
            section.number(key, 1, 36_500, 1)
    section.flag("live_view", False)


def _flowing(section: Section, key: str) -> str | None:
    return section.flowing_text(key) if section.has(key) else None


def _id(section: Section, key: str) -> str:
    text = section.text(key)
    if text and not _ID.match(text):
        section.fault(key, f"`{key}` is {text!r}; it can have {_ID_RULE}.")
    return text


def _consent(section: Section) -> Consent:
    if not section.flag("required", False):
        section.fault(
            "required",
            "A consent says `required: true`; a text that nobody agrees to is a `welcome`.",
        )
    recorded = section.flag("recording", False)
    say, seconds = section.optional_text("say"), section.number("seconds", 3, 600, _CONSENT_S)
    countdown_s = _countdown_s(section)
    if recorded and say is None:
        section.fault("recording", "A consent that is recorded says in `say` what is said.")
    if not recorded:
        for key in ("say", "seconds", "countdown_s"):
            if section.has(key):
                section.fault(key, f"`{key}` is for a consent with `recording: true`.")
    return Consent(
        version=section.text("version", _TITLE_LETTERS),
        text=section.flowing_text("text"),
        statement=section.optional_text("statement", 500),
        recording=ConsentRecording(say or "", seconds, countdown_s) if recorded else None,
    )


def _participant(section: Section) -> ParticipantRule:
    rule = ParticipantRule(
        generated=section.flag("generated", False),
        pattern=section.optional_text("pattern", 200),
        example=section.optional_text("example", NUMBER_LETTERS),
        listed=tuple(section.texts("list")),
    )
    if rule.generated and (rule.pattern or rule.example or rule.listed):
        section.fault("generated", "A number that is generated has no pattern, example or list.")
    for number in rule.listed:
        if len(number) > NUMBER_LETTERS:
            section.fault("list", f"A number has up to {NUMBER_LETTERS} letters: {number[:20]}...")
    twice = sorted({each for each in rule.listed if rule.listed.count(each) > 1})
    if twice:
        section.fault("list", f"`list` has {twice[0]} more than once.")
    if _is_pattern(section, rule.pattern):
        _check_numbers(section, rule)
    return rule


def _is_pattern(section: Section, pattern: str | None) -> bool:
    if pattern is None:
        return False
    try:
        re.compile(pattern)
    except re.error as error:
        section.fault("pattern", f"`pattern` is not a regular expression ({error.msg}).")
        return False
    return True


def _check_numbers(section: Section, rule: ParticipantRule) -> None:
    pattern = re.compile(rule.pattern or "")
    if rule.example is None and not rule.listed:
        section.fault("pattern", "A `pattern` needs an `example`, which participants are shown.")
    if rule.example is not None and not pattern.fullmatch(rule.example):
        section.fault("example", f"The example {rule.example} does not fit the pattern.")
    odd = [each for each in rule.listed if not pattern.fullmatch(each)]
    if odd:
        section.fault("list", f"{odd[0]} of the list does not fit the pattern.")


def _prompts(section: Section) -> tuple[Prompt, ...]:
    prompts = section.sections("prompts", "prompt", _prompt)
    return tuple(_unlike(section, prompts))


def _unlike(section: Section, prompts: list[Prompt]) -> list[Prompt]:
    ids = [each.id for each in prompts]
    for name in dict.fromkeys(each for each in ids if each and ids.count(each) > 1):
        section.fault("prompts", f"Two prompts are called {name}; each needs an id of its own.")
    return prompts


def _prompt(section: Section) -> Prompt:
    prompt = Prompt(
        id=_id(section, "id"),
        title=section.text("title", _TITLE_LETTERS),
        instructions=section.flowing_text("instructions"),
        text=section.optional_text("text"),
        seconds=section.number("seconds", 1, _HOUR_S, 1) if section.has("seconds") else None,
        least_s=section.number("least_s", 0, _HOUR_S, 0.0),
        countdown_s=_countdown_s(section),
    )
    if prompt.id == CONSENT_PROMPT:
        section.fault(
            "id", f"{CONSENT_PROMPT} is what a recorded consent is called; choose another."
        )
    if prompt.seconds is not None and prompt.least_s > prompt.seconds:
        section.fault("least_s", "`least_s` is longer than `seconds`: nobody could stop in time.")
    return prompt


def _countdown_s(section: Section) -> int:
    return section.whole("countdown_s", 0, 30, COUNTDOWN_S)


def _capture(section: Section) -> CaptureWish:
    wish = CaptureWish(
        width=section.whole("width", 160, 7680, 0) or None,
        height=section.whole("height", 120, 4320, 0) or None,
        fps=section.number("fps", 1, 240, 0) or None,
        camera=section.optional_text("camera", _TITLE_LETTERS),
        microphone=section.optional_text("microphone", _TITLE_LETTERS),
        sound=section.choice("sound", SOUNDS, SOUNDS[0]),
    )
    if (wish.width is None) != (wish.height is None):
        section.fault(
            "height" if wish.width is None else "width", "`width` and `height` go together."
        )
    return wish

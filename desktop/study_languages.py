"""A study in several languages: what of it is said, language by language, and how it is read. Pure.

Ids, lengths and rules are the same in all of them; only the words differ.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from desktop.study_nodes import Section
from desktop.study_values import Consent, Prompt, Study

CODE: Final = re.compile(r"[a-z]{2,3}\Z")
_TITLE_LETTERS: Final = 200


@dataclass(frozen=True, slots=True)
class PromptWords:
    """One task in one language."""

    title: str
    instructions: str
    text: str | None


@dataclass(frozen=True, slots=True)
class ConsentWords:
    """The consent in one language; a translation may have a version of its own."""

    version: str | None
    text: str
    statement: str | None
    say: str | None


@dataclass(frozen=True, slots=True)
class StudyWords:
    """Everything that a participant reads, in one language."""

    language: str
    title: str | None
    welcome: str | None
    thanks: str | None
    consent: ConsentWords | None
    prompts: Mapping[str, PromptWords]


def translated(study: Study, words: StudyWords) -> Study:
    """The study in another language; what that lacks stays as it was."""
    return replace(
        study,
        language=words.language,
        title=words.title or study.title,
        welcome=words.welcome or study.welcome,
        thanks=words.thanks or study.thanks,
        consent=_consent(study.consent, words.consent),
        prompts=tuple(_prompt(each, words.prompts.get(each.id)) for each in study.prompts),
    )


def _consent(consent: Consent | None, words: ConsentWords | None) -> Consent | None:
    if consent is None or words is None:
        return consent
    recording = consent.recording
    if recording is not None and words.say is not None:
        recording = replace(recording, say=words.say)
    return Consent(
        version=words.version or consent.version,
        text=words.text,
        statement=words.statement or consent.statement,
        recording=recording,
    )


def _prompt(prompt: Prompt, words: PromptWords | None) -> Prompt:
    if words is None:
        return prompt
    return replace(
        prompt,
        title=words.title,
        instructions=words.instructions,
        text=words.text if prompt.text is not None else None,
    )


def read_languages(section: Section, study: Study) -> tuple[StudyWords, ...]:
    """The further languages of a study's file; what one lacks that the study has is a fault."""
    found: list[StudyWords] = []

    def read(languages: Section) -> None:
        for code in languages.keys:
            if not CODE.match(code) or code == study.language:
                languages.has(code)
                languages.fault(code, _not_a_language(code, study.language))
                continue
            read_words = partial(_words, code=code, study=study)
            words = languages.section(code, f"the language {code}", read_words)
            if words is not None:
                found.append(words)

    section.section("languages", "the languages", read)
    if found and not study.language:
        section.fault(
            "languages", "A study in several languages says in `language` which its first is."
        )
    return tuple(found)


def _not_a_language(code: str, first: str) -> str:
    if code == first:
        return f"`{code}` is the study's first language; its texts stand outside `languages`."
    return f"`{code}` is no language; write two or three letters, for example de."


def _words(section: Section, code: str, study: Study) -> StudyWords:
    return StudyWords(
        language=code,
        title=section.optional_text("title", _TITLE_LETTERS),
        welcome=_needed_where(section, "welcome", study.welcome is not None),
        thanks=_needed_where(section, "thanks", study.thanks is not None),
        consent=_consent_words(section, study.consent),
        prompts=_all_prompts(section, study.prompts),
    )


def _needed_where(section: Section, key: str, is_needed: bool) -> str | None:
    return section.flowing_text(key) if is_needed or section.has(key) else None


def _consent_words(section: Section, consent: Consent | None) -> ConsentWords | None:
    if consent is None:
        return None

    def read(words: Section) -> ConsentWords:
        has_statement, recorded = consent.statement is not None, consent.recording is not None
        return ConsentWords(
            version=words.optional_text("version", _TITLE_LETTERS),
            text=words.flowing_text("text"),
            statement=words.text("statement", 500) if has_statement else None,
            say=words.text("say") if recorded else None,
        )

    if not section.has("consent"):
        section.fault("consent", "Nobody can agree to a text in another language: add `consent`.")
    return section.section("consent", "the consent", read)


def _all_prompts(section: Section, prompts: Sequence[Prompt]) -> dict[str, PromptWords]:
    found: dict[str, PromptWords] = {}

    def read(each: Section) -> None:
        for prompt in prompts:
            read_words = partial(_words_of, prompt=prompt)
            words = each.section(prompt.id, f"the prompt {prompt.id}", read_words)
            if words is None:
                each.fault(prompt.id, f"The prompt {prompt.id} is not translated.")
            else:
                found[prompt.id] = words

    if not section.has("prompts"):
        section.fault("prompts", "The prompts are not translated: add `prompts` with their ids.")
    section.section("prompts", "the translated prompts", read)
    return found


def _words_of(section: Section, prompt: Prompt) -> PromptWords:
    return PromptWords(
        title=section.text("title", _TITLE_LETTERS),
        instructions=section.flowing_text("instructions"),
        text=section.text("text") if prompt.text is not None else None,
    )

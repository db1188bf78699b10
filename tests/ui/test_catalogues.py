"""The catalogues: whole, up to date with the source, and as the window reads them."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QTranslator

from desktop.ui.words import CONTEXT, LANGUAGES
from scripts import translations

CATALOGUES = [language for language in LANGUAGES if language != "en"]
FACT = re.compile(r"\{(\w+)\}|%L?n")
MNEMONIC = re.compile(r"&(?=\w)")
FORMS = {1: 0, 2: 1, 5: 1}
"""Which form a number takes, in German as in Spanish."""


class Message(NamedTuple):
    """A sentence and its translation in each of its forms."""

    source: str
    forms: tuple[str, ...]


def messages(language: str) -> Iterator[Message]:
    for message in ET.parse(catalogue(language)).iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = translation.findall("numerusform") or [translation]
        source = message.findtext("source", "")
        yield Message(source, tuple(form.text or "" for form in forms))


def catalogue(language: str) -> Path:
    return translations.FOLDER / f"{language}.ts"


def test_every_sentence_is_translated_and_none_is_left_over() -> None:
    assert translations.out_of_date(*translations.collect()) == []


@pytest.mark.parametrize("language", CATALOGUES)
def test_translations_keep_what_is_filled_in(language: str) -> None:
    own, told = translations.collect()
    added = {
        source: set(FACT.findall(form)) - set(FACT.findall(source))
        for source, forms in messages(language)
        for form in forms
    }
    lost = [
        source
        for source, forms in messages(language)
        if source in own and source not in told
        for form in forms
        if {each for each in FACT.findall(source) if each} - set(FACT.findall(form))
    ]

    assert {source: facts for source, facts in added.items() if facts} == {}
    assert lost == []


@pytest.mark.parametrize("language", CATALOGUES)
def test_what_has_a_mnemonic_has_one_in_every_language(language: str) -> None:
    differ = [
        source
        for source, forms in messages(language)
        for form in forms
        if len(MNEMONIC.findall(source.split("|")[0])) != len(MNEMONIC.findall(form))
    ]

    assert differ == []


@pytest.mark.parametrize("language", CATALOGUES)
def test_the_window_reads_what_the_translators_wrote(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(catalogue(language).with_suffix(".qm")))

    differ = [
        source
        for source, forms in messages(language)
        for count, form in (FORMS.items() if len(forms) > 1 else [(-1, 0)])
        if translator.translate(CONTEXT, source, None, count) != forms[form]
    ]

    assert differ == []

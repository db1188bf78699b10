"""Every page in every language: nothing forgotten, nothing cut, all of it by keyboard."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.theme import Tokens
from tests.support.gallery import AREAS, data_of, pages_of, speaking
from tests.support.words_seen import cut, settle, twins, unreachable, untranslated, words_of


@pytest.mark.parametrize("area", AREAS)
def test_no_word_of_any_page_was_forgotten(qapp: QApplication, tokens: Tokens, area: str) -> None:
    found = []
    with speaking(qapp, "pseudo"):
        for name, page in pages_of(area, tokens):
            found += [
                f"{name}: {whose}: {words!r}: {left}"
                for whose, words in words_of(page)
                if (left := untranslated(words, data_of(area)))
            ]

    assert found == []


@pytest.mark.parametrize("language", ["en", "de", "es", "pseudo"])
@pytest.mark.parametrize("area", AREAS)
def test_nothing_on_any_page_is_cut(
    qapp: QApplication, tokens: Tokens, area: str, language: str
) -> None:
    found = []
    with speaking(qapp, language):
        for name, page in pages_of(area, tokens):
            page.show()
            settle()
            found += [f"{name}: {each}" for each in cut(page)]

    assert found == []


@pytest.mark.parametrize("language", ["en", "de", "es"])
@pytest.mark.parametrize("area", AREAS)
def test_every_control_has_a_name_and_a_key_that_leads_to_it_alone(
    qapp: QApplication, tokens: Tokens, area: str, language: str
) -> None:
    found = []
    with speaking(qapp, language):
        for name, page in pages_of(area, tokens):
            page.show()
            settle()
            found += [f"{name}: {each}" for each in unreachable(page)]
            found += [f"{name}: Alt+{each} stands there twice" for each in twins(page)]

    assert found == []

"""Every page in every language: nothing forgotten, nothing cut, all of it by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.theme import Tokens
from tests.support.gallery import AREAS, data_of, pages_of, speaking
from tests.support.words_seen import cut, settle, twins, unreachable, untranslated, words_of


def forgotten(page: QWidget, area: str) -> Iterator[str]:
    """What stands in English on a page that is to be in another language."""
    for whose, words in words_of(page):
        left = untranslated(words, data_of(area))
        if left:
            yield f"not translated: {whose}: {words!r}: {left}"


@pytest.mark.parametrize("area", AREAS)
def test_no_word_of_any_page_is_forgotten_and_the_longest_fit(
    qapp: QApplication, tokens: Tokens, area: str
) -> None:
    found = []
    with speaking(qapp, "pseudo"):
        for name, page in pages_of(area, tokens):
            page.show()
            settle()
            found += [f"{name}: {each}" for each in (*forgotten(page, area), *cut(page))]

    assert found == []


@pytest.mark.parametrize("language", ["en", "de", pytest.param("es", marks=pytest.mark.slow)])
@pytest.mark.parametrize("area", AREAS)
def test_everything_fits_has_a_name_and_a_key_that_leads_to_it_alone(
    qapp: QApplication, tokens: Tokens, area: str, language: str
) -> None:
    found = []
    with speaking(qapp, language):
        for name, page in pages_of(area, tokens):
            page.show()
            settle()
            found += [f"{name}: {each}" for each in (*cut(page), *unreachable(page))]
            found += [f"{name}: Alt+{each} stands there twice" for each in twins(page)]

    assert found == []

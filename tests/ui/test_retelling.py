"""What the uploader and the recorder said in English, told in the language of the app."""

import json
from collections.abc import Iterator
from datetime import datetime
from importlib.resources import files

import pytest
from PySide6.QtWidgets import QApplication

from desktop.recording.disk import left_sentence
from desktop.ui.retelling import FACT, retell
from desktop.ui.words import tr
from tests.support.gallery import speaking
from uploader.pace_texts import left
from uploader.why import TOKEN_REFUSED, travels

TOLD: list[str] = json.loads(files("resources").joinpath("translations/sentences.json").read_text())


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    with speaking(qapp, "de"):
        yield


def filled(pattern: str) -> str:
    """The sentence with facts that are nobody's words."""
    return FACT.sub(lambda found: f"X{len(found[1])}-{found[1][0]}.mp4", pattern)


def test_in_english_nothing_is_touched() -> None:
    assert retell(TOKEN_REFUSED) == TOKEN_REFUSED


@pytest.mark.usefixtures("german")
def test_every_sentence_is_known_again_with_any_facts() -> None:
    mistold = [
        (said, retell(said))
        for pattern in TOLD
        if retell(said := filled(pattern)) != filled(tr(pattern))
    ]

    assert mistold == []


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("english", "part"),
    [
        (TOKEN_REFUSED, "Dieser Computer darf nicht mehr senden."),
        (left_sentence(720), "Noch Platz für 12 min in dieser Qualität."),
        (left(130), "noch etwa 2 min"),
        ("The receiver does not answer. Next try in 3:12.", "Nächster Versuch in 3:12."),
        ("2 recordings recovered, 3 min 10 s", "2 Aufnahmen gerettet, 3 min 10 s"),
        ("The recording is 3.2 s long, shorter than 5 s.", "3,2 s lang, kürzer als 5 s."),
        (travels(datetime(2026, 10, 3, 14, 2).astimezone()), "am 3.\N{NO-BREAK SPACE}Okt., 14:02"),
        (
            "Sending is paused until 2026-03-04 09:00. Recordings are safe on this computer.",
            "bis 4.\N{NO-BREAK SPACE}März, 09:00",
        ),
        ("No face was seen for 40 % of the time.", "Es war 40 % der Zeit kein Gesicht zu sehen."),
    ],
)
def test_sentences_as_they_come(english: str, part: str) -> None:
    assert part in retell(english)


@pytest.mark.usefixtures("german")
def test_what_nobody_knows_is_shown_as_it_came_among_what_is_known() -> None:
    said = "Segment 4 is wet. The receiver's disk is full. Odd things happen."

    assert retell(said) == (
        "Segment 4 is wet. Die Festplatte des Empfängers ist voll. Odd things happen."
    )


@pytest.mark.usefixtures("german")
def test_a_fact_with_a_full_stop_in_it_breaks_nothing() -> None:
    said = (
        "Camera “Dr. Who. No. 2” opened but gave no picture; nothing is recorded. "
        "Unplug it and plug it in again, or choose another."
    )

    assert retell(said).startswith("Kamera „Dr. Who. No. 2“ ließ sich öffnen")

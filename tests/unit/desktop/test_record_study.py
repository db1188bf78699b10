"""What a study means for a recording without a window, and which studies are here."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.given_studies import given_studies, given_study
from desktop.record_study import Asked, by_study, captured_for, study_named
from desktop.recording.model import CaptureRequest
from desktop.study_values import CaptureWish, Consent, ParticipantRule, Prompt, Study
from holdfast.command import Failure, WrongUsage
from holdfast.jsonform import canonical
from holdfast.layout import Home

STUDY = Study("faces", 1, "Faces", (Prompt("smile", "Smile", "Smile.", seconds=20),))
NOTHING = Asked(
    participant=None,
    prompt=None,
    seconds=None,
    consent=None,
    awaits_consent=False,
    after_accept=False,
)
NUMBERED = replace(STUDY, participant=ParticipantRule(pattern="A-[0-9]", example="A-1"))
CONSENTED = replace(STUDY, consent=Consent("v2", "We film you."))
CONTENT = {
    "format_version": 1,
    "study": "faces",
    "version": 3,
    "title": "Gesichter 😀",
    "prompts": [{"id": "smile", "title": "Smile", "instructions": "Smile: \u2028 now."}],
    "at": "2026-11-21T10:00:00.000Z",
}


def keep(home: Home, *contents: dict[str, object]) -> None:
    home.studies.write_bytes(canonical({"format_version": 1, "studies": list(contents)}))


def test_the_prompt_says_how_long() -> None:
    assert by_study(STUDY, replace(NOTHING, prompt="smile")).seconds == 20
    assert by_study(STUDY, replace(NOTHING, prompt="smile", seconds=3)).seconds == 3
    assert by_study(STUDY, NOTHING) == NOTHING


def test_another_prompt_is_wrong_usage() -> None:
    with pytest.raises(WrongUsage, match="has no prompt 'frown'; it has smile"):
        by_study(STUDY, replace(NOTHING, prompt="frown"))


def test_a_number_is_written_as_the_study_has_it() -> None:
    assert by_study(NUMBERED, replace(NOTHING, participant="a-1")).participant == "A-1"


@pytest.mark.parametrize(
    ("study", "participant", "said"),
    [
        (NUMBERED, None, "has numbers for participants, such as A-1"),
        (NUMBERED, "1", "'1' does not look like A-1"),
        (
            replace(STUDY, participant=ParticipantRule(listed=("A-1",))),
            "A-2",
            "is not in the study's list",
        ),
        (STUDY, " ", "' ' is no number"),
    ],
)
def test_another_number_is_wrong_usage(study: Study, participant: str | None, said: str) -> None:
    with pytest.raises(WrongUsage, match=said):
        by_study(study, replace(NOTHING, participant=participant))


def test_without_a_word_about_consent_nothing_leaves() -> None:
    assert by_study(CONSENTED, NOTHING).awaits_consent
    assert not by_study(CONSENTED, replace(NOTHING, consent="v2")).awaits_consent
    assert not by_study(STUDY, replace(NOTHING, consent="v9")).awaits_consent


def test_consent_to_a_translation_with_a_version_of_its_own_counts() -> None:
    german = replace(CONSENTED, language="de", consent=Consent("v2-de", "Wir filmen Sie."))
    both = replace(CONSENTED, variants=(CONSENTED, german))

    assert not by_study(both, replace(NOTHING, consent="v2-de")).awaits_consent
    with pytest.raises(WrongUsage, match="version v2 or v2-de, not v1"):
        by_study(both, replace(NOTHING, consent="v1"))


def test_consent_to_another_version_is_wrong_usage() -> None:
    with pytest.raises(WrongUsage, match="version v2, not v1"):
        by_study(CONSENTED, replace(NOTHING, consent="v1"))


def test_a_study_holds_back_what_nobody_accepted() -> None:
    assert by_study(replace(STUDY, upload="after_accept"), NOTHING).after_accept


def test_a_study_asks_for_a_picture_and_the_command_for_a_microphone() -> None:
    study = replace(STUDY, capture=CaptureWish(640, 480, 25.0, sound="none"))
    capture = CaptureRequest("test", audio="default", width=1280, height=720)

    wanted = captured_for(study, capture, sound_named=False)

    assert (wanted.width, wanted.height, wanted.fps, wanted.audio) == (640, 480, 25.0, "none")
    assert captured_for(study, capture, sound_named=True).audio == "default"
    assert captured_for(STUDY, capture, sound_named=False) == capture


def test_the_receivers_studies_are_known_by_their_ids(tmp_path: Path) -> None:
    home = Home(tmp_path)
    keep(home, CONTENT, {"format_version": 1, "study": "bare", "version": 1, "title": "Bare"})

    found = given_study(home, "faces")

    assert found is not None
    assert (found.version, found.title) == (3, "Gesichter 😀")
    assert found.prompts[0].instructions == "Smile: \u2028 now."
    assert [each.id for each in given_studies(home)] == ["faces"]
    assert study_named(home, "faces") == found
    assert study_named(home, "unknown") is None


def test_damaged_studies_come_anew_and_stop_nothing(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert given_studies(home) == []
    home.studies.write_text("{")

    assert given_studies(home) == []


def test_a_study_can_be_a_file(tmp_path: Path) -> None:
    file = tmp_path / "faces.yaml"
    with pytest.raises(Failure, match=r"faces.yaml cannot be read \(No such file"):
        study_named(Home(tmp_path), str(file))
    file.write_text("study: faces\n")
    with pytest.raises(WrongUsage, match=r"faces.yaml:1: The study lacks `title`."):
        study_named(Home(tmp_path), str(file))

    file.write_bytes(canonical(CONTENT))

    found = study_named(Home(tmp_path), str(file))
    assert found is not None
    assert found.id == "faces"

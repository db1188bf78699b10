"""A study's file: everything that is wrong in it is told at once, in plain words, with its line."""

from pathlib import Path

import pytest
import yaml

from desktop.study import NumberProblem, ParticipantRule, StudyFaulty, load
from desktop.study_reading import parse, study_of
from server.domain.study_rules import StudyRules

EXAMPLE = Path(__file__).parents[3] / "resources/studies/facial-expressions.yaml"
ID_RULE = "up to 64 lower-case letters, digits, - and _"
SMALL = """\
study: smile
title: Smiles
prompts:
  - id: smile
    title: Smile
    instructions: Smile, please.
"""


def faults_of(text: str) -> list[str]:
    with pytest.raises(StudyFaulty) as raised:
        parse(text, "smile.yaml")
    return str(raised.value).splitlines()


def test_the_example_is_the_three_prompts() -> None:
    study = load(EXAMPLE)

    assert [each.id for each in study.prompts] == [
        "facial_expressions",
        "head_movements",
        "reading_aloud",
    ]
    assert study.prompts[2].text is not None
    assert study.consent is not None
    assert study.participant.problem("A-1042") is None
    assert (study.after_accept, study.idle_reset_s, study.closing_wait_s) == (False, 90.0, 0.0)


def test_the_receiver_reads_the_same_file() -> None:
    content = yaml.safe_load(EXAMPLE.read_text("utf-8"))

    assert StudyRules.of(content).needs_consent


def test_a_small_study_needs_three_lines_and_a_prompt() -> None:
    study = parse(SMALL, "smile.yaml")

    assert (study.version, study.order, study.upload) == (1, "listed", "while_recording")
    assert study.consent is None
    assert study.prompts[0].seconds is None
    assert study.prompts[0].countdown_s == 3


def test_what_a_study_says_arrives() -> None:
    study = parse(
        SMALL
        + """\
version: 7
order: random
upload: after_accept
closing_wait_s: 120
idle_reset_s: 60.5
welcome: Hello
thanks: Goodbye
capture: {width: 1280, height: 720, fps: 25, sound: wished}
consent:
  required: true
  version: v3
  text: We film you.
  recording: true
  say: I agree.
  seconds: 12
participant: {list: [P-1, P-2]}
retention_days: 30
""",
        "smile.yaml",
    )

    assert (study.version, study.order, study.after_accept) == (7, "random", True)
    assert (study.closing_wait_s, study.idle_reset_s) == (120.0, 60.5)
    assert (study.welcome, study.thanks) == ("Hello", "Goodbye")
    wish = study.capture
    assert (wish.width, wish.height, wish.fps, wish.sound) == (1280, 720, 25.0, "wished")
    assert study.consent is not None
    assert study.consent.version == "v3"
    recording = study.consent_recording
    assert recording is not None
    assert (recording.say, recording.seconds) == ("I agree.", 12.0)
    assert study.participant.listed == ("P-1", "P-2")


def test_where_lines_end_means_nothing_but_to_a_list_and_a_poem() -> None:
    wrapped = "|\n  One line\n  and on.\n\n  - a\n    and on\n  - b\n  2. c\n"
    study = parse(
        SMALL + "    text: |\n      Rose\n      is red\nwelcome: " + wrapped, "smile.yaml"
    )

    assert study.welcome == "One line and on.\n\n- a and on\n- b\n2. c"
    assert study.prompts[0].text == "Rose\nis red"


def test_folded_paragraphs_would_be_lost_on_the_way_and_are_told() -> None:
    assert parse(SMALL + "welcome: >\n  One\n  line.\n", "smile.yaml").welcome == "One line."
    assert faults_of(SMALL + "welcome: >\n  One.\n\n  Two.\n") == [
        "smile.yaml:7: `welcome` has several paragraphs; begin it with | in the place of >."
    ]


def test_a_study_reads_the_same_after_it_was_at_the_receiver() -> None:
    content = yaml.safe_load(EXAMPLE.read_text("utf-8"))

    assert study_of({**content, "format_version": 1, "version": 1}, "given") == load(EXAMPLE)


def test_all_faults_are_told_at_once_with_their_lines() -> None:
    assert faults_of(
        """\
study: Smile
promts: []
idle_reset_s: 5
upload: later
prompts:
  - id: smile
    title: 2026-11-01
    instructions: Smile.
    seconds: long
  - just text
"""
    ) == [
        f"smile.yaml:1: `study` is 'Smile'; it can have {ID_RULE}.",
        "smile.yaml:1: The study lacks `title`.",
        "smile.yaml:2: The study has no `promts`. Is `prompts` meant?",
        "smile.yaml:3: `idle_reset_s` is 5; it can be 20 to 3600.",
        "smile.yaml:4: `upload` is 'later'; it can be while_recording or after_accept.",
        'smile.yaml:7: `title` must be text, not a date; put quotes around it: "2026-11-01".',
        "smile.yaml:9: `seconds` must be a number, not text.",
        "smile.yaml:10: A prompt is a list of `key: value` lines.",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "1: A study is a list of `key: value` lines."),
        ("- a\n- b\n", "1: A study is a list of `key: value` lines."),
        ("study: smile\ntitle: x\n\tprompts: y\n", "3: A tab stands here; indent with spaces."),
        (
            "study: smile\ntitle: a: b\n",
            "2: There is a colon too many; put quotes around a text with a colon in it.",
        ),
        (
            'study: smile\ntitle: "a\n',
            "3: Something that was opened is not closed: quotes or brackets.",
        ),
        ("study: smile\ntitle: \x01\n", "2: A sign stands here that no text has; delete it."),
        (SMALL + "title: Again\n", "7: `title` stands here a second time; see line 2."),
        (SMALL + "[1, 2]: x\n", "7: A key must be a plain word."),
        (SMALL + "version: 0\n", "7: `version` is 0; it can be 1 to 999999."),
        (SMALL + "version: true\n", "7: `version` must be a whole number, not yes or no."),
        (SMALL + "closing_wait_s: .nan\n", "7: `closing_wait_s` is nan; it can be 0 to 3600."),
        (
            SMALL + "welcome: yes\n",
            '7: `welcome` must be text, not yes or no; put quotes around it: "yes".',
        ),
        (SMALL + 'welcome: " "\n', "7: `welcome` is empty."),
        (SMALL + "format_version: 2\n", "7: `format_version` is 2; this Holdfast reads version 1."),
        (SMALL + "retention_days: 0\n", "7: `retention_days` is 0; it can be 1 to 36500."),
        (SMALL + "capture: {width: 640}\n", "7: `width` and `height` go together."),
        (
            SMALL + "capture: fast\n",
            "7: `capture` must be a section: `key: value` lines, indented, not text.",
        ),
        (
            SMALL.replace("id: smile", "id: consent"),
            "4: consent is what a recorded consent is called; choose another.",
        ),
        (
            SMALL + "    seconds: 3\n    least_s: 4\n",
            "8: `least_s` is longer than `seconds`: nobody could stop in time.",
        ),
        (
            SMALL + "  - {id: smile, title: B, instructions: B}\n",
            "3: Two prompts are called smile; each needs an id of its own.",
        ),
        ("study: a\ntitle: A\nprompts: []\n", "3: `prompts` is empty."),
        (
            "study: a\ntitle: A\nprompts: 3\n",
            "3: `prompts` must be a list: lines that begin with a dash, not a number.",
        ),
    ],
)
def test_a_fault_says_where_and_what(text: str, fault: str) -> None:
    assert faults_of(text) == [f"smile.yaml:{fault}"]


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (
            "version: v1\n  text: T",
            "8: A consent says `required: true`; a text that nobody agrees to is a `welcome`.",
        ),
        ("required: true\n  text: T", "8: The consent lacks `version`."),
        (
            "required: true\n  version: v1\n  text: T\n  recording: true",
            "11: A consent that is recorded says in `say` what is said.",
        ),
        (
            "required: true\n  version: v1\n  text: T\n  say: I do",
            "11: `say` is for a consent with `recording: true`.",
        ),
    ],
)
def test_a_consent_is_complete(lines: str, fault: str) -> None:
    assert faults_of(f"{SMALL}consent:\n  {lines}\n") == [f"smile.yaml:{fault}"]


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("{pattern: '['}", "`pattern` is not a regular expression (unterminated character set)."),
        ("{pattern: 'A.'}", "A `pattern` needs an `example`, which participants are shown."),
        ("{pattern: 'A.', example: B1}", "The example B1 does not fit the pattern."),
        ("{pattern: 'A.', list: [A1, B1]}", "B1 of the list does not fit the pattern."),
        ("{list: [A1, A1]}", "`list` has A1 more than once."),
        ("{list: [17]}", "Each of `list` must be text; put quotes around it."),
        ("{list: []}", "`list` is empty."),
        (
            "{generated: true, example: A1}",
            "A number that is generated has no pattern, example or list.",
        ),
    ],
)
def test_the_rule_for_numbers_agrees_with_itself(rule: str, fault: str) -> None:
    assert faults_of(f"{SMALL}participant: {rule}\n") == [f"smile.yaml:7: {fault}"]


def test_numbers_are_held_against_the_rule() -> None:
    rule = ParticipantRule(pattern="A-[0-9]{4}", example="A-1042", listed=("A-1042", "A-1043"))

    assert rule.problem("  ") is NumberProblem.EMPTY
    assert rule.problem("1042") is NumberProblem.OTHER_FORM
    assert rule.problem("A-1044") is NumberProblem.NOT_LISTED
    assert rule.problem(" a-1042 ") is None
    assert rule.normal(" a-1042 ") == "A-1042"
    assert rule.signs == "A-"


def test_small_letters_stay_where_the_study_has_them() -> None:
    rule = ParticipantRule(listed=("Anna", "BERT"))

    assert rule.normal("Anna") == "Anna"
    assert rule.problem("anna") is NumberProblem.NOT_LISTED


def test_keys_for_the_one_who_writes_it_are_left_alone() -> None:
    assert parse(SMALL + "x_ethics: 2026/17\n", "smile.yaml").id == "smile"


def test_another_encoding_is_told(tmp_path: Path) -> None:
    file = tmp_path / "smile.yaml"
    file.write_bytes(SMALL.encode() + "welcome: Grüezi\n".encode("latin-1"))

    with pytest.raises(StudyFaulty, match=r"smile.yaml:7: This line is not UTF-8"):
        load(file)


def test_a_film_is_no_study(tmp_path: Path) -> None:
    file = tmp_path / "film.mp4"
    file.write_bytes(b"a" * (1 << 20) + b"a")

    with pytest.raises(StudyFaulty, match="larger than 1 MiB"):
        load(file)


def test_deep_brackets_are_told() -> None:
    assert faults_of("study: " + "[" * 5000) == ["smile.yaml:1: The file is not readable as YAML."]


SPOKEN = """\
study: smile
title: Smiles
language: en
welcome: Hello.
consent:
  required: true
  version: "1"
  text: We film you.
  statement: I agree.
prompts:
  - id: smile
    title: Smile
    instructions: Smile, please.
    seconds: 5
languages:
  de:
    welcome: Hallo.
    consent:
      version: 1-de
      text: Wir filmen Sie.
      statement: Ich stimme zu.
    prompts:
      smile:
        title: Lächeln
        instructions: Bitte lächeln.
"""


def test_a_study_has_its_words_in_each_of_its_languages_and_the_same_rules() -> None:
    study = parse(SPOKEN, "smile.yaml")
    german = study.in_language("de")

    assert study.languages == german.languages == ("en", "de")
    assert (german.welcome, german.title, german.language) == ("Hallo.", "Smiles", "de")
    assert german.consent is not None
    assert (german.consent.version, german.consent.text) == ("1-de", "Wir filmen Sie.")
    (smile,) = german.prompts
    assert (smile.id, smile.title, smile.seconds) == ("smile", "Lächeln", 5.0)
    assert german.in_language("en").welcome == german.in_first_language.welcome == "Hello."
    assert study.in_language("fr") is study


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("language: en\n", "", "smile.yaml:14: A study in several languages says in `language`"),
        ("  de:", "  deutsch:", "smile.yaml:16: `deutsch` is no language"),
        ("  de:", "  en:", "smile.yaml:16: `en` is the study's first language"),
        ("    welcome: Hallo.\n", "", "smile.yaml:17: The language de lacks `welcome`."),
        ("      text: Wir filmen Sie.\n", "", "smile.yaml:19: The consent lacks `text`."),
        ("      smile:\n        title", "      grin:\n        title", "is not translated"),
        ("        title: Lächeln\n", "", "smile.yaml:24: The prompt smile lacks `title`."),
        ("        title: Läch", "        titel: x\n        title: Läch", "has no `titel`"),
    ],
)
def test_what_a_language_lacks_is_a_fault_with_its_line(old: str, new: str, fault: str) -> None:
    faults = faults_of(SPOKEN.replace(old, new, 1))

    assert any(fault in each for each in faults), faults


def test_a_consent_that_is_not_translated_cannot_be_agreed_to() -> None:
    lines = SPOKEN.splitlines()
    start = lines.index("    consent:")
    faults = faults_of("\n".join(lines[:start] + lines[start + 4 :]))

    assert any("Nobody can agree to a text in another language" in each for each in faults)

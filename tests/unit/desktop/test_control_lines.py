"""The language of the control socket: what each line means, and that nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.control_lines import (
    LINE_MAX_BYTES,
    NAME_MAX,
    Mark,
    Pause,
    Refused,
    Resume,
    Start,
    Status,
    Stop,
    parse,
)


@pytest.mark.parametrize(
    ("line", "command"),
    [
        (b"marker baby looks away", Mark("baby looks away")),
        ("marker Ärger\r".encode(), Mark("Ärger")),
        (b'{"command": "marker", "name": "trial 7"}', Mark("trial 7")),
        (b"start", Start()),
        (b'start participant=P-1 prompt="free play" seconds=60', Start("P-1", "free play", 60.0)),
        (b'{"command": "start", "seconds": 1.5}', Start(seconds=1.5)),
        (b"stop", Stop()),
        (b" pause ", Pause()),
        (b'{"command": "resume"}', Resume()),
        (b"status", Status()),
    ],
)
def test_what_a_line_means(line: bytes, command: object) -> None:
    assert parse(line) == command


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"", "empty"),
        (b"marker", "needs a name"),
        (b"marker " + b"x" * (NAME_MAX + 1), "at most 200"),
        (b"x" * (LINE_MAX_BYTES + 1), "longer than 4096"),
        (b"marker a\x07b", "must be a text"),
        (b"\xff\xfe", "not UTF-8"),
        (b"stop now", "nothing may follow"),
        (b"delete everything", "no command"),
        (b"start session=1", "cannot follow start"),
        (b"start seconds=1 seconds=2", "each once"),
        (b"start seconds=-1", "above 0"),
        (b"start seconds=nan", "above 0"),
        (b"start prompt='x", "quotation marks"),
        (b'{"command": "start", "seconds": true}', "above 0"),
        (b'{"command": "marker", "name": 7}', "must be a text"),
        (b'{"command": "stop", "force": 1}', "not known"),
        (b'{"command": 1}', "needs a"),
        (b'{"command"', "not valid JSON"),
        (b'{"a":' * 800, "JSON"),
    ],
)
def test_what_is_refused_and_why(line: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why):
        parse(line)


@given(st.binary(max_size=200) | st.text(max_size=80).map(lambda text: f"start {text}".encode()))
def test_whatever_comes_is_understood_or_refused(line: bytes) -> None:
    try:
        command = parse(line)
    except Refused:
        return
    assert isinstance(command, Mark | Start | Stop | Pause | Resume | Status)

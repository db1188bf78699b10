"""The last lines of a job: bounded, whole, readable."""

from server.jobs.sayings import LINES_MOST, Sayings
from tests.support.manual_clock import ManualClock


def texts(sayings: Sayings) -> list[str]:
    return [each["text"] for each in sayings.lines]


def test_lines_come_in_pieces_and_stay_whole() -> None:
    sayings = Sayings(None, 1, ManualClock())

    for piece in (b"frame=", b" 1\rfra", b"me= 2\r\n\n", "f\u00fcnf".encode()):
        sayings.take(piece)
    assert texts(sayings) == ["frame= 1", "frame= 2"]
    sayings.end()

    assert texts(sayings) == ["frame= 1", "frame= 2", "f\u00fcnf"]


def test_a_flood_of_lines_leaves_the_last_of_them() -> None:
    sayings = Sayings([{"at": "then", "attempt": 1, "text": "before"}], 2, ManualClock())

    for number in range(10 * LINES_MOST):
        sayings.say(f"line {number}")

    assert texts(sayings) == [f"line {each}" for each in range(9 * LINES_MOST, 10 * LINES_MOST)]


def test_what_never_ends_a_line_takes_no_more_than_one() -> None:
    sayings = Sayings(None, 1, ManualClock())

    for _ in range(100):
        sayings.take(b"x" * 10_000)
    sayings.end()

    assert [len(each) for each in texts(sayings)] == [300]


def test_control_characters_and_broken_text_do_no_harm() -> None:
    sayings = Sayings(None, 1, ManualClock())

    sayings.take(b"\x1b[31mred\x00\xff\n")

    assert texts(sayings) == ["[31mred \ufffd"]

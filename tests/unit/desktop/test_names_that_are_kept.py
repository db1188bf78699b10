"""A recording's names can always be written, whatever was pasted into them."""

from desktop.register import UNNAMED, RecordingWish
from holdfast.jsonform import canonical, read_json


def test_names_lose_what_no_file_can_hold() -> None:
    wish = RecordingWish("P-1\x00\udce9", prompt="smile\n\x07").keepable()

    assert (wish.participant, wish.prompt) == ("P-1", "smile")
    assert read_json(canonical([wish.participant, wish.prompt])) == ["P-1", "smile"]


def test_a_name_of_nothing_else_is_still_a_participant() -> None:
    wish = RecordingWish("\x00", prompt="\x00").keepable()

    assert (wish.participant, wish.prompt) == (UNNAMED, None)

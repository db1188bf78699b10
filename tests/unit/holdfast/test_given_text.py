"""What people type or programs give can always be written and read again."""

from hypothesis import given
from hypothesis import strategies as st

from holdfast.given_text import lines, one_line
from holdfast.jsonform import canonical, read_json


@given(st.text())
def test_what_is_left_can_be_written_and_read(text: str) -> None:
    for kept in (one_line(text), lines(text)):
        assert read_json(canonical([kept])) == [kept]
    assert "\n" not in one_line(text)


def test_what_people_mean_stays() -> None:
    assert one_line("José\x00 \udce9👩\u200d🔬\n") == "José 👩\u200d🔬"
    assert lines("first\nsecond\tthird\x00") == "first\nsecond\tthird"

"""What the uploader's commands say for people."""

import pytest

from uploader import texts


@pytest.mark.parametrize(
    ("count", "length_s", "words"),
    [
        (1, 130.9, "1 recording recovered, 2 min 10 s"),
        (2, 45.0, "2 recordings recovered, 45 s"),
        (1, 60.0, "1 recording recovered, 1 min 0 s"),
        (3, 3600.0, "3 recordings recovered, 1 h 0 min"),
        (12, 93_784.0, "12 recordings recovered, 26 h 3 min"),
    ],
)
def test_what_was_recovered_is_said_in_words(count: int, length_s: float, words: str) -> None:
    assert texts.recovered(count, length_s) == words

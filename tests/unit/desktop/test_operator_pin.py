"""The operator's PIN: only its own digits fit, and the settings do not tell them."""

import pytest

from desktop.operator_pin import UnfitPin, fits, hash_of


def test_only_the_same_digits_fit() -> None:
    kept = hash_of("240611")

    assert fits("240611", kept)
    assert not fits("240612", kept)
    assert not fits("", kept)
    assert "240611" not in kept


def test_the_same_pin_is_kept_differently_each_time() -> None:
    assert hash_of("1234") != hash_of("1234")


@pytest.mark.parametrize("pin", ["123", "1234567890123", "12a4", "", "٣٣٣٣", "12 34"])
def test_what_the_keypad_cannot_type_is_refused(pin: str) -> None:
    with pytest.raises(UnfitPin, match="4 to 12 digits"):
        hash_of(pin)


@pytest.mark.parametrize("kept", ["", "1234", "scrypt:", "scrypt:?:?", "md5:AAAA:AAAA"])
def test_nothing_fits_a_hash_that_is_damaged(kept: str) -> None:
    assert not fits("1234", kept)

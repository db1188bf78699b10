"""Identities: UUIDv7 that sort by time, and nothing else that could name a folder."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.ids import is_id, new_id

moments = st.integers(0, 7_258_118_400_000).map(
    lambda milliseconds: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
)


@given(moments)
def test_an_id_is_a_uuid_of_version_7_of_that_millisecond(moment: datetime) -> None:
    text = new_id(moment)

    parsed = uuid.UUID(text)
    assert is_id(text)
    assert str(parsed) == text
    assert parsed.version == 7
    assert parsed.variant == uuid.RFC_4122
    assert parsed.int >> 80 == int(moment.timestamp() * 1000)


@given(moments, st.timedeltas(timedelta(milliseconds=1), timedelta(days=400)))
def test_ids_sort_by_time(moment: datetime, later: timedelta) -> None:
    assert new_id(moment) < new_id(moment + later)


def test_ids_of_one_instant_differ() -> None:
    moment = datetime(2026, 11, 20, tzinfo=UTC)

    assert len({new_id(moment) for _ in range(1000)}) == 1000


@given(st.text(max_size=40))
def test_other_text_is_no_id(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        lambda text: text + "\n",
        lambda text: " " + text,
        lambda text: text.replace("-", ""),
        lambda text: text[:14] + "4" + text[15:],
        lambda text: text[:19] + "0" + text[20:],
        lambda text: "../" + text,
        lambda text: text[:-1] + "\u0661",
    ],
)
def test_what_is_nearly_an_id_is_none(change: object) -> None:
    text = "0192f0c1-2345-7abc-8def-0123456789ab"
    assert is_id(text)
    assert callable(change)

    assert not is_id(change(text))

"""The receiver's time shows how far this computer's clock is off, and how sure that is."""

from datetime import UTC, datetime, timedelta

import pytest

from uploader.clock_offset import offset_of

SENT_AT = datetime(2026, 11, 20, 12, tzinfo=UTC)


def header(moment: datetime) -> dict[str, str]:
    return {"Holdfast-Time": str(round(moment.timestamp() * 1000))}


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("ahead_s", [0.0, 90.25, -3600.0])
def test_the_truth_is_within_the_uncertainty(ahead_s: float, share: float) -> None:
    round_trip_s = 0.4
    stamped = SENT_AT + timedelta(seconds=ahead_s + share * round_trip_s)

    offset = offset_of(header(stamped), SENT_AT, round_trip_s)

    assert offset is not None
    assert offset.uncertainty_s == pytest.approx(0.201)
    assert abs(offset.value_s - ahead_s) <= offset.uncertainty_s


def test_it_reads_like_a_manifests() -> None:
    offset = offset_of(header(SENT_AT + timedelta(seconds=2)), SENT_AT, 0.02)

    assert offset is not None
    assert offset.to_json() == {
        "value": 1.99,
        "uncertainty": 0.011,
        "measured_at": "2026-11-20T12:00:00.000Z",
    }


@pytest.mark.parametrize("text", ["", "soon", "-5", "1e12", "９９９", "9" * 400])
def test_what_is_no_time_says_nothing(text: str) -> None:
    assert offset_of({"Holdfast-Time": text}, SENT_AT, 0.1) is None
    assert offset_of({}, SENT_AT, 0.1) is None

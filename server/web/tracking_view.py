"""What the recording's page says of a tracking result: numbers with their meaning, and who is who.

It measures nothing: the numbers are the payload's own.
"""

from dataclasses import dataclass

from holdfast.jsonform import Json
from server.web.texts import count
from server.web.tracking_rows import Row, row_length_s, rows_of
from server.web.watch_texts import clock_place


@dataclass(frozen=True, slots=True)
class Card:
    """One number, and what it means."""

    name: str
    value: str
    how: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody who was found, who may be the one that is measured."""

    track: int
    says: str
    is_primary: bool


@dataclass(frozen=True, slots=True)
class TrackingView:
    """Everything the page shows of it."""

    says: str
    cards: tuple[Card, ...]
    choices: tuple[Choice, ...]
    rows: tuple[Row, ...]
    row_s: float
    gaps: tuple[tuple[float, float], ...]

    @property
    def rows_json(self) -> list[Json]:
        return [row.to_json() for row in self.rows]


def tracking_view(payload: Json, duration_s: float) -> TrackingView:
    """The view of a payload of version v1, for a recording of this length."""
    found = bool(payload["tracks"])
    return TrackingView(
        says=_says(payload),
        cards=tuple(_cards(payload["derivedMetrics"], float(payload["minGapSec"]))),
        choices=tuple(_choice(each, payload["primary"]) for each in payload["tracks"]),
        rows=tuple(rows_of(payload, duration_s)) if found else (),
        row_s=row_length_s(duration_s),
        gaps=tuple((float(first), float(last)) for first, last in payload["gaps"]),
    )


def _says(payload: Json) -> str:
    engine = payload["engine"]
    looked = (
        f"Looked for with {engine['name']} {engine['version']}, "
        f"{payload['sampleFps']:g} pictures a second."
    )
    return f"{payload['note']} {looked}" if payload.get("note") else looked


def _cards(metrics: Json, min_gap_s: float) -> list[Card]:
    jitter = metrics["jitter"]
    return [
        Card("Coverage", f"{metrics['coveragePercent']:.1f} %", "of the time somebody was found"),
        Card("Gaps", str(metrics["gapsCount"]), f"times of {min_gap_s:g} s or more without"),
        Card("Longest gap", f"{metrics['longestGapSec']:.1f} s", "at one stretch"),
        Card("Distance", f"{metrics['totalDistance']:.2f}", "widths of the picture, in all"),
        Card(
            "Jitter",
            "–" if jitter is None else f"{jitter:.4f}",
            "not known: too few points in a row"
            if jitter is None
            else "widths of the picture, around the smoothed way",
        ),
    ]


def _choice(track: Json, primary: int | None) -> Choice:
    seen = count(track["detections"], "time")
    first, last = clock_place(track["fromSec"]), clock_place(track["toSec"])
    says = f"Subject {track['track'] + 1}: seen {seen}, from {first} to {last}"
    return Choice(track["track"], says, track["track"] == primary)

"""What the recording's page says of a tracking result: numbers with their meaning, and who is who.

It measures nothing: the numbers are the payload's own.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from holdfast.jsonform import Json
from server.web.texts import count, share
from server.web.tracking_rows import Row, row_length_s, rows_of
from server.web.watch_texts import clock_place, length_words


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
class Plot:
    """Something over time; the plot is drawn by a script, the table under it stands here."""

    name: str
    says: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TrackingView:
    """Everything the page shows of it."""

    says: str
    cards: tuple[Card, ...]
    choices: tuple[Choice, ...]
    rows: tuple[Row, ...]
    plots: tuple[Plot, ...]
    gaps: tuple[tuple[float, float], ...]

    @property
    def rows_json(self) -> list[Json]:
        return [row.to_json() for row in self.rows]


def tracking_view(payload: Json, duration_s: float) -> TrackingView:
    """The view of a payload of version v1, for a recording of this length."""
    rows = rows_of(payload, duration_s) if payload["tracks"] else []
    gaps = tuple((float(first), float(last)) for first, last in payload["gaps"])
    return TrackingView(
        says=_says(payload),
        cards=tuple(_cards(payload["derivedMetrics"], float(payload["minGapSec"]))),
        choices=tuple(_choice(each, payload["primary"]) for each in payload["tracks"]),
        rows=tuple(rows),
        plots=tuple(_plots(rows, gaps, length_words(row_length_s(duration_s)))),
        gaps=gaps,
    )


def _plots(rows: Sequence[Row], gaps: Sequence[tuple[float, float]], each_s: str) -> Iterator[Plot]:
    def over_time(name: str, says: str, **columns: Callable[[Row], str]) -> Plot:
        heads = ("From", *(each.replace("_", " ").capitalize() for each in columns))
        said = (
            (clock_place(row.from_s), *(column(row) for column in columns.values())) for row in rows
        )
        return Plot(name, says, heads, tuple(said))

    yield over_time(
        "position",
        "Where the subject was, as shares of the picture",
        from_the_left=lambda row: _number(row.x),
        from_the_top=lambda row: _number(row.y),
    )
    yield over_time(
        "coverage",
        f"Coverage: how much of each {each_s} it was found",
        found=lambda row: share(row.found),
    )
    yield Plot(
        "gaps",
        "Gaps: for how long it had not been found",
        ("From", "To", "Length"),
        tuple(
            (clock_place(first), clock_place(last), f"{last - first:.1f} s") for first, last in gaps
        ),
    )
    yield over_time(
        "distance",
        "Distance since the beginning, in widths of the picture",
        distance=lambda row: _number(row.way),
    )
    yield over_time(
        "movement",
        f"How far it moved in each {each_s}, in widths of the picture",
        moved=lambda row: _number(row.moved),
    )
    yield over_time(
        "jitter",
        f"Jitter in each {each_s}, in widths of the picture",
        jitter=lambda row: _number(row.jitter, 4),
    )


def _number(value: float | None, digits: int = 3) -> str:
    return "–" if value is None else f"{value:.{digits}f}"


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

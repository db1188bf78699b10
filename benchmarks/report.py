"""Plain text for people: headings, tables, goals. Figures come in as text and stay as they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goal:
    """Something that a measurement should show, and whether it did.

    One that is `vital` decides whether the measurement is worth anything: without it `make bench`
    fails. The others are only told, for another machine gives other figures.
    """

    what: str
    met: bool
    vital: bool = False

    def __str__(self) -> str:
        missed = "NOT MET, so this bench proves nothing" if self.vital else "not met"
        return f"{'met' if self.met else missed}: {self.what}"


def heading(text: str) -> None:
    """A line that begins a chapter."""
    print(f"\n{text}\n{'-' * len(text)}", flush=True)


def say(text: str) -> None:
    """One line, at once."""
    print(text, flush=True)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table in Markdown, so that it can be copied into the documentation as it is."""
    lines = [list(head), *[list(row) for row in rows]]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for number, line in enumerate(lines):
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=True)]
        say(f"| {' | '.join(cells)} |")
        if number == 0:
            say(f"|{'|'.join('-' * (width + 2) for width in widths)}|")


def goals(reached: Iterable[Goal]) -> bool:
    """Print the goals; true where the bench is valid."""
    valid = True
    for goal in reached:
        say(f"Goal {goal}")
        valid = valid and (goal.met or not goal.vital)
    return valid

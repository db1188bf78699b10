"""Says in the language of the app what the uploader and the recorder said in English.

Their sentences come with facts filled in, out of a database, from another process, and older than
this program: what is known of them is the sentence alone. It is known again by its pattern; what
no pattern fits is shown as it came. It must not change a word of what it does not know.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QLocale

from desktop.ui import amounts
from desktop.ui.facts_texts import FACTS
from desktop.ui.shipped import shipped
from desktop.ui.words import is_translated, tr

FACT: Final = re.compile(r"\{(\w+)\}")
_END_OF_SENTENCE: Final = re.compile(r"(?<=[.!?])[”\")]? +")
_WITHIN: Final = r"(?:(?![.!?] ).)*?"
_ANYTHING: Final = r".*?"
_AMOUNT: Final = re.compile(r"(?P<number>−?-?\d+(?:\.\d+)?)(?P<unit>[ \N{NO-BREAK SPACE}]\S{1,4})?")
MONTHS: Final = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
"""As the uploader's sentences have them, whatever language is shown."""
_DAY: Final = re.compile(
    rf"(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)}) at (?P<time>\d\d:\d\d)"
)
_DATE: Final = re.compile(
    r"(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?: (?P<time>\d\d:\d\d))?"
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence with its facts left open."""

    source: str
    beginning: str
    """What every sentence of it begins with; a fast no for the others."""
    weight: int
    """How much of it is no fact: the more, the surer."""


def retell(sentence: str) -> str:
    """One or several sentences of another part, in the language of the app."""
    if not sentence or not is_translated():
        return sentence
    whole = _known(sentence, strict=True)
    if whole is not None:
        return whole
    ends = [match.end() for match in _END_OF_SENTENCE.finditer(sentence)]
    for end in reversed(ends):
        first = _known(sentence[:end].rstrip(), strict=True)
        if first is not None:
            return f"{first} {retell(sentence[end:])}"
    loosely = _known(sentence, strict=False)
    if loosely is not None or not ends:
        return loosely or sentence
    return f"{sentence[: ends[0]]}{retell(sentence[ends[0] :])}"


def _known(sentence: str, *, strict: bool) -> str | None:
    for pattern in _patterns():
        if not sentence.startswith(pattern.beginning):
            continue
        found = _form(pattern.source, strict).fullmatch(sentence)
        if found is not None:
            facts = {name: _fact(fact) for name, fact in found.groupdict().items()}
            return tr(pattern.source).format(**facts)
    return None


def _fact(fact: str) -> str:
    """A fact may be a sentence itself, an amount, a date, or what nobody translates: a name."""
    dated = _DAY.fullmatch(fact) or _DATE.fullmatch(fact)
    if dated is not None:
        return _date(dated.groupdict())
    found = _AMOUNT.fullmatch(fact)
    if found is not None:
        return f"{_number(found['number'])}{found['unit'] or ''}"
    return _known(fact, strict=True) or fact


def _date(found: dict[str, str | None]) -> str:
    day, name = int(found["day"] or 1), found["month"] or "1"
    month = MONTHS.index(name) + 1 if name in MONTHS else int(name)
    year, time = found.get("year"), found["time"]
    if time is not None:
        return amounts.day_and_time(day, month, time)
    return amounts.date(day, month, int(year)) if year is not None else name


def _number(text: str) -> str:
    decimals = len(text.partition(".")[2])
    return QLocale().toString(float(text), "f", decimals) if decimals else text


def patterns_of(sources: Sequence[str]) -> tuple[Pattern, ...]:
    """The surest first."""
    made = (_pattern(source) for source in sources)
    return tuple(sorted(made, key=lambda pattern: pattern.weight, reverse=True))


def _pattern(source: str) -> Pattern:
    return Pattern(source, source.partition("{")[0], len(FACT.sub("", source)))


@cache
def _form(source: str, strict: bool) -> re.Pattern[str]:
    """Made when it is first needed: all of them together would delay the window.

    `strict`: its facts have no end of a sentence in them.
    """
    return re.compile("".join(_parts(source, _WITHIN if strict else _ANYTHING)), re.DOTALL)


def _parts(source: str, fact: str) -> Iterator[str]:
    for number, part in enumerate(FACT.split(source)):
        yield f"(?P<{part}>{fact})" if number % 2 else re.escape(part)


@lru_cache(maxsize=1)
def _patterns() -> tuple[Pattern, ...]:
    told: list[str] = json.loads(shipped("translations", "sentences.json").read_text("utf-8"))
    return patterns_of([*told, *FACTS])

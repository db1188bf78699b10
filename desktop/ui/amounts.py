"""Numbers as people read them in their language: sizes, lengths, times of day.

It owns how a number is written: with the language's own marks and months, and so that it stays
whole where pages are read from right to left. It must not build sentences; they are in `texts.py`.
"""

from datetime import datetime, tzinfo

from PySide6.QtCore import QLocale

from desktop.ui import amounts_texts as texts
from desktop.ui.words import isolated, tr
from holdfast.clock import parse_rfc3339

_UNITS = ("B", "kB", "MB", "GB", "TB")
_SPACE = "\N{NO-BREAK SPACE}"


def size(size_bytes: int) -> str:
    """`148 MB`: decimal units as disks are sold, one decimal below ten, none for plain bytes."""
    value = float(size_bytes)
    unit = 0
    while value >= 999.5 and unit < len(_UNITS) - 1:
        value /= 1000
        unit += 1
    decimals = 1 if unit > 0 and value < 9.95 else 0
    return isolated(f"{number(value, decimals)}{_SPACE}{_UNITS[unit]}")


def number(value: float, decimals: int = 0) -> str:
    """`1.5`, and `1,5` where people write that; with the language's mark between thousands."""
    return QLocale().toString(float(value), "f", decimals)


def shortest(value: float) -> str:
    """`30`, `29.97`: with as many of two decimals as there are."""
    return number(value, len(f"{value:.2f}".rstrip("0").partition(".")[2]))


def clock_length(length_s: float) -> str:
    """`00:12:41`, counting up: what stands on the recording badge."""
    whole = max(0, int(length_s))
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def short_length(length_s: float) -> str:
    """`12:41` or `1:02:03`: the length of a recording in the list."""
    whole = max(0, round(length_s))
    hours, minutes, seconds = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"


def span(length_s: float) -> str:
    """`14 h 20 min`, `28 min`, `less than 1 min`: how long something lasts. Never rounded up."""
    minutes = int(max(0.0, length_s) // 60)
    if minutes < 1:
        return isolated(tr(texts.LESS_THAN_A_MINUTE))
    if minutes < 60:
        return isolated(tr(texts.MINUTES).format(minutes=minutes))
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return isolated(tr(texts.HOURS).format(hours=hours))
    return isolated(tr(texts.HOURS_AND_MINUTES).format(hours=hours, minutes=rest))


def percent(part: int, whole: int) -> int:
    """Share in percent, rounded down, so that 100 means all of it."""
    if whole <= 0:
        return 0
    return max(0, min(100, part * 100 // whole))


def moment(text: str, now: datetime, zone: tzinfo | None = None) -> str:
    """An RFC 3339 time as `14:02` today and `20 Nov, 14:02` otherwise, in `zone` or local time.

    A text that is no time is given back as it is.
    """
    try:
        local = parse_rfc3339(text).astimezone(zone)
    except ValueError:
        return text
    today = now.astimezone(zone)
    hour = f"{local:%H:%M}"
    if local.date() == today.date():
        return hour
    if local.year == today.year:
        return day_and_time(local.day, local.month, hour)
    date = _day(local.day, local.month)
    said = tr(texts.DAY_YEAR_AND_TIME).format(date=date, year=local.year, time=hour)
    return isolated(said)


def day_and_time(day: int, month: int, time: str) -> str:
    """`20 Nov, 14:02`, with the language's month and order."""
    return isolated(tr(texts.DAY_AND_TIME).format(date=_day(day, month), time=time))


def date(day: int, month: int, year: int) -> str:
    """`20 Nov 2026`, with the language's month and order."""
    return isolated(tr(texts.DAY_AND_YEAR).format(date=_day(day, month), year=year))


def _day(day: int, month: int) -> str:
    name = QLocale().monthName(month, QLocale.FormatType.ShortFormat)
    return tr(texts.DAY).format(day=day, month=name)


def decibels(level_db: float) -> str:
    """`-18 dB`, with a real minus sign."""
    rounded = round(level_db)
    sign = "\N{MINUS SIGN}" if rounded < 0 else ""
    return isolated(f"{sign}{abs(rounded)}{_SPACE}dB")

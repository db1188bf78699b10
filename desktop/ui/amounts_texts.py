"""The few words in numbers as people read them. Pure."""

from typing import Final

LESS_THAN_A_MINUTE: Final = "less than 1\N{NO-BREAK SPACE}min"
MINUTES: Final = "{minutes}\N{NO-BREAK SPACE}min"
HOURS: Final = "{hours}\N{NO-BREAK SPACE}h"
HOURS_AND_MINUTES: Final = "{hours}\N{NO-BREAK SPACE}h {minutes}\N{NO-BREAK SPACE}min"
DAY: Final = "{day}\N{NO-BREAK SPACE}{month}"
DAY_AND_YEAR: Final = "{date} {year}"
DAY_AND_TIME: Final = "{date}, {time}"
DAY_YEAR_AND_TIME: Final = "{date} {year}, {time}"

"""Temporary files that attempts at jobs leave: which attempt one belongs to, by its name."""

import re
from collections.abc import Callable, Collection, Iterable
from typing import Final

from holdfast import durable

_OF_ATTEMPT: Final = re.compile(rf"\.([0-9a-f-]{{36}}\.\d+){re.escape(durable.TEMPORARY_SUFFIX)}\Z")


def left_over(names: Iterable[str], at_work: Callable[[], Collection[str]]) -> list[str]:
    """Those of these names that attempts gave which are at work no more.

    `at_work` is asked after the names were found: whoever wrote one of them was at work by then.
    """
    found = {name: match[1] for name in names if (match := _OF_ATTEMPT.search(name))}
    if not found:
        return []
    busy = at_work()
    return [name for name, attempt in found.items() if attempt not in busy]

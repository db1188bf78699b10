"""The rehearsal's card for the lab's door, as a page of plain HTML. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from desktop.check import Check

READY: Final = "Ready to record"
NOT_READY: Final = "Not ready"
_STYLE: Final = """
body{font-family:Inter,"Noto Sans",sans-serif;color:#16202e}
h1{font-size:44pt;margin-bottom:4px}
p{font-size:14pt;margin-top:0px;margin-bottom:18px}
td{font-size:13pt;padding:5px 18px 5px 0px;vertical-align:top}
.ok{color:#176f3d}
.bad{color:#b3261e}
.hint{color:#8a5200}
"""


@dataclass(frozen=True, slots=True)
class CardWords:
    """What the card says beside the checks themselves, and in which language."""

    ready: str = READY
    not_ready: str = NOT_READY
    language: str = "en"


def card_page(
    made: Sequence[Check], computer: str, when: str, words: CardWords = CardWords()
) -> str:
    """The card for the door: green where everything essential is well, and what is not."""
    ready = is_ready(made)
    tone, word = ("ok", words.ready) if ready else ("bad", words.not_ready)
    rows = "".join(_row(each) for each in made)
    return (
        f'<!doctype html>\n<html lang="{words.language}"><head><meta charset="utf-8">'
        f'<style>{_STYLE}</style></head><body><h1 class="{tone}">{word}</h1>'
        f"<p>{escape(computer)}, {escape(when)}</p>"
        f'<table cellspacing="0">{rows}</table></body></html>\n'
    )


def _row(check: Check) -> str:
    tone, mark = ("ok", "✓") if check.ok else ("bad", "✗") if check.essential else ("hint", "!")
    words = escape(f"{check.detail} {check.do}".strip())
    return f'<tr><td class="{tone}">{mark} {escape(check.name)}</td><td>{words}</td></tr>'


def is_ready(made: Sequence[Check]) -> bool:
    """Whether everything essential is well."""
    return bool(made) and all(each.ok for each in made if each.essential)

"""A newcomer finds every page from the README, and no link leads nowhere."""

import re
from pathlib import Path

from tests.unit.test_project import ROOT

FRONT = ("README.md", "ARCHITECTURE.md", "DECISIONS.md", "CHANGELOG.md")
# Of the page itself, not of the web, not of a place inside a page.
LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)(?:#[^)]*)?\)|(?:src|srcset)=\"(?!\w+:)([^\"]+)\"")


def links_of(page: Path) -> set[Path]:
    """The files that a page leads to."""
    found = LINK.findall(page.read_text("utf-8"))
    return {(page.parent / (written or shown)).resolve() for written, shown in found}


def pages() -> set[Path]:
    return {ROOT / name for name in FRONT} | set((ROOT / "docs").glob("*.md"))


def test_no_link_leads_nowhere() -> None:
    gone = [
        (page.name, each.name) for page in pages() for each in links_of(page) if not each.exists()
    ]

    assert gone == []


def test_every_page_is_found_from_the_readme() -> None:
    found, to_read = {ROOT / "README.md"}, [ROOT / "README.md"]
    while to_read:
        for each in links_of(to_read.pop()):
            if each.suffix == ".md" and each not in found:
                found.add(each)
                to_read.append(each)

    assert pages() <= found


def test_every_picture_is_shown_somewhere() -> None:
    shown = {each for page in pages() for each in links_of(page)}
    # A picture in dark stands for the same one in light.
    light = {each for each in (ROOT / "docs" / "screenshots").iterdir() if "-dark" not in each.name}

    assert light <= shown

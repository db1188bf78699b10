"""Under which licences the parts of Holdfast are passed on, as their packages say it.

Read from the installed packages' metadata. It judges nothing.
"""

import re
from dataclasses import dataclass
from importlib import metadata
from importlib.resources import files
from typing import Final

OWN: Final = "holdfast"
_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
_TEXTS: Final = re.compile(r"(?i)(^|/)(licen[cs]e|copying|notice)[^/]*$")
_CLASSIFIER: Final = "License :: OSI Approved :: "
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class Part:
    """One package: name, version, its licence in a few words, and the licence's own words."""

    name: str
    version: str
    licence: str
    text: str
    homepage: str = ""


def parts() -> tuple[Part, ...]:
    """Every package that Holdfast stands on and that is installed, and the typeface."""
    names = _reached(OWN)
    found = [_part(each) for each in sorted(names, key=str.lower)]
    return (*(each for each in found if each is not None), _typeface())


def _reached(start: str) -> set[str]:
    """The names of all that is needed, directly or by others, and is here."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = _normal(waiting.pop())
        if name in seen:
            continue
        try:
            needs = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue
        seen.add(name)
        wanted = (each for each in needs if _is_shipped(name, each))
        waiting += [match.group() for each in wanted if (match := _NAME.match(each))]
    return seen - {OWN}


def _is_shipped(name: str, requirement: str) -> bool:
    """What the app needs; not what only those need who develop it, nor other packages' extras."""
    if "extra ==" not in requirement:
        return True
    return name == OWN and not re.search(r"extra == [\"']dev[\"']", requirement)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _part(name: str) -> Part | None:
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None
    said = found.metadata
    return Part(
        name=said["Name"],
        version=found.version,
        licence=_licence(said),
        text=_text(found),
        homepage=_said(said, "Home-page") or _project_url(said),
    )


def _licence(said: metadata.PackageMetadata) -> str:
    if "License-Expression" in said:
        return _said(said, "License-Expression")
    named = [each for each in said.get_all("Classifier") or [] if each.startswith(_CLASSIFIER)]
    if named:
        return ", ".join(each.removeprefix(_CLASSIFIER) for each in named)
    words = _said(said, "License").strip()
    return words if 0 < len(words) <= _LONGEST and "\n" not in words else ""


def _said(said: metadata.PackageMetadata, key: str) -> str:
    return str(said[key]) if key in said else ""


def _project_url(said: metadata.PackageMetadata) -> str:
    urls = said.get_all("Project-URL") or []
    return str(urls[0]).partition(", ")[2] if urls else ""


def _text(found: metadata.Distribution) -> str:
    texts = []
    for each in found.files or []:
        if _TEXTS.search(str(each)) and not str(each).endswith((".py", ".pyc")):
            try:
                texts.append(each.read_text())
            except (OSError, UnicodeDecodeError):
                continue
    if not texts and "\n" in _said(found.metadata, "License"):
        texts.append(_said(found.metadata, "License"))
    return "\n\n".join(texts)


def _typeface() -> Part:
    text = files("resources").joinpath("fonts", "OFL.txt").read_text("utf-8")
    return Part("Inter", "4", "SIL Open Font License 1.1", text, "https://rsms.me/inter")

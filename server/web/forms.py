"""Reads the pages' forms, and lets nothing change that did not come from a page of ours.

Every request that changes something carries a secret that only our own pages know: it follows from
the browser's sign-in, so nothing is kept of it. Before anybody signed in there is none; then the
browser's own word about where the request began must do.
"""

import hashlib
from typing import Final
from urllib.parse import urlsplit

from flask import Flask, Response, request
from markupsafe import Markup

from server.api.guard import COOKIE
from server.auth.tokens import same
from server.domain.refusals import Refusal

FIELD: Final = "csrf"
HEADER: Final = "X-CSRF-Token"
FORM_MOST_BYTES: Final = 256 * 1024
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_PAGES: Final = "/web/"
_TEXT_MOST: Final = 2000


def register(app: Flask) -> None:
    """Look at every request to the pages that may change something."""

    @app.before_request
    def require_own_page() -> Response | None:
        if request.path.startswith(_PAGES) and request.method not in _SAFE:
            _require_own_page()
        return None


def csrf_token() -> str:
    """The secret of this browser's pages; empty before anybody signed in."""
    return secret_of(request.cookies.get(COOKIE, ""))


def secret_of(signed_in: str) -> str:
    """What follows from a browser's sign-in, which only it and we know."""
    if not signed_in:
        return ""
    return hashlib.sha256(b"holdfast pages\0" + signed_in.encode()).hexdigest()


def csrf_field() -> Markup:
    """What every form of ours holds."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, csrf_token())


def _require_own_page() -> None:
    request.max_content_length = None if _brings_bytes() else FORM_MOST_BYTES
    request.max_form_memory_size = FORM_MOST_BYTES
    if not _is_from_here():
        raise _foreign()
    expected = csrf_token()
    given = request.headers.get(HEADER) or request.form.get(FIELD, "")
    if expected and not same(given, expected):
        raise _foreign()


def _brings_bytes() -> bool:
    return request.mimetype in ("application/octet-stream", "application/offset+octet-stream")


def _is_from_here() -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    # Browsers say the above only to addresses that are secure, and the next to all.
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.host


def _foreign() -> Refusal:
    return Refusal(
        "forbidden",
        "This did not come from a page of this receiver that is still good. Nothing was changed; "
        "go back, load the page anew and try again.",
    )


def text(name: str, most: int = _TEXT_MOST) -> str:
    """A field without the blanks around it; empty where it is missing. Raises Refusal."""
    found = request.form.get(name, "").strip()
    if len(found) > most or "\0" in found:
        raise _bad(f"{_called(name)} has at most {most} letters.")
    return found


def needed(name: str, most: int = _TEXT_MOST) -> str:
    """A field that must say something. Raises Refusal `bad_request`."""
    found = text(name, most)
    if not found:
        raise _bad(f"{_called(name)} is missing.")
    return found


def whole(name: str, least: int, most: int) -> int:
    """A whole number. Raises Refusal `bad_request`."""
    found = text(name, 18)
    if not (found.isascii() and found.isdigit()) or not least <= int(found) <= most:
        raise _bad(f"{_called(name)} must be a whole number from {least} to {most}.")
    return int(found)


def choice(name: str, allowed: tuple[str, ...]) -> str:
    """One of some words. Raises Refusal `bad_request`."""
    found = text(name)
    if found not in allowed:
        raise _bad(f"{_called(name)} must be one of {', '.join(allowed)}.")
    return found


def checked(name: str) -> bool:
    """Whether a box was ticked."""
    return request.form.get(name) == "yes"


def several(name: str) -> tuple[str, ...]:
    """All boxes of one name that were ticked."""
    return tuple(each for each in request.form.getlist(name) if each)


def _called(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _bad(sentence: str) -> Refusal:
    return Refusal("bad_request", f"{sentence} Nothing was changed.")

"""Reads a request's query as the shape that the route declares, so that both say the same.

A parameter that is not known is refused: a filter with a slip in its name would list everything.
"""

import re
from collections.abc import Hashable, Mapping
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, cast, get_args, get_origin

from flask import request
from typing_extensions import get_type_hints

from server.api.schemas.values import PAGE, Says
from server.domain.refusals import Refusal

_LETTERS_MOST = 1000
_WHOLE = re.compile(r"[0-9]{1,18}\Z")
Shape = TypeVar("Shape")


def read_query(shape: type[Shape]) -> Shape:
    """The query as this `TypedDict`. Raises Refusal `bad_request`, naming the parameter."""
    fields: dict[str, Any] = _fields(cast(Hashable, shape))
    found: dict[str, Any] = {}
    for name, texts in request.args.lists():
        if name not in fields:
            known = ", ".join(sorted(fields))
            raise Refusal("bad_request", f"There is no parameter {name!r} here, only: {known}.")
        if len(texts) > 1:
            raise Refusal("bad_request", f"{name!r} stands in the address more than once.")
        found[name] = _value(name, texts[0], fields[name])
    return cast(Shape, found)


def limit_of(query: Mapping[str, Any]) -> int:
    """How many entries a page has at most."""
    return int(query.get("limit", PAGE))


@cache
def _fields(shape: Any) -> dict[str, Any]:
    return get_type_hints(shape, include_extras=True)


def _value(name: str, text: str, kind: Any) -> Any:
    keywords: dict[str, Any] = {}
    while get_origin(kind) is Annotated:
        kind, *notes = get_args(kind)
        for note in notes:
            keywords.update(note.keywords if isinstance(note, Says) else {})
    if get_origin(kind) is Literal:
        return _choice(name, text, get_args(kind))
    if kind is bool:
        return _choice(name, text, ("true", "false")) == "true"
    if kind is int:
        return _whole(name, text, keywords)
    return _text(name, text, keywords)


def _choice(name: str, text: str, allowed: tuple[str, ...]) -> str:
    if text not in allowed:
        raise Refusal("bad_request", f"{name!r} must be one of {', '.join(allowed)}.")
    return text


def _whole(name: str, text: str, keywords: Mapping[str, Any]) -> int:
    least, most = keywords["minimum"], keywords["maximum"]
    if not _WHOLE.match(text) or not least <= int(text) <= most:
        raise Refusal("bad_request", f"{name!r} must be a whole number from {least} to {most}.")
    return int(text)


def _text(name: str, text: str, keywords: Mapping[str, Any]) -> str:
    pattern = keywords.get("pattern")
    # Postgres keeps no NUL, and no text of ours has one.
    if len(text) > _LETTERS_MOST or "\0" in text or (pattern and not re.search(pattern, text)):
        raise Refusal("bad_request", f"{name!r} has not the form that is described at /docs.")
    return text

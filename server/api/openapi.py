"""How a route says what it takes and answers, so that the API's document is made from the code.

A view carries its declaration beside its policy; nothing of it runs while requests are answered:

    @allow(Policy.READER)
    @describe("sessions", {200: SessionPage}, query=SessionFilter, problems=("unknown_session",))
    def list_sessions() -> Response:
        \"\"\"List sessions, newest first.\"\"\"

The words are the view's docstring. Bodies and answers are `TypedDict`s (`server.api.schemas`), or
`Media` for what is no JSON. What follows from the policy, the address and the method is added by
`server.api.openapi_document`. This module imports neither Flask nor pydantic.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar


@dataclass(frozen=True, slots=True)
class Media:
    """A body that is no JSON document of ours. With `ranges`, parts of it can be asked for."""

    types: tuple[str, ...]
    ranges: bool = False


Shape = Any
"""A `TypedDict`, or any other type that pydantic can make a schema of."""

BYTES: Final = Media(("application/octet-stream",))
JPEG: Final = Media(("image/jpeg",), ranges=True)


@dataclass(frozen=True, slots=True)
class Operation:
    """What one route takes and answers. `problems` are codes of the wire's table."""

    tag: str
    answers: Mapping[int, Shape | Media | None]
    body: Shape | Media | None = None
    query: Shape | None = None
    headers: Shape | None = None
    problems: tuple[str, ...] = ()
    needs_body: bool = True
    """Whether a body that is described must be there."""
    answer_headers: Mapping[str, str] = field(default_factory=dict)
    """Header -> what it says, for answers below 300."""
    also: Mapping[int, Media] = field(default_factory=dict)
    """Status -> another form of that answer, which a caller may ask for."""


View = TypeVar("View", bound=Callable[..., Any])
_ATTRIBUTE = "holdfast_operation"


def describe(
    tag: str,
    answers: Mapping[int, Shape | Media | None],
    *,
    body: Shape | Media | None = None,
    query: Shape | None = None,
    headers: Shape | None = None,
    problems: tuple[str, ...] = (),
    needs_body: bool = True,
    answer_headers: Mapping[str, str] | None = None,
    also: Mapping[int, Media] | None = None,
) -> Callable[[View], View]:
    """Declare what a view takes and answers."""
    operation = Operation(
        tag, answers, body, query, headers, problems, needs_body, answer_headers or {}, also or {}
    )

    def mark(view: View) -> View:
        setattr(view, _ATTRIBUTE, operation)
        return view

    return mark


def operation_of(view: Callable[..., Any] | None) -> Operation | None:
    """What a view declares."""
    return getattr(view, _ATTRIBUTE, None)

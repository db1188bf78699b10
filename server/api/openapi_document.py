"""The API's OpenAPI 3.1 document, made from the routes' declarations by flask-openapi3.

It is made when somebody asks for it and never before: a receiver that only takes recordings loads
neither pydantic nor flask-openapi3. Nothing here answers or checks a request.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from flask import Flask
from flask_openapi3.models.info import Info
from flask_openapi3.models.tag import Tag
from flask_openapi3.openapi import OpenAPI
from pydantic import BaseModel, ConfigDict, TypeAdapter
from werkzeug.routing import Rule

from holdfast.jsonform import Json
from holdfast.protocol import API, PROBLEM_TYPE, PROBLEMS
from holdfast.version import VERSION
from server.api.openapi import Media, Operation, Shape, operation_of
from server.api.schemas import values
from server.auth.policy import Policy, policy_of

TITLE: Final = "Holdfast receiver"
BEARER: Final = "bearer"
_REF: Final = "#/components/schemas/{model}"
_VARIABLE: Final = re.compile(r"<(?:(\w+)(?:\((.*?)\))?:)?(\w+)>")
_EVERY: Final = ("bad_request", "internal", "unavailable")
_OF_THE_API: Final = ("protocol_mismatch", "rate_limited")
_OF_A_TOKEN: Final = ("unauthorized", "token_revoked", "forbidden")
_OF_A_BODY: Final = ("length_required", "too_large", "unsupported_media", "digest_mismatch")
_WAIT: Final = {"Retry-After": "Seconds."}
_OF_STATUS: Final[Mapping[int, Mapping[str, str]]] = {
    401: {"WWW-Authenticate": "`Bearer`"},
    429: _WAIT,
    503: _WAIT,
    507: _WAIT,
}
_DESCRIPTION: Final = """\
Everything a device does is plain HTTP and JSON; a segment is raw bytes. Errors are problems as
RFC 9457 has them, with a stable `code`. Lists come in pages: `next` of one is `cursor` of the
following. JSON answers have an `ETag`; asked again with `If-None-Match`, they are 304. Creating
with an id that is here already changes nothing and is answered like the first time."""


class Problem(BaseModel):
    """An error (RFC 9457); `code` is stable, `detail` is a sentence for a person."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Route:
    """One method of one address, and what was declared about it."""

    method: str
    rule: Rule
    operation: Operation
    policy: Policy
    words: str

    @property
    def has_json_answer(self) -> bool:
        return any(shape is not None and not _is_media(shape) for shape in self._answers())

    @property
    def has_ranges(self) -> bool:
        return any(isinstance(each, Media) and each.ranges for each in self._answers())

    def _answers(self) -> Iterator[Any]:
        return iter(self.operation.answers.values())

    def shapes(self) -> Iterator[tuple[Shape, str]]:
        """Every type that the route speaks of, and whether it is taken or given."""
        asked = (self.operation.body, self.operation.query, self.operation.headers)
        for mode, found in (("validation", asked), ("serialization", tuple(self._answers()))):
            for shape in found:
                if shape is not None and not _is_media(shape):
                    yield shape, mode


def routes_of(app: Flask) -> list[Route]:
    """Every route of the application that declares what it takes and answers."""
    found = []
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        operation, policy = operation_of(view), policy_of(view)
        if operation is None or policy is None:
            continue
        words = " ".join((view.__doc__ or "").split())
        methods = sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
        found += [Route(method, rule, operation, policy, words) for method in methods]
    return sorted(found, key=lambda each: (each.rule.rule, each.method))


def document(app: Flask) -> Json:
    """The OpenAPI document of this application's routes."""
    book = _book(app)
    routes = routes_of(app)
    schemas = _Schemas(routes)
    for route in routes:
        _write(book, route, schemas)
    made: Json = book.api_doc
    for name, schema in schemas.components().items():
        made["components"]["schemas"].setdefault(name, schema)
    return made


def _book(app: Flask) -> OpenAPI:
    book = OpenAPI(
        "server.api.openapi_document",
        info=Info(title=TITLE, version=VERSION, description=_DESCRIPTION),
        security_schemes={BEARER: {"type": "http", "scheme": "bearer"}},
        doc_ui=False,
        # Every route has a problem of this status already, so nothing is added for it.
        validation_error_status=400,
        validation_error_model=Problem,
        static_folder=None,
        template_folder=None,
    )
    book.url_map.converters.update(app.url_map.converters)
    return book


def _write(book: OpenAPI, route: Route, schemas: "_Schemas") -> None:
    summary, _, description = route.words.partition(". ")
    extensions: Json = {"parameters": _parameters(route, schemas)}
    if route.operation.body is not None:
        content = _body(route.operation.body, schemas)
        extensions["requestBody"] = {"required": route.operation.needs_body, "content": content}
    add = getattr(book, route.method.lower())
    add(
        route.rule.rule,
        tags=[Tag(name=route.operation.tag)],
        summary=summary.rstrip("."),
        description=_sentences(description, route.policy),
        operation_id=route.rule.endpoint.replace(".", "_"),
        responses=_responses(route, schemas),
        security=None if route.policy is Policy.PUBLIC else [{BEARER: []}],
        openapi_extensions=extensions,
        endpoint=f"{route.method} {route.rule.rule}",
    )(_nothing)


def _nothing() -> None:
    """Stands for a view in the book, which describes and never answers."""


def _sentences(description: str, policy: Policy) -> str:
    return " ".join(filter(None, (description, f"For {policy.value}.")))


class _Schemas:
    """The JSON schemas of all shapes, made together so that each name means one thing."""

    def __init__(self, routes: Sequence[Route]) -> None:
        self._shapes: list[tuple[Shape, str]] = []
        for route in routes:
            self._shapes += [each for each in route.shapes() if each not in self._shapes]
        inputs = [(n, mode, TypeAdapter(shape)) for n, (shape, mode) in enumerate(self._shapes)]
        self._by_key, found = TypeAdapter.json_schemas(inputs, ref_template=_REF)  # type: ignore[arg-type]  # the mode is one of two texts
        self._definitions: dict[str, Json] = found.get("$defs", {})

    def of(self, shape: Shape, mode: str) -> Json:
        """A reference to a shape's schema."""
        found: Json = self._by_key[self._shapes.index((shape, mode)), mode]  # type: ignore[index]  # as above
        return found

    def fields(self, shape: Shape) -> Iterator[tuple[str, Json, bool]]:
        """The name, the schema and whether it is required, of each field that is taken."""
        schema = self.of(shape, "validation")
        if "$ref" in schema:
            schema = self._definitions[schema["$ref"].rpartition("/")[2]]
        for name, field in schema.get("properties", {}).items():
            yield name, field, name in schema.get("required", [])

    def components(self) -> dict[str, Json]:
        """Every schema with a name."""
        return self._definitions


def _is_media(shape: Any) -> bool:
    return isinstance(shape, Media)


def _parameters(route: Route, schemas: _Schemas) -> list[Json]:
    parameters = [
        _parameter(name, "path", True, _variable(kind, arguments))
        for kind, arguments, name in _VARIABLE.findall(route.rule.rule)
    ]
    for place, shape in (("query", route.operation.query), ("header", route.operation.headers)):
        if shape is None:
            continue
        for name, schema, required in schemas.fields(shape):
            parameters.append(_parameter(name, place, required, schema))
    return parameters


def _parameter(name: str, place: str, required: bool, schema: Json) -> Json:
    """An example stands beside a parameter's schema: within it the library leaves it out."""
    plain = {key: value for key, value in schema.items() if key not in ("title", "examples")}
    said = {"name": name, "in": place, "required": required, "schema": plain}
    return said | ({"example": schema["examples"][0]} if "examples" in schema else {})


def _variable(kind: str, arguments: str) -> Json:
    if kind == "id":
        return {
            "type": "string",
            "pattern": values.ID_PATTERN,
            "examples": [values.ID_EXAMPLE],
        }
    if kind == "int":
        bounds = dict(each.split("=") for each in arguments.replace(" ", "").split(",") if each)
        return {"type": "integer", "minimum": 0, "maximum": int(bounds.get("max", 2**31))}
    return {"type": "string"}


def _body(shape: Shape | Media, schemas: _Schemas) -> Json:
    if isinstance(shape, Media):
        return {each: {"schema": _bytes()} for each in shape.types}
    return {"application/json": {"schema": schemas.of(shape, "validation")}}


def _bytes() -> Json:
    return {"type": "string", "format": "binary"}


def _responses(route: Route, schemas: _Schemas) -> dict[int, Json]:
    responses: dict[int, Json] = {}
    for status, shape in route.operation.answers.items():
        responses[status] = {
            "description": HTTPStatus(status).phrase,
            "headers": _headers({**route.operation.answer_headers, **_tag(route)}),
            **_content(shape, route.operation.also.get(status), schemas),
        }
    if route.has_ranges:
        responses[206] = {**responses[200], "description": "The bytes that were asked for"}
    if route.method == "GET" and (route.has_json_answer or route.has_ranges):
        responses[304] = {"description": "What `If-None-Match` names is still the answer"}
    for status, codes in sorted(_problems(route).items()):
        responses[status] = _problem(status, codes)
    return responses


def _content(shape: Any, also: Media | None, schemas: _Schemas) -> Json:
    if shape is None:
        return {}
    if isinstance(shape, Media):
        content = {each: {"schema": _bytes()} for each in shape.types}
    else:
        content = {"application/json": {"schema": schemas.of(shape, "serialization")}}
    for each in () if also is None else also.types:
        content[each] = {"schema": _bytes()}
    return {"content": content}


def _problems(route: Route) -> Mapping[int, list[str]]:
    """Every problem that the route may answer, by status."""
    codes = [*_EVERY, *route.operation.problems]
    if route.rule.rule.startswith(f"{API}/"):
        codes += _OF_THE_API
    if route.policy is not Policy.PUBLIC:
        codes += _OF_A_TOKEN
    if route.rule.arguments:
        # A number beyond its bounds is nothing, or an address that is for another method only.
        codes += ("not_found", "method_not_allowed")
    if route.operation.body is not None:
        codes += _OF_A_BODY
    if route.method != "GET":
        codes.append("storage_full")
    if route.has_ranges:
        codes.append("range_unsatisfiable")
    by_status: dict[int, list[str]] = {}
    for code in codes:
        known = by_status.setdefault(PROBLEMS[code].status, [])
        if code not in known:
            known.append(code)
    return by_status


def _headers(said: Mapping[str, str]) -> Json:
    return {
        name: {"description": words, "schema": {"type": "string"}} for name, words in said.items()
    }


def _tag(route: Route) -> Mapping[str, str]:
    if route.method != "GET" or not (route.has_json_answer or route.has_ranges):
        return {}
    return {"ETag": "For `If-None-Match`: while the answer would be the same, it is 304."}


def _problem(status: int, codes: Sequence[str]) -> Json:
    named = {"type": "object", "properties": {"code": {"type": "string", "enum": list(codes)}}}
    both = [{"$ref": _REF.format(model=Problem.__name__)}, named]
    return {
        "description": "; ".join(f"`{code}`: {PROBLEMS[code].title}" for code in codes),
        "headers": _headers(_OF_STATUS.get(status, {})),
        "content": {PROBLEM_TYPE: {"schema": {"allOf": both}}},
    }

"""Hooks of schemathesis: generated requests meet what is really here, often enough.

Loaded by its command line through SCHEMATHESIS_HOOKS; what is here stands in HOLDFAST_CASES.
"""

import base64
import hashlib
import json
import os
from typing import Any

import schemathesis
from schemathesis import Case, HookContext, SerializationContext
from schemathesis.generation import GenerationMode

from holdfast.ids import is_id

HERE = json.loads(os.environ["HOLDFAST_CASES"])
NAMES = ("session", "recording", "job", "device")
KEPT = ("session", "recording")
NOBODYS = "01a1f941-c700-7000-8000-000000000000"


def _is_chosen(text: str, share: float) -> bool:
    """A choice that depends on the request alone, so that a failure comes again."""
    return hashlib.sha256(text.encode()).digest()[0] < 256 * share


def _digest(data: bytes) -> str:
    return f"sha-256=:{base64.b64encode(hashlib.sha256(data).digest()).decode()}:"


@schemathesis.serializer("application/offset+octet-stream")
def send_bytes(context: SerializationContext, value: Any) -> Any:
    return value if isinstance(value, bytes) else str(value).encode()


@schemathesis.hook
def map_case(context: HookContext, case: Case[Any]) -> Case[Any]:
    # What is withdrawn is gone for all that follows; and schemathesis learns ids from answers.
    for name, value in case.path_parameters.items():
        if case.method == "DELETE" and name in KEPT and value == HERE[name]:
            case.path_parameters[name] = NOBODYS
    if case.meta is not None and case.meta.generation.mode is not GenerationMode.POSITIVE:
        return case
    for name, value in case.path_parameters.items():
        may_be_used = name not in KEPT or case.method != "DELETE"
        if name in NAMES and may_be_used and _is_chosen(str(value), 0.8):
            case.path_parameters[name] = HERE[name]
    if isinstance(case.body, dict):
        _fit(case.body, case.path_parameters)
    headers = case.headers
    if isinstance(case.body, bytes) and case.body and "Content-Digest" in headers:
        _sign(headers, case.body)
    return case


def _fit(body: dict[str, Any], path: dict[str, Any]) -> None:
    """Let a body name what the address names, and what is here."""
    for name in NAMES:
        if isinstance(body.get(name), str) and is_id(body[name]) and _is_chosen(body[name], 0.9):
            body[name] = path.get(name, HERE[name])


def _sign(headers: Any, body: bytes) -> None:
    if not _is_chosen(headers["Content-Digest"], 0.9):
        return
    headers["Content-Digest"] = _digest(body)
    if "Repr-Digest" in headers and "Content-Range" not in headers:
        headers["Repr-Digest"] = _digest(body)

"""Rules that learn late to build addresses: the same addresses, and nothing compiled too early."""

import pytest
from flask import Flask
from werkzeug.routing import BuildError, Map, MapAdapter, Rule

from server.app import create_app
from server.late_rules import LateRule
from server.settings import Settings
from tests.support.manual_clock import ManualClock
from tests.unit.server.conftest import Running

PLACES: tuple[tuple[str, dict[str, object]], ...] = (
    ("/", {}),
    ("/sessions", {}),
    ("/sessions/<id>", {}),
    ("/sessions/<id>/<int:number>/end", {}),
    ("/<self>/<rule>", {}),
    ("/first/", {"page": 1}),
    ("/first/<int:page>", {}),
)
ASKED: tuple[dict[str, object], ...] = (
    {},
    {"id": "a b/c"},
    {"id": "x", "number": 7},
    {"self": "me", "rule": "you"},
    {"page": 1},
    {"page": 2},
    {"id": "x", "further": "y&z"},
    {"id": "x", "number": "none"},
)


def addresses(kind: type[Rule]) -> MapAdapter:
    rules = [kind(rule, endpoint=str(n), defaults=more) for n, (rule, more) in enumerate(PLACES)]
    return Map(rules).bind("receiver")


def said(where: MapAdapter, place: int, values: dict[str, object], further: bool) -> str:
    """The address, or what there is instead of one."""
    try:
        return where.build(str(place), values, append_unknown=further)
    except (BuildError, ValueError) as error:
        return type(error).__name__


@pytest.mark.parametrize("further", [True, False])
@pytest.mark.parametrize("values", ASKED, ids=str)
def test_addresses_are_those_of_other_rules(values: dict[str, object], further: bool) -> None:
    early, late = addresses(Rule), addresses(LateRule)

    built = [said(late, place, values, further) for place in range(len(PLACES))]

    assert built == [said(early, place, values, further) for place in range(len(PLACES))]
    # Not because none could be built; and asked again, the same.
    assert any(address.startswith("/") for address in built)
    assert built == [said(late, place, values, further) for place in range(len(PLACES))]


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The rules whose functions werkzeug compiled."""
    seen: list[str] = []
    compile_now = Rule._compile_builder

    def note(rule: Rule, append_unknown: bool = True) -> object:
        seen.append(rule.rule)
        return compile_now(rule, append_unknown)

    monkeypatch.setattr(Rule, "_compile_builder", note)
    return seen


def test_a_receiver_compiles_a_rule_when_its_address_is_asked_for(
    compiled: list[str], settings: Settings, running: Running
) -> None:
    app: Flask = create_app(settings, ManualClock(), running.receiver)
    (endpoint,) = {rule.endpoint for rule in app.url_map.iter_rules() if rule.rule == "/"}
    assert compiled == []

    for _ in range(2):
        with app.test_request_context():
            assert app.url_for(endpoint) == "/"

    assert compiled == ["/"]

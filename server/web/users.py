"""People and scripts: their roles, their studies, links and tokens that are shown once."""

from typing import Final

from flask import Blueprint, Response, request
from werkzeug.wrappers import Response as BaseResponse

from server.api.context import receiver, settings
from server.api.guard import principal
from server.auth.policy import Policy, Role, allow
from server.domain.refusals import Refusal
from server.domain.users import Scope
from server.web import forms
from server.web.render import done, page

ROLES: Final = ("viewer", "operator", "admin")
_HERE: Final = "/web/users"


def blueprint() -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_users", __name__)
    routes.get("/users")(users)
    routes.post("/users/link")(make_link)
    routes.post("/users/token")(make_token)
    routes.post("/users/change")(change)
    routes.post("/users/revoke")(revoke)
    return routes


@allow(Policy.PAGE_ADMIN)
def users() -> Response:
    here = receiver()
    return page(
        "users.html",
        people=here.users.everyone(),
        roles=ROLES,
        studies=here.studies.newest(None),
    )


@allow(Policy.PAGE_ADMIN)
def make_link() -> Response:
    """A link that signs somebody in once; they are made if need be."""
    name, role, scope = _who()
    secret = receiver().users.add_link(name, role, scope)
    _note("user.link_made", name, role, scope)
    address = settings().public_url or request.host_url.rstrip("/")
    return page(
        "secret.html",
        heading=f"Link for {name}",
        what="It signs a browser in once, within a day. There they can set a password.",
        secret=f"{address}/web/enter/{secret}",
    )


@allow(Policy.PAGE_ADMIN)
def make_token() -> Response:
    name, role, scope = _who()
    secret = receiver().users.add_token(name, role, scope)
    _note("user.token_made", name, role, scope)
    return page(
        "secret.html",
        heading=f"Token for {name}",
        what="Scripts send it as “Authorization: Bearer …”. It is good until the user is revoked.",
        secret=secret,
    )


@allow(Policy.PAGE_ADMIN)
def change() -> BaseResponse:
    name, role, scope = _who()
    _require_another(name)
    receiver().users.change(name, role, scope)
    _note("user.changed", name, role, scope)
    return done(_HERE, f"{name} is {role.value} from now on.")


@allow(Policy.PAGE_ADMIN)
def revoke() -> BaseResponse:
    name = forms.needed("name", 200)
    _require_another(name)
    receiver().users.revoke(name)
    receiver().audit.record(principal(), "user.revoked", f"user:{name}")
    return done(_HERE, f"{name} is refused from now on, in browsers and with tokens.")


def _who() -> tuple[str, Role, Scope]:
    name, role = forms.needed("name", 200), Role(forms.choice("role", ROLES))
    studies = forms.several("study")
    if not studies:
        return name, role, None
    if role is Role.ADMIN:
        raise Refusal("bad_request", "An admin sees every study; tick none. Nothing was changed.")
    return name, role, frozenset(receiver().studies.get(study).id for study in studies)


def _require_another(name: str) -> None:
    if name == principal().name:
        raise Refusal(
            "conflict",
            "You cannot take your own rights away here, so that somebody is always left who can. "
            "Nothing was changed; ask another admin.",
        )


def _note(action: str, name: str, role: Role, scope: Scope) -> None:
    studies = None if scope is None else sorted(scope)
    receiver().audit.record(principal(), action, f"user:{name}", role=role.value, studies=studies)

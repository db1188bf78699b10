"""Signing in and out: with a name and a password, or with a link that works once."""

from urllib.parse import urlsplit

from flask import Blueprint, Response, make_response, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from server.api.context import receiver
from server.api.guard import COOKIE, principal
from server.auth.passwords import LEAST_LETTERS, MOST_LETTERS
from server.auth.policy import Policy, allow, keeps_to_scope
from server.auth.throttle import Throttle
from server.auth.tokens import same, token_hash
from server.domain.refusals import Refusal
from server.domain.users import SignIn
from server.web import forms
from server.web.render import done, page

HOME = "/web/"
_WRONG = "This name and this password do not belong together. Nothing was changed; try again."
_SPENT = "This link was used already or has expired. Nothing else happened."


class Signing:
    """The views, and how often may be tried: from one address, and for one name."""

    def __init__(self, addresses: Throttle, names: Throttle) -> None:
        self._addresses = addresses
        self._names = names

    @allow(Policy.PUBLIC)
    def enter_with_password(self) -> BaseResponse:
        name, password = forms.text("name"), request.form.get("password", "")
        # A name is kept as a hash: what is typed there may be the password.
        known_as = token_hash(name.casefold())
        address = request.remote_addr or "unknown"
        wait_s = max(self._addresses.wait_s(address), self._names.wait_s(known_as))
        if wait_s:
            said = f"Too many tries did not fit. Nothing was changed; try again in {wait_s} s."
            return _form(429, said, name)
        signed_in = receiver().passwords.sign_in(name, password)
        if signed_in is None:
            self._addresses.failed(address)
            self._names.failed(known_as)
            return _form(403, _WRONG, name)
        return _let_in(signed_in, _own_path(forms.text("next")))


def blueprint(addresses: Throttle, names: Throttle) -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_signing", __name__)
    routes.get("/sign-in")(sign_in)
    routes.add_url_rule(
        "/sign-in",
        "enter_with_password",
        Signing(addresses, names).enter_with_password,
        methods=["POST"],
    )
    routes.get("/enter/<token>")(enter)
    routes.post("/leave")(leave)
    routes.get("/account")(account)
    routes.post("/account/password")(change_password)
    return routes


@allow(Policy.PUBLIC)
def sign_in() -> Response:
    return _form(200, "", "")


@allow(Policy.PUBLIC)
def enter(token: str) -> BaseResponse:
    if request.method == "HEAD":
        # Programs that preview links must not spend them.
        return Response()
    signed_in = receiver().users.enter(token)
    if signed_in is None:
        return _form(403, _SPENT, "")
    return _let_in(signed_in, HOME)


def _form(status: int, wrong: str, name: str) -> Response:
    leads_to = _own_path(request.values.get("next", HOME))
    return page("sign_in.html", status, user=None, wrong=wrong, name=name, leads_to=leads_to)


def _own_path(path: str) -> str:
    """Where somebody wanted to go, as long as it is one of our pages."""
    parts = urlsplit(path)
    is_ours = not parts.scheme and not parts.netloc and path.startswith(HOME)
    return path if is_ours and "\\" not in path and path.isprintable() else HOME


def _let_in(signed_in: SignIn, path: str) -> BaseResponse:
    receiver().audit.record(f"user:{signed_in.user}", "user.signed_in", f"user:{signed_in.user}")
    answer = make_response(redirect(path, 303))
    answer.set_cookie(
        COOKIE,
        signed_in.token,
        expires=signed_in.expires_at,
        path="/web",
        httponly=True,
        samesite="Lax",
        secure=request.is_secure,
    )
    return answer


@allow(Policy.PAGE)
@keeps_to_scope
def leave() -> BaseResponse:
    receiver().users.leave(request.cookies[COOKIE])
    receiver().audit.record(principal(), "user.signed_out", f"user:{principal().name}")
    answer = make_response(redirect("/web/sign-in", 303))
    answer.delete_cookie(COOKIE, path="/web")
    return answer


@allow(Policy.PAGE)
@keeps_to_scope
def account() -> Response:
    has_one = receiver().users.password_of(principal().name) is not None
    return page("account.html", has_password=has_one, least=LEAST_LETTERS, most=MOST_LETTERS)


@allow(Policy.PAGE)
@keeps_to_scope
def change_password() -> BaseResponse:
    name, passwords = principal().name, receiver().passwords
    password = request.form.get("new_password", "")
    if not same(password, request.form.get("again", "")):
        raise Refusal("bad_request", "The two new passwords differ. Nothing was changed.")
    if receiver().users.password_of(name) is not None and not passwords.is_right(
        name, request.form.get("old_password", "")
    ):
        raise Refusal("forbidden", "The old password is another one. Nothing was changed.")
    passwords.set(name, password, keep=request.cookies[COOKIE])
    receiver().audit.record(principal(), "user.password_set", f"user:{name}")
    return done("/web/account", "Your password was set. Your other browsers were signed out.")

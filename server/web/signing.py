"""Signing in and out: with a link that works once, or with a name and a password."""

from flask import Blueprint, Response, make_response, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from server.api.context import receiver
from server.api.guard import COOKIE, principal
from server.auth.policy import Policy, allow, keeps_to_scope
from server.auth.throttle import Throttle
from server.domain.users import SignIn
from server.web.render import page

HOME = "/web/"


def blueprint(throttle: Throttle) -> Blueprint:
    """The routes, relative to `/web`."""
    routes = Blueprint("web_signing", __name__)
    routes.get("/sign-in")(sign_in)
    routes.get("/enter/<token>")(enter)
    routes.post("/leave")(leave)
    return routes


@allow(Policy.PUBLIC)
def sign_in() -> Response:
    return page("sign_in.html", user=None, is_spent=False)


@allow(Policy.PUBLIC)
def enter(token: str) -> BaseResponse:
    if request.method == "HEAD":
        # Programs that preview links must not spend them.
        return Response()
    signed_in = receiver().users.enter(token)
    if signed_in is None:
        return page("sign_in.html", 403, user=None, is_spent=True)
    return _let_in(signed_in, HOME)


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

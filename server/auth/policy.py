"""Who may do what: roles, and the policy that every route declares. No Flask.

A route without a policy is refused to everybody, and a test fails for it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, TypeVar


class Role(Enum):
    """What a token was given for."""

    DEVICE = "device"
    VIEWER = "viewer"
    OPERATOR = "operator"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Principal:
    """Who asks: a device by its id or a user by name."""

    role: Role
    name: str

    @property
    def device(self) -> str | None:
        """The device's id, where a device asks; it sees its own recordings only."""
        return self.name if self.role is Role.DEVICE else None


USERS: Final = frozenset({Role.VIEWER, Role.OPERATOR, Role.ADMIN})


class Policy(Enum):
    """Who may call a route; the roles stand in `ROLES`."""

    PUBLIC = "anyone, without a token"
    DEVICE = "a device, for what is its own"
    OWNER_OR_READER = "a device for what is its own; every user"
    OWNER_OR_WRITER = "a device for what is its own; operators and admins"
    ANY_TOKEN = "every token"
    READER = "every user"
    WRITER = "operators and admins"
    PAGE = "a signed-in browser"


ROLES: Final[dict[Policy, frozenset[Role]]] = {
    Policy.PUBLIC: frozenset(Role),
    Policy.DEVICE: frozenset({Role.DEVICE}),
    Policy.OWNER_OR_READER: frozenset(Role),
    Policy.OWNER_OR_WRITER: frozenset({Role.DEVICE, Role.OPERATOR, Role.ADMIN}),
    Policy.ANY_TOKEN: frozenset(Role),
    Policy.READER: USERS,
    Policy.WRITER: frozenset({Role.OPERATOR, Role.ADMIN}),
    Policy.PAGE: USERS,
}

View = TypeVar("View", bound=Callable[..., Any])
_ATTRIBUTE = "holdfast_policy"


def allow(policy: Policy) -> Callable[[View], View]:
    """Declare a view's policy."""

    def mark(view: View) -> View:
        setattr(view, _ATTRIBUTE, policy)
        return view

    return mark


def policy_of(view: Callable[..., Any] | None) -> Policy | None:
    """The policy that a view declares."""
    return getattr(view, _ATTRIBUTE, None)

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
    """Who asks: a device by its id or a user by name.

    `studies` are the only ones whose data a user may see, and the only ones that a device may
    record for; None means all.
    """

    role: Role
    name: str
    studies: frozenset[str] | None = None

    @property
    def scope(self) -> frozenset[str] | None:
        """The only studies that a user may see; None for all, and for a device, which sees its own
        recordings anyway.
        """
        return None if self.role is Role.DEVICE else self.studies

    @property
    def actor(self) -> str:
        """How the audit log names them."""
        return f"{self.role.value}:{self.name}"

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
    ADMIN = "admins"
    SENDER = "a device, for what is its own; in an open trial anyone at this computer"
    IMPORTER = "operators and admins; in an open trial anyone at this computer"
    ERASER = "admins; in an open trial anyone at this computer"
    PAGE = "a signed-in browser"
    PAGE_WRITER = "operators and admins who are signed in"
    PAGE_ADMIN = "admins who are signed in"


ROLES: Final[dict[Policy, frozenset[Role]]] = {
    Policy.PUBLIC: frozenset(Role),
    Policy.DEVICE: frozenset({Role.DEVICE}),
    Policy.OWNER_OR_READER: frozenset(Role),
    Policy.OWNER_OR_WRITER: frozenset({Role.DEVICE, Role.OPERATOR, Role.ADMIN}),
    Policy.ANY_TOKEN: frozenset(Role),
    Policy.READER: USERS,
    Policy.WRITER: frozenset({Role.OPERATOR, Role.ADMIN}),
    Policy.ADMIN: frozenset({Role.ADMIN}),
    Policy.SENDER: frozenset({Role.DEVICE}),
    Policy.IMPORTER: frozenset({Role.OPERATOR, Role.ADMIN}),
    Policy.ERASER: frozenset({Role.ADMIN}),
    Policy.PAGE: USERS,
    Policy.PAGE_WRITER: frozenset({Role.OPERATOR, Role.ADMIN}),
    Policy.PAGE_ADMIN: frozenset({Role.ADMIN}),
}

PAGES: Final = frozenset({Policy.PAGE, Policy.PAGE_WRITER, Policy.PAGE_ADMIN})
"""Where a browser's cookie counts, and no token."""

TRIAL: Final = frozenset({Policy.SENDER, Policy.IMPORTER, Policy.ERASER})
"""What is open to everybody at this computer while a receiver is on trial."""

View = TypeVar("View", bound=Callable[..., Any])
_ATTRIBUTE = "holdfast_policy"
_KEEPS_TO_SCOPE = "holdfast_keeps_to_scope"
SCOPED_NAMES: Final = frozenset({"session", "recording", "job", "study"})
"""What a route's address may name, and the gate then looks up in the scope of who asks."""


def allow(policy: Policy) -> Callable[[View], View]:
    """Declare a view's policy."""

    def mark(view: View) -> View:
        setattr(view, _ATTRIBUTE, policy)
        return view

    return mark


def policy_of(view: Callable[..., Any] | None) -> Policy | None:
    """The policy that a view declares."""
    return getattr(view, _ATTRIBUTE, None)


def keeps_to_scope(view: View) -> View:
    """Declare that a view answers a user of some studies with what is theirs, and nothing else.

    A view whose address names a session, recording, job or study needs no declaration: the gate
    has looked already. Any other one is closed to such users unless it declares this.
    """
    setattr(view, _KEEPS_TO_SCOPE, True)
    return view


def is_within_scope_by_itself(view: Callable[..., Any]) -> bool:
    """Whether a view declares that it keeps to the scope of who asks."""
    return getattr(view, _KEEPS_TO_SCOPE, False)

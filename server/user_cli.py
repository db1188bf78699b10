"""`holdfast admin user`: people and scripts that read, their roles and their studies."""

import sys
from typing import TYPE_CHECKING, Any

import click

from holdfast.command import json_option, print_json
from holdfast.receiver_layout import ReceiverData
from server.admin_data import at_the_console, open_data, refusable

if TYPE_CHECKING:
    from server.receiver import Receiver

_ROLES = click.Choice(["viewer", "operator", "admin"])
_study_option = click.option(
    "--study", "studies", multiple=True, help="See this study only; may be repeated."
)


@click.group()
def user() -> None:
    """People and scripts that read."""


@user.command("add")
@click.argument("name")
@click.option("--role", type=_ROLES, default="viewer", show_default=True)
@_study_option
@click.option("--token", "with_token", is_flag=True, help="Make an API token, for scripts.")
@json_option
@click.pass_obj
def user_add(
    data: ReceiverData,
    name: str,
    role: str,
    studies: tuple[str, ...],
    with_token: bool,
    as_json: bool,
) -> None:
    """Print a link that signs a person in once, or with --token an API token."""
    from server.auth.policy import Role

    receiver = open_data(data)
    scope = _scope(receiver, role, studies)
    users = receiver.users
    make = users.add_token if with_token else users.add_link
    secret = refusable(lambda: make(name, Role(role), scope))
    _note(receiver, "user.token_made" if with_token else "user.link_made", name, role, scope)
    if with_token:
        print_json({"user": name, "token": secret}) if as_json else click.echo(secret)
        return
    link = f"{receiver.last_url()}/web/enter/{secret}"
    print_json({"user": name, "link": link}) if as_json else click.echo(link)


@user.command("list")
@json_option
@click.pass_obj
def user_list(data: ReceiverData, as_json: bool) -> None:
    """List the users."""
    from holdfast.clock import rfc3339

    users: list[dict[str, Any]] = [
        {
            "user": row.name,
            "role": row.role,
            "studies": row.studies,
            "created_at": rfc3339(row.created_at),
            "revoked_at": row.revoked_at and rfc3339(row.revoked_at),
        }
        for row in open_data(data).users.everyone()
    ]
    if as_json:
        print_json({"users": users})
        return
    for each in users:
        studies = f" of {', '.join(each['studies'])}" if each["studies"] else ""
        revoked = "   revoked" if each["revoked_at"] else ""
        click.echo(f"{each['user']}   {each['role']}{studies}{revoked}")


@user.command("change")
@click.argument("name")
@click.option("--role", type=_ROLES, required=True)
@_study_option
@json_option
@click.pass_obj
def user_change(
    data: ReceiverData, name: str, role: str, studies: tuple[str, ...], as_json: bool
) -> None:
    """Give a user another role, and these studies or, without --study, all of them."""
    from server.auth.policy import Role

    receiver = open_data(data)
    scope = _scope(receiver, role, studies)
    refusable(lambda: receiver.users.change(name, Role(role), scope))
    _note(receiver, "user.changed", name, role, scope)
    if as_json:
        print_json({"user": name, "role": role, "studies": scope and sorted(scope)})
        return
    click.echo(f"{name} is {role} from now on.")


@user.command("renew")
@click.argument("name")
@json_option
@click.pass_obj
def user_renew(data: ReceiverData, name: str, as_json: bool) -> None:
    """Print a new API token; all former ones of this user are refused from now on."""
    receiver = open_data(data)
    token = refusable(lambda: receiver.users.renew_token(name))
    receiver.audit.record(at_the_console(), "user.token_renewed", f"user:{name}")
    print_json({"user": name, "token": token}) if as_json else click.echo(token)


@user.command("password")
@click.argument("name")
@click.option("--stdin", "from_stdin", is_flag=True, help="Read it from the first line that comes.")
@json_option
@click.pass_obj
def user_password(data: ReceiverData, name: str, from_stdin: bool, as_json: bool) -> None:
    """Set the password with which a user signs in on the page; asks for it twice."""
    receiver = open_data(data)
    password: str
    if from_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    refusable(lambda: receiver.passwords.set(name, password))
    receiver.audit.record(at_the_console(), "user.password_set", f"user:{name}")
    if as_json:
        print_json({"user": name})
        return
    click.echo(f"{name} signs in with this password from now on. Browsers were signed out.")


@user.command("revoke")
@click.argument("name")
@json_option
@click.pass_obj
def user_revoke(data: ReceiverData, name: str, as_json: bool) -> None:
    """End all tokens, links and sign-ins of a user."""
    receiver = open_data(data)
    refusable(lambda: receiver.users.revoke(name))
    receiver.audit.record(at_the_console(), "user.revoked", f"user:{name}")
    if as_json:
        print_json({"revoked": name})
        return
    click.echo(f"{name} is refused from now on.")


def _scope(receiver: "Receiver", role: str, studies: tuple[str, ...]) -> frozenset[str] | None:
    if not studies:
        return None
    if role == "admin":
        raise click.UsageError("An admin sees everything; leave --study out.")
    return frozenset(refusable(lambda: [receiver.studies.get(study).id for study in studies]))


def _note(
    receiver: "Receiver", action: str, name: str, role: str, scope: frozenset[str] | None
) -> None:
    studies = None if scope is None else sorted(scope)
    receiver.audit.record(at_the_console(), action, f"user:{name}", role=role, studies=studies)

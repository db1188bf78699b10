"""The subcommand `receiver`: which one this computer sends to, and what to do when that changes."""

import threading
from typing import TYPE_CHECKING, Any

import click

from holdfast.command import Failure, home_option, json_option, print_json
from holdfast.layout import Home
from uploader.opened import opened
from uploader.why import NOT_ENROLLED

if TYPE_CHECKING:
    from uploader.identity import Enrolment
    from uploader.installation import Installation


@click.group()
def receiver() -> None:
    """See which receiver this computer sends to, and accept a change of it."""


@receiver.command()
@home_option
@json_option
def show(home: Home, as_json: bool) -> None:
    """Show the receiver, its key, and whether it is the one that answers."""
    with opened(home) as installation:
        shown = _shown(installation)
    if as_json:
        print_json(shown)
        return
    click.echo(f"{shown['url']} (receiver {shown['receiver']}, key {shown['key']})")
    click.echo(f"Enrolled {shown['enrolled_at']}. {shown['why'] or 'It is the one that answers.'}")
    for each in shown["former"]:
        if each["receiver"] == shown["receiver"]:
            click.echo(f"Until {each['until']} its key was {each['key']}.")
        else:
            held = f"what it alone has: {each['recordings']} recordings"
            click.echo(f"Until {each['until']}: {each['url']} (key {each['key']}); {held}.")


def _shown(installation: "Installation") -> dict[str, Any]:
    from uploader.acquaintance import key_id
    from uploader.receiver_key import ask

    enrolment = _enrolment(installation)
    answered = ask(installation, enrolment)
    held = list(installation.queue.holdings.at_former().values())
    return {
        "url": enrolment.url,
        "receiver": enrolment.receiver,
        "key": key_id(enrolment.receiver_key),
        "enrolled_at": enrolment.enrolled_at,
        "answers": answered.told is not None,
        "why": answered.doubt,
        "former": [
            {
                "url": each.url,
                "receiver": each.receiver,
                "key": key_id(each.receiver_key),
                "until": each.until,
                "recordings": held.count(each.receiver),
            }
            for each in enrolment.former
        ],
    }


@receiver.command()
@home_option
@json_option
@click.argument("key", metavar="KEY")
def accept(home: Home, as_json: bool, key: str) -> None:
    """Trust the receiver's new key, named KEY, once somebody has compared it over there."""
    from uploader import receiver_key

    with opened(home) as installation:
        enrolment = _enrolment(installation)
        receiver_key.accept(installation, enrolment, key)
    if as_json:
        print_json({"receiver": enrolment.receiver, "key": key.lower()})
    else:
        click.echo(f"The key {key.lower()} is trusted from now on. What waits is sent.")


@receiver.command("send-again")
@home_option
@json_option
def send_again(home: Home, as_json: bool) -> None:
    """Send to the present receiver, too, what is at a former one."""
    with opened(home) as installation:
        again = installation.queue.holdings.send_again()
    if as_json:
        print_json({"sent_again": again})
    elif again:
        click.echo(f"{len(again)} recordings are sent to the present receiver too.")
    else:
        click.echo("No recording is at a former receiver only. Nothing was changed.")


@receiver.command()
@home_option
@json_option
def studies(home: Home, as_json: bool) -> None:
    """List the studies that the receiver gave to this computer."""
    from holdfast.jsonform import FormatError
    from uploader.studies import GivenStudies

    try:
        here = GivenStudies(home).here()
    except (FormatError, OSError) as error:
        raise Failure(
            f"The studies here cannot be read ({error}). They come anew by themselves."
        ) from error
    if as_json:
        print_json({"studies": here})
        return
    for each in here:
        click.echo(f"{each['study']}   version {each['version']}   {each['title']}")


@receiver.command("renew-token")
@home_option
@json_option
def renew_token(home: Home, as_json: bool) -> None:
    """Get a new token in the place of the present one, which then ends."""
    from dataclasses import replace

    from holdfast.protocol import receiver_path, token_path
    from uploader.errors import TransportError
    from uploader.identity import keep_enrolment
    from uploader.transport import Transport

    never = threading.Event()
    with opened(home) as installation:
        enrolment = _enrolment(installation)
        ca_file = installation.settings.ca_file
        try:
            with Transport(enrolment.url, enrolment.token, never, ca_file) as transport:
                answer = transport.send_json("POST", token_path(), {})
            token = (answer.body or {}).get("token") if answer.is_ok else None
            if not isinstance(token, str):
                said = (answer.body or {}).get("detail") or f"It answered {answer.status}."
                raise Failure(f"The receiver gave no new token. {said} Nothing was changed.")
            device = installation.identity.device
            keep_enrolment(
                installation.home, installation.secrets, device, replace(enrolment, token=token)
            )
            # Its first use ends the former one.
            with Transport(enrolment.url, token, never, ca_file) as transport:
                transport.get(receiver_path())
        except TransportError as error:
            raise Failure(f"{error} Sending goes on with whichever token is good.") from error
    if as_json:
        print_json({"receiver": enrolment.receiver, "renewed": True})
    else:
        click.echo("This computer has a new token, and the former one is refused from now on.")


@receiver.command("renew-key")
@home_option
@json_option
def renew_key(home: Home, as_json: bool) -> None:
    """Take a new key to sign recordings with; the present one vouches for it."""
    from uploader.acquaintance import key_id
    from uploader.new_key import OwnKeys
    from uploader.transport import Transport

    with opened(home) as installation:
        keys = OwnKeys(installation.home, installation.secrets, installation.clock)
        enrolment = installation.enrolment()
        if enrolment is None:
            identity = keys.renew(None)
        else:
            never, ca_file = threading.Event(), installation.settings.ca_file
            with Transport(enrolment.url, enrolment.token, never, ca_file) as transport:
                identity = keys.renew(transport)
    key = key_id(identity.public_key)
    if as_json:
        print_json({"device": identity.device, "key": key, "keys_before": len(identity.former)})
    else:
        click.echo(
            f"This computer signs with the key {key} from now on, and the app once it is started "
            "again. What was signed before stays good."
        )


def _enrolment(installation: "Installation") -> "Enrolment":
    enrolment = installation.enrolment()
    if enrolment is None:
        raise Failure(NOT_ENROLLED)
    return enrolment

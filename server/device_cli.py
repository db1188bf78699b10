"""`holdfast admin device` and `grant`: computers that record, and what lets them enrol."""

import re
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from holdfast.command import Failure, json_option, print_json, unusable_folder
from holdfast.receiver_layout import ReceiverData
from server.admin_data import at_the_console, open_data, refusable

if TYPE_CHECKING:
    from holdfast.invitation import Invitation
    from server.domain.grants import NewGrant
    from server.receiver import Receiver

_SECONDS: Final = {"m": 60, "h": 3600, "d": 86_400}


def _life(_context: click.Context, _parameter: click.Parameter, text: str) -> timedelta:
    found = re.fullmatch(r"(\d{1,6})([mhd])", text.strip())
    if found is None:
        raise click.BadParameter(f"{text!r} is no time; give minutes, hours or days: 30m, 24h, 7d.")
    return timedelta(seconds=int(found[1]) * _SECONDS[found[2]])


@click.group()
def device() -> None:
    """Computers that record."""


@device.command("add")
@click.argument("name")
@click.option("--uses", default=1, show_default=True, help="How many devices may enrol with it.")
@click.option(
    "--for", "life", default="24h", show_default=True, callback=_life, help="As 30m, 24h or 7d."
)
@click.option(
    "--study", "studies", multiple=True, help="Record for this study only; may be repeated."
)
@click.option("--replace", "replaced", metavar="DEVICE", help="Take this device's place.")
@click.option("--url", help="The receiver's address as devices reach it, for --file and --qr.")
@click.option(
    "--file",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write an invitation there, for `holdfast enrol --file`.",
)
@click.option(
    "--qr",
    "picture",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="Write the invitation as a QR code: an .svg or .png file, or - for this screen.",
)
@json_option
@click.pass_obj
def device_add(
    data: ReceiverData,
    name: str,
    uses: int,
    life: timedelta,
    studies: tuple[str, ...],
    replaced: str | None,
    url: str | None,
    file: Path | None,
    picture: Path | None,
    as_json: bool,
) -> None:
    """Print a code with which a device can enrol: once, within a day, unless told otherwise."""
    from holdfast.clock import rfc3339

    receiver = open_data(data)
    former = None if replaced is None else _one(receiver, replaced)
    _require_free(file, picture)
    _require_studies(receiver, studies)
    new = refusable(lambda: receiver.grants.add(name, uses, life, studies, former))
    facts = {"uses": uses, "studies": list(studies), "expires_at": rfc3339(new.expires_at)}
    if former is not None:
        facts["replaces"] = former
    receiver.audit.record(at_the_console(), "grant.made", f"grant:{new.id}", **facts)
    invitation = _invitation(receiver, new, url)
    if (file is not None or picture is not None) and url is None:
        click.echo(f"The invitation leads to {invitation.url}; --url names another way.", err=True)
    if file is not None:
        _write_file(file, invitation)
    if picture is not None:
        _draw(picture, invitation)
    if as_json:
        print_json(
            {"device": new.name, "code": new.code, "grant": new.id, "uses": uses}
            | {"expires_at": rfc3339(new.expires_at), "invitation": invitation.to_text()}
        )
        return
    often = "once" if uses == 1 else f"{uses} times"
    click.echo(f"{new.code}   for {new.device}, until {rfc3339(new.expires_at)}, {often}")


def _one(receiver: "Receiver", id_or_name: str) -> str:
    found = receiver.devices.named(id_or_name)
    if len(found) == 1:
        return found[0].id
    if not found:
        raise Failure(f"There is no device {id_or_name!r}. Nothing was changed.")
    raise Failure(
        f"{len(found)} devices are called {id_or_name!r}. Nothing was changed; give its id "
        "(holdfast admin device list)."
    )


def _require_studies(receiver: "Receiver", studies: tuple[str, ...]) -> None:
    for study in studies:
        refusable(partial(receiver.studies.get, study))


def _require_free(*paths: Path | None) -> None:
    for path in paths:
        if path is not None and str(path) != "-" and path.exists():
            raise Failure(f"{path} is there already. Nothing was changed; name another file.")


def _invitation(receiver: "Receiver", new: "NewGrant", url: str | None) -> "Invitation":
    from holdfast.invitation import Invitation

    return Invitation(url or receiver.last_url(), new.code, receiver.identity.key_id)


def _write_file(path: Path, invitation: "Invitation") -> None:
    from holdfast import durable
    from holdfast.jsonform import canonical

    try:
        durable.write_new(path.absolute(), canonical(invitation.to_json()))
    except OSError as error:
        raise unusable_folder(path.absolute().parent, error, "No device enrolled.") from error


def _draw(path: Path, invitation: "Invitation") -> None:
    import segno

    code = segno.make_qr(invitation.to_text(), error="m")
    if str(path) == "-":
        code.terminal(compact=True)
        return
    kind = path.suffix.lower().removeprefix(".")
    if kind not in ("svg", "png"):
        raise Failure(f"{path} must end in .svg or .png. The code was made; draw it with --qr -.")
    try:
        with path.open("xb") as file:
            path.chmod(0o600)
            code.save(file, kind=kind, scale=8)
    except OSError as error:
        raise unusable_folder(path.absolute().parent, error, "No device enrolled.") from error


@device.command("list")
@json_option
@click.pass_obj
def device_list(data: ReceiverData, as_json: bool) -> None:
    """List the devices."""
    from holdfast.clock import rfc3339
    from server.domain.device_keys import ended_keys

    devices: list[dict[str, Any]] = [
        {
            "device": row.id,
            "name": row.name,
            "studies": row.studies,
            "enrolled_at": rfc3339(row.enrolled_at),
            "revoked_at": row.revoked_at and rfc3339(row.revoked_at),
            "last_contact_at": row.last_contact_at and rfc3339(row.last_contact_at),
            "signs": row.public_key is not None,
            "keys_before": len(row.succession or []),
            "keys_ended": len(ended_keys(row)),
            "wants_new_key": row.key_wanted_at is not None,
            "status": row.status,
        }
        for row in open_data(data).devices.everyone()
    ]
    if as_json:
        print_json({"devices": devices})
        return
    for each in devices:
        contact = each["last_contact_at"] or "never"
        revoked = "   revoked" if each["revoked_at"] else ""
        studies = f"   for {', '.join(each['studies'])}" if each["studies"] else ""
        click.echo(f"{each['device']}   {each['name']}   last contact: {contact}{studies}{revoked}")


@device.command("revoke")
@click.argument("id_or_name")
@json_option
@click.pass_obj
def device_revoke(data: ReceiverData, id_or_name: str, as_json: bool) -> None:
    """Refuse a device's token from now on."""
    receiver = open_data(data)
    revoked = receiver.devices.revoke(id_or_name)
    if not revoked:
        raise Failure(f"There is no device {id_or_name!r}. Nothing was changed.")
    for each in revoked:
        receiver.audit.record(at_the_console(), "device.revoked", f"device:{each}")
    if as_json:
        print_json({"revoked": revoked})
        return
    for each in revoked:
        click.echo(f"{each} is refused from now on; what it sent stays.")


@device.command("replace")
@click.argument("former")
@click.argument("new")
@json_option
@click.pass_obj
def device_replace(data: ReceiverData, former: str, new: str, as_json: bool) -> None:
    """Have the device NEW take the place of FORMER, whose key was lost."""
    receiver = open_data(data)
    refusable(lambda: receiver.replacements.replace(former, new))
    receiver.audit.record(at_the_console(), "device.replaced", f"device:{former}", by=new)
    if as_json:
        print_json({"former": former, "device": new})
        return
    click.echo(f"What {former} recorded is {new}'s from now on. Press Retry over there.")


@device.command("renew-key")
@click.argument("id_or_name")
@json_option
@click.pass_obj
def device_renew_key(data: ReceiverData, id_or_name: str, as_json: bool) -> None:
    """Have a device take a new key to sign with, when it is next in contact."""
    receiver = open_data(data)
    asked = receiver.devices.want_new_key(id_or_name)
    if not asked:
        raise Failure(f"There is no device {id_or_name!r} that signs. Nothing was changed.")
    for each in asked:
        receiver.audit.record(at_the_console(), "device.key_wanted", f"device:{each}")
    if as_json:
        print_json({"asked": asked})
        return
    for each in asked:
        click.echo(f"{each} takes a new key when it is next in contact; what it signed stays good.")


@device.command("end-keys")
@click.argument("id_or_name")
@click.option("--undo", is_flag=True, help="Have the former keys count again.")
@json_option
@click.pass_obj
def device_end_keys(data: ReceiverData, id_or_name: str, undo: bool, as_json: bool) -> None:
    """Have nothing count any more that a device signs with a key it gave up."""
    receiver = open_data(data)
    device = _one(receiver, id_or_name)
    if undo:
        changed, action = receiver.devices.believe_former_keys(device), "device.keys_believed"
    else:
        changed, action = receiver.devices.end_former_keys(device), "device.keys_ended"
    if not changed:
        why = "No key of it was ended" if undo else "It has no former key that counts"
        raise Failure(f"{why}. Nothing was changed (holdfast admin device list --json).")
    receiver.audit.record(at_the_console(), action, f"device:{device}", keys=changed)
    if as_json:
        print_json({"device": device, "believed" if undo else "ended": changed})
        return
    click.echo(_told_of_keys(device, changed, undo))


def _told_of_keys(device: str, changed: int, undo: bool) -> str:
    keys = "1 former key" if changed == 1 else f"{changed} former keys"
    if undo:
        return f"{keys} of {device} count again. Press Retry over there for what was refused."
    return (
        f"{keys} of {device} count for nothing from now on; what is stored stays. What waits over "
        "there, signed before the change, is refused and stays there; --undo lets it in."
    )


@click.group()
def grant() -> None:
    """What lets devices enrol; `device add` makes one."""


@grant.command("list")
@json_option
@click.pass_obj
def grant_list(data: ReceiverData, as_json: bool) -> None:
    """List the grants, newest first."""
    from server.domain.grants import grant_json

    receiver = open_data(data)
    grants = [grant_json(row, receiver.clock.now()) for row in receiver.grants.everything()]
    if as_json:
        print_json({"grants": grants})
        return
    for each in grants:
        used = f"{each['uses']} of {each['uses_most']} used"
        click.echo(
            f"{each['grant']}   {each['name']}   {used}, until {each['expires_at']}: "
            f"{each['state']}"
        )


@grant.command("revoke")
@click.argument("grant_id", metavar="GRANT")
@json_option
@click.pass_obj
def grant_revoke(data: ReceiverData, grant_id: str, as_json: bool) -> None:
    """Let nobody enrol with a grant any more; who has enrolled stays."""
    receiver = open_data(data)
    if not receiver.grants.revoke(grant_id):
        raise Failure(f"There is no grant {grant_id!r}. Nothing was changed.")
    receiver.audit.record(at_the_console(), "grant.revoked", f"grant:{grant_id}")
    if as_json:
        print_json({"revoked": grant_id})
        return
    click.echo(f"Nobody enrols with {grant_id} any more; devices that did stay enrolled.")

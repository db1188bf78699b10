"""`holdfast serve` and `holdfast admin`. Heavy imports happen inside the commands."""

import errno
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from holdfast.command import Failure, home_option, json_option, print_json, unusable_folder
from holdfast.layout import Home
from holdfast.receiver_layout import ReceiverData
from server.suitcase_cli import import_command

if TYPE_CHECKING:
    from server.engines import Engines
    from server.receiver import Receiver


_UNTOUCHED = "Nothing that was received was touched."


def _data_option(command: Any) -> Any:
    return home_option(
        click.option(
            "--data",
            "data_folder",
            type=click.Path(path_type=Path, file_okay=False),
            help="The receiver's folder. Default: `receiver` in the home.",
        )(command)
    )


@click.command()
@_data_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Port; 0 takes a free one.",
)
@click.option(
    "--threads",
    default=12,
    show_default=True,
    type=click.IntRange(1, 64),
    help="Requests that are worked on at the same time.",
)
@click.option(
    "--workers",
    default=1,
    show_default=True,
    type=click.IntRange(0, 16),
    help="Processes beside it that prepare videos; 0 leaves that to others.",
)
@click.option("--worker", "only_work", is_flag=True, help="Prepare videos only; answer nobody.")
def serve(
    home: Home,
    data_folder: Path | None,
    host: str,
    port: int,
    threads: int,
    workers: int,
    only_work: bool,
) -> None:
    """Run the receiver until it is stopped.

    DATABASE_URL, BLOB_URL and QUEUE_URL name other engines than the data folder.
    """
    from holdfast.clock import SystemClock
    from holdfast.jsonform import FormatError
    from server.db.engine import DatabaseUnusable
    from server.serving import AlreadyServed, Server
    from server.settings import Settings
    from server.working import work_until_stopped

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    folder = (data_folder or home.receiver).expanduser().absolute()
    settings = Settings(
        data_folder=folder,
        host=host,
        port=port,
        threads=threads,
        workers=workers,
        engines=_engines(),
    )
    if only_work:
        work_until_stopped(settings)
        return
    try:
        server = Server(settings, SystemClock())
    except (AlreadyServed, DatabaseUnusable) as error:
        raise Failure(str(error)) from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Failure(
                f"Another program uses port {port} on {host}. Nothing that was received was "
                "touched; stop that program, or choose another with --port."
            ) from error
        raise unusable_folder(folder, error, _UNTOUCHED) from error
    except FormatError as error:
        raise Failure(f"The receiver cannot start: {error} {_UNTOUCHED}") from error
    server.stop_on_signals()
    server.run(lambda: click.echo(f"Holdfast receiver on {server.url} (data in {folder})"))


def _engines() -> "Engines":
    from server.engines import Engines, EngineUnusable

    try:
        return Engines.from_environment(os.environ)
    except EngineUnusable as error:
        raise Failure(str(error)) from error


@click.group()
@_data_option
@click.pass_context
def admin(context: click.Context, home: Home, data_folder: Path | None) -> None:
    """Administer a receiver's devices and users; works while it runs."""
    context.obj = ReceiverData((data_folder or home.receiver).expanduser().absolute())


def _open(data: ReceiverData) -> "Receiver":
    from holdfast.clock import SystemClock
    from holdfast.jsonform import FormatError
    from server.db.engine import DatabaseUnusable
    from server.receiver import open_receiver

    try:
        return open_receiver(data, SystemClock(), _engines())
    except DatabaseUnusable as error:
        raise Failure(str(error)) from error
    except OSError as error:
        raise unusable_folder(data.root, error, _UNTOUCHED) from error
    except FormatError as error:
        raise Failure(f"The receiver's data cannot be opened: {error} {_UNTOUCHED}") from error


admin.add_command(import_command(_open))


@admin.group()
def device() -> None:
    """Computers that record."""


@device.command("add")
@click.argument("name")
@json_option
@click.pass_obj
def device_add(data: ReceiverData, name: str, as_json: bool) -> None:
    """Print a code with which a device can enrol, once, within a day."""
    from holdfast.clock import rfc3339

    new = _refusable(lambda: _open(data).devices.add(name))
    if as_json:
        print_json({"device": new.device, "code": new.code, "expires_at": rfc3339(new.expires_at)})
        return
    click.echo(f"{new.code}   for {new.device}, until {rfc3339(new.expires_at)}, once")


@device.command("list")
@json_option
@click.pass_obj
def device_list(data: ReceiverData, as_json: bool) -> None:
    """List the devices."""
    from holdfast.clock import rfc3339

    devices = [
        {
            "device": row.id,
            "name": row.name,
            "enrolled_at": rfc3339(row.enrolled_at),
            "revoked_at": row.revoked_at and rfc3339(row.revoked_at),
            "last_contact_at": row.last_contact_at and rfc3339(row.last_contact_at),
            "signs": row.public_key is not None,
            "status": row.status,
        }
        for row in _open(data).devices.everyone()
    ]
    if as_json:
        print_json({"devices": devices})
        return
    for each in devices:
        contact = each["last_contact_at"] or "never"
        revoked = "   revoked" if each["revoked_at"] else ""
        click.echo(f"{each['device']}   {each['name']}   last contact: {contact}{revoked}")


@device.command("revoke")
@click.argument("id_or_name")
@json_option
@click.pass_obj
def device_revoke(data: ReceiverData, id_or_name: str, as_json: bool) -> None:
    """Refuse a device's token from now on."""
    revoked = _open(data).devices.revoke(id_or_name)
    if not revoked:
        raise Failure(f"There is no device {id_or_name!r}. Nothing was changed.")
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
    receiver = _open(data)
    _refusable(lambda: receiver.replacements.replace(former, new))
    if as_json:
        print_json({"former": former, "device": new})
        return
    click.echo(f"What {former} recorded is {new}'s from now on. Press Retry over there.")


@admin.command()
@json_option
@click.pass_obj
def identity(data: ReceiverData, as_json: bool) -> None:
    """Print the receiver's id and the name of its key, for whoever accepts a new key."""
    own = _open(data).identity
    if as_json:
        print_json({"receiver": own.receiver, "key": own.key_id})
        return
    click.echo(f"receiver {own.receiver}, key {own.key_id}")


@admin.group()
def user() -> None:
    """People and scripts that read."""


@user.command("add")
@click.argument("name")
@click.option(
    "--role",
    type=click.Choice(["viewer", "operator", "admin"]),
    default="viewer",
    show_default=True,
)
@click.option("--token", "with_token", is_flag=True, help="Make an API token, for scripts.")
@json_option
@click.pass_obj
def user_add(data: ReceiverData, name: str, role: str, with_token: bool, as_json: bool) -> None:
    """Print a link that signs a person in once, or with --token an API token."""
    from server.auth.policy import Role

    receiver = _open(data)
    if with_token:
        token = _refusable(lambda: receiver.users.add_token(name, Role(role)))
        print_json({"user": name, "token": token}) if as_json else click.echo(token)
        return
    secret = _refusable(lambda: receiver.users.add_link(name, Role(role)))
    link = f"{receiver.last_url()}/web/enter/{secret}"
    print_json({"user": name, "link": link}) if as_json else click.echo(link)


def _refusable(call: Any) -> Any:
    from server.domain.refusals import Refusal

    try:
        return call()
    except Refusal as refusal:
        raise Failure(refusal.detail) from refusal

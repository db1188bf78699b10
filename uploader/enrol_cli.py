"""The subcommand `enrol`: an administrator's code or invitation for this device's token."""

import platform
from pathlib import Path

import click

from holdfast.command import Failure, home_option, json_option, print_json
from holdfast.invitation import Invitation, is_invitation
from holdfast.jsonform import FormatError
from holdfast.layout import Home
from uploader import texts
from uploader.opened import opened


@click.command()
@home_option
@json_option
@click.argument("url", required=False)
@click.argument("code", required=False)
@click.option(
    "--file",
    "file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="An administrator's invitation, in the place of URL and CODE.",
)
@click.option("--name", help="What the receiver calls this computer. Default: its host name.")
def enrol(
    home: Home,
    as_json: bool,
    url: str | None,
    code: str | None,
    file: Path | None,
    name: str | None,
) -> None:
    """Get this device its token from the receiver at URL, with an administrator's CODE.

    An invitation says both: the text of its QR code in the place of URL, or its file with --file.
    """
    from uploader.enrol import enrol_device

    asked = _invited(url, code, file)
    with opened(home) as installation:
        own_name = name or platform.node() or "device"
        enrolment = enrol_device(installation, asked.url, asked.code, own_name, asked.key_id)
        at_former = len(installation.queue.holdings.at_former())
    if as_json:
        print_json({"url": enrolment.url, "receiver": enrolment.receiver, "at_former": at_former})
    else:
        click.echo(texts.enrolled(enrolment.url, at_former))


def _invited(url: str | None, code: str | None, file: Path | None) -> Invitation:
    try:
        if file is not None and url is None:
            return Invitation.from_file(file.read_bytes())
        if file is None and url is not None and code is None and is_invitation(url):
            return Invitation.from_text(url)
    except (FormatError, OSError) as error:
        raise Failure(f"The invitation cannot be used: {error}. Nothing was changed.") from error
    if file is not None or url is None or code is None:
        raise click.UsageError("Give URL and CODE, or an invitation: its text, or --file FILE.")
    return Invitation(url, code, None)

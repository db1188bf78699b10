"""`holdfast queue consent`: what the participant agreed to. It parses and prints; no more."""

import click

from holdfast.clock import rfc3339
from holdfast.command import Failure, home_option, json_option, print_json
from holdfast.ids import is_id
from holdfast.layout import Home
from uploader.opened import opened


@click.command("consent")
@home_option
@json_option
@click.argument("session")
@click.option("--version", required=True, help="Version of the text that they agreed to.")
@click.option("--recording", help="Id of the recording in which they say so.")
def consent(home: Home, as_json: bool, session: str, version: str, recording: str | None) -> None:
    """Write down that the participant of SESSION agreed; what waited for that is sent."""
    from holdfast.consent import Consent
    from uploader.consenting import give_consent

    for each in (session, *([recording] if recording else ())):
        if not is_id(each):
            raise Failure(f"{each!r} is no id. Nothing was changed.")
    with opened(home) as installation:
        given = Consent(version, rfc3339(installation.clock.now()), recording)
        give_consent(installation.home, installation.queue, session, given)
    if as_json:
        print_json({"session": session, "consent": given.to_json()})
        return
    click.echo(f"The consent to version {version} stands in session {session}.")

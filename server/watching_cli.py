"""`holdfast admin status`, `webhook` and `scan`: what needs a look, who is told, what is hidden."""

from contextlib import closing

import click

from holdfast.command import EXIT_WORK_REMAINS, json_option, leave, print_json
from holdfast.receiver_layout import ReceiverData
from server.admin_data import at_the_console, open_data, refusable


@click.command("status")
@json_option
@click.pass_obj
def status(data: ReceiverData, as_json: bool) -> None:
    """Say what needs a look: silent devices, failed jobs, hidden recordings, lost events.

    Ends with 3 if anything does, so that a script can ask.
    """
    from server.ops.overview import overview_of

    with closing(open_data(data)) as receiver:
        seen = overview_of(receiver.database, receiver.presence, receiver.clock)
    if as_json:
        print_json(seen.to_json())
    else:
        click.echo("\n".join(seen.lines()))
    if seen.needs_a_look:
        leave(EXIT_WORK_REMAINS)


@click.group("webhook")
def webhook() -> None:
    """Addresses that are told of what happens here."""


@webhook.command("add")
@click.argument("url")
@click.option("--event", "kinds", multiple=True, help="Only this kind; may be given again.")
@json_option
@click.pass_obj
def webhook_add(data: ReceiverData, url: str, kinds: tuple[str, ...], as_json: bool) -> None:
    """Tell URL of events from now on, and print the secret that signs them, once."""
    with closing(open_data(data)) as receiver:
        hook, secret = refusable(lambda: receiver.webhooks.add(url, kinds))
        receiver.audit.record(at_the_console(), "webhook.added", f"webhook:{hook}")
    if as_json:
        print_json({"webhook": hook, "secret": secret})
        return
    click.echo(f"{hook}   {secret}")


@webhook.command("list")
@json_option
@click.pass_obj
def webhook_list(data: ReceiverData, as_json: bool) -> None:
    """List them, and how their deliveries stand."""
    with closing(open_data(data)) as receiver:
        hooks = receiver.webhooks.everyone()
    if as_json:
        print_json({"webhooks": [each.to_json() for each in hooks]})
        return
    for each in hooks:
        click.echo(
            f"{each.id}   {each.url}   {', '.join(each.kinds) or 'all events'}   "
            f"{each.delivered} delivered, {each.pending} waiting, {each.given_up} given up"
            + (f"   last error: {each.last_error}" if each.last_error else "")
        )


@webhook.command("remove")
@click.argument("webhook_id", metavar="ID")
@json_option
@click.pass_obj
def webhook_remove(data: ReceiverData, webhook_id: str, as_json: bool) -> None:
    """Tell this one nothing any more."""
    with closing(open_data(data)) as receiver:
        refusable(lambda: receiver.webhooks.remove(webhook_id))
        receiver.audit.record(at_the_console(), "webhook.removed", f"webhook:{webhook_id}")
    if as_json:
        print_json({"removed": webhook_id})
        return
    click.echo(f"{webhook_id} is told nothing any more.")


@webhook.command("test")
@click.argument("webhook_id", metavar="ID")
@json_option
@click.pass_obj
def webhook_test(data: ReceiverData, webhook_id: str, as_json: bool) -> None:
    """Send it an event of the kind `test`; `webhook list` says whether it arrived."""
    with closing(open_data(data)) as receiver:
        event = refusable(lambda: receiver.webhooks.try_out(webhook_id))
    if as_json:
        print_json({"event": event})
        return
    click.echo(f"Event {event} is sent while the receiver runs.")


@click.group("scan")
def scan() -> None:
    """Recordings that nobody may open, because of what the scan said or has not said yet."""


@scan.command("list")
@json_option
@click.pass_obj
def scan_list(data: ReceiverData, as_json: bool) -> None:
    """List them, with what was found."""
    with closing(open_data(data)) as receiver:
        hidden = receiver.scans.hidden()
    if as_json:
        print_json({"recordings": [each.to_json() for each in hidden]})
        return
    for each in hidden:
        click.echo(f"{each.recording}   {each.scan}")
        for found in (each.said or {}).get("found", []):
            click.echo(f"    {found['file']}: {found['said']}")


@scan.command("again")
@click.argument("recordings", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every stored recording.")
@json_option
@click.pass_obj
def scan_again(
    data: ReceiverData, recordings: tuple[str, ...], everything: bool, as_json: bool
) -> None:
    """Scan these recordings; until that is done nobody may open them."""
    if bool(recordings) == everything:
        raise click.UsageError("Name recordings, or say --all.")
    with closing(open_data(data)) as receiver:
        queued = refusable(lambda: receiver.scans.again(recordings))
    if as_json:
        print_json({"queued": queued})
        return
    click.echo(f"{len(queued)} will be scanned.")


@scan.command("release")
@click.argument("recording")
@click.option("--reason", required=True, help="Why it is safe; kept with the recording.")
@json_option
@click.pass_obj
def scan_release(data: ReceiverData, recording: str, reason: str, as_json: bool) -> None:
    """Let people open a recording although the scan found something."""
    with closing(open_data(data)) as receiver:
        refusable(lambda: receiver.scans.release(recording, reason))
        receiver.audit.record(at_the_console(), "recording.released", f"recording:{recording}")
    if as_json:
        print_json({"released": recording})
        return
    click.echo(f"{recording} may be opened from now on.")

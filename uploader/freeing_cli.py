"""`holdfast queue free` and `queue give-up`: what a person wants gone, shown first and asked about.

They parse, show, ask and print; the deleting is `freeing.py`, the giving up `giving_up.py`.
"""

import threading
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from holdfast.command import (
    EXIT_WORK_REMAINS,
    Failure,
    home_option,
    json_option,
    leave,
    print_json,
)
from holdfast.layout import Home, RecordingFolder
from uploader import freeing_texts
from uploader.opened import find, length_s, opened
from uploader.why import NOT_ENROLLED

if TYPE_CHECKING:
    from uploader.freeing import Outcome
    from uploader.freeing_plan import Plan
    from uploader.installation import Installation


@click.command()
@home_option
@json_option
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option(
    "--older-than",
    "age_s",
    callback=lambda _context, _parameter, text: None if text is None else _age_s(text),
    metavar="TIME",
    help="Only what the receiver has had for so long, as 12h or 30d; 0 for all. "
    "Default: freeing.after_days; for recordings that are named, no age at all.",
)
@click.option("--preview", is_flag=True, help="Only show what would be freed.")
@click.option("--yes", is_flag=True, help="Delete without asking.")
def free(
    home: Home, as_json: bool, ids: tuple[str, ...], age_s: float | None, preview: bool, yes: bool
) -> None:
    """Delete copies here of what the receiver confirms that it holds.

    It shows what would go and asks. Before each recording goes, the receiver reads its own copy
    again and signs for it. Manifest, sidecars and receipt stay. With --json and without --yes it
    is a preview.
    """
    if preview and yes:
        raise click.UsageError("--preview and --yes exclude each other.")
    with opened(home) as installation:
        # What somebody who died was at work on is in use by nobody.
        installation.queue.claims.release_dead()
        found = _plan(installation, ids, age_s)
        if preview or (as_json and not yes):
            _show(found, as_json)
            return
        if not as_json:
            click.echo(freeing_texts.preview(found))
        if found.candidates and not yes:
            _require_yes(freeing_texts.ASK_FREE, "Nothing was deleted.")
        outcomes = _free_all(installation, found, as_json)
    if as_json:
        print_json(freeing_texts.freed_json(found, outcomes))
    elif found.candidates:
        click.echo(freeing_texts.freed(outcomes))
    if not all(each.is_freed for each in outcomes):
        leave(EXIT_WORK_REMAINS)


def _require_yes(question: str, otherwise: str) -> None:
    try:
        agreed = click.confirm(question)
    except click.Abort as error:
        # Nobody is there to answer.
        raise Failure(f"{otherwise} Give --yes where nobody can be asked.") from error
    if not agreed:
        raise Failure(otherwise)


def _age_s(text: str) -> float:
    return 0.0 if text.strip() == "0" else length_s(text)


def _plan(installation: "Installation", ids: tuple[str, ...], age_s: float | None) -> "Plan":
    from uploader.freeing_plan import plan

    if age_s is not None:
        age = timedelta(seconds=age_s)
    else:
        age = timedelta() if ids else installation.settings.freeing.after
    return plan(installation, [find(installation, each).id for each in ids], age)


def _show(found: "Plan", as_json: bool) -> None:
    if as_json:
        print_json(freeing_texts.preview_json(found))
    else:
        click.echo(freeing_texts.preview(found))


def _free_all(installation: "Installation", found: "Plan", quiet: bool) -> list["Outcome"]:
    from uploader.asking import asking
    from uploader.confirm import NotAnswered
    from uploader.freeing import Freer

    outcomes: list[Outcome] = []
    if not found.candidates:
        return outcomes
    with asking(installation, threading.Event()) as asker:
        if asker is None:
            raise Failure(f"{NOT_ENROLLED} Nothing was deleted.")
        freer = Freer(installation.queue, asker)
        for each in found.candidates:
            folder = RecordingFolder(Path(each.at_home.folder))
            try:
                outcome = freer.free(
                    each.at_home.recording, folder, "holdfast queue free", found.age
                )
            except NotAnswered as error:
                done = freeing_texts.freed(outcomes) if outcomes else ""
                raise Failure(f"{error} {done}".strip()) from error
            outcomes.append(outcome)
            if not quiet:
                click.echo(freeing_texts.outcome(each, outcome))
    return outcomes


@click.command("give-up")
@home_option
@json_option
@click.argument("id_", metavar="ID")
@click.option(
    "--segment",
    required=True,
    type=click.IntRange(min=0),
    help="Its number, as holdfast queue show ID prints it.",
)
@click.option(
    "--reason",
    default="gone for good on this computer",
    help="What is written into the recording's manifest.",
)
@click.option("--yes", is_flag=True, help="Give it up without asking.")
def give_up(home: Home, as_json: bool, id_: str, segment: int, reason: str, yes: bool) -> None:
    """Give up a segment that is gone for good, so that the rest of its recording is sent.

    A second, signed manifest says which segment is lost and why; the first one is kept beside it.
    A file that is still there, but not what was recorded, is moved into the recording's quarantine.
    """
    from uploader.asking import asking
    from uploader.giving_up import GivingUp

    if as_json and not yes:
        raise click.UsageError("--json needs --yes: nobody can be asked.")
    if not reason.strip():
        raise click.UsageError("--reason must say something.")
    with opened(home) as installation:
        installation.queue.claims.release_dead()
        recording = find(installation, id_)
        with asking(installation, threading.Event()) as asker:
            giving = GivingUp(installation, asker)
            loss = giving.loss(recording, segment, reason.strip())
            if not as_json:
                click.echo(freeing_texts.loss(recording, loss))
            if not yes:
                _require_yes(freeing_texts.ASK_GIVE_UP, "Nothing was given up.")
            manifest = giving.give_up(loss)
    if as_json:
        print_json(
            {
                "recording": recording.id,
                "segment": segment,
                "why": loss.reason,
                "manifest_sha256": manifest.digest(),
            }
        )
    else:
        click.echo(freeing_texts.GIVEN_UP)

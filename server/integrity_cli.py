"""`holdfast admin check`, `scrub` and `rebuild`: whether what is stored is still what came."""

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from holdfast.command import EXIT_FAILED, Failure, json_option, leave, print_json
from holdfast.receiver_layout import ReceiverData
from server.admin_data import engines_here

if TYPE_CHECKING:
    from server.domain.check import Subset
    from server.domain.looking import Finding
    from server.receiver import Receiver

Opened = Callable[[ReceiverData], "Receiver"]


def _subset(_context: click.Context, _parameter: click.Parameter, said: str | None) -> Any:
    from server.domain.check import Subset

    try:
        return None if said is None else Subset.parse(said)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def _tell(found: "Finding", as_json: bool) -> "Finding":
    if not as_json:
        click.echo(f"{found.subject} {found.detail}.")
    return found


def check_command(opened: Opened) -> click.Command:
    """`admin check`; `opened` opens a receiver's data as every command does."""

    @click.command()
    @click.option("--read-data", is_flag=True, help="Read every byte of every segment.")
    @click.option(
        "--read-data-subset",
        "subset",
        metavar="N/T",
        callback=_subset,
        help="Read the Nth of T shares of the segments, such as 1/7.",
    )
    @json_option
    @click.pass_obj
    def check(data: ReceiverData, read_data: bool, subset: "Subset | None", as_json: bool) -> None:
        """Compare database, files and hashes. Nothing is changed; it works while it runs."""
        from server.domain.check import Check, Subset

        with closing(opened(data)) as receiver:
            look = Check(
                receiver.data,
                receiver.database,
                receiver.identity,
                Subset(1, 1) if read_data else subset,
            )
            found = [_tell(each, as_json) for each in look.run()]
        counts = look.counts
        if as_json:
            print_json(
                {
                    "recordings": counts.recordings,
                    "segments": counts.segments,
                    "segments_read": counts.segments_read,
                    "read_bytes": counts.read_bytes,
                    "findings": [each.to_json() for each in found],
                }
            )
        else:
            click.echo(
                f"{counts.recordings} recordings, {counts.segments} segments, of which "
                f"{counts.segments_read} were read ({counts.read_bytes / 1e6:.1f} MB): "
                + _outcome(len(found))
            )
        if found:
            leave(EXIT_FAILED)

    return check


def _outcome(found: int) -> str:
    if not found:
        return "all is as it should be."
    return (
        f"{found} findings. Nothing was changed. `holdfast admin scrub` asks the devices for lost "
        "segments again; `holdfast admin rebuild` makes the database anew from the files."
    )


def scrub_command(opened: Opened) -> click.Command:
    """`admin scrub`."""

    @click.command()
    @click.option("--all", "everything", is_flag=True, help="Also what was read this month.")
    @json_option
    @click.pass_obj
    def scrub(data: ReceiverData, everything: bool, as_json: bool) -> None:
        """Read what is due again now; a segment that is lost is asked for at its device.

        `holdfast serve` does this by itself, slowly, so that everything is read once a month.
        """
        from server.domain.scrub import Scrub

        found: list[Finding] = []
        looked = 0
        with closing(opened(data)) as receiver:
            reader = Scrub(
                receiver.data,
                receiver.database,
                receiver.identity,
                receiver.damage,
                receiver.clock,
                lambda _seconds: None,
            )
            before = receiver.clock.now() if everything else None
            while (due := reader.next_due(before)) is not None:
                looked += 1
                found += [_tell(each, as_json) for each in reader.look(due)]
            wanted = [f"{each.recording}/{each.number}" for each in receiver.damage.open()]
        if as_json:
            findings = [each.to_json() for each in found]
            print_json({"recordings": looked, "findings": findings, "wanted_again": wanted})
        else:
            lost = f"{len(wanted)} segments are wanted again." if wanted else "Nothing is missing."
            click.echo(f"{looked} recordings were read again. {lost}")
        if found:
            leave(EXIT_FAILED)

    return scrub


def rebuild_command(opened: Opened) -> click.Command:
    """`admin rebuild`."""

    @click.command()
    @json_option
    @click.pass_obj
    def rebuild(data: ReceiverData, as_json: bool) -> None:
        """Put the database aside and make it anew from the files. `serve` must not run.

        Unused enrolment codes and sign-ins are forgotten, and chunks of segments that are not
        whole yet, which devices send again.
        """
        from holdfast.locks import try_lock
        from server.domain.statistics import statistics

        if not (data.engines if _is_away() else data.identity).exists():
            raise Failure(f"{data.root} holds no receiver. Nothing was changed; name its folder.")
        lock = try_lock(data.serve_lock)
        if lock is None:
            raise Failure(
                f"A receiver serves {data.root}. Nothing was changed; stop it, then try again."
            )
        with lock:
            aside = _put_aside(data)
            with closing(opened(data)) as receiver:
                receiver.heal()
                counts = statistics(receiver.database, receiver.transfers)
                wanted = len(receiver.damage.open())
        if as_json:
            here = {each: counts[each] for each in ("recordings", "segments", "stored_bytes")}
            print_json({**here, "wanted_again": wanted, "put_aside": str(aside)})
            return
        click.echo(
            f"{sum(counts['recordings'].values())} recordings and {counts['segments']} segments "
            f"were read in; {wanted} segments are wanted again. The old database is in {aside}."
        )

    return rebuild


def _is_away() -> bool:
    """Whether the files are in a bucket; then a data folder has only a note of that."""
    return not engines_here().are_blobs_here


def _put_aside(data: ReceiverData) -> str:
    """Put the database away, wherever it is; says where it is now. Raises Failure."""
    from holdfast.clock import SystemClock
    from server.domain.soundness import put_aside, set_rows_aside
    from server.engines import EngineUnusable, require_same

    engines, clock = engines_here(), SystemClock()
    try:
        require_same(data.engines, engines)
        if engines.is_database_here:
            return str(put_aside(data, "somebody asked for it", clock))
        return set_rows_aside(engines.database_url, clock)
    except EngineUnusable as error:
        raise Failure(str(error)) from error

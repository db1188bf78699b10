"""`holdfast admin import`: recordings that came on a disk instead of over the network."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from holdfast.command import (
    EXIT_FAILED,
    EXIT_WORK_REMAINS,
    Failure,
    json_option,
    leave,
    print_json,
    reason_of,
)
from holdfast.receiver_layout import ReceiverData
from server.file_import_cli import import_files

if TYPE_CHECKING:
    from server.domain.unpacking import Taken, Unpacking
    from server.receiver import Receiver

_PATH = click.Path(path_type=Path)
_SAFE = "What was taken before is safe."


def import_command(opened: Callable[[ReceiverData], "Receiver"]) -> click.Command:
    """`admin import`; `opened` opens a receiver's data as every command does."""

    @click.command("import")
    @json_option
    @click.argument("paths", metavar="DIR|FILE...", type=_PATH, nargs=-1, required=True)
    @click.option("--participant", help="Whom the files show.")
    @click.option("--prompt", help="What they were asked to do.")
    @click.option("--study", help="The study that the files belong to.")
    @click.pass_obj
    def import_(
        data: ReceiverData,
        as_json: bool,
        paths: tuple[Path, ...],
        participant: str | None,
        prompt: str | None,
        study: str | None,
    ) -> None:
        """Take in the recordings on the disk at DIR and write their receipts onto it.

        Or take in video FILES of other cameras, each as a recording, all in one session.

        Nothing is stored twice: run again, or with a disk that was copied to the end since, it
        takes what is new. It works while the receiver runs.
        """
        from holdfast.locks import try_lock

        disk = _only_disk(paths, has_words=any((participant, prompt, study)))
        with closing(opened(data)) as receiver:
            lock = try_lock(data.import_lock)
            if lock is None:
                raise Failure(
                    "Another import is running for this receiver. Nothing was changed; wait for "
                    "it to end, then try again."
                )
            with lock:
                if disk is None:
                    import_files(receiver, paths, participant, prompt, study, as_json=as_json)
                    return
                taken, refused = _take_all(_unpacking(receiver, as_json), disk.absolute())
        if as_json:
            suitcases = [each.to_json() for each in taken]
            print_json({"suitcases": suitcases, "refused": refused})
        else:
            click.echo("\n".join([*map(_text, taken), *refused]))
        if refused or any(each.refused or each.unanswered for each in taken):
            leave(EXIT_FAILED)
        if any(each.missing for each in taken):
            leave(EXIT_WORK_REMAINS)

    return import_


def _only_disk(paths: tuple[Path, ...], *, has_words: bool) -> Path | None:
    """The one folder that was named; None: files were. Raises UsageError for anything else."""
    folders = [each for each in paths if not each.is_file()]
    if not folders:
        return None
    if len(paths) > 1:
        raise click.UsageError("Name one folder with suitcases, or video files.")
    if has_words:
        raise click.UsageError(
            "A suitcase says itself whom it is about; the options are for files."
        )
    return folders[0]


def _unpacking(receiver: "Receiver", as_json: bool) -> "Unpacking":
    from server.domain.unpacking import Services, Unpacking
    from server.settings import Settings

    services = Services(
        receiver.identity,
        receiver.devices,
        receiver.sessions,
        receiver.uploads,
        receiver.recordings,
        receiver.annotations,
        receiver.custody,
        receiver.clock,
    )
    limit_bytes = Settings(receiver.data.root).segment_most_bytes
    return Unpacking(
        services, limit_bytes, lambda each: None if as_json else click.echo(f"Looked at {each}")
    )


def _take_all(unpacking: "Unpacking", disk: Path) -> tuple[list["Taken"], list[str]]:
    """What became of every suitcase, and a sentence for each that is not taken at all."""
    from holdfast.suitcase_layout import suitcases_in
    from server.domain.suitcase import SuitcaseRefused

    taken: list[Taken] = []
    refused: list[str] = []
    try:
        folders = suitcases_in(disk)
        for folder in folders:
            try:
                taken.append(unpacking.take(folder))
            except SuitcaseRefused as error:
                refused.append(str(error))
    except FileNotFoundError as error:
        raise Failure(
            f"There is no folder {error.filename or disk}. {_SAFE} Connect the disk, or name "
            "another folder."
        ) from error
    except OSError as error:
        raise Failure(
            f"It cannot go on ({reason_of(error)}). {_SAFE} Run the same command again; it goes "
            "on there."
        ) from error
    if not folders:
        raise Failure(
            f"There is no suitcase in {disk}. Nothing was changed; name the folder that "
            "holdfast queue export was given."
        )
    return taken, refused


def _text(taken: "Taken") -> str:
    stored = f"{_count(len(taken.stored))} stored ({taken.stored_bytes / 1e6:.1f} MB)"
    whose = f"Suitcase {taken.suitcase} of {taken.device}"
    lines = [f"{whose}: {stored}, {len(taken.already)} were here before."]
    lines += [f"Not complete: {each}: {why}" for each, why in taken.missing.items()]
    lines += [f"Needs attention: {each}: {why}" for each, why in taken.refused.items()]
    if taken.unanswered:
        lines.append(
            f"The receipts could not be written onto the disk ({taken.unanswered}). What was "
            "taken is safe; make the disk writable and run the same command again."
        )
    elif taken.stored or taken.already:
        lines.append(
            "The receipts are on the disk; back on the computer, holdfast queue import takes them."
        )
    return "\n".join(lines)


def _count(number: int) -> str:
    return "1 recording" if number == 1 else f"{number} recordings"

"""`holdfast admin statement`: reads what a device signed, and says whether it did."""

import sys
from contextlib import closing
from pathlib import Path

import click

from holdfast.command import Failure, json_option, print_json, unusable_folder
from holdfast.jsonform import FormatError, Json
from holdfast.receiver_layout import ReceiverData
from server.admin_data import open_data

_MOST_BYTES = 1 << 20


@click.command("statement")
@click.argument("source", metavar="FILE|LINE|-")
@json_option
@click.pass_obj
def statement(data: ReceiverData, source: str, as_json: bool) -> None:
    """Check a state card or the report of a fire drill against the key of the device it names.

    FILE holds the statement, LINE is what a phone read from the QR code, - reads it from standard
    input. Ends with 1 where it is not genuine.
    """
    from holdfast.statement import read_statement
    from server.domain.statements import check

    try:
        said = read_statement(_text_of(source))
        with closing(open_data(data)) as receiver:
            checked = check(said, receiver.devices)
    except FormatError as error:
        raise Failure(f"This cannot be checked: {error}. Nothing was changed.") from error
    if checked.doubt:
        raise Failure(checked.doubt)
    if as_json:
        print_json({"genuine": True, "name": checked.name, "statement": said})
        return
    click.echo("\n".join(_lines(checked.name, said)))


def _text_of(source: str) -> str:
    if source == "-":
        return sys.stdin.read(_MOST_BYTES)
    if source.startswith("holdfast:"):
        return source
    path = Path(source)
    try:
        with path.open(encoding="utf-8") as file:
            return file.read(_MOST_BYTES)
    except UnicodeDecodeError as error:
        raise Failure(
            f"{path} is no statement but something binary. Nothing was changed."
        ) from error
    except OSError as error:
        raise unusable_folder(path, error, "Nothing was changed.") from error


def _lines(name: str, said: Json) -> list[str]:
    names = [each for each in said if each not in ("format_version", "signature", "accidents")]
    width = max(len(each) for each in names)
    return [
        f"Genuine: signed by {name}.",
        *(f"{each.replace('_', ' '):{width}}  {_shown(said[each])}" for each in sorted(names)),
    ]


def _shown(value: object) -> str:
    return "unknown" if value is None else str(value)

"""`holdfast admin study`: versions of a study's file, and the devices that record for it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from holdfast.command import Failure, json_option, print_json, reason_of
from holdfast.receiver_layout import ReceiverData
from server.admin_data import at_the_console, open_data, refusable

if TYPE_CHECKING:
    from server.db.models import DeviceRow
    from server.receiver import Receiver


@click.group()
def study() -> None:
    """Studies: what is recorded for whom, and by which devices."""


@study.command("put")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@json_option
@click.pass_obj
def study_put(data: ReceiverData, file: Path, as_json: bool) -> None:
    """Store a study's FILE (YAML or JSON) as its next version, which its devices are given."""
    content = _read(file)
    receiver = open_data(data)
    name = content.get("study")
    if not isinstance(name, str):
        raise Failure(f"{file} does not say which study it is. Nothing was changed; add `study:`.")
    current = receiver.studies.current(name)
    # The version counts what was stored here, not what somebody typed.
    numbered = {**content, "format_version": 1, "version": 1 if current is None else 0}
    if current is not None:
        same = {**numbered, "version": current.version} == current.content
        numbered["version"] = current.version + (0 if same else 1)
    version, created = refusable(lambda: receiver.studies.put(name, numbered, at_the_console()))
    if as_json:
        print_json({**version.summary(), "created": created})
        return
    said = "is stored" if created else "is here already"
    click.echo(f"{version.id}, version {version.version}, {said}.")


def _read(file: Path) -> dict[str, Any]:
    import yaml

    from holdfast.jsonform import canonical

    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        # YAML knows dates and numbers that JSON does not.
        canonical(content)
    except OSError as error:
        raise Failure(
            f"{file} cannot be read ({reason_of(error)}). Nothing was changed."
        ) from error
    except (yaml.YAMLError, ValueError, TypeError) as error:
        said = " ".join(str(error).split())
        raise Failure(
            f"{file} is not readable as a study ({said}). Nothing was changed."
        ) from error
    if not isinstance(content, dict):
        raise Failure(f"{file} is not a study's file. Nothing was changed.")
    return content


@study.command("list")
@json_option
@click.pass_obj
def study_list(data: ReceiverData, as_json: bool) -> None:
    """List the studies and how many devices record for each."""
    receiver = open_data(data)
    devices = receiver.devices.everyone()
    studies = [
        {
            **version.summary(),
            "title": version.title,
            "devices": [row.id for row in devices if version.id in (row.studies or ())],
        }
        for version in receiver.studies.newest(None)
    ]
    if as_json:
        print_json({"studies": studies})
        return
    for each in studies:
        count = len(each["devices"])
        click.echo(
            f"{each['study']}   version {each['version']}   {each['title']}   {count} devices"
        )


@study.command("show")
@click.argument("study_id", metavar="STUDY")
@click.option("--version", type=click.IntRange(min=1), help="Default: the newest.")
@click.pass_obj
def study_show(data: ReceiverData, study_id: str, version: int | None) -> None:
    """Print a study's file as JSON."""
    receiver = open_data(data)
    print_json(refusable(lambda: receiver.studies.get(study_id, version)).to_json())


@study.command("give")
@click.argument("study_id", metavar="STUDY")
@click.argument("device")
@json_option
@click.pass_obj
def study_give(data: ReceiverData, study_id: str, device: str, as_json: bool) -> None:
    """Have DEVICE record for STUDY; one that recorded for every study then keeps to it."""
    receiver = open_data(data)
    refusable(lambda: receiver.studies.get(study_id))
    for row in _named(receiver, device):
        _assign(receiver, row, sorted({*(row.studies or ()), study_id}), as_json)


@study.command("take")
@click.argument("study_id", metavar="STUDY")
@click.argument("device")
@json_option
@click.pass_obj
def study_take(data: ReceiverData, study_id: str, device: str, as_json: bool) -> None:
    """Have DEVICE record for STUDY no more; what it sent stays."""
    receiver = open_data(data)
    for row in _named(receiver, device):
        if study_id not in (row.studies or ()):
            raise Failure(f"{row.id} has no part in {study_id!r}. Nothing was changed.")
        _assign(receiver, row, [each for each in row.studies or () if each != study_id], as_json)


def _named(receiver: "Receiver", device: str) -> "list[DeviceRow]":
    found = receiver.devices.named(device)
    if not found:
        raise Failure(f"There is no device {device!r}. Nothing was changed.")
    return found


def _assign(receiver: "Receiver", row: "DeviceRow", studies: list[str], as_json: bool) -> None:
    receiver.devices.record_for(row.id, studies)
    receiver.audit.record(
        at_the_console(), "device.studies_changed", f"device:{row.id}", studies=studies
    )
    if as_json:
        print_json({"device": row.id, "studies": studies})
        return
    click.echo(f"{row.id} records for {', '.join(studies) or 'no study'} from now on.")
